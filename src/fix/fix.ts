/**
 * Makes the edits of a report in the texts of a workspace, and scans the result: an edit counts only if the next scan agrees. Where there
 * is no line to edit, an override is added. One edit may
 * show what another finding needs, so this is repeated until nothing is left to edit. Deliberately ignored: the commands that have to
 * follow, of which none is run.
 */

import { defined, groupBy } from '../collections.ts'
import {
  type Finding,
  type FollowUp,
  isAboutClient,
  type OverridePlace,
  type PlacedEdit,
  subjectPlace
} from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Gap, Report } from '../model/report.ts'
import { overlaid } from '../workspaces/overlay.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { type TextEdit, withEdits } from './edited-text.ts'
import { hasTable, type Overridden, withOverride } from './new-override.ts'
import { isSelected, type Selection } from './selection.ts'

/** An edit that was made. All but the new text may be hostile. */
export interface MadeEdit extends TextEdit {
  /** The package that it moves. */
  readonly name: string
  /** What it mends. */
  readonly finding: Finding
  /** What else to do or to know; ours. */
  readonly also?: string | undefined
  /** The override that it adds: a version, or a requirement. Absent where it changes a text. */
  readonly adds?: string
}

/** A file with its edits. */
export interface FixedFile {
  readonly path: string
  readonly before: string
  readonly after: string
  /** In the order of their places in the text before; that of an override, in the text that the other edits leave. */
  readonly edits: readonly MadeEdit[]
  /** What has to run after the edits. */
  readonly followUps: readonly FollowUp[]
}

/** A finding that no edit mends. */
export interface LeftFinding {
  readonly finding: Finding
  /** Why the edit that it has is not made; ours, without a full stop. Absent where it has none. */
  readonly because?: string
}

/** What a fix comes to. */
export interface FixResult {
  /** In the order of their paths. */
  readonly files: readonly FixedFile[]
  /** In the order of their places. */
  readonly left: readonly LeftFinding[]
}

/** How often the result is scanned anew. Each time versions rise, and no repository needs more than two. */
const MOST_ROUNDS = 4

const UNREADABLE = 'the file could not be read any more afterwards'

/**
 * Finds the fix of a workspace. `scan` returns the report of a workspace with one finding for each dependency.
 */
export async function fixOf(
  workspace: Workspace,
  scan: (workspace: Workspace) => Promise<Report>,
  selection: Selection
): Promise<FixResult> {
  const first = await scan(workspace)
  const work = new Work(workspace, new Set(first.gaps.map(gapKey)))
  let report = first
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wanted = report.findings.filter(finding => isSelected(finding, selection) && !work.awaits(finding))
    const edited = await work.edit(wanted)
    if (edited.length === 0) break
    const next = await scan(work.workspace())
    const spoilt = new Set(next.gaps.filter(gap => work.isNew(gap)).map(({ place }) => place.path))
    const undone = edited.filter(path => spoilt.has(path))
    for (const path of undone) work.undo(path)
    report = undone.length === 0 ? next : await scan(work.workspace())
  }
  report = await work.addOverrides(
    report.findings.filter(finding => isSelected(finding, selection) && !work.awaits(finding)),
    { report, scan }
  )
  const left = report.findings.filter(finding => isSelected(finding, selection) && !work.awaits(finding))
  return {
    files: work.files(),
    left: left.map(finding => ({ finding, ...defined({ because: work.reasonFor(finding) }) }))
  }
}

/** What has to run after the edits of files, once for each folder. */
export function followUpsOf(files: readonly FixedFile[]): readonly FollowUp[] {
  return merged(files.flatMap(({ followUps }) => followUps))
}

/** One for each folder, with each step once. */
function merged(all: readonly FollowUp[]): readonly FollowUp[] {
  const byFolder = groupBy(all, ({ folder }) => folder)
  return Array.from(byFolder, ([folder, same]) => {
    return { folder, steps: [...new Set(same.flatMap(({ steps }) => steps))] }
  }).toSorted((a, b) => (a.folder < b.folder ? -1 : 1))
}

/** The texts in work. */
class Work {
  private readonly original: Workspace
  private readonly gapsBefore: ReadonlySet<string>
  private readonly before = new Map<string, string>()
  private readonly after = new Map<string, string>()
  private readonly made = new Map<string, MadeEdit[]>()
  /** The files in which no edit is made, and why. */
  private readonly refused = new Map<string, string>()
  /** What waits for a tool to write a file again, by its place. */
  private readonly awaited = new Set<string>()
  /** What of it the edits of each file made wait. */
  private readonly awaitedFor = new Map<string, string[]>()
  private readonly renewals = new Map<string, FollowUp[]>()

  constructor(original: Workspace, gapsBefore: ReadonlySet<string>) {
    this.original = original
    this.gapsBefore = gapsBefore
  }

  /** The workspace with the texts as they are now. */
  workspace(): Workspace {
    return overlaid(this.original, this.after)
  }

  /** Makes the edits of findings; returns the paths of the files that are other than before. */
  async edit(findings: readonly Finding[]): Promise<readonly string[]> {
    const edits = findings.flatMap(finding => editsOf(finding).map(edit => ({ ...edit, finding })))
    const changed: string[] = []
    for (const [path, own] of groupBy(edits, ({ place }) => place.path)) {
      if (this.refused.has(path)) continue
      const text = await this.textOf(path)
      if (text === undefined) continue
      const wanted = own.map(({ place: { line, column }, edit, finding }) => {
        return { line, column, old: edit.old, new: edit.new, name: nameOf(finding), also: edit.also, edit, finding }
      })
      const { text: edited, made } = withEdits(text, wanted)
      if (made.length === 0) continue
      this.after.set(path, edited)
      changed.push(path)
      for (const { edit, ...textEdit } of made) {
        this.record(path, textEdit)
        this.await(textEdit.finding, { path, line: textEdit.line }, edit.followUps)
      }
    }
    return changed
  }

  /**
   * Adds the overrides of findings, each proven by a scan that finds it in force. They are the last edits of a file, because they move its
   * lines. Returns the report of the result.
   */
  async addOverrides(
    findings: readonly Finding[],
    { report, scan }: { readonly report: Report; readonly scan: (workspace: Workspace) => Promise<Report> }
  ): Promise<Report> {
    let last = report
    const added = new Set<string>()
    for (const finding of findings) {
      const { places = [], followUps = [] } = finding.override ?? {}
      const [first] = places
      if (!first) continue
      const key = JSON.stringify([first.path, first.entry])
      if (added.has(key)) {
        this.await(finding, { path: first.path, line: 0 }, [])
        continue
      }
      const found = await this.placeFor(places)
      if (!found) continue
      const { path, before, text, edit, adds } = found
      this.after.set(path, text)
      const next = await scan(this.workspace())
      const isInForce = next.findings.some(
        other =>
          subjectPlace(other).path === path && isAllowed(other) && dependencyKey(other) === dependencyKey(finding)
      )
      if (!isInForce || next.gaps.some(gap => this.isNew(gap))) {
        this.after.set(path, before)
        continue
      }
      added.add(key)
      last = next
      this.record(path, { ...edit, name: nameOf(finding), adds, finding, also: finding.explanation.fix?.advice })
      this.await(finding, { path, line: edit.line }, followUps)
    }
    return last
  }

  /** The file that takes an override, and how: the first that has such a table, else the first that exists. */
  private async placeFor(places: readonly OverridePlace[]) {
    const able: (Overridden & {
      readonly path: string
      readonly before: string
      readonly hasTable: boolean
      readonly adds: string
    })[] = []
    for (const place of places) {
      const { path } = place
      const before = this.refused.has(path) ? undefined : await this.textOf(path)
      const added = before === undefined ? undefined : withOverride(before, place)
      if (before !== undefined && added)
        able.push({ ...added, path, before, hasTable: hasTable(before, place), adds: place.entry.value })
    }
    return able.find(each => each.hasTable) ?? able[0]
  }

  /** Whether the finding is that of a file which a tool has to write again, or of a line whose version such a file settles. */
  awaits(finding: Finding): boolean {
    return this.awaited.has(subjectKey(finding)) || this.awaited.has(lineKey(finding.place))
  }

  /** Takes back all edits of a file. */
  undo(path: string): void {
    this.after.delete(path)
    this.made.delete(path)
    this.refused.set(path, UNREADABLE)
    this.renewals.delete(path)
    // Without the edit no tool mends it.
    for (const key of this.awaitedFor.get(path) ?? []) this.awaited.delete(key)
  }

  isNew(gap: Gap): boolean {
    return !this.gapsBefore.has(gapKey(gap))
  }

  /** Why the edit of a finding was not made. */
  reasonFor(finding: Finding): string | undefined {
    return editsOf(finding)
      .map(({ place }) => this.refused.get(place.path))
      .find(reason => reason !== undefined)
  }

  files(): readonly FixedFile[] {
    const all = Array.from(this.made, ([path, edits]): FixedFile => {
      const before = this.before.get(path) ?? ''
      const followUps = merged(this.renewals.get(path) ?? [])
      return { path, before, after: this.after.get(path) ?? before, edits: edits.toSorted(byPlace), followUps }
    })
    return all.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }

  private async textOf(path: string): Promise<string | undefined> {
    const now = this.after.get(path)
    if (now !== undefined) return now
    const reading = await this.original.read(path)
    if (!('text' in reading)) return undefined
    this.before.set(path, reading.text)
    return reading.text
  }

  /** Adds an edit to those of its file. One of the text that an earlier one wrote continues it. */
  private record(path: string, edit: MadeEdit): void {
    const own = this.made.get(path) ?? []
    const index = own.findIndex(other => other.line === edit.line && isContinued(other, edit))
    const earlier = own[index]
    if (earlier) own[index] = { ...earlier, new: edit.new }
    else own.push(edit)
    this.made.set(path, own)
  }

  private await(
    finding: Finding,
    line: Pick<Place, 'path' | 'line'>,
    followUps: readonly FollowUp[] | undefined
  ): void {
    if (!followUps) return
    const keys = [subjectKey(finding), lineKey(line)]
    for (const key of keys) this.awaited.add(key)
    this.awaitedFor.set(line.path, [...(this.awaitedFor.get(line.path) ?? []), ...keys])
    this.renewals.set(line.path, [...(this.renewals.get(line.path) ?? []), ...followUps])
  }
}

/** Whether an edit is the same as an earlier one, or goes on from what that wrote. */
function isContinued(earlier: TextEdit, edit: TextEdit): boolean {
  return (earlier.column === edit.column && earlier.new === edit.new) || earlier.new === edit.old
}

function editsOf({ edit, edits = [], place }: Finding): readonly PlacedEdit[] {
  return edit ? [{ place, edit }, ...edits] : edits
}

function nameOf(finding: Finding): string {
  return isAboutClient(finding) ? (finding.explanation.fix?.through?.name ?? finding.subject.dependency.name) : ''
}

/** Whether a line allows a version that passes. */
function isAllowed({ subject }: Finding): boolean {
  return subject.kind === 'client' && (subject.verdict.kind === 'reloads' || subject.verdict.kind === 'unknown')
}

function dependencyKey(finding: Finding): string {
  if (!isAboutClient(finding)) return ''
  const { ecosystem, name } = finding.subject.dependency
  return `${ecosystem} ${name}`
}

function subjectKey(finding: Finding): string {
  const { path, line, column } = subjectPlace(finding)
  return JSON.stringify(['subject', path, line, column, isAboutClient(finding) ? finding.subject.dependency.name : ''])
}

function lineKey({ path, line }: Pick<Place, 'path' | 'line'>): string {
  return JSON.stringify(['line', path, line])
}

function gapKey({ kind, place: { path }, detail }: Gap): string {
  return JSON.stringify([kind, path, detail])
}

function byPlace(a: TextEdit, b: TextEdit): number {
  return a.line - b.line || a.column - b.column
}
