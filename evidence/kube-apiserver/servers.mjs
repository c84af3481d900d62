// etcd and kube-apiserver on this machine's loopback address, without a kubelet and without controllers.
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { Agent, request as send } from 'node:https'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CLOCK_SHIFT } from './build.mjs'

const ADMINISTRATOR = 'administrator'
/** How long a server may take to start, in seconds: it is not optimised, and the machine may be busy. */
const PATIENCE = 300

/** All stages of all requests, as in the policy that most guides show. */
const POLICY = 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n  - level: Metadata\n'

/** Starts etcd in a folder. */
export async function startEtcd(program, folder) {
  const [client, peer] = await freePorts(2)
  const url = `http://127.0.0.1:${client}`
  const peers = `http://127.0.0.1:${peer}`
  const stop = launch(folder, 'etcd', [
    ...[program, '--data-dir', join(folder, 'etcd'), '--listen-client-urls', url, '--advertise-client-urls', url],
    ...['--listen-peer-urls', peers, '--initial-advertise-peer-urls', peers, '--initial-cluster', `default=${peers}`]
  ])
  return { url, stop }
}

/**
 * Starts kube-apiserver under a name: `shift` moves its clock, in seconds; `extend` says whether it extends tokens. The
 * folder has `server.crt`, `server.key`, `ca.crt`, and the service-account keys `sa.key` and `sa.pub`.
 */
export async function startApiServer(program, folder, etcd, { name, shift, extend }) {
  writeFileSync(join(folder, 'tokens.csv'), `${ADMINISTRATOR},administrator,administrator,system:masters\n`)
  writeFileSync(join(folder, 'policy.yaml'), POLICY)
  const [port] = await freePorts(1)
  const file = path => join(folder, path)
  const flags = {
    'etcd-servers': etcd.url,
    'bind-address': '127.0.0.1',
    'advertise-address': '127.0.0.1',
    'endpoint-reconciler-type': 'none',
    'secure-port': port,
    'service-cluster-ip-range': '10.0.0.0/24',
    'authorization-mode': 'RBAC',
    'tls-cert-file': file('server.crt'),
    'tls-private-key-file': file('server.key'),
    'token-auth-file': file('tokens.csv'),
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-signing-key-file': file('sa.key'),
    'service-account-key-file': file('sa.pub'),
    'service-account-extend-token-expiration': extend,
    'audit-policy-file': file('policy.yaml'),
    'audit-log-path': file(`audit-${name}.jsonl`)
  }
  const command = [program, ...Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`)]
  const stop = launch(folder, `kube-apiserver-${name}`, command, { [CLOCK_SHIFT]: String(shift) })
  const server = {
    port,
    ask: asker(port, readFileSync(file('ca.crt'))),
    audit: () =>
      readFileSync(file(`audit-${name}.jsonl`), 'utf8')
        .split('\n')
        .filter(Boolean),
    log: () => readFileSync(file(`kube-apiserver-${name}.log`), 'utf8'),
    stop
  }
  for (const end = Date.now() + PATIENCE * 1000; ; await sleep(1000)) {
    const { status } = await server.ask('GET', '/readyz').catch(() => ({}))
    if (status === 200) return server
    if (Date.now() > end) throw new Error(`kube-apiserver did not start: ${server.log().slice(-1000)}`)
  }
}

/** Sends one request on a connection of its own; `token` is the administrator's if not given. */
function asker(port, ca) {
  const agent = new Agent({ ca, keepAlive: false })
  return (method, path, { body, token = ADMINISTRATOR, userAgent = 'evidence/administrator' } = {}) =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'user-agent': userAgent,
        ...(body ? { 'content-type': 'application/json' } : {})
      }
      const request = send({ agent, host: '127.0.0.1', port, method, path, headers }, response => {
        let text = ''
        response.setEncoding('utf8').on('data', chunk => {
          text += chunk
        })
        response
          .on('error', reject)
          .on('end', () => resolve({ status: response.statusCode, warning: response.headers.warning, text }))
      })
      request.on('error', reject).end(body && JSON.stringify(body))
    })
}

/** Starts a program with its output in a file. Returns the function that ends it and waits for its end. */
function launch(folder, name, [command, ...args], env = {}) {
  mkdirSync(folder, { recursive: true })
  const output = openSync(join(folder, `${name}.log`), 'w')
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output]
  })
  closeSync(output)
  const ended = new Promise(resolve => child.once('exit', resolve).once('error', resolve))
  process.once('exit', () => child.kill('SIGKILL'))
  return async () => {
    child.kill('SIGTERM')
    const forced = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await ended
    clearTimeout(forced)
  }
}

async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = []
  for (const server of servers) {
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
    ports.push(server.address().port)
  }
  for (const server of servers) await new Promise(resolve => server.close(resolve))
  return ports
}
