// The service account, its pod and its tokens: those that the API server issues, and those in Secrets.
import { execFileSync } from 'node:child_process'
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const NAMESPACE = 'shop'
const ACCOUNT = 'cart'
const POD = 'cart-1'
const NODE = 'worker-1'
/** The lifetime that tells the API server to extend a token, in seconds. */
export const EXTENDED_LIFETIME = 3607

const access = '/apis/rbac.authorization.k8s.io/v1'
const accounts = `/api/v1/namespaces/${NAMESPACE}/serviceaccounts`
const secrets = `/api/v1/namespaces/${NAMESPACE}/secrets`
const pods = `/api/v1/namespaces/${NAMESPACE}/pods`

/** Makes the keys of the service accounts, with `openssl`. */
export function makeKeys(folder) {
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  openssl('genrsa', '-out', 'sa.key', '2048')
  openssl('rsa', '-in', 'sa.key', '-pubout', '-out', 'sa.pub')
}

/** Sends a request as the administrator and returns the object. Throws if the API server refuses. */
export async function must(server, method, path, body) {
  const { status, text } = await server.ask(method, path, { body })
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`)
  return JSON.parse(text)
}

/** Makes the service account, which may list pods, and a pod of it on a node; returns the pod as the API server has it. */
export async function makePod(server) {
  const metadata = { name: ACCOUNT }
  const spec = {
    serviceAccountName: ACCOUNT,
    nodeName: NODE,
    containers: [{ name: 'app', image: 'registry.example/cart' }]
  }
  await must(server, 'POST', '/api/v1/namespaces', { metadata: { name: NAMESPACE } })
  await must(server, 'POST', '/api/v1/nodes', { metadata: { name: NODE } })
  await must(server, 'POST', accounts, { metadata })
  await must(server, 'POST', `${access}/clusterroles`, {
    metadata,
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }]
  })
  await must(server, 'POST', `${access}/clusterrolebindings`, {
    metadata,
    subjects: [{ kind: 'ServiceAccount', name: ACCOUNT, namespace: NAMESPACE }],
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: ACCOUNT }
  })
  return await must(server, 'POST', pods, { metadata: { name: POD }, spec })
}

/** Requests a token as the kubelet does. Returns the whole answer; `bound: false` leaves the pod out. */
export async function requestToken(server, { seconds = EXTENDED_LIFETIME, bound = true, audiences } = {}) {
  const { metadata } = await must(server, 'GET', `${pods}/${POD}`)
  const boundObjectRef = { kind: 'Pod', apiVersion: 'v1', name: POD, uid: metadata.uid }
  const spec = { expirationSeconds: seconds, ...(audiences && { audiences }), ...(bound && { boundObjectRef }) }
  return await must(server, 'POST', `${accounts}/${ACCOUNT}/token`, { spec })
}

/** The claims of a token. */
export function claimsOf(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
}

/**
 * Makes a Secret with a token that never expires. The controller that writes such tokens is not part of the API server,
 * so the token is signed here with the same key and the same claims. `listed` puts the Secret into the list of the
 * service account, where the controller before 1.24 put the Secrets it made by itself.
 */
export async function makeSecretToken(server, folder, { name, labels, listed }) {
  const account = await must(server, 'GET', `${accounts}/${ACCOUNT}`)
  const token = signLegacy(join(folder, 'sa.key'), {
    iss: 'kubernetes/serviceaccount',
    'kubernetes.io/serviceaccount/namespace': NAMESPACE,
    'kubernetes.io/serviceaccount/secret.name': name,
    'kubernetes.io/serviceaccount/service-account.name': ACCOUNT,
    'kubernetes.io/serviceaccount/service-account.uid': account.metadata.uid,
    sub: `system:serviceaccount:${NAMESPACE}:${ACCOUNT}`
  })
  const annotations = { 'kubernetes.io/service-account.name': ACCOUNT }
  const data = { token: Buffer.from(token).toString('base64') }
  await must(server, 'POST', secrets, {
    type: 'kubernetes.io/service-account-token',
    metadata: { name, labels, annotations },
    data
  })
  if (listed) {
    account.secrets = [...(account.secrets ?? []), { name }]
    await must(server, 'PUT', `${accounts}/${ACCOUNT}`, account)
  }
  return token
}

/** The labels of a Secret. */
export async function labelsOf(server, name) {
  return (await must(server, 'GET', `${secrets}/${name}`)).metadata.labels
}

/** The server finds the key by the hash of its public half. */
function signLegacy(path, claims) {
  const key = createPrivateKey(readFileSync(path))
  const kid = createHash('sha256')
    .update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
    .digest('base64url')
  const part = value => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'RS256', kid })}.${part(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}
