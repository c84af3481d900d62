/**
 * The simple commands of a shell script, as words with their offsets: quotes, escapes, continued lines, comments,
 * separators, redirections and here-documents are known, variables are left to the caller.
 * Specification: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html, with the arrays, `$'…'` and
 * `&>` of https://www.gnu.org/software/bash/manual/bash.html. Leaves out on purpose: what commands do and whether they
 * are reached; what stands inside `$(…)`, backticks and `${…}`, which is text of its word; aliases and globs.
 */

import { type Assembled, cut, joined, offsetIn } from './assembled.ts'
import { SyntaxFault } from './fault.ts'

/** A run of a word: text without its quotes and escapes, or a variable. */
export interface WordPart {
  /** What it says; a variable as it is written. */
  readonly text: Assembled
  /** The name of the variable that stands here. */
  readonly variable?: string
  /** What stands for the variable where it has no value: `${NAME:-this}`. */
  readonly fallback?: Assembled
  /** Whether quotes keep it from being split at blanks. */
  readonly quoted: boolean
}

/** A word. */
export interface Word {
  readonly parts: readonly WordPart[]
  /** Offsets of its first character, a quote perhaps, and behind its last. */
  readonly start: number
  readonly end: number
}

/** `NAME=value` before or instead of a command; `NAME=(one two)` has several values. */
export interface Assignment {
  readonly name: string
  readonly values: readonly Word[]
}

/** A simple command. */
export interface ShellCommand {
  readonly assignments: readonly Assignment[]
  readonly words: readonly Word[]
  /** The here-documents that it reads. */
  readonly documents: readonly Assembled[]
}

/** A here-document whose text begins below the present line, and the list that it is to be put into. */
interface Pending {
  readonly delimiter: string
  readonly tabs: boolean
  readonly into: Assembled[]
}

/** What is open inside a word; `((` is arithmetic, in which `<<` and `#` mean something else. */
type Nesting = '"' | '`' | '${' | '(' | '(('

/** Words that begin a command and are none: what follows them is. */
const RESERVED = new Set(['!', '{', '}', 'do', 'done', 'elif', 'else', 'fi', 'if', 'then', 'time', 'until', 'while'])
/** Commands whose arguments are assignments. */
export const DECLARES = new Set(['export', 'readonly', 'local', 'declare', 'typeset'])

const BLANK = /[ \t\r]/
const SEPARATOR = /[;&|()]/
/** Where plain characters of a word end: outside quotes, and inside. */
const SPECIAL = /[\s"'\\$`;&|()<>]/g
const SPECIAL_IN_QUOTES = /["\\$`]/g
/** What a backslash takes the meaning from inside double quotes. */
const ESCAPED_IN_QUOTES = /["\\$`]/
const ASSIGNED = /^(?<name>[A-Za-z_]\w*)\+?=/
const VARIABLE = /\$(?<name>[A-Za-z_]\w*|\d)/y
/** Any other form between braces computes something. */
const BRACED = /^\$\{(?<name>\w+)(?:\[[@*]\])?(?::?[-=](?<fallback>[^"'$`\\{}]*))?\}$/
const DIGITS = /^\d+$/
const REDIRECTION = /[<>]{1,3}[&|]?-?[ \t]*/y
const DOCUMENT = /<<(?<tabs>-?)[ \t]*(?:"(?<double>[^"\n]*)"|'(?<single>[^'\n]*)'|\\?(?<plain>[^\s;&|()<>"'$`\\]+))/y
const TABS = /^\t+/

/** Reads the commands of a script. Throws `SyntaxFault` where a quote or bracket has no end, after what came before it. */
export function* readShell(script: Assembled): Generator<ShellCommand> {
  const { text } = script
  let position = 0
  let words: Word[] = []
  /** How many of the words begin no command yet: all of them, or those before the command. */
  let reserved = 0
  let assignments: Assignment[] = []
  let documents: Assembled[] = []
  let pending: Pending[] = []
  /** The commands of the present line: their here-documents stand below it. */
  let line: ShellCommand[] = []
  let lastWordEnd = -1

  while (position < text.length) {
    const character = text.charAt(position)
    if (character === '\n') {
      finish()
      position = readDocuments(script, position + 1, pending)
      pending = []
      yield* line
      line = []
    } else if (BLANK.test(character)) position++
    else if (continues(text, position)) position = lineEnd(text, position) + 1
    else if (character === '#') position = lineEnd(text, position)
    else if (isProcess(position)) words.push(word())
    else if (character === '<' || character === '>') redirect()
    else if (character === '&' && text[position + 1] === '>') position++
    else if (text.startsWith('((', position) && words.length === 0) position = behind(position)
    else if (SEPARATOR.test(character)) {
      position++
      finish()
    } else add()
  }
  finish()
  yield* line

  function finish(): void {
    const first = words.findIndex(({ parts }) => !RESERVED.has(plainText(parts)))
    const command = { assignments, words: first > 0 ? words.slice(first) : first < 0 ? [] : words, documents }
    words = []
    reserved = 0
    assignments = []
    documents = []
    if (command.words.length + command.assignments.length + pending.length > 0) line.push(command)
  }

  /** `<(…)`, which is a word. */
  function isProcess(at: number): boolean {
    return (text[at] === '<' || text[at] === '>') && text[at + 1] === '('
  }

  /** Adds a word, or the assignment that it is. */
  function add(): void {
    const begin = position
    const found = word()
    const name = ASSIGNED.exec(text.slice(begin, Math.min(position, begin + 200)))
    const isFirst = reserved === words.length
    if (!name?.groups?.['name'] || !(isFirst || declares())) {
      if (isFirst && RESERVED.has(plainText(found.parts))) reserved++
      words.push(found)
      return
    }
    const isArray = position === begin + name[0].length && text[position] === '('
    const values = isArray ? array() : [without(found, name[0].length)]
    assignments.push({ name: name.groups['name'], values })
  }

  /** Whether the command is one of those that assign: `export NAME=value`. */
  function declares(): boolean {
    const [first] = words
    return first !== undefined && DECLARES.has(plainText(first.parts))
  }

  function array(): Word[] {
    const values: Word[] = []
    position++
    while (position < text.length && text[position] !== ')') {
      const character = text.charAt(position)
      if (BLANK.test(character) || character === '\n') position++
      else if (continues(text, position)) position = lineEnd(text, position) + 1
      else if (character === '#') position = lineEnd(text, position)
      else if (/[;&|(<>]/.test(character)) position++
      else values.push(word())
    }
    position++
    return values
  }

  function redirect(): void {
    // The number of the file that is redirected stands right before.
    const number = words.at(-1)
    if (number && lastWordEnd === position && DIGITS.test(plainText(number.parts))) words.pop()
    DOCUMENT.lastIndex = position
    const document = text.startsWith('<<<', position) ? undefined : DOCUMENT.exec(text)?.groups
    if (document) {
      const { tabs, double, single, plain = '' } = document
      pending.push({ delimiter: double ?? single ?? plain, tabs: tabs === '-', into: documents })
      position = DOCUMENT.lastIndex
      return
    }
    REDIRECTION.lastIndex = position
    REDIRECTION.exec(text)
    position = Math.max(position + 1, REDIRECTION.lastIndex)
    const target = text[position]
    if (target !== undefined && target !== '\n' && target !== '\r' && !SEPARATOR.test(target)) word()
  }

  function word(): Word {
    const begin = position
    const parts: WordPart[] = []
    while (position < text.length) {
      const character = text.charAt(position)
      if (character === "'") {
        const end = text.indexOf("'", position + 1)
        if (end < 0) throw new SyntaxFault('this quote has no end', offsetIn(script, position))
        plain(position + 1, end, true)
        position = end + 1
      } else if (character === '"') quoted()
      else if (character === '\\') {
        if (continues(text, position)) position = lineEnd(text, position) + 1
        else {
          plain(position + 1, position + 2, true)
          position += 2
        }
      } else if (character === '$') expansion(false)
      else if (character === '`' || (position === begin && isProcess(position))) opaque(behind(position))
      else {
        SPECIAL.lastIndex = position
        const end = SPECIAL.exec(text)?.index ?? text.length
        if (end === position) break
        plain(position, end, false)
        position = end
      }
    }
    position = Math.min(position, text.length)
    // A character that stands for nothing here, so that every round goes forward.
    if (position === begin) position++
    lastWordEnd = position
    return { parts, start: offsetIn(script, begin), end: offsetIn(script, position - 1) + 1 }

    function plain(from: number, to: number, isQuoted: boolean): void {
      parts.push({ text: cut(script, from, to), quoted: isQuoted })
    }

    /** What is computed here is kept as it is written. */
    function opaque(end: number): void {
      plain(position, end, true)
      position = end
    }

    function quoted(): void {
      const begun = position++
      const before = parts.length
      let ended = false
      while (!ended && position < text.length) {
        const character = text.charAt(position)
        if (character === '"') {
          ended = true
          position++
        } else if (character === '\\') {
          if (continues(text, position)) position = lineEnd(text, position) + 1
          else {
            const isEscape = ESCAPED_IN_QUOTES.test(text.charAt(position + 1))
            plain(position + (isEscape ? 1 : 0), position + 2, true)
            position += 2
          }
        } else if (character === '$') expansion(true)
        else if (character === '`') opaque(behind(position))
        else {
          SPECIAL_IN_QUOTES.lastIndex = position
          const end = SPECIAL_IN_QUOTES.exec(text)?.index ?? text.length
          plain(position, end, true)
          position = end
        }
      }
      if (!ended) throw new SyntaxFault('this quote has no end', offsetIn(script, begun))
      // An empty word is one too.
      if (parts.length === before) plain(position - 1, position - 1, true)
    }

    /** What a dollar sign begins. */
    function expansion(isQuoted: boolean): void {
      const follows = text[position + 1]
      if (follows === '(' || follows === '{') {
        const end = behind(position)
        const { name, fallback } = (follows === '{' && BRACED.exec(text.slice(position, end))?.groups) || {}
        if (name === undefined) opaque(end)
        else {
          const fallbackAt = end - 1 - (fallback?.length ?? 0)
          parts.push({
            text: cut(script, position, end),
            variable: name,
            ...(fallback ? { fallback: cut(script, fallbackAt, end - 1) } : {}),
            quoted: isQuoted
          })
          position = end
        }
      } else if (!isQuoted && follows === '"') position++
      else if (!isQuoted && follows === "'") {
        const end = endOfEscaped(text, position + 2)
        if (end === undefined) throw new SyntaxFault('this quote has no end', offsetIn(script, position))
        plain(position + 2, end - 1, true)
        position = end
      } else {
        VARIABLE.lastIndex = position
        const name = VARIABLE.exec(text)?.groups?.['name']
        const end = name === undefined ? position + 1 : VARIABLE.lastIndex
        const part = { text: cut(script, position, end), quoted: isQuoted }
        parts.push(name === undefined ? part : { ...part, variable: name })
        position = end
      }
    }
  }

  function behind(from: number): number {
    const end = endOfNested(text, from)
    if (end === undefined) throw new SyntaxFault('what begins here has no end', offsetIn(script, from))
    return end
  }
}

/** The text of a word, variables as they are written. */
export function plainText(parts: readonly WordPart[]): string {
  return parts.length === 1 ? (parts[0]?.text.text ?? '') : joined(parts.map(part => part.text)).text
}

/** The word without its first characters, which are plain: the name of an assignment. */
function without(word: Word, length: number): Word {
  const [first, ...others] = word.parts
  if (!first) return word
  const rest = cut(first.text, length, first.text.text.length)
  return { ...word, parts: [{ ...first, text: rest }, ...others] }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** Whether a backslash here continues the line. */
function continues(text: string, at: number): boolean {
  if (text[at] !== '\\') return false
  return text[at + 1] === '\n' || (text[at + 1] === '\r' && text[at + 2] === '\n')
}

/** Reads the texts of here-documents that begin at `from`; the offset behind them. One without an end goes to the end. */
function readDocuments(script: Assembled, from: number, pending: readonly Pending[]): number {
  const { text } = script
  let at = from
  for (const { delimiter, tabs, into } of pending) {
    const begin = at
    let end = text.length
    while (at < text.length) {
      const stop = lineEnd(text, at)
      const line = text.slice(at, stop > at && text[stop - 1] === '\r' ? stop - 1 : stop)
      const isLast = (tabs ? line.replace(TABS, '') : line) === delimiter
      if (isLast) end = at
      at = stop + 1
      if (isLast) break
    }
    into.push(cut(script, begin, Math.max(begin, end)))
  }
  return Math.min(at, text.length)
}

/** The index behind `'…'` with escapes. */
function endOfEscaped(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") return at + 1
    if (text[at] === '\\') at++
  }
  return undefined
}

/** The index behind what begins at `from` with `$(`, `${`, a backtick, `((` or `<(`; undefined where it has no end. */
function endOfNested(text: string, from: number): number | undefined {
  const open: Nesting[] = []
  let pending: Pending[] = []
  let at = from
  do {
    if (at >= text.length) return undefined
    const inside = open.at(-1)
    const character = text.charAt(at)
    if (character === '\\') at += 2
    else if (inside === '`' && character !== '`') at++
    else if (character === '`') toggle('`')
    else if (character === '"') toggle('"')
    else if (character === '$' && text[at + 1] === '{') push('${', 2)
    else if (character === '$' && text.startsWith('((', at + 1)) {
      push('((', 3)
      open.push('((')
    } else if (character === '$' && text[at + 1] === '(') push('(', 2)
    else if (inside === '"') at++
    else if (character === "'" && inside !== '((' && !(inside === '${' && open.at(-2) === '"')) {
      const end = text[at - 1] === '$' ? endOfEscaped(text, at + 1) : text.indexOf("'", at + 1) + 1
      if (end === undefined || end === 0) return undefined
      at = end
    } else if (inside === '${') {
      if (character === '}') open.pop()
      at++
    } else if (character === '(') {
      if (inside === undefined && text[at + 1] === '(') {
        push('((', 2)
        open.push('((')
      } else push(inside === '((' ? '((' : '(', 1)
    } else if (character === ')') {
      open.pop()
      at++
    } else if (inside === '(' && character === '#' && /[\s;(]/.test(text.charAt(at - 1))) at = lineEnd(text, at)
    else if (inside === '(' && character === '<' && text[at + 1] === '<') document()
    else if (character === '\n' && pending.length > 0) {
      at = readDocuments({ text, pieces: [] }, at + 1, pending)
      pending = []
    } else at++
  } while (open.length > 0)
  return Math.min(at, text.length)

  function push(nesting: Nesting, length: number): void {
    open.push(nesting)
    at += length
  }

  function toggle(quote: '"' | '`'): void {
    if (open.at(-1) === quote) open.pop()
    else open.push(quote)
    at++
  }

  function document(): void {
    DOCUMENT.lastIndex = at
    const { tabs, double, single, plain = '' } = (text[at + 2] !== '<' && DOCUMENT.exec(text)?.groups) || {}
    if (tabs === undefined) at += 3
    else {
      pending.push({ delimiter: double ?? single ?? plain, tabs: tabs === '-', into: [] })
      at = DOCUMENT.lastIndex
    }
  }
}
