/** The report for a terminal or a log: one block for each finding that does not pass, by verdict, worst first. */

import { styleText } from 'node:util'
import { groupBy } from '../collections.ts'
import { type Finding, isAboutClient } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Gap, Report } from '../model/report.ts'
import type { Level } from '../model/rule.ts'
import type { Explanation } from '../model/verdict.ts'
import { pathText, visible } from '../visible.ts'
import { headline, outcome, worstLevel } from './headline.ts'
import {
  count,
  coverageSentence,
  GAPS,
  LEVELS,
  PROOFS,
  VERDICTS,
  verdictLabel,
  WAIVERS,
  waiverSentence
} from './phrases.ts'
import { otherPlaces } from './places.ts'
import { ranked, VERDICT_ORDER } from './rank.ts'
import { chainText, indirectText, targetText } from './remarks.ts'
import type { Reporter, Result } from './reporter.ts'
import { dependencyOf, subjectName, subjectText } from './subject.ts'

type Style = 'red' | 'yellow' | 'cyan' | 'green' | 'bold' | 'dim'
type Paint = (style: Style, text: string) => string

const COLOURS: Readonly<Record<Level, Style>> = { error: 'red', warning: 'yellow', notice: 'cyan', pass: 'green' }
const LABEL_WIDTH = 11
/** The most further places of a finding that are listed; the JSON report has all of them. */
const MOST_PLACES = 10
const MARKER_WIDTH = 5
const PATH_LENGTH = 400
const DETAIL_LENGTH = 600

/** The options of the text report. */
export interface TextOptions {
  /** Whether it may use ANSI colours. */
  readonly colour: boolean
}

/** The report as text, for `--format text` and the log. */
export const text: Reporter<Result, TextOptions> = {
  name: 'text',
  render(result, { colour }) {
    const { report } = result
    // The caller knows the stream; by default styleText looks at standard output.
    const paint: Paint = (style, words) => (colour ? styleText(style, words, { validateStream: false }) : words)
    const parts = [
      paint('bold', paint(COLOURS[worstLevel(result)], headline(result))),
      outcome(result) ?? '',
      ...problemParts(report, paint),
      waiverPart(report, paint),
      waivedPart(report, paint),
      gapPart(report.gaps, paint),
      summaryPart(result)
    ]
    return `${parts.filter(part => part !== '').join('\n\n')}\n`
  }
}

/** Waivers that need a look, at the lines where they are written. */
function waiverPart({ waivers }: Report, paint: Paint): string {
  const blocks = waivers.flatMap(result => {
    const { waiver, state, level } = result
    if (level === 'pass') return []
    const marker = paint(COLOURS[level], LEVELS[level].marker.text.padEnd(MARKER_WIDTH))
    const indent = ' '.repeat(MARKER_WIDTH + 1)
    return [
      `${marker} ${at(waiver.place)}  ${paint('bold', `${waiver.rule.id} of ${visible(waiver.name)}`)} ${WAIVERS[state]}`,
      `${indent}${waiverSentence(result)}`,
      `${indent}${paint('dim', 'owner'.padEnd(LABEL_WIDTH))} ${visible(waiver.owner)}`
    ].join('\n')
  })
  return blocks.length === 0
    ? ''
    : [paint('bold', `Waivers that need a look (${blocks.length})`), ...blocks].join('\n\n')
}

/** Findings that waivers cover: they do not count, but must not be overlooked. */
function waivedPart({ findings }: Report, paint: Paint): string {
  const blocks = findings.flatMap(finding => {
    const { status, place } = finding
    if (status.kind !== 'waived') return []
    const { until, owner, place: written, reason } = status.by
    const indent = ' '.repeat(MARKER_WIDTH + 1)
    const detail = (label: string, words: string) => `${indent}${paint('dim', label.padEnd(LABEL_WIDTH))} ${words}`
    return [
      `${'WAIVE'.padEnd(MARKER_WIDTH)} ${at(place)}  ${nameOf(finding)} ${verdictLabel(finding)}`,
      detail('until', `${until}, says ${visible(owner)} in ${at(written)}`),
      detail('reason', visible(reason, DETAIL_LENGTH))
    ].join('\n')
  })
  return blocks.length === 0 ? '' : [paint('bold', `Waived (${blocks.length})`), ...blocks].join('\n\n')
}

function nameOf(finding: Finding): string {
  const requirement = subjectText(finding)
  return `${visible(subjectName(finding))}${requirement === '' ? '' : ` ${visible(requirement)}`}`
}

/** The findings that do not pass, under a title for each verdict and each rule of hazards. */
function problemParts(report: Report, paint: Paint): string[] {
  const failing = ranked(report.findings).filter(({ level }) => level !== 'pass')
  const clients = failing.filter(isAboutClient)
  const ofVerdicts = VERDICT_ORDER.map(kind => ({
    findings: clients.filter(({ subject }) => subject.verdict.kind === kind),
    ...VERDICTS[kind]
  }))
  const ofHazards = Array.from(
    groupBy(
      failing.filter(finding => !isAboutClient(finding)),
      ({ rule }) => rule
    ),
    ([rule, findings]) => ({ findings, label: rule?.title ?? '', sentence: rule?.meaning ?? '' })
  )
  return [...ofVerdicts, ...ofHazards].flatMap(({ findings, label, sentence }) => {
    if (findings.length === 0) return []
    const title = `${paint('bold', `${label} (${findings.length})`)}  ${paint('dim', sentence)}`
    return [title, ...findings.map(finding => block(finding, paint))]
  })
}

function block(finding: Finding, paint: Paint): string {
  const { subject, place, level, explanation } = finding
  const hasReason = subject.kind === 'client' && subject.verdict.reason !== undefined
  const reason = hasReason ? ` ${verdictLabel(finding)}` : ''
  const marker = LEVELS[level].marker.text.padEnd(MARKER_WIDTH)
  const indent = ' '.repeat(MARKER_WIDTH + 1)
  return [
    `${paint(COLOURS[level], marker)} ${at(place)}  ${paint('bold', nameOf(finding))}${reason}`,
    `${indent}${explanation.because}`,
    ...Array.from(details(finding), ([label, words]) => `${indent}${paint('dim', label.padEnd(LABEL_WIDTH))} ${words}`)
  ].join('\n')
}

/** The lines below a finding: a label and its words; a line that continues the one above has no label. */
function* details(finding: Finding): Generator<readonly [string, string]> {
  const { explanation } = finding
  const dependency = dependencyOf(finding)
  const { resolved, used, declared, repeated } = otherPlaces(finding)
  for (const place of declared.slice(0, MOST_PLACES)) yield ['also in', at(place)]
  const more = declared.length - MOST_PLACES
  if (more > 0) yield ['', `and ${count(more, 'more place')}`]
  if (used) yield ['used in', at(used)]
  if (resolved) yield [dependency ? 'resolved in' : 'decided in', at(resolved)]
  if (repeated > 0) yield ['repeated', count(repeated, 'time')]
  if (dependency?.chain) yield ['through', chainText(dependency.chain, visible)]
  const indirect = indirectText(finding, visible)
  if (indirect !== undefined) yield ['indirect', indirect]
  if (dependency?.scope === 'development') yield ['scope', 'development or tests only']
  if (dependency?.alias !== undefined) yield ['alias', visible(dependency.alias)]
  if (dependency?.replacement !== undefined) yield ['replaced', `by ${visible(dependency.replacement)}`]
  for (const [index, words] of fixLines(explanation).entries()) yield [index === 0 ? 'fix' : '', words]
  for (const { url, proof } of explanation.evidence) yield ['see', `${visible(url, PATH_LENGTH)} (${PROOFS[proof]})`]
}

function fixLines({ fix }: Explanation): string[] {
  if (!fix) return []
  const target = targetText(fix, visible)
  return [...(fix.advice === undefined ? [] : [fix.advice]), ...(target === undefined ? [] : [target]), ...fix.commands]
}

function gapPart(gaps: readonly Gap[], paint: Paint): string {
  if (gaps.length === 0) return ''
  const lines = gaps.map(({ kind, place, detail }) => {
    const { label, marker } = GAPS[kind]
    return `${paint('yellow', marker.text.padEnd(MARKER_WIDTH))} ${at(place)}  ${label}: ${visible(detail, DETAIL_LENGTH)}`
  })
  return [paint('bold', `What could not be read (${gaps.length})`), ...lines].join('\n')
}

function summaryPart({ report, conclusion: { verdict, exitCode, failOn, counts } }: Result): string {
  const numbers = [
    count(counts.error, 'error'),
    count(counts.warning, 'warning'),
    count(counts.notice, 'notice'),
    `${counts.pass} passing`,
    `${counts.settled} settled by another file`,
    ...(counts.waived === 0 ? [] : [`${counts.waived} waived`]),
    count(report.gaps.length, 'gap')
  ]
  return [
    `${numbers.join(', ')}.`,
    coverageSentence(report),
    `Result: ${verdict} (exit code ${exitCode}, fails on: ${failOn}).`
  ].join('\n')
}

function at({ path, line, column }: Place): string {
  return `${pathText(path, PATH_LENGTH)}:${line}:${column}`
}
