/**
 * `setup.py`: the packages that a project built with setuptools requires, read without running the file.
 * Specification: https://setuptools.pypa.io/en/latest/references/keywords.html. Reads the lists of strings after
 * `install_requires`, `extras_require`, `tests_require` and `setup_requires`, and the variables in them, wherever in
 * the file they get their values. Deliberately ignored: results of functions, such as the lines of another file, and
 * conditions: each branch may be taken.
 */

import { defined, groupBy } from '../../collections.ts'
import { type Assembled, joined, offsetIn, standing } from '../../syntax/assembled.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import type { Entry, FileFormat, GapEntry, KnownScope, PackageEntry } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { withoutRepeats } from '../repeats.ts'
import { canonicalName } from './name.ts'
import { scopeOfExtra } from './pyproject.ts'
import { type Token, tokenize } from './python.ts'
import { EXPECTED_REQUIREMENT, isProjectItself, REQUIREMENT_COMMENT, readRequirement } from './requirement.ts'
import { requirements } from './requirements-txt.ts'
import { setupUpgrade } from './upgrade.ts'

/** A variable, and the expression that it is set to; with a key, a member of it is set. */
interface Assignment {
  readonly name: string
  readonly value: number
  readonly key?: string
}

/** The scope of the requirements in an expression. */
interface Use {
  readonly scope: KnownScope
  /** Whether the keys of dictionaries are extras. */
  readonly hasExtras: boolean
}

/** An expression after a keyword. */
interface Root extends Use {
  readonly value: number
}

/** The variables and keywords of a file. An expression is identified by the index of its first token. */
interface Survey {
  /** The assignments of each variable, anywhere in the file. */
  readonly variables: ReadonlyMap<string, readonly Assignment[]>
  /** The expressions after the keywords. */
  readonly roots: readonly Root[]
  /** The project's own name. */
  readonly own?: string
}

/** A line of adjacent strings, which are one text. */
interface StringLine {
  readonly whole: Assembled
  /** The index of the line in the whole text. */
  readonly start: number
  readonly text: string
  readonly isFormatted: boolean
}

const EXTRAS = 'extras_require'
/** The keywords of `setup`, and the scopes of their packages; those of extras depend on the name of the extra. */
const KEYWORDS: ReadonlyMap<string, KnownScope> = new Map([
  ['install_requires', 'runtime'],
  [EXTRAS, 'runtime'],
  ['tests_require', 'development'],
  ['setup_requires', 'development']
])
/** Calls that return their argument, or a copy of it. */
const TRANSPARENT = new Set(['list', 'tuple', 'set', 'sorted', 'frozenset', 'dict'])
const ASSIGNS = new Set(['=', '+=', ':='])
const ADDS = new Set(['append', 'extend', 'insert', 'update', 'add'])
const COMPARES = new Set(['==', '!=', '<', '>', '<=', '>=', 'in', 'is', 'and', 'or', 'not'])
const CONDITIONS = new Set(['if', 'elif', '%'])
/** A bracket after these begins a list; after any other name it selects an element. */
const BEFORE_A_LIST = new Set([...COMPARES, ...CONDITIONS, 'else', 'return', 'for', 'lambda', 'yield'])
const OPENS = new Set(['(', '[', '{'])
const CLOSES = new Set([')', ']', '}'])
const CONTINUATION = /\\\r?\n/g
const VARIABLE = /^\{(?<name>[A-Za-z_]\w*)\}$/
/** Maximum number of tokens between a variable and its value: `name['a']['b']: dict[str, list] = …`. */
const LONGEST_TARGET = 30
/** Maximum number of tokens visited, and of variables that lead to each other. A text beyond is hostile. */
const MOST_STEPS = 5_000_000
const DEEPEST = 100

export const setupPy: FileFormat = {
  name: 'setup.py',
  role: { kind: 'manifest', compiledInto: [requirements] },
  specification: 'https://setuptools.pypa.io/en/latest/references/keywords.html',
  names: { exact: ['setup.py'] },
  ownName: /(?:^|[\s(,])name[ \t]*=[ \t]*["'](?<name>[\w.-]+)["']/m,
  read,
  prescreen: { joins: true },
  upgrade: setupUpgrade
}

function read(text: string): Iterable<Entry> {
  return withoutRepeats(new SetupReader(text).read())
}

/** Follows the expressions after the keywords, and the variables in them. */
class SetupReader {
  private readonly text: string
  private readonly tokens: readonly Token[]
  private readonly fault: SyntaxFault | undefined
  private readonly closing: ReadonlyMap<number, number>
  private readonly survey: Survey
  private readonly walked = new Set<string>()
  /** The places of entries that are no packages: an expression in several uses is read for each of them. */
  private readonly others = new Set<number>()
  private steps = 0

  constructor(text: string) {
    const { tokens, fault } = tokenize(text)
    this.text = text
    this.tokens = tokens
    this.fault = fault
    this.closing = closingBrackets(tokens)
    this.survey = surveyOf(tokens)
  }

  *read(): Generator<Entry> {
    for (const { value, ...use } of this.survey.roots) yield* this.walk(value, 0, use)
    if (this.fault) throw this.fault
  }

  /** Every string of an expression in the place of a requirement. */
  private *walk(from: number, level: number, use: Use): Generator<Entry> {
    const walk = JSON.stringify([from, use])
    if (this.walked.has(walk)) return
    this.walked.add(walk)
    let { scope } = use
    for (let index = from; this.continues(index, from); index++) {
      const token = this.tokens[index] as Token
      if (++this.steps > MOST_STEPS || level > DEEPEST)
        throw new SyntaxFault('too many references between variables', token.at)
      const before = index > from ? this.tokens[index - 1] : undefined
      if (token.kind === 'string') {
        const end = this.stringsEnd(index, from)
        if (use.hasExtras && isSign(this.tokens[end], ':')) scope = scopeOfExtra(token.text)
        for (const entry of this.strings(index, end, before)) yield* this.once(entry, scope)
        index = end - 1
      } else if (this.isSkipped(index, before)) {
        index = this.closing.get(token.kind === 'name' ? index + 1 : index) ?? this.tokens.length
      } else if (token.kind === 'name' && this.isVariable(index, before)) {
        for (const { value, key } of this.survey.variables.get(token.text) ?? []) {
          const own = use.hasExtras && key !== undefined ? scopeOfExtra(key) : scope
          yield* this.walk(value, level + 1, { ...use, scope: own })
        }
      }
    }
  }

  /** The entry with its scope; one that is no package only once. */
  private *once(entry: Entry, scope: KnownScope): Generator<Entry> {
    if ('name' in entry) yield { ...entry, scope }
    else if (!this.others.has(entry.at)) {
      this.others.add(entry.at)
      yield entry
    }
  }

  /** Whether an expression contains a token. It ends at a comma, a closing bracket, or the next statement. */
  private continues(index: number, from: number): boolean {
    const token = this.tokens[index]
    const depth = this.tokens[from]?.depth ?? 0
    if (!token || token.depth < depth || (index > from && token.begins)) return false
    return !(token.depth === depth && depth > 0 && isSign(token, ','))
  }

  /** Whether the bracket here, or the next token, opens the arguments of a call or a key instead of a list. */
  private isSkipped(index: number, before: Token | undefined): boolean {
    const token = this.tokens[index]
    if (token?.kind === 'name') {
      return isSign(this.tokens[index + 1], '(') && (isSign(before, '.') || !TRANSPARENT.has(token.text))
    }
    // `EXTRAS['dev']`
    return isSign(token, '[') && before !== undefined && hasElements(before)
  }

  /** Whether a name is a variable: not a member, keyword argument or condition. */
  private isVariable(index: number, before: Token | undefined): boolean {
    return !isSign(before, '.') && !isSign(this.tokens[index + 1], '=') && !CONDITIONS.has(before?.text ?? '')
  }

  /** The end of strings side by side, or with a plus sign between them. */
  private stringsEnd(index: number, from: number): number {
    let end = index + 1
    for (;;) {
      const operand = isSign(this.tokens[end], '+') ? end + 1 : end
      const token = this.tokens[operand]
      const isPart = token?.kind === 'string' || (operand > end && this.isLastOperand(operand))
      if (!isPart || !this.continues(operand, from)) return end
      end = operand + 1
    }
  }

  /** Whether a name behind a plus sign is a variable with nothing behind it: its value ends the string. */
  private isLastOperand(index: number): boolean {
    const next = this.tokens[index + 1]
    return (
      this.tokens[index]?.kind === 'name' && (next === undefined || next.begins || isSign(next, ',') || isClosing(next))
    )
  }

  /** The requirements of adjacent strings, one on each line. A key of a dictionary and a compared string have none. */
  private *strings(index: number, end: number, before: Token | undefined): Generator<Entry> {
    const next = this.tokens[end]
    if (isSign(next, ':')) yield* keyOf(this.tokens[index])
    if (isSign(next, ':') || isCompared(before, next)) return
    const strings = this.tokens.slice(index, end).filter(({ kind }) => kind !== 'sign')
    const whole = joined(strings.flatMap(partsOf))
    const isFormatted = strings.some(({ formatted, kind }) => formatted || kind === 'name')
    let start = 0
    for (const line of whole.text.split('\n')) {
      const comment = line.search(REQUIREMENT_COMMENT)
      const part = { whole, start, text: comment < 0 ? line : line.slice(0, comment), isFormatted }
      const written = part.text.trim()
      if (written !== '' && !written.startsWith('#') && !isProjectItself(written)) {
        const entry = isSign(next, '+') ? gapAt(part) : this.requirement(part)
        if (entry) yield entry
      }
      start += line.length + 1
    }
  }

  /** The requirement of a line; undefined for the project itself. */
  private requirement(part: StringLine): Entry | undefined {
    const found = readRequirement(part.text)
    if (!found) return gapAt(part)
    const { name, requirement } = found
    if (canonicalName(name) === this.survey.own) return undefined
    const at = offsetIn(part.whole, part.start + found.at)
    const value = requirement.kind === 'version' && part.isFormatted ? this.stringOf(requirement.text) : undefined
    if (value) {
      return { name, requirement: { kind: 'version', text: value.text }, at: value.at, usedAt: at, direct: true }
    }
    return this.asInFile({ name, requirement, at, direct: true }, part, part.start + found.at)
  }

  /** A requirement whose text is in several strings: in the file it goes from the first to the last. */
  private asInFile(entry: PackageEntry, { whole }: StringLine, start: number): Entry {
    const { requirement, at } = entry
    if (requirement.kind !== 'version' && requirement.kind !== 'range') return entryAt(this.text, entry)
    const { kind, text: means } = requirement
    // Behind a plus sign, a variable has no braces in the file.
    const variable = VARIABLE.exec(means)?.groups?.['name']
    if (variable !== undefined && this.text.startsWith(variable, at)) {
      return { ...entry, requirement: { kind, text: variable }, means }
    }
    const text = this.text.slice(at, offsetIn(whole, start + means.length - 1) + 1)
    return text === means ? entry : { ...entry, requirement: { kind, text }, means }
  }

  /** The value of the variable in a formatted string, if it is a single string. */
  private stringOf(placeholder: string): Token | undefined {
    const name = VARIABLE.exec(placeholder)?.groups?.['name']
    const [only, second] = name === undefined ? [] : (this.survey.variables.get(name) ?? [])
    if (!only || second || this.continues(only.value + 1, only.value)) return undefined
    const token = this.tokens[only.value]
    return token?.kind === 'string' && !token.formatted ? token : undefined
  }
}

/** The text of a string, without the line ends behind a backslash; of a variable, its name in braces, as in a formatted string. */
function partsOf({ kind, text, at }: Token): readonly Assembled[] {
  if (kind === 'name') return [{ text: `{${text}}`, runs: [{ from: 0, at }] }]
  const parts: Assembled[] = []
  let start = 0
  for (const { 0: lineEnd, index } of text.matchAll(CONTINUATION)) {
    parts.push(standing(text.slice(start, index), at + start))
    start = index + lineEnd.length
  }
  return [...parts, standing(text.slice(start), at + start)]
}

/** The name of an extra, which may be that of a client. */
function* keyOf(token: Token | undefined): Generator<Entry> {
  if (token) yield { ignored: 'the name of an extra', at: token.at, end: token.at + token.text.length }
}

/** The gap of a line that is not a requirement. */
function gapAt({ whole, start, text }: StringLine): GapEntry {
  return { gap: EXPECTED_REQUIREMENT, text, at: offsetIn(whole, start) }
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text
}

function isClosing({ kind, text }: Token): boolean {
  return kind === 'sign' && CLOSES.has(text)
}

function hasElements({ kind, text }: Token): boolean {
  return kind === 'name' ? !BEFORE_A_LIST.has(text) : kind === 'sign' && CLOSES.has(text)
}

function isCompared(before: Token | undefined, after: Token | undefined): boolean {
  const compares = (token: Token | undefined) => token && token.kind !== 'string' && COMPARES.has(token.text)
  const isCondition = before && before.kind !== 'string' && CONDITIONS.has(before.text)
  return Boolean(compares(before) || compares(after) || isCondition)
}

/** The index of the closing bracket, by the index of the opening one. */
function closingBrackets(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const closing = new Map<number, number>()
  const open: number[] = []
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== 'sign') continue
    if (OPENS.has(text)) open.push(index)
    else if (CLOSES.has(text)) {
      const opened = open.pop()
      if (opened !== undefined) closing.set(opened, index)
    }
  }
  return closing
}

function surveyOf(tokens: readonly Token[]): Survey {
  const roots: Root[] = []
  const assignments: Assignment[] = []
  let own: string | undefined
  for (const [index, token] of tokens.entries()) {
    const { kind, text, depth, begins } = token
    const scope = KEYWORDS.get(text)
    const hasExtras = text === EXTRAS
    if (kind === 'string' && scope) {
      const value = valueOfKey(tokens, index)
      if (value !== undefined) roots.push({ value, scope, hasExtras })
    }
    const value = kind === 'name' ? valueBehind(tokens, index) : undefined
    if (value === undefined) continue
    const first = tokens[value]
    const key = keyBehind(tokens, index)
    const ofKey = hasExtras && key !== undefined ? scopeOfExtra(key) : scope
    if (scope) roots.push({ value, scope: ofKey ?? scope, hasExtras })
    else if (text === 'name' && depth > 0 && first?.kind === 'string') own ??= canonicalName(first.text)
    if (depth === 0 && begins) assignments.push(defined({ name: text, value, key }))
  }
  return { variables: groupBy(assignments, ({ name }) => name), roots, ...defined({ own }) }
}

/** The key in `name['key']`. */
function keyBehind(tokens: readonly Token[], index: number): string | undefined {
  const key = tokens[index + 2]
  return isSign(tokens[index + 1], '[') && key?.kind === 'string' ? key.text : undefined
}

/** The index of the value of a key in quotes: `{'install_requires': […]}`, `arguments['install_requires'] = […]`. */
function valueOfKey(tokens: readonly Token[], index: number): number | undefined {
  const next = tokens[index + 1]
  if (isSign(next, ':')) return index + 2
  return isSign(next, ']') && ASSIGNS.has(tokens[index + 2]?.text ?? '') ? index + 3 : undefined
}

/**
 * The index of the value that a name gets: `name = …`, `name += …`, `name: type = …`, `name['key'] = …`,
 * `name.append(…)`.
 */
function valueBehind(tokens: readonly Token[], index: number): number | undefined {
  const name = tokens[index] as Token
  const next = tokens[index + 1]
  if (next?.kind !== 'sign') return undefined
  if (ASSIGNS.has(next.text)) return index + 2
  if (!name.begins) return undefined
  if (next.text === '.' && ADDS.has(tokens[index + 2]?.text ?? '') && isSign(tokens[index + 3], '(')) return index + 4
  if (next.text !== '[' && next.text !== ':') return undefined
  for (const token of tokens.slice(index + 2, index + LONGEST_TARGET)) {
    if (token.begins) return undefined
    if (token.kind === 'sign' && token.depth === name.depth && ASSIGNS.has(token.text))
      return tokens.indexOf(token, index) + 1
  }
  return undefined
}
