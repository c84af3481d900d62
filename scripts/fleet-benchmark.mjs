#!/usr/bin/env node
// Scans invented repositories by the built command line against a stand-in for GitHub's API, after a build:
//   node scripts/fleet-benchmark.mjs [--repositories 2000] [--shards 16] [--at-once 4] [--kill]
// Prints requests, time and peak memory. --kill: ends each shard at a random moment first, and runs all again; the results must be the
// same. Every eighth request is refused by a secondary limit for a second. The repositories are the same on every run.

import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { register } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

register('./typescript-loader.mjs', import.meta.url)
const { FleetStandIn } = await import('../__tests__/support/api/fleet.ts')

const { values } = parseArgs({
  options: {
    repositories: { type: 'string', default: '2000' },
    shards: { type: 'string', default: '16' },
    'at-once': { type: 'string', default: '4' },
    kill: { type: 'boolean', default: false }
  }
})
const count = Number(values.repositories)
const shards = Number(values.shards)
const bundle = join(import.meta.dirname, '..', 'dist', 'cli', 'index.js')

let seed = 7
function chance() {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
  // The low bits of such numbers repeat soon.
  return (seed >>> 8) / 2 ** 24
}

/** Claimed files by quarter, as measured over public repositories of this field: docs of the product's walk. */
const CLAIMED = [2, 8, 36, 96, 334]

function repository(id) {
  const name = `acme/r${id}`
  const roll = chance()
  if (roll < 0.01) return { name, id }
  const quarter = Math.floor(chance() * 4)
  const claimed = Math.round(CLAIMED[quarter] + chance() * (CLAIMED[quarter + 1] - CLAIMED[quarter]))
  const files = {}
  for (let index = 0; index < claimed; index++) {
    const version = chance() < 0.1 ? 'v11.0.0+incompatible' : 'v0.29.3'
    const text = chance() < 0.3 ? `require k8s.io/client-go ${version}\n` : `require example.com/m${index} v1.0.0\n`
    files[`m${index}/go.mod`] = `module acme/r${id}/m${index}\n${text}`
  }
  for (let index = 0; index < claimed * 4; index++) files[`src/f${index}.txt`] = `${id} ${index}`
  files['.github/CODEOWNERS'] = `* @acme/team-${id % 40}\n`
  if (roll < 0.02) files['.github/bound-token-check.yml'] = 'fail-onn: error\n'
  return { name, id, files, ...(roll > 0.98 ? { fault: [404, 451, 500][id % 3] } : {}) }
}

const api = await new FleetStandIn(Array.from({ length: count }, (_, index) => repository(index + 1))).listen()
for (const limit of Object.values(api.limits)) Object.assign(limit, { limit: 100_000, remaining: 100_000 })
api.secondary.wait = 1
const limiting = setInterval(() => {
  api.secondary.left = 1
}, 3_000)
const folder = mkdtempSync(join(tmpdir(), 'fleet-'))
let peak = 0

/** Runs the command line. `after`: ends it after so many milliseconds. */
async function run(args, after) {
  const child = spawn(process.execPath, [bundle, 'fleet', ...args, '--quiet'], {
    cwd: folder,
    env: { ...process.env, ...api.environment },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let out = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', piece => {
      out += piece
    })
  }
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
    } catch {}
  }, 100)
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after)
  const status = await new Promise(done => child.on('close', (code, signal) => done(signal ?? code)))
  clearInterval(watch)
  clearTimeout(timer)
  return { status, out: out.trim() }
}

async function all(after) {
  const waiting = Array.from({ length: shards }, (_, index) => index + 1)
  const ended = []
  const worker = async () => {
    for (let shard = waiting.shift(); shard !== undefined; shard = waiting.shift())
      ended.push(await run(['scan', '--shard', String(shard)], after?.()))
  }
  await Promise.all(Array.from({ length: Number(values['at-once']) }, worker))
  return ended
}

const seconds = from => ((performance.now() - from) / 1000).toFixed(1)
try {
  let from = performance.now()
  console.log(
    'plan',
    (await run(['plan', 'acme', '--shard-size', String(Math.ceil(count / shards))])).out,
    seconds(from),
    's'
  )
  const planned = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))
  const states = {}
  for (const { state } of planned.repositories) states[state] = (states[state] ?? 0) + 1
  console.log(JSON.stringify(states), `in ${planned.shards} shards`)
  if (values.kill) {
    const ended = await all(() => 3_000 + chance() * 40_000)
    const files = readdirSync(join(folder, 'results')).filter(name => name.endsWith('.json')).length
    console.log(
      `${ended.filter(({ status }) => status === 'SIGKILL').length} of ${shards} shards ended, ${files} results there`
    )
  }
  from = performance.now()
  const before = api.requests.length
  const ended = await all()
  // As on the next day: what a limit left waiting.
  for (let again = 0; again < 3 && ended.some(({ status }) => status === 2); again++)
    ended.splice(0, ended.length, ...(await all()))
  const requests = api.requests.length - before
  console.log(
    `scan ${seconds(from)} s, exit codes ${[...new Set(ended.map(({ status }) => status))]}, ${requests} requests`
  )
  console.log(`peak memory of a shard ${Math.round(peak / 1024)} MiB`)
  const merged = await run(['merge', '--page', 'index.html'])
  console.log(merged.out)
  const fleet = JSON.parse(readFileSync(join(folder, 'fleet.json'), 'utf8'))
  const found = {}
  for (const { state } of fleet.repositories) found[state] = (found[state] ?? 0) + 1
  const sum = fleet.repositories.reduce((total, own) => total + own.requests, 0)
  console.log(
    JSON.stringify(found),
    `ids ${new Set(fleet.repositories.map(({ id }) => id)).size}`,
    `${(sum / count).toFixed(2)} requests a repository`
  )
  const digest = fleet.repositories.map(({ id, state, counts }) => [id, state, counts.error, counts.warning]).join(';')
  const { createHash } = await import('node:crypto')
  console.log(
    'results',
    createHash('sha256').update(digest).digest('hex').slice(0, 16),
    'violations',
    api.violations.length,
    api.violations[0] ?? ''
  )
} finally {
  clearInterval(limiting)
  await api.close()
  rmSync(folder, { recursive: true, force: true })
}
