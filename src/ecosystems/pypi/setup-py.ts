/**
 * `setup.py`: what a project that is built with setuptools asks for, read without running it.
 * Specification: https://setuptools.pypa.io/en/latest/references/keywords.html. Reads the lists of strings behind
 * `install_requires`, `extras_require`, `tests_require` and `setup_requires`, and those of the variables that stand there,
 * wherever in the file they are made. Leaves out on purpose: whatever a function returns, such as the lines of another
 * file, and which branch of a condition is taken: each of them may be.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { entryAt } from '../gap.ts'

import { canonicalName } from './name.ts'
import { type Token, tokenize } from './python.ts'
import { isProjectItself, readRequirement } from './requirement.ts'
import { setupUpgrade } from './setup-upgrade.ts'

/** What the tokens say, before any expression is followed. Expressions are told by the index at which they begin. */
interface Survey {
  /** What each variable is given, anywhere. */
  readonly variables: ReadonlyMap<string, readonly number[]>
  /** The expressions behind the keywords. */
  readonly roots: readonly number[]
  /** The project's own name. */
  readonly own?: string
}

/** Strings that stand side by side, as one text; `starts` and `places` say where each begins in it and in the file. */
interface Joined {
  readonly text: string
  readonly starts: readonly number[]
  readonly places: readonly number[]
}

const KEYWORDS = new Set(['install_requires', 'extras_require', 'tests_require', 'setup_requires'])
/** Calls that give back what they are given. */
const TRANSPARENT = new Set(['list', 'tuple', 'set', 'sorted', 'frozenset', 'dict'])
const ASSIGNS = new Set(['=', '+=', ':='])
const ADDS = new Set(['append', 'extend', 'insert', 'update', 'add'])
const COMPARES = new Set(['==', '!=', '<', '>', '<=', '>=', 'in', 'is', 'and', 'or', 'not'])
const CONDITIONS = new Set(['if', 'elif', '%'])
/** Behind these, a bracket begins a list; behind other names it asks for an element. */
const BEFORE_A_LIST = new Set([...COMPARES, ...CONDITIONS, 'else', 'return', 'for', 'lambda', 'yield'])
const OPENS = new Set(['(', '[', '{'])
const CLOSES = new Set([')', ']', '}'])
const VARIABLE = /^\{(?<name>[A-Za-z_]\w*)\}$/
/** How many tokens may stand between a variable and what it is given: `name['a']['b']: dict[str, list] = …`. */
const LONGEST_TARGET = 30
/** How many tokens are looked at, and how far variables lead to variables, before a text is given up as hostile. */
const MOST_STEPS = 5_000_000
const DEEPEST = 100

export const setupPy: FileFormat = {
  name: 'setup.py',
  role: { kind: 'manifest' },
  specification: 'https://setuptools.pypa.io/en/latest/references/keywords.html',
  names: { exact: ['setup.py'] },
  read,
  upgrade: setupUpgrade
}

function* read(text: string): Generator<Entry> {
  const { tokens, fault } = tokenize(text)
  const closing = closingBrackets(tokens)
  const { variables, roots, own } = survey(tokens)
  const walked = new Set<number>()
  let steps = 0
  for (const root of roots) yield* walk(root, 0)
  if (fault) throw fault

  /** Every string of an expression that stands where a requirement may stand. */
  function* walk(from: number, level: number): Generator<Entry> {
    if (walked.has(from)) return
    walked.add(from)
    for (let index = from; goesOn(index, from); index++) {
      const token = tokens[index] as Token
      if (++steps > MOST_STEPS || level > DEEPEST)
        throw new SyntaxFault('its variables lead to each other too often to be followed', token.at)
      const before = index > from ? tokens[index - 1] : undefined
      const after = tokens[index + 1]
      if (token.kind === 'string') {
        const end = stringsEnd(index, from)
        const next = tokens[end]
        if (!isSign(next, ':') && !isCompared(before, next)) yield* requirements(tokens.slice(index, end), next)
        index = end - 1
      } else if (token.kind === 'name') {
        const isMember = isSign(before, '.')
        if (isSign(after, '(') && (isMember || !TRANSPARENT.has(token.text)))
          index = closing.get(index + 1) ?? tokens.length
        else if (!isMember && !isSign(after, '=') && !CONDITIONS.has(before?.text ?? '')) {
          for (const value of variables.get(token.text) ?? []) yield* walk(value, level + 1)
        }
      } else if (token.text === '[' && before && hasElements(before)) {
        // `EXTRAS['dev']`: what stands in the brackets is a key.
        index = closing.get(index) ?? tokens.length
      }
    }
  }

  /** Whether the expression goes on: it ends at a comma, a closing bracket, or the next statement. */
  function goesOn(index: number, from: number): boolean {
    const token = tokens[index]
    const depth = tokens[from]?.depth ?? 0
    if (!token || token.depth < depth || (index > from && token.begins)) return false
    return !(token.depth === depth && depth > 0 && isSign(token, ','))
  }

  function stringsEnd(index: number, from: number): number {
    let end = index + 1
    while (tokens[end]?.kind === 'string' && goesOn(end, from)) end++
    return end
  }

  /** A string may hold one requirement a line. */
  function* requirements(strings: readonly Token[], next: Token | undefined): Generator<Entry> {
    const joined = join(strings)
    let start = 0
    for (const line of joined.text.split('\n')) {
      const written = line.trim()
      if (written !== '' && !written.startsWith('#') && !isProjectItself(written))
        yield* requirement(line, offset => placeIn(joined, start + offset), strings, next)
      start += line.length + 1
    }
  }

  function* requirement(
    line: string,
    place: (offset: number) => number,
    strings: readonly Token[],
    next: Token | undefined
  ): Generator<Entry> {
    const found = readRequirement(line)
    if (!found || isSign(next, '+')) {
      yield { gap: 'expected a requirement such as "name>=1.0"', text: line, at: place(0) }
      return
    }
    const { name, requirement } = found
    if (own !== undefined && canonicalName(name) === own) return
    const at = place(found.at)
    const formatted = requirement.kind === 'version' && strings.some(string => string.formatted)
    const value = formatted ? stringOf(requirement.text) : undefined
    if (!value) yield entryAt(text, { name, requirement, at, direct: true })
    else yield { name, requirement: { kind: 'version', text: value.text }, at: value.at, usedAt: at, direct: true }
  }

  /** The one string that the variable in a formatted string is given. */
  function stringOf(placeholder: string): Token | undefined {
    const name = VARIABLE.exec(placeholder)?.groups?.['name']
    const [from, second] = name === undefined ? [] : (variables.get(name) ?? [])
    if (from === undefined || second !== undefined || goesOn(from + 1, from)) return undefined
    const token = tokens[from]
    return token?.kind === 'string' && !token.formatted ? token : undefined
  }
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text
}

function hasElements({ kind, text }: Token): boolean {
  return kind === 'name' ? !BEFORE_A_LIST.has(text) : kind === 'sign' && CLOSES.has(text)
}

function isCompared(before: Token | undefined, after: Token | undefined): boolean {
  const compares = (token: Token | undefined) => token && token.kind !== 'string' && COMPARES.has(token.text)
  const isCondition = before && before.kind !== 'string' && CONDITIONS.has(before.text)
  return Boolean(compares(before) || compares(after) || isCondition)
}

function join(strings: readonly Token[]): Joined {
  const starts: number[] = []
  let length = 0
  for (const { text } of strings) {
    starts.push(length)
    length += text.length
  }
  return { text: strings.map(({ text }) => text).join(''), starts, places: strings.map(({ at }) => at) }
}

/** Where a character of joined strings stands in the file. */
function placeIn({ starts, places }: Joined, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return (places[low] ?? 0) + offset - (starts[low] ?? 0)
}

/** Index of each opening bracket → index of the one that closes it. */
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

function survey(tokens: readonly Token[]): Survey {
  const variables = new Map<string, number[]>()
  const roots: number[] = []
  let own: string | undefined
  for (const [index, { kind, text, depth, begins }] of tokens.entries()) {
    if (kind === 'sign') continue
    if (kind === 'string') {
      if (!KEYWORDS.has(text)) continue
      // `{'install_requires': […]}` and `arguments['install_requires'] = […]`.
      if (isSign(tokens[index + 1], ':')) roots.push(index + 2)
      else if (isSign(tokens[index + 1], ']') && ASSIGNS.has(tokens[index + 2]?.text ?? '')) roots.push(index + 3)
      continue
    }
    const value = valueBehind(tokens, index)
    if (value === undefined) continue
    const given = tokens[value]
    if (KEYWORDS.has(text)) roots.push(value)
    else if (text === 'name' && depth > 0 && given?.kind === 'string') own ??= canonicalName(given.text)
    if (depth > 0 || !begins) continue
    const values = variables.get(text)
    if (values) values.push(value)
    else variables.set(text, [value])
  }
  return { variables, roots, ...(own === undefined ? {} : { own }) }
}

/**
 * The index at which begins what a name is given: `name = …`, `name += …`, `name: type = …`, `name['key'] = …`,
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
