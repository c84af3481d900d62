/** The fix of a judgement: what the policy knows, and the commands of the file format that carry it out. */

import { defined } from '../collections.ts'
import type { Fix } from '../model/verdict.ts'
import type { Judgement } from './judge.ts'

/**
 * The fix with the commands that `upgrade` returns for a version. No commands where something else takes the place of a
 * release: it may be newer than the lowest good one, and a command would move it back.
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
