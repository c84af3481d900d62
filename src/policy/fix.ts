/** The fix of a judgement: the remedy of the policy, with the steps of the file format. */

import { defined } from '../collections.ts'
import type { Fix, FixStep } from '../model/verdict.ts'
import type { Judgement } from './judge.ts'

/**
 * The fix with the steps that `upgrade` returns for a version; `other` is the package that they move, if not the judged one. No
 * steps where something else takes the place of a release: it may be newer than the lowest good one, and a command would move
 * it back.
 */
export function fixOf(
  { remedy, verdict: { reason } }: Judgement,
  upgrade: (version: string, other?: string) => readonly FixStep[]
): Fix | undefined {
  if (!remedy) return undefined
  const { version, newest, narrowed, advice, moves } = remedy
  const isReplaced = reason === 'fork' || reason === 'source'
  const own = version === undefined ? [] : upgrade(version)
  const steps = isReplaced ? [] : (moves?.flatMap(move => upgrade(move.version, move.other)) ?? own)
  return { ...defined({ version, newest, narrowed }), steps, ...defined({ advice }) }
}
