/** Source code that takes the first Secret of a service account for one that is there. */

import type { HazardSighting } from '../hazard.ts'
import type { SourceCode } from './source-code.ts'
import { offsetOf } from './token-flow.ts'

const SECRETS = ['secrets', 'Secrets', 'getSecrets']
const FIRST = /^(?:first|First|get|getFirst|iter|next)$/
const NAMES = /^(?:name|Name|getName|metadata)$/
const ACCOUNT = /service_?accounts?|^sa$|^svc_?acc/i
const COUNTS =
  /^(?:len|length|size|Count|count|isEmpty|is_empty|empty\?|any\?|Any|Length|isPresent|present\?|IndexError|first_or_none)$/
/** The first Secret of an account, in JSONPath and Go templates. */
const SECRET_IN_PATH = /\.secrets\[(?:\d+|\*)?\](?:\.name|\[["']name["']\])|index \.secrets 0/
const ASKS = /\bget\b[\s\S]*\b(?:sa|serviceaccounts?)\b|\b(?:sa|serviceaccounts?)\b[\s\S]*\bget\b/

/** The places where source code names the first Secret of a service account, and does not look whether there is one. */
export function* secretNamesIn(source: SourceCode): Generator<HazardSighting> {
  for (const name of SECRETS)
    for (const at of source.named(name))
      if (source.isLinked(at) && isFirstName(source, at) && isOfAccount(source, at) && !isGuarded(source, at))
        yield { at: offsetOf(source, source.chainStart(at)) }
  for (const [at, { kind, value }] of source.code.tokens.entries())
    if (kind === 'text' && SECRET_IN_PATH.test(value) && ASKS.test(textsAround(source, at)))
      yield { at: offsetOf(source, at) }
}

/** `secrets[0].name`, `getSecrets().get(0).getName()`; not `secrets?.[0]`, which may be absent. */
function isFirstName(source: SourceCode, at: number): boolean {
  let next = at + 1
  if (source.isMark(next, '(')) next = (source.code.match[next] ?? next) + 1
  if (source.isMark(next, '!')) next++
  if (source.isMark(next, '[')) {
    if (source.token(next + 1).value !== '0') return false
    next += 3
  } else if (source.isMark(next, '.') && FIRST.test(source.token(next + 1).value)) {
    next += 2
    if (source.isMark(next, '(')) next = (source.code.match[next] ?? next) + 1
  } else return false
  return source.isMark(next, '.') && NAMES.test(source.token(next + 1).value)
}

/** Whether the function around it is about a service account. */
function isOfAccount(source: SourceCode, at: number): boolean {
  const begin = source.functionAt(at)?.head ?? 0
  for (let index = Math.max(begin, at - 2000); index < at; index++)
    if (source.token(index).kind !== 'mark' && ACCOUNT.test(source.token(index).value)) return true
  return false
}

/** Whether the function looks whether there is one. */
function isGuarded(source: SourceCode, at: number): boolean {
  const block = source.functionAt(at)
  const begin = block?.head ?? 0
  const others = source
    .named(source.token(at).value)
    .filter(place => place >= begin && place !== at && place < (block?.to ?? source.code.tokens.length))
  const isCounted = others.some(place => {
    const call = source.callOf(source.code.opener[place] ?? -1)
    const piece = source.piece(place)
    const isInCondition = source.code.blocks.some(
      ({ kind, head, from }) => (kind === 'condition' || kind === 'loop') && place >= head && place < from
    )
    const behind = source.token(source.isMark(place + 1, '(') ? place + 4 : place + 2).value
    return (
      (call !== undefined && COUNTS.test(call.name)) ||
      COUNTS.test(behind) ||
      isInCondition ||
      (at >= piece.from && at < piece.to)
    )
  })
  return isCounted || source.named('IndexError').some(place => place > at && place < (block?.to ?? 0))
}

function textsAround(source: SourceCode, at: number): string {
  const opener = source.code.opener[at] ?? -1
  const span =
    opener >= 0 && !source.isOfStatements(opener)
      ? { from: opener, to: source.code.match[opener] ?? at + 1 }
      : source.piece(at)
  const texts: string[] = []
  for (let index = span.from; index < span.to && texts.length < 100; index++)
    if (source.token(index).kind === 'text') texts.push(source.token(index).value)
  return texts.join(' ')
}
