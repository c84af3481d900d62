/** What the braces of a language with braces begin: a block of some kind, or a literal. */

import type { Language } from './code-languages.ts'
import type { CodeToken } from './code-tokens.ts'

/** Tokens by their indexes: from the first on, up to the second. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What a block is: a file, a class, a function with or without a name, a loop, what runs under a condition, or another one. */
export type BlockKind = 'file' | 'class' | 'function' | 'loop' | 'condition' | 'block'

/** A block, before its end is known. */
export interface BlockHead {
  readonly kind: BlockKind
  /** Of a class or function. */
  readonly name?: string
  /** The parameters of a function, without their brackets. */
  readonly params?: Span
}

/** The tokens from the head of a statement up to a brace. */
export interface Head {
  readonly tokens: readonly CodeToken[]
  readonly match: Int32Array
  readonly language: Language
  /** The first token of the statement. */
  readonly head: number
  /** The brace. */
  readonly at: number
  /** Whether the members of a class stand around it. */
  readonly isInClass: boolean
  /** Whether statements stand around it. */
  readonly isInCode: boolean
}

const CLASSES = new Set([
  'class',
  'interface',
  'enum',
  'namespace',
  'struct',
  'impl',
  'trait',
  'object',
  'mod',
  'record',
  'package',
  'module'
])
const LOOPS = new Set(['for', 'while', 'loop', 'do', 'foreach'])
const CONDITIONS = new Set(['if', 'else', 'switch', 'match', 'when', 'catch', 'select', 'elif'])
const OTHERS = new Set([
  'try',
  'finally',
  'unsafe',
  'async',
  'synchronized',
  'lock',
  'using',
  'with',
  'unchecked',
  'checked'
])
/** A literal, or a function of Kotlin, stands behind these. */
const OPERATORS = /^(?:[=(,[:?+]|\?\?|\|\||&&|\?:|\?\?=|\|\|=|:=|=>|->|<-|\.\.\.|\+=)$/
const BODIES = new Set(['init', 'static', 'get', 'set', 'constructor', 'add', 'remove'])
const MODIFIERS = new Set([
  'const',
  'let',
  'var',
  'val',
  'export',
  'public',
  'private',
  'protected',
  'static',
  'readonly',
  'async',
  'final',
  'internal',
  'override'
])
/** In tokens: a head is not longer. */
const LONGEST = 400

/** The block that begins at a brace; undefined for a literal. */
export function bracedBlock(head: Head): BlockHead | undefined {
  const { tokens, language, at } = head
  const before = tokens[at - 1]
  if (!before || at - 1 < head.head) return opening(head)
  if (before.kind === 'mark' && before.value === language.arrow) return arrowFunction(head, at - 1)
  if (language.hasBars && before.kind === 'mark' && (before.value === '|' || before.value === '||'))
    return { kind: 'function', ...paramsBetweenBars(head) }
  if (before.kind === 'mark' && OPERATORS.test(before.value)) return behindOperator(head, before.value)
  if (before.value === 'return') return language.hasTrailingFunctions ? { kind: 'function' } : undefined
  return worded(head)
}

/** A brace at the beginning of a piece. */
function opening({ language, isInCode, tokens, at }: Head): BlockHead | undefined {
  if (isInCode) return { kind: 'block' }
  const isFunction = language.hasTrailingFunctions && tokens[at - 1]?.value === '('
  return isFunction ? { kind: 'function' } : undefined
}

function behindOperator({ language }: Head, operator: string): BlockHead | undefined {
  if (operator === '=>') return { kind: 'block' }
  return language.hasTrailingFunctions ? { kind: 'function' } : undefined
}

/** The words of the head, from its end to its beginning, without what is in brackets. */
function* wordsOf({ match, head, at }: Head): Generator<number> {
  const first = Math.max(head, at - LONGEST)
  for (let index = at - 1; index >= first; index--) {
    const open = match[index] ?? -1
    if (open >= first && open < index) index = open
    yield index
  }
}

/** A block whose head has a word or a name with brackets. */
function worded(head: Head): BlockHead | undefined {
  const { tokens, match, language, at } = head
  if (language.name === 'rust' && isImplementation(head)) return { kind: 'class', ...nameOf(head, at - 1) }
  let group = -1
  for (const index of wordsOf(head)) {
    const { kind, value } = tokens[index] as CodeToken
    const isAnnotation = tokens[index - 2]?.value === '@'
    if (kind === 'mark' && value === '(' && (match[index] ?? -1) > index && !isAnnotation) group = index
    if (kind !== 'name' || tokens[index - 1]?.value === '.') continue
    if (language.functionWords.has(value)) return namedFunction(head, index)
    const isClass = CLASSES.has(value) && tokens[index + 1]?.kind === 'name'
    if (isClass || ((value === 'struct' || value === 'interface' || value === 'object') && index === at - 1))
      return { kind: 'class', ...nameOf(head, index + 1) }
    if (LOOPS.has(value)) return { kind: 'loop' }
    if (CONDITIONS.has(value)) return { kind: 'condition' }
    if (OTHERS.has(value) && isOfBlock(index, group, head)) return { kind: 'block' }
    if (value === 'new' && language.name === 'java') return { kind: 'class' }
    if (value === 'new' && language.name === 'csharp') return undefined
  }
  return member(head, group)
}

/** Whether a word is that of a block, and no modifier of a method: `synchronized (lock) {` and not `synchronized String name() {`. */
function isOfBlock(word: number, group: number, { tokens, at }: Head): boolean {
  return group < 0 || word === at - 1 || word + 1 === group || tokens[word]?.value === 'try'
}

/** `impl Trait for Type`, behind attributes. */
function isImplementation(head: Head): boolean {
  const first = Array.from(wordsOf(head)).findLast(index => head.tokens[index]?.kind === 'name')
  const word = first === undefined ? undefined : head.tokens[first]?.value
  return word === 'impl' || (word === 'unsafe' && head.tokens[(first ?? 0) + 1]?.value === 'impl')
}

function nameOf({ tokens }: Head, index: number): { name?: string } {
  const token = tokens[index]
  return token?.kind === 'name' ? { name: token.value } : {}
}

/** A function behind its word: `func (receiver) name(params)`, `function name(params)`, `fun <T> name(params)`. */
function namedFunction(head: Head, word: number): BlockHead {
  const { tokens, match, at } = head
  let index = word + 1
  const behind = (match[index] ?? -3) + 1
  if (tokens[index]?.value === '(' && tokens[behind]?.kind === 'name' && tokens[behind + 1]?.value === '(')
    index = behind
  while (index < at && tokens[index]?.value !== '(') index++
  const name = tokens[index - 1]
  const close = match[index] ?? -1
  const isNamed = name?.kind === 'name' && index - 1 > word
  return {
    kind: 'function',
    ...(isNamed ? { name: name.value } : {}),
    ...(close > index ? { params: { from: index + 1, to: close } } : {})
  }
}

/** What stands in a class, in a literal or behind a call without a word. */
function member(head: Head, group: number): BlockHead | undefined {
  const { tokens, match, language, at, isInClass, isInCode } = head
  const first = tokens[head.head]
  const name = tokens[group - 1]
  const isNamed = group > head.head && name?.kind === 'name'
  const hasValue = Array.from(wordsOf(head)).some(
    index => tokens[index]?.kind === 'mark' && tokens[index]?.value === '='
  )
  if (language.hasBareMethods && isNamed && !hasValue && (isInClass || !isInCode || language.name === 'csharp'))
    return { kind: 'function', name: name.value, params: { from: group + 1, to: match[group] ?? group } }
  if (isInClass && isNamed && !hasValue && language.name === 'kotlin' && BODIES.has(name.value))
    return { kind: 'function', name: name.value }
  const word = tokens[at - 1]
  if (word?.kind === 'name' && BODIES.has(word.value) && (isInClass || !isInCode))
    return { kind: 'function', name: word.value }
  if (isInClass && language.name === 'csharp' && !hasValue) return { kind: 'class' }
  if (language.hasTrailingFunctions) return { kind: 'function' }
  if (language.hasTypedLiterals) return literalOrBlock(head)
  return isNamed && first?.value !== '(' ? { kind: 'function', name: name.value } : { kind: 'block' }
}

/** Behind the name of a type is a literal; a mark such as `;` or a label is in front of a block. */
function literalOrBlock({ tokens, at }: Head): BlockHead | undefined {
  const before = tokens[at - 1]
  const isType = before?.kind === 'name' || (before?.kind === 'mark' && /^[\])}>]$/.test(before.value))
  return isType ? undefined : { kind: 'block' }
}

/** The function whose parameters stand before an arrow, with the name that it is assigned to. */
export function arrowFunction(head: Head, arrow: number): BlockHead {
  const { tokens, match, isInClass, language } = head
  let params: Span = { from: arrow - 1, to: arrow }
  let assigned = -1
  let first = arrow
  for (const index of wordsOf({ ...head, at: arrow })) {
    const { kind, value } = tokens[index] as CodeToken
    if (kind === 'mark' && value === '(' && assigned < 0) params = { from: index + 1, to: match[index] ?? index }
    if (kind === 'mark' && value === '=') assigned = index
    if (kind === 'name' && !MODIFIERS.has(value)) first = index
  }
  const isMember = assigned < 0 && isInClass
  const member = params.to === arrow ? arrow - 1 : params.from - 2
  const isPath = tokens[first + 1]?.value === '.'
  const target = language.name === 'javascript' && !isPath ? first : assigned - 1
  const name = tokens[isMember ? member : target]
  const isNamed = (isMember || assigned > head.head) && name?.kind === 'name'
  return { kind: 'function', params, ...(isNamed ? { name: name.value } : {}) }
}

function paramsBetweenBars({ tokens, at, head }: Head): { params?: Span } {
  if (tokens[at - 1]?.value === '||') return {}
  let from = at - 2
  while (from > head && tokens[from]?.value !== '|') from--
  return { params: { from: from + 1, to: at - 1 } }
}
