/**
 * What readers of programs share: words with their offsets, put into the brackets that they stand in. Nothing is run.
 * Leaves out on purpose: what the words mean; each reader knows its own language.
 */

import { SyntaxFault } from './fault.ts'
import { MAXIMUM_DEPTH } from './tree.ts'

/** A word of a program. */
export interface Token {
  /** `atom` and `label` are `:name` and `name:`; `text` is a quoted literal; `mark` is everything else. */
  readonly kind: 'name' | 'text' | 'atom' | 'label' | 'mark'
  /** Without its quotes or colon. */
  readonly value: string
  /** Offset of `value`. */
  readonly at: number
  /** Offsets of the whole word, quotes included. */
  readonly start: number
  readonly end: number
  /** Whether `value` is what the literal stands for, that is without escapes and inserted expressions. */
  readonly exact: boolean
}

/** What stands between two brackets, cut at its commas. */
export interface Group {
  readonly kind: 'group'
  readonly open: string
  readonly slots: readonly (readonly Piece[])[]
  /** False where the text ends before the bracket does. */
  readonly closed: boolean
  readonly start: number
  readonly end: number
}

/** A word, or brackets with what is in them. */
export type Piece = Token | Group

/** The pieces of a text; with a fault, those before it. */
export interface Program {
  readonly pieces: readonly Piece[]
  readonly fault?: SyntaxFault
}

interface OpenGroup {
  readonly open: string
  readonly start: number
  readonly slots: Piece[][]
}

/** How code stands inside a literal of a language: `#{…}` or `\(…)`, and the quotes of literals inside that code. */
export interface Interpolation {
  readonly opener: string
  readonly open: string
  readonly close: string
  readonly quotes: readonly string[]
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}']
])
const OPENERS: ReadonlyMap<string, string> = new Map(Array.from(CLOSERS, ([open, close]) => [close, open]))

/** Puts words into their brackets. A fault of the lexer, or the first of the brackets, stands beside what was read. */
export function grouped(tokens: Iterable<Token>): Program {
  const root: Piece[] = []
  const stack: OpenGroup[] = []
  let fault: SyntaxFault | undefined
  let end = 0
  let mismatches = 0
  try {
    for (const token of tokens) {
      end = token.end
      if (token.kind !== 'mark') add(token)
      else if (CLOSERS.has(token.value)) {
        if (stack.length >= MAXIMUM_DEPTH)
          throw new SyntaxFault(`nested deeper than ${MAXIMUM_DEPTH} levels`, token.start)
        stack.push({ open: token.value, start: token.start, slots: [[]] })
      } else if (OPENERS.has(token.value)) close(token)
      else if (token.value === ',' && stack.length > 0) stack.at(-1)?.slots.push([])
      else add(token)
    }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    fault ??= error
  }
  const unclosed = stack.at(-1)
  if (unclosed) fault ??= new SyntaxFault('this bracket has no end', unclosed.start)
  while (stack.length > 0) finish(false, end)
  return fault ? { pieces: root, fault } : { pieces: root }

  function add(piece: Piece): void {
    const slots = stack.at(-1)?.slots
    if (slots) slots.at(-1)?.push(piece)
    else root.push(piece)
  }

  /** A bracket that closes another one than the last closes all up to that one; one that closes none is passed over. */
  function close(token: Token): void {
    const open = OPENERS.get(token.value)
    if (stack.at(-1)?.open !== open) {
      fault ??= new SyntaxFault('this bracket closes another one', token.start)
      // Of so many brackets of a wrong kind nothing can be made out.
      if (++mismatches > MAXIMUM_DEPTH) throw fault
    }
    if (stack.at(-1)?.open !== open && !stack.some(group => group.open === open)) return
    while (stack.at(-1)?.open !== open) finish(false, token.start)
    finish(true, token.end)
  }

  function finish(closed: boolean, end: number): void {
    const last = stack.pop()
    if (!last) return
    const slots = last.slots.filter(slot => slot.length > 0)
    add({ kind: 'group', open: last.open, slots, closed, start: last.start, end })
  }
}

/**
 * The offset behind the end of a literal whose content begins at `from`, and whether its content is its value. Throws
 * `SyntaxFault` at `start` where it has no end. With `oneLine` a line end inside it is a fault.
 */
export function endOfLiteral(
  text: string,
  {
    start,
    from,
    closer,
    interpolation,
    oneLine = false
  }: {
    readonly start: number
    readonly from: number
    readonly closer: string
    readonly interpolation?: Interpolation
    readonly oneLine?: boolean
  }
): { readonly end: number; readonly exact: boolean } {
  /** The literals and the code in them that are open; code counts the brackets that are open in it. */
  const stack: { readonly closer: string; readonly code: boolean; nested: number }[] = [
    { closer, code: false, nested: 0 }
  ]
  let exact = true
  let position = from
  while (position < text.length) {
    const inside = stack.at(-1)
    if (!inside) break
    const character = text.charAt(position)
    if (inside.code) {
      const quote = interpolation?.quotes.find(candidate => text.startsWith(candidate, position))
      if (quote !== undefined) {
        stack.push({ closer: quote, code: false, nested: 0 })
        position += quote.length
      } else {
        if (character === interpolation?.open) inside.nested++
        else if (character === inside.closer && inside.nested-- === 0) stack.pop()
        position++
      }
    } else if (text.startsWith(inside.closer, position)) {
      position += inside.closer.length
      stack.pop()
      if (stack.length === 0) return { end: position, exact }
    } else if (interpolation && text.startsWith(interpolation.opener, position)) {
      exact = false
      position += interpolation.opener.length
      stack.push({ closer: interpolation.close, code: true, nested: 0 })
    } else if (character === '\\') {
      exact = false
      position += 2
    } else if (oneLine && character === '\n') break
    else position++
    if (stack.length > MAXIMUM_DEPTH) throw new SyntaxFault(`nested deeper than ${MAXIMUM_DEPTH} levels`, start)
  }
  throw new SyntaxFault('the string has no closing quote', start)
}

/** The only piece of a slot, if it is a literal. */
export function onlyText(slot: readonly Piece[] | undefined): Token | undefined {
  const [first] = slot ?? []
  return slot?.length === 1 && first?.kind === 'text' ? first : undefined
}

/** Where the pieces of a slot begin and end. */
export function extent(slot: readonly Piece[]): { readonly start: number; readonly end: number } {
  return { start: slot[0]?.start ?? 0, end: slot.at(-1)?.end ?? 0 }
}

/** Whether a piece is one of these marks. */
export function isMark(piece: Piece | undefined, ...marks: readonly string[]): boolean {
  return piece?.kind === 'mark' && marks.includes(piece.value)
}
