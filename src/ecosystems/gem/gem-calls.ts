/** The calls that name gems in Gemfiles and gemspecs, and the literals of the file beside them. */

import { SyntaxFault } from '../../syntax/fault.ts'
import type { Entry, GapEntry } from '../file-format.ts'
import { literal, type RubyArgument, type RubyEvent } from './ruby.ts'
import type { RubyToken } from './ruby-lexer.ts'

/** A call of one of the commands that a reader knows. */
export type RubyCall = Extract<RubyEvent, { kind: 'call' }>

const BLANKS = /\s+/
const NAME = /^[A-Za-z_][\w.-]*$/

/** The literals of a file: those in its variables, and those that may be the name of a gem if a call computes it. */
export class Literals {
  /** The values of the variables; undefined for one that is assigned more than once or from an expression. */
  private readonly variables = new Map<string, RubyToken | undefined>()
  private readonly texts: string[] = []
  /** The first command that gets a computed name, and the first whose name is all in a variable. */
  private nameless: RubyToken | undefined
  private variable: RubyToken | undefined

  add(text: string): void {
    this.texts.push(text)
  }

  /** Notes an assignment. A second one makes the variable unknown, because conditions are not followed. */
  assign(name: string, text: RubyToken | undefined): void {
    this.variables.set(name, this.variables.has(name) ? undefined : text)
    if (text) this.add(text.value)
  }

  /** The literal of an argument: the argument itself, or the value of its variable. */
  resolved(value: readonly RubyToken[]): RubyToken | undefined {
    const [first] = value
    const isName = value.length === 1 && first?.kind === 'name'
    return literal(value) ?? (isName ? this.variables.get(first.value) : undefined)
  }

  /** Notes a call of a command whose first argument is no literal. */
  addNameless(command: RubyToken, [name]: readonly RubyArgument[]): void {
    if (name?.value.length === 1 && name.value[0]?.kind === 'name') this.variable ??= command
    else this.nameless ??= command
  }

  /**
   * The gaps of computed names. Such a name may be any text that no other call uses, so the scan keeps a gap only if one of them is a
   * client's; where a variable has the name, only if it is so as a whole.
   */
  *gaps(): Generator<GapEntry> {
    const gap = 'the package name is an expression'
    const { nameless, variable, texts } = this
    const at = Math.min(nameless?.start ?? Number.POSITIVE_INFINITY, variable?.start ?? Number.POSITIVE_INFINITY)
    if (nameless) yield { gap, text: texts.join('\n'), at }
    else if (variable) {
      const words = new Set(texts.flatMap(text => text.split(BLANKS)))
      for (const text of words) if (NAME.test(text)) yield { gap, text, at, whole: true }
    }
  }
}

/** The entries of the events of a file, with the gap of a computed name; then the syntax fault of the file, if any. */
export function* readGemCalls(
  events: Iterable<RubyEvent>,
  literals: Literals,
  entriesOf: (event: RubyEvent) => Iterable<Entry>
): Generator<Entry> {
  let fault: SyntaxFault | undefined
  try {
    for (const event of events) {
      if (event.kind === 'text') literals.add(event.text.value)
      else if (event.kind === 'assignment') literals.assign(event.name, event.text)
      else yield* entriesOf(event)
    }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    fault = error
  }
  yield* literals.gaps()
  if (fault) throw fault
}

/** The arguments of a call that have no key. */
export function withoutKeys(all: readonly RubyArgument[]): readonly RubyArgument[] {
  return all.filter(({ key }) => key === undefined)
}
