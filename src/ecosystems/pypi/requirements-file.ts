/**
 * The reader of `requirements*.txt`, `constraints*.txt` and `requirements*.in`: files of pip, written by hand or by
 * pip-compile.
 * Specification: https://pip.pypa.io/en/stable/reference/requirements-file-format/. Deliberately ignored: options
 * without a package (indexes, hashes, trust), and the replacement of `${NAME}`, whose values are in the environment.
 */

import type { Requirement } from '../../model/dependency.ts'
import { lines } from '../../syntax/lines.ts'
import type { Entry, Graph, PackageEntry } from '../file-format.ts'
import type { FileNames } from '../file-names.ts'
import { type CalledPackage, graphOf } from '../graph.ts'
import { canonicalName } from './name.ts'
import { EXPECTED_REQUIREMENT, isProjectItself, readRequirement, readSource } from './requirement.ts'

/** One or more lines joined by backslashes, up to its comment. Every character has the same offset as in the file. */
interface LogicalLine {
  readonly text: string
  readonly at: number
  readonly comment: string
}

interface Option {
  readonly name: string
  readonly nameAt: number
  readonly value: string
  readonly valueAt: number
}

const COMMENT_LINE = /^\s*#/
const COMMENT = /(?:^|\s)#/
const CONTINUATION = /\\\r?\n/g
// `--name=value`, `--name value`, `-nvalue`, `-n value`, the value with or without quotes.
const OPTION =
  /^\s*(?<name>--[A-Za-z][\w-]*|-[A-Za-z])(?:\s*=\s*|\s*)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>\S*))/d
const OPTIONS_AFTER = /\s-/
/** The comment of pip-compile and `uv pip compile` below a requirement: the packages or files that require it. */
const VIA = /^\s*#\s*via\b/
const VIA_LABEL = /^\s*#\s*(?:via\b)?/
/** The beginning of the header that `uv export` writes. */
const UV_EXPORT = /^#[ \t]+uv export\b/m
const VIA_FILE = /-r\s|\((?:pyproject\.toml|setup\.(?:py|cfg))/

const INCLUDES = new Set(['-r', '--requirement', '-c', '--constraint'])
const EDITABLES = new Set(['-e', '--editable'])
/** Options without a package or a file of requirements. */
const IGNORED = new Set(
  (
    '-i --index-url --pypi-url --extra-index-url --no-index -f --find-links --no-binary --only-binary --prefer-binary ' +
    '--require-hashes --pre --all-releases --only-final --trusted-host --use-feature --hash --global-option ' +
    '--install-option --config-settings --config-setting -C --build-constraint --no-build-isolation --no-deps ' +
    '--process-dependency-links --allow-all-external --allow-external --allow-unverified --use-wheel --no-use-wheel ' +
    '--uploaded-prior-to -Z --always-unzip'
  ).split(' ')
)

/** Found in files that include others. */
export const INCLUDES_OTHERS = /^[^\S\n]*(?:-[rc]|--(?:requirement|constraint))/m

/** Requirements and constraints files, and all files of a folder `requirements`, with this extension. */
export function requirementsNames(extension: 'txt' | 'in'): FileNames {
  return {
    pattern: new RegExp(`(?:^|/)(?:[^/]*requirements[^/]*|constraints[^/]*|requirements/[^/]*)\\.${extension}$`, 'i')
  }
}

/** A package, and the sources of its requirement in the comment below it. */
interface Commented {
  readonly entry: PackageEntry
  readonly sources: readonly string[]
}

/** The requirements of one file, in its order. */
export function* readRequirementsFile(text: string): Generator<Entry> {
  const outside = UV_EXPORT.test(text) ? outsiders(text) : new Set<string>()
  for (const found of commented(text)) {
    if (!('sources' in found)) yield found
    else if (found.sources.length === 0) yield found.entry
    else yield { ...found.entry, direct: found.sources.some(source => VIA_FILE.test(source) || outside.has(source)) }
  }
}

/** The sources that are not a package of the file. In the output of `uv export` such a source is the project itself. */
function outsiders(text: string): ReadonlySet<string> {
  const all = Array.from(commented(text)).filter(found => 'sources' in found)
  const inside = new Set(all.map(({ entry }) => canonicalName(entry.name)))
  return new Set(all.flatMap(({ sources }) => sources.filter(source => !inside.has(nameOf(source)))))
}

/** The sources of a package are in the comment beside it and in the indented comments directly below it. */
function* commented(text: string): Generator<Exclude<Entry, PackageEntry> | Commented> {
  let pending: PackageEntry | undefined
  let comments: string[] = []
  for (const line of logicalLines(text)) {
    if (pending && line.comment !== '' && line.text !== '' && line.text.trim() === '') {
      comments.push(line.comment)
      continue
    }
    if (pending) yield { entry: pending, sources: sourcesIn(comments) }
    pending = undefined
    const entry = entryOf(line, text)
    if (entry && 'name' in entry) {
      pending = entry
      comments = [line.comment]
    } else if (entry) yield entry
  }
  if (pending) yield { entry: pending, sources: sourcesIn(comments) }
}

/**
 * Which package requires which, as pip-compile and uv write it below each requirement. A package is a root if it has no
 * source, if a file is its source, or if none of its sources is a package of this file.
 */
export function requirementsGraph(text: string): Graph {
  const all = Array.from(commented(text)).filter(found => 'sources' in found)
  const needs = new Map<string, string[]>(all.map(({ entry }) => [canonicalName(entry.name), []]))
  const roots: string[] = []
  const packages = all.map(({ entry: { name, requirement }, sources }): CalledPackage => {
    const own = canonicalName(name)
    for (const source of sources) needs.get(nameOf(source))?.push(own)
    const isOfFile = sources.some(source => VIA_FILE.test(source))
    if (isOfFile || !sources.some(source => needs.has(nameOf(source)))) roots.push(own)
    const version = requirement.kind === 'version' ? requirement.text : ''
    return { name, version, called: [own], needs: needs.get(own) ?? [] }
  })
  return graphOf(packages, roots)
}

/** The entry of one line; undefined for an empty line, an ignored option, and the project itself. */
function entryOf(line: LogicalLine, file: string): Entry | undefined {
  if (line.text.trim() === '') return undefined
  const option = optionOf(line)
  if (option) return entryOfOption(option, line)
  const end = line.text.search(OPTIONS_AFTER)
  const text = end < 0 ? line.text : line.text.slice(0, end)
  const found = readRequirement(text)
  if (found) {
    const at = line.at + found.at
    return { name: found.name, requirement: asInFile(found.requirement, file, at), at }
  }
  if (isProjectItself(text.trim())) return undefined
  return {
    gap: EXPECTED_REQUIREMENT,
    // As in the file: a name may continue on the next line.
    text: file.slice(line.at, line.at + line.text.length),
    at: line.at + text.length - text.trimStart().length
  }
}

function entryOfOption({ name, nameAt, value, valueAt }: Option, { text }: LogicalLine): Entry | undefined {
  if (INCLUDES.has(name)) {
    if (value === '') return { gap: `expected a file after ${name}`, text, at: nameAt }
    return { include: value, at: valueAt }
  }
  if (EDITABLES.has(name)) {
    if (isProjectItself(value)) return undefined
    const source = value === '' ? undefined : readSource(value, valueAt)
    return source ?? { gap: 'the package name is unknown', text, at: nameAt }
  }
  return IGNORED.has(name) ? undefined : { gap: 'unknown option', text, at: nameAt }
}

/** A range that continues on the next line keeps its backslash, so that its text is in the file. */
function asInFile(requirement: Requirement, file: string, at: number): Requirement {
  if (requirement.kind !== 'range') return requirement
  return { kind: 'range', text: file.slice(at, at + requirement.text.length) }
}

function optionOf(line: LogicalLine): Option | undefined {
  const match = OPTION.exec(line.text)
  const { name, double, single, plain = '' } = match?.groups ?? {}
  if (!match || name === undefined) return undefined
  const { name: nameAt, ...valueAt } = match.indices?.groups ?? {}
  return {
    name,
    nameAt: line.at + (nameAt?.[0] ?? 0),
    value: double ?? single ?? plain,
    valueAt: line.at + ((valueAt['double'] ?? valueAt['single'] ?? valueAt['plain'])?.[0] ?? 0)
  }
}

/** The sources of a requirement: a file that contains it, or its parent. Constraints are not sources. */
function sourcesIn(comments: readonly string[]): readonly string[] {
  const first = comments.findIndex(comment => VIA.test(comment))
  if (first < 0) return []
  return comments
    .slice(first)
    .flatMap(comment => comment.replace(VIA_LABEL, '').split(','))
    .map(source => source.trim())
    .filter(source => source !== '' && !source.startsWith('-c '))
}

/** The package of a source. pip-compile may write its extras after its name. */
function nameOf(source: string): string {
  const extras = source.indexOf('[')
  return canonicalName(extras < 0 ? source : source.slice(0, extras))
}

/** Joins lines as pip does: a line that ends with a backslash continues on the next line, unless it is a comment. */
function* logicalLines(text: string): Generator<LogicalLine> {
  let start: number | undefined
  for (const line of lines(text)) {
    start ??= line.at
    if (line.text.endsWith('\\') && !COMMENT_LINE.test(line.text)) continue
    yield logicalLine(text, start, line.at + line.text.length)
    start = undefined
  }
  if (start !== undefined) yield logicalLine(text, start, text.length)
}

function logicalLine(file: string, start: number, stop: number): LogicalLine {
  const joined = file
    .slice(start, stop)
    .replace(CONTINUATION, end => ' '.repeat(end.length))
    .replace(/\\$/, ' ')
  const comment = joined.search(COMMENT)
  if (comment < 0) return { text: joined, at: start, comment: '' }
  return { text: joined.slice(0, comment), at: start, comment: joined.slice(comment) }
}
