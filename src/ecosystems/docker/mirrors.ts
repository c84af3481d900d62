/**
 * The names that an image may have at its makers, where a mirror or a proxy gives it another one. Sources:
 * - Harbor, Artifactory, ECR and Nexus put the name of a project before the path:
 *   https://goharbor.io/docs/2.10.0/administration/configure-proxy-cache/,
 *   https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html;
 * - Rancher joins owner and name: https://github.com/rancher/image-mirror#naming; its hardened images are the same
 *   programs, built anew: https://github.com/rancher/image-build-base;
 * - Bitnami keeps its old images under another owner: https://github.com/bitnami/containers/issues/83267;
 * - several registries copy those images of Kubernetes that have no owner:
 *   https://kubernetes.io/blog/2022/11/28/registry-k8s-io-faster-cheaper-ga/;
 * - old images of Kubernetes carry the architecture in their names.
 */

/** Owners that hold copies of images without an owner. */
const COPIES = new Set([
  'google_containers',
  'google-containers',
  'googlecontainer',
  'googlecontainers',
  'mirrorgooglecontainers',
  'k8s-artifacts-prod',
  'k8s_artifacts_prod',
  'library'
])
/** Owners whose images have moved to another one: https://github.com/bitnami/containers/issues/83267. */
const MOVED: ReadonlyMap<string, string> = new Map([
  ['bitnamilegacy', 'bitnami'],
  ['bitnamisecure', 'bitnami']
])
/** What Rancher puts before the joined name of an image; the oldest mirrors have nothing there. */
const RANCHER = /^(?:mirrored-|hardened-(?:k8s-)?)?(?<joined>[\w.-]+)$/
const MIRRORED = /^mirrored-(?<joined>[\w.-]+)$/
const ARCHITECTURE = /-(?:amd64|arm64|arm|ppc64le|s390x)$/
/** In characters and parts: no registry accepts more. */
const LONGEST_NAME = 255
const MOST_PARTS = 32

/**
 * The other paths of an image whose path, without its registry, is given; the likeliest first. Only what is known under
 * one of them is a copy of it: an owner alone, as in `acme/traefik`, is somebody's own build.
 */
export function namesBehind(path: string): readonly string[] {
  if (path.length > LONGEST_NAME) return []
  const plain = path.replace(ARCHITECTURE, '')
  const found = plain === path ? ownersAbove(path) : [plain, ...ownersAbove(path), ...ownersAbove(plain)]
  return [...new Set(found)]
}

function ownersAbove(path: string): string[] {
  const parts = path.split('/').slice(-MOST_PARTS)
  const [owner = '', name = ''] = parts.slice(-2)
  // An owner and a name are all that most registries need: what is before them is a project of a proxy.
  const inProxy = parts.length > 2 ? [`${owner}/${name}`] : []
  const copied = parts.length > 1 && COPIES.has(owner) ? [name] : []
  const pattern = owner === 'rancher' ? RANCHER : MIRRORED
  const joined = pattern.exec(name)?.groups?.['joined']
  const before = MOVED.get(owner)
  const moved = before === undefined ? [] : [`${before}/${name}`]
  return [...inProxy, ...moved, ...copied, ...(joined === undefined || parts.length < 2 ? [] : split(joined))]
}

/** Owner and name that a hyphen joins, at each place where the owner may end; at last the whole as a name. */
function split(joined: string): string[] {
  const hyphens = Array.from(joined.matchAll(/-/g), ({ index }) => index)
  const pairs = hyphens.map(index => `${joined.slice(0, index)}/${joined.slice(index + 1)}`)
  return [...pairs.map(pair => pair.replace(/^library\//, '')), joined]
}
