/**
 * `Dockerfile`: the packages that its `RUN` instructions install by name.
 * Specification: https://docs.docker.com/reference/dockerfile/. Leaves out on purpose: the image of `FROM` and what is in
 * it; `CMD`, `ENTRYPOINT` and `HEALTHCHECK`, which run later; files that `COPY` writes, also in here-documents. `ARG` has
 * the value that the file gives it, whatever a build is told.
 */

import { baseName, type Entry, type FileFormat } from '../ecosystems/ecosystem.ts'
import { type Assembled, cut, joined, offsetIn, standing } from '../syntax/assembled.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { parseJson } from '../syntax/json.ts'
import { type Line, lines } from '../syntax/lines.ts'
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

/** One instruction with what follows its name: continued lines joined, here-documents behind a line end. */
interface Instruction {
  readonly name: string
  readonly body: Assembled
}

type Values = Map<string, readonly Assembled[]>

/** No file has more; a hostile one could have each stage take over the variables of another. */
const MOST_STAGES = 1_000
const MOST_VARIABLES = 10_000

const NAME = /^(?:Dockerfile|Containerfile)(?:[._-].*)?$|\.(?:dockerfile|containerfile)$/i
/** What is only called like one: documentation, templates of other programs, ignore files. */
const OTHER = /\.(?:md|txt|rst|html?|json|ya?ml|toml|py|go|js|ts|rb|sh|ps1|dockerignore|lock|sha256|pem)$/i
const DIRECTIVE = /^#\s*(?<key>[A-Za-z]+)\s*=\s*(?<value>\S+)\s*$/
const COMMENT = /^\s*#/
const INSTRUCTION = /^\s*(?<name>[A-Za-z]+)(?:\s+|$)/
const FLAGS = /^(?:--[a-z][a-z-]*(?:=\S*)?\s+)+/
const STAGE = /^(?:--\S+\s+)*(?<image>\S+)(?:\s+as\s+(?<stage>\S+))?/i
const TABS = /^\t+/
const WITH_DOCUMENTS = new Set(['RUN', 'COPY', 'ADD', 'ONBUILD'])
const DOCUMENT = /(?:^|\s)\d*<<(?<tabs>-?)(?<quote>["']?)(?<delimiter>[A-Za-z_][\w.-]*)\k<quote>(?=\s|$|[;&|)])/g

export const dockerfile: FileFormat = {
  name: 'Dockerfile',
  origin: 'manifest',
  specification: 'https://docs.docker.com/reference/dockerfile/',
  claims: path => NAME.test(baseName(path)) && !OTHER.test(path),
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

  for (const { name, body } of instructions(text)) {
    if (name === 'FROM') {
      const { image = '', stage } = STAGE.exec(body.text)?.groups ?? {}
      environment = new Map(stages.get(image.toLowerCase()))
      if (stage !== undefined && stages.size < MOST_STAGES) stages.set(stage.toLowerCase(), environment)
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
    const value = { text: item.value, pieces: written.pieces }
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

/** The instructions of a file, comments left out. `ONBUILD` is what follows it. */
function* instructions(text: string): Generator<Instruction> {
  const all = [...lines(text)]
  const continued = escapeOf(all) === '`' ? /`[ \t]*$/ : /\\[ \t]*$/
  /** Where each text last is a line of its own, so that a here-document without an end is not looked for in vain. */
  const lastLine = new Map(all.map((line, at) => [line.text.replace(TABS, ''), at]))
  let index = 0
  while (index < all.length) {
    const first = all[index++]
    if (!first || COMMENT.test(first.text) || first.text.trim() === '') continue
    const parts: Assembled[] = []
    let goesOn = add(first)
    while (goesOn) {
      const next = all[index]
      if (!next) break
      index++
      // Comments and empty lines may stand between the lines of an instruction.
      if (!COMMENT.test(next.text) && next.text.trim() !== '') goesOn = add(next)
    }
    let body = joined(parts)
    let name = ''
    do {
      const match = INSTRUCTION.exec(body.text)
      name = match?.groups?.['name']?.toUpperCase() ?? ''
      body = cut(body, match?.[0].length ?? 0, body.text.length)
    } while (name === 'ONBUILD')
    const documents = WITH_DOCUMENTS.has(name) ? documentsOf(body.text) : []
    if (documents.length > 0) body = joined([body, ...documents])
    yield { name, body }

    function add(line: Line): boolean {
      const end = line.text.search(continued)
      parts.push(standing(end < 0 ? line.text : line.text.slice(0, end), line.at))
      return end >= 0
    }
  }

  /** The lines of here-documents. What only looks like one, having no end, is none. */
  function documentsOf(command: string): Assembled[] {
    const found: Assembled[] = []
    for (const { groups } of command.matchAll(DOCUMENT)) {
      const { tabs, delimiter = '' } = groups ?? {}
      if ((lastLine.get(delimiter) ?? -1) < index) continue
      const isEnd = ({ text: line }: Line) => (tabs === '-' ? line.replace(TABS, '') : line) === delimiter
      const from = all[index]?.at ?? 0
      let end = index
      while (end < all.length - 1 && !isEnd(all[end] as Line)) end++
      const to = all[end]
      if (to) found.push(standing(text.slice(from - 1, to.at + to.text.length), from - 1))
      index = end + 1
    }
    return found
  }
}

/** Parser directives stand before everything else. */
function escapeOf(all: readonly Line[]): string {
  for (const { text } of all) {
    const { key, value } = (text.length < 200 && DIRECTIVE.exec(text)?.groups) || {}
    if (key === undefined || value === undefined) return '\\'
    if (key.toLowerCase() === 'escape') return value
  }
  return '\\'
}
