/** Runs one format over one text: offsets become places, what cannot be read becomes a gap. */

import { posix } from 'node:path'
import type { PackageEntry } from '../ecosystems/file-format.ts'
import { type FileFormat, originOf } from '../ecosystems/file-format.ts'
import { ecosystemOf } from '../ecosystems/index.ts'
import type { Dependency, Requirement } from '../model/dependency.ts'
import type { Place } from '../model/place.ts'
import type { Gap } from '../model/report.ts'
import { folderName } from '../paths.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { chainsOf } from './chain.ts'
import type { Reader } from './formats.ts'
import { placeFinder } from './place.ts'

/** A version that one file gives a name, for others to refer to. */
export interface Definition {
  readonly ecosystem: string
  readonly format: string
  readonly name: string
  readonly requirement: Requirement
  readonly place: Place
}

/** A folder that a file makes a part of its project. */
export interface Member {
  readonly ecosystem: string
  /** The folder of the file that says so. */
  readonly project: string
  /** The folder that belongs to it, relative to the root. */
  readonly folder: string
}

/** A file as others name it. */
export interface Module {
  readonly path: string
  readonly name?: string
  /** The path is relative to the root. */
  readonly parent?: { readonly name: string; readonly path?: string }
  readonly imports: readonly string[]
}

/** What one file says. */
export interface Extract {
  readonly dependencies: readonly Dependency[]
  readonly gaps: readonly Gap[]
  /** Files that this one reads in, as written. */
  readonly includes: readonly { readonly path: string; readonly as?: FileFormat; readonly place: Place }[]
  readonly definitions: readonly Definition[]
  readonly members: readonly Member[]
  readonly modules: readonly Module[]
}

/** The most that one file is let say of clients. Real ones stay far below; a report of millions of lines fits in no memory. */
const MOST_MENTIONS = 10_000

/** Reads one text. A fault ends the reading and is kept as a gap beside what came before it. */
export async function extract({ format, ecosystem, watch }: Reader, path: string, text: string): Promise<Extract> {
  const dependencies: Dependency[] = []
  const gaps: Gap[] = []
  const includes: { path: string; as?: FileFormat; place: Place }[] = []
  const definitions: Definition[] = []
  const members: Member[] = []
  const modules: Module[] = []
  const seen = new Map<string, Place[]>()
  const find = placeFinder(text)
  const place = (at: number): Place => ({ path, ...find(at) })
  let mentions = 0

  try {
    for await (const entry of format.read(text)) {
      if ('gap' in entry) {
        if (!watch.mentions(entry.text)) continue
        countMention(entry.at)
        const kind = entry.computed ? 'computed-entry' : 'unrecognised-entry'
        gaps.push({ kind, place: place(entry.at), detail: entry.gap })
      } else if ('include' in entry) {
        countMention(entry.at)
        const { include, as, at } = entry
        includes.push({ path: include, ...(as === undefined ? {} : { as }), place: place(at) })
      } else if ('defines' in entry) {
        countMention(entry.at)
        const { defines: name, requirement, at } = entry
        definitions.push({ ecosystem, format: format.name, name, requirement, place: place(at) })
      } else if ('member' in entry) {
        countMention(entry.at)
        const project = folderName(path)
        members.push({ ecosystem, project, folder: folderAt(project, entry.member) })
      } else if ('imports' in entry) {
        const { module: name, parent, imports } = entry
        modules.push({
          path,
          ...(name === undefined ? {} : { name }),
          ...(parent
            ? {
                parent: {
                  ...parent,
                  ...(parent.path === undefined ? {} : { path: posix.join(folderName(path), parent.path) })
                }
              }
            : {}),
          imports
        })
      } else {
        const type = entry.ecosystem ?? ecosystem
        const name = watch.clientNamed(type, entry.name)
        if (name === undefined) continue
        countMention(entry.at)
        add(type, name, entry)
      }
    }
    await explain()
  } catch (error) {
    gaps.push({ kind: 'unparseable-file', ...describeFailure(error) })
  }
  return { dependencies, gaps, includes, definitions, members, modules }

  function countMention(at: number): void {
    if (++mentions > MOST_MENTIONS) throw new SyntaxFault(`more than ${MOST_MENTIONS} mentions: not read further`, at)
  }

  function add(type: string, name: string, entry: PackageEntry): void {
    const repeatedAt: Place[] = []
    const { buildOf, canonicalName } = ecosystemOf(type) ?? {}
    const build = buildOf?.(entry.name) || undefined
    // One row may stand for several names of the same releases: what the file writes is told as well.
    const alias = entry.alias ?? (canonicalName?.(entry.name) === canonicalName?.(name) ? undefined : entry.name)
    const requirement: Requirement =
      entry.means === undefined ? entry.requirement : { kind: 'version', text: entry.means }
    const dependency: Dependency = {
      ecosystem: type,
      format: format.name,
      name,
      requirement,
      origin: originOf(format),
      place: place(entry.at),
      repeatedAt,
      ...(build === undefined ? {} : { build }),
      ...(entry.replacement === undefined ? {} : { replacement: entry.replacement }),
      ...(alias === undefined ? {} : { alias }),
      ...(entry.direct === undefined ? {} : { direct: entry.direct }),
      ...(entry.usedAt === undefined ? {} : { usedAt: place(entry.usedAt) }),
      ...(entry.overrides === undefined ? {} : { overrides: entry.overrides })
    }
    if (originOf(format) === 'lockfile') {
      // A lockfile may say one thing many times, once per target framework or platform: that is one dependency.
      const key = JSON.stringify([type, name, requirement, entry.replacement])
      const places = seen.get(key)
      if (places) {
        places.push(dependency.place)
        return
      }
      seen.set(key, repeatedAt)
    }
    dependencies.push(dependency)
  }

  /** Adds to each client that nobody is known to have asked for why it is there. */
  async function explain(): Promise<void> {
    const { graph } = format.role.chain ?? {}
    if (!graph || dependencies.every(({ direct }) => direct === true)) return
    const chains = chainsOf(await graph(text), dependencies, found => {
      const type = found.ecosystem ?? ecosystem
      const name = watch.clientNamed(type, found.name)
      return name === undefined ? undefined : { ecosystem: type, name }
    })
    for (const [index, dependency] of dependencies.entries()) {
      const chain = chains.get(dependency)
      if (chain) dependencies[index] = { ...dependency, chain }
    }
  }

  function describeFailure(error: unknown): { place: Place; detail: string } {
    if (error instanceof SyntaxFault) return { place: place(error.at), detail: error.message }
    if (error instanceof RangeError) return { place: place(0), detail: 'nested too deeply, or too large to be read' }
    const detail = 'reading it failed inside Bound Token Check itself: please report this file as a defect'
    return { place: place(0), detail: error instanceof Error ? `${detail} (${error.message})` : detail }
  }
}

/** The folder at a path that is relative to another one; `''` is the root, what lies outside it begins with `..`. */
function folderAt(base: string, path: string): string {
  const folder = posix.join(base, path, '.')
  return folder === '.' ? '' : folder
}
