/**
 * The packages of `pixi.lock` and `conda-lock.yml`: items of a list, with fields and the packages that each requires. Both files may
 * have megabytes, in a regular layout of YAML, and are read line by line.
 */

import { sourceRequirement } from '../../model/dependency.ts'
import type { SyntaxFault } from '../../syntax/fault.ts'
import { conflictIn, type Placed } from '../../syntax/lines.ts'
import { type ContentLine, contentLines, fieldOf } from '../../syntax/yaml-lines.ts'
import type { GapEntry, Graph, IgnoredEntry, PlacedRequirement } from '../file-format.ts'
import { type CalledPackage, graphOf } from '../graph.ts'
import { nameInPypi } from './conda-package.ts'
import { canonicalName } from './name.ts'
import { readSource } from './requirement.ts'

/** One item of the list of packages. */
export interface LockItem {
  readonly at: number
  readonly fields: ReadonlyMap<string, Placed>
  /** What it requires, as it is written: names with or without versions. */
  readonly needs: readonly string[]
  /** Requirements of its extras, and constraints: these require nothing. */
  readonly unused: readonly Placed[]
}

/** The package of an item, as far as its graph needs it. */
export interface Identified {
  readonly isConda: boolean
  /** Its name in conda or PyPI. */
  readonly name: string
  readonly version: string
}

/** An item whose lines are still read. */
interface OpenItem extends LockItem {
  readonly fields: Map<string, Placed>
  readonly needs: string[]
  readonly unused: Placed[]
  /** The columns of its dash, and the field above the current line. */
  readonly indent: number
  field: string
}

const SECTIONS: ReadonlySet<string> = new Set(['package', 'packages'])
const SECTION = /^(?<name>[\w-]+):/
const NEEDS: ReadonlySet<string> = new Set(['depends', 'dependencies', 'requires_dist'])
const CONSTRAINTS = 'constrains'
const ITEM = '- '
/** The name at the beginning of a requirement. */
const NAME = /^["']?(?<name>[\w.-]+)/
const ADDRESS = /^https?:/
const GIT = /^git\+/
const DIRECT = /^direct\+/
// The address, `?rev=` and the like, `#` and the commit.
const WITH_COMMIT = /^git\+(?<url>[^?#]*)[^#]*#(?<commit>[0-9a-f]{7,64})$/
/** The marker of a requirement that only an extra of the package has. */
const OF_EXTRA = /\bextra\s*==/

/** Reads the items of the list. A merge conflict ends in a fault, after the items of both sides. */
export function* itemsIn(text: string): Generator<LockItem> {
  let isInside = false
  let open: OpenItem | undefined
  let fault: SyntaxFault | undefined
  for (const line of contentLines(text)) {
    const conflict = conflictIn(line)
    fault ??= conflict
    const isItem = line.text.startsWith(ITEM, line.indent)
    if (line.indent === 0 && !isItem && !conflict) {
      isInside = SECTIONS.has(SECTION.exec(line.text)?.groups?.['name'] ?? '')
    }
    if (!isInside || conflict) continue
    if (isItem && line.indent === (open?.indent ?? line.indent)) {
      if (open) yield open
      open = { at: line.at + line.indent, fields: new Map(), needs: [], unused: [], indent: line.indent, field: '' }
      addField(open, { ...line, indent: line.indent + ITEM.length })
    } else if (open) addLine(open, line)
  }
  if (open) yield open
  if (fault) throw fault
}

function addLine(item: OpenItem, line: ContentLine): void {
  const isListed = line.text.startsWith(ITEM, line.indent)
  if (!isListed && line.indent === item.indent + ITEM.length) addField(item, line)
  else if (NEEDS.has(item.field) || item.field === CONSTRAINTS) {
    const at = line.indent + (isListed ? ITEM.length : 0)
    const text = line.text.slice(at).trimEnd()
    if (item.field === CONSTRAINTS || OF_EXTRA.test(text)) item.unused.push({ text, at: line.at + at })
    else item.needs.push(text)
  }
}

function addField(item: OpenItem, line: ContentLine): void {
  const field = fieldOf(line)
  item.field = field?.key.text ?? ''
  if (field?.value) item.fields.set(item.field, field.value)
}

/** The parts of an item that name packages which it does not require. */
export function ignoredIn({ unused }: LockItem): readonly IgnoredEntry[] {
  return unused.map(({ text, at }) => ({
    ignored: 'the requirement of an extra, or a constraint',
    at,
    end: at + text.length
  }))
}

/** The gap of an item whose package is not known. */
export function itemGap({ at, fields }: LockItem, gap: string): GapEntry {
  return { gap, text: Array.from(fields.values(), ({ text }) => text).join(' '), at }
}

/**
 * The source of a package by its address: a repository, a folder, or an archive that is no package of an index. Undefined for the
 * address of a package in an index.
 */
export function sourceAtLocation({ text, at }: Placed): PlacedRequirement | undefined {
  if (ADDRESS.test(text)) return undefined
  if (!GIT.test(text)) {
    const url = DIRECT.test(text) ? text.replace(DIRECT, '') : undefined
    return { requirement: sourceRequirement(text, { url }), at }
  }
  const { url, commit } = WITH_COMMIT.exec(text)?.groups ?? {}
  if (url === undefined || commit === undefined) return readSource(text, at)
  return { requirement: sourceRequirement(commit, { url, revision: commit }), at: at + text.length - commit.length }
}

/** Which package requires which. Packages of PyPI may require those of conda, by their name in PyPI. */
export function graphOfItems(text: string, identify: (item: LockItem) => Identified | undefined): Graph {
  return graphOf(
    Array.from(itemsIn(text)).flatMap((item): CalledPackage[] => {
      const found = identify(item)
      if (!found) return []
      const { isConda, name, version } = found
      const own = isConda ? nameInPypi(name)?.text : name
      const called = [...(isConda ? [inConda(name)] : []), ...(own === undefined ? [] : [canonicalName(own)])]
      return [{ name: own ?? name, version, called, needs: item.needs.flatMap(need => neededBy(need, isConda)) }]
    })
  )
}

function neededBy(need: string, isConda: boolean): string[] {
  const name = NAME.exec(need)?.groups?.['name']
  if (name === undefined) return []
  return [isConda ? inConda(name) : canonicalName(name)]
}

function inConda(name: string): string {
  return `conda ${name.toLowerCase()}`
}
