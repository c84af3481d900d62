/** What makes a finding of the base a candidate for one of the head: the same subject, and a file, folder or requirement in common. */

import type { Dependency } from '../model/dependency.ts'
import { type Finding, subjectPlace } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { VerdictKind } from '../model/verdict.ts'
import { baseName, folderName } from '../paths.ts'

/** A finding that counts, with what is compared of it. */
export interface Candidate {
  readonly finding: Finding
  /** How bad it is: 0 passes. */
  readonly badness: number
  /** Equal for findings that can be the same: of one client, or of one rule and object. */
  readonly subject: string
  readonly path: string
  /** Its file, and those of the lines that it settles. */
  readonly files: readonly string[]
  /** The folders of these files. */
  readonly folders: readonly string[]
  /** Equal for one requirement, whatever the spelling of the file. */
  readonly requirement: string
}

/** How bad each verdict is. Equal numbers: a change from one to the other is neither better nor worse. */
const BADNESS: Readonly<Record<VerdictKind, number>> = {
  reloads: 0,
  'reloads-late': 1,
  unknown: 1,
  'below-minimum': 2,
  'cannot-reload': 3,
  'sends-no-token': 3
}

// The major version in the path of a Go module: https://go.dev/ref/mod#major-version-suffixes
const MAJOR_VERSION = /\/v\d+$/
// Go writes both, and other tools of Go leave them out: https://go.dev/ref/mod#incompatible-versions
const GO_SPELLING = /^v(?=\d)|\+incompatible$/g

/**
 * The findings that are compared, in their order. A finding that another file settles is not one of them: its file belongs to the
 * finding that settles it. A waived one is.
 */
export function candidatesOf(findings: readonly Finding[]): Candidate[] {
  const settled = settledFiles(findings)
  return findings.filter(isCompared).map(finding => {
    const place = subjectPlace(finding)
    const related = [finding.place, ...finding.related.map(other => other.place)].map(({ path }) => path)
    const files = [...new Set([place.path, ...related, ...(settled.get(keyOf(place)) ?? [])])]
    return {
      finding,
      badness: badnessOf(finding),
      subject: subjectOf(finding),
      path: place.path,
      files,
      folders: [...new Set(files.map(folderName))],
      requirement: requirementOf(finding)
    }
  })
}

/**
 * The kinds of likeness from the strongest to the weakest: two candidates are alike if they have a key in common. The last two find
 * what was moved.
 */
export const LIKENESSES: readonly ((candidate: Candidate) => readonly string[])[] = [
  ({ path, requirement }) => [keyText(path, requirement)],
  ({ path }) => [path],
  ({ files, requirement }) => files.map(file => keyText(file, requirement)),
  ({ files }) => files,
  ({ folders, requirement }) => folders.map(folder => keyText(folder, requirement)),
  ({ folders }) => folders,
  ({ path, requirement }) => [keyText(baseName(path), requirement)],
  ({ requirement }) => [requirement]
]

function isCompared({ status }: Finding): boolean {
  return status.kind === 'open' || status.kind === 'waived'
}

function badnessOf({ rule, subject }: Finding): number {
  if (rule === undefined) return 0
  return subject.kind === 'client' ? BADNESS[subject.verdict.kind] : 1
}

function subjectOf({ subject, rule }: Finding): string {
  if (subject.kind !== 'client') return keyText(subject.kind, rule?.id ?? '', subject.object ?? '')
  const { ecosystem, name } = subject.dependency
  return keyText('client', ecosystem, name.replace(MAJOR_VERSION, ''))
}

function requirementOf({ subject }: Finding): string {
  return subject.kind !== 'client' ? (subject.object ?? subject.snippet) : spellingOf(subject.dependency)
}

function spellingOf({ requirement, replacement = '' }: Dependency): string {
  const text = requirement.kind === 'none' ? '' : requirement.text.replaceAll(GO_SPELLING, '')
  return keyText(replacement, text)
}

/** The files of the lines that each finding settles, by the place of the finding. A line may be settled through others. */
function settledFiles(findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const settlers = new Map<string, string>()
  for (const finding of findings)
    if (finding.status.kind === 'settled') settlers.set(keyOf(subjectPlace(finding)), keyOf(finding.status.by))
  const files = new Map<string, Set<string>>()
  for (const finding of findings) {
    if (finding.status.kind !== 'settled') continue
    const settler = lastSettler(keyOf(finding.status.by), settlers)
    const own = files.get(settler) ?? new Set()
    own.add(subjectPlace(finding).path)
    files.set(settler, own)
  }
  return files
}

/** The end of a line of settlers; where it is a circle, some member of it. */
function lastSettler(from: string, settlers: ReadonlyMap<string, string>): string {
  const passed = new Set([from])
  let last = from
  for (let next = settlers.get(last); next !== undefined && !passed.has(next); next = settlers.get(last)) {
    passed.add(next)
    last = next
  }
  return last
}

function keyOf({ path, line, column }: Place): string {
  return keyText(path, line, column)
}

function keyText(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts)
}
