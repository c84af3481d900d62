/**
 * The projects of a requirements file: the files that it was compiled from, by the command in the header that pip-compile,
 * `uv pip compile` and `uv export` write, or else by its comments, or else because it has hashes, which `poetry export`, `pdm export`
 * and `uv export --no-header` write and no person does; and the folders that it installs, whose requirements pip resolves together
 * with its own.
 * Specification: https://pip-tools.readthedocs.io/en/stable/cli/pip-compile/, https://docs.astral.sh/uv/pip/compile/,
 * https://python-poetry.org/docs/cli/#export, https://pip.pypa.io/en/stable/topics/secure-installs/,
 * https://pip.pypa.io/en/stable/topics/local-project-installs/. The paths of the command begin at a folder that the file does not
 * state, so they are read against the path of the output in the same command.
 */

import { posix } from 'node:path'
import { depth, folderName } from '../../paths.ts'
import type { Entry } from '../file-format.ts'
import { isArchive } from './requirement.ts'

/** The command, in a comment of its own. */
const COMMAND =
  /^#[ \t]+(?:\S+ -m )?(?<command>pip-compile|uv pip compile|piptools compile|pip-tools compile|uv export)\b(?<words>[^\n]*)/m
/** The project that requires a package: `# via name (pyproject.toml)`. */
const VIA_PROJECT = /[( /](?<file>pyproject\.toml|setup\.(?:py|cfg))\)/g
/** `.`, `-e ./folder`, `../folder[extra]`, `file:folder`, perhaps with a marker or a comment. */
const FOLDER =
  /^[ \t]*(?:(?:-e|--editable)[ \t=]*)?(?:file:(?!\/)(?<written>[^\s#;[]+)|(?<path>\.{1,2}(?:\/[^\s#;[]*)?))(?=(?:\[[^\]\s]*\])?(?:[\s#;]|$))/gm
/** pip then refuses every requirement without a version and a hash. */
const HASH = /[ \t]--hash[= ][a-z\d]+:[\da-f]{8}/
const WORD = /"[^"]*"|'[^']*'|\S+/g
const QUOTES = /^["']|["']$/g
const OUTPUT = /^(?:-o|--output-file)(?:=(?<path>.+))?$/
const INPUT = /^[^-].*\.(?:in|txt|toml|py|cfg)$/

/** The files and folders, relative to the requirements file. */
export function* projectsOf(text: string): Generator<Entry> {
  const match = COMMAND.exec(text)
  const { command, words = '' } = match?.groups ?? {}
  const { inputs, output } = pathsIn(words)
  if (command === 'uv export') inputs.push('pyproject.toml')
  const named = inputs.flatMap(input => fromOutput(output ?? input, input) ?? [])
  for (const member of named) yield { member, at: match?.index ?? 0 }
  // A command of the project's own, such as `make lock`.
  const other = new Map(Array.from(text.matchAll(VIA_PROJECT), ({ groups, index }) => [groups?.['file'] ?? '', index]))
  if (named.length === 0) for (const [member, at] of other) yield { member, at }
  const hash = HASH.exec(text)
  if (named.length + other.size === 0 && !match && hash) yield { member: 'pyproject.toml', at: hash.index }
  for (const { groups, index } of text.matchAll(FOLDER)) {
    const member = groups?.['written'] ?? groups?.['path'] ?? '.'
    if (!isArchive(member)) yield { member, apart: true, at: index }
  }
}

/** An input of a command, from the folder of its output; undefined for an output that is elsewhere than below the start. */
function fromOutput(output: string, input: string): string | undefined {
  const folder = posix.normalize(folderName(output))
  if (folder === '.') return input
  return folder.startsWith('..') || folder.startsWith('/') ? undefined : `${'../'.repeat(depth(folder))}${input}`
}

/** The paths among the words of a command. */
function pathsIn(text: string): { inputs: string[]; output: string | undefined } {
  const words = Array.from(text.matchAll(WORD), ([word]) => word.replace(QUOTES, ''))
  const inputs: string[] = []
  let output: string | undefined
  for (const [index, word] of words.entries()) {
    const option = OUTPUT.exec(word)
    if (option) output = option.groups?.['path'] ?? words[index + 1]
    else if (INPUT.test(word) && words[index - 1]?.search(OUTPUT) !== 0) inputs.push(word)
  }
  return { inputs, output }
}
