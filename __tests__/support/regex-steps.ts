/**
 * How many steps a backtracking matcher takes for one call of `RegExp.prototype.exec`. The engine itself does not say, and
 * the time that it takes depends on the machine. So the pattern is matched a second time, by the textbook machine for
 * backtracking: one step for each instruction, each character of a run and each position that it returns to. The engine is
 * the same kind of machine, so a pattern that is quadratic here is quadratic there. Every call is held against the result
 * of the engine: a matcher that matched something else would count something else.
 */

/** Thrown where a match takes more steps than are allowed. */
export class TooManySteps extends Error {}

/** Whether a character, of one or two code units, is of a class. */
type Test = (character: string) => boolean

type Node =
  | { readonly kind: 'char'; readonly source: string }
  | { readonly kind: 'assert'; readonly sign: '^' | '$' | '\\b' | '\\B' }
  | { readonly kind: 'reference'; readonly group: string }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | { readonly kind: 'group'; readonly index: number; readonly body: Node }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negative: boolean; readonly body: Node }
  | {
      readonly kind: 'repeat'
      readonly min: number
      readonly max: number
      readonly greedy: boolean
      readonly body: Node
    }

type Instruction =
  | { readonly op: 'char'; readonly test: Test; readonly back: boolean }
  | {
      readonly op: 'run'
      readonly test: Test
      readonly min: number
      readonly max: number
      readonly greedy: boolean
      readonly back: boolean
    }
  | { readonly op: 'assert'; readonly sign: string }
  | { readonly op: 'reference'; readonly group: number; readonly back: boolean }
  | { readonly op: 'save'; readonly register: number }
  | { readonly op: 'progress'; readonly register: number }
  | { readonly op: 'look'; readonly negative: boolean; readonly program: readonly Instruction[] }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'match' }

/** A place to return to. `least` and `left` belong to a run that may give back, or take, characters one by one. */
type Saved =
  | { readonly kind: 'resume'; readonly pc: number; readonly at: number }
  | { readonly kind: 'less'; readonly pc: number; at: number; readonly least: number; readonly back: boolean }
  | { readonly kind: 'more'; readonly pc: number; at: number; left: number }
  | { readonly kind: 'undo'; readonly register: number; readonly value: number | undefined }

interface Program {
  readonly code: readonly Instruction[]
  readonly unicode: boolean
  readonly multiline: boolean
  readonly sticky: boolean
}

/** By pattern, and by flags and source: `matchAll` and `split` make a new pattern each time. */
const programs = new WeakMap<RegExp, Program>()
const programsByText = new Map<string, Program>()
const { exec: engine } = RegExp.prototype

/** Counts the steps of matching `text` from `start` on. Throws `TooManySteps` as soon as there are more than `most`. */
export function matchSteps(
  pattern: RegExp,
  text: string,
  start: number,
  most: number
): { steps: number; end?: number } {
  const program = programs.get(pattern) ?? programOf(pattern)
  const machine = new Machine(program, text, most)
  for (let from = machine.begin(start); from <= text.length; from += machine.width(from)) {
    const end = machine.beginsAt(from) ? machine.match(program.code, from) : undefined
    if (end !== undefined) return { steps: machine.steps, end }
    if (program.sticky) break
  }
  return { steps: machine.steps }
}

/** What `step` gives back in place of the next instruction. */
const FAILED = -1
const MATCHED = -2

class Machine {
  steps = 0
  private at = 0
  private readonly program: Program
  private readonly text: string
  private readonly most: number
  private readonly saved: Saved[] = []
  private readonly registers: (number | undefined)[] = []

  constructor(program: Program, text: string, most: number) {
    this.program = program
    this.text = text
    this.most = most
  }

  /** Where a match from `start` on begins: never inside a character of two code units. */
  begin(start: number): number {
    return this.program.unicode && isPair(this.text[start - 1], this.text[start]) ? start - 1 : start
  }

  /** Whether the first character of a match may be the one at `from`. Counts its step where it may not, as `match` would. */
  beginsAt(from: number): boolean {
    const [first] = this.program.code
    if (first?.op !== 'char' || first.back) return true
    this.at = from
    if (this.take(first.test, false)) return true
    if (++this.steps > this.most) throw new TooManySteps(`a match takes more than ${this.most} steps`)
    return false
  }

  /** Where a match that begins at `from` ends. */
  match(code: readonly Instruction[], from: number): number | undefined {
    const bottom = this.saved.length
    this.at = from
    let pc = 0
    while (pc !== MATCHED) {
      if (++this.steps > this.most) throw new TooManySteps(`a match takes more than ${this.most} steps`)
      pc = this.step(code[pc], pc)
      if (pc === FAILED) pc = this.restore(bottom, code)
      if (pc === FAILED) return undefined
    }
    this.saved.length = bottom
    return this.at
  }

  /** Runs one instruction: moves on in the text, and gives back the next instruction. */
  private step(instruction: Instruction | undefined, pc: number): number {
    if (!instruction) throw new Error('the program has no end')
    switch (instruction.op) {
      case 'match':
        return MATCHED
      case 'char':
        return this.take(instruction.test, instruction.back) ? pc + 1 : FAILED
      case 'run':
        return this.run(instruction, pc)
      case 'assert':
        return this.holds(instruction.sign) ? pc + 1 : FAILED
      case 'reference':
        return this.repeat(instruction) ? pc + 1 : FAILED
      case 'save':
        this.saved.push({ kind: 'undo', register: instruction.register, value: this.registers[instruction.register] })
        this.registers[instruction.register] = this.at
        return pc + 1
      case 'progress':
        return this.registers[instruction.register] === this.at ? FAILED : pc + 1
      case 'look': {
        const { at } = this
        const found = this.match(instruction.program, at) !== undefined
        this.at = at
        return found === instruction.negative ? FAILED : pc + 1
      }
      case 'split':
        this.saved.push({ kind: 'resume', pc: instruction.second, at: this.at })
        return instruction.first
      case 'jump':
        return instruction.to
    }
  }

  private run(instruction: Extract<Instruction, { op: 'run' }>, pc: number): number {
    const { test, min, max, greedy, back } = instruction
    let least = this.at
    const most = greedy ? max : min
    for (let taken = 0; taken < most; taken++) {
      if (!this.take(test, back)) {
        if (taken < min) return FAILED
        break
      }
      this.steps++
      if (taken + 1 === min) least = this.at
    }
    if (greedy && this.at !== least) this.saved.push({ kind: 'less', pc: pc + 1, at: this.at, least, back })
    if (!greedy && max > min) this.saved.push({ kind: 'more', pc, at: this.at, left: max - min })
    return pc + 1
  }

  private repeat({ group, back }: Extract<Instruction, { op: 'reference' }>): boolean {
    const [start, end] = [this.registers[2 * group], this.registers[2 * group + 1]]
    if (start === undefined || end === undefined) return true
    const length = end - start
    const from = back ? this.at - length : this.at
    for (let index = 0; index < length; index++) {
      this.steps++
      if (this.text[start + index] !== this.text[from + index]) return false
    }
    this.at = back ? from : from + length
    return true
  }

  /** Goes back to the newest place, and gives back the instruction to go on with. */
  private restore(bottom: number, code: readonly Instruction[]): number {
    while (this.saved.length > bottom) {
      const place = this.saved.pop()
      if (!place) break
      this.steps++
      if (place.kind === 'undo') {
        this.registers[place.register] = place.value
        continue
      }
      this.at = place.at
      if (place.kind === 'resume') return place.pc
      if (place.kind === 'less') {
        place.at = place.back ? place.at + this.width(place.at) : place.at - this.widthBefore(place.at)
        if (place.at !== place.least) this.saved.push(place)
        this.at = place.at
        return place.pc
      }
      const run = code[place.pc]
      if (run?.op !== 'run' || !this.take(run.test, run.back)) continue
      place.at = this.at
      if (--place.left > 0) this.saved.push(place)
      return place.pc + 1
    }
    return FAILED
  }

  /** Takes one character that passes the test. By index, because methods of strings may be counted. */
  private take(test: Test, back: boolean): boolean {
    const from = back ? this.at - this.widthBefore(this.at) : this.at
    const first = this.text[from]
    if (first === undefined) return false
    const width = this.width(from)
    if (!test(width === 2 ? `${first}${this.text[from + 1]}` : first)) return false
    this.at = back ? from : from + width
    return true
  }

  width(at: number): number {
    return this.program.unicode && isPair(this.text[at], this.text[at + 1]) ? 2 : 1
  }

  private widthBefore(at: number): number {
    return this.program.unicode && isPair(this.text[at - 2], this.text[at - 1]) ? 2 : 1
  }

  private holds(sign: string): boolean {
    const { text, at } = this
    if (sign === '^') return at === 0 || (this.program.multiline && isLineEnd(text[at - 1] ?? ''))
    if (sign === '$') return at === text.length || (this.program.multiline && isLineEnd(text[at] ?? ''))
    return (isWord(text[at - 1] ?? '') !== isWord(text[at] ?? '')) === (sign === '\\b')
  }
}

function isPair(first = '', second = ''): boolean {
  return first >= '\ud800' && first < '\udc00' && second >= '\udc00' && second < '\ue000'
}

function programOf(pattern: RegExp): Program {
  const key = `${pattern.flags}/${pattern.source}`
  const program = programsByText.get(key) ?? compile(pattern)
  programsByText.set(key, program)
  programs.set(pattern, program)
  return program
}

function compile(pattern: RegExp): Program {
  const flags = [pattern.ignoreCase ? 'i' : '', pattern.dotAll ? 's' : '', pattern.unicode ? 'u' : ''].join('')
  const { root, names, groups } = new Parser(pattern.source, pattern.unicode).parse()
  const code: Instruction[] = []
  let registers = 2 * (groups + 1)
  emit(root, false, code)
  code.push({ op: 'match' })
  return { code, unicode: pattern.unicode, multiline: pattern.multiline, sticky: pattern.sticky }

  function emit(node: Node, back: boolean, into: Instruction[]): void {
    switch (node.kind) {
      case 'char':
        into.push({ op: 'char', test: testOf(node.source, flags), back })
        break
      case 'assert':
        into.push({ op: 'assert', sign: node.sign })
        break
      case 'reference':
        into.push({ op: 'reference', group: names.get(node.group) ?? Number(node.group), back })
        break
      case 'sequence':
        for (const item of back ? node.items.toReversed() : node.items) emit(item, back, into)
        break
      case 'choice':
        emitChoice(node.options, back, into)
        break
      case 'group':
        into.push({ op: 'save', register: 2 * node.index + Number(back) })
        emit(node.body, back, into)
        into.push({ op: 'save', register: 2 * node.index + Number(!back) })
        break
      case 'look': {
        const program: Instruction[] = []
        emit(node.body, node.behind, program)
        into.push({ op: 'look', negative: node.negative, program: [...program, { op: 'match' }] })
        break
      }
      case 'repeat':
        emitRepeat(node, back, into)
    }
  }

  function emitChoice([first, ...others]: readonly Node[], back: boolean, into: Instruction[]): void {
    if (!first) return
    if (others.length === 0) {
      emit(first, back, into)
      return
    }
    const split = reserve(into)
    emit(first, back, into)
    const jump = reserve(into)
    into[split] = { op: 'split', first: split + 1, second: into.length }
    emitChoice(others, back, into)
    into[jump] = { op: 'jump', to: into.length }
  }

  function emitRepeat(node: Extract<Node, { kind: 'repeat' }>, back: boolean, into: Instruction[]): void {
    const { body, min, max, greedy } = node
    if (body.kind === 'char') {
      into.push({ op: 'run', test: testOf(body.source, flags), min, max, greedy, back })
      return
    }
    for (let count = 0; count < min; count++) emit(body, back, into)
    const splits: number[] = []
    const rounds = max === Number.POSITIVE_INFINITY ? 1 : max - min
    for (let round = 0; round < rounds; round++) {
      const register = registers++
      const split = reserve(into)
      splits.push(split)
      into.push({ op: 'save', register })
      emit(body, back, into)
      into.push({ op: 'progress', register })
      if (max === Number.POSITIVE_INFINITY) into.push({ op: 'jump', to: split })
    }
    for (const split of splits) {
      const [inside, after] = [split + 1, into.length]
      into[split] = greedy
        ? { op: 'split', first: inside, second: after }
        : { op: 'split', first: after, second: inside }
    }
  }
}

/** Leaves room for an instruction whose targets are known only later. */
function reserve(into: Instruction[]): number {
  return into.push({ op: 'match' }) - 1
}

/** Asks the engine about each character once. */
function testOf(source: string, flags: string): Test {
  const single = new RegExp(`^(?:${source})$`, flags)
  const known = new Map<string, boolean>()
  return character => {
    const before = known.get(character)
    if (before !== undefined) return before
    const passes = Reflect.apply(engine, single, [character]) !== null
    known.set(character, passes)
    return passes
  }
}

const isWord = testOf('\\w', '')
const isLineEnd = testOf('[\\n\\r\\u2028\\u2029]', '')

/** Reads the source of a pattern; only the characters and classes stay text, for the engine itself to test. */
class Parser {
  private at = 0
  private groups = 0
  private readonly names = new Map<string, number>()
  private readonly source: string
  private readonly unicode: boolean

  constructor(source: string, unicode: boolean) {
    this.source = source
    this.unicode = unicode
  }

  parse(): { root: Node; names: ReadonlyMap<string, number>; groups: number } {
    const root = this.choice()
    if (this.at < this.source.length) throw this.unknown()
    return { root, names: this.names, groups: this.groups }
  }

  private choice(): Node {
    const options = [this.sequence()]
    while (this.eat('|')) options.push(this.sequence())
    const [only] = options
    return only && options.length === 1 ? only : { kind: 'choice', options }
  }

  private sequence(): Node {
    const items: Node[] = []
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) items.push(this.quantified())
    return { kind: 'sequence', items }
  }

  private quantified(): Node {
    const body = this.atom()
    const [, sign, from, comma, to] = this.scan(/([*+?])|\{(\d+)(?:(,)(\d*))?\}/y) ?? []
    if (sign === undefined && from === undefined) return body
    const greedy = !this.eat('?')
    const min = from === undefined ? Number(sign === '+') : Number(from)
    const many = sign === undefined ? comma !== undefined && to === '' : sign !== '?'
    const bound = from === undefined ? 1 : Number(to ?? from)
    return { kind: 'repeat', min, max: many ? Number.POSITIVE_INFINITY : bound, greedy, body }
  }

  private atom(): Node {
    if (this.eat('(')) return this.group()
    const sign = this.scan(/\^|\$|\\[bB]/y)?.[0]
    if (sign === '^' || sign === '$' || sign === '\\b' || sign === '\\B') return { kind: 'assert', sign }
    const reference = this.scan(/\\k<([^>]+)>|\\([1-9]\d*)/y)
    if (reference) return { kind: 'reference', group: reference[1] ?? reference[2] ?? '' }
    const braces = this.unicode ? /\\u\{[^}]*\}|\\[pP]\{[^}]*\}|[\ud800-\udbff][\udc00-\udfff]/y : /\\[pP]\{[^}]*\}/y
    const character =
      this.scan(/\[(?:\\[\s\S]|[^\]\\])*\]/y) ??
      this.scan(braces) ??
      this.scan(/\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[A-Za-z]|\\[\s\S]|[^\\()|*+?]/y)
    if (!character) throw this.unknown()
    const [source] = character
    return { kind: 'char', source: source === '{' || source === '}' ? `\\${source}` : source }
  }

  private group(): Node {
    const [, look, plain, name] = this.scan(/\?(<?[=!])|\?(:)|\?<([^>]+)>/y) ?? []
    const index = look === undefined && plain === undefined ? ++this.groups : 0
    if (name !== undefined) this.names.set(name, index)
    const body = this.choice()
    if (!this.eat(')')) throw this.unknown()
    if (look !== undefined) return { kind: 'look', behind: look.startsWith('<'), negative: look.endsWith('!'), body }
    return plain === undefined ? { kind: 'group', index, body } : body
  }

  private eat(sign: string): boolean {
    const found = this.source.startsWith(sign, this.at)
    if (found) this.at += sign.length
    return found
  }

  private scan(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const found: RegExpExecArray | null = Reflect.apply(engine, pattern, [this.source])
    if (!found) return undefined
    this.at = pattern.lastIndex
    return found
  }

  private unknown(): Error {
    return new Error(`the steps of this pattern cannot be counted, at ${this.at}: ${this.source}`)
  }
}
