// A substitute for the Kubernetes API server: TLS with a certificate authority of its own, one port per program, two
// tokens.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'

const POD = { name: 'pods', singularName: 'pod', namespaced: true, kind: 'Pod', verbs: ['list'] }
const ANSWERS = {
  '/version': { major: '1', minor: '30', gitVersion: 'v1.30.0', gitCommit: '', gitTreeState: 'clean', platform: '' },
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/apis': { kind: 'APIGroupList', apiVersion: 'v1', groups: [] },
  '/api/v1': { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: 'v1', resources: [POD] },
  '/api/v1/namespaces/default/pods': {
    kind: 'PodList',
    apiVersion: 'v1',
    metadata: { resourceVersion: '1' },
    items: []
  }
}

/** Makes a certificate authority and a certificate for this machine, with `openssl`, because Node cannot. */
export function makeCertificates(folder) {
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const key = ['-newkey', 'rsa:2048', '-nodes']
  const authority = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign']
  openssl(
    ...['req', '-x509', ...key, '-days', '2', '-subj', '/CN=evidence', '-keyout', 'ca.key', '-out', 'ca.crt'],
    ...authority.flatMap(extension => ['-addext', extension])
  )
  openssl('req', ...key, '-subj', '/CN=kubernetes', '-keyout', 'server.key', '-out', 'server.csr')
  const names = 'IP:127.0.0.1,DNS:localhost,DNS:kubernetes.default.svc'
  writeFileSync(
    join(folder, 'server.ext'),
    `subjectAltName=${names}\nbasicConstraints=critical,CA:FALSE\nextendedKeyUsage=serverAuth\n`
  )
  openssl(
    ...['x509', '-req', '-days', '2', '-in', 'server.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-extfile', 'server.ext', '-out', 'server.crt']
  )
}

/**
 * Listens on a free port and calls `seen(token, status, path)` for every request. `judge(authorization)` gives the name
 * of the token and whether it is accepted at present.
 */
export async function startServer(folder, judge, seen) {
  const read = name => readFileSync(join(folder, name))
  const server = createServer({ key: read('server.key'), cert: read('server.crt') }, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://localhost')
    const { token, accepted } = judge(request.headers.authorization)
    // kr8s requests /version//, which the API server treats as /version.
    const body =
      ANSWERS[
        `/${pathname
          .split('/')
          .filter(part => part !== '')
          .join('/')}`
      ]
    const code = !accepted ? 401 : body ? 200 : 404
    seen(token, code, pathname)
    response.writeHead(code, { 'content-type': 'application/json' })
    response.end(JSON.stringify(code === 200 ? body : status(code)))
  })
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  return {
    port: server.address().port,
    close() {
      server.closeAllConnections()
      server.close()
    }
  }
}

function status(code) {
  const reason = code === 401 ? 'Unauthorized' : 'NotFound'
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message: reason, reason, code }
}
