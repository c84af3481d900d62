/** Source code that makes a Secret with the token of a service account, as programs of Pulumi and CDK do. */

import type { HazardSighting } from '../hazard.ts'
import type { SourceCode } from './source-code.ts'
import { offsetOf } from './token-flow.ts'
import { TOKEN_SECRET } from './token-secret.ts'

const TYPE = /^type_?$/i
const OF_OBJECT = /^(?:metadata|kind|annotations|objectMeta|stringData)$/i

/** The places where source code gives an object the type of such a Secret. A comparison or a table of types makes none. */
export function* tokenSecretsIn(source: SourceCode): Generator<HazardSighting> {
  for (const [at, { kind, value }] of source.code.tokens.entries()) {
    if (kind !== 'text' || value !== TOKEN_SECRET) continue
    const { key, value: given } = source.keyed(source.piece(at))
    if (key !== undefined && TYPE.test(key) && given.from === at && isInObject(source, at))
      yield { at: offsetOf(source, at) }
  }
}

/** Whether the values beside it are those of an object of Kubernetes. */
function isInObject(source: SourceCode, at: number): boolean {
  const opener = source.code.opener[at] ?? -1
  const close = source.code.match[opener] ?? -1
  if (opener < 0 || close < 0) return false
  return source.values({ from: opener + 1, to: close }).some(value => OF_OBJECT.test(source.keyed(value).key ?? ''))
}
