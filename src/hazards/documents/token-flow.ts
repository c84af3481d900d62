/** Source code with what it keeps of the token of its pod, found once for all rules. */

import type { DocumentKind } from '../hazard.ts'
import type { SourceCode } from './source-code.ts'
import type { Kept } from './token-keepers.ts'

/** A file of source code, and the values of the token that it keeps. */
export interface TokenFlow {
  readonly source: SourceCode
  readonly kept: readonly Kept[]
}

/** Files of source code that name the token. */
export const tokenFlows: DocumentKind<TokenFlow> = { name: 'flows of the token', onlyIn: 'source code' }

/** The offset of a token. */
export function offsetOf(source: SourceCode, at: number): number {
  return source.token(at).at
}
