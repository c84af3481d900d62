/**
 * `Dockerfile`: the packages that its `RUN` instructions install by name.
 * Specification: https://docs.docker.com/reference/dockerfile/. Deliberately ignored: the image of `FROM` and its
 * content; `CMD`, `ENTRYPOINT` and `HEALTHCHECK`, which run later; files that `COPY` writes, also from here-documents;
 * values of `ARG` that a build gives instead of those in the file.
 */

import { isDevelopmentName } from '../ecosystems/development-names.ts'
import type { Entry, FileFormat } from '../ecosystems/file-format.ts'
import { baseName } from '../paths.ts'
import { type Assembled, cut, offsetIn } from '../syntax/assembled.ts'
import { instructions } from '../syntax/dockerfile.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { parseJson } from '../syntax/json.ts'
import { readShell } from '../syntax/shell.ts'
import { items } from '../syntax/tree.ts'
import { installReader, ScriptReader, upgradeInstall } from './install-lines.ts'
import { type Argument, newBudget, type Scope, scopeWith, textOfWord, type Values } from './scope.ts'

/** No file has more variables, and in no build do stages copy more of them from one another. */
const MOST_VARIABLES = 10_000
const MOST_COPIED = 100_000

/** Files with such a name that are something else: documentation, templates of other programs, ignore files. */
const OTHER = /\.(?:md|txt|rst|html?|json|ya?ml|toml|py|go|js|ts|rb|sh|ps1|dockerignore|lock|sha256|pem)$/i
const FLAGS = /^(?:--[a-z][a-z-]*(?:=\S*)?\s+)+/
const STAGE = /^(?:--\S+\s+)*(?<image>\S+)(?:\s+as\s+(?<stage>\S+))?/i

export const dockerfileInstalls: FileFormat = {
  name: 'Dockerfile',
  role: { kind: 'manifest' },
  specification: 'https://docs.docker.com/reference/dockerfile/',
  names: {
    pattern: /(?:^|\/)(?:Dockerfile|Containerfile)(?:[._-][^/]*)?$|\.(?:dockerfile|containerfile)$/i,
    except: OTHER
  },
  // What is installed in an image is there to run, unless the name of the file says otherwise.
  scopeOf: path => (isDevelopmentName(baseName(path)) ? 'development' : 'runtime'),
  read: installReader(read),
  prescreen: { joins: true },
  upgrade: upgradeInstall
}

function* read(text: string): Generator<Entry> {
  const build = new Build()
  for (const { name, body } of instructions(text)) {
    if (name === 'FROM') build.beginStage(body)
    else if (name === 'ARG' || name === 'ENV') build.assign(name, body)
    else if (name === 'RUN') yield* run(body, new ScriptReader(text, build.scope()))
  }
}

function* run(body: Assembled, reader: ScriptReader): Generator<Entry> {
  const command = cut(body, FLAGS.exec(body.text)?.[0].length ?? 0, body.text.length)
  const words = execForm(command)
  if (words) yield* reader.command(words, [])
  else yield* reader.part(command)
}

/** The variables of a build, stage by stage. */
class Build {
  /** The arguments before the first `FROM`, which a stage declares again to use them. */
  private readonly globals: Values = new Map()
  /** The environment of each stage so far, by its name. */
  private readonly stages = new Map<string, Values>()
  private environment: Values = new Map()
  private values: Values = this.globals
  private copied = 0
  private readonly budget = newBudget()

  scope(): Scope {
    return scopeWith(this.values, this.budget)
  }

  beginStage(body: Assembled): void {
    const { image = '', stage } = STAGE.exec(body.text)?.groups ?? {}
    const base = this.stages.get(image.toLowerCase())
    this.copied += base?.size ?? 0
    // Beyond the limit the variables are unknown, so their uses become gaps.
    this.environment = new Map(this.copied > MOST_COPIED ? undefined : base)
    if (stage !== undefined) this.stages.set(stage.toLowerCase(), this.environment)
    this.values = new Map(this.environment)
  }

  assign(instruction: 'ARG' | 'ENV', body: Assembled): void {
    for (const [key, value] of assigned(instruction, body, this.scope(), this.globals)) {
      // A variable of the environment overrides an argument of the same name.
      if ((instruction === 'ARG' && this.environment.has(key)) || this.values.size >= MOST_VARIABLES) continue
      this.values.set(key, value)
      if (instruction === 'ENV') this.environment.set(key, value)
    }
  }
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
      for (const { name, values } of assignments) yield [name, values.flatMap(word => scope.valuesOf(word))]
      const [first, second] = words
      if (instruction === 'ARG') yield* declared(words.map(textOfWord), globals)
      // `ENV NAME value`, the old form.
      else if (assignments.length === 0 && first && second) yield [textOfWord(first), scope.valuesOf(second)]
    }
  } catch (error) {
    // A value that is not valid in a shell is left unknown.
    if (!(error instanceof SyntaxFault)) throw error
  }
}

/** The arguments that a stage declares again, with their values. */
function* declared(names: readonly string[], globals: Values): Generator<readonly [string, readonly Assembled[]]> {
  for (const name of names) {
    const known = globals.get(name)
    if (known) yield [name, known]
  }
}
