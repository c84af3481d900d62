/**
 * What a script does with the token of its pod. A value that a script reads lives as long as what holds it: a file, the environment of a
 * program that it starts, a loop without an end. A read for each request, or for one request, harms nobody.
 */

import { memoised } from '../../collections.ts'
import { offsetIn } from '../../syntax/assembled.ts'
import type { Loop } from '../../syntax/shell.ts'
import type { FactQuery } from '../hazard.ts'
import { requestsToken } from './kubectl.ts'
import { beginOf, calledAgain, functionFinder, isCalledAgain } from './renewal.ts'
import { type Command, everyCommand, programOf, readScript, type Script, type Text } from './script.ts'
import { isAllOfTokenFolder, isTokenPath, TOKEN_FOLDER } from './token-path.ts'
import { isUnbounded } from './unbounded.ts'

/**
 * What keeps the value. `reviewer`: the configuration of Vault. `kubeconfig`: a kubeconfig. `file`: another file. `program`: a program that
 * the script starts and leaves running. `loop`: a loop without an end.
 */
export type Keeper = 'reviewer' | 'kubeconfig' | 'file' | 'program' | 'loop'

/** One read of the token whose value is kept. */
export interface TokenUse {
  readonly keeper: Keeper
  /** The offset of what a person would change. */
  readonly at: number
  /** None of it, if the repository states this. */
  readonly unless?: FactQuery
}

/** A variable with the value of the token. */
interface Held {
  /** The offset at which it is read. */
  readonly read: number
  readonly command: Command
  isExported: boolean
  /** Whether it is the token of another container: only Vault is harmed by that. */
  readonly isOfOther: boolean
}

/** A use that was found, and which read it is of. */
interface Found extends TokenUse {
  readonly read: number
}

/** From the most telling one on: a read is reported once. */
const KEEPERS: readonly Keeper[] = ['reviewer', 'kubeconfig', 'loop', 'program', 'file']
const SHELL = /^(?:ba|da|a|z|k)?sh$/
/** What a program is given that a script runs in its own place: all arguments of the script. */
const ALL_ARGUMENTS = /^["']?\$(?:[@*]|\{[@*]\})["']?$/
const RECURSIVE = /^-(?:-recursive$|-archive$|[a-zA-Z]*[rRa])/
const READS = /^(?:cat|tr|head|tail|sed|awk|gawk|cut|base64|xargs|paste|)$/
const COPIES = /^(?:cp|install|mv|rsync)$/
const WRITES = /^(?:cat|tr|head|tail|sed|awk|gawk|cut|echo|printf|tee|envsubst)$/
/** Programs that end by themselves. */
const ENDS =
  /^(?:curl|wget|http|kubectl|oc|helm|jq|yq|vault|git|echo|printf|test|\[|\[\[|exit|return|cat|grep|sed|awk|sleep|wait|export|set|unset|cd|mkdir|chmod|rm|cp|mv|ls|touch|date|id|tee|)$/
const KUBECONFIG_FILE = /kubeconfig|kube\/config|\.kube\b|net\.d\//
const KUBECONFIG_TEXT = /^\s*(?:kind:\s*Config\b|users:|clusters:|current-context:)/m
const TOKEN_KEY = /\btoken["']?:[ \t]*["']?$/
const NO_FILE = /^(?:\/dev\/|&|-$|\d$)/
const WITHOUT_DURATION = /--duration\b/

/** The reads of the token whose value a script keeps, each once. */
export function tokenUses(script: Script): readonly TokenUse[] {
  const before = known.get(script)
  if (before) return before
  const uses = TELLS.test(script.text.text) ? usesOf(script) : []
  known.set(script, uses)
  return uses
}

/** In every script that reads the token of its pod, or gives Vault one. */
const TELLS = /kubernetes\.io\/serviceaccount|token_reviewer_jwt/

/** Several rules ask for the uses in one script. */
const known = new WeakMap<Script, readonly TokenUse[]>()

function usesOf(script: Script): readonly TokenUse[] {
  const best = new Map<number, Found>()
  for (const use of new TokenReader(script).uses()) {
    const before = best.get(use.read)
    if (!before || KEEPERS.indexOf(use.keeper) < KEEPERS.indexOf(before.keeper)) best.set(use.read, use)
  }
  const functionAt = functionFinder(script)
  return Array.from(best.values(), ({ keeper, at, read }) => {
    const own = functionAt(read)
    const isOfOwn = own !== undefined && own === functionAt(at)
    const unless = script.withoutToken === true ? undefined : (script.withoutToken ?? (isOfOwn && isCalledAgain(own)))
    return { keeper, at, ...(unless ? { unless } : {}) }
  }).sort((a, b) => a.at - b.at)
}

class TokenReader {
  private readonly script: Script
  private readonly held = new Map<string, Held>()

  private readonly isEndless: (loop: Loop) => boolean
  private readonly functionAt: (at: number) => string | undefined
  /** What the loops without an end call. */
  private readonly calledAgain: ReadonlySet<string>

  constructor(script: Script) {
    this.script = script
    this.isEndless = memoised(loop => isUnbounded(loop, script))
    this.functionAt = functionFinder(script)
    this.calledAgain = new Set(Array.from(calledAgain(script), ({ name }) => name))
  }

  *uses(): Generator<Found> {
    for (const command of this.script.commands) {
      yield* this.reviewer(command)
      if (!this.isRenewed(command)) {
        yield* this.kubeconfig(command)
        yield* this.file(command)
        yield* this.loop(command)
        yield* this.program(command)
      }
      this.hold(command)
    }
  }

  /** Whether a loop without an end does this again and again, and reads the token each time. */
  private isRenewed(command: Command): boolean {
    const held = [...this.held.values()].filter(({ isOfOther }) => !isOfOther)
    if (command.loops.some(this.isEndless) && held.length === 0) return true
    const own = this.functionOf(command)
    return (
      own !== undefined && this.calledAgain.has(own) && held.every(({ command: of }) => this.functionOf(of) === own)
    )
  }

  private functionOf(command: Command): string | undefined {
    const at = beginOf(command)
    return at === undefined ? undefined : this.functionAt(at)
  }

  /** Keeps what a command assigns. */
  private hold(command: Command): void {
    const isExported = command.words.some(({ text }) => text === 'export' || text === '-x')
    for (const { name, value } of command.assignments) {
      const before = this.heldBy(value, true)
      if (readsToken(value)) this.held.set(name, { read: value.at, command, isExported, isOfOther: false })
      else if (readsOther(value)) this.held.set(name, { read: value.at, command, isExported, isOfOther: true })
      else if (before) this.held.set(name, { ...before, isExported })
      // The branch before may have run instead.
      else if (!command.isOtherwise) this.held.delete(name)
    }
    if (programOf(command) === 'read' && inputOf(command)) {
      const name = command.words.at(-1)
      if (name)
        this.held.set(name.text, {
          read: command.words[0]?.at ?? name.at,
          command,
          isExported: false,
          isOfOther: false
        })
    }
    if (isExported) for (const { text } of command.words) this.export(text)
  }

  private export(name: string): void {
    const held = this.held.get(name)
    if (held) held.isExported = true
  }

  /** The token that a word holds in a variable; of another container only if asked for. */
  private heldBy({ variables }: Text, ofOther = false): Held | undefined {
    for (const name of variables) {
      const held = this.own(name)
      if (held) return held
    }
    return ofOther ? variables.map(name => this.held.get(name)).find(held => held !== undefined) : undefined
  }

  /** The token of the container in a variable. */
  private own(name: string): Held | undefined {
    const held = this.held.get(name)
    return held?.isOfOther ? undefined : held
  }

  /** Where the token in a word was read: in the word itself, or before. */
  private readOf(word: Text): number | undefined {
    return readsToken(word) ? word.at : this.heldBy(word)?.read
  }

  /** `vault write auth/kubernetes/config token_reviewer_jwt=…`. */
  private *reviewer({ words }: Command): Generator<Found> {
    for (const [index, word] of words.entries()) {
      if (isScriptOfShell(words, index) && word.text.includes('token_reviewer_jwt'))
        for (const command of readScript(word.written, { setting: 'once' }).script.commands)
          yield* this.reviewer(command)
      const [key, value = ''] = splitAt(word.text, '=')
      if (key !== 'token_reviewer_jwt') continue
      const isFile = value.startsWith('@') && isTokenPath(value.slice(1))
      const isOther = isFile || isShortLived(word) || readsOther(word)
      const read = this.readOf(word) ?? (isOther ? word.at : this.heldBy(word, true)?.read)
      if (read !== undefined) yield { keeper: 'reviewer', at: word.at, read }
    }
  }

  /** Commands and files that put the token into a kubeconfig. */
  private *kubeconfig(command: Command): Generator<Found> {
    const { words, documents, redirections } = command
    const texts = words.map(({ text }) => text)
    const sets = texts.includes('set-credentials') || (programOf(command) === 'oc' && texts.includes('login'))
    const edits =
      programOf(command) === 'sed' && [...words, ...redirections.map(({ target }) => target)].some(isKubeconfig)
    for (const [index, word] of words.entries()) {
      const isToken = sets && (word.text.startsWith('--token=') || texts[index - 1] === '--token')
      const read = isToken || edits ? this.readOf(word) : undefined
      if (read !== undefined) yield { keeper: 'kubeconfig', at: word.at, read }
    }
    if (fileWritten(command))
      for (const { text, variables, substitutions } of documents) {
        const isWhole = KUBECONFIG_TEXT.test(text.text)
        const reads = substitutions.filter(({ commands }) => runsRead(commands)).map(({ at }) => ({ at, read: at }))
        const inserted = variables.flatMap(({ name, at }) => {
          const held = this.own(name)
          return held ? [{ at, read: held.read }] : []
        })
        for (const { at, read } of [...reads, ...inserted])
          yield { keeper: isWhole || isTokenKey(text.text, at - offsetIn(text, 0)) ? 'kubeconfig' : 'file', at, read }
      }
  }

  /** Copies of the file, and files with the value. */
  private *file(command: Command): Generator<Found> {
    const { words } = command
    const program = programOf(command)
    const [first] = words
    if (!first) return
    if (COPIES.test(program) && copiesToken(words.slice(1, -1))) yield { keeper: 'file', at: first.at, read: first.at }
    const target = WRITES.test(program) ? fileWritten(command) : undefined
    if (!target) return
    if (words.slice(1).some(({ text }) => isTokenPath(text)) || inputOf(command))
      yield { keeper: 'file', at: first.at, read: first.at }
    for (const word of words.slice(1)) {
      const read = this.readOf(word)
      if (read !== undefined) yield { keeper: isKubeconfig(target) ? 'kubeconfig' : 'file', at: word.at, read }
    }
  }

  /** A loop without an end that uses what was read before it. */
  private *loop(command: Command): Generator<Found> {
    const endless = command.loops.filter(this.isEndless)
    if (endless.length === 0) return
    for (const inner of everyCommand([command])) {
      for (const word of [...inner.words, ...inner.assignments.map(({ value }) => value)]) {
        const held = this.heldBy(word)
        if (held && endless.some(loop => !held.command.loops.includes(loop)))
          yield { keeper: 'loop', at: held.read, read: held.read }
      }
    }
  }

  /** A program that goes on with the token in its environment or arguments. */
  private *program(command: Command): Generator<Found> {
    const { words, assignments, isBackground } = command
    const { setting, commands } = this.script
    const isEntry = setting !== 'file' || words.some(({ text }) => ALL_ARGUMENTS.test(text))
    const isLast = commands.at(-1) === command && setting !== 'once' && isEntry
    const stays = words[0]?.text === 'exec' || isBackground || isLast
    if (!stays || endsByItself(command)) return
    for (const word of [...words, ...assignments.map(({ value }) => value)]) {
      const read = this.readOf(word)
      if (read !== undefined) yield { keeper: 'program', at: read, read }
    }
    for (const { read, isExported, isOfOther } of this.held.values())
      if (isExported && !isOfOther) yield { keeper: 'program', at: read, read }
  }
}

/** Whether the program of a command ends by itself, and soon. */
export function endsByItself(command: Command): boolean {
  return ENDS.test(programOf(command))
}

/** Whether a word has the value of the token: `$(cat …/token)`. */
function readsToken({ substitutions }: Text): boolean {
  return substitutions.some(runsRead)
}

/** Whether commands print the token, whatever they make of it. In another container it is another token. */
function runsRead(commands: readonly Command[]): boolean {
  return commands.some(
    command =>
      READS.test(programOf(command)) &&
      (inputOf(command) || command.words.slice(1).some(({ text }) => isTokenPath(text)))
  )
}

/** Whether a word has the token of another container: `$(kubectl exec … cat …/token)`. */
function readsOther({ substitutions }: Text): boolean {
  return substitutions.some(commands =>
    commands.some(command => {
      const texts = command.words.map(({ text }) => text)
      return /^(?:kubectl|oc)$/.test(programOf(command)) && texts.includes('exec') && texts.some(isTokenPath)
    })
  )
}

/** Whether the token is among what a command copies: itself, or with its folder. */
function copiesToken(words: readonly Text[]): boolean {
  const isRecursive = words.some(({ text }) => RECURSIVE.test(text))
  return words.some(
    ({ text }) => isTokenPath(text) || isAllOfTokenFolder(text) || (isRecursive && TOKEN_FOLDER.test(text))
  )
}

/** Whether a word is the script of `sh -c`, also in another container. */
function isScriptOfShell(words: readonly Text[], index: number): boolean {
  const [shell, option] = [words[index - 2], words[index - 1]]
  return shell !== undefined && option?.text === '-c' && SHELL.test(shell.text.slice(shell.text.lastIndexOf('/') + 1))
}

/** Whether a command reads the token as its input. */
function inputOf({ redirections }: Command): boolean {
  return redirections.some(({ operator, target }) => operator === '<' && isTokenPath(target.text))
}

/** The file that a command writes; the terminal and other processes are none. */
function fileWritten(command: Command): Text | undefined {
  const written = command.redirections.find(
    ({ operator, target }) => operator.startsWith('>') && operator !== '>&' && !NO_FILE.test(target.text)
  )
  if (written) return written.target
  return programOf(command) === 'tee' ? command.words.slice(1).find(({ text }) => !text.startsWith('-')) : undefined
}

function isKubeconfig({ text }: Text): boolean {
  return KUBECONFIG_FILE.test(text)
}

function isTokenKey(text: string, index: number): boolean {
  return TOKEN_KEY.test(text.slice(Math.max(0, index - 100), index))
}

/** Whether a word has a token that `kubectl create token` makes for an hour. */
function isShortLived({ substitutions }: Text): boolean {
  return substitutions.some(commands =>
    commands.some(command => requestsToken(command) && !command.words.some(({ text }) => WITHOUT_DURATION.test(text)))
  )
}

/** A text before and after the first occurrence of a separator. */
function splitAt(text: string, separator: string): [before: string, after?: string] {
  const index = text.indexOf(separator)
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + separator.length)]
}
