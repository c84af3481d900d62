/**
 * Software bills of materials: what CycloneDX and SPDX, in whatever notation, have in common. Both name packages by package
 * URLs; https://github.com/package-url/purl-spec.
 *
 * A bill is made by a machine, so nobody changes it by hand. The place of an entry is the plain field that holds the
 * version, which is what people read and look for, where it says what the package URL says; else the version inside the
 * package URL, which decides. Leaves out on purpose: packages of other types than ours (`deb`, `oci`, `github`);
 * `download_url`, which says where the bytes of a version lie; files, services and vulnerabilities.
 */

import type { Entry, Graph, GraphPackage, PackageEntry } from '../ecosystems/file-format.ts'
import type { FileNames } from '../ecosystems/file-names.ts'
import { ecosystemOf } from '../ecosystems/index.ts'
import type { Question } from '../ecosystems/purl.ts'
import type { Requirement } from '../model/dependency.ts'
import type { SyntaxFault } from '../syntax/fault.ts'
import type { Placed } from '../syntax/lines.ts'
import type { TextNode } from '../syntax/tree.ts'
import type { XmlText } from '../syntax/xml.ts'

/** One package of a bill. */
export interface Item {
  /** What the relations of the bill call it. */
  readonly key?: string
  readonly at: number
  /** With its group, as far as they stand apart; every word of it where it has no name. */
  readonly fullName: string
  readonly name?: Placed
  /** The plain field: a version, or a range where there is no version yet. */
  readonly version?: Placed
  readonly purls: readonly Placed[]
  /** Whether it is a package by its own words, so that a package URL is missed where there is none. */
  readonly isPackage: boolean
}

/** What a bill says. */
export interface Bill {
  readonly items: readonly Item[]
  /** What each item needs, by their keys. */
  readonly needs: ReadonlyMap<string, readonly string[]>
  /** The project that the bill is of: never an entry. */
  readonly project?: string
  /** Elements of unexpected shape. */
  readonly gaps: readonly Entry[]
  readonly fault?: SyntaxFault
}

/** What a file says that is no bill. */
export const NO_BILL: Bill = { items: [], needs: new Map(), gaps: [] }

/** What all formats of bills share. */
export const BILL = {
  // Some tools encode the slashes of Go's names, and the needle is the whole name.
  prescreen: { always: /pkg:golang\/[^"<@\s]{0,200}%2f/i },
  upgrade: (name: string, version: string) => [
    `# in the project's own file: ${name} ${version}, then make the bill of materials anew`
  ]
} as const

const SAYS_NOTHING: ReadonlySet<string> = new Set(['', 'NOASSERTION', 'NONE'])
const ENDS_PLAIN = /[?#]/
const VCS_URL = /[?&]vcs_url=(?<written>[^&#]*)/
const RANGE = /[\s,|<>=^~*!()[\]]|^vers:/
const DIGIT_FIRST = /^\d/

/** Reads a package URL. */
type ReadPurl = (text: string) => Question | undefined

/**
 * The names of bills with these extensions (a part of a regular expression): one of the words of a bill is a part of the base
 * name, as in `bom.json`, `app.cdx.json`, `sbom-web.json` and `manifest.spdx.json`.
 */
export function billNames(extensions: string): FileNames {
  return {
    pattern: new RegExp(`(?:^|[/._-])(?:bom|sbom|cdx|cyclonedx|spdx|spdx3)(?:[._-][^/]*)?[._-](?:${extensions})$`, 'i')
  }
}

/** A string that says something; undefined for an empty one and for what SPDX writes where it knows nothing. */
export function filled(node: TextNode | XmlText | undefined): Placed | undefined {
  return node && !SAYS_NOTHING.has(node.value) ? { text: node.value, at: node.at } : undefined
}

/** The entries of a bill, and at last its fault. */
export async function* entriesOf(text: string, bill: Bill): AsyncGenerator<Entry> {
  const readPurl = await purlReader()
  // Where the file breaks off, its last item may lack something: the fault says so.
  if (!bill.fault) yield* bill.gaps
  for (const item of bill.items) {
    if (item.key !== undefined && item.key === bill.project) continue
    for (const entry of readItem(text, item, readPurl)) if (!('gap' in entry && bill.fault)) yield entry
  }
  if (bill.fault) throw bill.fault
}

/** Which item of a bill needs which. What the project needs is asked for; the bill may leave that out. */
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
    needsOf: key => bill.needs.get(String(key)) ?? []
  }
}

/** Loaded on demand: the reader of package URLs costs more at start than all the formats. */
async function purlReader(): Promise<ReadPurl> {
  return (await import('../ecosystems/purl.ts')).readPurl
}

function told({ ecosystem, name, requirement, means }: PackageEntry): GraphPackage {
  const version = means ?? (requirement.kind === 'none' ? '' : requirement.text)
  return { ...(ecosystem === undefined ? {} : { ecosystem }), name, version }
}

/** What the project needs, through what is no package: some tools put the file between that names the packages. */
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
    const question = readPurl(purl.text)
    if (!question) yield { gap: 'expected a package URL', text: `${purl.text} ${fullName}`, at: purl.at }
    else if (ecosystemOf(question.ecosystem)) yield readPackage(text, item, purl, question)
  }
}

function readPackage(text: string, { name, version }: Item, purl: Placed, question: Question): Entry {
  const { ecosystem, requirement } = question
  const stands = (placed: Placed | undefined): placed is Placed =>
    placed !== undefined && placed.text !== '' && text.startsWith(placed.text, placed.at)
  const entry = (asked: Requirement, at: number, means?: string): PackageEntry => ({
    ecosystem,
    name: question.name,
    requirement: asked,
    at,
    ...(means === undefined || asked.kind !== 'version' || means === asked.text ? {} : { means })
  })

  if (requirement.kind === 'version') {
    const means = spelled(ecosystem, requirement.text)
    const sameField = version && spelled(ecosystem, version.text) === means ? version : undefined
    const place = [sameField, versionIn(purl)].find(stands)
    if (place) return entry({ kind: 'version', text: place.text }, place.at, means)
  } else if (requirement.kind === 'source') {
    const place = [partOf(purl, requirement.text), vcsUrlIn(purl)].find(stands)
    if (place) return entry({ ...requirement, text: place.text }, place.at)
  } else if (stands(version)) {
    if (RANGE.test(version.text)) return entry({ kind: 'range', text: version.text }, version.at)
    return entry({ kind: 'version', text: version.text }, version.at, spelled(ecosystem, version.text))
  } else {
    // Maven's group and artifact stand apart.
    const wanted = ecosystem === 'maven' ? question.name.slice(question.name.lastIndexOf(':') + 1) : question.name
    const place = [name?.text === wanted ? name : undefined, partOf(purl, wanted)].find(stands)
    if (place) return entry({ kind: 'none' }, place.at)
  }
  return { gap: 'the version or name is written with escapes', text: question.name, at: purl.at }
}

/** Some tools leave out the `v` of Go's versions. */
function spelled(ecosystem: string, version: string): string {
  return ecosystem === 'golang' && DIGIT_FIRST.test(version) ? `v${version}` : version
}

/** The version inside a package URL, as written. */
function versionIn(purl: Placed): Placed {
  const end = purl.text.search(ENDS_PLAIN)
  const head = end < 0 ? purl.text : purl.text.slice(0, end)
  const start = head.lastIndexOf('@') + 1
  return { text: head.slice(start), at: purl.at + start }
}

function vcsUrlIn(purl: Placed): Placed | undefined {
  const written = VCS_URL.exec(purl.text)?.groups?.['written']
  return written === undefined ? undefined : partOf(purl, written)
}

/** A text inside a package URL; undefined where it does not stand there as it is. */
function partOf(purl: Placed, part: string): Placed | undefined {
  const start = purl.text.lastIndexOf(part)
  return start < 0 ? undefined : { text: part, at: purl.at + start }
}
