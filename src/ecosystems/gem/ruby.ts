/**
 * The parts of Ruby in a Gemfile or gemspec: calls with their arguments, blocks, simple assignments. Nothing is run.
 * Specification: https://docs.ruby-lang.org/en/master/syntax/calling_methods_rdoc.html and the pages beside it.
 * Deliberately ignored: the values of expressions, and the difference between a hash and a block in braces.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { MAXIMUM_DEPTH } from '../../syntax/tree.ts'
import { beginsExpression, isMark, RubyLexer, type RubyToken } from './ruby-lexer.ts'

/** One argument of a call; `key` is set for `key: value` and `:key => value`. */
export interface RubyArgument {
  readonly key?: string
  readonly value: readonly RubyToken[]
}

/** A method and the names of its parameters, in their order. */
export interface RubyMethod {
  readonly name: string
  readonly parameters: readonly string[]
}

/** A part of the text, in the order of the text. */
export type RubyEvent =
  /** A call of one of the commands. With `opens`, a block begins here. */
  | {
      readonly kind: 'call'
      readonly name: RubyToken
      readonly arguments: readonly RubyArgument[]
      readonly opens: boolean
      /** Whether `if` or `unless` follows on the same line. */
      readonly conditional: boolean
    }
  /** `name = 'text'`; without `text` if another value is assigned. */
  | { readonly kind: 'assignment'; readonly name: string; readonly text?: RubyToken }
  /** A literal outside the calls of commands. */
  | { readonly kind: 'text'; readonly text: RubyToken }
  /** The beginning of a block or statement that `end` or `}` closes; `keyword` opens it. `method` is what a `def` defines. */
  | { readonly kind: 'open'; readonly keyword: string; readonly method?: RubyMethod }
  | { readonly kind: 'close'; readonly keyword: string }

const OPENERS = new Set(['begin', 'case', 'def', 'class', 'module', 'for'])
const LOOPS = new Set(['while', 'until', 'for'])
const CONDITIONS = new Set(['if', 'unless', 'while', 'until'])
/** Keywords that end the arguments of a call without brackets. */
const AFTER_CALL = new Set('if unless while until rescue and or do then end else elsif'.split(' '))
const LEAVES = new Set(['return', 'yield', 'rescue'])
const MAXIMUM_TOKENS = 10_000
/** In tokens: methods with longer heads are not followed. */
const LONGEST_HEAD = 50

/**
 * The calls of `commands` in a Ruby text, with the blocks, assignments and literals around them. Throws `SyntaxFault`,
 * after the events before it, if a literal or comment has no end, if brackets nest too deep, or if a call is too long
 * to be one of a dependency file.
 */
export function readRuby(text: string, commands: ReadonlySet<string>): Generator<RubyEvent> {
  return new RubyReader(text, commands).events()
}

class RubyReader {
  private readonly lexer: RubyLexer
  private readonly commands: ReadonlySet<string>
  private readonly ahead: (RubyToken | undefined)[] = []
  private before: RubyToken | undefined
  private depth = 0
  /** Whether the `do` of a loop may follow on this line: it opens nothing that the loop did not open. */
  private isLoopHead = false

  constructor(text: string, commands: ReadonlySet<string>) {
    this.lexer = new RubyLexer(text)
    this.commands = commands
  }

  *events(): Generator<RubyEvent> {
    for (let token = this.next(); token; token = this.next()) {
      const previous = this.before
      this.before = token
      const event = this.event(token, previous)
      if (event) yield event
    }
  }

  private next(): RubyToken | undefined {
    return this.ahead.length > 0 ? this.ahead.shift() : this.lexer.next()
  }

  private peek(index = 0): RubyToken | undefined {
    while (this.ahead.length <= index) this.ahead.push(this.lexer.next())
    return this.ahead[index]
  }

  private event(token: RubyToken, previous: RubyToken | undefined): RubyEvent | undefined {
    switch (token.kind) {
      case 'line-end':
        this.isLoopHead = false
        return undefined
      case 'text':
        return { kind: 'text', text: token }
      case 'mark':
        if (token.value === '{') return this.open(token)
        return token.value === '}' ? this.close('}') : undefined
      case 'name':
        if (isMark(previous, '.', '&.')) return this.isCommand(token) ? this.call(token) : undefined
        if (isMark(previous, '::') || previous?.value === 'def') return undefined
        return this.keyword(token, previous) ?? this.statement(token)
      default:
        return undefined
    }
  }

  /** The event of a keyword that opens or closes something. */
  private keyword(token: RubyToken, previous: RubyToken | undefined): RubyEvent | undefined {
    const { value } = token
    if (value === 'end') return this.close('end')
    if (value === 'do') {
      if (!this.isLoopHead) return this.open(token)
      this.isLoopHead = false
    } else if (OPENERS.has(value) || (CONDITIONS.has(value) && beginsStatement(previous))) {
      if (LOOPS.has(value)) this.isLoopHead = true
      return this.open(token)
    }
    return undefined
  }

  private statement(token: RubyToken): RubyEvent | undefined {
    if (token.value === 'do') return undefined
    if (this.isCommand(token)) return this.call(token)
    const next = this.peek()
    if (isMark(next, '=')) return this.assignment(token)
    return isMark(next, '||=', '&&=') ? { kind: 'assignment', name: token.value } : undefined
  }

  private isCommand(token: RubyToken): boolean {
    return this.commands.has(token.value) && beginsArguments(this.peek())
  }

  private open(token: RubyToken): RubyEvent {
    if (++this.depth > MAXIMUM_DEPTH) throw new SyntaxFault(`nested deeper than ${MAXIMUM_DEPTH} levels`, token.start)
    return { kind: 'open', keyword: token.value, ...(token.value === 'def' ? { method: this.method() } : {}) }
  }

  /** The method whose head follows. */
  private method(): RubyMethod {
    const parameters: string[] = []
    let previous = this.peek()
    for (let index = 1; index < LONGEST_HEAD; index++) {
      const token = this.peek(index)
      if (!token || token.kind === 'line-end' || isMark(token, ')', ';')) break
      const begins = index === 1 ? !isMark(token, '(') : isMark(previous, '(', ',')
      if (begins && (token.kind === 'name' || token.kind === 'label')) parameters.push(token.value)
      previous = token
    }
    return { name: this.peek()?.value ?? '', parameters }
  }

  private close(keyword: string): RubyEvent {
    this.depth = Math.max(0, this.depth - 1)
    return { kind: 'close', keyword }
  }

  private assignment({ value: name }: RubyToken): RubyEvent {
    const text = this.peek(1)
    const after = this.peek(2)
    const isAlone = after === undefined || after.kind === 'line-end' || isMark(after, ';')
    if (text?.kind !== 'text' || !text.exact || !isAlone) return { kind: 'assignment', name }
    this.next()
    this.next()
    this.before = text
    return { kind: 'assignment', name, text }
  }

  private call(name: RubyToken): RubyEvent {
    const isBracketed = isMark(this.peek(), '(')
    if (isBracketed) this.next()
    const list = this.argumentList(name, isBracketed)
    if (isBracketed && isMark(this.peek(), ')')) this.next()
    this.before = list.last
    const after = this.peek()
    const isKeyword = after?.kind === 'name'
    const conditional = isKeyword && (after.value === 'if' || after.value === 'unless')
    const opens = (isKeyword && after.value === 'do') || (isBracketed && isMark(after, '{'))
    if (opens && after) {
      this.next()
      this.before = after
      this.open(after)
    }
    return { kind: 'call', name, arguments: list.finished(), opens, conditional }
  }

  /** Reads the arguments of a call, up to its closing bracket or to the end of its line. */
  private argumentList(name: RubyToken, isBracketed: boolean): ArgumentList {
    const list = new ArgumentList(isBracketed)
    let read = 0
    for (let token = this.peek(); token && !list.endsBefore(token); token = this.peek()) {
      this.next()
      if (token.kind === 'line-end') continue
      if (++read > MAXIMUM_TOKENS) throw new SyntaxFault(`call with more than ${MAXIMUM_TOKENS} tokens`, name.start)
      list.add(token)
    }
    return list
  }
}

/** The arguments of a call while they are read. */
class ArgumentList {
  last: RubyToken | undefined
  private readonly isBracketed: boolean
  private readonly found: RubyArgument[] = []
  private current: RubyToken[] = []
  /** The number of open brackets inside an argument, and of open braces around pairs. */
  private nested = 0
  private braces = 0

  constructor(isBracketed: boolean) {
    this.isBracketed = isBracketed
  }

  /** Whether this token is the first one after the arguments. */
  endsBefore(token: RubyToken): boolean {
    if (token.kind === 'line-end') return !this.isBracketed && this.nested === 0 && !continues(this.last)
    if (this.nested !== 0) return false
    if (this.isBracketed) return isMark(token, ')')
    if (token.kind === 'name') return AFTER_CALL.has(token.value)
    return isMark(token, ';', ')', ']') || (isMark(token, '}') && this.braces === 0)
  }

  add(token: RubyToken): void {
    this.last = token
    if (this.nested === 0 && isMark(token, ',')) this.finish()
    // The braces of a hash that is an argument: its pairs are read like pairs without braces.
    else if (this.nested === 0 && isMark(token, '{') && this.current.length === 0) this.braces++
    else if (this.nested === 0 && isMark(token, '}') && this.braces > 0) this.braces--
    else {
      if (isMark(token, '(', '[', '{')) this.nested++
      if (isMark(token, ')', ']', '}')) this.nested--
      this.current.push(token)
    }
  }

  finished(): readonly RubyArgument[] {
    if (this.current.length > 0) this.finish()
    return this.found
  }

  private finish(): void {
    this.found.push(argument(this.current))
    this.current = []
  }
}

/** The literal that an argument consists of, `.freeze` or not. */
export function literal(value: readonly RubyToken[]): RubyToken | undefined {
  const [first, dot, method] = value
  if (first?.kind !== 'text' || !first.exact) return undefined
  const frozen = value.length === 3 && isMark(dot, '.') && method?.value === 'freeze'
  return value.length === 1 || frozen ? first : undefined
}

function argument(tokens: readonly RubyToken[]): RubyArgument {
  const [first, second] = tokens
  if (first?.kind === 'label') return { key: first.value, value: tokens.slice(1) }
  if ((first?.kind === 'symbol' || first?.kind === 'text') && isMark(second, '=>')) {
    return { key: first.value, value: tokens.slice(2) }
  }
  return { value: tokens }
}

/** Whether `if` after this token has its own `end`; after `return` it is a condition of the return. */
function beginsStatement(previous: RubyToken | undefined): boolean {
  return beginsExpression(previous) && !(previous?.kind === 'name' && LEAVES.has(previous.value))
}

function beginsArguments(token: RubyToken | undefined): boolean {
  if (!token || token.kind === 'line-end') return false
  if (token.kind === 'name') return token.spaced && !AFTER_CALL.has(token.value)
  if (token.kind === 'mark') return token.value === '(' || (token.spaced && ['[', '*', '**', '{'].includes(token.value))
  return true
}

/** Whether a statement whose line ends with this token goes on in the next line. */
function continues(token: RubyToken | undefined): boolean {
  if (token?.kind === 'label') return true
  return token?.kind === 'mark' && !isMark(token, ')', ']', '}')
}
