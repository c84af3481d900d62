// The Python clients: installed with pip into a folder of their own.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture, run } from '../process.mjs'

/** A program that creates its client, then requests the pods of a namespace in a loop and ignores the responses. */
function synchronous(setUp, ask) {
  return `import time
${setUp}
while True:
    try:
        ${ask}
    except Exception as error:
        print(repr(error), flush=True)
    time.sleep(5)
`
}

const KUBERNETES = synchronous(
  `from kubernetes import client, config
config.load_incluster_config()
pods = client.CoreV1Api()`,
  'pods.list_namespaced_pod("default")'
)
/** Two API clients: each has its own copy of the configuration, which the early releases do not update. */
const ASYNCIO = `import asyncio
from kubernetes_asyncio import client, config

async def main():
    config.load_incluster_config()
    clients = [client.ApiClient(), client.ApiClient()]
    while True:
        for api in clients:
            try:
                await client.CoreV1Api(api).list_namespaced_pod("default")
            except Exception as error:
                print(repr(error), flush=True)
        await asyncio.sleep(5)

asyncio.run(main())
`
const PYKUBE = synchronous(
  `import pykube
api = pykube.HTTPClient(pykube.KubeConfig.from_service_account())`,
  'list(pykube.Pod.objects(api).filter(namespace="default"))'
)
const LIGHTKUBE = synchronous(
  `from lightkube import Client
from lightkube.resources.core_v1 import Pod
client = Client()`,
  'list(client.list(Pod, namespace="default"))'
)
const KR8S = synchronous(
  `import kr8s
api = kr8s.api()`,
  'list(api.get("pods", namespace="default"))'
)
const PROGRAMS = {
  kubernetes: KUBERNETES,
  'kubernetes-asyncio': ASYNCIO,
  pykube: PYKUBE,
  'pykube-ng': PYKUBE,
  lightkube: LIGHTKUBE,
  kr8s: KR8S
}

/** Client → versions: those on both sides of every bound, the newest, and some between. */
export const clients = {
  kubernetes: [
    ...['10.0.1', '11.0.0', '12.0.0a1', '12.0.0b1', '12.0.0', '12.0.1', '17.17.0', '18.20.0'],
    ...['24.2.0', '25.3.0', '26.1.0', '29.0.0', '34.1.0', '35.0.0'],
    ...['36.0.0a2', '36.0.0a3', '36.0.0b1', '36.0.0', '36.0.1', '36.0.3', '37.0.2']
  ],
  'kubernetes-asyncio': ['22.6.4', '22.6.5', '23.6.0', '24.2.2', '24.2.3', '32.3.2', '36.1.0'],
  pykube: ['0.15.0'],
  'pykube-ng': ['0.17', '20.10.0', '23.6.0'],
  lightkube: ['0.17.2', '0.19.1', '0.21.0', '1.0.1'],
  kr8s: ['0.13.1', '0.13.2', '0.13.3', '0.20.4', '0.20.5', '0.20.6', '0.20.15']
}

/** The packages that an old release needs to start on a present Python. */
const BESIDE = {
  kubernetes: ['setuptools<81'],
  'kubernetes-asyncio': ['setuptools<81'],
  pykube: ['setuptools<81'],
  'pykube-ng': ['setuptools<81']
}

/** Installs one release with its dependencies. `PYTHON` names another interpreter than `python3`. */
export async function install(client, version, folder) {
  mkdirSync(folder, { recursive: true })
  const python = process.env.PYTHON ?? 'python3'
  const asked = [`${client}==${version}`, ...(BESIDE[client] ?? [])]
  const packages = join(folder, 'packages')
  await run(
    [
      python,
      '-m',
      'pip',
      'install',
      '--quiet',
      '--no-compile',
      '--disable-pip-version-check',
      '--target',
      packages,
      ...asked
    ],
    folder
  )
  writeFileSync(join(folder, 'program.py'), PROGRAMS[client])
  const executable = await capture([python, '-c', 'import sys; print(sys.executable)'])
  return {
    command: [executable, join(folder, 'program.py')],
    cwd: folder,
    env: { PYTHONPATH: packages, PYTHONUNBUFFERED: '1' },
    tools: await capture([python, '--version'])
  }
}
