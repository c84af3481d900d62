/** Source code that takes the first Secret of a service account for one that is there. */

import type { Block } from '../../syntax/code.ts'
import type { HazardSighting } from '../hazard.ts'
import type { SourceCode } from './source-code.ts'
import { offsetOf } from './token-flow.ts'
import { TOKEN_SECRET } from './token-secret.ts'

const SECRETS = ['secrets', 'Secrets', 'getSecrets']
const FIRST = /^(?:first|First|get|getFirst|iter|next)$/
const NAMES = /^(?:name|Name|getName|metadata)$/
const ACCOUNT = /service_?accounts?|^sa$|^svc_?acc/i
const COUNTS =
  /^(?:len|length|size|Count|count|isEmpty|is_empty|empty\?|any\?|Any|Length|isPresent|present\?|IndexError|first_or_none)$/
/** The first Secret of an account, in JSONPath and Go templates. */
const SECRET_IN_PATH = /\.secrets\[(?:\d+|\*)?\](?:\.name|\[["']name["']\])|index \.secrets 0/
const ASKS = /\bget\b[\s\S]*\b(?:sa|serviceaccounts?)\b|\b(?:sa|serviceaccounts?)\b[\s\S]*\bget\b/

/** What a program calls that gives up: it makes an error, writes a line, or waits. */
const GIVES_UP =
  /^(?:\w*[eE]rror\w*|\w*Exception|New|Wrapf?|f?mt|[lL]og\w*|[iI]nfo\w*|[wW]arn\w*|[dD]ebug\w*|[pP]rint\w*|panic|[eE]xit|[fF]atal\w*|format\w*|[sS]leep|bail|anyhow)$/
const LEAVES = /^(?:return|raise|throw|continue|panic|exit|bail)$/
/** The program makes a Secret or requests a token itself. */
const MAKES = ['SecretTypeServiceAccountToken', 'SecretTypeServiceAccountTokenV1', 'TokenRequest', 'CreateToken']

/**
 * The places where source code names the first Secret of a service account, and does not look whether there is one, or gives up if there
 * is none.
 */
export function* secretNamesIn(source: SourceCode): Generator<HazardSighting> {
  for (const name of SECRETS) {
    for (const at of source.named(name)) {
      if (!source.isLinked(at) || !isFirstName(source, at) || !isOfAccount(source, at)) continue
      const guards = guardsOf(source, at)
      const givesUp = guards.length > 0 && guards.every(guard => guard !== 'other' && onlyLeaves(source, guard))
      if (guards.length > 0 && (!givesUp || makesToken(source))) continue
      yield { at: offsetOf(source, source.chainStart(at)), ...(givesUp ? { because: WITHOUT } : {}) }
    }
  }
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

const WITHOUT =
  'The program gives up if a service account lists no Secret. From Kubernetes 1.24 on none is listed, so that it always does.'

/** How the function looks whether there is one: the blocks that run if there is none, and other ways. */
function guardsOf(source: SourceCode, at: number): readonly (Block | 'other')[] {
  const block = source.functionAt(at)
  const begin = block?.head ?? 0
  const end = block?.to ?? source.code.tokens.length
  const name = source.token(at).value
  const others = source.named(name).filter(place => {
    // A method of that name is one of a client: `client.Secrets(namespace)`.
    const isOfClient = name !== 'getSecrets' && source.isMark(place + 1, '(')
    return place >= begin && place !== at && place < end && !isOfClient
  })
  const guards = others.flatMap((place): (Block | 'other')[] => {
    const call = source.callOf(source.code.opener[place] ?? -1)
    const piece = source.piece(place)
    const condition = source.code.blocks.find(
      ({ kind, head, from }) => (kind === 'condition' || kind === 'loop') && place >= head && place < from
    )
    const behind = source.token(source.isMark(place + 1, '(') ? place + 4 : place + 2).value
    const isCounted = (call !== undefined && COUNTS.test(call.name)) || COUNTS.test(behind)
    if (condition && isNegative(source, condition)) return [condition]
    return isCounted || condition || (at >= piece.from && at < piece.to) ? ['other'] : []
  })
  return source.named('IndexError').some(place => place > at && place < end) ? [...guards, 'other'] : guards
}

/** Whether a block runs if there is no Secret: `len(secrets) == 0`, `!secrets.length`, `not secrets`. */
function isNegative(source: SourceCode, { head, from }: Block): boolean {
  for (let at = head; at < from; at++) {
    const isZero = source.isMark(at, '==', '===') && source.token(at + 1).value === '0'
    if (isZero || source.isMark(at, '!') || /^(?:not|isEmpty|is_empty|empty\?)$/.test(source.token(at).value))
      return true
  }
  return false
}

/** Whether a block does nothing in place of the Secret. */
function onlyLeaves(source: SourceCode, { from, to }: Block): boolean {
  let leaves = false
  for (let at = from; at < to; at++) {
    const { kind, value } = source.token(at)
    if (kind !== 'name') continue
    if (LEAVES.test(value)) leaves = true
    else if (source.isMark(at + 1, '(') && !GIVES_UP.test(value)) return false
  }
  return leaves
}

function makesToken(source: SourceCode): boolean {
  return (
    MAKES.some(name => source.named(name).length > 0) ||
    source.code.tokens.some(({ kind, value }) => kind === 'text' && value === TOKEN_SECRET)
  )
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
