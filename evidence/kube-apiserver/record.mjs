#!/usr/bin/env node
// Records what a real API server counts and logs about tokens; see README.md.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as golang from '../ecosystems/golang.mjs'
import * as maven from '../ecosystems/maven.mjs'
import * as npm from '../ecosystems/npm.mjs'
import * as pypi from '../ecosystems/pypi.mjs'
import { capture } from '../process.mjs'
import { mountNamespace, namespaceCommand } from '../service-account.mjs'
import { build } from './build.mjs'

const ECOSYSTEMS = { golang, pypi, npm, maven }
/** A release that reads its token once, and the newest, which reads it again. */
const CLIENTS = [
  ['golang', 'k8s.io/client-go', 'v11.0.0+incompatible'],
  ['golang', 'k8s.io/client-go', 'v0.37.2'],
  ['pypi', 'kubernetes', '11.0.0'],
  ['pypi', 'kubernetes', '37.0.2'],
  ['npm', '@kubernetes/client-node', '0.10.2'],
  ['npm', '@kubernetes/client-node', '1.4.0'],
  ['maven', 'io.kubernetes:client-java', '8.0.2'],
  ['maven', 'io.kubernetes:client-java', '27.0.0'],
  ['maven', 'io.fabric8:kubernetes-client', '5.7.4'],
  ['maven', 'io.fabric8:kubernetes-client', '7.8.0']
]
const RECORDED = join(import.meta.dirname, 'recorded')
const HELP = `node evidence/kube-apiserver/record.mjs [options]

Builds kube-apiserver from its Go modules, runs it with etcd on the loopback address, gives it tokens of every kind, runs
released clients against it, and writes what it answered, counted and logged to evidence/kube-apiserver/recorded.

  --version V     the release of Kubernetes (default: 1.37.2)
  --etcd PATH     the program etcd (default: etcd)
  --work FOLDER   build and install into FOLDER and keep it; what is there already is not made again
  --help          say this, and end

Needs Linux with \`unshare\` and \`mount\`, openssl, etcd, go, pip, npm, mvn and javac.`

const { values } = parseArgs({
  options: {
    version: { type: 'string', default: '1.37.2' },
    etcd: { type: 'string', default: 'etcd' },
    work: { type: 'string' },
    help: { type: 'boolean' }
  }
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}

const [unshare, ...namespace] = namespaceCommand()
const work = values.work === undefined ? mkdtempSync(join(tmpdir(), 'evidence-')) : resolve(values.work)
const run = mkdtempSync(join(tmpdir(), 'evidence-run-'))
try {
  const programs = []
  for (const subject of CLIENTS) programs.push(await install(subject))
  console.error(`building kube-apiserver ${values.version}`)
  const kubeApiserver = await build(values.version, join(work, `kube-apiserver-${values.version}`))
  const plan = { outside: mountNamespace(), etcd: values.etcd, kubeApiserver, programs }
  writeFileSync(join(run, 'plan.json'), JSON.stringify(plan))
  const session = join(import.meta.dirname, 'session.mjs')
  const { status } = spawnSync(unshare, [...namespace, process.execPath, session, run], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`the session ended with ${status}`)
  await save(JSON.parse(readFileSync(join(run, 'recorded.json'), 'utf8')))
} finally {
  rmSync(run, { recursive: true, force: true })
  if (values.work === undefined) rmSync(work, { recursive: true, force: true })
}

async function install([ecosystem, client, version]) {
  const folder = join(work, `${ecosystem}-${client}-${version}`.replaceAll(/[^\w.-]+/g, '_'))
  const kept = join(folder, 'installed.json')
  if (!existsSync(kept)) {
    console.error(`installing ${ecosystem} ${client} ${version}`)
    rmSync(folder, { recursive: true, force: true })
    writeFileSync(kept, JSON.stringify(await ECOSYSTEMS[ecosystem].install(client, version, folder)))
  }
  return { ecosystem, client, version, ...JSON.parse(readFileSync(kept, 'utf8')) }
}

/** Writes the metrics and the audit events as the server printed them, and everything else as one JSON file. */
async function save({ mounted, tokens, on, off }) {
  mkdirSync(RECORDED, { recursive: true })
  for (const [name, { metrics, audit }] of Object.entries({ on, off })) {
    writeFileSync(join(RECORDED, `metrics-extension-${name}.txt`), `${aboutTokens(metrics).join('\n')}\n`)
    writeFileSync(join(RECORDED, `audit-extension-${name}.jsonl`), `${firstOfEach(audit).join('\n')}\n`)
  }
  const told = ({ version, metrics, audit, ...rest }) => rest
  const observations = {
    date: new Date().toISOString().slice(0, 10),
    tools: {
      'kube-apiserver': `${values.version} (${on.version.goVersion})`,
      etcd: (await capture([values.etcd, '--version'])).replace(/^\D*/, '')
    },
    // Every line of the metrics that `grep stale` prints, as the vendors' guides advise.
    grepStale: on.metrics.split('\n').filter(line => line.includes('stale')),
    mounted,
    tokens,
    on: told(on),
    off: told(off)
  }
  const text = JSON.stringify(observations, undefined, 2)
  // One line for each event, and one for each set of numbers.
  const lines = text.replaceAll(/\{\s+"(?:stage|requests|asked|how)"(?:[^{}]|\{[^{}]*\})*\}/g, found =>
    found.replaceAll(/\s+/g, ' ')
  )
  writeFileSync(join(RECORDED, 'observations.json'), `${lines}\n`)
}

function aboutTokens(metrics) {
  return metrics.split('\n').filter(line => /^(?:# (?:HELP|TYPE) )?serviceaccount_/.test(line))
}

/** Of each user agent, stage, status and set of annotations the first that is about a token. */
function firstOfEach(lines) {
  const seen = new Set()
  return lines.filter(line => {
    const { userAgent, stage, user = {}, responseStatus = {}, annotations = {}, sourceIPs } = JSON.parse(line)
    const told = Object.keys(annotations).some(key => key.startsWith('authentication.k8s.io/'))
    const own = user.username?.startsWith('system:serviceaccount:') || userAgent?.startsWith('probe/')
    if (!told && !own && responseStatus.code !== 401) return false
    const key = JSON.stringify([userAgent, stage, responseStatus.code, Object.keys(annotations), sourceIPs])
    return !seen.has(key) && seen.add(key)
  })
}
