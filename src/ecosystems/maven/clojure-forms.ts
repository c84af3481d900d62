/**
 * Clojure data as a tree with offsets, read up to the first fault.
 * Specification: https://clojure.org/reference/reader, https://github.com/edn-format/edn. Deliberately ignored:
 * metadata and the meaning of tags.
 */

import { defined } from '../../collections.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import { MAXIMUM_DEPTH } from '../../syntax/tree.ts'
import type { KnownScope } from '../file-format.ts'

/** A symbol, keyword or number, or a text in quotes; `at` is the offset of its first character, inside the quotes. */
export interface Atom {
  readonly kind: 'symbol' | 'text'
  readonly text: string
  readonly at: number
}

/** Brackets with their content; `open` is `(`, `[` or `{`. */
export interface Forms {
  readonly kind: 'forms'
  readonly open: string
  readonly forms: readonly Form[]
  readonly at: number
}

/** Any value. */
export type Form = Atom | Forms

/** With a fault, `forms` holds everything before it. */
export interface ParsedForms {
  readonly forms: readonly Form[]
  readonly fault?: SyntaxFault
}

// Linear: the branches exclude each other by their first characters.
const TOKEN = /;[^\n]*|"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|#_|[([{]|[)\]}]|\\.[^\s,;"()[\]{}]*|[^\s,;"()[\]{}\\]+/g
const CLOSED_BY: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
/** Comments, metadata without blanks in it, and prefixes that make no difference here: quotes, deref, tags of sets. */
const IGNORED = /^(?:[;^]|(?:['`@#]|~@?|#\?@?)$)/

/** Brackets whose end was not read yet; `outer` and `dropped` belong to the forms around them. */
interface OpenForms {
  readonly bracket: string
  readonly at: number
  readonly outer: Form[]
  readonly dropped: number
}

/** Reads every form of a text. Never throws on bad input: the result holds the fault and everything read before it. */
export function parseForms(text: string): ParsedForms {
  return new FormsParser().parse(text)
}

class FormsParser {
  private readonly root: Form[] = []
  private readonly open: OpenForms[] = []
  /** The forms of the innermost open bracket. */
  private forms = this.root
  /** The number of next forms to drop: `#_` and metadata drop one each. */
  private dropped = 0

  parse(text: string): ParsedForms {
    const fault = this.read(text)
    while (this.open.length > 0) this.close()
    return defined({ forms: this.root, fault })
  }

  private read(text: string): SyntaxFault | undefined {
    for (const { 0: raw, index } of text.matchAll(TOKEN)) {
      const fault = this.token(raw, index)
      if (fault) return fault
    }
    const innermost = this.open.at(-1)
    return innermost && new SyntaxFault('unclosed bracket', innermost.at)
  }

  private token(raw: string, at: number): SyntaxFault | undefined {
    const closed = CLOSED_BY[raw]
    if (raw === '(' || raw === '[' || raw === '{') return this.begin(raw, at)
    if (closed !== undefined) {
      if (this.open.at(-1)?.bracket !== closed) return new SyntaxFault('mismatched closing bracket', at)
      this.close()
    } else if (raw.startsWith('"')) {
      if (raw.length < 2 || !raw.endsWith('"')) return new SyntaxFault('unterminated string', at)
      this.add({ kind: 'text', text: raw.slice(1, -1), at: at + 1 })
    } else if (raw === '#_' || raw === '^' || raw === '#^') this.dropped++
    else if (!IGNORED.test(raw)) this.add({ kind: 'symbol', text: raw, at })
    return undefined
  }

  private begin(bracket: string, at: number): SyntaxFault | undefined {
    if (this.open.length >= MAXIMUM_DEPTH) return new SyntaxFault(`nested deeper than ${MAXIMUM_DEPTH} levels`, at)
    this.open.push({ bracket, at, outer: this.forms, dropped: this.dropped })
    this.forms = []
    this.dropped = 0
    return undefined
  }

  private add(form: Form): void {
    if (this.dropped > 0) this.dropped--
    else this.forms.push(form)
  }

  private close(): void {
    const last = this.open.pop()
    if (!last) return
    const form: Form = { kind: 'forms', open: last.bracket, forms: this.forms, at: last.at }
    this.forms = last.outer
    this.dropped = last.dropped
    this.add(form)
  }
}

/** Brackets, and what the profile or alias around them says of the libraries in them. */
export interface ScopedForms {
  readonly forms: Forms
  readonly scope?: KnownScope
}

/** Profiles and aliases that only developers run. */
const DEVELOPMENT = /^:(?:dev|test|tests|repl|user|debug|bench|build|lint|check|ci|tools?)(?:$|[-/.])/

/**
 * Everything in brackets at any depth, the outer ones first. What is in no map of profiles or aliases, whose key is `named`, is needed
 * at run time; the scope of what is in one follows from its name.
 */
export function scopedForms(forms: readonly Form[], named: string): readonly ScopedForms[] {
  const levels: { readonly form: Form; readonly scope: KnownScope | undefined; readonly isNamed: boolean }[] =
    forms.map(form => ({ form, scope: 'runtime', isNamed: false }))
  for (const { form, scope, isNamed } of levels) {
    if (form.kind !== 'forms') continue
    for (const [index, inner] of form.forms.entries()) {
      const key = form.forms[index - 1]
      const text = key?.kind === 'symbol' ? key.text : ''
      const own = DEVELOPMENT.test(text) ? 'development' : undefined
      levels.push({ form: inner, scope: isNamed ? own : scope, isNamed: text === named })
    }
  }
  return levels.flatMap(({ form, scope }) => (form.kind === 'forms' ? [defined({ forms: form, scope })] : []))
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

/**
 * The Maven name of a library's symbol: `group/artifact`, or one name that is both. A classifier is cut off. Undefined for a keyword and
 * for any other symbol with a colon, which no part of a Maven name has.
 */
export function libraryName(symbol: string): { readonly name: string; readonly artifact: number } | undefined {
  if (symbol.includes(':')) return undefined
  const bare = symbol.split('$')[0] ?? symbol
  const slash = bare.indexOf('/')
  if (slash < 0) return { name: `${bare}:${bare}`, artifact: 0 }
  return { name: `${bare.slice(0, slash)}:${bare.slice(slash + 1)}`, artifact: slash + 1 }
}
