/**
 * client-go and its forks. The order of versions does not separate those that reload: v11.0.0 sorts above v0.15.7 and
 * reads the token once. So a procedure judges each form of version; the rows are at the end of the file.
 */

import compare from 'semver/functions/compare.js'
import type { GoVersion, PseudoVersion } from '../../ecosystems/golang/module-version.ts'
import { parseGoVersion } from '../../ecosystems/golang/version.ts'
import type { Requirement, SourceRequirement } from '../../model/dependency.ts'
import type { Behaviour, Evidence, Proof } from '../../model/verdict.ts'
import { READ_AT_START, READ_EVERY_MINUTE } from '../claims.ts'
import type { Client, Observation } from '../client.ts'
import { ACK, CCE, CHANGELOG, EKS, KEP, TKE } from '../documents.ts'
import { READS_ONCE, REGRESSED, RELOADS, RELOADS_EVERY_FIVE_MINUTES } from './golang-commits.ts'
import { golangFrameworks } from './golang-frameworks.ts'

/** A Kubernetes release, `1.minor.patch`, with its pre-release such as `beta.0`. */
interface KubernetesVersion {
  readonly minor: number
  readonly patch: number
  readonly prerelease?: string
}

/** The time of the first commit with the fix, on release-11.0. In milliseconds, like the other times here. */
const FIRST_FIXED = Date.parse('2019-05-14T16:29:16Z')
/** The time of the regression on master. */
const REGRESSED_SINCE = Date.parse('2018-12-04T00:00:00Z')
const TIMESTAMP = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)$/
/** The format of `revisionTime` in govendor and of `updated` in glide. */
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/
/** The minimum v0.15.7 as a Kubernetes release: v0.M.P is 1.M.P. */
const MINIMUM: KubernetesVersion = { minor: 15, patch: 7 }

const KUBERNETES_TAG =
  /^kubernetes-1\.(?<minor>\d{1,3})\.(?<patch>\d{1,3})(?:-(?<prerelease>(?:alpha|beta|rc)\.\d{1,3}))?$/
const K3S_TAG = /^v1\.(?<minor>\d{1,3})\.(?<patch>\d{1,3})-k3s\d+$/
const RANCHER_TAG = /^v\d{1,2}\.\d{1,3}\.\d{1,3}-rancher\.?\d*$/
const REVISION = /^[0-9a-f]{7,40}$/
/** The digits of each commit in the lists of golang-commits.ts. */
const COMMIT_DIGITS = 7
/** Branches of client-go that were closed before the fix. */
const OLD_BRANCH = /^release-(?:1\.[45]|[2-8]\.0)$/

// Pull requests of kubernetes/kubernetes, where client-go is developed.
const CACHED = 67359
const REGRESSION = 71713
const FIX = 77613

function pull(number: number, proof: Proof): Evidence {
  return {
    text: `kubernetes/kubernetes#${number}`,
    url: `https://github.com/kubernetes/kubernetes/pull/${number}`,
    proof
  }
}

function reloads(proof: Proof): Observation {
  return { behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [pull(FIX, proof)] }
}

function reloadsLate(proof: Proof): Observation {
  const because =
    'The token file is read again every five minutes only, and code that sets its own transport loses the token.'
  return { behaviour: 'reloads-late', because, evidence: [pull(CACHED, proof)] }
}

/** Before the first attempt of September 2018. */
function readsOnce(proof: Proof): Observation {
  return {
    behaviour: 'reads-once',
    because: READ_AT_START,
    evidence: [pull(CACHED, proof)]
  }
}

/** Between the regression of December 2018 and its fix. */
function regressed(proof: Proof): Observation {
  const because =
    'The token file is read once: a regression of December 2018 drops the path of the file on its way to the transport.'
  return { behaviour: 'reads-once', because, evidence: [pull(REGRESSION, proof), pull(FIX, proof)] }
}

function notKnown(reason: NonNullable<Observation['reason']>, because: string): Observation {
  return { behaviour: 'not-known', reason, because, evidence: [] }
}

function below(observation: Observation, version: KubernetesVersion): Observation {
  const order = version.minor - MINIMUM.minor || version.patch - MINIMUM.patch
  return { ...observation, belowMinimum: order < 0 || (order === 0 && version.prerelease !== undefined) }
}

/** The behaviour of upstream client-go at a version, tag or commit; undefined for ranges and unknown forms. */
function observeClientGo(requirement: Requirement): Observation | undefined {
  if (requirement.kind === 'source') return observeSource(requirement)
  if (requirement.kind !== 'version') return undefined
  const { text } = requirement
  if (text === 'v0.0.0' || text === 'v0.0.0-00010101000000-000000000000') {
    return notKnown('placeholder', 'A placeholder that a replace directive was to fill.')
  }
  const kubernetes = kubernetesVersion(KUBERNETES_TAG.exec(text)?.groups)
  if (kubernetes) return below(observeKubernetes(kubernetes, 'source'), kubernetes)
  if (REVISION.test(text)) return observeRevision(text)
  const version = parseGoVersion(text)
  if (!version) return undefined
  return version.pseudo ? observeCommit(version.pseudo.revision, timeOf(version.pseudo)) : observeTag(version)
}

/** The commit settles the behaviour; its version prefix and the documented minimum do not count. */
function observeCommit(revision: string, time: number): Observation {
  const known = observeKnownCommit(revision)
  if (known) return known
  // A thirteenth month and the like.
  if (Number.isNaN(time)) return observeRevision(revision)
  if (time >= FIRST_FIXED) return reloads('source')
  return time >= REGRESSED_SINCE ? regressed('source') : readsOnce('source')
}

/** The observations by the first digits of each commit; made when the first commit is judged. */
let knownCommits: ReadonlyMap<string, Observation> | undefined

/** By the code of the commit, whatever the file says of its date. */
function observeKnownCommit(revision: string): Observation | undefined {
  knownCommits ??= new Map([
    ...listed(READS_ONCE, readsOnce('source')),
    ...listed(RELOADS_EVERY_FIVE_MINUTES, reloadsLate('source')),
    ...listed(REGRESSED, regressed('source')),
    ...listed(RELOADS, reloads('source'))
  ])
  return knownCommits.get(revision.slice(0, COMMIT_DIGITS))
}

function listed(commits: string, observation: Observation): readonly (readonly [string, Observation])[] {
  return commits
    .trim()
    .split(/\s+/)
    .map(commit => [commit, observation])
}

function timeOf({ timestamp }: PseudoVersion): number {
  return Date.parse(timestamp.replace(TIMESTAMP, '$<year>-$<month>-$<day>T$<hour>:$<minute>:$<second>Z'))
}

function observeTag({ semver }: GoVersion): Observation {
  const { major, minor, patch } = semver
  if (major === 0) {
    const version = {
      minor,
      patch,
      ...(semver.prerelease.length > 0 ? { prerelease: semver.prerelease.join('.') } : {})
    }
    const released =
      compare(semver, '0.15.7') >= 0 && !(compare(semver, '0.16.0-0') >= 0 && compare(semver, '0.16.4') < 0)
    if (!released)
      return below(
        notKnown('never-released', 'No such version was ever released: v0.15 begins with v0.15.7, v0.16 with v0.16.4.'),
        version
      )
    return reloads('executed')
  }
  // v2.0.0 is Kubernetes 1.5.0, and so on up to v12.0.0, which is 1.15.0; v1.x is older than v2.0.0.
  const version = { minor: major === 1 ? 4 : major + 3, patch: 0 }
  if (major <= 8) return below(readsOnce(major === 8 ? 'executed' : 'source'), version)
  if (minor !== 0 || patch !== 0 || major > 12)
    return below(notKnown('never-released', 'No such version was ever released.'), version)
  if (major === 11) return below(regressed('executed'), version)
  return below(major === 12 ? reloads('executed') : reloadsLate('executed'), version)
}

/** The last patch release of a minor version that reads the token every five minutes. */
const LAST_LATE_PATCH: Readonly<Record<number, number>> = { 12: 4, 13: 0 }

/** The last patch release of a minor version with the regression, which ends with 1.12.9, 1.13.7, 1.14.3 and 1.15.0. */
const LAST_REGRESSED_PATCH: Readonly<Record<number, number>> = { 12: 8, 13: 6, 14: 2 }

/** What a release of Kubernetes does with the token. */
function observeKubernetes({ minor, patch, prerelease }: KubernetesVersion, proof: Proof): Observation {
  // The pre-releases of a patch release are made together with the previous patch release.
  if (prerelease !== undefined && patch > 0) return observeKubernetes({ minor, patch: patch - 1 }, proof)
  if (prerelease !== undefined) return observeFirstPrerelease(minor, prerelease, proof)
  if (minor <= 11) return readsOnce(proof)
  if (patch <= (LAST_LATE_PATCH[minor] ?? -1)) return reloadsLate(proof)
  return patch <= (LAST_REGRESSED_PATCH[minor] ?? -1) ? regressed(proof) : reloads(proof)
}

/** Pre-releases of 1.minor.0. */
function observeFirstPrerelease(minor: number, prerelease: string, proof: Proof): Observation {
  const [stage = '', number = '0'] = prerelease.split('.')
  const first = Number(number) === 0
  if (minor === 12) return stage === 'alpha' || (stage === 'beta' && first) ? readsOnce(proof) : reloadsLate(proof)
  if (minor === 13) return stage === 'alpha' && first ? readsOnce(proof) : reloadsLate(proof)
  if (minor === 14) return stage === 'alpha' && first ? reloadsLate(proof) : regressed(proof)
  if (minor === 15) return stage === 'alpha' || (stage === 'beta' && first) ? regressed(proof) : reloads(proof)
  if (minor === 16) return stage === 'alpha' && first ? regressed(proof) : reloads(proof)
  return minor < 12 ? readsOnce(proof) : reloads(proof)
}

/** A commit without a date. */
function observeRevision(revision: string): Observation {
  return (
    observeKnownCommit(revision) ??
    notKnown(
      'source',
      'A commit that is on no branch and has no tag of client-go: without its date nothing is known of it.'
    )
  )
}

function observeSource(source: SourceRequirement): Observation {
  const { revision, branch, committed = '', committedBefore = '' } = source
  if (branch !== undefined && OLD_BRANCH.test(branch)) return readsOnce('source')
  if (revision !== undefined && REVISION.test(revision)) {
    if (RFC_3339.test(committed)) return observeCommit(revision, Date.parse(committed))
    const known = observeRevision(revision)
    if (known.behaviour !== 'not-known' || !RFC_3339.test(committedBefore)) return known
    return Date.parse(committedBefore) < FIRST_FIXED ? readsOnce('source') : known
  }
  // dep takes a tag for a revision as well.
  const tagged = revision === undefined ? undefined : observeClientGo({ kind: 'version', text: revision })
  return tagged ?? notKnown('source', 'A folder or a moving branch: which code is there cannot be told from here.')
}

function kubernetesVersion(groups: Readonly<Record<string, string>> | undefined): KubernetesVersion | undefined {
  const { minor, patch, prerelease } = groups ?? {}
  if (minor === undefined || patch === undefined) return undefined
  return { minor: Number(minor), patch: Number(patch), ...(prerelease === undefined ? {} : { prerelease }) }
}

/**
 * The behaviour of a fork, by the date of its commit or by its tag, and by the rules of its row; never by those of
 * upstream.
 */
function observeFork(
  decide: (version: GoVersion, text: string) => Behaviour | undefined,
  because: string,
  proof: Proof,
  url: string
) {
  return (requirement: Requirement): Observation | undefined => {
    if (requirement.kind === 'none' || requirement.kind === 'range') return undefined
    const version = requirement.kind === 'version' ? parseGoVersion(requirement.text) : undefined
    const behaviour = version && decide(version, requirement.text)
    if (!behaviour) return unknownFork()
    return { behaviour, because, evidence: [{ text: url.replace('https://github.com/', ''), url, proof }] }
  }
}

function unknownFork(): Observation {
  return notKnown('fork', 'Nothing is known of this commit of the fork, and upstream releases say nothing about it.')
}

function stagingOfK3s(requirement: Requirement): Observation | undefined {
  if (requirement.kind !== 'version') return undefined
  const version = kubernetesVersion(K3S_TAG.exec(requirement.text)?.groups)
  if (!version) return unknownFork()
  return observeKubernetes(version, 'unsure')
}

const ADVICE =
  'Replace the fork by k8s.io/client-go v0.15.7 or newer, or bring the fix of kubernetes/kubernetes#77613 into it.'

/** The row of a fork that `replace` directives name. */
function fork(name: string, observe: NonNullable<Client['observe']>, examples: Client['examples']): Client {
  return {
    name,
    title: 'client-go (fork)',
    repository: `https://${name.replace(/\/staging\/.*$/, '').replace(/^k8s\.io\//, 'github.com/kubernetes/')}`,
    observed: [],
    observe,
    fix: { advice: ADVICE },
    examples
  }
}

const BELOW = { belowMinimum: true } as const

/**
 * The tags, for the ranges of dep and glide, which allow released versions only. Single versions, which may be commits,
 * are judged by `observeClientGo`.
 */
const TAGS: Client['observed'] = [
  { ...notKnown('never-released', 'The first release of v0 was v0.15.7.'), ...BELOW, before: 'v0.15.7', releases: [] },
  { ...reloads('executed'), from: 'v0.15.7', before: 'v1.0.0-0' },
  {
    ...readsOnce('source'),
    ...BELOW,
    from: 'v1.0.0-0',
    before: 'v2.0.0-0',
    releases: ['v1.4.0', 'v1.5.0', 'v1.5.1', 'v1.5.2']
  },
  {
    ...readsOnce('source'),
    ...BELOW,
    from: 'v2.0.0-0',
    before: 'v8.0.0-0',
    releases: ['v2.0.0', 'v3.0.0', 'v4.0.0', 'v5.0.0', 'v5.0.1', 'v6.0.0', 'v7.0.0']
  },
  { ...readsOnce('executed'), ...BELOW, from: 'v8.0.0-0', before: 'v9.0.0-0', releases: ['v8.0.0'] },
  { ...reloadsLate('executed'), ...BELOW, from: 'v9.0.0-0', before: 'v11.0.0-0', releases: ['v9.0.0', 'v10.0.0'] },
  { ...regressed('executed'), ...BELOW, from: 'v11.0.0-0', before: 'v12.0.0-0', releases: ['v11.0.0'] },
  { ...reloads('executed'), ...BELOW, from: 'v12.0.0-0', before: 'v12.0.1-0', releases: ['v12.0.0'] },
  { ...notKnown('never-released', 'The last release of this numbering was v12.0.0.'), from: 'v12.0.1-0', releases: [] }
]

const clientGo: Client = {
  name: 'k8s.io/client-go',
  title: 'client-go',
  repository: 'https://github.com/kubernetes/client-go',
  minimum: {
    text: 'v0.15.7',
    evidence: [KEP, EKS, CCE],
    others: {
      because:
        'Other documents name v11.0.0 and v0.15.0, which is wrong: v11.0.0 is Kubernetes 1.14.0 and reads the token once, and no v0.15.0 was ever released.',
      evidence: [CHANGELOG, ACK, TKE]
    }
  },
  observed: TAGS,
  examined: 'v0.37.2',
  observe: observeClientGo,
  procedure: [
    'The order of versions tells nothing: each form is judged apart.',
    'v2.0.0 to v12.0.0 are Kubernetes 1.5 to 1.15, and v0.M.P is Kubernetes 1.M.P, which is how they are held against the minimum.',
    'Of a commit, bare or in a pseudo-version, only its code counts, not what stands before it: the loader of all 8,183 commits on the branches, tags and pull requests of client-go up to 2026-07-24 was read.',
    'Of a commit that is not among them the date decides where the file states it: one of 2019-05-14T16:29:16Z or later reloads, an older one reads the token once. Without a date nothing is known of it.',
    'Of a fork upstream commits and dates say nothing.'
  ].join(' '),
  fix: { version: 'v0.15.7' },
  examples: [
    { requirement: 'v0.15.6', verdict: 'cannot-reload', observed: 'not-known' },
    { requirement: 'v0.15.7', verdict: 'reloads' },
    { requirement: 'v1.4.0', verdict: 'cannot-reload' },
    { requirement: 'v1.5.0', verdict: 'cannot-reload' },
    { requirement: 'v1.5.1', verdict: 'cannot-reload' },
    { requirement: 'v1.5.2', verdict: 'cannot-reload' },
    { requirement: 'v2.0.0+incompatible', verdict: 'cannot-reload' },
    { requirement: 'v4.0.0-beta.0+incompatible', verdict: 'cannot-reload' },
    { requirement: 'v7.0.0+incompatible', verdict: 'cannot-reload' },
    { requirement: 'v8.0.0+incompatible', verdict: 'cannot-reload' },
    { requirement: 'v9.0.0+incompatible', verdict: 'below-minimum', observed: 'reloads-late' },
    { requirement: 'v9.0.0-invalid', verdict: 'below-minimum', observed: 'reloads-late' },
    { requirement: 'v10.0.0+incompatible', verdict: 'below-minimum', observed: 'reloads-late' },
    { requirement: 'v11.0.0+incompatible', verdict: 'cannot-reload', observed: 'reads-once' },
    { requirement: 'v12.0.0+incompatible', verdict: 'below-minimum', observed: 'reloads' },
    { requirement: 'v13.0.0+incompatible', verdict: 'unknown' },
    { requirement: 'v0.16.4', verdict: 'reloads' },
    { requirement: 'v0.17.0', verdict: 'reloads' },
    { requirement: 'v0.15.8-beta.0', verdict: 'reloads' },
    { requirement: 'v0.16.5-beta.1', verdict: 'reloads' },
    { requirement: 'v0.18.0-alpha.1', verdict: 'reloads' },
    { requirement: 'v0.19.0-rc.4', verdict: 'reloads' },
    { requirement: 'v0.16.0', verdict: 'unknown' },
    { requirement: 'v0.16.3', verdict: 'unknown' },
    { requirement: 'v0.15.0', verdict: 'cannot-reload', observed: 'not-known' },
    { requirement: 'v0.0.0', verdict: 'unknown' },
    { requirement: 'v0.0.0-00010101000000-000000000000', verdict: 'unknown' },
    { requirement: 'v0.0.0-20180103015815-9389c055a838', verdict: 'cannot-reload' },
    { requirement: 'v0.0.0-20180806134042-1f13a808da65', verdict: 'cannot-reload' },
    { requirement: 'v2.0.0-alpha.0.0.20180817174322-745ca8300397+incompatible', verdict: 'cannot-reload' },
    { requirement: 'v2.0.0-alpha.0.0.20181126152608-d082d5923d3c+incompatible', verdict: 'reloads-late' },
    { requirement: 'v2.0.0-alpha.0.0.20181121191925-a47917edff34+incompatible', verdict: 'reloads-late' },
    { requirement: 'v0.0.0-20181126192323-d4cbff6e80d2', verdict: 'cannot-reload' },
    { requirement: 'v0.0.0-20181205110444-5e6a3d4e34f6', verdict: 'reloads-late' },
    { requirement: 'v0.0.0-20181213151034-8d9ed539ba31', verdict: 'cannot-reload' },
    { requirement: 'v2.0.0-alpha.0.0.20190115164855-701b91367003+incompatible', verdict: 'cannot-reload' },
    { requirement: 'v0.0.0-20190228174230-b40b2a5939e4', verdict: 'cannot-reload' },
    { requirement: 'v2.0.0-alpha.0.0.20190307161346-7621a5ebb88b+incompatible', verdict: 'cannot-reload' },
    { requirement: 'v2.0.0-alpha.0.0.20190313235726-6ee68ca5fd83+incompatible', verdict: 'cannot-reload' },
    { requirement: 'v11.0.1-0.20190409021438-1a26190bd76a+incompatible', verdict: 'cannot-reload' },
    { requirement: 'v0.0.0-20190425172711-65184652c889', verdict: 'cannot-reload' },
    { requirement: 'v11.0.1-0.20190516230509-ae8359b20417+incompatible', verdict: 'cannot-reload' },
    { requirement: 'v0.0.0-20190515063710-7b18d6600f6b', verdict: 'reloads' },
    { requirement: 'v0.0.0-20190521190702-177766529176', verdict: 'reloads' },
    { requirement: 'v0.0.0-20190528110200-4f3abb12cae2', verdict: 'reloads' },
    { requirement: 'v0.0.0-20190619194437-42f9eb3046f9', verdict: 'cannot-reload' },
    { requirement: 'v0.0.0-20190620085054-d014f46af78e', verdict: 'cannot-reload' },
    { requirement: 'v0.0.0-20190620085101-78d2af792bab', verdict: 'reloads' },
    { requirement: 'v11.0.1-0.20190805182717-6502b5e7b1b5+incompatible', verdict: 'reloads' },
    { requirement: 'v0.0.0-20190819141724-e14f31a72a77', verdict: 'reloads' },
    { requirement: 'v0.0.0-20190918200256-06eb1244587a', verdict: 'reloads' },
    { requirement: 'v0.0.0-20190918160344-1fbdaa4c8d90', verdict: 'reloads' },
    { requirement: 'v0.0.0-20191016111102-bec269661e48', verdict: 'reloads' },
    { requirement: 'v0.0.0-20191114101535-6c5935290e33', verdict: 'reloads' },
    { requirement: 'v1.5.3-0.20210225122429-32a6ebfbede3', verdict: 'cannot-reload' },
    { requirement: 'v0.0.0-20190409021438-1a26190bd76a', verdict: 'cannot-reload' },
    { requirement: 'kubernetes-1.11.10', verdict: 'cannot-reload' },
    { requirement: 'kubernetes-1.12.0-beta.0', verdict: 'cannot-reload' },
    { requirement: 'kubernetes-1.12.4', verdict: 'below-minimum', observed: 'reloads-late' },
    { requirement: 'kubernetes-1.12.5', verdict: 'cannot-reload' },
    { requirement: 'kubernetes-1.12.10', verdict: 'below-minimum', observed: 'reloads' },
    { requirement: 'kubernetes-1.13.0', verdict: 'below-minimum', observed: 'reloads-late' },
    { requirement: 'kubernetes-1.13.1-beta.0', verdict: 'below-minimum', observed: 'reloads-late' },
    { requirement: 'kubernetes-1.13.6', verdict: 'cannot-reload' },
    { requirement: 'kubernetes-1.13.7', verdict: 'below-minimum', observed: 'reloads' },
    { requirement: 'kubernetes-1.14.3-beta.0', verdict: 'cannot-reload' },
    { requirement: 'kubernetes-1.14.4-beta.0', verdict: 'below-minimum', observed: 'reloads' },
    { requirement: 'kubernetes-1.14.10', verdict: 'below-minimum', observed: 'reloads' },
    { requirement: 'kubernetes-1.15.0-beta.0', verdict: 'cannot-reload' },
    { requirement: 'kubernetes-1.15.6', verdict: 'below-minimum', observed: 'reloads' },
    { requirement: 'kubernetes-1.15.7', verdict: 'reloads' },
    { requirement: 'kubernetes-1.16.0-alpha.0', verdict: 'cannot-reload' },
    { requirement: 'kubernetes-1.16.0', verdict: 'reloads' },
    { requirement: { kind: 'source', text: './staging/src/k8s.io/client-go' }, verdict: 'unknown' },
    { requirement: { kind: 'source', text: 'release-6.0', branch: 'release-6.0' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'source', text: 'master', branch: 'master' }, verdict: 'unknown' },
    { requirement: 'v0.0.0-20190514000000-75f9ee62c120', verdict: 'reloads' },
    {
      requirement: { kind: 'source', text: 'kubernetes-1.12.1', revision: 'kubernetes-1.12.1' },
      verdict: 'below-minimum',
      observed: 'reloads-late'
    },
    { requirement: { kind: 'source', text: 'a47917edff34', revision: 'a47917edff34' }, verdict: 'reloads-late' },
    {
      requirement: {
        kind: 'source',
        text: '299a25eb5a82bc605bf30c6d6274d9188250680d',
        revision: '299a25eb5a82bc605bf30c6d6274d9188250680d',
        committed: '2017-05-16T17:20:46Z'
      },
      verdict: 'cannot-reload'
    },
    {
      requirement: {
        kind: 'source',
        text: '78d2af792bab',
        revision: '78d2af792bab',
        committed: '2019-06-20T08:51:01Z'
      },
      verdict: 'reloads'
    },
    {
      requirement: {
        kind: 'source',
        text: 'd014f46af78e',
        revision: 'd014f46af78e',
        committed: '2019-06-20T08:50:54Z'
      },
      verdict: 'cannot-reload'
    },
    {
      requirement: {
        kind: 'source',
        text: '23781f4d6632d88e869066eaebb743857aa1ef9b',
        revision: '23781f4d6632d88e869066eaebb743857aa1ef9b',
        committedBefore: '2019-01-24T19:14:41.16237463+05:30'
      },
      verdict: 'cannot-reload'
    },
    {
      requirement: {
        kind: 'source',
        text: '00000000cdd9f1b4b5b6c6ba8ab2b8b8aaaaaaaa',
        revision: '00000000cdd9f1b4b5b6c6ba8ab2b8b8aaaaaaaa',
        committedBefore: '2019-05-15T00:00:00Z'
      },
      verdict: 'unknown'
    },
    { requirement: { kind: 'range', text: '^v1.5.0' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'range', text: '6.0.0' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'range', text: '~8.0.0' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'range', text: 'v10.0.0' }, verdict: 'below-minimum', observed: 'reloads-late' },
    { requirement: { kind: 'range', text: '^11.0.0' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'range', text: '^12.0.0' }, verdict: 'below-minimum', observed: 'reloads' },
    { requirement: { kind: 'range', text: '>=12.0.0' }, verdict: 'below-minimum', observed: 'reloads' },
    { requirement: { kind: 'range', text: '>=13.0.0' }, verdict: 'unknown' },
    { requirement: { kind: 'range', text: '^0.17.0' }, verdict: 'reloads' },
    { requirement: { kind: 'range', text: '>=0.15.7, <1.0.0' }, verdict: 'reloads' },
    { requirement: { kind: 'range', text: '>=0.17.0' }, verdict: 'unknown' },
    { requirement: { kind: 'range', text: '^0.15.0' }, verdict: 'reloads' },
    { requirement: { kind: 'range', text: '*' }, verdict: 'unknown' },
    { requirement: { kind: 'none' }, verdict: 'unknown' }
  ]
}

/** The rows of the Go ecosystem. */
export const golangClients: readonly Client[] = [
  clientGo,
  // Forks that `replace` directives name.
  { ...clientGo, name: 'github.com/kubernetes/client-go' },
  fork(
    'github.com/openshift/kubernetes-client-go',
    // The branches for 1.13 and 1.14 never got the fix; their last commit is of 2019-10-10. Later branches begin at
    // 1.16.
    observeFork(
      ({ pseudo, semver }) => {
        if (pseudo && pseudo.timestamp > '20191010235959') return 'reloads'
        return pseudo?.revision === '70952d66b5d1' || semver.major === 11 ? 'reads-once' : undefined
      },
      'The branches of this fork up to Kubernetes 1.14 never got the fix of client-go; those from 1.16 on begin with it.',
      'executed',
      'https://github.com/openshift/kubernetes-client-go'
    ),
    [
      { requirement: 'v11.0.1-0.20190701222832-70952d66b5d1+incompatible', verdict: 'cannot-reload' },
      { requirement: 'v0.0.0-20200601000000-aaaaaaaaaaaa', verdict: 'reloads' }
    ]
  ),
  fork(
    'github.com/openshift/kubernetes/staging/src/k8s.io/client-go',
    observeFork(
      ({ pseudo }) => (pseudo && pseudo.timestamp >= '20200101000000' ? 'reloads' : undefined),
      'From 2020 on the fork is based on Kubernetes releases that have the fix.',
      'unsure',
      'https://github.com/openshift/kubernetes'
    ),
    [
      { requirement: 'v0.0.0-20200601000000-aaaaaaaaaaaa', verdict: 'reloads' },
      { requirement: 'v0.0.0-20190601000000-aaaaaaaaaaaa', verdict: 'unknown' }
    ]
  ),
  fork(
    'github.com/rancher/client-go',
    observeFork(
      (_, text) => (RANCHER_TAG.test(text) ? 'reloads' : undefined),
      'All tags of this fork have the fix of client-go.',
      'source',
      'https://github.com/rancher/client-go'
    ),
    [
      { requirement: 'v1.20.0-rancher.1', verdict: 'reloads' },
      { requirement: 'v1.14.5-rancher.1', verdict: 'reloads' },
      { requirement: 'v0.0.0-20190601000000-aaaaaaaaaaaa', verdict: 'unknown' }
    ]
  ),
  fork('github.com/rancher/kubernetes/staging/src/k8s.io/client-go', stagingOfK3s, [
    { requirement: 'v1.18.2-k3s1', verdict: 'reloads' }
  ]),
  fork('github.com/k3s-io/kubernetes/staging/src/k8s.io/client-go', stagingOfK3s, [
    { requirement: 'v1.24.0-k3s1', verdict: 'reloads' },
    { requirement: 'v1.24.0', verdict: 'unknown' }
  ]),
  fork(
    'k8s.io/kubernetes/staging/src/k8s.io/client-go',
    // The commit is from kubernetes/kubernetes, so only its date can be compared.
    observeFork(
      ({ pseudo }) => {
        if (!pseudo) return undefined
        if (pseudo.timestamp >= '20190620000000') return 'reloads'
        return pseudo.timestamp < '20190514000000' ? 'reads-once' : undefined
      },
      'Judged by the date of the commit in kubernetes/kubernetes: the fix is of May 2019.',
      'unsure',
      'https://github.com/kubernetes/kubernetes/pull/77613'
    ),
    [
      { requirement: 'v0.0.0-20191001043732-d647ddbd755f', verdict: 'reloads' },
      { requirement: 'v0.0.0-20190601000000-aaaaaaaaaaaa', verdict: 'unknown' },
      { requirement: 'v0.0.0-20190101000000-aaaaaaaaaaaa', verdict: 'cannot-reload' }
    ]
  ),
  fork(
    'github.com/kcp-dev/kubernetes/staging/src/k8s.io/client-go',
    observeFork(
      ({ pseudo }) => (pseudo && pseudo.timestamp >= '20220101000000' ? 'reloads' : undefined),
      'The fork began in 2022, from Kubernetes releases that have the fix.',
      'unsure',
      'https://github.com/kcp-dev/kubernetes'
    ),
    [{ requirement: 'v0.0.0-20220901000000-aaaaaaaaaaaa', verdict: 'reloads' }]
  ),
  fork(
    'github.com/projectcalico/k8s-client-go',
    observeFork(
      ({ pseudo }) => (pseudo && pseudo.timestamp >= '20220101000000' ? 'reloads' : undefined),
      'The commits of 2022 are based on client-go v0.21, which has the fix.',
      'source',
      'https://github.com/projectcalico/k8s-client-go'
    ),
    [{ requirement: 'v0.21.9-0.20220104180519-6bd7ec39553f', verdict: 'reloads' }]
  ),
  ...golangFrameworks
]
