/** What the evidence of a cluster shows: as text for a person, as JSON for programs. */

import type { TokenUse } from '../cluster/audit-log.ts'
import type { ClusterReport } from '../cluster/cluster-report.ts'
import { TOKEN_COUNTERS, type TokenCounter } from '../cluster/metrics.ts'
import { defined } from '../collections.ts'
import type { Deadline } from '../model/cluster.ts'
import type { Finding } from '../model/finding.ts'
import type { Level } from '../model/rule.ts'
import { visible } from '../visible.ts'
import { findingForm, gapForm, jsonText, placeForm, profileForm } from './json.ts'
import { count } from './phrases.ts'
import { inert, plainVoice } from './plain-voice.ts'
import type { Reporter } from './reporter.ts'
import { differingSentence, gapWords } from './result-sentences.ts'
import { subjectName, subjectText } from './subject.ts'
import type { TextOptions } from './text.ts'
import { wrapped } from './wrap.ts'

const USUAL_WIDTH = 80
const NARROWEST = 40
const MARKER_WIDTH = 5
const USER_AGENT_LENGTH = 200

/** The version of the JSON form. */
const SCHEMA = 1

const ANSWERS = { yes: 'Yes', no: 'No', unknown: 'It cannot be told' } as const

const MARKERS: Readonly<Record<Level, string>> = { error: 'ERROR', warning: 'WARN', notice: 'NOTE', pass: 'PASS' }

const VOICE = plainVoice()

/** The report about a cluster as text. */
export const clusterText: Reporter<ClusterReport, Partial<TextOptions>> = {
  name: 'text',
  render(report, { width = USUAL_WIDTH }) {
    const columns = Math.max(NARROWEST, width)
    const { title, deadline, findings, gaps, extension } = report
    const list = (items: readonly string[]) => items.map(item => wrapped(item, columns, 2, '- '))
    const parts = [
      [
        `Cluster: ${title}`,
        ...sources(report),
        ...differences(report, columns),
        ...(deadline ? [wrapped(deadlineSentence(deadline), columns)] : [])
      ],
      [`Can the extension of tokens be switched off here? ${ANSWERS[extension.canBeOff]}.`, ...list(extension.reasons)],
      ...findings.map(finding => [findingLine(finding, columns), ...details(finding, columns)]),
      counters(report),
      gaps.length === 0
        ? []
        : ['What proves nothing or could not be read:', ...list(gaps.map(gap => gapWords(gap, VOICE)))],
      [`${summary(report)} Exit code ${report.exitCode}.`]
    ]
    return `${parts
      .filter(lines => lines.length > 0)
      .map(lines => lines.join('\n'))
      .join('\n\n')}\n`
  }
}

/** The report about a cluster as JSON: a form of its own with a version. */
export const clusterJson: Reporter<ClusterReport> = {
  name: 'json',
  render({ profile, differing, deadline, findings, counts, uses, gaps, extension, exitCode }) {
    const form = {
      schema: SCHEMA,
      cluster: profileForm(profile, differing),
      ...defined({ deadline }),
      extension,
      exitCode,
      findings: findings.map(findingForm),
      counters: Object.fromEntries(
        Object.entries(counts).map(([counter, { total, place, subjects }]) => [
          TOKEN_COUNTERS[counter as TokenCounter],
          { total, ...placeForm(place), tokens: [...subjects] }
        ])
      ),
      uses: uses.map(useForm),
      gaps: gaps.map(gapForm)
    }
    return `${jsonText(form, 2)}\n`
  }
}

function useForm({ place, first, last, issued, ...use }: TokenUse) {
  return {
    ...use,
    ...placeForm(place),
    ...defined({ first: timeOf(first), last: timeOf(last), issued: timeOf(issued) })
  }
}

/** A moment as RFC 3339 writes it; undefined outside of the years that it has. */
function timeOf(moment: number | undefined): string | undefined {
  if (moment === undefined || Math.abs(moment) > Date.parse('9999-12-31')) return undefined
  return new Date(moment).toISOString()
}

/** The facts of the profile, each with its source. */
function sources({ profile }: ClusterReport): string[] {
  const { minor, platform, grace, upgradedOn } = profile
  const line = (name: string, value: string, source: string) =>
    `  ${name.padEnd(12)} ${value.padEnd(12)} ${visible(source)}`
  return [
    ...(minor ? [line('version', `1.${minor.value}`, minor.source)] : []),
    ...(platform ? [line('platform', platform.value, platform.source)] : []),
    ...(grace ? [line('grace', count(grace.value, 'day'), grace.source)] : []),
    ...(upgradedOn ? [line('upgraded-on', upgradedOn.value, upgradedOn.source)] : [])
  ]
}

/** The clusters of the repository that differ. */
function differences({ differing }: ClusterReport, columns: number): string[] {
  const words = differingSentence(differing, VOICE)
  return words === '' ? [] : [wrapped(words, columns)]
}

function deadlineSentence(deadline: Deadline): string {
  if ('after' in deadline)
    return 'Clients that do not reload break an hour after the start of their pod: there is no grace.'
  const { on, daysLeft } = deadline
  const left = daysLeft < 0 ? `${count(-daysLeft, 'day')} ago` : `in ${count(daysLeft, 'day')}`
  return `Clients that do not reload break on ${on}, ${left}.`
}

function findingLine(finding: Finding, width: number): string {
  const { level, rule, place } = finding
  const seen = subjectText(finding)
  const what = `${inert(subjectName(finding))}: ${rule?.title ?? ''}${seen === '' ? '' : ` (${inert(seen, USER_AGENT_LENGTH)})`}`
  return wrapped(`${VOICE.place(place)} ${what}`, width, MARKER_WIDTH + 1, `${MARKERS[level].padEnd(MARKER_WIDTH)} `)
}

function details({ explanation: { because, fix } }: Finding, width: number): string[] {
  const texts = [because, ...(fix?.advice === undefined ? [] : [fix.advice])]
  return texts.map(text => wrapped(VOICE.prose(text), width, MARKER_WIDTH + 1, ' '.repeat(MARKER_WIDTH + 1)))
}

function counters({ counts }: ClusterReport): string[] {
  const lines = Object.entries(counts).map(
    ([counter, { total }]) => `  ${TOKEN_COUNTERS[counter as TokenCounter]} ${total}`
  )
  return lines.length === 0 ? [] : ['Counters, summed over all servers:', ...lines]
}

function summary({ findings, gaps }: ClusterReport): string {
  const at = (level: Finding['level']) => findings.filter(finding => finding.level === level).length
  return `${count(at('error'), 'error')}, ${count(at('warning'), 'warning')}, ${count(at('notice'), 'notice')}, ${count(gaps.length, 'gap')}.`
}
