/**
 * Damaged inputs for everything that reads a repository: single files for each reader, graph and hazard, and whole workspaces for the
 * pipeline. An input follows from the seed and its number alone, so that what is found can be found again.
 *
 * What must hold of any input is in `faultOfFile` and `faultOfWorkspace`. `scripts/fuzz.mjs` runs them for as long as one likes.
 */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { check } from '../../src/check.ts'
import { groupBy, memoised } from '../../src/collections.ts'
import { NO_CONFIGURATION } from '../../src/configuration/configuration.ts'
import type { Ecosystem } from '../../src/ecosystems/ecosystem.ts'
import type { Entry, FileFormat, PackageEntry } from '../../src/ecosystems/file-format.ts'
import { fileNameIndex } from '../../src/ecosystems/file-names.ts'
import { ecosystemOf, ecosystems } from '../../src/ecosystems/index.ts'
import { hazardCatalogue } from '../../src/hazards/index.ts'
import { namesOf } from '../../src/policy/client.ts'
import { builtIn } from '../../src/policy/policy.ts'
import { polyglotFormats } from '../../src/polyglot/index.ts'
import { reporters } from '../../src/reporters/index.ts'
import { offsetOf } from '../../src/scan/dependencies/escaped.ts'
import type { Detector } from '../../src/scan/detector.ts'
import { detectorFinder } from '../../src/scan/detectors.ts'
import { decode } from '../../src/workspaces/decode.ts'
import type { Reading, Workspace } from '../../src/workspaces/workspace.ts'
import { collect } from './cases.ts'
import { damaged, type Tools } from './damages.ts'
import { memoryWorkspace } from './memory-workspace.ts'
import { type Next, pick, wholeNumbers } from './numbers.ts'
import { projects } from './projects.ts'

/** A damaged file: its first lines are as they were written. */
export interface FuzzedFile {
  readonly path: string
  readonly head: string
  readonly rest: string
}

/** A damaged workspace: the contents of its files. With a base, it is a change of that. */
export interface FuzzedWorkspace {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly base?: ReadonlyMap<string, Uint8Array>
}

/** What is wrong with the outcome: faults of one kind have one cause, as far as one can tell from outside. */
export interface Fault {
  readonly kind: string
  readonly detail: string
}

/** A file as it was before any damage. */
interface Written {
  readonly path: string
  readonly text: string
}

/** How long an input is, in characters or bytes. */
export function lengthOf(input: FuzzedFile | FuzzedWorkspace): number {
  if ('path' in input) return input.head.length + input.rest.length
  return [...input.files.values(), ...(input.base?.values() ?? [])].reduce((sum, { length }) => sum + length, 0)
}

/** What reads an input. */
export function nameOf(input: FuzzedFile | FuzzedWorkspace): string {
  return 'path' in input ? kindOf(input.path) : 'the check'
}

type Tree = ReadonlyMap<string, string>

/** In characters. Longer files are cut. */
const LONGEST_SEED = 60_000
const MOST_FILES = 40
/** In characters. One in `SELDOM` inputs may be `LARGE`. */
const [USUAL, LARGE, SELDOM] = [20_000, 200_000, 300]

/**
 * The formats that are read from line to line: no line takes back what stands in front of it. In a document of JSON, YAML or TOML a key
 * may come twice, and a version at the end decides over the whole.
 */
const BY_LINES: ReadonlySet<string> = new Set([
  ...['go.mod', '*.mod', 'go.work', 'go.sum', 'vendor/modules.txt', 'MODULE.bazel'],
  ...['requirements*.txt', 'requirements*.in', 'setup.cfg', 'tox.ini'],
  ...['gradle.lockfile', 'versions.props', 'versions.lock', 'build.sbt', 'deps.edn', 'project.clj'],
  ...['yarn.lock', 'Gemfile', '*.gemspec', 'Gemfile.lock', '*.cabal', 'cabal.project', 'cabal.project.freeze'],
  ...[
    'paket.dependencies',
    'paket.lock',
    'mix.exs',
    'mix.lock',
    'rebar.config',
    'rebar.lock',
    'Package.swift',
    'conanfile.txt'
  ],
  ...['Dockerfile', '*.sh', 'Makefile', '*.spdx']
])

const formatsAt = fileNameIndex([
  ...ecosystems.flatMap(ecosystem => ecosystem.formats.map(format => ({ names: format.names, format, ecosystem }))),
  ...polyglotFormats.map(format => ({ names: format.names, format, ecosystem: undefined }))
])
const hazardFilesAt = fileNameIndex(hazardCatalogue.files)
const detectorsAt = detectorFinder(builtIn, hazardCatalogue)
const CLIENTS = ecosystems.flatMap(({ id }) => builtIn.clientsOf(id).flatMap(namesOf))

/** Makes the inputs of a seed from the cases of these tests, the examples of hazards, and the files below some folders. */
export class Fuzzer {
  private readonly trees: readonly Tree[]
  /** The files of one kind: those that the same detectors read. */
  private readonly kinds: ReadonlyMap<string, readonly Written[]>
  private readonly seed: number

  constructor(seed: number, folders: readonly string[] = []) {
    this.seed = seed
    this.trees = [...ownTrees(), ...folders.flatMap(treesBelow)]
    const texts = new Map<string, [string, string]>()
    for (const tree of this.trees) for (const [path, text] of tree) texts.set(`${kindOf(path)}\n${text}`, [path, text])
    const files = Array.from(texts.values(), ([path, text]) => ({ path, text, kind: kindOf(path) }))
    this.kinds = groupBy(
      files.filter(({ kind }) => kind !== ''),
      ({ kind }) => kind
    )
  }

  /** How many files and trees there are to begin with. */
  get size(): { readonly files: number; readonly trees: number; readonly kinds: number } {
    const files = [...this.kinds.values()].reduce((sum, all) => sum + all.length, 0)
    return { files, trees: this.trees.length, kinds: this.kinds.size }
  }

  /** The damaged file of a number. */
  fileAt(number: number): FuzzedFile {
    const next = this.numbersOf(2 * number)
    // Every kind of file as often as any other, however many there are of it.
    const kind = pick(next, [...this.kinds.keys()])
    const { path, text } = pick(next, this.kinds.get(kind) ?? [])
    const lines = text.split('\n')
    const kept = next(2) === 0 ? 0 : next(lines.length)
    const head = lines
      .slice(0, kept)
      .map(line => `${line}\n`)
      .join('')
    const rest = damaged(lines.slice(kept).join('\n'), this.tools(next, kind))
    return { path, head, rest: asDecoded(rest) }
  }

  /** The damaged workspace of a number. */
  workspaceAt(number: number): FuzzedWorkspace {
    const next = this.numbersOf(2 * number + 1)
    const whole = new Map<string, string>()
    const count = 1 + next(3)
    for (let index = 0; index < count; index++) {
      const folder = pick(next, ['', '', 'a/', 'a/b/', 'charts/c/'])
      for (const [path, text] of pick(next, this.trees)) whole.set(folder + path, text)
    }
    const files = new Map(whole)
    const changes = 1 + next(5)
    for (let index = 0; index < changes; index++) this.change(files, next)
    const encoded = (texts: Tree) => new Map(Array.from(texts, ([path, text]) => [path, encode(text, next)] as const))
    const head = encoded(files)
    return next(4) === 0 ? { files: head, base: encoded(whole) } : { files: head }
  }

  private change(files: Map<string, string>, next: Next): void {
    const paths = [...files.keys()]
    if (paths.length === 0) return
    const path = pick(next, paths)
    const text = files.get(path) ?? ''
    const other = pick(next, paths)
    switch (next(12)) {
      case 0:
        files.delete(path)
        break
      case 1:
        files.set(
          `${pick(next, ['', 'a/', 'b/', 'a/b/', '../', 'test/'])}${path.slice(path.lastIndexOf('/') + 1)}`,
          text
        )
        break
      case 2:
        files.set(other, text)
        break
      case 3:
        for (const [each, own] of pick(next, this.trees)) files.set(each, own)
        break
      default:
        files.set(path, damaged(text, this.tools(next, kindOf(path))))
    }
  }

  private numbersOf(number: number): Next {
    return wholeNumbers(Math.imul(this.seed, 0x9e_37_79_b1) ^ Math.imul(number, 0x85_eb_ca_6b))
  }

  private tools(next: Next, kind: string): Tools {
    return {
      next,
      other: () => {
        const of = next(5) === 0 ? undefined : this.kinds.get(kind)
        return pick(next, of ?? pick(next, [...this.kinds.values()])).text
      },
      name: () => pick(next, CLIENTS),
      longest: next(SELDOM) === 0 ? LARGE : USUAL
    }
  }
}

function kindOf(path: string): string {
  return detectorsAt(path)
    .map(({ id }) => id)
    .join(', ')
}

/** The projects of these tests, each by itself, and the examples of the hazards. */
function ownTrees(): readonly Tree[] {
  const trees = new Map<string, Map<string, string>>()
  for (const [name, files] of Object.entries(projects())) {
    for (const [path, content] of Object.entries(files)) {
      const [first = '', second = '', ...rest] = path.split('/')
      const isNested = name !== 'example' && rest.length > 0
      const key = isNested ? `${name} ${first} ${second}` : name
      const text = typeof content === 'string' ? content : textOf(content)
      const tree = trees.get(key) ?? new Map<string, string>()
      if (text !== undefined) tree.set(isNested ? rest.join('/') : path, text.slice(0, LONGEST_SEED))
      trees.set(key, tree)
    }
  }
  const examples = hazardCatalogue.hazards.flatMap(({ examples: { fires, silent } }) => [...fires, ...silent])
  return [...trees.values(), ...examples.map(files => new Map(Object.entries(files)))]
}

/** The files below a folder that something reads, a tree for each folder in it. */
function treesBelow(folder: string): readonly Tree[] {
  const trees = new Map<string, Map<string, string>>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name)
    if (/(?:^|[\\/])\.git[\\/]/.test(name) || !statSync(path, { throwIfNoEntry: false })?.isFile()) continue
    const parts = relative(folder, path).split(sep)
    const [key = ''] = parts
    const tree = trees.get(key) ?? new Map<string, string>()
    const text = kindOf(parts.join('/')) === '' || tree.size >= MOST_FILES ? undefined : textOf(readFileSync(path))
    if (text !== undefined) tree.set(parts.slice(1).join('/') || key, text.slice(0, LONGEST_SEED))
    trees.set(key, tree)
  }
  return [...trees.values()].filter(tree => tree.size > 0)
}

function textOf(bytes: Uint8Array): string | undefined {
  const reading = decode(bytes)
  return 'text' in reading ? reading.text : undefined
}

/** A text as a file can have it: no half of a surrogate pair, and no zero, which only binary files have. */
function asDecoded(text: string): string {
  return Buffer.from(text).toString().replaceAll('\0', ' ')
}

/** The bytes of a text, seldom in another encoding than UTF-8, or broken. */
function encode(text: string, next: Next): Uint8Array {
  switch (next(40)) {
    case 0:
      return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 1:
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    case 2:
      return Buffer.from(`\ufeff${text}`)
    case 3:
      return Buffer.from(text, 'latin1')
    case 4:
      return Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xc0, 0x80])])
    case 5:
      return Buffer.from(text, 'utf16le')
    default:
      return Buffer.from(text)
  }
}

/** What is wrong with how a file is read; undefined if nothing is. */
export async function faultOfFile({ path, head, rest }: FuzzedFile): Promise<Fault | undefined> {
  const text = head + rest
  for (const { format, ecosystem } of formatsAt(path)) {
    const fault = await guarded(format.name, () => faultOfFormat(format, ecosystem, head, text))
    if (fault) return fault
  }
  for (const detector of detectorsAt(path)) {
    const fault = await guarded(detector.id, () => faultOfDetector(detector, text))
    if (fault) return fault
  }
  return await guarded('hazards', () => faultOfHazards(path, text))
}

/** The fault that something returns, or that it throws. */
export async function guarded(what: string, look: () => Promise<Fault | undefined>): Promise<Fault | undefined> {
  try {
    return await look()
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    const [, place = ''] = /\/(src\/[^:)]+)/.exec(stack) ?? []
    return { kind: `${what} throws ${name} in ${place}`, detail: `${message}\n${stack.slice(0, 1_000)}` }
  }
}

/** What is wrong with how one format reads a text that begins with `head`. */
export async function faultOfFormat(
  format: FileFormat,
  ecosystem: Ecosystem | undefined,
  head: string,
  text: string
): Promise<Fault | undefined> {
  if (format.prescreen?.marker?.test(text) === false) return undefined
  const { entries, fault } = await collect(format, text)
  const outside = [...entries.flatMap(offsetsOf), ...(fault ? [fault.at] : [])].find(
    at => !(at >= 0 && at <= text.length)
  )
  if (outside !== undefined)
    return { kind: `${format.name}: an offset outside`, detail: `${outside} of ${text.length}` }
  for (const entry of entries) {
    const wrong = await faultOfEntry(entry, format, ecosystem, text)
    if (wrong) return wrong
  }
  if (!fault && format.role.chain?.graph && entries.some(entry => 'name' in entry)) {
    const graph = await format.role.chain.graph(text)
    for (const key of [...graph.packages.keys()].slice(0, 500)) for (const _ of graph.needsOf(key));
    for (const _ of graph.roots ?? []);
  }
  for (const { at } of format.accessors?.(text) ?? [])
    if (!(at >= 0 && at <= text.length))
      return { kind: `${format.name}: an accessor outside`, detail: `${at} of ${text.length}` }
  return head !== '' && BY_LINES.has(format.name) ? await lostEntry(format, head, entries) : undefined
}

function offsetsOf(entry: Entry): readonly number[] {
  if ('ignored' in entry) return entry.at <= entry.end ? [entry.at, entry.end] : [Number.NaN]
  return 'usedAt' in entry && entry.usedAt !== undefined ? [entry.at, entry.usedAt] : [entry.at]
}

/** Whether what an entry says is at its place, and its ecosystem can do something with it. */
async function faultOfEntry(
  entry: Entry,
  format: FileFormat,
  own: Ecosystem | undefined,
  text: string
): Promise<Fault | undefined> {
  if (!('requirement' in entry)) return undefined
  const { requirement } = entry
  const written = 'name' in entry ? offsetOf(entry, text) : entry.at
  const isMoved = written !== entry.at && !mayMove(text, entry.at, written)
  const around = JSON.stringify(text.slice(Math.max(0, written - 20), written + 60))
  const detail = (wanted: string) => `${JSON.stringify(wanted)} at ${around}`
  if (requirement.kind !== 'none' && (isMoved || !isAt(text, written, requirement.text)))
    return { kind: `${format.name}: another text at a ${requirement.kind}`, detail: detail(requirement.text) }
  if (!('name' in entry)) return undefined
  const ecosystem = entry.ecosystem === undefined ? own : ecosystemOf(entry.ecosystem)
  if (!ecosystem) return { kind: `${format.name}: no ecosystem`, detail: entry.name }
  const names = ecosystem.ownPart ? partsOf(entry.name) : [entry.name]
  if (requirement.kind === 'none' && !names.some(name => isAt(text, written, name)) && !mayMove(text, written, written))
    return { kind: `${format.name}: another text at a name`, detail: detail(entry.name) }
  await useEntry(entry, format, ecosystem)
  return undefined
}

/** A name from each of its colons on: damaged ones have several. */
function partsOf(name: string): readonly string[] {
  return [name, ...Array.from(name.matchAll(/:/g), ({ index }) => name.slice(index + 1))]
}

/** Whether something in front of an offset makes what follows longer than it means. */
function mayMove(text: string, at: number, written: number): boolean {
  const line = text.lastIndexOf('\n', at) + 1
  const before = text.slice(line, written)
  // A line in which no string begins may go on with that of the line before.
  if (line > 0 && !/["':]/.test(before)) return true
  return /[\\&<%]/.test(before) || text.slice(Math.max(0, at - 1), written).includes('\n')
}

/** What an escape or a fold of some notation begins with: behind it, a text differs from what it means. */
const REWRITTEN = /[\\&<%${'"\r\n]/

/** Whether a text is at an offset: its first line, verbatim or as far as no notation writes it otherwise. */
function isAt(text: string, at: number, lines: string): boolean {
  const [wanted = ''] = lines.split(/\r?\n/)
  if (text.startsWith(wanted, at)) return true
  let length = 0
  while (length < wanted.length && text[at + length] === wanted[length]) length++
  return REWRITTEN.test(text.slice(Math.max(at, at + length - 1), at + length + 2))
}

/** Loaded once: a script that loads TypeScript asks another thread for each module. */
const schemeOf = memoised((ecosystem: Ecosystem) => ecosystem.versions())

/** Everything that the scan asks an ecosystem about an entry. */
async function useEntry(entry: PackageEntry, format: FileFormat, ecosystem: Ecosystem): Promise<void> {
  const scheme = await schemeOf(ecosystem)
  const name = ecosystem.canonicalName(entry.name)
  ecosystem.needle(name)
  ecosystem.namesBehind?.(name)
  const text = entry.means ?? (entry.requirement.kind === 'none' ? '' : entry.requirement.text)
  const version = scheme.parse(text)
  if (version !== undefined) scheme.compare(version, version)
  scheme.span(text)
  format.references?.(text, entry.name)
  const { requirement, direct, replacement, alias, generation, patched } = entry
  const context = { requirement, ecosystem: ecosystem.id, usedAt: entry.usedAt, generation, patched }
  const optional = Object.entries({ direct, replacement, alias }).filter(([, value]) => value !== undefined)
  format.upgrade(entry.name, '99.0.0', { ...context, ...Object.fromEntries(optional) })
}

/** A package of the first lines that the whole text does not have, although another one stands behind it in the first lines. */
async function lostEntry(format: FileFormat, head: string, entries: readonly Entry[]): Promise<Fault | undefined> {
  const before = (await collect(format, head)).entries.filter(entry => 'name' in entry)
  const last = Math.max(-1, ...before.map(placeOfUse))
  const lineOfLast = head.lastIndexOf('\n', last - 1)
  const known = new Set(entries.flatMap(entry => ('name' in entry ? [entry.name] : [])))
  const lost = before.find(entry => placeOfUse(entry) <= lineOfLast && !known.has(entry.name))
  return lost && { kind: `${format.name}: a lost entry`, detail: lost.name }
}

function placeOfUse({ usedAt, at }: PackageEntry): number {
  return usedAt ?? at
}

/** How a gap for a bug of ours begins. */
const OWN_BUG = 'because of a bug of its own'

async function faultOfDetector(detector: Detector, text: string): Promise<Fault | undefined> {
  if (detector.marker?.test(text) === false) return undefined
  const seen = await detector.detect(text)
  const bug = seen.gaps.find(({ detail }) => detail.includes(OWN_BUG))
  if (bug) return { kind: `${detector.id}: a bug of its own`, detail: bug.detail }
  if (!detector.reads(text) && seen.mentions.length > 0)
    return { kind: `${detector.id}: passed over`, detail: seen.mentions.map(({ name }) => name).join(', ') }
  if (!detector.reads(text) && seen.hazards.length > 0)
    return { kind: `${detector.id}: passed over`, detail: seen.hazards.map(({ rule }) => rule.id).join(', ') }
  const again = await detector.detect(text)
  return wordsOf(seen) === wordsOf(again) ? undefined : { kind: `${detector.id}: not the same twice`, detail: '' }
}

/** Anything that was seen as a text. Mentions have the format of their file, which has other formats. */
function wordsOf(seen: unknown): string {
  return JSON.stringify(seen, (_, value) => (isFormat(value) ? value.name : value))
}

function isFormat(value: unknown): value is FileFormat {
  return typeof value === 'object' && value !== null && 'specification' in value
}

async function faultOfHazards(path: string, text: string): Promise<Fault | undefined> {
  for (const kind of hazardFilesAt(path)) {
    if (kind.marker?.test(text) === false) continue
    const { documents, unexamined } = await kind.read(text, () => true)
    const wrong = (at: number) => !(at >= 0 && at <= text.length)
    if (unexamined.some(wrong)) return { kind: `${kind.name}: an offset outside`, detail: 'of an unexamined part' }
    for (const { kind: of, document } of documents) {
      for (const { rule, finders } of hazardCatalogue.hazards)
        for (const finder of finders.filter(({ reads }) => reads === of))
          for (const { at } of finder.find(document))
            if (wrong(at)) return { kind: `${rule.id}: an offset outside`, detail: `${at} of ${text.length}` }
      for (const { name, finders } of hazardCatalogue.clusters ?? [])
        for (const finder of finders.filter(({ reads }) => reads === of))
          for (const { at } of finder.find(document))
            if (wrong(at)) return { kind: `${name}: an offset outside`, detail: `${at} of ${text.length}` }
    }
  }
  return undefined
}

const SETTINGS = { minimum: 'documented', failOn: 'error', allowIncomplete: false, today: '2026-02-01' } as const
const COMMIT = { id: '0123456789012345678901234567890123456789', kind: 'merge-base' } as const

/** What is wrong with the check of a workspace; undefined if nothing is. */
export async function faultOfWorkspace({ files, base }: FuzzedWorkspace): Promise<Fault | undefined> {
  if (files.size === 0) return undefined
  return await guarded('the check', async () => {
    const checked = async (order: <Item>(items: readonly Item[]) => readonly Item[]) => {
      const against = base && { base: { workspace: workspaceOf(base, order), commit: COMMIT } }
      return await check(workspaceOf(files, order), NO_CONFIGURATION, { ...SETTINGS, ...against })
    }
    const result = await checked(items => items)
    const { report } = result
    const bug = report.gaps.find(({ detail }) => detail.includes(OWN_BUG))
    if (bug) return { kind: 'a bug of its own', detail: `${bug.place.path}: ${bug.detail}` }
    const { claimed, unmentioned, read, failed, absent } = report.coverage
    if (claimed !== unmentioned + read + failed + absent)
      return { kind: 'the coverage does not add up', detail: JSON.stringify(report.coverage) }
    const outside = placeOutside(report.findings, files) ?? placeOutside(report.gaps, files)
    if (outside) return { kind: 'a place outside', detail: outside }
    for (const { render } of reporters.scan) render(result, { colour: false })
    const words = wordsOf([report, result.conclusion])
    const reversed = await checked(items => items.toReversed())
    const other = wordsOf([reversed.report, reversed.conclusion])
    return words === other
      ? undefined
      : { kind: 'another report for another order', detail: firstDifference(words, other) }
  })
}

function firstDifference(one: string, other: string): string {
  let at = 0
  while (one[at] === other[at]) at++
  return `${one.slice(Math.max(0, at - 200), at + 100)}\n${other.slice(Math.max(0, at - 200), at + 100)}`
}

function workspaceOf(
  files: ReadonlyMap<string, Uint8Array>,
  order: <Item>(items: readonly Item[]) => readonly Item[]
): Workspace {
  const readings: Record<string, Reading> = {}
  for (const [path, bytes] of order([...files])) readings[path] = decode(bytes)
  return memoryWorkspace(readings)
}

/** A place in a value that is in no line of its file. */
function placeOutside(value: unknown, files: ReadonlyMap<string, Uint8Array>): string | undefined {
  if (typeof value !== 'object' || value === null || isFormat(value)) return undefined
  if ('path' in value && 'line' in value && 'column' in value) {
    const { path, line, column } = value
    const bytes = typeof path === 'string' ? files.get(path) : undefined
    const text = bytes && textOf(bytes)
    if (text === undefined || typeof line !== 'number' || typeof column !== 'number') return undefined
    const length = text.split('\n')[line - 1]?.length
    return length === undefined || column < 1 || column > length + 1 ? `${path}:${line}:${column}` : undefined
  }
  for (const [key, part] of Object.entries(value)) {
    // What a finding was in the base.
    const found = key === 'change' ? undefined : placeOutside(part, files)
    if (found !== undefined) return found
  }
  return undefined
}

/** The most attempts to make one input smaller. */
const MOST_ATTEMPTS = 3_000

/** A smaller text with which `fails` still holds: without lines first, then without parts of them. */
export async function minimised(
  text: string,
  fails: (text: string) => Promise<boolean>,
  most = MOST_ATTEMPTS
): Promise<string> {
  let [parts, attempts] = [text.split(/(?<=\n)/), 0]
  for (const finer of [/(?<=\n)/, /(?<=[^\w.-])|(?=[^\w.-])/, '']) {
    parts = parts.join('').split(finer)
    for (let size = Math.max(1, parts.length >> 1); size >= 1; size >>= 1) {
      for (let from = 0; from < parts.length && attempts < most; ) {
        const fewer = [...parts.slice(0, from), ...parts.slice(from + size)]
        attempts++
        if (await fails(fewer.join(''))) parts = fewer
        else from += size
      }
    }
  }
  return parts.join('')
}

/** The smallest file found with the same fault. */
export async function minimisedFile(
  file: FuzzedFile,
  fails: (file: FuzzedFile) => Promise<boolean>
): Promise<FuzzedFile> {
  const head = await minimised(file.head, async text => await fails({ ...file, head: text }))
  const rest = await minimised(file.rest, async text => await fails({ ...file, head, rest: text }))
  return { ...file, head, rest }
}

/** The smallest workspace found with the same fault: without files first, then without parts of them. */
export async function minimisedWorkspace(
  workspace: FuzzedWorkspace,
  fails: (workspace: FuzzedWorkspace) => Promise<boolean>
): Promise<FuzzedWorkspace> {
  let best = workspace
  const attempt = async (smaller: FuzzedWorkspace) => {
    if (await fails(smaller)) best = smaller
  }
  if (best.base) await attempt({ files: best.files })
  for (const path of workspace.files.keys())
    await attempt({ ...best, files: new Map(Array.from(best.files).filter(([each]) => each !== path)) })
  for (const path of best.files.keys()) {
    const text = textOf(best.files.get(path) ?? Buffer.of())
    if (text === undefined) continue
    const withText = (smaller: string) => ({ ...best, files: new Map(best.files).set(path, Buffer.from(smaller)) })
    const smallest = await minimised(text, async smaller => await fails(withText(smaller)), 400)
    await attempt(withText(smallest))
  }
  return best
}
