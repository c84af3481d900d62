/** What source code does with the token of its pod once it has read it: where the value is kept for longer than one use. */

import type { Block } from '../../syntax/code.ts'
import type { Span } from '../../syntax/code-blocks.ts'
import {
  bodyOf,
  firstTarget,
  isCalled,
  isCompared,
  isConstructor,
  isOfRequest,
  LINKS,
  lastName,
  wordOf
} from './code-expressions.ts'
import { isOnce, isUsedLater, runsOn } from './code-lifetimes.ts'
import { annotations, calleeOf, isOfClass, isReadAgain, madeName, PLACES, usesOf } from './code-runs.ts'
import {
  BUILDS,
  FACTORY,
  KEEPS_RESULT,
  MEMOISES,
  OBJECT,
  SETS,
  SETS_ENVIRONMENT,
  SHORT_LIVED,
  TRANSPARENT,
  WRAPS
} from './code-words.ts'
import type { SourceCode } from './source-code.ts'
import { type TokenRead, tokenReads } from './token-reads.ts'

/**
 * What keeps a value: something that lives as long as the program or an object (`field`, `variable`, `result` of a function that runs
 * once), what runs on with it (`loop`, `function`), the `environment`, an object that a function returns, or one of the places that
 * other rules are about.
 */
export type Keeper =
  | 'field'
  | 'variable'
  | 'result'
  | 'loop'
  | 'function'
  | 'environment'
  | 'object'
  | 'reviewer'
  | 'rest-config'
  | 'api-key'

/** A value that is kept. */
export interface Kept {
  readonly keeper: Keeper
  /** The index of the token where it is read: in a function that returns it, where that is called. */
  readonly at: number
  /** The index of the token where it is kept. */
  readonly keptAt: number
  /** What it is kept in. Hostile text. */
  readonly name?: string
}

/** What a value is: the token or a text with it, or an object that has it. */
type Holds = 'token' | 'object'

/** A value on its way: where it was read, and the calls that it was given to and not yet returned from. */
interface Way {
  readonly at: number
  readonly holds: Holds
  readonly calls: readonly Span[]
}

/** In steps of one file: a function of a person has some dozens. */
const MOST = 20_000
const DEEPEST = 24
const ENDS_TOKEN =
  /^(?:is_?empty|isBlank|length|size|len|equals\w*|starts_?with|ends_?with|contains|includes|present\?|empty\?|nil\?|any\?|hash\w*|exists|close|Close|match\w*)$/
const REVIEWER = /^(?:token_reviewer_jwt|tokenReviewerJwt|TokenReviewerJ[Ww][Tt])$/
const CONTROL = /^(?:if|while|switch|elif|unless|until|assert|del|when)$/

/** The values of the token that a file keeps, in the order of their reads, each once. None if it reads the token again by itself. */
export function keptTokens(source: SourceCode, reads: readonly TokenRead[] = tokenReads(source)): Kept[] {
  const flow = new Flow(source)
  for (const { whole, at } of reads) flow.read(whole, at)
  const isRepeated = [...reads.map(read => read.at), ...flow.calls].some(at => isReadAgain(source, at))
  const special = flow.kept.filter(({ keeper }) => isOfOtherRule(keeper))
  const others = flow.kept.filter(({ keeper, at }) => !isOfOtherRule(keeper) && !special.some(each => each.at === at))
  return [...special, ...(isRepeated ? [] : firstOfEach(others))].sort((a, b) => a.at - b.at)
}

function isOfOtherRule(keeper: Keeper): boolean {
  return keeper === 'reviewer' || keeper === 'rest-config' || keeper === 'api-key'
}

/** Of several keepers of one read the first that is no object. */
function firstOfEach(kept: readonly Kept[]): Kept[] {
  const best = new Map<number, Kept>()
  for (const one of kept) {
    const known = best.get(one.at)
    if (!known || (known.keeper === 'object' && one.keeper !== 'object')) best.set(one.at, one)
  }
  return [...best.values()]
}

/** Follows values from where they are read to where they are kept. */
class Flow {
  readonly kept: Kept[] = []
  /** The calls of functions that return the token. */
  readonly calls: number[] = []
  private readonly source: SourceCode
  private readonly seen = new Set<string>()
  private steps = 0

  constructor(source: SourceCode) {
    this.source = source
  }

  private get code() {
    return this.source.code
  }

  private keep(keeper: Keeper, way: Way, keptAt: number, name?: string): void {
    this.kept.push({ keeper, at: way.at, keptAt, ...(name === undefined ? {} : { name }) })
  }

  /** Follows the value of a read, also to the functions and variables that the read is given for it. */
  read(whole: Span, at: number): void {
    const way: Way = { at, holds: 'token', calls: [] }
    this.value(whole, way)
    this.functionsIn(whole, way)
    if (this.code.language.name === 'rust') this.outParameter(whole, way)
  }

  /** Follows the value of an expression. */
  value(span: Span, way: Way): void {
    const key = `${span.from} ${way.holds} ${way.at} ${way.calls.at(-1)?.from ?? ''}`
    if (this.seen.has(key) || ++this.steps > MOST || way.calls.length > DEEPEST) return
    this.seen.add(key)
    const expression = this.extended(span, way)
    if (!expression) return
    const { from, to, holds } = expression
    const next = { ...way, holds }
    const body = bodyOf(this.source, from)
    if (body) {
      this.ofBody(body, { from, to }, next)
      return
    }
    const opener = this.code.opener[from] ?? -1
    if (this.source.isOfStatements(opener)) this.ofStatement({ from, to }, next)
    else this.inBrackets(opener, { from, to }, next)
  }

  /** The expression with what is called on it; undefined if its value is no longer the token or an object with it. */
  private extended({ from, to }: Span, way: Way): (Span & { holds: Holds }) | undefined {
    const { source } = this
    const { holds } = way
    let end = to
    for (let left = PLACES; left > 0; left--) {
      if (source.isMark(end, '?', '!', '!!')) {
        end++
        continue
      }
      if (
        source.isMark(end, '[') &&
        holds === 'token' &&
        this.code.match[end] !== undefined &&
        !source.token(end).startsLine
      ) {
        end = Math.max((this.code.match[end] ?? end) + 1, end + 1)
        continue
      }
      if (!source.isMark(end, ...LINKS)) break
      const name = source.token(end + 1)
      const call = source.callAt(end + 1)
      const brace = call ? call.whole.to : end + 2
      const block = this.code.braced.get(brace)
      if (holds === 'object' && !BUILDS.test(name.value)) return undefined
      if (holds === 'token' && ENDS_TOKEN.test(name.value)) return undefined
      if (call) this.functionsIn(call.given, way)
      if (block?.kind === 'function') this.parameters(block, way)
      end = block ? block.to + 1 : brace
      if (call && /^read_to_(?:string|end)$/.test(name.value)) this.outParameter(call.given, way)
    }
    return { from, to: end, holds }
  }

  /** `file.read_to_string(&mut text)`. */
  private outParameter(given: Span, way: Way): void {
    for (let at = given.from; at < given.to; at++)
      if (this.source.token(at).value === 'mut') this.local(at + 1, at + 1, way)
  }

  /** Functions that are given to a call on the value get it as their parameters: `.then(token => …)`. */
  private functionsIn(given: Span, way: Way): void {
    for (const block of this.code.blocks)
      if (block.kind === 'function' && block.head >= given.from && block.to <= given.to) this.parameters(block, way)
  }

  private parameters(block: Block, way: Way): void {
    const { params } = block
    const names = params
      ? Array.from(this.source.level(params)).filter(at => this.source.token(at).kind === 'name')
      : []
    for (const at of names) this.uses(this.source.token(at).value, block, at, way)
    if (names.length === 0) this.uses('it', block, block.from, way)
  }

  private ofBody(block: Block, { from, to }: Span, way: Way): void {
    const mark = this.source.assignmentIn({ from: block.from, to: from })
    if (mark !== undefined) this.assigned({ from: block.from, to: mark }, mark, way)
    else if (!isCompared(this.source, { from, to }, block.from)) this.returned(block, way, from)
  }

  /** A value in a statement. */
  private ofStatement({ from, to }: Span, way: Way): void {
    const { source } = this
    const piece = source.piece(from)
    if (source.token(to).value === 'as') {
      this.local(to + 1, to + 1, way)
      return
    }
    const mark = source.assignmentIn({ from: piece.from, to: from })
    if (mark !== undefined) {
      this.assigned({ from: piece.from, to: mark }, mark, way)
      return
    }
    if (isCompared(this.source, { from, to }, piece.from)) return
    for (const at of source.level({ from: piece.from, to: from })) {
      const word = source.token(at).value
      if (word === 'return' || word === 'yield') {
        this.ofReturn(from, way)
        return
      }
      if (word === 'in' || word === 'of') {
        this.local(at - 1, from, way)
        return
      }
      if (word === 'match' || word === 'when') {
        this.matched(piece, from, way)
        return
      }
      if (CONTROL.test(word) || word === 'throw' || word === 'raise') return
    }
    this.tail({ from, to }, way)
  }

  private ofReturn(at: number, way: Way): void {
    const block = this.source.functionAt(at)
    if (block) this.returned(block, way, at)
  }

  /** The value of a block, if it is that of its last expression. */
  private tail({ from, to }: Span, way: Way): void {
    const { source } = this
    const block = this.code.blockAt[from]
    const isArm = source.isMark(from - 1, '=>') || source.isMark(to, ',')
    const isLast = this.code.language.hasBlockValues && (to >= (block?.to ?? 0) || isArm)
    if (!block || !isLast || block.kind === 'file' || block.kind === 'class') return
    const isStatement = this.code.language.name === 'kotlin' && block.name !== undefined
    if (block.kind === 'function' && !isStatement) {
      this.returned(block, way, from)
      return
    }
    if (block.kind === 'loop' || block.kind === 'function') return
    const close = this.code.braced.has(block.from - 1) ? block.to + 1 : block.to
    const begin = wordOf(this.source, block)
    if (begin < from) this.value({ from: begin, to: Math.max(close, to) }, way)
  }

  /** The names in the patterns of a `match`, and what it is the value of. */
  private matched(piece: Span, from: number, way: Way): void {
    for (let at = from; at < piece.to; at++) {
      const isPattern = this.source.isMark(at, '(') && /^(?:Ok|Some)$/.test(this.source.token(at - 1).value)
      if (isPattern && this.source.isMark(at + 2, ')')) this.local(at + 1, at + 1, way)
    }
  }

  /** A value that a target is given. */
  private assigned(targets: Span, mark: number, way: Way): void {
    const first = firstTarget(this.source, targets)
    const isPattern =
      this.source.isMark(first.to - 1, ')') && /^(?:Ok|Some)$/.test(this.source.token(first.to - 4).value)
    if (isPattern) {
      this.local(first.to - 2, mark, way)
      return
    }
    const target = this.source.targetOf(first)
    if (!target) return
    const last = lastName(this.source, first)
    if (this.isOfOtherRule(last, target.at, mark + 1, way)) return
    this.stored(target, first, mark, way)
  }

  private isOfOtherRule(name: string, target: number, value: number, way: Way): boolean {
    const { name: language } = this.code.language
    if (REVIEWER.test(name)) this.keep('reviewer', { ...way, at: value }, value, name)
    else if (name === 'api_key' && language === 'python') this.keep('api-key', { ...way, at: value }, target, name)
    else if (name === 'BearerToken' && language === 'go') this.keep('rest-config', { ...way, at: value }, target, name)
    else return false
    return true
  }

  /** A value in a variable, a field, or a part of an object. */
  private stored({ at, isPath }: { at: number; isPath: boolean }, target: Span, mark: number, way: Way): void {
    const declared = this.source.declared(at)
    const name = this.source.token(isPath && declared.in === 'class' ? target.to - 1 : at).value
    if (declared.in === 'function') {
      this.local(at, mark, isPath ? { ...way, holds: 'object' } : way)
      return
    }
    if (declared.in === 'parameters') {
      isPath ? undefined : this.local(at, mark, way)
      return
    }
    if (declared.in === 'elsewhere' && isOfRequest(this.source, at)) return
    const around = this.source.functionAt(at)
    if (!around) {
      this.ofFile(at, name, declared.in === 'class', way)
      return
    }
    if (isOnce(this.source, around, target, mark))
      this.keep(declared.in === 'class' ? 'field' : 'variable', way, at, name)
  }

  /** A variable of a file or a field that is given its value where it is declared. */
  private ofFile(at: number, name: string, isField: boolean, way: Way): void {
    const { source } = this
    if (isField || source.ofKind(this.code.blockAt[at], 'class')) {
      this.keep('field', way, at, name)
      return
    }
    const isStatic = !/^(?:python|javascript|ruby|kotlin)$/.test(this.code.language.name)
    const others = source.named(name).filter(place => place !== at && !source.isLinked(place))
    const isExported =
      /^(?:export|exports|module)$/.test(source.token(source.piece(at).from).value) ||
      source.token(at).value === 'exports'
    const isShared = this.code.language.name === 'python' && others.length === 0
    if (isStatic || isExported || isShared || others.some(place => isUsedLater(this.source, place, name))) {
      this.keep('variable', way, at, name)
      return
    }
    for (const place of others.slice(0, PLACES)) if (place > at) this.use(place, way)
  }

  /** The uses of a variable of a function behind an index. */
  private local(at: number, after: number, way: Way): void {
    const name = this.source.token(at).value
    const { in: where, block } = this.source.declared(at)
    const around = block ?? this.source.functionAt(at)
    if (around && where !== 'file') this.uses(name, around, after, way)
    else if (this.source.token(at).kind === 'name') this.ofFile(at, name, false, way)
  }

  private uses(name: string, block: Block, after: number, way: Way): void {
    const { source } = this
    for (const place of source.named(name).slice(0, PLACES)) {
      if (place <= after || place < block.from || place >= block.to || source.isLinked(place)) continue
      const isKey = source.isMark(place + 1, ':') && !source.isOfStatements(this.code.opener[place] ?? -1)
      const isArgument = source.isMark(place + 1, '=') && source.isMark(this.code.opener[place] ?? -1, '(')
      const isTarget = source.isMark(place + 1, '=', ':=')
      if (isKey || isArgument || isTarget) continue
      const keeper =
        way.holds === 'token' || isCalled(this.source, place) ? runsOn(this.source, place, after, block) : undefined
      if (keeper) {
        this.keep(keeper, way, place, name)
        return
      }
      this.use(place, way)
    }
  }

  private use(place: number, way: Way): void {
    this.value({ from: place, to: place + 1 }, way)
  }

  /** A value that a function returns. */
  private returned(block: Block, way: Way, at: number): void {
    const { source } = this
    const call = way.calls.at(-1)
    if (call) {
      this.value(call, { ...way, calls: way.calls.slice(0, -1) })
      return
    }
    const callee = block.name === undefined || block.name === '' ? calleeOf(source, block) : undefined
    if (callee !== undefined) {
      this.returnedTo(callee, block, way)
      return
    }
    const { name } = block
    if (name === undefined) return
    if (annotations(source, block).some(each => KEEPS_RESULT.test(each))) {
      this.keep('result', way, at, name)
      return
    }
    const uses = usesOf(source, block)
    for (const use of uses) this.usedFunction(use, way)
    const isFactory = way.holds === 'object' && FACTORY.test(name) && uses.length === 0
    if (isFactory) this.keep('object', way, at, name)
  }

  /** A use of a function that returns the token. */
  private usedFunction(use: number, way: Way): void {
    const { source } = this
    const call = source.callAt(use)
    const around = source.callOf(this.code.opener[use] ?? -1)
    const isRuby = this.code.language.name === 'ruby' && !source.isMark(use - 1, ':')
    if (call || isRuby) {
      const whole = call?.whole ?? { from: source.chainStart(use), to: use + 1 }
      if (way.holds === 'token') this.calls.push(use)
      this.value(whole, { ...way, at: whole.from })
    } else if (around && MEMOISES.test(around.name))
      this.keep('result', { ...way, at: use }, use, source.token(use).value)
  }

  /** A value that a function without a name returns to what it is given to. */
  private returnedTo(callee: string, block: Block, way: Way): void {
    const opener = this.code.braced.has(block.from - 1)
      ? (this.code.opener[block.from - 1] ?? -1)
      : (this.code.opener[block.from] ?? -1)
    const call = this.source.callOf(opener)
    if (MEMOISES.test(callee) && !/^(?:Do|once)$/.test(callee)) {
      this.keep('result', way, block.from, callee)
      return
    }
    if (/^once$/i.test(callee)) {
      this.keep('result', way, block.from, callee)
      return
    }
    if (!TRANSPARENT.test(callee)) return
    if (call) this.value(call.whole, way)
    else {
      const name = this.source.isMark(block.from - 2, ')') ? (this.code.match[block.from - 2] ?? 1) - 1 : block.from - 2
      this.value({ from: this.source.chainStart(name), to: block.to + 1 }, way)
    }
  }

  /** A value in brackets: what a call is given, a part of a literal, or a group. */
  private inBrackets(opener: number, span: Span, way: Way): void {
    const { source } = this
    const close = this.code.match[opener] ?? -1
    if (close < 0) return
    const piece = source.piece(span.from)
    const { key } = source.keyed(piece)
    if (key !== undefined && this.isOfOtherRule(key, opener, piece.from + 2, way)) return
    if (isCompared(this.source, span, piece.from)) return
    const call = source.callOf(opener)
    if (call) {
      this.given(call, { from: Math.max(piece.from, call.given.from), to: piece.to }, way)
      return
    }
    if (source.isMark(opener, '(')) {
      this.grouped(opener, close, span, way)
      return
    }
    if (source.isMark(opener, '[')) {
      const isIndex = source.token(opener - 1).kind === 'name' || source.isMark(opener - 1, ')', ']')
      if (!isIndex || source.token(opener - 1).value === 'vec') this.value({ from: opener, to: close + 1 }, way)
      return
    }
    this.literal(opener, close, way)
  }

  /** Brackets around an expression, or behind a word such as `using`. */
  private grouped(opener: number, close: number, { from }: Span, way: Way): void {
    const { source } = this
    const mark = source.assignmentIn({ from: source.piece(from).from, to: from })
    if (mark !== undefined) {
      this.assigned({ from: source.piece(from).from, to: mark }, mark, way)
      return
    }
    const word = source.token(opener - 1)
    if (word.kind === 'name' && /^(?:if|while|switch|for|catch|assert|foreach)$/.test(word.value)) return
    this.value({ from: opener, to: close + 1 }, way)
  }

  /** A value in a literal with a type, or in a list of keys. */
  private literal(opener: number, close: number, way: Way): void {
    const type = this.source.token(opener - 1)
    const isTyped = type.kind === 'name' && this.code.language.hasTypedLiterals === true
    if (!isTyped) {
      this.value({ from: opener, to: close + 1 }, way)
      return
    }
    if (!SHORT_LIVED.test(type.value))
      this.value({ from: this.source.chainStart(opener - 1), to: close + 1 }, { ...way, holds: 'object' })
  }

  /** A value that a call is given. */
  private given(call: { name: string; at: number; whole: Span; given: Span }, piece: Span, way: Way): void {
    const { source } = this
    const { name, at, whole } = call
    const isNew = source.token(whole.from - 1).value === 'new'
    if (SETS_ENVIRONMENT.test(name)) {
      this.keep('environment', way, at, name)
      return
    }
    if (name === 'resolve' && !source.isLinked(at)) {
      this.resolved(at, way)
      return
    }
    const own = source
      .functionsNamed(name)
      .filter(
        block => block.params !== undefined && !(at >= block.head && at < block.from) && isOfClass(source, at, block)
      )
    if (own.length > 0 && !isNew) {
      this.argument(own, call, piece, way)
      return
    }
    const receiver = { from: whole.from, to: at - 1 }
    if (SETS.test(name) && source.isLinked(at) && !isNew) {
      const target = source.targetOf(receiver)
      const isChained = source.isMark(whole.to, '.')
      if (target && !isChained) {
        this.stored(target, receiver, at, { ...way, holds: 'object' })
        return
      }
    }
    const goesOn = way.holds === 'token' ? TRANSPARENT : WRAPS
    if (goesOn.test(name)) {
      this.value(isNew ? { from: whole.from - 1, to: whole.to } : whole, way)
      return
    }
    const isClass = isNew || isConstructor(this.source, name)
    const isMade = isClass || OBJECT.test(name) || (BUILDS.test(name) && source.isLinked(at))
    if (isMade && !SHORT_LIVED.test(madeName(source, call))) this.value(whole, { ...way, holds: 'object' })
  }

  /** The value of a promise: `new Promise(resolve => … resolve(token))`. */
  private resolved(at: number, way: Way): void {
    const { block } = this.source.declared(at)
    const call = block && this.source.callOf(this.code.opener[block.from - 1] ?? -1)
    if (call?.name === 'Promise') this.value({ from: call.whole.from - 1, to: call.whole.to }, way)
  }

  /** A function of the file that is given the value. */
  private argument(
    blocks: readonly Block[],
    { given, whole }: { given: Span; whole: Span },
    piece: Span,
    way: Way
  ): void {
    const { source } = this
    const index = source.values(given).findIndex(value => value.from === piece.from)
    const { key } = source.keyed(piece)
    for (const block of blocks) {
      const names = source.parameterNames(block)
      const name = key !== undefined && names.includes(key) ? key : names[index]
      if (name !== undefined && name !== '')
        this.uses(name, block, block.from - 1, { ...way, calls: [...way.calls, whole] })
    }
  }
}
