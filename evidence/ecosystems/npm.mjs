// The JavaScript clients: installed with npm into a folder of their own.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture, run } from '../process.mjs'

/** A program that creates its client, then requests the pods of a namespace in a loop and ignores the responses. */
function program(setUp, ask) {
  return `${setUp}
for (;;) {
  try {
    await ${ask}
  } catch (error) {
    console.error(String(error))
  }
  await new Promise(resolve => setTimeout(resolve, 5000))
}
`
}

const major = version => Number(version.split('.')[0])

/** Since 1.0.0 the arguments are one object. */
function clientNode(version) {
  return program(
    `import * as k8s from '@kubernetes/client-node'
const config = new k8s.KubeConfig()
config.loadFromCluster()
const pods = config.makeApiClient(k8s.CoreV1Api ?? k8s.Core_v1Api)`,
    `pods.listNamespacedPod(${major(version) === 0 ? `'default'` : `{ namespace: 'default' }`})`
  )
}

function typescriptNode() {
  return program(
    `import * as k8s from '@kubernetes/typescript-node'
const pods = k8s.Config.fromCluster()`,
    `pods.listNamespacedPod('default')`
  )
}

/** The loader moved to the backend in 8.0.0. */
function godaddy(version) {
  const setUp =
    major(version) < 8
      ? `import kubernetes from 'kubernetes-client'
const client = new kubernetes.Client({ config: kubernetes.config.getInCluster(), version: '1.9' })`
      : `import kubernetes from 'kubernetes-client'
import Request from 'kubernetes-client/backends/request/index.js'
const backend = new Request(Request.config.getInCluster())
const client = new kubernetes.Client({ backend, version: '1.13' })`
  return program(setUp, `client.api.v1.namespaces('default').pods.get()`)
}

function openshift() {
  return program(
    `import rest from 'openshift-rest-client'
const client = await rest.OpenshiftClient()`,
    `client.api.v1.namespaces('default').pods.get()`
  )
}

const PROGRAMS = {
  '@kubernetes/client-node': clientNode,
  '@kubernetes/typescript-node': typescriptNode,
  'kubernetes-client': godaddy,
  'openshift-rest-client': openshift
}

/** Client → versions: those on both sides of every bound, the newest, and some between. */
export const clients = {
  '@kubernetes/client-node': [
    ...['0.9.2', '0.10.1', '0.10.2', '0.10.3', '0.11.0', '0.12.3', '0.14.3', '0.15.1', '0.16.3', '0.17.1', '0.18.1'],
    ...['0.19.0', '0.20.0', '0.21.0', '0.22.3', '1.0.0-rc2', '1.0.0-rc3', '1.0.0-rc4', '1.0.0-rc5'],
    ...['1.0.0-rc6', '1.0.0-rc7', '1.0.0', '1.1.2', '1.2.0', '1.3.0', '1.4.0', '2.0.1']
  ],
  '@kubernetes/typescript-node': ['0.1.1'],
  'kubernetes-client': ['5.3.0', '6.12.1', '8.3.7', '9.0.0'],
  'openshift-rest-client': ['4.1.1', '9.1.1']
}

/** Installs one release with its dependencies, without their install scripts. `NODE` names another Node than this. */
export async function install(client, version, folder) {
  mkdirSync(folder, { recursive: true })
  const manifest = { private: true, type: 'module', dependencies: { [client]: version } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'program.js'), PROGRAMS[client](version))
  await run(
    ['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'],
    folder
  )
  const node = process.env.NODE ?? process.execPath
  return { command: [node, 'program.js'], cwd: folder, tools: `Node ${await capture([node, '--version'])}` }
}
