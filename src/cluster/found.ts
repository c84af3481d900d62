/**
 * The profile that the files of the repository show, where the settings do not state it. Nothing is guessed: of clusters that differ
 * none counts.
 */

import { defined } from '../collections.ts'
import type { FoundCluster } from '../model/cluster.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Report } from '../model/report.ts'
import { folderName, isWithin } from '../paths.ts'
import { PLATFORM_FACTS } from './platforms.ts'
import {
  type ClusterProfile,
  contradiction,
  FIRST_WITHOUT_SECRETS,
  type KnownFact,
  type ProfileSource,
  profileOf,
  titleOf
} from './profile.ts'

/** What files show of the cluster. */
interface Found {
  /** The facts of the only cluster, or of several that agree. */
  readonly source: ProfileSource
  /** The clusters that differ, so that nothing is known; empty where they do not. */
  readonly differing: readonly DifferingCluster[]
}

/** One of several clusters that differ. */
export interface DifferingCluster {
  /** The cluster in a few words. */
  readonly title: string
  readonly place: Place
}

/** What reports show of the cluster. */
export interface ShownCluster extends Pick<Found, 'differing'> {
  readonly profile: ClusterProfile
}

/** What can be found of the cluster in one state of the repository. */
export type Shows = Pick<Report, 'clusters' | 'findings'>

const NOTHING: Found = { source: {}, differing: [] }

/**
 * The profile by the settings and, where they do not state a fact, by the files of the repository. With a base these are those of the base;
 * only what makes findings stricter counts of the head. `isProposal`: the head has a base, which is not known.
 */
export function shownCluster(
  { head, base, isProposal = false }: { readonly head: Shows; readonly base?: Shows; readonly isProposal?: boolean },
  stated: ProfileSource,
  today: string
): ShownCluster {
  const { source, differing } = foundIn(head, stated, today)
  const before = base ? foundIn(base, stated, today) : NOTHING
  return { profile: profileOf([stated, base || isProposal ? tightened(before.source, source) : source]), differing }
}

/** What the files of a report show. A cluster that differs from what the settings state is another one. */
function foundIn({ clusters = [], findings }: Shows, stated: ProfileSource, today: string): Found {
  const own = clusters
    .map(cluster => ({ cluster, source: sourceOf(cluster) }))
    .filter(({ source }) => isCompatible(source, stated))
  const [first, ...others] = own
  if (!first) return NOTHING
  if (others.some(({ source }) => !isAlike(source, first.source))) {
    const differing = own.map(({ cluster: { place }, source }) => ({ title: titleOf(profileOf([source])), place }))
    return own.some(({ source }) => saysMore(source)) ? { source: {}, differing } : NOTHING
  }
  const grace = others.length === 0 ? switchedOff(first.cluster, findings) : undefined
  const { minor, ...rest } = defined({ ...first.source, grace: first.source.grace ?? grace })
  // The settings know of an upgrade that the file does not show yet.
  const isOld = contradiction(defined({ minor, upgradedOn: stated.upgradedOn }), today) !== undefined
  const source = isOld ? rest : defined({ ...rest, minor })
  return saysMore(source) ? { source, differing: [] } : NOTHING
}

/** The facts of the head where the base has others: a change never makes its own findings milder. */
function tightened(base: ProfileSource, head: ProfileSource): ProfileSource {
  return defined({
    minor: strictness(head.minor?.value) >= strictness(base.minor?.value) ? head.minor : ofBase(base.minor),
    platform: sameOr(base.platform, head.platform),
    // Files only ever take the grace away.
    grace: head.grace ?? ofBase(base.grace)
  })
}

/** Higher for versions under which findings have higher levels. Of versions that are equal in this the newer one has the higher number. */
function strictness(minor: number | undefined): number {
  if (minor === undefined) return FIRST_WITHOUT_SECRETS - 0.5
  return minor
}

/** The fact of the base, at the place of the head if that states the same. */
function sameOr(base: ProfileSource['platform'], head: ProfileSource['platform']): ProfileSource['platform'] {
  return base === undefined || base.value === head?.value ? head : ofBase(base)
}

function ofBase<Value>(fact: KnownFact<Value> | undefined): KnownFact<Value> | undefined {
  return fact && { ...fact, source: `${fact.source} of the base`, side: 'base' }
}

function sourceOf({ platform, minor, grace, place }: FoundCluster): ProfileSource {
  // Such a platform has upgraded the cluster since the file was written.
  const isCurrent =
    minor && !(platform && PLATFORM_FACTS[platform].raisesVersions && minor.value < FIRST_WITHOUT_SECRETS)
  return defined({
    platform: platform && { value: platform, ...sourceAt(place) },
    minor: isCurrent ? { value: minor.value, ...sourceAt(minor.place) } : undefined,
    grace: grace && { value: grace.value, ...sourceAt(grace.place) }
  })
}

/** The finding that the extension is off, in a file beside that of the cluster or below. */
function switchedOff(
  { platform = 'upstream', place }: FoundCluster,
  findings: readonly Finding[]
): KnownFact<number> | undefined {
  const folder = folderName(place.path)
  const finding = findings.find(
    ({ rule, place: { path } }) =>
      path !== place.path && rule?.endsGraceOf?.includes(platform) === true && isWithin(folderName(path), folder)
  )
  return finding && { value: 0, ...sourceAt(finding.place) }
}

function sourceAt(place: Place) {
  const { path, line, column } = place
  return { source: `${path}:${line}:${column}`, place }
}

/** Whether more than the platform is known. Over public repositories files that say no more were nearly all of reusable modules and roles. */
function saysMore({ minor, grace }: ProfileSource): boolean {
  return minor !== undefined || grace !== undefined
}

function isCompatible(found: ProfileSource, stated: ProfileSource): boolean {
  const agree = <Value>(one?: { readonly value: Value }, other?: { readonly value: Value }) =>
    one === undefined || other === undefined || one.value === other.value
  return agree(found.platform, stated.platform) && agree(found.minor, stated.minor)
}

function isAlike(one: ProfileSource, other: ProfileSource): boolean {
  return (
    one.minor?.value === other.minor?.value &&
    one.platform?.value === other.platform?.value &&
    one.grace?.value === other.grace?.value
  )
}
