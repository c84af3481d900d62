/**
 * Measures how fast the bundled command line reads audit logs, and how much memory it takes. It generates each log in a
 * temporary folder: `node scripts/audit-log-benchmark.mjs [GIGABYTES]`, by default 2. Build the bundle before.
 */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGzip } from 'node:zlib'

const gigabytes = Number(process.argv[2] ?? 2)
const MEGABYTE = 1_000_000
const SIZE = gigabytes * 1000 * MEGABYTE
const CLI = join(import.meta.dirname, '..', 'dist', 'cli', 'index.js')

/** Prints what the kernel says of the process after the bundle has run in it. */
const MEASURED = `
process.argv.splice(1, 1)
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.stderr.write(JSON.stringify({ peak: maxRSS, cpu: (userCPUTime + systemCPUTime) / 1e6 }))
})
await import(process.argv[1])`

/** One event of a log, from one of so many pods; one in `share` of them has a stale token. */
function event(number, { share, pods = 500 }) {
  const stale =
    number % share === 0
      ? `"authentication.k8s.io/stale-token":"subject: system:serviceaccount:shop:app-${number % 50}, seconds after warning threshold: ${number % 1_000_000}",`
      : ''
  const pod = `app-${number % 50}-${(number % pods).toString(36)}`
  const at = new Date(1_767_225_600_000 + number).toISOString()
  return `{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"${number.toString(16).padStart(32, '0')}","stage":"ResponseComplete","requestURI":"/api/v1/namespaces/shop/pods?limit=500&resourceVersion=${number}","verb":"list","user":{"username":"system:serviceaccount:shop:app-${number % 50}","uid":"5bb0c8ae-6a4c-4a73-8bc9-1d2f8d0d7b5e","groups":["system:serviceaccounts","system:serviceaccounts:shop","system:authenticated"],"extra":{"authentication.kubernetes.io/pod-name":["${pod}"],"authentication.kubernetes.io/pod-uid":["2f6a5c34-7f0f-4d8e-9f5b-0f6d6f3c9a11"]}},"sourceIPs":["10.0.0.9"],"userAgent":"OpenAPI-Generator/11.0.0/python","objectRef":{"resource":"pods","namespace":"shop","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":200},"requestReceivedTimestamp":"${at}","stageTimestamp":"${at}","annotations":{${stale}"authorization.k8s.io/decision":"allow","authorization.k8s.io/reason":"RBAC: allowed by RoleBinding \\"app/shop\\" of Role \\"app\\" to ServiceAccount \\"app/shop\\""}}`
}

const LOGS = [
  { name: 'JSON lines, 1 % stale', file: 'lines.log', share: 100, begin: '', between: '\n', end: '\n' },
  { name: 'JSON lines, all stale', file: 'stale.log', share: 1, begin: '', between: '\n', end: '\n' },
  {
    name: 'JSON lines, all stale, of a million pods',
    file: 'pods.log',
    share: 1,
    pods: 1_000_000,
    begin: '',
    between: '\n',
    end: '\n'
  },
  {
    name: 'one EventList on one line, 1 % stale',
    file: 'list.json',
    share: 100,
    begin: '{"kind":"EventList","apiVersion":"audit.k8s.io/v1","metadata":{},"items":[',
    between: ',',
    end: ']}'
  },
  { name: 'JSON lines, gzip, 1 % stale', file: 'lines.log.gz', share: 100, begin: '', between: '\n', end: '\n' }
]

async function generate(path, log) {
  const { begin, between, end } = log
  const file = createWriteStream(path)
  const gzip = path.endsWith('.gz') ? createGzip({ level: 1 }) : undefined
  gzip?.pipe(file)
  const out = gzip ?? file
  let written = 0
  let number = 0
  const write = async text => {
    written += text.length
    if (!out.write(text)) await once(out, 'drain')
  }
  await write(begin)
  while (written < SIZE) {
    const events = []
    for (let index = 0; index < 1000; index++) events.push(event(number++, log))
    await write((number === 1000 ? '' : between) + events.join(between))
  }
  await write(end)
  out.end()
  await once(file, 'close')
  return { bytes: written, events: number }
}

async function measure(path) {
  const begun = performance.now()
  const args = [
    '--input-type=module',
    '--eval',
    MEASURED,
    '--',
    'x',
    CLI,
    'cluster',
    '--audit-log',
    path,
    '--format',
    'json'
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, error] = ['', '']
  const texts = { out, error }
  child.stdout.on('data', text => {
    texts.out += text
  })
  child.stderr.on('data', text => {
    texts.error += text
  })
  const [status] = await once(child, 'close')
  const seconds = (performance.now() - begun) / 1000
  return { status, seconds, ...JSON.parse(texts.error), report: JSON.parse(texts.out) }
}

const folder = mkdtempSync(join(tmpdir(), 'audit-log-'))
try {
  for (const log of LOGS) {
    const path = join(folder, log.file)
    const { bytes, events } = await generate(path, log)
    const { status, seconds, cpu, peak, report } = await measure(path)
    const speed = duration => `${Math.round(bytes / MEGABYTE / duration)} MB/s`
    const requests = report.uses.reduce((sum, use) => sum + use.requests, 0)
    console.log(
      `${log.name}: ${Math.round(bytes / MEGABYTE)} MB (${Math.round(statSync(path).size / MEGABYTE)} MB on disk), ${events} events: ${speed(seconds)}, ${speed(cpu)} of processor time, ${Math.round((peak * 1024) / MEGABYTE)} MB at its peak; exit code ${status}, ${requests} requests with stale tokens, ${report.gaps.length} gaps`
    )
    rmSync(path)
  }
} finally {
  rmSync(folder, { recursive: true })
}
