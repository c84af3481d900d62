// One run, in a mount namespace of its own: `prove.mjs` starts it with a plan and reads its observations.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeCertificates, startServer } from './api-server.mjs'
import { END, REFUSED_FROM } from './observe.mjs'
import { coverVarRun, mountServiceAccount } from './service-account.mjs'

/** The time that the programs have for their first two requests, in seconds. */
const PATIENCE = 120

const [folder] = process.argv.slice(2)
const { outside, programs: plan } = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))

coverVarRun(outside)
makeCertificates(folder)
const tokens = { first: makeToken('first'), second: makeToken('second') }
const rotate = mountServiceAccount(join(folder, 'ca.crt'), tokens.first)

let accepted = ['first']
function judge(authorization) {
  if (authorization === undefined) return { token: 'none', accepted: false }
  const [scheme, value] = authorization.split(' ')
  // As in the API server, the scheme may have any letter case: Python's client sends "bearer".
  if (scheme.toLowerCase() !== 'bearer') return { token: 'other', accepted: false }
  const token = Object.keys(tokens).find(name => value === tokens[name]) ?? 'other'
  return { token, accepted: accepted.includes(token) }
}

const programs = await Promise.all(plan.map(start))
const started = Date.now()
const waiting = () =>
  programs.filter(({ requests, ended }) => requests.filter(({ status }) => status !== 404).length < 2 && !ended())
while (waiting().length > 0 && Date.now() - started < PATIENCE * 1000) await sleep(500)

const rotated = Date.now()
accepted = ['first', 'second']
rotate(tokens.second)
console.error(`token rotated; the first one is refused in ${REFUSED_FROM} s, the run ends in ${END} s`)
await sleep(REFUSED_FROM * 1000)
accepted = ['second']
await sleep((END - REFUSED_FROM) * 1000)

const seen = programs.map(({ requests, stop, log }) => {
  stop()
  const at = time => Math.round((time - rotated) / 1000)
  return { requests: requests.map(({ time, ...request }) => ({ ...request, at: at(time) })), log: log() }
})
writeFileSync(join(folder, 'seen.json'), JSON.stringify(seen))
process.exit(0)

async function start({ command, cwd, env }, index) {
  const requests = []
  let text = ''
  // Only the end of the output is used, and the output may be long.
  const say = words => {
    text = `${text}${words}`.slice(-4000)
  }
  const server = await startServer(folder, judge, (token, status, path) => {
    if (status === 404) say(`the server has no ${path}\n`)
    requests.push({ token, status, time: Date.now() })
  })
  // No settings of the user: no kubeconfig, no proxy, no certificates.
  const home = join(folder, `home-${index}`)
  mkdirSync(home)
  const child = spawn(command[0], command.slice(1), {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      KUBERNETES_SERVICE_HOST: '127.0.0.1',
      KUBERNETES_SERVICE_PORT: String(server.port),
      ...env
    },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', say)
  child.on('error', error => say(error.message))
  return {
    requests,
    ended: () => child.exitCode !== null || child.pid === undefined,
    stop() {
      child.kill('SIGKILL')
      server.close()
    },
    log: () => text.trim()
  }
}

/** A token with the form of a bound token, in case a client parses it; its signature is not checked. */
function makeToken(name) {
  const part = value => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    aud: ['https://kubernetes.default.svc'],
    exp: now + 3607,
    iat: now,
    sub: 'system:serviceaccount:default:default'
  }
  return `${part({ alg: 'RS256', kid: name })}.${part(claims)}.${part(name)}`
}
