/**
 * The packages that the commands of a shell install by name. What such a command looks like is known to its ecosystem;
 * here stand the shells and the programs that run another one. Leaves out on purpose: the files that a command reads
 * (`-r requirements.txt`), whose paths are seldom the repository's; commands inside `$(…)`.
 */

import type { Ecosystem, InstallCommand, InstallTarget } from '../ecosystems/ecosystem.ts'
import type { Entry, GapEntry, PackageEntry, UpgradeContext } from '../ecosystems/file-format.ts'
import { ecosystemOf, ecosystems } from '../ecosystems/index.ts'
import { baseName } from '../paths.ts'
import { type Assembled, cut, offsetIn } from '../syntax/assembled.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { DECLARES, readShell, type ShellCommand } from '../syntax/shell.ts'
import { type Argument, type Scope, textOfWord } from './scope.ts'

/** A way to begin an install command. */
interface Beginning {
  readonly ecosystem: Ecosystem
  readonly command: InstallCommand
  /** The words behind the program. */
  readonly words: readonly string[]
  readonly valued: ReadonlySet<string>
}

/** `$SHELL` is one of them, whichever it is. */
const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh', 'su', 'shell'])
/** Programs that run the command that their arguments name, behind options and values of their own. */
const RUNNERS = new Set([
  ...[
    'sudo',
    'env',
    'exec',
    'command',
    'nohup',
    'time',
    'nice',
    'timeout',
    'xargs',
    'eval',
    'gosu',
    'su-exec',
    'chroot'
  ],
  ...[
    'retry',
    'travis_retry',
    'docker',
    'podman',
    'kubectl',
    'conda',
    'poetry',
    'pipenv',
    'uv',
    'hatch',
    'pdm',
    'doas'
  ],
  ...['powershell', 'pwsh', 'cmd', 'runuser', 'setpriv', 'stdbuf', 'unbuffer', 'xvfb-run', 'catchsegv', 'micromamba']
])
const SHELL_COMMAND = /^-[A-Za-z]*c$/
const SHEBANG = /^#!(?!.*\b(?:ba|da|a|k|z)?sh\b)/
const VERSION_OF_PROGRAM = /\d+(?:\.\d+)*$/
/** `$PIP`, `${PIP}`, `"${NPM}"`: a variable that nobody assigns is most likely called like what it holds. */
const NAMED_BY_VARIABLE = /^\$[({]?(?<name>[A-Za-z_]+)[\d.]*[)}]?$/
const EXECUTABLE = /\.exe$/i

/** An argument whose very beginning a variable or another command gives: it may be any package. */
const COMPUTED = /^[$`]/

/** How deep scripts inside scripts are read: `sh -c "sh -c '…'"`. */
const DEEPEST = 5

/** How many words of a command that runs another one are tried as that one: each may have options without end. */
const MOST_PROGRAMS = 20

/** In characters. No person writes a longer script, and the words of one of 50 MB fill the memory. */
const LONGEST = 1_000_000

const BEGINNINGS = beginnings()

/** Whether a text holds the name of a program that installs packages. Where it does not, it need not be read. */
export const INSTALLER = new RegExp(`\\b(?:${[...BEGINNINGS.keys()].join('|')})[\\d.]*\\b`, 'i')

/** The install commands of a script. Throws `SyntaxFault` as `readShell` does. `file` is the whole file. */
export function* installedBy(script: Assembled, scope: Scope, file: string, depth = 0): Generator<Entry> {
  if (depth > DEEPEST) {
    if (INSTALLER.test(script.text))
      yield { gap: 'a script inside too many others is not read', text: script.text, at: offsetIn(script, 0) }
    return
  }
  for (const command of readShell(script)) {
    const found = command.words.flatMap(word => scope.argumentsOf(word))
    yield* installedByCommand(found, command.documents, scope, file, depth)
    assignTo(scope, command, found)
  }
}

/**
 * The install commands of a script that is a part of its file. Whatever shell runs it may be another one, so that what has
 * no end here may be no fault at all: the other parts are read.
 */
export function* installedByPart(script: Assembled, scope: Scope, file: string): Generator<Entry> {
  try {
    yield* installedBy(script, scope, file)
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    const rest = file.slice(error.at, offsetIn(script, script.text.length - 1) + 1)
    if (INSTALLER.test(rest)) yield { gap: `not read further: ${error.message}`, text: rest, at: error.at }
  }
}

/** The packages that one command installs. */
export function* installedByCommand(
  words: readonly Argument[],
  documents: readonly Assembled[],
  scope: Scope,
  file: string,
  depth = 0
): Generator<Entry> {
  const [first] = words
  if (!first) {
    for (const document of documents)
      if (!SHEBANG.test(document.text)) yield* installedBy(document, scope, file, depth + 1)
    return
  }
  const last = RUNNERS.has(programOf(first)) ? words.length : 1
  let tried = 0
  for (let index = 0; index < last; index++) {
    const word = words[index]
    if (!word) return
    const program = programOf(word)
    if (SHELLS.has(program)) {
      const option = words.findIndex(({ value }, at) => at > index && SHELL_COMMAND.test(value.text))
      const script = option < 0 ? undefined : words[option + 1]
      if (script) yield* installedBy(script.value, scope, file, depth + 1)
      else for (const document of documents) yield* installedBy(document, scope, file, depth + 1)
      return
    }
    const candidates = BEGINNINGS.get(program)
    if (candidates && ++tried > MOST_PROGRAMS) {
      const rest = words.slice(index).map(({ value }) => value.text)
      yield { gap: 'nothing tells which of these words is the program', text: rest.join(' '), at: word.start }
      return
    }
    for (const beginning of candidates ?? []) {
      const rest = behind(beginning, words, index + 1)
      if (rest === undefined) continue
      yield* ordered(beginning, words.slice(rest), file)
      return
    }
  }
}

/** The edit that brings an installed package to a version. */
export function upgradeInstall(name: string, version: string, present: UpgradeContext): readonly string[] {
  if (present.usedAt !== undefined) return [`# in the variable on this line: ${version}`]
  const edit = ecosystemOf(present.ecosystem ?? '')?.installs?.edit(name, version, present.requirement)
  return edit === undefined ? [] : [`# on this line: ${edit}`]
}

/** What of a text is read. */
export function withinLimit(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST) : text
}

/** The fault of a text that is not read to its end. */
export function tooLong(text: string): SyntaxFault | undefined {
  if (text.length <= LONGEST) return undefined
  return new SyntaxFault(`longer than ${LONGEST} characters: not read further`, LONGEST)
}

/** Leaves out what repeats a package at the same place: one variable may carry the version for several commands. */
export function* onceEach(entries: Iterable<Entry>): Generator<Entry> {
  const seen = new Set<string>()
  for (const entry of entries) {
    const key = 'name' in entry ? `${entry.at} ${entry.ecosystem} ${entry.name}` : undefined
    if (key !== undefined && seen.has(key)) continue
    if (key !== undefined) seen.add(key)
    yield entry
  }
}

function beginnings(): ReadonlyMap<string, readonly Beginning[]> {
  const all = new Map<string, Beginning[]>()
  for (const ecosystem of ecosystems) {
    for (const command of ecosystem.installs?.commands ?? []) {
      const valued = new Set(command.valued)
      for (const written of command.words) {
        const [program = '', ...words] = written.split(' ')
        const beginning = { ecosystem, command, words, valued }
        const others = all.get(program)
        if (others) others.push(beginning)
        else all.set(program, [beginning])
      }
    }
  }
  return all
}

/** `/opt/venv/bin/pip3.11` is `pip`. */
function programOf({ value: { text } }: Argument): string {
  const { name } = (text.length < 200 && NAMED_BY_VARIABLE.exec(text)?.groups) || {}
  if (name !== undefined) return name.toLowerCase()
  const program = baseName(text).replace(EXECUTABLE, '')
  return program.length < 200 ? program.replace(VERSION_OF_PROGRAM, '') : ''
}

/** The index behind the words of a beginning, options between them left aside; undefined where they are others. */
function behind({ words, valued }: Beginning, found: readonly Argument[], from: number): number | undefined {
  let index = from
  for (const word of words) {
    for (;;) {
      const text = found[index]?.value.text
      if (text === undefined) return undefined
      index++
      if (text === word) break
      if (!text.startsWith('-')) {
        if (word === '*') break
        return undefined
      }
      if (valued.has(text)) index++
    }
  }
  return index
}

/** The packages that the arguments of a command ask for. */
function* ordered(
  { ecosystem, command, valued }: Beginning,
  found: readonly Argument[],
  file: string
): Generator<Entry> {
  const packages: Argument[] = []
  let version: Argument | undefined
  let onlyArguments = false
  for (let index = 0; index < found.length; index++) {
    const argument = found[index]
    if (!argument) continue
    const { text } = argument.value
    if (onlyArguments || !text.startsWith('-') || text === '-') {
      if (command.onlyOptions !== true) packages.push(argument)
      continue
    }
    onlyArguments = text === '--'
    const equals = text.indexOf('=')
    const option = equals < 0 ? text : text.slice(0, equals)
    const takes = valued.has(option) || command.packages?.includes(option) || command.versions?.includes(option)
    const value = !takes ? undefined : equals < 0 ? found[++index] : withoutFirst(argument, equals + 1)
    if (value && command.packages?.includes(option)) packages.push(value)
    if (value && command.versions?.includes(option)) version = value
  }
  const entries = packages.flatMap(argument => placed(ecosystem.id, file, argument, command.read) ?? [])
  const [only] = entries
  const stated =
    entries.length === 1 && only && 'name' in only && only.requirement.kind === 'none' && version
      ? versionOf(only.name, version)
      : undefined
  if (stated) yield stated
  else yield* entries

  /** The entry of the only package with the version that an option gives it. */
  function versionOf(name: string, argument: Argument): PackageEntry | GapEntry | undefined {
    return placed(ecosystem.id, file, argument, text => {
      const found = command.readVersion?.(text)
      return found && found.requirement.kind !== 'none' ? { name, ...found } : undefined
    })
  }
}

/** The entry of an argument, with the values of variables where its requirement then stands in one piece. */
function placed(
  ecosystem: string,
  file: string,
  argument: Argument,
  read: (text: string) => InstallTarget | undefined
): PackageEntry | GapEntry | undefined {
  const { value, written, start, end } = argument
  let last: GapEntry | undefined
  for (const source of value === written ? [value] : [value, written]) {
    const found = read(source.text)
    if (!found) return undefined
    if ('gap' in found) {
      const computed = COMPUTED.test(source.text) ? ({ computed: true } as const) : {}
      last ??= { gap: found.gap, text: source.text, at: start, ...computed }
      continue
    }
    const { requirement, name } = found
    const at = offsetIn(source, found.at)
    if (file.startsWith(requirement.kind === 'none' ? name : requirement.text, at)) {
      const usedAt = at < start || at >= end ? { usedAt: start } : {}
      return { ...found, ecosystem, at, direct: true, ...usedAt }
    }
    last = { gap: 'the requirement is written with escapes', text: name, at: start }
  }
  return last
}

function withoutFirst(argument: Argument, length: number): Argument {
  const rest = (text: Assembled) => cut(text, length, text.text.length)
  return { ...argument, value: rest(argument.value), written: rest(argument.written) }
}

/** What a command does to the variables of its script. */
function assignTo(scope: Scope, { assignments, words }: ShellCommand, found: readonly Argument[]): void {
  const [command = '', name = '', between] = words.slice(0, 3).map(textOfWord)
  // `NAME=value command` gives the variable to that command alone.
  if (words.length === 0 || DECLARES.has(command)) {
    for (const { name, values } of assignments)
      scope.assign(
        name,
        values.flatMap(word => scope.valuesOf(word))
      )
  }
  if (command === 'for' && between === 'in')
    scope.assign(
      name,
      found.slice(3).map(({ value }) => value)
    )
  else if (command === 'read') for (const word of words.slice(1)) scope.assign(textOfWord(word), undefined)
}
