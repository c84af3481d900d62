/** The report as annotations: one for each finding and gap, on the line that a person would edit. Plain text. */

import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { type Conclusion, type Gap, leavesUnread } from '../model/report.ts'
import type { WaiverResult } from '../model/waiver.ts'
import { pathText, start, visible } from '../visible.ts'
import { ANNOTATION_MESSAGE_LIMIT, ANNOTATION_TITLE_LIMIT, COMMANDS_PER_LEVEL } from './limits.ts'
import { count, GAPS, verdictLabel, WAIVERS, waiverSentence } from './phrases.ts'
import { ranked } from './rank.ts'
import { placeSentences, remarks, targetText } from './remarks.ts'
import type { Reporter, Result } from './reporter.ts'
import { subjectName, subjectText } from './subject.ts'

/** The levels that workflow commands and the Checks API know. */
export type AnnotationLevel = 'error' | 'warning' | 'notice'

/** One remark on one line. GitHub shows title and message as they are, without Markdown. */
export interface Annotation extends Place {
  readonly level: AnnotationLevel
  /** At most `ANNOTATION_TITLE_LIMIT` characters. */
  readonly title: string
  /**
   * At most `ANNOTATION_MESSAGE_LIMIT` characters, for workflow commands and the Checks API. May have several lines.
   */
  readonly message: string
}

/** How many annotations of each level there is room for; as many as the runner keeps, unless given. */
export type Room = Partial<Readonly<Record<AnnotationLevel, number>>>

const LEVEL_ORDER: readonly AnnotationLevel[] = ['error', 'warning', 'notice']
const MOST_EVIDENCE = 3
const DETAIL_LENGTH = 1_000

/**
 * One annotation for each open finding that does not pass, for each waiver that needs a look,
 * and for each gap: by level, and within a level in this order. The paths stay as they are.
 */
export const annotations: Reporter<Result, object, readonly Annotation[]> = {
  name: 'annotations',
  render({ report, conclusion }) {
    const all = [
      ...ranked(report.findings).flatMap(finding =>
        finding.level === 'pass' ? [] : [ofFinding(finding, finding.level)]
      ),
      ...report.waivers.flatMap(result => (result.level === 'pass' ? [] : [ofWaiver(result, result.level)])),
      ...report.gaps.map(gap => ofGap(gap, conclusion))
    ]
    return LEVEL_ORDER.flatMap(level => all.filter(annotation => annotation.level === level))
  }
}

/**
 * At most so many annotations of each level as there is `room` for. Where there are more, the last one says how many and where they
 * are: `elsewhere` continues "see", as in "see the job summary". A job that fails says so in an error of its own, which comes first
 * and takes one of the places: then the room for errors is `COMMANDS_PER_LEVEL - 1`.
 */
export function capped(all: readonly Annotation[], elsewhere: string, room: Room = {}): Annotation[] {
  return LEVEL_ORDER.flatMap(level => {
    const most = Math.max(1, room[level] ?? COMMANDS_PER_LEVEL)
    const same = all.filter(annotation => annotation.level === level)
    const [next, ...others] = same.slice(most - 1)
    if (next === undefined || others.length === 0) return same
    const title = count(others.length + 1, `more ${level}`)
    const message = `GitHub shows only ${COMMANDS_PER_LEVEL} annotations of one level here. For the others see ${elsewhere}. The first of them: ${next.title}`
    return [...same.slice(0, most - 1), { ...next, title, message: cut(message, ANNOTATION_MESSAGE_LIMIT) }]
  })
}

function ofFinding(finding: Finding, level: AnnotationLevel): Annotation {
  const { explanation, place } = finding
  const { path, line, column } = place
  const requirement = subjectText(finding)
  const what = `${visible(subjectName(finding))}${requirement === '' ? '' : ` ${visible(requirement, 60)}`}`
  const { because, fix, evidence } = explanation
  const target = fix && targetText(fix, visible)
  const lines = [
    because,
    ...placeSentences(finding, at),
    ...remarks(finding, visible),
    ...(fix?.advice === undefined ? [] : [`Fix: ${fix.advice}`]),
    ...(target === undefined ? [] : [`Fix: ${target}.`]),
    ...(fix?.commands.map(command => `  ${command}`) ?? []),
    ...evidence.slice(0, MOST_EVIDENCE).map(({ url }) => `See ${visible(url, DETAIL_LENGTH)}`)
  ]
  return {
    level,
    path,
    line,
    column,
    title: cut(`${what}: ${verdictLabel(finding)}`, ANNOTATION_TITLE_LIMIT),
    message: cut(lines.join('\n'), ANNOTATION_MESSAGE_LIMIT)
  }
}

function ofWaiver(result: WaiverResult, level: AnnotationLevel): Annotation {
  const { rule, name, owner, place } = result.waiver
  const { path, line, column } = place
  return {
    level,
    path,
    line,
    column,
    title: cut(`${visible(name)}: the waiver of ${rule.id} is ${WAIVERS[result.state]}`, ANNOTATION_TITLE_LIMIT),
    message: cut(`${waiverSentence(result)}\nOwner: ${visible(owner)}`, ANNOTATION_MESSAGE_LIMIT)
  }
}

function ofGap(gap: Gap, { verdict }: Conclusion): Annotation {
  const { kind, place, detail } = gap
  const { path, line, column } = place
  const { label, sentence } = GAPS[kind]
  const unreadLevel = verdict === 'passed' ? 'warning' : 'error'
  return {
    level: leavesUnread(gap) ? unreadLevel : 'notice',
    path,
    line,
    column,
    title: `${label}: a Kubernetes client may be missed`,
    message: cut(`${sentence}\n${visible(detail, DETAIL_LENGTH)}`, ANNOTATION_MESSAGE_LIMIT)
  }
}

function at({ path, line }: Place): string {
  return `${pathText(path, 200)}:${line}`
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${start(text, most - 1)}…`
}
