/**
 * Shell scripts as hazards see them: commands with the values of constants, what runs inside of substitutions, and how long the script
 * lives.
 */

import { type Assembled, cut, joined, offsetIn } from '../../syntax/assembled.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import { type Loop, readShell, type ShellCommand } from '../../syntax/shell.ts'
import type { Word, WordPart } from '../../syntax/shell-word.ts'
import type { DocumentKind, FactQuery } from '../hazard.ts'

/** A shell script, in a file of its own or inside of another document. */
export const scripts: DocumentKind<Script> = { name: 'scripts' }

/**
 * Where a script runs. `pod`: the command of a container of a workload that stays. `once`: of a Job, or a step of a pipeline, which ends.
 * `image`: the command of an image. `file`: a file or a ConfigMap, which does not say.
 */
export type Setting = 'pod' | 'once' | 'image' | 'file'

/** A word of a command. */
export interface Text {
  /** With the values of variables that the script sets to a constant; others and substitutions as they are written. */
  readonly text: string
  /** As the script writes it, without quotes; an index of it is an offset of the file. */
  readonly written: Assembled
  /** The offset of its first character in the file. */
  readonly at: number
  /** The names of the variables in it. */
  readonly variables: readonly string[]
  /** The commands of each `$(…)` in it. */
  readonly substitutions: readonly (readonly Command[])[]
}

/** A simple command. */
export interface Command {
  readonly words: readonly Text[]
  readonly assignments: readonly { readonly name: string; readonly value: Text }[]
  readonly redirections: readonly { readonly operator: string; readonly target: Text }[]
  readonly documents: readonly HereText[]
  readonly loops: readonly Loop[]
  readonly isPiped: boolean
  readonly isBackground: boolean
  readonly isAlternative: boolean
  readonly isOtherwise: boolean
}

/** A here-document, with the commands that the shell runs in it. */
export interface HereText {
  readonly text: Assembled
  readonly variables: readonly { readonly name: string; readonly at: number }[]
  readonly substitutions: readonly { readonly commands: readonly Command[]; readonly at: number }[]
}

/** A script. */
export interface Script {
  readonly setting: Setting
  /** Set if its pod mounts no token, or mounts none if the repository states this. */
  readonly withoutToken?: true | FactQuery
  readonly text: Assembled
  readonly commands: readonly Command[]
  /** The here-documents of all commands. */
  readonly documents: readonly HereText[]
}

/** Substitutions in substitutions. */
const DEEPEST = 6
const SUBSTITUTION = /^(?:\$\((?!\()|`|[<>]\()/
/** The first character of every substitution. */
const COMPUTED = /^[$`<>]/
const IN_DOCUMENT =
  /\$\{(?<braced>[A-Za-z_]\w*)\}|\$(?<plain>[A-Za-z_]\w*)|\$\((?<command>[^()\n]{1,400})\)|`(?<ticks>[^`\n]{1,400})`/g
/** In characters, of the value of a variable: variables in variables do not make texts long. */
const LONGEST_VALUE = 1_000

/** Where and how a script runs. */
export type Run = Pick<Script, 'setting' | 'withoutToken'>

/** Reads a script. With a fault, it has the commands before it. */
export function readScript(text: Assembled, run: Run): { readonly script: Script; readonly fault?: SyntaxFault } {
  const reader = new ScriptReader()
  const commands: Command[] = []
  let fault: SyntaxFault | undefined
  try {
    for (const command of readShell(text)) commands.push(reader.command(command, 0))
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    fault = error
  }
  const script = { ...run, text, commands, documents: reader.documents }
  return fault ? { script, fault } : { script }
}

class ScriptReader {
  readonly documents: HereText[] = []
  private readonly constants = new Map<string, string>()

  command(command: ShellCommand, depth: number): Command {
    const { loops, isPiped, isBackground, isAlternative, isOtherwise } = command
    const words = command.words.map(word => this.text(word, depth))
    const assignments = command.assignments.map(({ name, values }) => ({
      name,
      value: this.text(values[0] ?? { parts: [], start: 0, end: 0 }, depth)
    }))
    const redirections = command.redirections.map(({ operator, target }) => ({
      operator,
      target: this.text(target, depth)
    }))
    const documents = command.documents.map(document => this.document(document, depth))
    for (const { name, value } of assignments) {
      if (value.substitutions.length > 0 || value.text.length > LONGEST_VALUE) this.constants.delete(name)
      else this.constants.set(name, value.text)
    }
    this.documents.push(...documents)
    return { words, assignments, redirections, documents, loops, isPiped, isBackground, isAlternative, isOtherwise }
  }

  /** The commands of a text; none where it cannot be read. */
  private commands(text: Assembled, depth: number): readonly Command[] {
    if (depth >= DEEPEST) return []
    const found: Command[] = []
    try {
      for (const command of readShell(text)) found.push(this.command(command, depth + 1))
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error
    }
    return found
  }

  private text({ parts, start }: Word, depth: number): Text {
    const [only] = parts
    // Most words are plain, and a script has thousands.
    if (parts.length === 1 && only && only.variable === undefined && !COMPUTED.test(only.text.text))
      return { text: only.text.text, written: only.text, at: start, variables: [], substitutions: [] }
    const written = joined(parts.map(part => part.text))
    return {
      text: parts.map(part => this.valueOf(part)).join(''),
      written,
      at: start,
      variables: parts.flatMap(({ variable }) => (variable === undefined ? [] : [variable])),
      substitutions: parts.flatMap(({ text }) => {
        const inner = substituted(text)
        return inner ? [this.commands(inner, depth)] : []
      })
    }
  }

  private valueOf({ text, variable, fallback }: WordPart): string {
    const known = variable === undefined ? undefined : this.constants.get(variable)
    return known ?? fallback?.text ?? text.text
  }

  private document(text: Assembled, depth: number): HereText {
    const variables: { name: string; at: number }[] = []
    const substitutions: { commands: readonly Command[]; at: number }[] = []
    for (const { index, groups } of text.text.matchAll(IN_DOCUMENT)) {
      const { braced, plain, command, ticks } = groups ?? {}
      const name = braced ?? plain
      const inner = command ?? ticks
      const at = offsetIn(text, index)
      if (name !== undefined) variables.push({ name, at })
      if (inner === undefined) continue
      const from = index + (command === undefined ? 1 : 2)
      substitutions.push({ commands: this.commands(cut(text, from, from + inner.length), depth), at })
    }
    return { text, variables, substitutions }
  }
}

/** The commands inside of `$(…)`, backticks and `<(…)`. */
function substituted(text: Assembled): Assembled | undefined {
  const opener = SUBSTITUTION.exec(text.text)?.[0]
  return opener === undefined ? undefined : cut(text, opener.length, text.text.length - 1)
}

/** All commands of a script and of the substitutions in it, those of a substitution before the command around them. */
export function* everyCommand(commands: readonly Command[]): Generator<Command> {
  for (const command of commands) {
    // Not one list of all: this is done for each command of a script, by each hazard.
    for (const { substitutions } of command.words) for (const inner of substitutions) yield* everyCommand(inner)
    for (const { value } of command.assignments) for (const inner of value.substitutions) yield* everyCommand(inner)
    for (const { target } of command.redirections) for (const inner of target.substitutions) yield* everyCommand(inner)
    for (const { substitutions } of command.documents)
      for (const inner of substitutions) yield* everyCommand(inner.commands)
    yield command
  }
}

/** The lists of commands that run one after the other: the script, and each substitution in it. `kept` leaves out some of a list. */
export function* everyList(
  commands: readonly Command[],
  kept: (list: readonly Command[]) => readonly Command[] = list => list
): Generator<readonly Command[]> {
  const list = kept(commands)
  yield list
  for (const { words, assignments, documents } of list) {
    for (const { substitutions } of words) for (const inner of substitutions) yield* everyList(inner, kept)
    for (const { value } of assignments) for (const inner of value.substitutions) yield* everyList(inner, kept)
    for (const { substitutions } of documents) for (const inner of substitutions) yield* everyList(inner.commands, kept)
  }
}

/** The commands that read the output of a command, one behind the other. */
export function pipedFrom(commands: readonly Command[], index: number): readonly Command[] {
  let end = index
  while (commands[end]?.isPiped && end - index < LONGEST_PIPE) end++
  return commands.slice(index + 1, end + 1)
}

/** Commands that are looked at behind one. */
const LONGEST_PIPE = 20

/** The program of a command without its folder, behind those that run another one. */
export function programOf({ words }: Command): string {
  const names = words.map(({ text }) => text.slice(text.lastIndexOf('/') + 1))
  return names.find(name => !RUNS_ANOTHER.has(name)) ?? ''
}

const RUNS_ANOTHER = new Set([
  'sudo',
  'exec',
  'env',
  'nohup',
  'command',
  'builtin',
  'time',
  'microk8s',
  'minikube',
  '--'
])
