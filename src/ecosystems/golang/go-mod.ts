/**
 * `go.mod`: the modules that a Go module requires and replaces; and files of any name with the same content, which `-modfile` names.
 * Specification: https://go.dev/ref/mod#go-mod-file. Deliberately ignored: `exclude` and `retract`, which are not
 * requirements, and `module`, `toolchain`, `godebug`, `tool` and `ignore`, which name no versions of dependencies. The file has one list for the program, its tests and its tools: what is in it counts as
 * needed at run time, because nothing says otherwise.
 */

import { groupBy } from '../../collections.ts'
import type { Placed } from '../../syntax/lines.ts'
import type { Entry, FileFormat, GapEntry, IgnoredEntry, PackageEntry } from '../file-format.ts'
import { type Directive, directives, isEscaped, type Replace, replaced, replaceOf } from './directives.ts'
import { goUpgrade, goWhy } from './upgrade.ts'

interface Require {
  readonly path: Placed
  readonly version: Placed
  readonly indirect: boolean
}

/** The directive `go`. */
interface GoDirective {
  /** 17 for `go 1.17.5`; 0 for a version that does not begin with 1. */
  readonly goMinor: number
}

/** The files of modules that have only tools. */
const OF_TOOLS = /(?:^|\/)(?:\.bingo\/[^/]+|(?:[^/]+[._-])?tools?(?:[._-][^/]+)?\.mod)$/
const DIRECTIVES = new Set('require replace exclude retract module go toolchain godebug tool ignore'.split(' '))
/** The directive that every such file has. */
const MODULE = /^[ \t]*module[ \t]/m
const GO_MINOR = /^1\.(?<minor>\d{1,4})/
const INDIRECT = /^\/\/\s*indirect(?:\s*$|\s*;)/
/**
 * Before Go 1.17 a go.mod does not list indirect requirements, but its replacements apply to them.
 * https://go.dev/ref/mod#go-mod-file-go
 */
const FULL_GO_MINOR = 17
/** A text with requirements, and without a `go` directive of Go 1.17 or later. */
const MAY_NEED_MORE = /^(?=[\s\S]*?\brequire\b)(?![\s\S]*?(?:^|\n)[ \t]*go[ \t]+["`]?1\.(?:1[7-9]|[2-9]\d|[1-9]\d\d))/

export const goMod: FileFormat = {
  name: 'go.mod',
  role: { kind: 'manifest', chain: { command: goWhy } },
  specification: 'https://go.dev/ref/mod#go-mod-file',
  comments: 'slashes',
  names: { exact: ['go.mod'] },
  scopeOf: () => 'runtime',
  ownName: /^module[ \t]+["`]?(?<name>[^\s"`]+)/m,
  read: readOfModule,
  prescreen: { members: MAY_NEED_MORE },
  sealed: true,
  upgrade: goUpgrade
}

/** `go.tool.mod`, `.bingo/controller-gen.mod` and others: https://go.dev/ref/mod#build-commands. */
export const otherGoMod: FileFormat = {
  ...goMod,
  name: '*.mod',
  role: { kind: 'manifest' },
  specification: 'https://go.dev/ref/mod#build-commands',
  names: { endings: ['.mod'], except: /(?:^|\/)go\.mod$/ },
  scopeOf: path => (OF_TOOLS.test(path) ? 'development' : 'runtime'),
  prescreen: { marker: MODULE },
  read: text => (MODULE.test(text) ? read(text) : []),
  sealed: true,
  upgrade: (name, version) => [{ edit: 'in this file', text: `${name} ${version}` }, 'go mod tidy -modfile=FILE']
}

function* readOfModule(text: string): Generator<Entry> {
  const first = yield* read(text)
  if (first) yield { imports: [], unlisted: true, at: first.path.at }
}

/** Returns the first requirement, if the file does not list what its requirements require. */
function* read(text: string): Generator<Entry, Require | undefined> {
  const requires: Require[] = []
  const replaces: Replace[] = []
  let goMinor = 0
  for (const directive of directives(text, DIRECTIVES, 'unknown go.mod directive')) {
    const found = meaningOf(directive)
    if (!found) continue
    if ('gap' in found || 'ignored' in found) yield found
    else if ('path' in found) requires.push(found)
    else if ('old' in found) replaces.push(found)
    else goMinor = found.goMinor
  }
  const replacementOf = replacementFinder(replaces)
  for (const { path, version, indirect } of requires) {
    const replace = replacementOf(path.text, version.text)
    const entry: PackageEntry = replace
      ? replaced(path, replace)
      : { name: path.text, requirement: { kind: 'version', text: version.text }, at: version.at }
    yield { ...entry, direct: !indirect }
  }
  const [first] = goMinor < FULL_GO_MINOR ? requires : []
  yield* unlisted(requires, replaces, first !== undefined)
  return first
}

/** The content of a directive; undefined for those that name no versions of dependencies. */
function meaningOf(
  directive: Directive | GapEntry
): Require | Replace | GoDirective | GapEntry | IgnoredEntry | undefined {
  if ('gap' in directive) return directive
  switch (directive.name) {
    case 'require':
      return requireOf(directive)
    case 'replace':
      return replaceOf(directive)
    case 'go':
      return { goMinor: Number(GO_MINOR.exec(directive.tokens[0]?.text ?? '')?.groups?.['minor'] ?? 0) }
    case 'exclude':
    case 'tool':
      return { ignored: 'names no version in use', at: directive.line.at, end: endOf(directive.line) }
    default:
      return undefined
  }
}

function requireOf({ tokens, comment, line }: Directive): Require | GapEntry {
  const [path, version] = tokens
  if (!path || !version || tokens.length > 2 || isEscaped(path)) {
    return { gap: 'expected "module version"', text: line.text, at: line.at }
  }
  return { path, version, indirect: INDIRECT.test(comment) }
}

/**
 * The replacements of modules that the file does not require. Unless it needs more than it lists, only the other modules of a
 * workspace may use them.
 */
function* unlisted(requires: readonly Require[], replaces: readonly Replace[], needsMore: boolean): Generator<Entry> {
  const required = new Set(requires.map(({ path }) => path.text))
  for (const replace of replaces) {
    const { old } = replace
    if (required.has(old.text)) continue
    const entry = { ...replaced(old, replace), direct: false }
    yield needsMore ? entry : { ...entry, overrides: { ...entry.overrides, leftover: true } }
  }
}

function endOf({ text, at }: Placed): number {
  return at + text.length
}

/**
 * Returns a function that returns the replacement of a module and version: the first of equal ones, one with a version
 * on the left before one without. https://go.dev/ref/mod#go-mod-file-replace
 */
function replacementFinder(replaces: readonly Replace[]): (path: string, version: string) => Replace | undefined {
  const byKey = groupBy(replaces, ({ old, oldVersion }) => replaceKey(old.text, oldVersion))
  return (path, version) => (byKey.get(replaceKey(path, version)) ?? byKey.get(replaceKey(path)))?.[0]
}

function replaceKey(path: string, version?: string): string {
  return JSON.stringify([path, version])
}
