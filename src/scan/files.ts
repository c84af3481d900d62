/** Lists a workspace, runs detectors over its files, and accounts for every file. */

import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { defined, memoised } from '../collections.ts'
import type { Coverage, Gap, GapKind, HazardCoverage } from '../model/report.ts'
import { leavesUnread } from '../model/report.ts'
import { folderName } from '../paths.ts'
import type { File, Listing, Reading, Workspace } from '../workspaces/workspace.ts'
import type { Include } from './dependencies/mention.ts'
import { type Detector, located, NO_SIGHTINGS, type Sightings } from './detector.ts'
import { mayHoldHazards } from './hazard-paths.ts'

/** A workspace hears of this many files at once, before they are read. */
const ANNOUNCED_AT_ONCE = 10_000

/** The files to scan, and a callback for the progress. */
export interface FileOptions {
  /** Whether a file is scanned. Default: every file is. */
  selects?(path: string): boolean
  /** What detectors saw in texts so far; two scans that share it read equal texts once. They must have the same detectors. */
  readonly known?: KnownSightings
  /** Called after each claimed file, for a progress line. */
  onProgress?(done: number, claimed: number): void
}

/** The sightings of texts, by the identity of the detector and the hash of the text. */
export type KnownSightings = Map<string, Promise<Sightings>>

/** The sightings in the files of a workspace, in reading order. */
export interface Seen {
  readonly sightings: Sightings
  readonly coverage: Coverage
  /** The claimed files, including those without a client. */
  readonly claims: readonly Claim[]
}

/** A file and the detectors that claim it. */
export interface Claim {
  readonly file: File
  readonly detectors: readonly Detector[]
  /** Set if the file is listed and not there; known once it was to be read. */
  readonly isAbsent?: boolean
}

/** The outcome for one file. */
type Outcome = 'absent' | 'unmentioned' | 'read' | 'failed'

/** Runs detectors over the files of a workspace. Every listed file is in the coverage, every sighting in the result. */
export async function readFiles(
  workspace: Workspace,
  detectorsOf: (path: string) => readonly Detector[],
  { selects = () => true, known = new Map(), onProgress = () => undefined }: FileOptions
): Promise<Seen> {
  const listing = await workspace.list()
  // In one order, whatever that of the listing is: where two files are equally good, the first counts.
  const files = listing.files.filter(({ path }) => selects(path)).sort(byPath)
  const pass = new Pass(workspace, files, detectorsOf, known)
  let done = 0
  let announced = 0
  // A file that includes others appends claims during the iteration.
  for (const claim of pass.claims) {
    if (done === announced) {
      const next = pass.claims.slice(announced, announced + ANNOUNCED_AT_ONCE)
      await workspace.prepare?.(next.map(({ file }) => file.path))
      announced += next.length
    }
    await pass.read(claim)
    onProgress(++done, pass.claims.length)
  }
  await pass.searchAgain()
  return { sightings: pass.sightings(listing), claims: pass.accounted(), coverage: pass.coverage(listing) }
}

function byPath({ path: a }: File, { path: b }: File): number {
  return a < b ? -1 : Number(a > b)
}

/** One pass over the files of a workspace. */
class Pass {
  readonly claims: Claim[] = []
  private readonly workspace: Workspace
  private readonly files: ReadonlyMap<string, File>
  private readonly claimed = new Set<string>()
  private readonly outcomes = new Map<string, Outcome>()
  /** What became of the files that may hold a hazard. */
  private readonly searched = new Map<string, 'searched' | 'not-scanned' | 'unexamined'>()
  private readonly seen: Sightings[] = []
  /** What was seen of hazards in each file. */
  private readonly hazards = new Map<string, Sightings>()
  /** The files that the workspace did not return, by the reason. */
  private readonly unread = new Map<string, [string, ...string[]]>()
  private readonly known: KnownSightings

  constructor(
    workspace: Workspace,
    files: readonly File[],
    detectorsOf: (path: string) => readonly Detector[],
    known: KnownSightings
  ) {
    this.workspace = workspace
    this.known = known
    this.files = new Map(files.map(file => [file.path, file]))
    for (const file of files) {
      const detectors = this.allowed(file.path, detectorsOf(file.path))
      if (detectors.length > 0) this.claim(file, detectors)
    }
  }

  /** The detectors of a path without those of hazards, if none is looked for there. */
  private allowed(path: string, detectors: readonly Detector[]): readonly Detector[] {
    if (!detectors.some(isOfHazards) || mayHoldHazards(path)) return detectors
    // A marker would show only in its text whether the file is of that kind.
    if (detectors.some(detector => isOfHazards(detector) && !detector.marker)) this.searched.set(path, 'not-scanned')
    return detectors.filter(detector => !isOfHazards(detector))
  }

  /** Reads one file and runs its detectors. A detector with a marker ignores texts without it. */
  async read({ file: { path }, detectors }: Claim): Promise<void> {
    const reading = await this.workspace.read(path)
    if ('absent' in reading) {
      if (detectors.every(detector => detector.marker !== undefined || isOfHazards(detector))) return
      this.outcomes.set(path, 'absent')
      this.seen.push(gapAt(path, 'absent-file', reading.absent))
      return
    }
    if ('unreadable' in reading && reading.isUnread) {
      if (detectors.every(isOfHazards)) {
        this.leaveUnexamined(path, reading.unreadable)
        return
      }
      this.outcomes.set(path, 'failed')
      const before = this.unread.get(reading.unreadable)
      if (before) before.push(path)
      else this.unread.set(reading.unreadable, [path])
      return
    }
    const text = 'text' in reading ? reading.text : reading.fragments && withoutZeros(reading.fragments)
    // Without its text, a file is claimed only by detectors that need no marker: a broken link is not a script.
    const concerned = detectors.filter(
      ({ marker }) => marker === undefined || (text !== undefined && marker.test(text))
    )
    if (concerned.length === 0) return
    const formats = concerned.filter(detector => !isOfHazards(detector))
    const hazards = formats.some(isMachineWritten) ? [] : concerned.filter(isOfHazards)
    if ('unreadable' in reading) {
      if (formats.length > 0) this.account(path, unreadable(path, reading, formats))
      const mayHold = text === undefined || hazards.some(({ mentions }) => mentions(text))
      if (hazards.length > 0) this.leaveUnexamined(path, mayHold ? reading.unreadable : undefined)
      return
    }
    if (formats.length > 0) await this.detect(path, reading.text, formats)
    for (const detector of hazards) await this.search(path, reading.text, detector)
  }

  /** A file in which hazards cannot be looked for; without a fault nothing in it may be one. */
  private leaveUnexamined(path: string, fault: string | undefined): void {
    this.searched.set(path, 'unexamined')
    if (fault !== undefined)
      this.seen.push({ ...NO_SIGHTINGS, unexamined: [{ place: { path, line: 1, column: 1 }, fault }] })
  }

  /** All sightings, with the gaps of the listing. */
  sightings({ gaps }: Listing): Sightings {
    const listed = gaps.map(({ kind, path, detail }) => gapAt(path, kind, detail))
    const all = [...listed, ...this.seen, ...this.hazards.values(), ...Array.from(this.unread, unreadFiles)]
    return {
      mentions: all.flatMap(({ mentions }) => mentions),
      definitions: all.flatMap(({ definitions }) => definitions),
      members: all.flatMap(({ members }) => members),
      layers: all.flatMap(({ layers }) => layers),
      modules: all.flatMap(({ modules }) => modules),
      sources: all.flatMap(({ sources }) => sources),
      ownNames: all.flatMap(({ ownNames }) => ownNames),
      includes: all.flatMap(({ includes }) => includes),
      hazards: all.flatMap(({ hazards }) => hazards),
      facts: all.flatMap(({ facts }) => facts),
      clusters: all.flatMap(({ clusters }) => clusters),
      unexamined: all.flatMap(({ unexamined }) => unexamined),
      gaps: all.flatMap(own => own.gaps)
    }
  }

  /** The claims of formats, each with whether its file was absent. */
  accounted(): readonly Claim[] {
    return this.claims.flatMap(({ file, detectors }) => {
      const formats = detectors.filter(detector => !isOfHazards(detector))
      return formats.length > 0
        ? [{ file, detectors: formats, isAbsent: this.outcomes.get(file.path) === 'absent' }]
        : []
    })
  }

  coverage({ source, withoutGit, files, excluded, ignored = {} }: Listing): Coverage {
    const counted = (wanted: Outcome) => Array.from(this.outcomes.values()).filter(outcome => outcome === wanted).length
    return {
      source,
      ...defined({ withoutGit }),
      listed: this.files.size,
      excluded,
      ignored,
      leftOut: files.length - this.files.size,
      claimed: this.outcomes.size,
      unmentioned: counted('unmentioned'),
      read: counted('read'),
      failed: counted('failed'),
      absent: counted('absent'),
      ...defined({ hazards: this.hazardCoverage() })
    }
  }

  private hazardCoverage(): HazardCoverage | undefined {
    if (this.searched.size === 0) return undefined
    const all = [...this.searched.values()]
    const notScanned = all.filter(outcome => outcome === 'not-scanned').length
    const unexamined = all.filter(outcome => outcome === 'unexamined').length
    return { searched: all.length - notScanned, notScanned, unexamined }
  }

  private claim(file: File, detectors: readonly Detector[]): void {
    for (const { family } of detectors) this.claimed.add(`${family} ${file.path}`)
    this.claims.push({ file, detectors })
  }

  private async detect(path: string, text: string, detectors: readonly Detector[]): Promise<void> {
    const found: Sightings[] = []
    for (const detector of detectors.filter(({ reads }) => reads(text))) {
      const seen = located(await this.seenIn(text, detector), path)
      found.push({ ...seen, gaps: [...seen.gaps, ...this.follow(path, seen.includes, detector)] })
    }
    this.account(path, found)
  }

  /** Looks for hazards in a file. They have no part in what became of it as a file of a format. */
  private async search(path: string, text: string, detector: Detector): Promise<void> {
    this.searched.set(path, 'searched')
    if (!detector.reads(text)) return
    const seen = located(await this.seenIn(text, detector), path)
    if (seen.unexamined.length > 0) this.searched.set(path, 'unexamined')
    this.hazards.set(path, seen)
  }

  /** Looks again into the files that name what others state, or that may state what others ask for: nobody knew it the first time. */
  async searchAgain(): Promise<void> {
    const all = [...this.hazards.values()]
    const seen = { hazards: all.flatMap(({ hazards }) => hazards), facts: all.flatMap(({ facts }) => facts) }
    if (seen.hazards.length + seen.facts.length === 0) return
    const seekingOf = memoised((detector: Detector) => detector.seeking?.(seen))
    for (const { file, detectors } of this.claims) {
      for (const detector of detectors.filter(isOfHazards)) {
        const seeking = this.searched.has(file.path) ? seekingOf(detector) : undefined
        const reading = seeking && (await this.workspace.read(file.path))
        if (seeking && reading && 'text' in reading && seeking.reads(reading.text))
          await this.search(file.path, reading.text, seeking)
      }
    }
  }

  /** Each detector reads equal texts once. The texts are hashed, because not every workspace has ids for its files. */
  private seenIn(text: string, detector: Detector): Promise<Sightings> {
    const key = `${detector.id}\n${createHash('sha1').update(text).digest('hex')}`
    const known = this.known.get(key) ?? detector.detect(text)
    this.known.set(key, known)
    return known
  }

  /** Claims the files that a file includes; returns a gap for each that is missing. */
  private follow(from: string, includes: readonly Include[], detector: Detector): Gap[] {
    return includes.flatMap((include): Gap[] => {
      const { path: written, place, absent } = include
      if (written.includes('://'))
        return [{ kind: 'absent-file', place, detail: `includes ${written}, which is not fetched` }]
      const file = this.files.get(posix.normalize(posix.join(folderName(from), written)))
      if (!file)
        return [
          { kind: 'absent-file', place, detail: absent ?? `includes ${written}, which is not among the scanned files` }
        ]
      const added = detector.includes(include)
      if (!this.claimed.has(`${added.family} ${file.path}`)) this.claim(file, [added])
      return []
    })
  }

  /** Records the outcome of a file. A file that another one includes may be read twice: the worse outcome counts. */
  private account(path: string, found: readonly Sightings[]): void {
    const before = this.outcomes.get(path) ?? 'unmentioned'
    const now = outcomeOf(found)
    this.outcomes.set(path, before === 'failed' || now === 'unmentioned' ? before : now)
    this.seen.push(...found)
  }
}

/** Whether a detector reads what a package manager writes: nobody writes a hazard there. */
function isMachineWritten({ format }: Detector): boolean {
  return format !== undefined && format.role.kind !== 'manifest'
}

function isOfHazards({ format }: Detector): boolean {
  return format === undefined
}

function outcomeOf(found: readonly Sightings[]): Outcome {
  if (found.some(({ gaps }) => gaps.some(leavesUnread))) return 'failed'
  return found.length > 0 ? 'read' : 'unmentioned'
}

function unreadable(
  path: string,
  { unreadable, fragments }: Extract<Reading, { unreadable: string }>,
  detectors: readonly Detector[]
): Sightings[] {
  const named = detectors.find(
    ({ mentions, mentionsInBytes }) =>
      fragments === undefined || (mentionsInBytes?.(fragments) ?? mentions(withoutZeros(fragments)))
  )
  if (!named) return []
  const remedy = named.unreadable
  return [gapAt(path, 'unreadable-file', remedy === undefined ? unreadable : `${unreadable}: ${remedy}`)]
}

/** One gap for all files that the workspace did not return for one reason, at the first of them. */
function unreadFiles([reason, [first, ...others]]: [string, [string, ...string[]]]): Sightings {
  const more = others.length === 0 ? '' : ` (this file and ${others.length} more)`
  return gapAt(first, 'unreadable-file', reason + more)
}

/** The bytes of a text in UTF-16 as a text. */
function withoutZeros(bytes: string): string {
  return bytes.replaceAll('\0', '')
}

/** A gap that concerns a whole file or folder. */
function gapAt(path: string, kind: GapKind, detail: string): Sightings {
  return { ...NO_SIGHTINGS, gaps: [{ kind, place: { path, line: 1, column: 1 }, detail }] }
}
