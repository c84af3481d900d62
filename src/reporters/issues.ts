/** What the formats for code review tools show: one issue for each line to edit, under a name that survives edits elsewhere. */

import { createHash } from 'node:crypto'
import { groupBy } from '../collections.ts'
import type { Finding, LineEdit } from '../model/finding.ts'
import { comparePlaces, type Place } from '../model/place.ts'
import { type Conclusion, type Gap, leavesUnread } from '../model/report.ts'
import { type Level, SEVERITY } from '../model/rule.ts'
import type { WaiverResult } from '../model/waiver.ts'
import { purlText } from '../purl-text.ts'
import { pathText, visible } from '../visible.ts'
import { GAPS, verdictLabel, WAIVERS, waiverSentence } from './phrases.ts'
import { placeSentences, remarks, targetText } from './remarks.ts'
import type { Result } from './reporter.ts'
import { dependencyOf, subjectName, subjectText } from './subject.ts'

/** What an issue is about. */
export type About =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'waiver'; readonly result: WaiverResult }
  | { readonly kind: 'gap'; readonly gap: Gap }

/** One thing at one line. */
export interface Issue {
  /** The identifier of the rule; of a gap, its kind. */
  readonly rule: string
  readonly level: Exclude<Level, 'pass'>
  readonly place: Place
  readonly about: About
  /**
   * Hexadecimal, a colon, a number: unique in a report, and the same in the next one whatever happens on other lines. It follows
   * from the rule, the package URL without a version, the path, and the how many-th of them the issue is in its file.
   */
  readonly fingerprint: string
}

/** An edit of one finding at one place. */
export interface PlacedEdit {
  readonly finding: Finding
  readonly place: Place
  readonly edit: LineEdit
}

/** Makes a text of the repository, or a place, fit for the channel. */
export interface Quotes {
  text(text: string, most?: number): string
  place(place: Place): string
}

/** Hexadecimal digits of a fingerprint: 128 bits. */
const DIGITS = 32
const DETAIL_LENGTH = 1_000
const PATH_LENGTH = 200
const REQUIREMENT_LENGTH = 60

/** Texts and places as plain text. */
export const PLAIN: Quotes = {
  text: visible,
  place: ({ path, line }) => `${pathText(path, PATH_LENGTH)}:${line}`
}

/**
 * Every finding that does not pass, at each line where a person would edit it, waived ones too; every waiver that needs a look;
 * and every gap. By level, then by place.
 */
export function issuesOf({ report, conclusion }: Result): Issue[] {
  const all = [
    ...report.findings.flatMap(ofFinding),
    ...report.waivers.flatMap(ofWaiver),
    ...report.gaps.map(gap => ofGap(gap, conclusion))
  ].toSorted((a, b) => comparePlaces(a.place, b.place))
  const numbered = Array.from(groupBy(all, keyOf), ([key, same]) => {
    const digest = createHash('sha256').update(key).digest('hex').slice(0, DIGITS)
    return same.map((issue, index): Issue => ({ ...issue, fingerprint: `${digest}:${index + 1}` }))
  })
  return numbered.flat().toSorted((a, b) => SEVERITY[b.level] - SEVERITY[a.level] || comparePlaces(a.place, b.place))
}

/** The lines at which a person would edit a finding: its own, and those of the findings that were folded into it. */
export function editPlaces({ place, related }: Finding): Place[] {
  return [place, ...related.flatMap(other => (other.role === 'same' ? other.place : []))]
}

/** The edits of a finding: at its place, and at those of the findings that were folded into it. */
export function editsOf(finding: Finding): PlacedEdit[] {
  const { place, edit, related } = finding
  return [
    ...(edit ? [{ finding, place, edit }] : []),
    ...related.flatMap(other => (other.edit ? [{ finding, place: other.place, edit: other.edit }] : []))
  ]
}

/** Whether a waiver covers the issue. */
export function isWaived({ about }: Pick<Issue, 'about'>): boolean {
  return about.kind === 'finding' && about.finding.status.kind === 'waived'
}

/** The issue in a few words, without a full stop. */
export function issueTitle({ about }: Issue, { text }: Quotes = PLAIN): string {
  switch (about.kind) {
    case 'finding': {
      const requirement = subjectText(about.finding)
      const of = requirement === '' ? '' : ` ${text(requirement, REQUIREMENT_LENGTH)}`
      return `${text(subjectName(about.finding))}${of}: ${verdictLabel(about.finding)}`
    }
    case 'waiver': {
      const { waiver, state } = about.result
      return `${text(waiver.name)}: the waiver of ${waiver.rule.id} is ${WAIVERS[state]}`
    }
    case 'gap':
      return `${GAPS[about.gap.kind].label}: a Kubernetes client may be missed`
  }
}

/** The sentences that explain an issue and say what to do. */
export function issueSentences({ about }: Issue, quotes: Quotes = PLAIN): string[] {
  switch (about.kind) {
    case 'finding':
      return findingSentences(about.finding, quotes)
    case 'waiver':
      return [waiverSentence(about.result), `Owner: ${quotes.text(about.result.waiver.owner)}.`]
    case 'gap':
      return [GAPS[about.gap.kind].sentence, quotes.text(about.gap.detail, DETAIL_LENGTH)]
  }
}

function findingSentences(finding: Finding, { text, place }: Quotes): string[] {
  const { because, fix } = finding.explanation
  const target = fix && targetText(fix, text)
  const commands = fix?.commands ?? []
  return [
    text(because, DETAIL_LENGTH),
    ...placeSentences(finding, place),
    ...remarks(finding, text),
    ...(fix?.advice === undefined ? [] : [`Fix: ${text(fix.advice, DETAIL_LENGTH)}`]),
    ...(target === undefined ? [] : [`Fix: ${target}.`]),
    ...(commands.length === 0 ? [] : [`Run or edit: ${commands.map(line => text(line, DETAIL_LENGTH)).join('; ')}.`])
  ]
}

function ofFinding(finding: Finding): Omit<Issue, 'fingerprint'>[] {
  const { rule, level, status } = finding
  if (level === 'pass' || !rule || (status.kind !== 'open' && status.kind !== 'waived')) return []
  return editPlaces(finding).map(place => ({ rule: rule.id, level, place, about: { kind: 'finding', finding } }))
}

function ofWaiver(result: WaiverResult): Omit<Issue, 'fingerprint'>[] {
  const { rule, level, waiver } = result
  if (level === 'pass' || !rule) return []
  return [{ rule: rule.id, level, place: waiver.place, about: { kind: 'waiver', result } }]
}

function ofGap(gap: Gap, { verdict }: Conclusion): Omit<Issue, 'fingerprint'> {
  const unreadLevel = verdict === 'passed' ? 'warning' : 'error'
  const level = leavesUnread(gap) ? unreadLevel : 'notice'
  return { rule: gap.kind, level, place: gap.place, about: { kind: 'gap', gap } }
}

function keyOf({ rule, place, about }: Omit<Issue, 'fingerprint'>): string {
  return JSON.stringify([rule, place.path, ...subjectKey(about)])
}

function subjectKey(about: About): readonly string[] {
  switch (about.kind) {
    case 'finding': {
      const dependency = dependencyOf(about.finding)
      if (!dependency) return [subjectName(about.finding)]
      const { ecosystem, name, alias = '' } = dependency
      return [purlText({ ecosystem, name, requirement: { kind: 'none' } }), alias]
    }
    case 'waiver':
      return [about.result.waiver.rule.id, about.result.waiver.ecosystem, about.result.waiver.name]
    case 'gap':
      return []
  }
}
