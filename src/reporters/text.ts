/** The report for a terminal or a log: the order and the words of the comment, wrapped to the width of the terminal. */

import { styleText } from 'node:util'
import type { Level } from '../model/rule.ts'
import { visible } from '../visible.ts'
import { type Alike, type Digest, digestOf } from './digest.ts'
import { fixParts } from './fix-parts.ts'
import { headline, outcome, worstLevel } from './headline.ts'
import { originClauses } from './origin.ts'
import { count, coverageSentence } from './phrases.ts'
import { inert, plainVoice } from './plain-voice.ts'
import type { Reporter, Result } from './reporter.ts'
import {
  betterSentences,
  clusterSentence,
  configurationTitle,
  effectSentence,
  existingTitle,
  gapWords,
  isWrong,
  notComparedSentence,
  unreadInBaseTitle,
  unreadInBaseWords,
  unreadTitle,
  whenSentence
} from './result-sentences.ts'
import {
  changeWord,
  headWords,
  lineWords,
  placesOf,
  placesWords,
  reasonSentences,
  waivedWords,
  waiverWords
} from './sentences.ts'
import { subjectName } from './subject.ts'
import type { Voice } from './voice.ts'
import { wrapped } from './wrap.ts'

type Style = 'red' | 'yellow' | 'cyan' | 'green' | 'bold' | 'dim'
type Paint = (style: Style, text: string) => string

const COLOURS: Readonly<Record<Level, Style>> = { error: 'red', warning: 'yellow', notice: 'cyan', pass: 'green' }
/** The most further places of a finding that are listed; the JSON report has all of them. */
const MOST_PLACES = 10
const MOST_PLACES_OF_NOTICES = 2
const MOST_EVIDENCE = 5
const USUAL_WIDTH = 80
const NARROWEST = 40

/** The options of the text report. */
export interface TextOptions {
  /** Whether it may use ANSI colours. */
  readonly colour: boolean
  /** The columns of the terminal. */
  readonly width?: number
}

/** What every part of the text needs. */
interface Setting {
  readonly voice: Voice
  readonly width: number
  readonly paint: Paint
}

/** The report as text, for `--format text` and the log. */
export const text: Reporter<Result, TextOptions> = {
  name: 'text',
  render(result, { colour, width = USUAL_WIDTH }) {
    // The caller knows the stream; by default styleText looks at standard output.
    const paint: Paint = (style, words) => (colour ? styleText(style, words, { validateStream: false }) : words)
    const setting = { voice: plainVoice(words => paint('bold', words)), width: Math.max(NARROWEST, width), paint }
    const parts = partsOf(result, digestOf(result), setting)
    return `${parts.filter(part => part !== '').join('\n\n')}\n`
  }
}

function partsOf(result: Result, digest: Digest, setting: Setting): string[] {
  const { voice, paint } = setting
  const sentence = (words: string) => (words === '' ? '' : wrapped(words, setting.width))
  const title = voice.strong
  const titled = (words: string, items: readonly string[]) => [sentence(words), ...list(items, setting)].join('\n')
  const unreadInBase = digest.compared?.unread ?? []
  const colour = COLOURS[worstLevel(result)]
  const head = headline(result)
    .split(' ')
    .map(word => paint('bold', paint(colour, word)))
  const configuration = configurationPart(result, setting)
  const isFirst = isWrong(result.report)
  return [
    sentence(head.join(' ')),
    isFirst ? configuration : '',
    titled(
      digest.unread.length === 0 ? '' : unreadTitle(voice),
      digest.unread.map(gap => gapWords(gap, voice))
    ),
    sentence(outcome(result) ?? ''),
    sentence(notComparedSentence(result, voice)),
    titled(
      unreadInBaseTitle(unreadInBase, voice),
      unreadInBase.map(unread => unreadInBaseWords(unread, voice))
    ),
    sentence(whenSentence(result, digest, voice)),
    ...digest.worse.map(group => block(group, setting)),
    list(
      betterSentences(digest, voice, { most: 1, more: words => words }).map(render => render()),
      setting
    ).join('\n'),
    list(
      digest.waivers.map(waiver => waiverWords(waiver, voice)),
      setting
    ).join('\n'),
    isFirst ? '' : configuration,
    ...(digest.existing.length === 0 ? [] : [sentence(title(`${existingTitle(digest)}.`))]),
    ...digest.existing.map(group => block(group, setting)),
    ...restParts(digest, setting, title),
    sentence(clusterSentence(result, voice)),
    endPart(result, setting)
  ]
}

/** The change, the package and its verdict; below it where, why, and what to do. */
function block(findings: Alike, { voice, width, paint }: Setting): string {
  const [first, ...others] = findings
  const colour = COLOURS[first.level]
  const painted: Voice = { ...voice, name: finding => paint(colour, paint('bold', inert(subjectName(finding)))) }
  const places = placesWords(placesOf(findings), voice, { most: MOST_PLACES, more: words => words })
  const clauses = others.length > 0 ? [] : originClauses(first, voice)
  const details = [`${[places, ...clauses].join(', ')}.`, ...reasonSentences(findings, voice, MOST_EVIDENCE)]
  const fix = fixParts(findings, voice).map(part =>
    part.kind === 'commands'
      ? part.lines.map(line => `    ${visible(line, 2_000)}`).join('\n')
      : wrapped(part.text, width, 2)
  )
  return [
    wrapped(`${changeWord(first, voice)}${headWords(findings, painted)}.`, width),
    ...details.map(detail => wrapped(detail, width, 2)),
    ...fix
  ].join('\n')
}

function configurationPart(result: Result, setting: Setting): string {
  const { configurationChange: change } = result.report
  if (!change) return ''
  const { voice, width } = setting
  const edits = change.edits.map(({ place, text: words }) => `${voice.place(place)} ${voice.prose(words)}`)
  return [
    wrapped(configurationTitle(result, voice), width),
    ...list(edits, setting),
    wrapped(effectSentence(result, voice), width)
  ].join('\n')
}

/** A notice in one line, without reason and fix: nobody has to act on it. */
function noticeLine(findings: Alike, { voice }: Setting): string {
  return lineWords(findings, headWords(findings, voice), voice, {
    most: MOST_PLACES_OF_NOTICES,
    more: words => words
  })
}

/** What waivers cover, and notices. What passes or is settled is only counted. */
function restParts(digest: Digest, setting: Setting, title: (words: string) => string): string[] {
  const { voice } = setting
  const lists = [
    [`${digest.waived.length} waived`, digest.waived.map(finding => waivedWords(finding, voice))],
    [
      count(digest.notices.flat().length + digest.idleWaivers.length + digest.remarks.length, 'notice'),
      [
        ...digest.notices.map(group => noticeLine(group, setting)),
        ...digest.idleWaivers.map(waiver => waiverWords(waiver, voice)),
        ...digest.remarks.map(gap => gapWords(gap, voice))
      ]
    ]
  ] as const
  return lists.flatMap(([words, items]) =>
    items.length === 0 ? [] : [[title(`${words}:`), ...list(items, setting)].join('\n')]
  )
}

/** The numbers, and how the check ends. */
function endPart(
  { report, conclusion: { verdict, exitCode, failOn, counted, counts } }: Result,
  { width }: Setting
): string {
  const numbers = [
    count(counts.error, 'error'),
    count(counts.warning, 'warning'),
    count(counts.notice, 'notice'),
    `${counts.pass} passing`,
    `${counts.settled} settled by another file`,
    ...(counts.waived === 0 ? [] : [`${counts.waived} waived`]),
    count(report.gaps.length, 'gap')
  ]
  const whose = counted === 'introduced' ? ', of what the change introduces or worsens' : ''
  return [
    `${numbers.join(', ')}.`,
    coverageSentence(report),
    `Result: ${verdict} (exit code ${exitCode}, fails on: ${failOn}${whose}).`
  ]
    .map(line => wrapped(line, width))
    .join('\n')
}

function list(items: readonly string[], { width }: Setting): string[] {
  return items.map(item => wrapped(item, width, 2, '- '))
}
