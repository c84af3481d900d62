/** Source code that makes a Secret with the token of a service account, as programs of Pulumi, CDK and clients of Kubernetes do. */

import type { HazardSighting } from '../hazard.ts'
import type { SourceCode } from './source-code.ts'
import { offsetOf } from './token-flow.ts'
import { TOKEN_SECRET } from './token-secret.ts'

/** The constant of Go for that type: https://pkg.go.dev/k8s.io/api/core/v1#SecretTypeServiceAccountToken. */
export const TOKEN_SECRET_CONSTANT = 'SecretTypeServiceAccountToken'
const TYPE = /^type_?$/i
/** The methods of builders that set the type: https://github.com/fabric8io/kubernetes-client. */
const SETS_TYPE = /^(?:with|set)?Type$/i
const OF_OBJECT = /^(?:metadata|kind|annotations|objectMeta|stringData)$/i
const SECRET = /^(?:V1)?Secret$/

/** The places where source code gives an object the type of such a Secret. A comparison or a table of types makes none. */
export function* tokenSecretsIn(source: SourceCode): Generator<HazardSighting> {
  for (const [at, { kind, value }] of source.code.tokens.entries()) {
    const isType = (kind === 'text' && value === TOKEN_SECRET) || (kind === 'name' && value === TOKEN_SECRET_CONSTANT)
    if (isType && makesSecret(source, at)) yield { at: offsetOf(source, at) }
  }
}

function makesSecret(source: SourceCode, at: number): boolean {
  const from = source.chainStart(at)
  const piece = source.piece(at)
  const { key, value: given } = source.keyed(piece)
  if (key !== undefined && TYPE.test(key) && given.from === from && isInObject(source, at)) return true
  if (source.isMark(from - 1, '=') && source.assignmentIn(piece) === from - 1) {
    const target = source.isMark(from - 2, ']') ? from - 3 : from - 2
    return target > piece.from && TYPE.test(source.token(target).value)
  }
  const call = source.callOf(source.code.opener[at] ?? -1)
  return call !== undefined && source.isLinked(call.at) && SETS_TYPE.test(call.name) && call.given.from === from
}

/** Whether the values beside it are those of an object of Kubernetes. */
function isInObject(source: SourceCode, at: number): boolean {
  const opener = source.code.opener[at] ?? -1
  const close = source.code.match[opener] ?? -1
  if (opener < 0 || close < 0) return false
  if (SECRET.test(source.token(opener - 1).value)) return true
  return source.values({ from: opener + 1, to: close }).some(value => OF_OBJECT.test(source.keyed(value).key ?? ''))
}
