/** Reads the path patterns of a configuration. */

import { faultOf } from '../policy/path-patterns.ts'
import type { Member } from '../syntax/tree.ts'
import { type AddProblem, quote, textsOf } from './fields.ts'

/** The valid patterns of a list; each other one is a problem. */
export function patternsFrom(member: Member | undefined, addProblem: AddProblem): readonly string[] {
  const stated = member ? textsOf(member, addProblem) : []
  return stated.flatMap(({ text, at }) => {
    const fault = faultOf(text)
    if (fault !== undefined) addProblem(at, `${quote(text)} is not a valid path pattern: ${fault}.`)
    return fault === undefined ? [text] : []
  })
}
