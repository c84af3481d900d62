/** Folding: what is the same at several places is one finding with several places. */

import { groupBy } from '../collections.ts'
import type { Finding } from '../model/finding.ts'
import type { Report } from '../model/report.ts'

/**
 * The report with one finding for each package, requirement, verdict and fix: the first in the order of the findings, with the
 * places of the others. A settled finding stays by itself, because its place and the one that settles it belong together.
 */
export function fold(report: Report): Report {
  return { ...report, findings: Array.from(groupBy(report.findings, keyOf).values(), joined) }
}

function keyOf({ subject, rule, level, explanation, status, identity }: Finding): string {
  if (subject.kind === 'hazard' || status.kind === 'settled') return identity
  const { ecosystem, name, requirement, replacement, alias, scope } = subject.dependency
  const waiver = status.kind === 'waived' ? status.by.place : undefined
  return JSON.stringify([
    [ecosystem, name, requirement, replacement, alias, scope],
    [rule?.id, level, subject.verdict, explanation, status.kind, waiver]
  ])
}

function joined([first, ...others]: readonly [Finding, ...Finding[]]): Finding {
  if (others.length === 0) return first
  return { ...first, related: [...first.related, ...others.map(({ place }) => ({ role: 'same', place }) as const)] }
}
