/**
 * The catalogue of rules, in the order of the documents. The schema of the
 * configuration, `explain`, docs/rules.md and the levels follow from it.
 */

import { hazards } from '../hazards/index.ts'
import { type Level, type Rule, type RuleLevels, SEVERITY } from '../model/rule.ts'
import {
  CLIENT_RULES,
  clientBelowMinimum,
  clientCannotReload,
  clientReloadsLate,
  clientSendsNoToken,
  clientUnknown
} from './clients.ts'
import {
  clientGoBehindCluster,
  legacyTokenAudit,
  legacyTokensMetric,
  staleTokenAudit,
  staleTokensMetric
} from './cluster.ts'
import { overrideDisagrees } from './overrides.ts'
import { waiverExpired, waiverUnused } from './waivers.ts'

/** Every rule that a configuration can name. */
export const rules: readonly Rule[] = [
  clientCannotReload,
  clientSendsNoToken,
  clientBelowMinimum,
  clientReloadsLate,
  clientUnknown,
  overrideDisagrees,
  ...hazards.map(({ rule }) => rule),
  staleTokensMetric,
  legacyTokensMetric,
  staleTokenAudit,
  legacyTokenAudit,
  clientGoBehindCluster,
  waiverExpired,
  waiverUnused
]

/** The identifiers of all rules, or of those that can be waived. */
export function ruleIds({ waivable = false } = {}): readonly string[] {
  return rules.filter(rule => rule.waivable || !waivable).map(({ id }) => id)
}

/** The rule with an identifier. */
export function ruleNamed(id: string): Rule | undefined {
  return rules.find(rule => rule.id === id)
}

/** The rule with an identifier, or the rule that a verdict breaks. */
export function ruleMeant(text: string): Rule | undefined {
  const ofVerdict = new Map<string, Rule | undefined>(Object.entries(CLIENT_RULES)).get(text)
  return ruleNamed(text) ?? ofVerdict
}

/** The level of a rule under a configuration, which can only raise it. `usual` is the level without a configuration. */
export function levelUnder(levels: RuleLevels, rule: Rule, usual: Level = rule.level): Level {
  const stated = levels[rule.id] ?? usual
  return SEVERITY[stated] > SEVERITY[usual] ? stated : usual
}
