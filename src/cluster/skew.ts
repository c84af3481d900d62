/**
 * Whether client-go is too far behind the cluster. The documents of CCE ask for no more than two "major versions" behind, with one
 * example: 1.19 for a cluster of 1.23. Two readings of that give 1.19: two releases of CCE back, and four minor versions back.
 * https://support.huaweicloud.com/intl/en-us/usermanual-cce/cce_10_0477.html
 */

import type { Dependency } from '../model/dependency.ts'
import type { Skew } from '../settings/choices.ts'
import { CCE_RELEASES } from './platforms.ts'
import type { ClusterProfile } from './profile.ts'

/** The packages that have the version of a Kubernetes release, by their purl type. */
const KUBERNETES_MODULES: ReadonlyMap<string, readonly string[]> = new Map([
  ['golang', ['k8s.io/client-go', 'github.com/kubernetes/client-go', 'k8s.io/api', 'k8s.io/apimachinery']]
])

/** How many of its releases CCE asks to be behind at most, and how many minor versions that was when it did. */
const CCE_BEHIND = 2
const MINORS_BEHIND = 4

/** `v0.M.P` and its pre-releases and pseudo-versions are 1.M; `v0.0.0` says nothing. */
const MODULE = /^v0\.(?<minor>[1-9]\d{0,2})\.\d/
const TAG = /^kubernetes-1\.(?<minor>\d{1,3})\.\d/
/** `vN.0.0` came out with 1.(N+3): https://github.com/kubernetes/client-go#compatibility-matrix. Not so a pseudo-version. */
const OLD = /^v(?<major>[2-9]|1[0-2])\.0\.0(?:\+incompatible)?$/
const FIRST = /^v1\.(?<minor>[45])\.\d+(?:\+incompatible)?$/
const OLD_MAJOR_TO_MINOR = 3

/** The minor version of Kubernetes that client-go must have at least; undefined where none is asked for. */
export function leastMinor(profile: ClusterProfile): number | undefined {
  const { minor, platform } = profile
  const skew = profile.skew?.value ?? (platform?.value === 'cce' ? 'cce-releases' : 'off')
  return minor && least(minor.value, skew)
}

function least(minor: number, skew: Skew): number | undefined {
  if (skew === 'off') return undefined
  if (skew === 'minor-versions') return Math.max(0, minor - MINORS_BEHIND)
  // A version that CCE does not offer counts as its nearest release below.
  const at = CCE_RELEASES.findLastIndex(release => release <= minor)
  return CCE_RELEASES[at - CCE_BEHIND]
}

/** The minor version of Kubernetes that a dependency is of; undefined for other packages, and where its version does not say it. */
export function kubernetesMinorOf({
  ecosystem,
  name,
  requirement
}: Pick<Dependency, 'ecosystem' | 'name' | 'requirement'>): number | undefined {
  const isOfKubernetes = KUBERNETES_MODULES.get(ecosystem)?.includes(name) === true
  if (!isOfKubernetes || requirement.kind !== 'version') return undefined
  const { text } = requirement
  const minor = (MODULE.exec(text) ?? TAG.exec(text) ?? FIRST.exec(text))?.groups?.['minor']
  if (minor !== undefined) return Number(minor)
  const major = OLD.exec(text)?.groups?.['major']
  return major === undefined ? undefined : Number(major) + OLD_MAJOR_TO_MINOR
}
