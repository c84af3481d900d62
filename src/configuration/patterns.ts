/** Reads the path patterns of a configuration. */

import { faultOf } from '../policy/path-patterns.ts'
import type { Member } from '../syntax/tree.ts'
import { type Complain, quote, textsOf } from './fields.ts'

/** The valid patterns of a list; each other one is a problem. */
export function patternsFrom(member: Member | undefined, complain: Complain): readonly string[] {
  const stated = member ? textsOf(member, complain) : []
  return stated.flatMap(({ text, at }) => {
    const fault = faultOf(text)
    if (fault !== undefined) complain(at, `${quote(text)} is not a valid path pattern: ${fault}.`)
    return fault === undefined ? [text] : []
  })
}
