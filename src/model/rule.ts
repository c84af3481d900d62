/** What a finding breaks, and how much that weighs. */

import type { VerdictKind } from './verdict.ts'

/** How much a finding weighs, from nothing to a failed job. */
export type Level = 'pass' | 'notice' | 'warning' | 'error'

/** How bad a level is, from 0. */
export const SEVERITY: Readonly<Record<Level, number>> = { pass: 0, notice: 1, warning: 2, error: 3 }

/** What a finding breaks, and what may be wrong with a waiver. Configurations name them: the names are stable. */
export const RULES = [
  'client-cannot-reload',
  'client-sends-no-token',
  'client-below-minimum',
  'client-reloads-late',
  'client-unknown',
  'waiver-expired',
  'waiver-unused'
] as const

/** One of `RULES`. */
export type Rule = (typeof RULES)[number]

/** The rule that a verdict breaks; none for the good one. */
export function ruleOf(kind: VerdictKind): Rule | undefined {
  return kind === 'reloads' ? undefined : `client-${kind}`
}

/** The levels that a configuration gives to rules. */
export type RuleLevels = Readonly<Partial<Record<Rule, Level>>>
