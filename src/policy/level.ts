/** The level of a judgement. */

import type { Level, RuleLevels } from '../model/rule.ts'
import type { VerdictKind } from '../model/verdict.ts'
import { CLIENT_RULES } from '../rules/clients.ts'
import { levelUnder } from '../rules/index.ts'
import type { MinimumMode } from '../settings/choices.ts'
import type { Judgement } from './judge.ts'

/** The settings that a level depends on. */
export interface LevelSettings {
  readonly minimum: MinimumMode
  /** The levels that a configuration raises. */
  readonly levels?: RuleLevels
}

/**
 * The level of a judgement. It is lower than the level of the rule in four cases: a notice for a version below the
 * minimum if only the observed behaviour counts, for a client that runs outside of clusters, and for a version that
 * cannot be ordered; a warning if all evidence is `unsure`. A configuration may raise each of them.
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
  // Evidence from the repository's own configuration does not make the other evidence more certain.
  const others = evidence.filter(({ proof }) => proof !== 'stated')
  const unsure = others.length > 0 && others.every(({ proof }) => proof === 'unsure')
  return level === 'error' && unsure ? 'warning' : level
}

function isBelowOnly(kind: VerdictKind, minimum: MinimumMode): boolean {
  return kind === 'below-minimum' && minimum === 'observed'
}
