/** From a workspace to a report: list, claim, read, follow, settle, judge. */

import { posix } from 'node:path'
import type { Dependency } from '../model/dependency.ts'
import { comparePlaces, type Place } from '../model/place.ts'
import { type Gap, type GapKind, leavesUnread, type Report } from '../model/report.ts'
import { folderName } from '../paths.ts'
import type { Grounds } from '../policy/judge.ts'
import { builtIn } from '../policy/policy.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { type Definition, type Extract, extract, type Member, type Module } from './extract.ts'
import { follow } from './follow.ts'
import { type Reader, readerFinder } from './formats.ts'
import { lineageOf } from './lineage.ts'
import { type Manifests, settleAndJudge } from './settle.ts'

/** How many files are open at the same time. */
const CONCURRENCY = 16

/** What the scan is asked for. */
export interface ScanOptions extends Grounds {
  /** Whether a file is scanned at all; absent: every file is. */
  selects?(path: string): boolean
  /** Called after each file that some format claims, for a progress line. */
  onProgress?(done: number, claimed: number): void
}

/** A path and what reads it. */
interface Claim {
  readonly path: string
  readonly readers: readonly Reader[]
}

/** What became of one file. */
type Outcome = 'unmentioned' | 'read' | 'failed'

/** What one reader found in a file; no reader where the file itself cannot be read. */
interface Found {
  readonly extract: Extract
  readonly reader?: Reader
}

/** Scans a workspace. Every listed file is accounted for in the coverage; nothing that was found is dropped. */
export async function scan(workspace: Workspace, options: ScanOptions): Promise<Report> {
  const { policy = builtIn, selects = () => true } = options
  const listing = await workspace.list()
  const paths = listing.paths.filter(path => selects(path))
  const listed = new Set(paths)
  const readersOf = readerFinder(policy)
  const claims = paths.map((path): Claim => ({ path, readers: readersOf(path) })).filter(claimed)
  const known = new Set(claims.flatMap(({ path, readers }) => readers.map(reader => key(path, reader))))
  const dependencies: Dependency[] = []
  const definitions: Definition[] = []
  const members: Member[] = []
  const modules: Module[] = []
  const gaps: Gap[] = listing.gaps.map(({ kind, path, detail }) => ({ kind, place: beginOf(path), detail }))
  const outcomes = new Map<string, Outcome>()

  // A file that reads in others adds to the end of the list while it is worked off.
  let next = 0
  let done = 0
  const work = async () => {
    for (let claim = claims[next]; claim; claim = claims[next]) {
      next++
      const found = await read(claim, workspace)
      if (found) account(claim.path, found)
      options.onProgress?.(++done, claims.length)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))

  // Files come in the order in which the disk answers; `follow` sorts, so that nothing depends on it.
  const beside = new Set(
    claims.flatMap(({ path, readers }) =>
      readers.map(({ ecosystem, format }) => besideKey(ecosystem, format.name, folderName(path)))
    )
  )
  const lineage = lineageOf(modules)
  const manifests: Manifests = {
    members,
    lineage,
    has: ({ ecosystem, format, folder }) => beside.has(besideKey(ecosystem, format, folder))
  }
  const findings = await settleAndJudge(follow(dependencies, definitions, lineage), manifests, options)
  const counted = (wanted: Outcome) => Array.from(outcomes.values()).filter(outcome => outcome === wanted).length
  return {
    findings,
    gaps: gaps.sort((a, b) => comparePlaces(a.place, b.place)),
    waivers: [],
    coverage: {
      source: listing.source,
      listed: listed.size,
      excluded: listing.excluded,
      leftOut: listing.paths.length - paths.length,
      claimed: outcomes.size,
      unmentioned: counted('unmentioned'),
      read: counted('read'),
      failed: counted('failed')
    }
  }

  function account(path: string, all: readonly Found[]): void {
    let outcome = outcomes.get(path) ?? 'unmentioned'
    for (const { extract: found, reader } of all) {
      for (const dependency of found.dependencies) dependencies.push(dependency)
      for (const definition of found.definitions) definitions.push(definition)
      for (const member of found.members) members.push(member)
      for (const module of found.modules) modules.push(module)
      const own = reader ? [...found.gaps, ...includesOf(path, found, reader)] : found.gaps
      for (const gap of own) gaps.push(gap)
      if (outcome !== 'failed') outcome = own.some(leavesUnread) ? 'failed' : 'read'
    }
    outcomes.set(path, outcome)
  }

  /** Claims the files that a file reads in; a gap for each that is not there. */
  function includesOf(from: string, { includes }: Extract, reader: Reader): Gap[] {
    return includes.flatMap(({ path: written, as, place }): Gap[] => {
      const path = posix.normalize(posix.join(folderName(from), written))
      if (written.includes('://')) {
        return [{ kind: 'absent-file', place, detail: `reads in ${written}, which is never fetched` }]
      }
      if (!listed.has(path)) {
        return [{ kind: 'absent-file', place, detail: `reads in ${written}, which is not among the scanned files` }]
      }
      const added = { ...reader, format: as ?? reader.format }
      if (!known.has(key(path, added))) {
        known.add(key(path, added))
        claims.push({ path, readers: [added] })
      }
      return []
    })
  }
}

function claimed({ readers }: Claim): boolean {
  return readers.length > 0
}

/** One file is read once for an ecosystem, whichever of its formats reads it. */
function key(path: string, { ecosystem }: Reader): string {
  return `${ecosystem} ${path}`
}

function besideKey(ecosystem: string, format: string, folder: string): string {
  return JSON.stringify([ecosystem, format, folder])
}

/** The place of a gap that stands for a whole file or folder. */
function beginOf(path: string): Place {
  return { path, line: 1, column: 1 }
}

/**
 * Nothing from a reader for whom the text names no client: such a file is never parsed. Undefined where the text is of no
 * format at all.
 */
async function read({ path, readers }: Claim, workspace: Workspace): Promise<Found[] | undefined> {
  const reading = await workspace.read(path)
  if ('absent' in reading) return [{ extract: gapOf('absent-file', path, reading.absent) }]
  const text = 'text' in reading ? reading.text : reading.fragments
  // A file that nobody can look into is of no format that only its text tells: any link to nothing may end in `.py`.
  const concerned = readers.filter(
    ({ format: { prescreen: { marker } = {} } }) => marker === undefined || text?.includes(marker)
  )
  if (concerned.length === 0) return undefined
  if ('unreadable' in reading) {
    const { unreadable, fragments } = reading
    const named = concerned.find(({ watch }) => fragments === undefined || watch.mentions(fragments))
    if (!named) return []
    const remedy = named.format.unreadable
    return [{ extract: gapOf('unreadable-file', path, remedy === undefined ? unreadable : `${unreadable}: ${remedy}`) }]
  }
  const found: Found[] = []
  for (const reader of concerned) {
    const mentions = reader.watch.mentions(reading.text)
    if (!mentions && !reader.format.prescreen?.always?.test(reading.text)) continue
    const own = await extract(reader, path, reading.text)
    // What a file that names no client would have defined stays a placeholder where it is used, and is told there.
    found.push({ extract: !mentions && reader.format.definitions ? { ...own, gaps: [] } : own, reader })
  }
  return found
}

function gapOf(kind: GapKind, path: string, detail: string): Extract {
  return {
    dependencies: [],
    gaps: [{ kind, place: beginOf(path), detail }],
    includes: [],
    definitions: [],
    members: [],
    modules: []
  }
}
