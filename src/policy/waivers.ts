/** Waivers: which findings each one covers, and what became of it by a given day. */

import { ecosystemOf } from '../ecosystems/index.ts'
import type { Span, VersionScheme } from '../ecosystems/version-scheme.ts'
import type { Requirement } from '../model/dependency.ts'
import { type ClientFinding, type Finding, isAboutClient, isOpen } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Report } from '../model/report.ts'
import type { Rule, RuleLevels } from '../model/rule.ts'
import type { Waiver, WaiverResult } from '../model/waiver.ts'
import { levelUnder } from '../rules/index.ts'
import { waiverExpired, waiverUnused } from '../rules/waivers.ts'
import { pathMatcher } from './path-patterns.ts'
import { onlyVersion, versionsIn, within } from './span.ts'

/** What waivers are applied with. */
export interface WaiverOptions {
  readonly waivers: readonly Waiver[]
  /** The levels that a configuration raises. */
  readonly levels?: RuleLevels
  /** The day of the run as `YYYY-MM-DD`. */
  readonly today: string
}

/** A waiver at work. */
interface Test {
  readonly waiver: Waiver
  covers(finding: Finding): boolean
}

/**
 * Marks what waivers in force cover, and says of each waiver what became of it. Nothing is taken away: a covered finding
 * stays in the report and counts for nothing.
 */
export async function waive(report: Report, { waivers, levels = {}, today }: WaiverOptions): Promise<Report> {
  const tests = await Promise.all(waivers.map(testOf))
  const covered = new Map<Waiver, number>()
  const findings = report.findings.map((finding): Finding => {
    if (!isOpen(finding)) return finding
    const matching = tests.filter(test => test.covers(finding)).map(({ waiver }) => waiver)
    for (const waiver of matching) covered.set(waiver, (covered.get(waiver) ?? 0) + 1)
    const by = matching.find(waiver => !hasExpired(waiver, today))
    return by ? { ...finding, status: { kind: 'waived', by } } : finding
  })
  return { ...report, findings, waivers: waivers.map(waiver => resultOf(waiver, covered.get(waiver) ?? 0)) }

  function resultOf(waiver: Waiver, number: number): WaiverResult {
    if (hasExpired(waiver, today)) return { ...broken(waiver, waiverExpired), state: 'expired', findings: number }
    if (number === 0) return { ...broken(waiver, waiverUnused), state: 'unused', findings: 0 }
    return { waiver, state: 'in-force', level: 'pass', findings: number }
  }

  function broken(waiver: Waiver, rule: Rule) {
    return { waiver, rule, level: levelUnder(levels, rule) }
  }
}

/** The last day counts. Days of this form have the order of their texts. */
export function hasExpired({ until }: Waiver, today: string): boolean {
  return until < today
}

async function testOf(waiver: Waiver): Promise<Test> {
  const { rule, ecosystem, name, versions, paths } = waiver
  const isNamed = paths && (await pathMatcher(paths))
  const scheme = versions === undefined ? undefined : await ecosystemOf(ecosystem)?.versions()
  const allowed = scheme && versions !== undefined ? versionsIn(scheme, versions) : undefined
  return {
    waiver,
    covers: finding => {
      if (!isAboutClient(finding) || finding.rule?.id !== rule.id) return false
      const { dependency } = finding.subject
      if (ecosystem !== dependency.ecosystem || name !== dependency.name) return false
      if (versions !== undefined && !(scheme && allowed && lies(dependency.requirement, allowed, scheme))) return false
      return !isNamed || standsIn(finding, isNamed)
    }
  }
}

/** Whether all that is required lies in a span. Of a source, or where no version is given, that cannot be said. */
function lies(requirement: Requirement, allowed: Span<unknown>, scheme: VersionScheme): boolean {
  const asked =
    requirement.kind === 'version'
      ? onlyVersion(scheme, requirement.text)
      : requirement.kind === 'range'
        ? scheme.span(requirement.text)
        : undefined
  return asked !== undefined && within(scheme, asked, allowed)
}

/** Whether the file of a finding is named, or every manifest that it settles. */
function standsIn(finding: ClientFinding, isNamed: (path: string) => boolean): boolean {
  if (isNamed(finding.subject.dependency.place.path)) return true
  const declared = declaredIn(finding)
  return declared.length > 0 && declared.every(({ path }) => isNamed(path))
}

/** The manifest lines that a finding settles: none where its own line is the one to edit. */
function declaredIn({ place, related }: Finding): readonly Place[] {
  if (!related.some(({ role }) => role === 'resolved')) return []
  return [place, ...related.flatMap(other => (other.role === 'declared' ? other.place : []))]
}
