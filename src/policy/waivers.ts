/** Waivers: the findings that each one covers, and its state on a given day. */

import { ecosystemOf } from '../ecosystems/index.ts'
import type { Span, VersionScheme } from '../ecosystems/version-scheme.ts'
import type { Dependency, Requirement } from '../model/dependency.ts'
import { type ClientFinding, type Finding, isAboutClient, isOpen } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Report } from '../model/report.ts'
import type { Rule, RuleLevels } from '../model/rule.ts'
import type { WaivedClient, Waiver, WaiverResult } from '../model/waiver.ts'
import { levelUnder } from '../rules/index.ts'
import { waiverExpired, waiverUnused } from '../rules/waivers.ts'
import { pathMatcher } from './path-patterns.ts'
import { onlyVersion, versionsIn, within } from './span.ts'

/** The waivers to apply, and the settings that their state depends on. */
export interface WaiverOptions {
  readonly waivers: readonly Waiver[]
  /** The levels that a configuration raises. */
  readonly levels?: RuleLevels
  /** The day of the run as `YYYY-MM-DD`. */
  readonly today: string
}

/** A waiver with the test whether it covers a finding. */
interface WaiverMatcher {
  readonly waiver: Waiver
  covers(finding: Finding): boolean
}

/**
 * Marks the findings that waivers in force cover, and adds the state of each waiver. No finding is removed: a waived
 * finding stays in the report, and does not affect the conclusion.
 */
export async function waive(report: Report, { waivers, levels = {}, today }: WaiverOptions): Promise<Report> {
  const matchers = await Promise.all(waivers.map(matcherOf))
  const covered = new Map<Waiver, number>()
  const findings = report.findings.map((finding): Finding => {
    if (!isOpen(finding)) return finding
    const matching = matchers.filter(test => test.covers(finding)).map(({ waiver }) => waiver)
    for (const waiver of matching) covered.set(waiver, (covered.get(waiver) ?? 0) + 1)
    const by = matching.find(waiver => !hasExpired(waiver, today))
    return by ? { ...finding, status: { kind: 'waived', by } } : finding
  })
  // One that an organisation writes for some of its repositories covers nothing in the others, where nobody could remove it.
  const own = waivers.filter(waiver => !waiver.place.isOutside || covered.has(waiver))
  return { ...report, findings, waivers: own.map(waiver => resultOf(waiver, covered.get(waiver) ?? 0)) }

  function resultOf(waiver: Waiver, number: number): WaiverResult {
    if (hasExpired(waiver, today)) return { ...broken(waiver, waiverExpired), state: 'expired', findings: number }
    if (number === 0) return { ...broken(waiver, waiverUnused), state: 'unused', findings: 0 }
    return { waiver, state: 'in-force', level: 'pass', findings: number }
  }

  function broken(waiver: Waiver, rule: Rule) {
    return { waiver, rule, level: levelUnder(levels, rule) }
  }
}

/** Whether the last day is over. Days as `YYYY-MM-DD` are ordered like their texts. */
export function hasExpired({ until }: Waiver, today: string): boolean {
  return until < today
}

async function matcherOf(waiver: Waiver): Promise<WaiverMatcher> {
  const { rule, client, paths, identities } = waiver
  if (identities)
    return { waiver, covers: ({ rule: own, identity }) => own?.id === rule.id && identities.has(identity) }
  const matches = paths && (await pathMatcher(paths))
  const coversClient = client && (await clientMatcher(client))
  return {
    waiver,
    covers: finding => {
      if (finding.rule?.id !== rule.id) return false
      if (!isAboutClient(finding)) return !client && matches?.(finding.place.path) === true
      return coversClient?.(finding.subject.dependency) === true && (!matches || isInPaths(finding, matches))
    }
  }
}

/** Makes the test whether a waiver names a dependency and all versions that it allows. */
async function clientMatcher({
  ecosystem,
  name,
  versions
}: WaivedClient): Promise<(dependency: Dependency) => boolean> {
  const scheme = versions === undefined ? undefined : await ecosystemOf(ecosystem)?.versions()
  const allowed = scheme && versions !== undefined ? versionsIn(scheme, versions) : undefined
  return dependency => {
    if (ecosystem !== dependency.ecosystem || name !== dependency.name) return false
    return versions === undefined || (scheme && allowed ? isWithin(dependency.requirement, allowed, scheme) : false)
  }
}

/** Whether every version that a requirement allows is in a span. False for a source, or if no version is given. */
function isWithin(requirement: Requirement, allowed: Span<unknown>, scheme: VersionScheme): boolean {
  const required = spanOf(requirement, scheme)
  return required !== undefined && within(scheme, required, allowed)
}

function spanOf(requirement: Requirement, scheme: VersionScheme): Span<unknown> | undefined {
  if (requirement.kind === 'version') return onlyVersion(scheme, requirement.text)
  return requirement.kind === 'range' ? scheme.span(requirement.text) : undefined
}

/** Whether the patterns match the file of a finding, or every manifest that it settles. */
function isInPaths(finding: ClientFinding, matches: (path: string) => boolean): boolean {
  if (matches(finding.subject.dependency.place.path)) return true
  const declared = declaredIn(finding)
  return declared.length > 0 && declared.every(({ path }) => matches(path))
}

/** The manifest lines that a finding settles. */
function declaredIn({ place, related }: Finding): readonly Place[] {
  const isOfManifest = related.some(({ role }) => role === 'resolved')
  return [...(isOfManifest ? [place] : []), ...related.flatMap(other => (other.role === 'declared' ? other.place : []))]
}
