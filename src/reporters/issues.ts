/** What the formats for code review tools show: one issue for each line to edit, under a name that survives edits elsewhere. */

import { createHash } from 'node:crypto'
import { groupBy } from '../collections.ts'
import { type Finding, type LineEdit, wholeEdit } from '../model/finding.ts'
import { comparePlaces, type Place } from '../model/place.ts'
import type { Conclusion, Gap } from '../model/report.ts'
import { type Level, SEVERITY } from '../model/rule.ts'
import { placeHere, type Waiver, type WaiverResult } from '../model/waiver.ts'
import { purlText } from '../purl-text.ts'
import { fixParts } from './fix-parts.ts'
import { gapLevel } from './headline.ts'
import type { Result } from './reporter.ts'
import { gapNote } from './result-sentences.ts'
import { type Note, originSentence, reasonSentences, subjectWords, verdictWords, waiverNote } from './sentences.ts'
import { dependencyOf, subjectName } from './subject.ts'
import type { Voice } from './voice.ts'

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

/** Hexadecimal digits of a fingerprint: 128 bits. */
const DIGITS = 32
const MOST_EVIDENCE = 3

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

/** The edits of a finding that are its whole fix: at its place, and at those of the findings that were folded into it. */
export function editsOf(finding: Finding): PlacedEdit[] {
  const { place, related } = finding
  const same = related.filter(({ role }) => role === 'same')
  return [{ place, edit: finding.edit }, ...same].flatMap(({ place, edit }) => {
    const whole = wholeEdit(edit)
    return whole ? [{ finding, place, edit: whole }] : []
  })
}

/** Whether a waiver covers the issue. */
export function isWaived({ about }: Pick<Issue, 'about'>): boolean {
  return about.kind === 'finding' && about.finding.status.kind === 'waived'
}

/** What an issue says: its title, and the sentences that explain it and say what to do. */
export function issueNote({ about }: Issue, voice: Voice): Note {
  switch (about.kind) {
    case 'finding':
      return findingNote(about.finding, voice)
    case 'waiver':
      return waiverNote(about.result, voice)
    case 'gap':
      return gapNote(about.gap, voice)
  }
}

/** What changed is left out: the tool that reads the report compares by itself. */
function findingNote(finding: Finding, voice: Voice): Note {
  const origin = originSentence(finding, voice)
  return {
    title: `${subjectWords([finding], voice)} ${verdictWords(finding)}`,
    sentences: [
      ...reasonSentences([finding], voice, MOST_EVIDENCE),
      ...(origin === '' ? [] : [origin]),
      ...fixParts([finding], voice).map(part =>
        part.kind === 'words' ? part.text : `${part.lines.map(line => voice.prose(line)).join(' ')}.`
      )
    ]
  }
}

function ofFinding(finding: Finding): Omit<Issue, 'fingerprint'>[] {
  const { rule, level, status } = finding
  if (level === 'pass' || !rule || (status.kind !== 'open' && status.kind !== 'waived')) return []
  return editPlaces(finding).map(place => ({ rule: rule.id, level, place, about: { kind: 'finding', finding } }))
}

function ofWaiver(result: WaiverResult): Omit<Issue, 'fingerprint'>[] {
  const { rule, level, waiver } = result
  if (level === 'pass' || !rule) return []
  return [{ rule: rule.id, level, place: placeHere(waiver), about: { kind: 'waiver', result } }]
}

function ofGap(gap: Gap, conclusion: Conclusion): Omit<Issue, 'fingerprint'> {
  return { rule: gap.kind, level: gapLevel(gap, conclusion), place: gap.place, about: { kind: 'gap', gap } }
}

function keyOf({ rule, place, about }: Omit<Issue, 'fingerprint'>): string {
  return JSON.stringify([rule, place.path, ...subjectKey(about)])
}

function waiverKey({ rule, client, paths = [] }: Waiver): readonly string[] {
  return client ? [rule.id, client.ecosystem, client.name] : [rule.id, ...paths]
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
      return waiverKey(about.result.waiver)
    case 'gap':
      return []
  }
}
