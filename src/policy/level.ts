/** The level of a judgement. */

import type { Level, RuleLevels } from '../model/rule.ts'
import type { UnknownReason, VerdictKind } from '../model/verdict.ts'
import { ruleBrokenBy } from '../rules/clients.ts'
import { levelUnder } from '../rules/index.ts'
import type { MinimumMode } from '../settings/choices.ts'
import type { Judgement } from './judge.ts'

/** The settings that a level depends on. */
export interface LevelSettings {
  readonly minimum: MinimumMode
  /** The levels that a configuration raises. */
  readonly levels?: RuleLevels
}

/** What a level depends on besides: facts of the file and of the version scheme. */
export interface LevelFacts {
  /** Whether the programs of the file run outside of clusters. */
  readonly isOutsideClusters?: boolean
  /** Whether the code of the package is in the scanned repository, so that no release of it is judged. */
  readonly isOwn?: boolean
  /** Whether something else than the requirement decides: a file outside of the repository, the code of the project itself. */
  readonly isDecidedElsewhere?: boolean
  /** Whether the file keeps what is perhaps no longer used. */
  readonly isOutdated?: boolean
  /** Whether versions of the scheme can move to other code. */
  readonly moves?: boolean
}

/** The reasons that no edit of the scanned repository settles. */
const BEYOND_AN_EDIT: ReadonlySet<UnknownReason> = new Set<UnknownReason>([
  'never-released',
  'not-examined',
  'moving-version',
  'no-order'
])

/**
 * Further such reasons where the version is a tag that moves: its author wants it so, or a template fills it in. Another
 * image in the place of one is as unknown as every image that was not examined.
 */
const BEYOND_A_TAG: ReadonlySet<UnknownReason> = new Set<UnknownReason>(['placeholder', 'open-range', 'fork'])

/**
 * The level of a judgement. A warning is something that its reader can act on. A notice is everything else: uncertain evidence,
 * a client that runs outside of clusters, a version below the minimum if only the observed behaviour counts. A configuration
 * may raise each of them.
 */
export function levelOf(
  judgement: Judgement,
  { minimum, levels = {} }: LevelSettings,
  {
    isOutsideClusters = false,
    isOwn = false,
    isDecidedElsewhere = false,
    isOutdated = false,
    moves = false
  }: LevelFacts = {}
): Level {
  const rule = ruleBrokenBy(judgement.verdict)
  if (rule === undefined) return 'pass'
  const { kind, reason } = judgement.verdict
  const isMoving = moves && reason !== undefined && BEYOND_A_TAG.has(reason)
  const isAside = isOutsideClusters || isOutdated || isOwn || isDecidedElsewhere
  const isNotice = isAside || isMoving || isBeyondItsReader(judgement) || isBelowOnly(kind, minimum)
  return levelUnder(levels, rule, isNotice ? 'notice' : rule.level)
}

/** Whether the reader of a report cannot act on a judgement: the evidence is unsure, or no edit of the repository helps. */
function isBeyondItsReader({ verdict: { reason }, evidence }: Judgement): boolean {
  if (reason !== undefined && BEYOND_AN_EDIT.has(reason)) return true
  // Evidence from the repository's own configuration does not make the other evidence more certain.
  const others = evidence.filter(({ proof }) => proof !== 'stated')
  return others.length > 0 && others.every(({ proof }) => proof === 'unsure')
}

function isBelowOnly(kind: VerdictKind, minimum: MinimumMode): boolean {
  return kind === 'below-minimum' && minimum === 'observed'
}
