/** The result in the order in which every report says it: what a change makes worse first, then the rest. */

import { groupBy } from '../collections.ts'
import type { Compared, FixedFinding } from '../model/comparison.ts'
import { type ChangeKind, type Finding, isAboutClient } from '../model/finding.ts'
import { type Gap, leavesUnread } from '../model/report.ts'
import type { WaiverResult } from '../model/waiver.ts'
import { changeRank, ranked } from './rank.ts'
import type { Result } from './reporter.ts'

/** Findings about one package with one change and one fix, or hazards of one rule, the most important first. */
export type Alike = readonly [Finding, ...Finding[]]

/** Everything that reports say, each thing once. */
export interface Digest {
  /** What was compared, if anything was. */
  readonly compared?: Compared
  /** What the change introduces, then what it worsens; where nothing was compared, all that needs a person. */
  readonly worse: readonly Alike[]
  readonly fixed: readonly FixedFinding[]
  readonly improved: readonly Finding[]
  /** What was there before and is no better now. */
  readonly existing: readonly Alike[]
  /** Findings of the level `notice`, unless those fail the job. */
  readonly notices: readonly Alike[]
  readonly passing: readonly Finding[]
  readonly settled: readonly Finding[]
  readonly waived: readonly Finding[]
  /** Waivers that have expired, and others that need a person; those first that are not so in the base. */
  readonly waivers: readonly WaiverResult[]
  /** Waivers that cover nothing. */
  readonly idleWaivers: readonly WaiverResult[]
  /** What should have been read, new gaps before those of the base. */
  readonly unread: readonly Gap[]
  /** Gaps that leave nothing unread. */
  readonly remarks: readonly Gap[]
}

const WORSE: ReadonlySet<ChangeKind | undefined> = new Set<ChangeKind | undefined>([
  undefined,
  'introduced',
  'worsened'
])

/** Sorts the result. */
export function digestOf({ report, conclusion }: Result): Digest {
  const { findings, gaps, waivers, comparison } = report
  const open = ranked(findings)
  const failing = open.filter(({ level }) => level !== 'pass')
  const isNotice = ({ level }: Finding) => level === 'notice' && conclusion.failOn !== 'notice'
  const loud = failing.filter(finding => !isNotice(finding))
  const having = (kind: Finding['status']['kind']) => findings.filter(({ status }) => status.kind === kind)
  const unread = gaps.filter(leavesUnread)
  return {
    ...(comparison?.kind === 'compared' ? { compared: comparison } : {}),
    worse: alike(
      loud.filter(({ change }) => WORSE.has(change?.kind)).toSorted((a, b) => changeRank(a) - changeRank(b))
    ),
    fixed: comparison?.kind === 'compared' ? comparison.fixed : [],
    improved: loud.filter(({ change }) => change?.kind === 'improved'),
    existing: alike(loud.filter(({ change }) => change?.kind === 'existing')),
    notices: alike(failing.filter(isNotice), noticeKey),
    passing: open.slice(failing.length),
    settled: having('settled'),
    waived: having('waived'),
    waivers: newFirst(waivers.filter(({ level }) => level === 'error' || level === 'warning')),
    idleWaivers: newFirst(waivers.filter(({ level }) => level === 'notice')),
    unread: newFirst(unread),
    remarks: gaps.filter(gap => !leavesUnread(gap))
  }
}

function newFirst<Item extends { readonly existing?: boolean }>(items: readonly Item[]): Item[] {
  return [...items.filter(({ existing }) => existing !== true), ...items.filter(({ existing }) => existing === true)]
}

/** The number of different packages among findings; things that are no client count by themselves. */
export function packagesIn(findings: readonly Finding[]): number {
  return new Set(findings.map(packageKey)).size
}

/** Equal for findings about the same package. */
export function packageKey(finding: Finding): string {
  if (!isAboutClient(finding)) return finding.identity
  const { ecosystem, name } = finding.subject.dependency
  return `${ecosystem} ${name}`
}

/** Groups findings that one explanation and one fix serve, in the order of their first. */
export function alike(findings: readonly Finding[], key: (finding: Finding) => string = alikeKey): readonly Alike[] {
  return [...groupBy(findings, key).values()]
}

/** Nobody has to act on a notice: what its package is called at one place or another makes no line of its own. */
function noticeKey(finding: Finding): string {
  const { subject } = finding
  if (subject.kind !== 'client') return alikeKey(finding)
  const { alias: _, ...dependency } = subject.dependency
  return alikeKey({ ...finding, subject: { ...subject, dependency } })
}

function alikeKey({ subject, rule, level, explanation: { because, fix }, change }: Finding): string {
  // What a rule says is said once, whatever the objects are.
  if (subject.kind === 'hazard') return JSON.stringify([change?.kind, rule?.id, level, because, fix?.advice])
  if (subject.kind !== 'client')
    return JSON.stringify([change?.kind, rule?.id, level, because, subject.object, subject.snippet])
  const { ecosystem, name, replacement, alias } = subject.dependency
  const sameFix = fix && { ...fix, folder: undefined }
  return JSON.stringify([change?.kind, [ecosystem, name, replacement, alias], sameFix])
}
