/** Compares the reports of two states of a repository: what became of each finding and each gap. */

import type { BaseCommit, Compared, FixedFinding } from '../model/comparison.ts'
import type { Change, ChangeKind, Finding } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import type { WaiverResult } from '../model/waiver.ts'
import { hiddenBy, hiding, unequalGaps } from './gaps.ts'
import { type Candidate, candidatesOf } from './likeness.ts'
import { pair } from './pairing.ts'

/**
 * The report of the head with what became of each of its findings and gaps since the base. Both reports have the same
 * waivers, and are unfolded, because a finding that was folded away has a counterpart of its own.
 */
export function compare(head: Report, base: Report, commit: BaseCommit): Report & { readonly comparison: Compared } {
  const [before, after] = [candidatesOf(base.findings), candidatesOf(head.findings)]
  const partners = pair(before, after)
  const gaps = unequalGaps(base.gaps, head.gaps)
  const changes = changesOf(after, { others: before, partners, isHidden: hiddenBy(gaps.base) })
  const fixed = fixedIn(before, { others: after, partners, isHidden: hiddenBy(gaps.head) })
  return {
    ...head,
    findings: head.findings.map(finding => {
      const change = changes.get(finding)
      return change ? { ...finding, change } : finding
    }),
    gaps: head.gaps.map(gap => ({ ...gap, existing: !gaps.head.has(gap) })),
    waivers: head.waivers.map(result => ({ ...result, existing: counterpart(result, base)?.state === result.state })),
    comparison: {
      kind: 'compared',
      base: commit,
      fixed,
      unread: hiding(gaps.base).map(({ place, detail }) => ({ place, detail }))
    }
  }
}

/** The other side, as one side sees it. */
interface Counterparts {
  readonly others: readonly Candidate[]
  readonly partners: ReadonlyMap<Candidate, Candidate>
  /** Whether the other side may have had something in a file that could not be read there. */
  isHidden(path: string): boolean
}

function changesOf(after: readonly Candidate[], counterparts: Counterparts): ReadonlyMap<Finding, Change> {
  const standInOf = standIns(counterparts.others)
  const changes = new Map<Finding, Change>()
  for (const candidate of after) {
    if (candidate.badness === 0) continue
    changes.set(candidate.finding, changeOf(candidate, counterparts, standInOf))
  }
  return changes
}

function changeOf(candidate: Candidate, { partners, isHidden }: Counterparts, standInOf: StandInOf): Change {
  const partner = partners.get(candidate)
  if (partner) return { kind: changeKind(partner.badness, candidate.badness), before: partner.finding }
  const standIn = standInOf(candidate)
  if (standIn) return { kind: 'existing', before: standIn.finding }
  return { kind: isHidden(candidate.path) ? 'existing' : 'introduced' }
}

function changeKind(before: number, now: number): ChangeKind {
  if (before === 0) return 'introduced'
  if (before === now) return 'existing'
  return now > before ? 'worsened' : 'improved'
}

function fixedIn(before: readonly Candidate[], { others, partners, isHidden }: Counterparts): FixedFinding[] {
  const standInOf = standIns(others)
  return before.flatMap((candidate): FixedFinding[] => {
    if (candidate.badness === 0) return []
    const partner = partners.get(candidate)
    if (partner) return partner.badness > 0 ? [] : [{ before: candidate.finding, now: partner.finding }]
    return standInOf(candidate) || isHidden(candidate.path) ? [] : [{ before: candidate.finding }]
  })
}

/** Finds a candidate of the other side that is there although nothing was paired: what one became two of, or two one. */
type StandInOf = (candidate: Candidate) => Candidate | undefined

/**
 * A stand-in is at least as bad, and in another file of the same folder or project. One of the same file is none: a second entry in
 * a file is a copy, and one of two that is gone is gone.
 */
function standIns(others: readonly Candidate[]): StandInOf {
  const worst = new Map<string, readonly Candidate[]>()
  for (const other of others) {
    if (other.badness === 0) continue
    for (const key of placesOf(other)) worst.set(key, withAnother(worst.get(key) ?? [], other))
  }
  return candidate =>
    placesOf(candidate)
      .flatMap(key => worst.get(key) ?? [])
      .find(({ path, badness }) => path !== candidate.path && badness >= candidate.badness)
}

/** The two worst candidates in different files: enough to find one in a file other than a given one. */
function withAnother(worst: readonly Candidate[], candidate: Candidate): readonly Candidate[] {
  const same = worst.find(({ path }) => path === candidate.path)
  if (same && same.badness >= candidate.badness) return worst
  return [...worst.filter(each => each !== same), candidate].sort((a, b) => b.badness - a.badness).slice(0, 2)
}

function placesOf({ subject, files, folders }: Candidate): readonly string[] {
  return [...files.map(file => `file ${file}`), ...folders.map(folder => `folder ${folder}`)].map(
    place => `${subject} ${place}`
  )
}

/** The same waiver in the base: one configuration waives in both, and a comment is the same if its words are. */
function counterpart({ waiver }: WaiverResult, base: Report): WaiverResult | undefined {
  if (!waiver.identities) return base.waivers.find(result => result.waiver === waiver)
  const { rule, paths, reason, until } = waiver
  const words = JSON.stringify([rule.id, paths, reason, until])
  return base.waivers.find(({ waiver: { rule: own, paths: ownPaths, identities, ...other } }) => {
    return identities && JSON.stringify([own.id, ownPaths, other.reason, other.until]) === words
  })
}
