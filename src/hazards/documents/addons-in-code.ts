/**
 * Add-ons of EKS in source code, as programs of CDK and Pulumi and calls of the SDKs of AWS name one with its version: in an object, in named
 * arguments, or by the methods of a builder.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_eks.CfnAddon.html.
 */

import { memoised } from '../../collections.ts'
import type { Span } from '../../syntax/code-blocks.ts'
import type { Addon } from './addons.ts'
import type { SourceCode } from './source-code.ts'
import type { Value } from './tree.ts'

const NAME = /^add_?on_?name$/i
const VERSION = /^(?:add_?on_?)?version$/i
/** A version of an add-on: `v1.7.5-eksbuild.2`. */
const IS_VERSION = /^v?\d+\.\d+\.\d+/

/** In every text of source code that names an add-on so. */
export const NAMES_ADDON = /[aA]dd[oO]n_?[nN]ame\b/

/** The add-ons of EKS in source code. One whose name or version is computed is not known. */
export function* eksAddonsInCode(source: SourceCode): Generator<Addon> {
  // Once for each pair of brackets and each builder, however many names are in it.
  const versionIn = memoised(
    (around: Span) => versionOf(source, around),
    ({ from, to }) => `${from} ${to}`
  )
  for (const [at, { kind, value }] of source.code.tokens.entries()) {
    if (kind === 'mark' || !NAME.test(value)) continue
    const name = textOf(source, givenAt(source, at), () => true)
    const around = name && (source.isLinked(at) ? source.piece(at) : inBrackets(source, at))
    const version = around && versionIn(around)
    if (name && version) yield { name, version }
  }
}

/** What is given under a name: `name: value`, `name = value`, `"name" => value` or `.name(value)`. */
function givenAt(source: SourceCode, at: number): Span | undefined {
  if (source.isLinked(at)) return source.callAt(at)?.given
  const { to } = source.piece(at)
  return source.isMark(at + 1, ':', '=', '=>') ? { from: at + 2, to } : undefined
}

/** The version that is given in some brackets, or to a builder. */
function versionOf(source: SourceCode, around: Span): Value | undefined {
  for (const at of source.level(around)) {
    const { kind, value } = source.token(at)
    if (kind === 'mark' || !VERSION.test(value)) continue
    const version = textOf(source, givenAt(source, at), text => IS_VERSION.test(text))
    if (version) return version
  }
  return undefined
}

function inBrackets(source: SourceCode, at: number): Span | undefined {
  const opener = source.code.opener[at] ?? -1
  const close = source.code.match[opener] ?? -1
  return opener >= 0 && close > opener ? { from: opener + 1, to: close } : undefined
}

/** The one text of a kind that an expression is made of, at the literal that has it. */
function textOf(source: SourceCode, given: Span | undefined, isWanted: (text: string) => boolean): Value | undefined {
  if (!given) return undefined
  const texts = source.partsOf(given).flatMap(part => (typeof part === 'string' && isWanted(part) ? [part] : []))
  const [text] = texts
  if (text === undefined || texts.some(other => other !== text)) return undefined
  const isLiteral = (at: number) => source.token(at).kind === 'text' && source.token(at).value === text
  let at = given.from
  while (at < given.to && !isLiteral(at)) at++
  if (at >= given.to) at = source.code.tokens.findIndex((_, index) => isLiteral(index))
  return { text, at: source.token(at < 0 ? given.from : at).at, isKnown: true }
}
