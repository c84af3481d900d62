/**
 * `Dockerfile`: the packages that its `RUN` instructions install by name.
 * Specification: https://docs.docker.com/reference/dockerfile/. Leaves out on purpose: the image of `FROM` and what is in
 * it; `CMD`, `ENTRYPOINT` and `HEALTHCHECK`, which run later; files that `COPY` writes, also in here-documents. `ARG` has
 * the value that the file gives it, whatever a build is told.
 */

import type { Entry, FileFormat } from '../ecosystems/file-format.ts'
import { type Assembled, cut, offsetIn } from '../syntax/assembled.ts'
import { instructions } from '../syntax/dockerfile.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { parseJson } from '../syntax/json.ts'
import { readShell } from '../syntax/shell.ts'
import { items } from '../syntax/tree.ts'
import {
  INSTALLER,
  installedByCommand,
  installedByPart,
  onceEach,
  tooLong,
  upgradeInstall,
  withinLimit
} from './install-lines.ts'
import { type Argument, newBudget, type Scope, scopeWith, textOfWord } from './scope.ts'

type Values = Map<string, readonly Assembled[]>

/** No file has more variables, and no build as many that its stages take over from one another. */
const MOST_VARIABLES = 10_000
const MOST_TAKEN_OVER = 100_000

/** What is only called like one: documentation, templates of other programs, ignore files. */
const OTHER = /\.(?:md|txt|rst|html?|json|ya?ml|toml|py|go|js|ts|rb|sh|ps1|dockerignore|lock|sha256|pem)$/i
const FLAGS = /^(?:--[a-z][a-z-]*(?:=\S*)?\s+)+/
const STAGE = /^(?:--\S+\s+)*(?<image>\S+)(?:\s+as\s+(?<stage>\S+))?/i

export const dockerfile: FileFormat = {
  name: 'Dockerfile',
  role: { kind: 'manifest' },
  specification: 'https://docs.docker.com/reference/dockerfile/',
  names: {
    pattern: /(?:^|\/)(?:Dockerfile|Containerfile)(?:[._-][^/]*)?$|\.(?:dockerfile|containerfile)$/i,
    except: OTHER
  },
  read: text => onceEach(read(text)),
  upgrade: upgradeInstall
}

function* read(whole: string): Generator<Entry> {
  if (!INSTALLER.test(whole)) return
  const text = withinLimit(whole)
  const fault = tooLong(whole)
  /** The arguments before the first `FROM`, which a stage has to ask for by name. */
  const globals: Values = new Map()
  /** The environment of each stage so far, by its name. */
  const stages = new Map<string, Values>()
  let environment: Values = new Map()
  let values: Values = globals
  const budget = newBudget()
  let takenOver = 0

  for (const { name, body } of instructions(text)) {
    if (name === 'FROM') {
      const { image = '', stage } = STAGE.exec(body.text)?.groups ?? {}
      const above = stages.get(image.toLowerCase())
      takenOver += above?.size ?? 0
      // Beyond the limit variables are unknown, and what they stand for is told as that.
      environment = new Map(takenOver > MOST_TAKEN_OVER ? undefined : above)
      if (stage !== undefined) stages.set(stage.toLowerCase(), environment)
      values = new Map(environment)
    } else if (name === 'ARG' || name === 'ENV') {
      for (const [key, value] of assigned(name, body, scopeWith(values, budget), globals)) {
        // The environment wins over an argument of the same name.
        if ((name === 'ARG' && environment.has(key)) || values.size >= MOST_VARIABLES) continue
        values.set(key, value)
        if (name === 'ENV') environment.set(key, value)
      }
    } else if (name === 'RUN') yield* run(body, scopeWith(values, budget), text)
  }
  if (fault) throw fault
}

function* run(body: Assembled, scope: Scope, file: string): Generator<Entry> {
  const command = cut(body, FLAGS.exec(body.text)?.[0].length ?? 0, body.text.length)
  const words = execForm(command)
  if (words) yield* installedByCommand(words, [], scope, file)
  else yield* installedByPart(command, scope, file)
}

/** `["pip", "install", "name"]`; undefined for any other text, which is a script. */
function execForm(command: Assembled): Argument[] | undefined {
  if (!command.text.startsWith('[')) return undefined
  const { root, fault } = parseJson(command.text)
  if (fault || root.kind !== 'list') return undefined
  return items(root).flatMap((item): Argument[] => {
    if (item.kind !== 'text') return []
    const written = cut(command, item.at, item.at + item.value.length)
    const value = { ...written, text: item.value }
    const start = offsetIn(command, item.at)
    return [{ value, written: value, start, end: offsetIn(command, item.at + item.value.length) }]
  })
}

/** The variables that `ARG` and `ENV` set. */
function* assigned(
  instruction: 'ARG' | 'ENV',
  body: Assembled,
  scope: Scope,
  globals: Values
): Generator<readonly [string, readonly Assembled[]]> {
  try {
    for (const { assignments, words } of readShell(body)) {
      for (const { name, values: given } of assignments) yield [name, given.flatMap(word => scope.valuesOf(word))]
      const [first, second] = words
      if (instruction === 'ENV' && assignments.length === 0 && first && second) {
        // `ENV NAME value`, the old form.
        yield [textOfWord(first), scope.valuesOf(second)]
      } else if (instruction === 'ARG') {
        for (const name of words.map(textOfWord)) {
          const known = globals.get(name)
          if (known) yield [name, known]
        }
      }
    }
  } catch (error) {
    // A value that is no text of a shell is left unknown.
    if (!(error instanceof SyntaxFault)) throw error
  }
}
