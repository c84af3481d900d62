/**
 * `requirements*.txt` and `constraints*.txt`: what pip is told to install, by hand or by pip-compile.
 * Specification: https://pip.pypa.io/en/stable/reference/requirements-file-format/. Leaves out on purpose: options that
 * name no package (indexes, hashes, trust), and the replacing of `${NAME}`, whose values stand in the environment.
 */

import type { Requirement } from '../../model/dependency.ts'
import { lines } from '../../syntax/lines.ts'
import type { Entry, Graph, PackageEntry } from '../file-format.ts'
import type { FileNames } from '../file-names.ts'
import { type CalledPackage, graphOf } from '../graph.ts'
import { canonicalName } from './name.ts'
import { isProjectItself, readRequirement, readSource } from './requirement.ts'

/** One or more lines joined by backslashes, cut off at its comment; every character stands as far in as in the file. */
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
// `--name=value`, `--name value`, `-nvalue`, `-n value`, the value perhaps in quotes.
const OPTION =
  /^\s*(?<name>--[A-Za-z][\w-]*|-[A-Za-z])(?:\s*=\s*|\s*)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>\S*))/d
const OPTIONS_AFTER = /\s-/
/** What pip-compile and `uv pip compile` write below a requirement: which packages or files ask for it. */
const VIA = /^\s*#\s*via\b/
const VIA_LABEL = /^\s*#\s*(?:via\b)?/
/** How the header of a file begins that `uv export` wrote. */
const UV_EXPORT = /^#[ \t]+uv export\b/m
const VIA_FILE = /-r\s|\((?:pyproject\.toml|setup\.(?:py|cfg))/

const INCLUDES = new Set(['-r', '--requirement', '-c', '--constraint'])
const EDITABLES = new Set(['-e', '--editable'])
/** Options that name neither a package nor a file of requirements. */
const IGNORED = new Set([
  '-i',
  '--index-url',
  '--pypi-url',
  '--extra-index-url',
  '--no-index',
  '-f',
  '--find-links',
  '--no-binary',
  '--only-binary',
  '--prefer-binary',
  '--require-hashes',
  '--pre',
  '--all-releases',
  '--only-final',
  '--trusted-host',
  '--use-feature',
  '--hash',
  '--global-option',
  '--install-option',
  '--config-settings',
  '--config-setting',
  '-C',
  '--build-constraint',
  '--no-build-isolation',
  '--no-deps',
  '--process-dependency-links',
  '--allow-all-external',
  '--allow-external',
  '--allow-unverified',
  '--use-wheel',
  '--no-use-wheel',
  '--uploaded-prior-to',
  '-Z',
  '--always-unzip'
])

/** Found in files that include other ones. */
export const INCLUDES_OTHERS = /^[ \t]*(?:-r|-c|--requirement|--constraint)/m

/** The names of requirements and constraints files, and all files of a folder `requirements`, with this extension. */
export function requirementsNames(extension: 'txt' | 'in'): FileNames {
  return {
    pattern: new RegExp(`(?:^|/)(?:[^/]*requirements[^/]*|constraints[^/]*|requirements/[^/]*)\\.${extension}$`, 'i')
  }
}

/** A package, and who asks for it, where the comment below it says so. */
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

/** `uv export` names the project itself as what asks for a package: a name that is no package of the file. */
function outsiders(text: string): ReadonlySet<string> {
  const all = Array.from(commented(text)).filter(found => 'sources' in found)
  const inside = new Set(all.map(({ entry }) => canonicalName(entry.name)))
  return new Set(all.flatMap(({ sources }) => sources.filter(source => !inside.has(nameOf(source)))))
}

/** What asks for a package stands in the comment beside it and in the indented ones right below it. */
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
    for (const entry of entriesOf(line, text)) {
      if ('name' in entry) {
        pending = entry
        comments = [line.comment]
      } else yield entry
    }
  }
  if (pending) yield { entry: pending, sources: sourcesIn(comments) }
}

/**
 * Which package needs which, from the same comments. Somebody asked for what has none, for what a file asks for, and for
 * what no package of this file asks for.
 */
/** Which package requires which, as pip-compile and uv write it below each requirement. */
export function requirementsGraph(text: string): Graph {
  const all = Array.from(commented(text)).filter(found => 'sources' in found)
  const needs = new Map<string, string[]>(all.map(({ entry }) => [canonicalName(entry.name), []]))
  const roots: string[] = []
  const packages = all.map(({ entry: { name, requirement }, sources }): CalledPackage => {
    const own = canonicalName(name)
    for (const source of sources) needs.get(nameOf(source))?.push(own)
    if (sources.some(source => VIA_FILE.test(source)) || !sources.some(source => needs.has(nameOf(source))))
      roots.push(own)
    return {
      name,
      version: requirement.kind === 'version' ? requirement.text : '',
      called: [own],
      needs: needs.get(own) ?? []
    }
  })
  return graphOf(packages, roots)
}

function* entriesOf(line: LogicalLine, file: string): Generator<Entry> {
  if (line.text.trim() === '') return
  const option = optionOf(line)
  if (option && INCLUDES.has(option.name)) {
    if (option.value === '') yield { gap: `expected a file after ${option.name}`, text: line.text, at: option.nameAt }
    else yield { include: option.value, at: option.valueAt }
    return
  }
  if (option && EDITABLES.has(option.name)) {
    if (isProjectItself(option.value)) return
    const source = option.value === '' ? undefined : readSource(option.value, option.valueAt)
    if (source) yield { name: source.name, requirement: source.requirement, at: source.at }
    else yield { gap: 'nothing tells the name of this package', text: line.text, at: option.nameAt }
    return
  }
  if (option) {
    if (!IGNORED.has(option.name)) yield { gap: 'no option of requirements files', text: line.text, at: option.nameAt }
    return
  }

  const end = line.text.search(OPTIONS_AFTER)
  const text = end < 0 ? line.text : line.text.slice(0, end)
  const found = readRequirement(text)
  if (found) {
    const at = line.at + found.at
    yield { name: found.name, requirement: asInFile(found.requirement, file, at), at }
  } else if (!isProjectItself(text.trim())) {
    yield {
      gap: 'expected a requirement such as "name>=1.0"',
      // As in the file: a name may go on in the next line.
      text: file.slice(line.at, line.at + line.text.length),
      at: line.at + text.length - text.trimStart().length
    }
  }
}

/** A range that goes on in the next line keeps its backslash, so that it is found in the file. */
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

/** pip-compile says who asks for a package: a file means that somebody does, a package means that it brings this one. */
function sourcesIn(comments: readonly string[]): readonly string[] {
  const first = comments.findIndex(comment => VIA.test(comment))
  if (first < 0) return []
  return comments
    .slice(first)
    .flatMap(comment => comment.replace(VIA_LABEL, '').split(','))
    .map(source => source.trim())
    .filter(source => source !== '' && !source.startsWith('-c '))
}

/** A package that asks for another one; pip-compile may write its extras behind its name. */
function nameOf(source: string): string {
  const extras = source.indexOf('[')
  return canonicalName(extras < 0 ? source : source.slice(0, extras))
}

/** Joins lines as pip does: a backslash at the end goes on in the next line, except in a line that is all comment. */
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
