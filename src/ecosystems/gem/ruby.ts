/**
 * Ruby as far as a Gemfile or a gemspec needs it: calls with their arguments, blocks, simple assignments. Nothing is run.
 * Specification: https://docs.ruby-lang.org/en/master/syntax/literals_rdoc.html and the pages beside it. Leaves out on
 * purpose: what here-documents hold, the values of expressions, and the difference between a hash and a block of braces.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { MAXIMUM_DEPTH } from '../../syntax/tree.ts'

/** A word of the language. */
export interface RubyToken {
  /** `name`: identifiers, keywords, constants, numbers. `text`: any quoted literal. `mark`: everything else. */
  readonly kind: 'name' | 'text' | 'symbol' | 'label' | 'mark' | 'line-end'
  /** Without its quotes or colon. */
  readonly value: string
  /** Offset of `value`. */
  readonly at: number
  /** Offset of the whole token, quotes included. */
  readonly start: number
  readonly end: number
  /** For a text: whether `value` is its value, that is without escapes, interpolation or words of a list. */
  readonly exact: boolean
  /** Whether a blank stands before it. */
  readonly spaced: boolean
}

/** One argument of a call; `key` is set for `key: value` and `:key => value`. */
export interface RubyArgument {
  readonly key?: string
  readonly value: readonly RubyToken[]
}

/** What the reader meets, in the order of the text. */
export type RubyEvent =
  /** A call of one of the commands that were asked for. With `opens`, a block begins here. */
  | {
      readonly kind: 'call'
      readonly name: RubyToken
      readonly arguments: readonly RubyArgument[]
      readonly opens: boolean
      /** Whether `if` or `unless` follows on the same line. */
      readonly conditional: boolean
    }
  /** `name = 'text'`; no `text` where something else is assigned. */
  | { readonly kind: 'assignment'; readonly name: string; readonly text?: RubyToken }
  /** A literal that belongs to none of the calls asked for. */
  | { readonly kind: 'text'; readonly text: RubyToken }
  /** Something that `end` or `}` closes; `keyword` is what opened it. */
  | { readonly kind: 'open'; readonly keyword: string }
  | { readonly kind: 'close'; readonly keyword: string }

const BLANKS = /[ \t\r\f\v]*/y
const LINE_CONTINUED = /\\\r?\n/y
const NAME = /(?:[@$]{0,2}[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:[?!](?![=~]))?|\d\w*(?:\.\d\w*)*|\$[^\w\s])/y
const MARK = /=>|==|=~|!=|!~|<=|>=|\|\|=?|&&=?|&\.|::|\*\*|\.\.\.?|[\s\S]/y
const SINGLE_QUOTED = /[^'\\]*'/y
const DOUBLE_QUOTED = /[^"\\#]*"/y
const HEREDOC = /<<(?<indent>[~-]?)(?:(?<quote>["'`])(?<quoted>[^"'`\n]+)\k<quote>|(?<id>[A-Za-z_]\w*))/y
const PERCENT = /%(?<type>[qQwWiIrxs]?)(?<open>[([{<|!/])/y
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' }

const OPENERS = new Set(['begin', 'case', 'def', 'class', 'module', 'for'])
const LOOPS = new Set(['while', 'until', 'for'])
const CONDITIONS = new Set(['if', 'unless', 'while', 'until'])
/** Keywords after which an expression begins, so that `/` begins a regular expression and `if` has an `end`. */
const BEFORE_VALUE = new Set(
  'if unless while until when case and or not return then else elsif do begin rescue ensure in yield'.split(' ')
)
/** Keywords that end the arguments of a call without brackets. */
const AFTER_CALL = new Set('if unless while until rescue and or do then end else elsif'.split(' '))
const LEAVES = new Set(['return', 'yield', 'rescue'])
const MAXIMUM_TOKENS = 10_000

/**
 * Reads a Ruby text and reports the calls of `commands`. Throws `SyntaxFault` where a literal or a comment has no end, or
 * where brackets nest too deep or a call is too long to be one of a dependency file; what came before stands.
 */
export function* readRuby(text: string, commands: ReadonlySet<string>): Generator<RubyEvent> {
  const lex = lexer(text)
  const ahead: (RubyToken | undefined)[] = []
  let before: RubyToken | undefined
  let depth = 0
  let loopHead = false

  for (let token = next(); token; token = next()) {
    const previous = before
    before = token
    if (token.kind === 'line-end') loopHead = false
    else if (token.kind === 'text') yield { kind: 'text', text: token }
    else if (token.kind === 'mark') {
      if (token.value === '{') yield open('{', token)
      else if (token.value === '}') yield close('}')
    } else if (token.kind === 'name' && !isMark(previous, '.', '&.', '::') && previous?.value !== 'def') {
      if (token.value === 'end') yield close('end')
      else if (token.value === 'do') {
        if (loopHead) loopHead = false
        else yield open('do', token)
      } else if (OPENERS.has(token.value) || (CONDITIONS.has(token.value) && beginsStatement(previous))) {
        if (LOOPS.has(token.value)) loopHead = true
        yield open(token.value, token)
      } else if (commands.has(token.value) && beginsArguments(peek(0))) yield* call(token)
      else if (isMark(peek(0), '=')) yield assignment(token)
      else if (isMark(peek(0), '||=', '&&=')) yield { kind: 'assignment', name: token.value }
    } else if (token.kind === 'name' && isMark(previous, '.', '&.')) {
      if (commands.has(token.value) && beginsArguments(peek(0))) yield* call(token)
    }
  }

  function next(): RubyToken | undefined {
    return ahead.length > 0 ? ahead.shift() : lex()
  }

  function peek(index: number): RubyToken | undefined {
    while (ahead.length <= index) ahead.push(lex())
    return ahead[index]
  }

  function open(keyword: string, token: RubyToken): RubyEvent {
    if (++depth > MAXIMUM_DEPTH) throw new SyntaxFault(`nested deeper than ${MAXIMUM_DEPTH} levels`, token.start)
    return { kind: 'open', keyword }
  }

  function close(keyword: string): RubyEvent {
    depth = Math.max(0, depth - 1)
    return { kind: 'close', keyword }
  }

  function assignment(name: RubyToken): RubyEvent {
    const value = peek(1)
    const after = peek(2)
    const alone = after === undefined || after.kind === 'line-end' || isMark(after, ';')
    if (value?.kind !== 'text' || !value.exact || !alone) return { kind: 'assignment', name: name.value }
    next()
    next()
    before = value
    return { kind: 'assignment', name: name.value, text: value }
  }

  /** Reads the arguments of a call, up to its closing bracket or to the end of its line. */
  function* call(name: RubyToken): Generator<RubyEvent> {
    const bracketed = isMark(peek(0), '(')
    if (bracketed) next()
    const found: RubyArgument[] = []
    let current: RubyToken[] = []
    let nested = 0
    let braces = 0
    let read = 0
    let last: RubyToken | undefined
    for (let token = peek(0); token; token = peek(0)) {
      if (token.kind === 'line-end') {
        if (!bracketed && nested === 0 && !continues(last)) break
        next()
        continue
      }
      if (nested === 0) {
        if (bracketed && isMark(token, ')')) break
        if (!bracketed && (isMark(token, ';', ')', ']') || (isMark(token, '}') && braces === 0))) break
        if (!bracketed && token.kind === 'name' && AFTER_CALL.has(token.value)) break
      }
      next()
      last = token
      if (++read > MAXIMUM_TOKENS) throw new SyntaxFault(`a call with more than ${MAXIMUM_TOKENS} words`, name.start)
      if (nested === 0 && isMark(token, ',')) {
        found.push(argument(current))
        current = []
      } else if (nested === 0 && isMark(token, '{') && current.length === 0) {
        // The braces of a hash that is an argument: its pairs are read like the pairs without braces.
        braces++
      } else if (nested === 0 && isMark(token, '}') && braces > 0) braces--
      else {
        if (isMark(token, '(', '[', '{')) nested++
        if (isMark(token, ')', ']', '}')) nested--
        current.push(token)
      }
    }
    if (current.length > 0) found.push(argument(current))
    if (bracketed && isMark(peek(0), ')')) next()
    before = last
    const after = peek(0)
    const block =
      after?.kind === 'name' && after.value === 'do' ? 'do' : bracketed && isMark(after, '{') ? '{' : undefined
    const conditional = after?.kind === 'name' && (after.value === 'if' || after.value === 'unless')
    if (block !== undefined && after) {
      next()
      before = after
      open(block, after)
    }
    yield { kind: 'call', name, arguments: found, opens: block !== undefined, conditional }
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

function isMark(token: RubyToken | undefined, ...marks: readonly string[]): boolean {
  return token?.kind === 'mark' && marks.includes(token.value)
}

/** Whether an expression begins after this token; after a finished value it does not. */
function beginsExpression(previous: RubyToken | undefined): boolean {
  if (!previous || previous.kind === 'line-end' || previous.kind === 'label') return true
  if (previous.kind === 'mark') return !isMark(previous, ')', ']', '}')
  return previous.kind === 'name' && BEFORE_VALUE.has(previous.value)
}

/** Whether `if` after this token has an `end` of its own; after `return` it is a condition on the return. */
function beginsStatement(previous: RubyToken | undefined): boolean {
  return beginsExpression(previous) && !(previous?.kind === 'name' && LEAVES.has(previous.value))
}

function beginsArguments(token: RubyToken | undefined): boolean {
  if (!token || token.kind === 'line-end') return false
  if (token.kind === 'name') return token.spaced && !AFTER_CALL.has(token.value)
  if (token.kind === 'mark') return token.value === '(' || (token.spaced && ['[', '*', '**', '{'].includes(token.value))
  return true
}

/** Whether a line that ends with this token goes on in the next one. */
function continues(token: RubyToken | undefined): boolean {
  if (token?.kind === 'label') return true
  return token?.kind === 'mark' && !isMark(token, ')', ']', '}')
}

/** Makes a function that gives one token after the other. Every character is looked at a bounded number of times. */
function lexer(text: string): () => RubyToken | undefined {
  let position = 0
  let previous: RubyToken | undefined
  let noRegexpBefore = 0
  let heredocs: { readonly id: string; readonly indented: boolean; readonly at: number }[] = []
  return lex

  function lex(): RubyToken | undefined {
    for (;;) {
      if (position === 0 || text.charCodeAt(position - 1) === 10) skipAtLineStart()
      const from = position
      do match(BLANKS)
      while (match(LINE_CONTINUED))
      const spaced = position > from
      if (position >= text.length) {
        const open = heredocs[0]
        if (open) throw new SyntaxFault('the here-document has no end', open.at)
        return undefined
      }
      const first = text[position] ?? ''
      if (first === '#') {
        const end = text.indexOf('\n', position)
        position = end < 0 ? text.length : end
        continue
      }
      previous = token(first, spaced)
      return previous
    }
  }

  /** Comments between `=begin` and `=end`, and `__END__`, stand at the beginning of a line only. */
  function skipAtLineStart(): void {
    while (text.startsWith('=begin', position)) {
      const end = text.indexOf('\n=end', position)
      if (end < 0) throw new SyntaxFault('the comment after "=begin" has no "=end"', position)
      const lineEnd = text.indexOf('\n', end + 1)
      position = lineEnd < 0 ? text.length : lineEnd + 1
    }
    if (/^__END__\r?(?:\n|$)/.test(text.slice(position, position + 9))) position = text.length
  }

  function token(first: string, spaced: boolean): RubyToken {
    const start = position
    if (first === '\n') {
      position++
      skipHeredocs()
      return made('line-end', '\n', start, start, true)
    }
    if (first === "'") return string("'", '', "'", start + 1, false)
    if (first === '"') return string('"', '', '"', start + 1, true)
    if (first === '`') return string('`', '', '`', start + 1, true)
    const valueExpected = beginsExpression(previous) || (previous?.kind === 'name' && spaced)
    if (first === '%' && valueExpected) {
      const { type = '', open = '' } = matchGroups(PERCENT) ?? {}
      if (open !== '') {
        const plain = type === '' || type === 'q' || type === 'Q'
        return string(
          '%',
          CLOSERS[open] === undefined ? '' : open,
          CLOSERS[open] ?? open,
          position,
          !/[qwis]/.test(type),
          plain,
          start
        )
      }
    }
    if (first === '<' && valueExpected && previous?.value !== 'class') {
      const heredoc = matchGroups(HEREDOC)
      if (heredoc) {
        heredocs.push({ id: heredoc['quoted'] ?? heredoc['id'] ?? '', indented: heredoc['indent'] !== '', at: start })
        return made('text', '', start, start, false)
      }
    }
    if (
      first === '/' &&
      valueExpected &&
      start >= noRegexpBefore &&
      (beginsExpression(previous) || text[start + 1] !== ' ')
    ) {
      if (skipRegexp()) return made('text', text.slice(start + 1, position - 1), start + 1, start, false)
      noRegexpBefore = position
      position = start
    }
    // A single character such as ?' which would look like the beginning of a string.
    if (first === '?' && beginsExpression(previous) && /['"`#]/.test(text[start + 1] ?? '')) {
      position += 2
      return made('text', text[start + 1] ?? '', start + 1, start, false)
    }
    if (first === ':' && text[start + 1] !== ':') {
      position++
      if (text[position] === '"' || text[position] === "'") {
        const inner = token(text[position] ?? '', false)
        return { ...inner, kind: 'symbol', start }
      }
      if (match(NAME)) return made('symbol', text.slice(start + 1, position), start + 1, start, true)
      position = start
    }
    if (match(NAME)) {
      const value = text.slice(start, position)
      if (text[position] === ':' && text[position + 1] !== ':' && !isMark(previous, '?')) {
        position++
        return made('label', value, start, start, true)
      }
      return made('name', value, start, start, true)
    }
    match(MARK)
    return made('mark', text.slice(start, position), start, start, true)

    function made(kind: RubyToken['kind'], value: string, at: number, from: number, exact: boolean): RubyToken {
      return { kind, value, at, start: from, end: position, exact, spaced }
    }

    function string(
      quote: string,
      opener: string,
      closer: string,
      contentAt: number,
      interpolates: boolean,
      plain = true,
      from = start
    ): RubyToken {
      position = contentAt
      const simple = quote === "'" ? match(SINGLE_QUOTED) : quote === '"' ? match(DOUBLE_QUOTED) : false
      const exact = simple || skipString(opener, closer, interpolates, from)
      const value = text.slice(contentAt, position - 1)
      const isLabel = (quote === '"' || quote === "'") && text[position] === ':' && text[position + 1] !== ':'
      if (isLabel && !isMark(previous, '?')) {
        position++
        return made('label', value, contentAt, from, exact)
      }
      return made('text', value, contentAt, from, exact && plain && quote !== '`')
    }
  }

  /** Goes to the end of a literal; false when an escape or an interpolation stands in it. */
  function skipString(opener: string, closer: string, interpolates: boolean, from: number): boolean {
    // A literal, or the code of an interpolation inside one (`closer` is then the brace that ends it).
    const stack = [{ opener, closer, interpolates, code: false, nested: 0 }]
    let exact = true
    while (position < text.length) {
      const inside = stack.at(-1)
      if (!inside) break
      const character = text[position]
      if (character === '\\') {
        exact = false
        position += 2
        continue
      }
      position++
      if (inside.code && character === '$') position++
      else if (character === inside.closer) {
        if (inside.nested === 0) {
          stack.pop()
          if (stack.length === 0) return exact
        } else inside.nested--
      } else if (character === inside.opener) inside.nested++
      else if (inside.code && (character === '"' || character === "'" || character === '`')) {
        stack.push({ opener: '', closer: character, interpolates: character !== "'", code: false, nested: 0 })
      } else if (inside.interpolates && character === '#' && text[position] === '{') {
        position++
        exact = false
        stack.push({ opener: '{', closer: '}', interpolates: false, code: true, nested: 0 })
      }
      if (stack.length > MAXIMUM_DEPTH) throw new SyntaxFault(`nested deeper than ${MAXIMUM_DEPTH} levels`, from)
    }
    throw new SyntaxFault('the string has no closing quote', from)
  }

  /** Goes behind a regular expression; false, at the end of the line, when the slash does not begin one. */
  function skipRegexp(): boolean {
    for (position++; position < text.length && text[position] !== '\n'; position++) {
      if (text[position] === '\\') position++
      else if (text[position] === '/') {
        position++
        return true
      }
    }
    return false
  }

  /** Skips the bodies of the here-documents that the line just read announces. */
  function skipHeredocs(): void {
    for (const { id, indented, at } of heredocs) {
      for (;;) {
        if (position >= text.length) throw new SyntaxFault('the here-document has no end', at)
        const end = text.indexOf('\n', position)
        const line = text.slice(position, end < 0 ? text.length : end)
        position = end < 0 ? text.length : end + 1
        if ((indented ? line.trim() : line.trimEnd()) === id) break
      }
    }
    heredocs = []
  }

  function match(pattern: RegExp): boolean {
    pattern.lastIndex = position
    if (!pattern.test(text)) return false
    position = pattern.lastIndex
    return true
  }

  function matchGroups(pattern: RegExp): Record<string, string> | undefined {
    pattern.lastIndex = position
    const groups = pattern.exec(text)?.groups
    if (groups) position = pattern.lastIndex
    return groups
  }
}
