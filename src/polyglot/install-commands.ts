/**
 * How the install commands of all ecosystems begin. The `install.ts` of an ecosystem has the words and options of its
 * own.
 */

import { groupBy } from '../collections.ts'
import type { Ecosystem, InstallCommand } from '../ecosystems/ecosystem.ts'
import { ecosystems } from '../ecosystems/index.ts'
import { baseName } from '../paths.ts'
import type { Argument } from './scope.ts'

/** The first words of an install command, in one of the ways to write them. */
export interface CommandPrefix {
  readonly ecosystem: Ecosystem
  readonly command: InstallCommand
  readonly program: string
  /** The words after the program. */
  readonly words: readonly string[]
  /** The options whose value is the next word. */
  readonly valued: ReadonlySet<string>
}

const VERSION_OF_PROGRAM = /\d+(?:\.\d+)*$/
/** `$PIP`, `${PIP}`, `"${NPM}"`: a variable without a known value most likely has the name of its program. */
const NAMED_BY_VARIABLE = /^\$[({]?(?<name>[A-Za-z_]+)[\d.]*[)}]?$/
const EXECUTABLE = /\.exe$/i
/** In characters. */
const LONGEST_PROGRAM = 200

const PREFIXES = groupBy(allPrefixes(), ({ program }) => program)

/**
 * Matches a text that names a program which installs packages; `client-go` and `go-client` are none. Any other text need not be
 * read.
 */
export const INSTALLER = new RegExp(`\\b(?<!-)(?:${[...PREFIXES.keys()].join('|')})[\\d.]*\\b(?!-)`, 'i')

/** The ways in which the install commands of a program begin; none for any other program. */
export function prefixesOf(program: string): readonly CommandPrefix[] {
  return PREFIXES.get(program) ?? []
}

/** The name of the program that a word runs: `pip` for `/opt/venv/bin/pip3.11`. */
export function programOf({ value: { text } }: Argument): string {
  if (text.length < LONGEST_PROGRAM) {
    const name = NAMED_BY_VARIABLE.exec(text)?.groups?.['name']
    if (name !== undefined) return name.toLowerCase()
  }
  const program = baseName(text).replace(EXECUTABLE, '')
  return program.length < LONGEST_PROGRAM ? program.replace(VERSION_OF_PROGRAM, '') : ''
}

/** The index after the words of a prefix, with any options between them; undefined if other words follow. */
export function endOfPrefix(
  { words, valued }: CommandPrefix,
  found: readonly Argument[],
  from: number
): number | undefined {
  let end: number | undefined = from
  for (const word of words) {
    end = endOfWord(word, valued, found, end)
    if (end === undefined) return undefined
  }
  return end
}

function endOfWord(
  word: string,
  valued: ReadonlySet<string>,
  found: readonly Argument[],
  from: number
): number | undefined {
  for (let index = from; index < found.length; index++) {
    const text = found[index]?.value.text ?? ''
    if (text === word) return index + 1
    if (!text.startsWith('-')) return word === '*' ? index + 1 : undefined
    if (valued.has(text)) index++
  }
  return undefined
}

function allPrefixes(): CommandPrefix[] {
  return ecosystems.flatMap(ecosystem =>
    (ecosystem.installs?.commands ?? []).flatMap(command => {
      const valued = new Set(command.valued)
      return command.words.map(written => {
        const [program = '', ...words] = written.split(' ')
        return { ecosystem, command, program, words, valued }
      })
    })
  )
}
