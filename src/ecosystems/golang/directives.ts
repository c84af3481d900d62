/**
 * The line grammar that `go.mod` and `go.work` share: directives, blocks of them, and replacements.
 * Specification: https://go.dev/ref/mod#go-mod-file-lexical and https://go.dev/ref/mod#go-work-file-lexical.
 */

import { defined } from '../../collections.ts'
import type { Requirement } from '../../model/dependency.ts'
import { type Line, lines, type Placed } from '../../syntax/lines.ts'
import type { GapEntry, Overridden, PackageEntry } from '../file-format.ts'

/** One directive: `require a v1` and the line `a v1` of a block `require (…)` are the same. */
export interface Directive {
  readonly name: string
  /** The words after the name, without quotes around them. */
  readonly tokens: readonly Placed[]
  readonly comment: string
  readonly line: Line
}

/** One `replace` directive. */
export interface Replace {
  readonly old: Placed
  readonly oldVersion?: string
  readonly target: Placed
  readonly version?: Placed
}

// A quoted string, a raw string, a bracket, or a run without blanks; `//` starts a comment anywhere outside quotes, as
// in golang.org/x/mod/modfile. Linear: the branches exclude each other by their first character, and a string without an
// end, which is an error for Go, is one token, so that no quote in it is looked at again.
const TOKEN = /"(?:[^"\\\n]|\\.)*(?<quote>"?)|`[^`\n]*(?<tick>`?)|\/\/.*|[()]|(?:(?!\/\/)[^\s"`()])+/g

/** The directives of a file; a line that begins with another word than the known ones is a gap with this message. */
export function* directives(
  text: string,
  known: ReadonlySet<string>,
  otherwise: string
): Generator<Directive | GapEntry> {
  let block: string | undefined
  for (const line of lines(text)) {
    const { tokens, comment } = tokenize(line)
    const first = tokens[0]
    if (!first) continue
    if (block !== undefined) {
      if (first.text === ')') block = undefined
      else yield { name: block, tokens, comment, line }
    } else if (!known.has(first.text)) {
      yield { gap: otherwise, text: line.text, at: first.at }
    } else if (tokens[1]?.text === '(') {
      if (tokens[2]?.text !== ')') block = first.text
    } else yield { name: first.text, tokens: tokens.slice(1), comment, line }
  }
}

/** Reads the words after `replace`: `module [version] => module version` or `module [version] => path`. */
export function replaceOf({ tokens, line }: Directive): Replace | GapEntry {
  const [first, second] = tokens
  const arrow = tokens.findIndex(token => token.text === '=>')
  const target = tokens[arrow + 1]
  const version = tokens[arrow + 2]
  if (!first || !target || arrow < 1 || arrow > 2 || tokens.length > arrow + 3 || isEscaped(first)) {
    return { gap: 'expected "module [version] => module version" or "=> path"', text: line.text, at: line.at }
  }
  return defined({ old: first, oldVersion: arrow === 2 ? second?.text : undefined, target, version })
}

/** Whether a word is a string with escapes. No module has such a name, and no tool writes one. */
export function isEscaped({ text }: Placed): boolean {
  return text.includes('\\')
}

/**
 * The entry of a module that a `replace` line settles: a person would change the version in that line. It applies to
 * the whole workspace: to every version, or to the one that it names.
 */
export function replaced(used: Placed, { target, version, oldVersion }: Replace): PackageEntry {
  const requirement: Requirement = version
    ? { kind: 'version', text: version.text }
    : { kind: 'source', text: target.text }
  const replacement = version && target.text !== used.text ? target.text : undefined
  const asked: Overridden['asked'] = oldVersion === undefined ? undefined : { text: oldVersion, match: 'equals' }
  const overrides: Overridden = { ofMembers: true, ...defined({ asked }) }
  return {
    name: used.text,
    requirement,
    at: version?.at ?? target.at,
    usedAt: used.at,
    overrides,
    ...defined({ replacement })
  }
}

function tokenize(line: Line): { tokens: Placed[]; comment: string } {
  const tokens: Placed[] = []
  for (const match of line.text.matchAll(TOKEN)) {
    const raw = match[0]
    if (raw.startsWith('//')) return { tokens, comment: raw }
    const { quote, tick } = match.groups ?? {}
    const quoted = Boolean(quote || tick)
    tokens.push({ text: quoted ? raw.slice(1, -1) : raw, at: line.at + match.index + (quoted ? 1 : 0) })
  }
  return { tokens, comment: '' }
}
