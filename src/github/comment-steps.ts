/**
 * The life cycle of the comment as a table: what there is, what the result is and what the settings say decide what is done.
 */

import type { CommentOnRelapse, CommentWhen } from '../settings/choices.ts'

/**
 * Our comment as it was found. `current`: it says already what it would be made to say. `outdated`: it says something
 * else. `minimized`: somebody hid it. `duplicated`: there are several. `newer`: a newer run wrote it about the same commit.
 */
export type CommentState = 'absent' | 'current' | 'outdated' | 'minimized' | 'duplicated' | 'newer'

/** The result in the eyes of the comment: nothing to report, something that fails nothing, a failed or incomplete check, no verdict. */
export type CommentResult = 'clean' | 'findings' | 'failure' | 'problem'

/** One thing to do, each without effect where it is done already. `delete-others`: all of ours but the one just written. */
export type CommentStep = 'create' | 'update' | 'show' | 'delete-others'

/** The settings of the comment. */
export interface CommentSettings {
  readonly when: CommentWhen
  readonly onRelapse: CommentOnRelapse
}

/** What there is. */
export interface Situation {
  readonly state: CommentState
  /** Whether the comment says that all is well. */
  readonly saysClean: boolean
  readonly result: CommentResult
}

/** What is done, in this order. A comment that exists is brought up to date also where none would be created. */
export function commentSteps(
  { state, saysClean, result }: Situation,
  { when, onRelapse }: CommentSettings
): readonly CommentStep[] {
  if (when === 'never' || state === 'newer' || state === 'current') return []
  const wanted = WANTED[when].includes(result)
  if (state === 'absent') return wanted ? ['create'] : []
  const alarming = wanted && result !== 'clean'
  // An edit notifies nobody. The old comment is deleted last, so that no failure leaves the pull request without one.
  if (alarming && saysClean && onRelapse === 'new') return ['create', 'delete-others']
  const others: CommentStep[] = state === 'duplicated' ? ['delete-others'] : []
  const shown: CommentStep[] = alarming && state !== 'outdated' ? ['show'] : []
  return ['update', ...shown, ...others]
}

/** The results for which a comment is created. */
const WANTED: Readonly<Record<CommentWhen, readonly CommentResult[]>> = {
  always: ['clean', 'findings', 'failure', 'problem'],
  'on-findings': ['findings', 'failure', 'problem'],
  'on-failure': ['failure', 'problem'],
  never: []
}
