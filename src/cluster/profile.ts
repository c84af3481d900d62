/** What is known of the cluster: its version, platform and grace, each with its source, and what follows for findings. */

import { defined } from '../collections.ts'
import type { Deadline } from '../model/cluster.ts'
import type { Place } from '../model/place.ts'
import type { Platform, Skew } from '../settings/choices.ts'
import { dayAfter, daysBetween } from '../settings/day.ts'
import type { SettingKey, StatedValues } from '../settings/settings.ts'
import type { EffectiveSettings } from '../settings/values.ts'
import { PLATFORM_FACTS } from './platforms.ts'

/** A fact about the cluster, and where it was stated: `input`, or a place such as `kubeadm.yaml:12:3`, which is hostile. */
export interface KnownFact<Value> {
  readonly value: Value
  readonly source: string
  /** Where a file of the repository states it. */
  readonly place?: Place
  /** Set where the place is in the base and not in the head. */
  readonly side?: 'base'
}

/** The facts that a source may state. */
export interface ClusterFacts {
  /** The minor version of Kubernetes: 23 for 1.23. */
  readonly minor: number
  readonly platform: Platform
  /** How many days the API server accepts a token after it was issued; 0 where it does not extend tokens. */
  readonly grace: number
  /** The day on which the cluster was or will be upgraded to 1.21 or newer, as `YYYY-MM-DD`. */
  readonly upgradedOn: string
  readonly skew: Skew
}

/** What one source states: the settings, or what a file of the repository says of the cluster that it makes. */
export type ProfileSource = {
  readonly [Name in keyof ClusterFacts]?: KnownFact<ClusterFacts[Name]> | undefined
}

/** What is known of the cluster. A fact that no source states is absent. */
export interface ClusterProfile extends ProfileSource {
  /** The grace that a source states, or that of the platform; absent where it is not known. */
  readonly grace?: KnownFact<number>
}

/** Service-account tokens of pods are bound from 1.21 on: KEP-1205. */
const FIRST_BOUND = 21
/** No Secret is made for a service account from 1.24 on (KEP-2799). CCE has no 1.24, so that its first version is 1.25. */
export const FIRST_WITHOUT_SECRETS = 24

/** The profile out of several sources: of each fact, the first that states it. The platform's grace counts where none does. */
export function profileOf(sources: readonly ProfileSource[]): ClusterProfile {
  const first = <Name extends keyof ClusterFacts>(name: Name) =>
    sources.find(source => source[name] !== undefined)?.[name]
  const platform = first('platform')
  const minor = first('minor')
  const usual = platform && PLATFORM_FACTS[platform.value].grace(minor?.value)
  const platformGrace =
    platform && usual !== undefined ? { value: usual, source: `the platform ${platform.value}` } : undefined
  return defined({
    minor,
    platform,
    grace: first('grace') ?? platformGrace,
    upgradedOn: first('upgradedOn'),
    skew: first('skew')
  })
}

/** What the settings state. */
export function statedFacts({ values, sourceOf }: EffectiveSettings): ProfileSource {
  const { clusterVersion, platform, grace, upgradedOn, skew } = values
  const stated = <Value>(key: SettingKey, value: Value | undefined) =>
    value === undefined ? undefined : { value, source: sourceOf(key) }
  return {
    minor: stated('clusterVersion', clusterVersion === undefined ? undefined : Number(clusterVersion.split('.')[1])),
    platform: stated('platform', platform),
    grace: stated('grace', grace),
    upgradedOn: stated('upgradedOn', upgradedOn),
    skew: stated('skew', skew)
  }
}

/** Whether a profile states anything. */
export function isKnown(profile: ClusterProfile): boolean {
  return Object.keys(profile).length > 0
}

/** Whether any setting says something of the cluster. */
export function statesCluster(values: StatedValues): boolean {
  const { clusterVersion, platform, grace, upgradedOn, skew, metrics, auditLog } = values
  return [clusterVersion, platform, grace, upgradedOn, skew, metrics, auditLog].some(value => value !== undefined)
}

/** Why two facts cannot both be true, as a sentence; undefined where they can. */
export function contradiction({ minor, upgradedOn }: ClusterProfile, today: string): string | undefined {
  if (!minor || !upgradedOn || minor.value >= FIRST_BOUND || upgradedOn.value > today) return undefined
  return `the cluster has the version 1.${minor.value} and was upgraded to 1.21 or newer on ${upgradedOn.value}. Correct the version or the day.`
}

/** Whether the tokens of pods are permanent on the cluster: below 1.21. */
export function hasPermanentTokens({ minor }: ClusterProfile): boolean {
  return minor !== undefined && minor.value < FIRST_BOUND
}

/** Whether the cluster makes no Secrets for service accounts: from 1.24 on, on CCE from 1.25. */
export function makesNoSecrets({ minor }: ClusterProfile): boolean {
  return minor !== undefined && minor.value >= FIRST_WITHOUT_SECRETS
}

/** When the clients that cannot reload stop working; undefined where that is not known, or where they never do. */
export function deadlineOf(profile: ClusterProfile, today: string): Deadline | undefined {
  const { grace, upgradedOn } = profile
  if (grace?.value === 0) return hasPermanentTokens(profile) ? undefined : { cluster: titleOf(profile), after: 'hour' }
  if (!grace || !upgradedOn) return undefined
  const on = dayAfter(upgradedOn.value, grace.value)
  return { cluster: titleOf(profile), on, daysLeft: daysBetween(today, on) }
}

/** The cluster in a few words: `CCE 1.23, upgraded on 2026-03-01`. */
export function titleOf({ platform, minor, grace, upgradedOn }: ClusterProfile): string {
  const name = platform ? PLATFORM_FACTS[platform.value].title : 'Kubernetes'
  const upgrade = grace?.value === 0 ? undefined : upgradedOn && `upgraded on ${upgradedOn.value}`
  return [[name, ...(minor ? [`1.${minor.value}`] : [])].join(' '), ...(upgrade === undefined ? [] : [upgrade])].join(
    ', '
  )
}

/** What the tokens of the cluster mean for its findings, as a sentence; undefined where they expire as everywhere. */
export function permanenceNote(profile: ClusterProfile): string | undefined {
  const { minor, upgradedOn } = profile
  if (!minor || !hasPermanentTokens(profile)) return undefined
  const since = upgradedOn ? `, planned for ${upgradedOn.value}` : ''
  return `On this cluster (1.${minor.value}) tokens are permanent: the problem begins with its upgrade to 1.21 or newer${since}.`
}
