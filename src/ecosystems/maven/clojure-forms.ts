/**
 * Clojure data as a tree with offsets, read as far as it goes.
 * Specification: https://clojure.org/reference/reader, https://github.com/edn-format/edn. Leaves out on purpose: metadata,
 * which is dropped, and what tags mean.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { MAXIMUM_DEPTH } from '../../syntax/tree.ts'

/** A symbol, keyword or number, or a text in quotes; `at` is the offset of its first character, inside the quotes. */
export interface Atom {
  readonly kind: 'symbol' | 'text'
  readonly text: string
  readonly at: number
}

/** What stands between brackets: `(`, `[` or `{`. */
export interface Forms {
  readonly kind: 'forms'
  readonly open: string
  readonly forms: readonly Form[]
  readonly at: number
}

/** Any value. */
export type Form = Atom | Forms

/** What was read; with a fault, `forms` holds everything up to it. */
export interface ParsedForms {
  readonly forms: readonly Form[]
  readonly fault?: SyntaxFault
}

// Linear: the branches exclude each other by their first characters.
const TOKEN = /;[^\n]*|"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|#_|[([{]|[)\]}]|\\.[^\s,;"()[\]{}]*|[^\s,;"()[\]{}\\]+/g
const CLOSED_BY: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
/** Prefixes of the reader that change nothing here: quote and unquote, the tag of a set, deref. */
const PREFIX = /^(?:['`@#]|~@?|#\?@?)$/

/** Reads every form of a text. Never throws on bad input. */
export function parseForms(text: string): ParsedForms {
  const root: Form[] = []
  const open: { readonly bracket: string; readonly at: number; readonly outer: Form[]; readonly dropped: number }[] = []
  let forms = root
  /** How many of the next forms do not count: `#_` and metadata drop one each. */
  let dropped = 0

  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0]
    const at = match.index
    if (raw.startsWith(';') || PREFIX.test(raw)) continue
    if (raw === '#_' || raw === '^' || raw === '#^') dropped++
    else if (raw === '(' || raw === '[' || raw === '{') {
      if (open.length >= MAXIMUM_DEPTH) return ended(new SyntaxFault(`nested deeper than ${MAXIMUM_DEPTH} levels`, at))
      open.push({ bracket: raw, at, outer: forms, dropped })
      forms = []
      dropped = 0
    } else if (CLOSED_BY[raw] !== undefined) {
      if (open.at(-1)?.bracket !== CLOSED_BY[raw]) return ended(new SyntaxFault('this bracket closes nothing', at))
      close()
    } else if (raw.startsWith('"') && (raw.length < 2 || !raw.endsWith('"'))) {
      return ended(new SyntaxFault('the text in quotes has no end', at))
    } else if (!raw.startsWith('^')) {
      const quoted = raw.startsWith('"')
      add({ kind: quoted ? 'text' : 'symbol', text: quoted ? raw.slice(1, -1) : raw, at: quoted ? at + 1 : at })
    }
  }
  const innermost = open.at(-1)
  return innermost ? ended(new SyntaxFault('the bracket is never closed', innermost.at)) : { forms: root }

  function add(form: Form): void {
    if (dropped > 0) dropped--
    else forms.push(form)
  }

  function close(): void {
    const group = open.pop()
    if (!group) return
    const done: Form = { kind: 'forms', open: group.bracket, forms, at: group.at }
    forms = group.outer
    dropped = group.dropped
    add(done)
  }

  function ended(fault: SyntaxFault): ParsedForms {
    while (open.length > 0) close()
    return { forms: root, fault }
  }
}

/** The values of a map by its keys; of duplicate keys the last counts. */
export function entriesOf({ forms }: Forms): ReadonlyMap<string, Form> {
  const entries = new Map<string, Form>()
  for (let index = 0; index + 1 < forms.length; index += 2) {
    const [key, value] = [forms[index], forms[index + 1]]
    if (key && value && key.kind !== 'forms') entries.set(key.text, value)
  }
  return entries
}

/** A library's symbol as Maven names it: `group/artifact`, where one name stands for both; a classifier is cut off. */
export function libraryName(symbol: string): { readonly name: string; readonly artifact: number } {
  const bare = symbol.split('$')[0] ?? symbol
  const slash = bare.indexOf('/')
  if (slash < 0) return { name: `${bare}:${bare}`, artifact: 0 }
  return { name: `${bare.slice(0, slash)}:${bare.slice(slash + 1)}`, artifact: slash + 1 }
}
