/** The fix of a judgement: the remedy of the policy, with the commands of the file format. */

import { defined } from '../collections.ts'
import type { Fix } from '../model/verdict.ts'
import type { Judgement } from './judge.ts'

/**
 * The fix with the commands that `upgrade` returns for a version. Without commands if a fork or another source replaces
 * the release: it may be newer than the lowest good release, and a command would downgrade it.
 */
export function fixOf(
  { remedy, verdict: { reason } }: Judgement,
  upgrade: (version: string) => readonly string[]
): Fix | undefined {
  if (!remedy) return undefined
  const { version, advice } = remedy
  const isReplaced = reason === 'fork' || reason === 'source'
  const commands = version === undefined || isReplaced ? [] : upgrade(version)
  return { ...defined({ version }), commands, ...defined({ advice }) }
}
