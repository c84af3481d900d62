/**
 * The simple commands of a shell script, as words with their offsets: quotes, escapes, continued lines, comments,
 * separators, redirections and here-documents are read, the values of variables are left to the caller.
 * Specification: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html, with the arrays, `$'…'` and
 * `&>` of https://www.gnu.org/software/bash/manual/bash.html. Deliberately ignored: the effects of commands and whether
 * they are reached; the text inside `$(…)`, backticks and `${…}`, which is text of its word; aliases and globs.
 */

import { type Assembled, cut } from './assembled.ts'
import { Cursor } from './cursor.ts'
import { SyntaxFault } from './fault.ts'
import { endOfDocument, type HereDocument, hereDocument } from './here-document.ts'
import { behindNested, CONTINUED, isProcess, plainText, readWord, type Word } from './shell-word.ts'

/** `NAME=value` before or instead of a command; `NAME=(one two)` has several values. */
export interface Assignment {
  readonly name: string
  readonly values: readonly Word[]
}

/** A redirection of a file: `> target`. */
export interface Redirection {
  readonly operator: string
  readonly target: Word
}

/** A loop. Commands of one loop share the object. */
export interface Loop {
  readonly keyword: 'while' | 'until' | 'for' | 'select'
  /** The first command of its condition; of `for` and `select` the command with their words. Set once it is read. */
  condition?: ShellCommand
  /** Set for `for ((;;))`, which has no condition. */
  isEndless?: true
}

/** A simple command. */
export interface ShellCommand {
  readonly assignments: readonly Assignment[]
  readonly words: readonly Word[]
  /** The here-documents that it reads. */
  readonly documents: readonly Assembled[]
  readonly redirections: readonly Redirection[]
  /** The loops around it, from the outermost one. */
  readonly loops: readonly Loop[]
  /** Whether the next command reads its output. */
  readonly isPiped: boolean
  /** Whether the shell does not wait for it: `command &`. */
  readonly isBackground: boolean
  /** Whether it runs only if the one before it fails: `one || command`. */
  readonly isAlternative: boolean
  /** Whether it is in a branch behind `else` or `elif`. */
  readonly isOtherwise: boolean
}

/** A here-document whose text begins below the present line, and the list for that text. */
interface PendingDocument {
  readonly document: HereDocument
  readonly into: Assembled[]
}

/** Reserved words before a command. */
const RESERVED = new Set(['!', '{', '}', 'do', 'done', 'elif', 'else', 'fi', 'if', 'then', 'time', 'until', 'while'])
/** Commands whose arguments are assignments. */
export const DECLARES = new Set(['export', 'readonly', 'local', 'declare', 'typeset'])

const BLANK = /[ \t\r]/
const SEPARATOR = /[;&|()]/
const ENDLESS = /\(\(\s*;\s*;\s*\)\)/y
const SEPARATORS = /&&|\|\||\|&|[;&|()]/y
const SEPARATOR_IN_ARRAY = /[\n;&|(<>]/
/** Characters after a redirection that are not its target. */
const NO_TARGET = /[\n\r;&|()]/
const ASSIGNED = /^(?<name>[A-Za-z_]\w*)\+?=/
/** In characters, of the name of a variable with its `=`. */
const LONGEST_NAME = 200
/** Of loops in loops; those inside of it count as one. */
const DEEPEST_LOOP = 50
const DIGITS = /^\d+$/
const REDIRECTION = /[<>]{1,3}[&|]?-?[ \t]*/y

/**
 * Reads the commands of a script. Throws `SyntaxFault`, after the commands of the lines before it, if a quote or
 * bracket has no end.
 */
export function* readShell(script: Assembled): Generator<ShellCommand> {
  if (lastRead === undefined || !isSame(lastRead.script, script)) {
    const commands: ShellCommand[] = []
    let fault: SyntaxFault | undefined
    try {
      for (const command of new ShellReader(script).commands()) {
        commands.push(command)
        yield command
      }
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error
      fault = error
    }
    if (script.text.length <= LONGEST_KEPT) lastRead = { script, commands, fault }
    if (fault) throw fault
    return
  }
  const { commands, fault } = lastRead
  yield* commands
  if (fault) throw fault
}

/** The script that was read last: what looks for clients in a file and what looks for hazards in it read the same one in turn. */
let lastRead:
  | {
      readonly script: Assembled
      readonly commands: readonly ShellCommand[]
      readonly fault: SyntaxFault | undefined
    }
  | undefined
/** In characters, of a script whose commands are kept. */
const LONGEST_KEPT = 200_000

function isSame(a: Assembled, b: Assembled): boolean {
  return (
    a.text === b.text &&
    a.runs.length === b.runs.length &&
    a.runs.every((run, index) => run.from === b.runs[index]?.from && run.at === b.runs[index].at)
  )
}

class ShellReader {
  private readonly script: Assembled
  private readonly cursor: Cursor
  private words: Word[] = []
  /** The number of reserved words at the beginning of `words`. */
  private reserved = 0
  private assignments: Assignment[] = []
  private documents: Assembled[] = []
  private redirections: Redirection[] = []
  private loops: readonly Loop[] = []
  /** Of each `if` that is open, whether its first branch is over. */
  private branches: boolean[] = []
  private pending: PendingDocument[] = []
  /** The commands of the current line: their here-documents follow it. */
  private line: ShellCommand[] = []
  private lastWordEnd = -1
  private isAlternative = false

  constructor(script: Assembled) {
    this.script = script
    this.cursor = new Cursor(script.text)
  }

  *commands(): Generator<ShellCommand> {
    const { cursor } = this
    while (!cursor.isAtEnd()) {
      if (cursor.peek() !== '\n') this.next()
      else {
        this.endLine()
        yield* this.line
        this.line = []
      }
    }
    this.finish()
    yield* this.line
  }

  /** Ends the line, and reads the here-documents below it. One without an end goes to the end of the script. */
  private endLine(): void {
    const { script, cursor } = this
    this.finish()
    cursor.at++
    for (const { document, into } of this.pending) {
      const from = cursor.at
      into.push(cut(script, from, Math.max(from, endOfDocument(cursor, document))))
    }
    this.pending = []
  }

  private next(): void {
    const { cursor } = this
    if (this.skipBlank()) return
    const character = cursor.peek()
    if (isProcess(cursor)) this.words.push(this.word())
    else if (character === '<' || character === '>') this.redirect()
    else if (cursor.startsWith('&>')) cursor.at++
    else if (cursor.startsWith('((') && this.words.length === this.reserved) this.arithmetic()
    else if (cursor.startsWith('((') && this.isFor()) this.arithmetic()
    else if (SEPARATOR.test(character)) {
      const separator = cursor.match(SEPARATORS) ?? character
      this.finish(separator)
    } else this.add()
  }

  /** Skips `((…))`: a command, or what a loop counts. */
  private arithmetic(): void {
    const { cursor } = this
    const isFor = this.isFor()
    if (isFor) this.finish()
    const loop = this.loops.at(-1)
    if (isFor && loop && cursor.skip(ENDLESS)) loop.isEndless = true
    else cursor.at = behindNested(this.script, cursor.at)
  }

  private isFor(): boolean {
    const [word, ...others] = this.words.slice(this.reserved)
    return word !== undefined && others.length === 0 && plainText(word.parts) === 'for'
  }

  /** Skips a blank, a comment, or the end of a line that is continued. */
  private skipBlank(): boolean {
    const { cursor } = this
    const character = cursor.peek()
    if (BLANK.test(character)) cursor.at++
    else if (character === '#') cursor.skipLine()
    else return cursor.skip(CONTINUED)
    return true
  }

  private finish(separator = ''): void {
    const first = this.words.findIndex(({ parts }) => !RESERVED.has(plainText(parts)))
    const words = first < 0 ? [] : this.words.slice(first)
    const reserved = first < 0 ? this.words : this.words.slice(0, first)
    const opened = this.enterLoops(reserved, words[0])
    this.enterBranches(reserved)
    const { assignments, documents, redirections, loops } = this
    this.words = []
    this.reserved = 0
    this.assignments = []
    this.documents = []
    this.redirections = []
    if (words.length + assignments.length + redirections.length + this.pending.length === 0) return
    const { isAlternative } = this
    this.isAlternative = separator === '||'
    const isPiped = separator === '|' || separator === '|&'
    const isBackground = separator === '&'
    const isOtherwise = this.branches.includes(true)
    const command = {
      assignments,
      words,
      documents,
      redirections,
      loops,
      isPiped,
      isBackground,
      isAlternative,
      isOtherwise
    }
    for (const loop of opened) loop.condition = command
    this.line.push(command)
  }

  /** Enters and leaves the loops that the reserved words before a command begin and end; returns those that begin. */
  private enterLoops(reserved: readonly Word[], program: Word | undefined): readonly Loop[] {
    const opened: Loop[] = []
    for (const { parts } of [...reserved, ...(program ? [program] : [])]) {
      const keyword = plainText(parts)
      if (keyword === 'done') this.loops = this.loops.slice(0, -1)
      if (!isLoop(keyword) || this.loops.length >= DEEPEST_LOOP) continue
      const loop: Loop = { keyword }
      opened.push(loop)
      this.loops = [...this.loops, loop]
    }
    return opened
  }

  /** Enters and leaves the branches that the reserved words before a command begin and end. */
  private enterBranches(reserved: readonly Word[]): void {
    for (const { parts } of reserved) {
      const keyword = plainText(parts)
      if (keyword === 'if') this.branches.push(false)
      else if (keyword === 'fi') this.branches.pop()
      else if ((keyword === 'else' || keyword === 'elif') && this.branches.length > 0)
        this.branches[this.branches.length - 1] = true
    }
  }

  private word(): Word {
    const word = readWord(this.script, this.cursor)
    this.lastWordEnd = this.cursor.at
    return word
  }

  /** Adds a word, or an assignment. */
  private add(): void {
    const { cursor } = this
    const begin = cursor.at
    const word = this.word()
    const written = cursor.text.slice(begin, Math.min(cursor.at, begin + LONGEST_NAME))
    const assigned = ASSIGNED.exec(written)
    const isFirst = this.reserved === this.words.length
    const name = assigned?.groups?.['name']
    if (assigned && name && (isFirst || this.isDeclaration())) {
      const { length } = assigned[0]
      const isArray = cursor.at === begin + length && cursor.peek() === '('
      this.assignments.push({ name, values: isArray ? this.array() : [withoutPrefix(word, length)] })
      return
    }
    if (isFirst && RESERVED.has(plainText(word.parts))) this.reserved++
    this.words.push(word)
  }

  /** Whether the command is one of those that assign: `export NAME=value`. */
  private isDeclaration(): boolean {
    const [first] = this.words
    return first !== undefined && DECLARES.has(plainText(first.parts))
  }

  private array(): Word[] {
    const { cursor } = this
    const values: Word[] = []
    cursor.at++
    while (!cursor.isAtEnd() && cursor.peek() !== ')') {
      if (this.skipBlank()) continue
      if (SEPARATOR_IN_ARRAY.test(cursor.peek())) cursor.at++
      else values.push(this.word())
    }
    cursor.at++
    return values
  }

  private redirect(): void {
    const { cursor } = this
    // Digits right before the operator are the number of the redirected file.
    const last = this.words.at(-1)
    if (last && this.lastWordEnd === cursor.at && DIGITS.test(plainText(last.parts))) this.words.pop()
    const document = hereDocument(cursor)
    if (document) {
      this.pending.push({ document, into: this.documents })
      return
    }
    const operator = cursor.match(REDIRECTION)?.trim() ?? ''
    const target = cursor.peek()
    if (target !== '' && !NO_TARGET.test(target)) this.redirections.push({ operator, target: this.word() })
  }
}

function isLoop(word: string): word is Loop['keyword'] {
  return word === 'while' || word === 'until' || word === 'for' || word === 'select'
}

/** The word without the name of an assignment, which is plain text. */
function withoutPrefix(word: Word, length: number): Word {
  const [first, ...others] = word.parts
  if (!first) return word
  const rest = cut(first.text, length, first.text.text.length)
  return { ...word, parts: [{ ...first, text: rest }, ...others] }
}
