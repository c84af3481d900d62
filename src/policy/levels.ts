/** How much each rule weighs unless a configuration raises it. */

import { type Level, type Rule, type RuleLevels, SEVERITY } from '../model/rule.ts'

/** The built-in level of each rule. */
export const LEVELS: Readonly<Record<Rule, Level>> = {
  'client-cannot-reload': 'error',
  'client-sends-no-token': 'error',
  'client-below-minimum': 'error',
  'client-reloads-late': 'warning',
  'client-unknown': 'warning',
  'waiver-expired': 'warning',
  'waiver-unused': 'notice'
}

/** The level of a rule under a configuration, which may raise it and never lowers it. `usual` is the one without. */
export function raised(rule: Rule, levels: RuleLevels = {}, usual: Level = LEVELS[rule]): Level {
  const asked = levels[rule] ?? usual
  return SEVERITY[asked] > SEVERITY[usual] ? asked : usual
}
