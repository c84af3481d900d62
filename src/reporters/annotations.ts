/** The report as annotations: one for each finding and gap, on the line that a person would edit. Plain text. */

import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { placeHere } from '../model/waiver.ts'
import { cut } from '../visible.ts'
import { gapLevel } from './headline.ts'
import { ANNOTATION_MESSAGE_LIMIT, ANNOTATION_TITLE_LIMIT, COMMANDS_PER_LEVEL } from './limits.ts'
import { count } from './phrases.ts'
import { plainVoice } from './plain-voice.ts'
import { ranked } from './rank.ts'
import type { Reporter, Result } from './reporter.ts'
import { gapNote, unreadInBase, unreadInBaseNote } from './result-sentences.ts'
import { changeWord, headWords, type Note, originSentence, placesOf, useSentence, waiverNote } from './sentences.ts'

/** The levels that workflow commands and the Checks API know. */
export type AnnotationLevel = 'error' | 'warning' | 'notice'

/** One remark on one line. GitHub shows title and message as they are, without Markdown. */
export interface Annotation extends Place {
  readonly level: AnnotationLevel
  /** At most `ANNOTATION_TITLE_LIMIT` characters: the change, the package and its verdict. */
  readonly title: string
  /** At most `ANNOTATION_MESSAGE_LIMIT` characters, for workflow commands and the Checks API: the reason, and what to use. */
  readonly message: string
}

/** How many annotations of each level there is room for; as many as the runner keeps, unless given. */
export type Room = Partial<Readonly<Record<AnnotationLevel, number>>>

const LEVEL_ORDER: readonly AnnotationLevel[] = ['error', 'warning', 'notice']
const VOICE = plainVoice()

/**
 * One annotation for each open finding that does not pass, for each waiver that needs a look, for each gap, and for
 * each place that could not be compared: by level; within a
 * level, findings before waivers and gaps, and those that the change introduces or worsens first. The paths stay as they are.
 */
export const annotations: Reporter<Result, object, readonly Annotation[]> = {
  name: 'annotations',
  render({ report, conclusion }) {
    const all = [
      ...ranked(report.findings).flatMap(finding =>
        finding.level === 'pass' ? [] : [ofFinding(finding, finding.level)]
      ),
      ...report.waivers.flatMap(result =>
        result.level === 'pass' ? [] : [annotation(result.level, placeHere(result.waiver), waiverNote(result, VOICE))]
      ),
      ...report.gaps.map(gap => annotation(gapLevel(gap, conclusion), gap.place, gapNote(gap, VOICE))),
      ...unreadInBase(report).map(unread => annotation('notice', unread.place, unreadInBaseNote(unread, VOICE)))
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
  const others = placesOf([finding]).length - 1
  return annotation(level, finding.place, {
    title: `${changeWord(finding, VOICE)}${headWords([finding], VOICE)}`,
    sentences: [
      VOICE.prose(finding.explanation.because),
      originSentence(finding, VOICE),
      others === 0 ? '' : `The same is so in ${count(others, 'more place')}.`,
      adviceSentence(finding)
    ]
  })
}

/** The version to use; what to do where no version helps. */
function adviceSentence(finding: Finding): string {
  const use = useSentence(finding, VOICE)
  return use === undefined ? VOICE.prose(finding.explanation.fix?.advice ?? '') : `${use}.`
}

function annotation(level: AnnotationLevel, { path, line, column }: Place, { title, sentences }: Note): Annotation {
  const message = sentences.filter(sentence => sentence !== '').join(' ')
  return {
    level,
    path,
    line,
    column,
    title: cut(title, ANNOTATION_TITLE_LIMIT),
    message: cut(message, ANNOTATION_MESSAGE_LIMIT)
  }
}
