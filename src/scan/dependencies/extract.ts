/** Runs the reader of one format over one text: offsets become places, unreadable parts become gaps. */

import { defined } from '../../collections.ts'
import {
  type Entry,
  type FileFormat,
  type GapEntry,
  type IgnoredEntry,
  type LockedRequirement,
  type ModuleEntry,
  originOf,
  type PackageEntry
} from '../../ecosystems/file-format.ts'
import { ecosystemOf } from '../../ecosystems/index.ts'
import { type Requirement, widerScope } from '../../model/dependency.ts'
import type { Place } from '../../model/place.ts'
import type { Gap } from '../../model/report.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import { placeFinder } from '../../syntax/place.ts'
import { type Detector, NO_SIGHTINGS, type Sightings } from '../detector.ts'
import type { Prefilter } from '../prefilter.ts'
import { type ClientOf, tracesOf } from './chain.ts'
import { isWhole, offsetOf } from './escaped.ts'
import type { Definition, Include, Layer, Member, Mention, Module, OwnName } from './mention.ts'
import { type NamedClient, namedClients } from './named.ts'
import { scopeFinder } from './scopes.ts'

/** The clients to look for in the files of one family of formats. */
export interface Watch {
  /**
   * The policy's name of a client, from its purl type (`''` for any that is watched) and any spelling of its name; undefined for other
   * packages.
   */
  clientNamed(ecosystem: string, name: string): string | undefined
  /** The same for a package that no row names, and whose name itself says that it is a client. */
  programNamed(ecosystem: string, name: string): string | undefined
  /** Whether some client of the policy handles the token for this one. */
  isHandled(dependency: Pick<Mention, 'ecosystem' | 'name'>): boolean
  /** Whether a fragment of text may name a client. */
  readonly mentions: Prefilter
}

/**
 * Maximum mentions of clients in one file. Real files stay far
 * below; a report of millions of lines would exhaust memory.
 */
const MOST_MENTIONS = 10_000

const LINE_END = /\r?\n/
const CONTINUATION = /\\$/

/** A name of one part, such as `kubernetes`, is also that of other things. */
const SEVERAL_PARTS = /[/:]/

/** Maximum gaps for named clients in one file. */
const MOST_NAMED = 20

/** The detectors of the formats of one ecosystem; `''` for the formats whose entries name their ecosystem. */
export function formatDetectors(ecosystem: string, formats: readonly FileFormat[], watch: Watch): readonly Detector[] {
  const detectors = new Map<FileFormat, Detector>()
  for (const format of formats) {
    const { name, names, prescreen, unreadable, definitions, namesInBytes } = format
    const mentions = (text: string) => watch.mentions(text, prescreen?.joins)
    const always = (text: string) => prescreen?.always?.test(text) === true
    const detector: Detector = {
      id: `${ecosystem} ${name}`,
      family: `format ${ecosystem}`,
      names,
      format,
      ...defined({
        marker: prescreen?.marker,
        unreadable,
        mentionsInBytes: namesInBytes && ((bytes: string) => namesInBytes(bytes, mentions))
      }),
      mentions,
      reads: text => mentions(text) || always(text) || prescreen?.members?.test(text) === true,
      detect: async text => {
        const found = await new Extraction({ format, ecosystem, watch }, text).run()
        const seen = format.projects ? { ...found, sources: [{ path: '', format, text }] } : found
        // An unreadable definition remains a placeholder at the place of use, and is reported there.
        return (definitions || !always(text)) && !mentions(text) ? { ...seen, gaps: [] } : seen
      },
      ...defined({ scopes: scopeFinder(format, ecosystem, clientFinder(ecosystem, watch)) }),
      includes: ({ as }) => (as && detectors.get(as)) ?? detector
    }
    detectors.set(format, detector)
  }
  return [...detectors.values()]
}

/** A format, the purl type of its packages (`''` if every entry names its own) and the clients to look for. */
interface FormatAtWork {
  readonly format: FileFormat
  readonly ecosystem: string
  readonly watch: Watch
}

/** Makes the function that returns the client that a package of a graph is. */
function clientFinder(own: string, watch: Watch): ClientOf {
  return ({ ecosystem = own, name: written }) => {
    const name = watch.clientNamed(ecosystem, written)
    return name === undefined ? undefined : { ecosystem, name }
  }
}

/** A mention that may be repeated: its index, and the places that repeat it. */
interface Repeated {
  readonly index: number
  readonly places: Place[]
  readonly settlesFor: LockedRequirement[]
}

/** One run of one reader over one text. Every path is relative to the file: `''` is the file itself. */
class Extraction {
  private readonly format: FileFormat
  private readonly ecosystem: string
  private readonly watch: Watch
  private readonly text: string
  private readonly mentions: Mention[] = []
  private readonly definitions: Definition[] = []
  private readonly members: Member[] = []
  private readonly modules: Module[] = []
  private readonly layers: Layer[] = []
  private readonly includes: Include[] = []
  private readonly gaps: Gap[] = []
  /** The first mention of each package in a lockfile, by everything that the lockfile states about it. */
  private readonly repeats = new Map<string, Repeated>()
  private readonly find: (at: number) => { line: number; column: number }
  private readonly ignored: IgnoredEntry[] = []
  private readonly unread: GapEntry[] = []
  /** The clients that an entry or a gap was yielded for. */
  private readonly reported = new Set<string>()
  private count = 0

  constructor({ format, ecosystem, watch }: FormatAtWork, text: string) {
    this.format = format
    this.ecosystem = ecosystem
    this.watch = watch
    this.text = text
    this.find = placeFinder(text)
  }

  /** Reads the text. A fault ends the reading and becomes a gap; the sightings before it are kept. */
  async run(): Promise<Sightings> {
    try {
      const entries = this.format.read(this.text, fragment => this.watch.mentions(fragment))
      for await (const entry of entries) this.see(entry)
      this.addNamed()
      await this.addTraces()
    } catch (error) {
      this.gaps.push({ kind: 'unparseable-file', ...this.failure(error) })
    }
    const { mentions, definitions, members, modules, layers, includes, gaps } = this
    const ownNames = this.ownNames()
    return { ...NO_SIGHTINGS, mentions, definitions, members, modules, layers, ownNames, includes, gaps }
  }

  /** The name of the project itself, where it is that of a client. */
  private ownNames(): readonly OwnName[] {
    const written = this.format.ownName?.exec(this.text)?.groups?.['name']
    if (written === undefined || this.watch.clientNamed(this.ecosystem, written) === undefined) return []
    return [{ path: '', ecosystem: this.ecosystem, name: written }]
  }

  private see(entry: Entry): void {
    if ('gap' in entry && entry.unread) this.unread.push(entry)
    else if ('gap' in entry) {
      if (!this.concerns(entry)) return
      this.countMention(entry.at)
      const kind = entry.computed ? 'computed-entry' : 'unrecognised-entry'
      this.gaps.push({ kind, place: this.place(entry.at), detail: entry.gap })
    } else if ('include' in entry) {
      this.countMention(entry.at)
      const { include: path, as, absent, at } = entry
      this.includes.push({ path, place: this.place(at), ...defined({ as, absent }) })
    } else if ('defines' in entry) {
      this.countMention(entry.at)
      const { ecosystem, format } = this
      const { defines: name, requirement, at } = entry
      this.definitions.push({ ecosystem, format, name, requirement, place: this.place(at) })
    } else if ('member' in entry) {
      this.countMention(entry.at)
      const { member, as, apart } = entry
      const { ecosystem, format } = this
      this.members.push({ ecosystem, origin: originOf(format), path: '', member, ...defined({ as, apart }) })
    } else if ('ignored' in entry) this.ignored.push(entry)
    else if ('on' in entry) this.layers.push({ path: '', layer: entry.layer, on: entry.on })
    else if ('imports' in entry) this.seeModule(entry)
    else this.seePackage(entry)
  }

  /** Whether a gap may hide a client. The clients that it names count as reported by it. */
  private concerns({ text, whole }: GapEntry): boolean {
    if (whole) {
      const name = this.watch.clientNamed(this.ecosystem, text)
      if (name !== undefined) this.reported.add(name)
      return name !== undefined
    }
    if (!this.watch.mentions(text, true)) return false
    for (const { name } of this.namedIn(text)) this.reported.add(name)
    return true
  }

  private seeModule({ module: name, parent, imports, abstract, unlisted, versions = [], at }: ModuleEntry): void {
    const place = this.place(at)
    this.modules.push({ path: '', place, versions, imports, ...defined({ name, parent, abstract, unlisted }) })
  }

  private seePackage(entry: PackageEntry): void {
    const ecosystem = entry.ecosystem ?? this.ecosystem
    const own = this.watch.clientNamed(ecosystem, entry.name) ?? this.watch.programNamed(ecosystem, entry.name)
    // What takes the place of a client without being one is a fork of it.
    const name = own === undefined && entry.changes ? this.watch.clientNamed(ecosystem, entry.changes.name) : own
    if (name === undefined) return
    this.reported.add(name)
    const replacing = entry.replacement && this.watch.clientNamed(ecosystem, entry.replacement)
    if (replacing) this.reported.add(replacing)
    this.countMention(entry.at)
    const mention = this.mention(ecosystem, name, own === undefined ? { ...entry, replacement: entry.name } : entry)
    if (mention.origin === 'lockfile') {
      // A lockfile may repeat a package for each target framework or platform: that is one dependency.
      const key = JSON.stringify([ecosystem, name, mention.requirement, entry.replacement])
      const before = this.repeats.get(key)
      if (before) {
        this.repeat(before, mention, entry.settlesFor)
        return
      }
      const settlesFor = [...(entry.settlesFor ?? [])]
      this.repeats.set(key, { index: this.mentions.length, places: mention.repeatedAt, settlesFor })
      this.mentions.push(entry.settlesFor ? { ...mention, settlesFor } : mention)
    } else this.mentions.push(mention)
  }

  /** Adds a repetition to the mention that it repeats. */
  private repeat(
    { index, places, settlesFor }: Repeated,
    { place, scope }: Mention,
    more?: readonly LockedRequirement[]
  ): void {
    places.push(place)
    settlesFor.push(...(more ?? []))
    const first = this.mentions[index]
    if (!first) return
    const known = more ? { settlesFor } : {}
    this.mentions[index] = { ...first, ...known, scope: widerScope(first.scope, scope) }
  }

  private mention(ecosystem: string, name: string, entry: PackageEntry): Mention & { readonly repeatedAt: Place[] } {
    const { replacement, direct, overrides, requirer, inheritedAs, imported, accessors, defaultFor } = entry
    const { buildOf, canonicalName } = ecosystemOf(ecosystem) ?? {}
    // One row may have several names for the same releases: the name in the file is reported as well.
    const at = offsetOf(entry, this.text)
    const requirement = meant(entry)
    const isSealed = entry.sealed ?? this.format.sealed
    const isSpelling = canonicalName?.(entry.name) === canonicalName?.(name)
    return {
      ecosystem,
      format: this.format,
      name,
      requirement,
      origin: originOf(this.format),
      place: this.place(at),
      repeatedAt: [],
      scope: entry.scope ?? 'unknown',
      written: entry.name,
      ...defined({
        changes: entry.changes,
        build: buildOf?.(entry.name) || undefined,
        replacement,
        alias: entry.alias ?? (isSpelling ? undefined : entry.name),
        direct,
        patched: entry.patched,
        generation: entry.generation,
        replaceable: !isSealed && isWhole(this.text, at, requirement) ? (true as const) : undefined,
        usedAt: entry.usedAt === undefined ? undefined : this.place(entry.usedAt),
        overrides,
        requirer,
        inheritedAs,
        imported,
        accessors,
        defaultFor
      })
    }
  }

  /** Adds a gap for each client that the text names and the reader did not yield. */
  private addNamed(): void {
    for (const { text, gap, at } of this.unread) {
      const name = SEVERAL_PARTS.test(text) ? this.watch.clientNamed('', text) : undefined
      if (name === undefined || this.reported.has(name) || this.reported.size >= MOST_NAMED) continue
      this.reported.add(name)
      this.gaps.push({ kind: 'not-understood', place: this.place(at), detail: `${name} ${gap}` })
    }
    // Formats with packages of several ecosystems, such as scripts, also have the names of clients in sentences.
    if (this.ecosystem === '') return
    const definitionLines = new Set(this.definitions.map(({ place }) => place.line))
    for (const own of this.ownNames()) this.reported.add(this.watch.clientNamed(this.ecosystem, own.name) ?? own.name)
    const unreported = this.namedIn(this.text, this.ignored).filter(({ name }) => !this.reported.has(name))
    for (const { name, at } of unreported.slice(0, MOST_NAMED)) {
      const place = this.place(at)
      if (definitionLines.has(place.line)) continue
      const detail = `names ${name} in a place where no dependency is known to be stated`
      this.gaps.push({ kind: 'not-understood', place, detail })
    }
  }

  private namedIn(text: string, ignored: readonly IgnoredEntry[] = []): readonly NamedClient[] {
    const { watch, ecosystem, format } = this
    return namedClients({
      text,
      comments: format.comments ?? 'hash',
      ignored,
      areImages: ecosystemOf(ecosystem)?.holders !== undefined,
      mentions: fragment => watch.mentions(fragment),
      clientNamed: name => watch.clientNamed(ecosystem, name)
    })
  }

  /** Adds the chain of parents to each client that the file does not mark as direct, and the scope. */
  private async addTraces(): Promise<void> {
    const { graph } = this.format.role.chain ?? {}
    const { mentions } = this
    if (!graph || mentions.every(({ direct, scope }) => direct === true && scope !== 'unknown')) return
    const clientOf = clientFinder(this.ecosystem, this.watch)
    const traces = tracesOf(await graph(this.text), mentions, clientOf, mention => this.watch.isHandled(mention))
    for (const [index, mention] of mentions.entries()) {
      const trace = traces.get(mention)
      if (!trace) continue
      const scope = mention.scope === 'unknown' ? (trace.scope ?? 'unknown') : mention.scope
      mentions[index] = { ...mention, ...defined({ chain: trace.chain, requiredBy: trace.requiredBy }), scope }
    }
  }

  private countMention(at: number): void {
    if (++this.count > MOST_MENTIONS)
      throw new SyntaxFault(`more than ${MOST_MENTIONS} mentions of clients: not read further`, at)
  }

  private place(at: number): Place {
    return { path: '', ...this.find(at) }
  }

  private failure(error: unknown): { place: Place; detail: string } {
    if (error instanceof SyntaxFault) return { place: this.place(error.at), detail: error.message }
    if (error instanceof RangeError) return { place: this.place(0), detail: 'nested too deeply, or too large' }
    const detail = 'Bound Token Check failed to read this file because of a bug of its own: please report it'
    return { place: this.place(0), detail: error instanceof Error ? `${detail} (${error.message})` : detail }
  }
}

/** The requirement of an entry as its ecosystem spells it, on one line. */
function meant({ requirement, means }: PackageEntry): Requirement {
  if (means !== undefined) return { kind: requirement.kind === 'range' ? 'range' : 'version', text: means }
  return requirement.kind === 'none' || !LINE_END.test(requirement.text)
    ? requirement
    : { ...requirement, text: onOneLine(requirement.text) }
}

/** Joins the lines of a requirement: a file may continue it behind a backslash, or write it in a string of several lines. */
function onOneLine(text: string): string {
  let joined = ''
  for (const line of text.split(LINE_END)) {
    const part = line.trim().replace(CONTINUATION, '').trimEnd()
    const needsBlank = joined !== '' && part !== '' && !joined.endsWith(',') && !part.startsWith(',')
    joined += needsBlank ? ` ${part}` : part
  }
  return joined
}
