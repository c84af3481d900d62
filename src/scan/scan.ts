/** From a workspace to a report: list, claim, read, settle, judge. */

import { posix } from 'node:path'
import { type Ecosystem, type FileFormat, folderName } from '../ecosystems/ecosystem.ts'
import { ecosystems } from '../ecosystems/index.ts'
import { comparePlaces, type Dependency, type Gap, type MinimumMode, type Report } from '../model.ts'
import { clientsOf } from '../policy/clients/index.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { type Extract, extract, type Watch } from './extract.ts'
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
}

const NOTHING: Extract = { dependencies: [], gaps: [], includes: [] }

/** Scans a workspace. Every listed file is accounted for in the coverage; nothing that was found is dropped. */
export async function scan(workspace: Workspace, options: ScanOptions): Promise<Report> {
  const listing = await workspace.list()
  const listed = new Set(listing.paths)
  const watches = new Map(ecosystems.map(ecosystem => [ecosystem.id, watch(ecosystem)]))
  const claims = listing.paths.flatMap(claim)
  const claimed = new Set(claims.map(key))
  const dependencies: Dependency[] = []
  const gaps: Gap[] = listing.gaps.map(({ kind, path, detail }) => ({
    kind,
    place: { path, line: 1, column: 1 },
    detail
  }))
  const count = { unmentioned: 0, read: 0, failed: 0 }

  // A file that reads in others adds to the end of the list while it is worked off.
  let next = 0
  let done = 0
  const work = async () => {
    while (next < claims.length) {
      const current = claims[next++] as Claim
      account(current, await read(current, workspace, watches.get(current.ecosystem.id) as Watch))
      options.onProgress?.(++done, claims.length)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))

  const findings = await settleAndJudge(dependencies, options.minimum)
  return {
    findings: findings.sort((a, b) => comparePlaces(a.dependency.place, b.dependency.place)),
    gaps: gaps.sort((a, b) => comparePlaces(a.place, b.place)),
    coverage: {
      source: listing.source,
      listed: listed.size,
      excluded: listing.excluded,
      claimed: claims.length,
      ...count
    }
  }

  function account(current: Claim, found: Extract | undefined): void {
    if (!found) {
      count.unmentioned++
      return
    }
    dependencies.push(...found.dependencies)
    const own = [...found.gaps]
    for (const include of found.includes) {
      if (include.path.includes('://')) {
        own.push({
          kind: 'absent-file',
          place: include.place,
          detail: `reads in ${include.path}, which is never fetched`
        })
        continue
      }
      const path = posix.normalize(posix.join(folderName(current.path), include.path))
      const added = { ...current, path }
      if (claimed.has(key(added))) continue
      if (!listed.has(path)) {
        own.push({
          kind: 'absent-file',
          place: include.place,
          detail: `reads in ${include.path}, which is not among the scanned files`
        })
      } else {
        claimed.add(key(added))
        claims.push(added)
      }
    }
    gaps.push(...own)
    count[own.some(gap => gap.kind !== 'absent-file') ? 'failed' : 'read']++
  }
}

/** The formats that claim a path: one at the most per ecosystem, the first in its list. */
function claim(path: string): Claim[] {
  return ecosystems.flatMap(ecosystem => {
    const format = ecosystem.formats.find(candidate => candidate.claims(path))
    return format ? [{ path, ecosystem, format }] : []
  })
}

function key({ ecosystem, path }: Claim): string {
  return `${ecosystem.id} ${path}`
}

function watch(ecosystem: Ecosystem): Watch {
  const names = new Map(clientsOf(ecosystem.id).map(({ name }) => [ecosystem.canonicalName(name), name]))
  return { names, mentions: prefilter(ecosystem, names.keys()) }
}

/** Undefined when the text names no client: such a file is never parsed. */
async function read(
  { path, ecosystem, format }: Claim,
  workspace: Workspace,
  watched: Watch
): Promise<Extract | undefined> {
  const reading = await workspace.read(path)
  const place = { path, line: 1, column: 1 }
  if ('absent' in reading) return { ...NOTHING, gaps: [{ kind: 'absent-file', place, detail: reading.absent }] }
  if ('unreadable' in reading)
    return { ...NOTHING, gaps: [{ kind: 'unreadable-file', place, detail: reading.unreadable }] }
  if (!watched.mentions(reading.text) && !format.mayInclude?.test(reading.text)) return undefined
  return extract(ecosystem, format, path, reading.text, watched)
}
