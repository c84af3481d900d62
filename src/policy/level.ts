/** How much a verdict weighs. */

import type { Level, RuleLevels } from '../model/rule.ts'
import type { VerdictKind } from '../model/verdict.ts'
import { CLIENT_RULES } from '../rules/clients.ts'
import { levelUnder } from '../rules/index.ts'
import type { MinimumMode } from '../settings/choices.ts'
import type { Judgement } from './judge.ts'

/** What a level depends on beside the judgement. */
export interface LevelSettings {
  readonly minimum: MinimumMode
  /** The levels that a configuration raises. */
  readonly levels?: RuleLevels
}

/**
 * The level of a judgement. Below the minimum is a notice where only what was observed counts; a statement of the proof
 * `unsure` only warns; what runs outside of clusters, or has a version without an order, is a notice. A configuration may raise
 * all of them.
 */
export function levelOf(
  judgement: Judgement,
  { minimum, levels = {} }: LevelSettings,
  isOutsideClusters = false
): Level {
  const rule = CLIENT_RULES[judgement.verdict.kind]
  if (rule === undefined) return 'pass'
  return levelUnder(levels, rule, isOutsideClusters ? 'notice' : builtInLevel(judgement, rule.level, minimum))
}

function builtInLevel({ verdict: { kind, reason }, evidence }: Judgement, level: Level, minimum: MinimumMode): Level {
  if (reason === 'no-order' || isBelowOnly(kind, minimum)) return 'notice'
  // The configuration of the repository says nothing about how sure a statement about the original client is.
  const others = evidence.filter(({ proof }) => proof !== 'stated')
  const unsure = others.length > 0 && others.every(({ proof }) => proof === 'unsure')
  return level === 'error' && unsure ? 'warning' : level
}

function isBelowOnly(kind: VerdictKind, minimum: MinimumMode): boolean {
  return kind === 'below-minimum' && minimum === 'observed'
}
