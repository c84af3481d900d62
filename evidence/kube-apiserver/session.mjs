// One session, in a mount namespace of its own: `record.mjs` starts it with a plan and reads what it recorded.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeCertificates } from '../api-server.mjs'
import { coverVarRun, mountServiceAccount } from '../service-account.mjs'
import { startApiServer, startEtcd } from './servers.mjs'
import {
  claimsOf,
  EXTENDED_LIFETIME,
  labelsOf,
  makeKeys,
  makePod,
  makeSecretToken,
  must,
  requestToken
} from './tokens.mjs'

const DAY = 86_400
const PODS = '/api/v1/namespaces/default/pods'
/** Past the lifetime of a token and before its end by the extension, in seconds. */
const PAST_LIFETIME = 4000
/** The clients before and after the rotation of their token, in seconds; the second is enough for all that read it. */
const BEFORE = 40
const AFTER = 120
/** From this second after the rotation on, the requests count as those after it: clients read the file each minute. */
const SETTLED = 90

const REVIEWS = '/apis/authentication.k8s.io/v1/tokenreviews'
const TRACKING = '/api/v1/namespaces/kube-system/configmaps/kube-apiserver-legacy-service-account-token-tracking'

const [folder] = process.argv.slice(2)
const {
  outside,
  etcd: etcdProgram,
  kubeApiserver,
  programs
} = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))

coverVarRun(outside)
makeCertificates(folder)
makeKeys(folder)
const etcd = await startEtcd(etcdProgram, folder)

/** Runs an API server for as long as `work` takes. */
async function withServer(options, work) {
  console.error(`API server "${options.name}": clock ${options.shift} s, extension ${options.extend ? 'on' : 'off'}`)
  const server = await startApiServer(kubeApiserver, folder, etcd, options)
  try {
    return await work(server)
  } finally {
    await server.stop()
  }
}

const tokens = {}
/** Keeps the token under a name, and what was asked and given. */
async function issue(server, name, how, request) {
  const answer = await requestToken(server, request)
  const { token, expirationTimestamp } = answer.status
  const { iat, exp, 'kubernetes.io': kubernetes } = claimsOf(token)
  tokens[name] = {
    token,
    how,
    asked: answer.spec.expirationSeconds,
    promised: Math.round(Date.parse(expirationTimestamp) / 1000) - iat,
    lifetime: exp - iat,
    ...(kubernetes.warnafter && { warnsAfter: kubernetes.warnafter - iat })
  }
}

const pod = await withServer({ name: 'year-ago', shift: -366 * DAY, extend: true }, async server => {
  const made = await makePod(server)
  await issue(server, 'past-extension', 'extension on, 366 days ago', {})
  return made
})
await withServer({ name: 'months-ago', shift: -364 * DAY, extend: true }, server =>
  issue(server, 'last-day', 'extension on, 364 days ago', {})
)
await withServer({ name: 'hour-ago-off', shift: -PAST_LIFETIME, extend: false }, server =>
  issue(server, 'not-extended', `extension off, ${PAST_LIFETIME} s ago`, {})
)
await withServer({ name: 'hour-ago', shift: -PAST_LIFETIME, extend: true }, async server => {
  const ago = `extension on, ${PAST_LIFETIME} s ago`
  await issue(server, 'stale', ago, {})
  await issue(server, 'other-lifetime', ago, { seconds: EXTENDED_LIFETIME - 7 })
  await issue(server, 'longer-lifetime', ago, { seconds: 2 * EXTENDED_LIFETIME })
  await issue(server, 'without-pod', ago, { bound: false })
  await issue(server, 'other-audience', ago, { audiences: ['vault'] })
})

const on = await withServer({ name: 'on', shift: 0, extend: true }, async server => {
  await issue(server, 'fresh', 'extension on, now', {})
  const names = Object.keys(tokens)
  const probes = []
  for (const name of names) probes.push(await probe(server, name, withToken(server, tokens[name].token)))
  // The API server remembers each token for ten seconds.
  await sleep(11_000)
  probes.push(await probe(server, 'stale-five-times', withToken(server, tokens.stale.token), 5))
  await sleep(11_000)
  const body = { spec: { token: tokens.stale.token } }
  probes.push(await probe(server, 'token-review', userAgent => server.ask('POST', REVIEWS, { body, userAgent })))
  for (const secret of [
    { name: 'cart-manual' },
    { name: 'cart-token-auto1', listed: true },
    { name: 'cart-token-auto2', listed: true, labels: { 'kubernetes.io/legacy-token-invalid-since': '2026-01-01' } }
  ]) {
    const token = await makeSecretToken(server, folder, secret)
    // The API server reads service accounts from its own cache.
    await sleep(2000)
    const result = await probe(server, secret.name, withToken(server, token))
    probes.push({ ...result, labelsAfterwards: await labelsOf(server, secret.name) })
  }
  const { data } = await must(server, 'GET', TRACKING)
  return { probes, tracking: data, clients: await runClients(server, programs), ...(await recordOf(server)) }
})
const off = await withServer({ name: 'off', shift: 0, extend: false }, async server => {
  await issue(server, 'fresh-not-extended', 'extension off, now', {})
  const atStart = countersIn(await metrics(server))
  const probes = []
  for (const name of ['stale', 'fresh', 'not-extended', 'fresh-not-extended'])
    probes.push(await probe(server, name, withToken(server, tokens[name].token)))
  return { atStart, probes, ...(await recordOf(server)) }
})
await etcd.stop()

const issued = Object.fromEntries(Object.entries(tokens).map(([name, { token, ...told }]) => [name, told]))
const mounted = pod.spec.volumes
  .flatMap(({ projected }) => projected.sources)
  .find(source => source.serviceAccountToken)
writeFileSync(join(folder, 'recorded.json'), JSON.stringify({ mounted, tokens: issued, on, off }))
process.exit(0)

/** Sends one request `times` times in a row, and records what the API server answers, counts and logs. */
async function probe(server, name, send, times = 1) {
  const userAgent = `probe/${name}`
  const before = countersIn(await metrics(server))
  const answers = []
  for (let index = 0; index < times; index++) answers.push(await send(userAgent))
  const after = countersIn(await metrics(server))
  const { status, warning, text } = answers.at(-1)
  const counted = Object.entries(after)
    .map(([counter, value]) => [counter, value - (before[counter] ?? 0)])
    .filter(([, difference]) => difference !== 0)
  const events = server
    .audit()
    .map(line => JSON.parse(line))
    .filter(event => event.userAgent === userAgent)
  return {
    name,
    requests: times,
    status,
    ...(status >= 400 && { message: JSON.parse(text).message }),
    ...(warning && { warning }),
    counted: Object.fromEntries(counted),
    events: events.map(({ stage, user, annotations = {} }) => ({
      stage,
      user: user?.username,
      annotations: own(annotations)
    }))
  }
}

/** A request for pods with a token. */
function withToken(server, token) {
  return userAgent => server.ask('GET', PODS, { token, userAgent })
}

/** The annotations about tokens. */
function own(annotations) {
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => key.startsWith('authentication.k8s.io/')))
}

async function metrics(server) {
  const { text } = await server.ask('GET', '/metrics')
  return text
}

/** The counters about service-account tokens in a text of metrics. */
function countersIn(text) {
  const lines = text.matchAll(/^(serviceaccount_\w+_total)(?:\{[^}]*\})? (\S+)$/gm)
  return Object.fromEntries(Array.from(lines, ([, name, value]) => [name, Number(value)]))
}

/** What the project keeps of a server: its metrics, its audit events and what it says of refused tokens. */
async function recordOf(server) {
  const refused = server.log().matchAll(/"Unable to authenticate the request" err="(.*)"$/gm)
  return {
    version: await must(server, 'GET', '/version'),
    metrics: await metrics(server),
    audit: server.audit(),
    refused: [...new Set(Array.from(refused, ([, error]) => error))]
  }
}

/**
 * Runs released clients with the stale token mounted, replaces it by the fresh one, and counts for each client the
 * requests that the audit log calls stale. Each has a source address of its own, by which the audit log tells them
 * apart.
 */
async function runClients(server, programs) {
  const rotate = mountServiceAccount(join(folder, 'ca.crt'), tokens.stale.token)
  const running = await Promise.all(
    programs.map((program, index) => start(program, server.port, `127.0.1.${index + 1}`))
  )
  await sleep(BEFORE * 1000)
  const rotated = Date.now()
  rotate(tokens.fresh.token)
  console.error(`token rotated; the clients run for ${AFTER} s more`)
  await sleep(AFTER * 1000)
  for (const { stop } of running) stop()
  const events = server.audit().map(line => JSON.parse(line))
  return running.map(({ ecosystem, client, version, address, log }) => {
    const own = events.filter(({ stage, sourceIPs }) => stage === 'ResponseComplete' && sourceIPs[0] === address)
    const since = ({ requestReceivedTimestamp }) => (Date.parse(requestReceivedTimestamp) - rotated) / 1000
    const stale = chosen =>
      chosen.filter(({ annotations }) => annotations?.['authentication.k8s.io/stale-token']).length
    const before = own.filter(event => since(event) < 0)
    const settled = own.filter(event => since(event) > SETTLED)
    return {
      ...{ ecosystem, client, version, userAgents: [...new Set(own.map(({ userAgent }) => userAgent))] },
      before: { requests: before.length, stale: stale(before) },
      settled: { requests: settled.length, stale: stale(settled) },
      ...(own.length === 0 && { log: log() })
    }
  })
}

/** Starts a client behind a proxy that connects from an address of its own. */
async function start({ ecosystem, client, version, command, cwd, env }, port, address) {
  const proxy = createServer(incoming => {
    const outgoing = connect({ port, host: '127.0.0.1', localAddress: address })
    incoming.pipe(outgoing).pipe(incoming)
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming]
    ])
      one.on('error', () => other.destroy())
  })
  await new Promise(resolve => proxy.listen(0, '127.0.0.1', resolve))
  const home = join(folder, `home-${address}`)
  mkdirSync(home)
  let text = ''
  // No settings of the user: no kubeconfig, no proxy, no certificates.
  const child = spawn(command[0], command.slice(1), {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      KUBERNETES_SERVICE_HOST: '127.0.0.1',
      KUBERNETES_SERVICE_PORT: String(proxy.address().port),
      ...env
    },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', words => {
      text = `${text}${words}`.slice(-2000)
    })
  child.on('error', error => {
    text += error.message
  })
  const stop = () => {
    child.kill('SIGKILL')
    proxy.close()
  }
  return { ecosystem, client, version, address, log: () => text.trim(), stop }
}
