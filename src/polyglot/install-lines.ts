/**
 * The packages that the commands of a shell install by name: the shells, the programs that run another command, and the
 * variables. Deliberately ignored: the files that a command reads (`-r requirements.txt`), whose paths are seldom in
 * the repository; commands inside `$(…)`.
 */

import type { Entry, FileFormat, UpgradeContext } from '../ecosystems/file-format.ts'
import { ecosystemOf, ecosystems } from '../ecosystems/index.ts'
import { withoutRepeats } from '../ecosystems/repeats.ts'
import type { FixStep } from '../model/verdict.ts'
import { type Assembled, offsetIn } from '../syntax/assembled.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { lines } from '../syntax/lines.ts'
import { DECLARES, readShell, type ShellCommand } from '../syntax/shell.ts'
import { installedPackages } from './install-arguments.ts'
import { endOfPrefix, INSTALLER, prefixesOf, programOf } from './install-commands.ts'
import { type Argument, type Scope, textOfWord } from './scope.ts'

/** Programs that run a script; `$SHELL` is one of them. */
const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh', 'su', 'shell'])
/** Programs that run the command in their arguments, after options and values of their own. */
const RUNNERS = new Set([
  ...`sudo env exec command nohup time nice timeout xargs eval gosu su-exec chroot retry travis_retry docker podman kubectl
  doas powershell pwsh cmd runuser setpriv stdbuf unbuffer xvfb-run catchsegv`.split(/\s+/),
  ...ecosystems.flatMap(({ installs }) => installs?.runners ?? [])
])
const SHELL_COMMAND = /^-[A-Za-z]*c$/
const SHEBANG = /^#!(?!.*\b(?:ba|da|a|k|z)?sh\b)/

/** How deep scripts inside scripts are read: `sh -c "sh -c '…'"`. */
const DEEPEST = 5

/** How many words of a runner are tried as the program: each may have any number of options. */
const MOST_PROGRAMS = 20

/** The program with something behind it: no part of a name such as `go-micro`, nor the end of a path. */
const RUNS_INSTALLER = new RegExp(`(?:${INSTALLER.source})(?:\\.exe)?["']?\\s`, INSTALLER.flags)
/** A comment, or a command that shows a text and runs nothing in it. */
const PRINTS = /^\s*(?:#|\/\/|(?:echo|printf)\b[^|;&$`]*$)/
const INSTALL_WORD = /\b(?:install|add|get|i)\b/
/** The end of a line that a shell joins with the next one. */
const CONTINUED = /\\\r?$/

/** In characters. People write no longer script, and the words of one of 50 MB fill the memory. */
const LONGEST = 1_000_000

/** Reads the scripts of one file. Every method throws `SyntaxFault` as `readShell` does, except `part`. */
export class ScriptReader {
  private readonly file: string
  private readonly scope: Scope

  /** `file` is the text of the whole file, `scope` has the variables of the scripts. */
  constructor(file: string, scope: Scope) {
    this.file = file
    this.scope = scope
  }

  /** The packages that the commands of a script install. */
  *script(script: Assembled, depth = 0): Generator<Entry> {
    if (depth > DEEPEST) {
      if (INSTALLER.test(script.text))
        yield { gap: 'script nested too deeply: not read', text: script.text, at: offsetIn(script, 0) }
      return
    }
    for (const command of readShell(script)) {
      const words = command.words.flatMap(word => this.scope.argumentsOf(word))
      yield* this.command(words, command.documents, depth)
      assignTo(this.scope, command, words)
    }
  }

  /**
   * The packages of a script that is one of several in its file. The shell that runs it may have another syntax, so a
   * syntax fault ends this script only, and is a gap only if an installer may follow.
   */
  *part(script: Assembled): Generator<Entry> {
    try {
      yield* this.script(script)
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error
      const rest = this.file.slice(error.at, offsetIn(script, script.text.length - 1) + 1)
      if (INSTALLER.test(rest)) yield { gap: `not read further: ${error.message}`, text: rest, at: error.at }
    }
  }

  /** The packages that one command installs; `documents` are its here-documents. */
  *command(words: readonly Argument[], documents: readonly Assembled[], depth = 0): Generator<Entry> {
    const [first] = words
    if (!first) {
      for (const document of documents) if (!SHEBANG.test(document.text)) yield* this.script(document, depth + 1)
      return
    }
    const programs = RUNNERS.has(programOf(first)) ? words : [first]
    let tried = 0
    for (const [index, word] of programs.entries()) {
      const program = programOf(word)
      if (SHELLS.has(program)) return yield* this.shell(words.slice(index + 1), documents, depth)
      const prefixes = prefixesOf(program)
      if (prefixes.length > 0 && ++tried > MOST_PROGRAMS) {
        const rest = words.slice(index).map(({ value }) => value.text)
        yield { gap: 'cannot tell which word is the program', text: rest.join(' '), at: word.start }
        return
      }
      for (const prefix of prefixes) {
        const end = endOfPrefix(prefix, words, index + 1)
        if (end !== undefined) return yield* installedPackages(prefix, words.slice(end), this.file)
      }
    }
  }

  /** The packages that a shell installs: by the script after `-c`, else by its here-documents. */
  private *shell(words: readonly Argument[], documents: readonly Assembled[], depth: number): Generator<Entry> {
    const option = words.findIndex(({ value }) => SHELL_COMMAND.test(value.text))
    const script = option < 0 ? undefined : words[option + 1]
    if (script) yield* this.script(script.value, depth + 1)
    else for (const document of documents) yield* this.script(document, depth + 1)
  }
}

/**
 * Makes the `read` of a format with commands of a shell: skips a text without an installer, cuts a long one, drops
 * repeats. `read` gets the text up to the limit, and the whole text.
 */
export function installReader(read: (text: string, whole: string) => Generator<Entry>): FileFormat['read'] {
  return (whole, mentions) => withoutRepeats(readToLimit(whole, read, mentions))
}

function* readToLimit(
  whole: string,
  read: (text: string, whole: string) => Generator<Entry>,
  mentions?: (fragment: string) => boolean
): Generator<Entry> {
  if (!INSTALLER.test(whole)) return
  yield* read(withinLimit(whole), whole)
  const fault = tooLong(whole, mentions)
  if (fault) throw fault
}

/** The part of a text that is read. */
export function withinLimit(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST) : text
}

/**
 * The fault of a text that is not read to its end, if a command in the rest, or one that goes on there, may install a client.
 * `mentions` says whether a command may name one.
 */
export function tooLong(text: string, mentions: (fragment: string) => boolean = () => true): SyntaxFault | undefined {
  if (text.length <= LONGEST || !mayInstall(text.slice(commandBefore(text, LONGEST)), mentions)) return undefined
  return new SyntaxFault(`longer than ${LONGEST} characters: not read further`, LONGEST)
}

/** Whether a command of a text may install a client: it names one, or a variable. */
function mayInstall(text: string, mentions: (fragment: string) => boolean): boolean {
  let command = ''
  for (const line of lines(`${text} `)) {
    command += line.text.replace(CONTINUED, '')
    if (CONTINUED.test(line.text)) continue
    const installs = RUNS_INSTALLER.test(command) && !PRINTS.test(command)
    if (installs && (installsVariable(command) || mentions(command))) return true
    command = ''
  }
  return false
}

function installsVariable(command: string): boolean {
  const word = command.search(INSTALL_WORD)
  return word >= 0 && command.includes('$', word)
}

/** The offset of the line that an offset is on, with the lines that it continues. */
function commandBefore(text: string, offset: number): number {
  let start = offset
  do start = text.lastIndexOf('\n', start - 1)
  while (start > 0 && CONTINUED.test(text.slice(start - 2, start)))
  return start + 1
}

/** The edit that raises an installed package to a version. */
export function upgradeInstall(name: string, version: string, present: UpgradeContext): readonly FixStep[] {
  if (present.usedAt !== undefined) return [{ edit: 'set the variable on this line to', text: version }]
  const edit = ecosystemOf(present.ecosystem ?? '')?.installs?.edit(name, version, present.requirement)
  return edit === undefined ? [] : [{ edit: 'on this line', text: edit }]
}

/** Gives the variables of a script the values that a command assigns. */
function assignTo(scope: Scope, { assignments, words }: ShellCommand, found: readonly Argument[]): void {
  const [command = '', name = '', between] = words.slice(0, 3).map(textOfWord)
  // `NAME=value command` gives the variable to that command alone.
  if (words.length === 0 || DECLARES.has(command)) {
    for (const { name, values } of assignments) {
      const given = values.flatMap(word => scope.valuesOf(word))
      scope.assign(name, given)
    }
  }
  if (command === 'for' && between === 'in') {
    const items = found.slice(3).map(({ value }) => value)
    scope.assign(name, items)
  } else if (command === 'read') for (const word of words.slice(1)) scope.assign(textOfWord(word), undefined)
}
