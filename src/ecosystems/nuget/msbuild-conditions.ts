/**
 * Whether an MSBuild condition holds, as far as the files tell.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/msbuild-conditions. Deliberately ignored: numbers and versions
 * compared with `<` and `>`, which no file uses to choose a package's version; they stay undecided.
 */

import type { Condition, WrittenCondition } from './msbuild-statements.ts'
import { closing, expanded, type Surroundings, type Value } from './msbuild-values.ts'

/** Undefined where it cannot be decided. */
type Truth = boolean | undefined

/** What a condition depends on besides the properties. */
export interface ConditionSurroundings extends Surroundings {
  /** Whether a path of a file exists; undefined if it is not known. */
  exists(path: string): boolean | undefined
}

const LONGEST_CONDITION = 1_000
const DEEPEST = 30
const TOKEN = /\s*(?:(?<quote>')|[=!<>]=|[<>!()]|[^\s'()=!<>$]+|(?<expression>\$\())/y

/** What is known of the conditions of one file. A condition around several statements is evaluated when the first one is. */
export type KnownConditions = Map<WrittenCondition, Truth>

/** Whether all conditions hold; undefined where some cannot be decided and none fails. */
export function allHold(
  conditions: readonly Condition[],
  around: ConditionSurroundings,
  known: KnownConditions = new Map()
): Truth {
  let all: Truth = true
  for (const condition of conditions) {
    const own = truthOfCondition(condition, around, known)
    if (own === false) return false
    all = and(all, own)
  }
  return all
}

function truthOfCondition(condition: Condition, around: ConditionSurroundings, known: KnownConditions): Truth {
  if (condition === 'undecidable') return undefined
  if (condition === 'never') return false
  if (!known.has(condition)) {
    const truth = holds(condition.text, around)
    known.set(condition, condition.isNegated ? not(truth) : truth)
  }
  return known.get(condition)
}

function holds(text: string, around: ConditionSurroundings): Truth {
  const tokens = text.length > LONGEST_CONDITION ? undefined : tokensOf(text)
  if (!tokens) return undefined
  const parser = new ConditionParser(tokens, around)
  const truth = parser.disjunction(0)
  return parser.isDone() ? truth : undefined
}

/** The tokens of a condition; undefined if it has a character that begins none. */
function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = []
  const trimmed = text.trim()
  for (let at = 0; at < trimmed.length; ) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(trimmed)
    if (!match) return undefined
    const { quote, expression } = match.groups ?? {}
    let next: number | undefined = TOKEN.lastIndex
    if (quote !== undefined) next = endOfQuoted(trimmed, next)
    else if (expression !== undefined) next = endOfExpression(trimmed, next - 2)
    if (next === undefined) return undefined
    tokens.push(trimmed.slice(at, next).trim())
    at = next
  }
  return tokens
}

/** The end of a quoted text; undefined if there is none. Quotes inside an expression do not end it. */
function endOfQuoted(text: string, from: number): number | undefined {
  for (let at: number | undefined = from; at !== undefined && at < text.length; ) {
    if (text[at] === "'") return at + 1
    at = text.startsWith('$(', at) ? endOfExpression(text, at) : at + 1
  }
  return undefined
}

function endOfExpression(text: string, at: number): number | undefined {
  const end = closing(text, at + 1)
  return end === undefined ? undefined : end + 1
}

/** Evaluates while it parses. What it does not understand is undecided. */
class ConditionParser {
  private readonly tokens: readonly string[]
  private readonly around: ConditionSurroundings
  private at = 0

  constructor(tokens: readonly string[], around: ConditionSurroundings) {
    this.tokens = tokens
    this.around = around
  }

  isDone(): boolean {
    return this.at === this.tokens.length
  }

  disjunction(depth: number): Truth {
    let truth = this.conjunction(depth)
    while (this.takes('or')) truth = or(truth, this.conjunction(depth))
    return truth
  }

  private conjunction(depth: number): Truth {
    let truth = this.term(depth)
    while (this.takes('and')) truth = and(truth, this.term(depth))
    return truth
  }

  private term(depth: number): Truth {
    if (depth > DEEPEST) return undefined
    if (this.takes('!')) return not(this.term(depth + 1))
    if (this.takes('(')) {
      const truth = this.disjunction(depth + 1)
      return this.takes(')') ? truth : undefined
    }
    const left = this.tokens[this.at++] ?? ''
    if (this.takes('(')) return this.call(left)
    if (this.takes('==')) return equal(this.values(left), this.values(this.tokens[this.at++] ?? ''))
    if (this.takes('!=')) return not(equal(this.values(left), this.values(this.tokens[this.at++] ?? '')))
    for (const mark of ['<', '>', '<=', '>=']) {
      if (!this.takes(mark)) continue
      this.at++
      return undefined
    }
    return agreed(this.values(left).map(truthOf))
  }

  private call(name: string): Truth {
    const parameter = this.tokens[this.at++] ?? ''
    if (!this.takes(')') || name.toLowerCase() !== 'exists') return undefined
    return agreed(
      this.values(parameter).map(({ text, state }) => {
        if (state === 'known') return text === '' ? false : this.around.exists(text)
        return undefined
      })
    )
  }

  private values(token: string): readonly Value[] {
    return expanded(token.startsWith("'") ? token.slice(1, -1) : token, this.around)
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at]?.toLowerCase() !== token) return false
    this.at++
    return true
  }
}

function equal(left: readonly Value[], right: readonly Value[]): Truth {
  return agreed(left.flatMap(a => right.map(b => same(a, b))))
}

/** MSBuild compares without regard to case. A property that no file sets is empty, unless a build sets it. */
function same(a: Value, b: Value): Truth {
  if (a.state === 'outside' || b.state === 'outside') return undefined
  const isSame = a.text.toLowerCase() === b.text.toLowerCase()
  return isSame || (a.state === 'known' && b.state === 'known') ? isSame : undefined
}

/** What a value says without a comparison; https://learn.microsoft.com/visualstudio/msbuild/msbuild-conditions. */
function truthOf({ text, state }: Value): Truth {
  if (state !== 'known') return undefined
  if (/^(?:true|on|yes)$/i.test(text)) return true
  return /^(?:false|off|no)$/i.test(text) ? false : undefined
}

function agreed(all: readonly Truth[]): Truth {
  return all.every(truth => truth === all[0]) ? all[0] : undefined
}

function and(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false
  return a && b ? true : undefined
}

function or(a: Truth, b: Truth): Truth {
  if (a || b) return true
  return a === false && b === false ? false : undefined
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth
}
