/** From a workspace to a report: list, claim, read, follow, settle, judge. */

import { posix } from 'node:path'
import { type Ecosystem, type FileFormat, folderName } from '../ecosystems/ecosystem.ts'
import { ecosystems } from '../ecosystems/index.ts'
import {
  comparePlaces,
  type Dependency,
  type Gap,
  leavesUnread,
  type MinimumMode,
  type Place,
  type Report
} from '../model.ts'
import { clientsOf } from '../policy/clients/index.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { type Definition, type Extract, extract, type Watch } from './extract.ts'
import { follow } from './follow.ts'
import { prefilter } from './prefilter.ts'
import { settleAndJudge } from './settle.ts'

/** How many files are open at the same time. */
const CONCURRENCY = 16

/** What the scan is asked for. */
export interface ScanOptions {
  readonly minimum: MinimumMode
  /** Called after each file that some format claims, for a progress line. */
  onProgress?(done: number, claimed: number): void
}

/** A path and the format that reads it. */
interface Claim {
  readonly path: string
  readonly ecosystem: Ecosystem
  readonly format: FileFormat
  readonly watch: Watch
}

const NOTHING: Extract = { dependencies: [], gaps: [], includes: [], definitions: [] }

/** Scans a workspace. Every listed file is accounted for in the coverage; nothing that was found is dropped. */
export async function scan(workspace: Workspace, options: ScanOptions): Promise<Report> {
  const listing = await workspace.list()
  const listed = new Set(listing.paths)
  const watched = ecosystems.map(ecosystem => ({ ecosystem, watch: watchFor(ecosystem) }))
  const claims = listing.paths.flatMap(claimsOf)
  const claimed = new Set(claims.map(key))
  const dependencies: Dependency[] = []
  const definitions: Definition[] = []
  const gaps: Gap[] = listing.gaps.map(({ kind, path, detail }) => ({ kind, place: beginOf(path), detail }))
  const count = { unmentioned: 0, read: 0, failed: 0 }

  // A file that reads in others adds to the end of the list while it is worked off.
  let next = 0
  let done = 0
  const work = async () => {
    for (let current = claims[next]; current; current = claims[next]) {
      next++
      account(current, await read(current, workspace))
      options.onProgress?.(++done, claims.length)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))

  // Files come in the order in which the disk answers; `follow` sorts, so that nothing depends on it.
  const findings = await settleAndJudge(follow(dependencies, definitions), options.minimum)
  return {
    findings,
    gaps: gaps.sort((a, b) => comparePlaces(a.place, b.place)),
    coverage: {
      source: listing.source,
      listed: listed.size,
      excluded: listing.excluded,
      claimed: claims.length,
      ...count
    }
  }

  /** The formats that claim a path: one at the most per ecosystem, the first in its list. */
  function claimsOf(path: string): Claim[] {
    return watched.flatMap(({ ecosystem, watch }) => {
      const format = ecosystem.formats.find(candidate => candidate.claims(path))
      return format ? [{ path, ecosystem, format, watch }] : []
    })
  }

  function account(current: Claim, found: Extract | undefined): void {
    if (!found) {
      count.unmentioned++
      return
    }
    for (const dependency of found.dependencies) dependencies.push(dependency)
    for (const definition of found.definitions) definitions.push(definition)
    const own = [...found.gaps]
    for (const { path: written, as, place } of found.includes) {
      const path = posix.normalize(posix.join(folderName(current.path), written))
      const format = current.ecosystem.formats.find(({ name }) => name === as) ?? current.format
      const added = { ...current, format, path }
      if (written.includes('://')) {
        own.push({ kind: 'absent-file', place, detail: `reads in ${written}, which is never fetched` })
      } else if (!listed.has(path)) {
        own.push({ kind: 'absent-file', place, detail: `reads in ${written}, which is not among the scanned files` })
      } else if (!claimed.has(key(added))) {
        claimed.add(key(added))
        claims.push(added)
      }
    }
    for (const gap of own) gaps.push(gap)
    count[own.some(leavesUnread) ? 'failed' : 'read']++
  }
}

function key({ ecosystem, path }: Claim): string {
  return `${ecosystem.id} ${path}`
}

/** The place of a gap that stands for a whole file or folder. */
function beginOf(path: string): Place {
  return { path, line: 1, column: 1 }
}

function watchFor(ecosystem: Ecosystem): Watch {
  const names = new Map(clientsOf(ecosystem.id).map(({ name }) => [ecosystem.canonicalName(name), name]))
  return { names, mentions: prefilter(ecosystem, names.keys()) }
}

/** Undefined when the text names no client: such a file is never parsed. */
async function read({ path, ecosystem, format, watch }: Claim, workspace: Workspace): Promise<Extract | undefined> {
  const reading = await workspace.read(path)
  const place = beginOf(path)
  if ('absent' in reading) return { ...NOTHING, gaps: [{ kind: 'absent-file', place, detail: reading.absent }] }
  if ('unreadable' in reading) {
    if (reading.fragments !== undefined && !watch.mentions(reading.fragments)) return undefined
    const detail = format.unreadable === undefined ? reading.unreadable : `${reading.unreadable}: ${format.unreadable}`
    return { ...NOTHING, gaps: [{ kind: 'unreadable-file', place, detail }] }
  }
  if (!watch.mentions(reading.text) && !format.mayInclude?.test(reading.text)) return undefined
  return extract(ecosystem, format, path, reading.text, watch)
}
