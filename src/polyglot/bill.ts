/**
 * Software bills of materials: the parts that CycloneDX and SPDX share in every notation. Both name packages by package
 * URLs; https://github.com/package-url/purl-spec.
 *
 * A bill is generated, and the package URL is what counts in it. The place of an entry is the plain field with the
 * version, because people look for that one, if the field has the version of the package URL; else it is the version
 * inside the package URL. Deliberately ignored: packages of other types than ours (`deb`, `helm`, `github`), except that the whole name
 * of a client in one is shown; `download_url`, the address of a version's files; files, services and vulnerabilities.
 */

import type { Ecosystem } from '../ecosystems/ecosystem.ts'
import type { Entry, GapEntry, Graph, GraphPackage, KnownScope, PackageEntry } from '../ecosystems/file-format.ts'
import type { FileNames } from '../ecosystems/file-names.ts'
import { ecosystemOf } from '../ecosystems/index.ts'
import type { PurlPackage } from '../ecosystems/purl.ts'
import type { Requirement } from '../model/dependency.ts'
import type { SyntaxFault } from '../syntax/fault.ts'
import type { Placed } from '../syntax/lines.ts'
import type { TextNode } from '../syntax/tree.ts'
import type { XmlText } from '../syntax/xml.ts'

/** One package of a bill. */
export interface Item {
  /** Its identifier in the relations of the bill. */
  readonly key?: string
  readonly at: number
  /** The name with the group, if the bill has it in a field of its own; every word of an item without a name. */
  readonly fullName: string
  readonly name?: Placed
  /** The plain field: a version, else a range. */
  readonly version?: Placed
  readonly purls: readonly Placed[]
  /** Its scope, if the bill states one. */
  readonly scope?: KnownScope
  /** Whether the bill calls it a package, so that it needs a package URL. */
  readonly isPackage: boolean
}

/** The content of a bill. */
export interface Bill {
  readonly items: readonly Item[]
  /** The keys of the items that each item needs, by its key. */
  readonly needs: ReadonlyMap<string, readonly string[]>
  /** The keys of the items that are needed for development or tests only; absent if the bill has no such relations. */
  readonly developmentNeeds?: ReadonlySet<string>
  /** The key of the project that the bill describes; the project is not an entry. */
  readonly project?: string
  /** Elements of unexpected shape. */
  readonly gaps: readonly Entry[]
  readonly fault?: SyntaxFault
}

/** The content of a file that is not a bill. */
export const NO_BILL: Bill = { items: [], needs: new Map(), gaps: [] }

/**
 * A package URL that may have a name without its needle. Every character of a name may be encoded
 * (https://github.com/package-url/purl-spec), and some tools encode slashes. A subpath may be the end of a name, and the name of an OCI
 * image is in two parts.
 */
const SPLIT_NAME = /pkg:(?:oci\/|[^"<\s]{0,150}(?:#|%(?:2[d-f]|3\d|[46][1-9a-f]|[57][\da]|5f)))/i

/** The members that all formats of bills share. */
export const BILL = {
  prescreen: { always: SPLIT_NAME },
  upgrade: (name: string, version: string) => [
    { edit: `in the project's own file, require ${name} ${version}, then make the bill of materials anew` }
  ]
} as const

/** The hosts whose repositories are packages of a type. */
const HOSTS: ReadonlyMap<string, string> = new Map([
  ['github', 'github.com'],
  ['gitlab', 'gitlab.com'],
  ['bitbucket', 'bitbucket.org']
])
const MAYBE_PACKAGE = 'is named with a path that may be that of a package in it or of another module'
const SAYS_NOTHING: ReadonlySet<string> = new Set(['', 'NOASSERTION', 'NONE'])
const ENDS_PLAIN = /[?#]/
const QUALIFIER = /[?&][\w.-]+=[^?&#]*/g
const RANGE = /[\s,|<>=^~*!()[\]]|^vers:/

/** Reads a package URL; undefined for any other text. */
type ReadPurl = (text: string) => PurlPackage | undefined

/**
 * The file names of bills with these extensions, each without its dot: the base name contains a word such as
 * `bom` or `spdx`, as in `bom.json`, `app.cdx.json`, `sbom-web.json` and `manifest.spdx.json`.
 */
export function billNames(...extensions: readonly string[]): FileNames {
  return {
    extensions: extensions.map(extension => `.${extension}`),
    pattern: new RegExp(
      `(?:^|[/._-])(?:bom|sbom|cdx|cyclonedx|spdx|spdx3)(?:[._-][^/]*)?\\.(?:${extensions.join('|')})$`,
      'i'
    )
  }
}

/** The text of a string; undefined for an empty one and for the words that SPDX uses for an unknown value. */
export function filled(node: TextNode | XmlText | undefined): Placed | undefined {
  return node && !SAYS_NOTHING.has(node.value) ? { text: node.value, at: node.at } : undefined
}

/** The entries of a bill, then its fault. */
export async function* entriesOf(text: string, bill: Bill): AsyncGenerator<Entry> {
  const readPurl = await purlReader()
  // If the file breaks off, its last item may be incomplete: the fault reports that.
  if (!bill.fault) yield* bill.gaps
  for (const item of bill.items) {
    if (item.key !== undefined && item.key === bill.project) continue
    for (const entry of readItem(text, item, readPurl)) if (!('gap' in entry && bill.fault)) yield entry
  }
  if (bill.fault) throw bill.fault
}

/** Which item of a bill needs which. The roots are the needs of the project, if the bill has them. */
export async function graphOf(text: string, bill: Bill): Promise<Graph> {
  const readPurl = await purlReader()
  const packages = new Map<string, GraphPackage>()
  for (const item of bill.items) {
    if (item.key === undefined || item.key === bill.project) continue
    const [entry] = readItem(text, item, readPurl)
    packages.set(item.key, entry && 'name' in entry ? told(entry) : { name: item.fullName, version: '' })
  }
  const roots = rootsOf(bill)
  return {
    packages,
    ...(roots.size > 0 ? { roots } : {}),
    ...(bill.developmentNeeds ? { developmentRoots: bill.developmentNeeds } : {}),
    needsOf: key => bill.needs.get(String(key)) ?? []
  }
}

/** Loaded on demand: the reader of package URLs takes longer to load than all formats. */
async function purlReader(): Promise<ReadPurl> {
  return (await import('../ecosystems/purl.ts')).readPurl
}

function told({ ecosystem, name, requirement, means }: PackageEntry): GraphPackage {
  const version = means ?? (requirement.kind === 'none' ? '' : requirement.text)
  return { ...(ecosystem === undefined ? {} : { ecosystem }), name, version }
}

/**
 * The packages that the project needs, also through items that are not packages: some tools add the manifest between
 * them.
 */
function rootsOf({ items, needs, project }: Bill): ReadonlySet<string> {
  const named = new Set(items.filter(({ purls }) => purls.length > 0).map(({ key }) => key))
  const roots = new Set<string>()
  const passed = new Set(project === undefined ? [] : [project])
  for (const key of passed) {
    for (const need of needs.get(key) ?? []) {
      if (named.has(need)) roots.add(need)
      else passed.add(need)
    }
  }
  return roots
}

function* readItem(text: string, item: Item, readPurl: ReadPurl): Generator<Entry> {
  const { fullName, at } = item
  if (item.purls.length === 0 && item.isPackage) yield { gap: 'the package has no package URL', text: fullName, at }
  for (const purl of item.purls) {
    const named = readPurl(purl.text)
    const ecosystem = named && ecosystemOf(named.ecosystem)
    if (!named) yield { gap: 'expected a package URL', text: `${purl.text} ${fullName}`, at: purl.at }
    else if (ecosystem) {
      yield readPackage(text, item, { ...named, ecosystem, written: purl })
      if (named.module !== undefined) yield { gap: MAYBE_PACKAGE, text: named.module, at: purl.at, unread: true }
    } else yield unread(named, purl)
  }
}

/** A package URL of a type that is not read. The name of a repository is also that of a module in it. */
function unread({ ecosystem: type, name }: PurlPackage, { at }: Placed): GapEntry {
  const host = HOSTS.get(type)
  const text = host === undefined ? name : `${host}/${name}`
  return { gap: `is named as a package of the type "${type}", which is not read`, text, at, unread: true }
}

/** A package URL of one of our ecosystems. */
interface KnownPurl extends Omit<PurlPackage, 'ecosystem'> {
  readonly ecosystem: Ecosystem
  readonly written: Placed
}

function readPackage(text: string, item: Item, known: KnownPurl): Entry {
  const { ecosystem, name, requirement, qualifier, written } = known
  const { version } = item
  const { id, purl, ownPart } = ecosystem
  const stands = (placed: Placed | undefined): placed is Placed =>
    placed !== undefined && placed.text !== '' && text.startsWith(placed.text, placed.at)
  const entry = (asked: Requirement, at: number, means?: string): PackageEntry => ({
    ecosystem: id,
    name,
    requirement: asked,
    at,
    ...(item.scope ? { scope: item.scope } : {}),
    ...(means === undefined || asked.kind !== 'version' || means === asked.text ? {} : { means })
  })

  if (requirement.kind === 'version') {
    const means = purl.version(requirement.text)
    const sameField = version && purl.version(version.text) === means ? version : undefined
    const inPurl = qualifier === undefined ? versionIn(written) : qualifierIn(written, qualifier)
    const place = [sameField, inPurl].find(stands)
    if (place) return entry({ kind: 'version', text: place.text }, place.at, means)
  } else if (requirement.kind === 'source') {
    const place = [partOf(written, requirement.text), qualifierIn(written, 'vcs_url'), pathIn(written)].find(stands)
    if (place) return entry({ ...requirement, text: place.text }, place.at)
  } else if (stands(version)) {
    if (RANGE.test(version.text)) return entry({ kind: 'range', text: version.text }, version.at)
    return entry({ kind: 'version', text: version.text }, version.at, purl.version(version.text))
  } else {
    const wanted = ownPart?.(name) ?? name
    const place = [item.name?.text === wanted ? item.name : undefined, partOf(written, wanted)].find(stands)
    if (place) return entry({ kind: 'none' }, place.at)
  }
  return { gap: 'the name or version contains an escape sequence', text: name, at: written.at }
}

/** The version inside a package URL, as written. */
function versionIn(purl: Placed): Placed {
  const head = beforeQualifiers(purl)
  const start = head.lastIndexOf('@') + 1
  return { text: head.slice(start), at: purl.at + start }
}

/** Type, name and version, as written. */
function beforeQualifiers({ text }: Placed): string {
  const end = text.search(ENDS_PLAIN)
  return end < 0 ? text : text.slice(0, end)
}

/** The name inside a package URL, as written. */
function pathIn(purl: Placed): Placed {
  const head = beforeQualifiers(purl)
  const start = head.indexOf('/') + 1
  const end = head.lastIndexOf('@')
  return { text: head.slice(start, end > start ? end : undefined), at: purl.at + start }
}

/** The value of a qualifier, as written. */
function qualifierIn(purl: Placed, name: string): Placed | undefined {
  for (const { 0: qualifier, index } of purl.text.matchAll(QUALIFIER)) {
    const separator = qualifier.indexOf('=')
    if (qualifier.slice(1, separator).toLowerCase() === name)
      return { text: qualifier.slice(separator + 1), at: purl.at + index + separator + 1 }
  }
  return undefined
}

/** A text inside a package URL; undefined if it is not there verbatim. */
function partOf(purl: Placed, part: string): Placed | undefined {
  const start = purl.text.lastIndexOf(part)
  return start < 0 ? undefined : { text: part, at: purl.at + start }
}
