/** Which findings a fix is about. */

import { type Finding, isOpen } from '../model/finding.ts'
import { type Level, SEVERITY } from '../model/rule.ts'

/** The findings to fix. */
export interface Selection {
  /** The lowest level. */
  readonly level: Exclude<Level, 'pass'>
  /** Whether a package is among those that were asked for. Absent: every finding, of a client or not. */
  readonly isMeant?: (ecosystem: string, name: string) => boolean
}

/** Whether a finding is one to fix: it counts, and is neither waived nor settled. */
export function isSelected(finding: Finding, { level, isMeant }: Selection): boolean {
  const { rule, subject } = finding
  if (!rule || !isOpen(finding) || SEVERITY[finding.level] < SEVERITY[level]) return false
  if (!isMeant) return true
  if (subject.kind !== 'client') return false
  const { ecosystem, name } = subject.dependency
  const { through } = finding.explanation.fix ?? {}
  return isMeant(ecosystem, name) || (through !== undefined && isMeant(ecosystem, through.name))
}
