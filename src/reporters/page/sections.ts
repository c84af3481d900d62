/** The sections of a page around its blocks. Each is `''` where there is nothing to say. */

import type { Finding } from '../../model/finding.ts'
import type { Delivery } from '../delivery.ts'
import type { Digest } from '../digest.ts'
import { folded, paragraphs, prose } from '../markup.ts'
import { count, coverageSentence, MINIMUMS, upperFirst } from '../phrases.ts'
import type { Result } from '../reporter.ts'
import {
  betterSentences,
  clusterSentence,
  configurationTitle,
  effectSentence,
  existingTitle,
  gapWords,
  isUsual,
  restTitle,
  unreadInBaseTitle,
  unreadInBaseWords,
  unreadTitle
} from '../result-sentences.ts'
import {
  placesOf,
  placesWords,
  settledWords,
  subjectWords,
  useClause,
  verdictWords,
  waivedWords,
  waiverWords
} from '../sentences.ts'
import { blockSection, line, moreLink, type Setting, seeElsewhere } from './blocks.ts'

const MOST_DELIVERIES = 20
const DETAIL_LENGTH = 300

/** What should have been read and was not, and what to do about it. */
export function unreadSection(digest: Digest, setting: Setting): string {
  const { unread } = digest
  if (unread.length === 0) return ''
  const { voice } = setting
  return paragraphs([
    unreadTitle(voice),
    list(
      unread.map(gap => () => gapWords(gap, voice)),
      'place',
      setting
    )
  ])
}

/** What could be read at the head and not in the base. */
export function unreadInBaseSection({ compared }: Digest, setting: Setting): string {
  const { voice } = setting
  const unread = compared?.unread ?? []
  return paragraphs([
    unreadInBaseTitle(unread, voice),
    list(
      unread.map(each => () => unreadInBaseWords(each, voice)),
      'place',
      setting
    )
  ])
}

/** What is better than in the base, one line each. */
export function betterSection(digest: Digest, setting: Setting): string {
  const sentences = betterSentences(digest, setting.voice, { most: 1, more: moreLink(setting) })
  return sentences.length === 1 && setting.plan.listed > 0
    ? sentences.map(render => render()).join('')
    : list(sentences, 'improvement', setting)
}

/** Waivers that have expired. */
export function waiverSection({ waivers }: Digest, setting: Setting): string {
  return list(
    waivers.map(result => () => waiverWords(result, setting.voice)),
    'waiver',
    setting
  )
}

/** What the change does to the configuration, and what that would do. */
export function configurationSection(result: Result, setting: Setting): string {
  const { configurationChange: change } = result.report
  if (!change) return ''
  const { voice } = setting
  const edits = change.edits.map(
    ({ place, text }) =>
      () =>
        `${voice.place(place)} ${voice.prose(text)}`
  )
  return paragraphs([configurationTitle(result, voice), list(edits, 'change', setting), effectSentence(result, voice)])
}

/** What was there before and is no better. */
export function existingSection(digest: Digest, setting: Setting): string {
  const { existing } = digest
  if (existing.length === 0) return ''
  const { page, voice } = setting
  const title = existingTitle(digest)
  if (page.isWhole) return paragraphs([`#### ${title}`, blockSection(existing, setting)])
  const isShort = isUsual(existing)
  const lines = existing.map(group => () => {
    if (!isShort) return line(group, setting)
    const places = placesWords(placesOf(group), voice, { most: 1, more: moreLink(setting) })
    return `${subjectWords(group, voice)}${useClause(group[0], voice)}: ${places}`
  })
  return section(title, list(lines, 'finding', setting), setting)
}

/** What needs nobody: what is waived, notices, what passes or is settled; how many files were read. */
export function restSection(result: Result, digest: Digest, setting: Setting): string {
  const title = restTitle(result, digest)
  if (setting.plan.listed === 0) return title
  const { voice } = setting
  const listOf = <Item>(items: readonly Item[], words: (item: Item) => string, noun: string) =>
    list(
      items.map(item => () => words(item)),
      noun,
      setting
    )
  const lists = [
    listOf(digest.waived, finding => waivedWords(finding, voice), 'waived finding'),
    listOf(digest.idleWaivers, waiver => waiverWords(waiver, voice), 'waiver'),
    listOf(digest.notices, group => line(group, setting), 'notice'),
    listOf(digest.remarks, gap => gapWords(gap, voice), 'notice'),
    ...(setting.page.isWhole
      ? [
          listOf(digest.passing, finding => passingWords(finding, setting), 'client'),
          listOf(digest.settled, finding => settledWords(finding, voice), 'requirement')
        ]
      : [])
  ]
  const body = paragraphs([
    lists.filter(words => words !== '').join('\n'),
    clusterSentence(result, voice),
    `${coverageSentence(result.report)} ${MINIMUMS}`
  ])
  return section(title, body, setting)
}

function passingWords(finding: Finding, setting: Setting): string {
  const { voice, plan } = setting
  const places = placesWords(placesOf([finding]), voice, { most: Math.max(1, plan.places), more: moreLink(setting) })
  return `${subjectWords([finding], voice)} ${verdictWords(finding)}: ${places}`
}

/** Channels that failed, or were skipped although somebody asked for them. */
export function deliverySection(deliveries: readonly Delivery[]): string {
  const lines = deliveries
    .filter(({ state, asked }) => state === 'failed' || (state === 'skipped' && asked === true))
    .slice(0, MOST_DELIVERIES)
    .map(({ channel, state, detail }) => {
      const why = detail === undefined ? '' : `: ${prose(detail, { most: DETAIL_LENGTH })}`
      return `- ${upperFirst(prose(channel, { most: DETAIL_LENGTH }))} ${state}${why}`
    })
  return lines.length === 0 ? '' : `#### What could not be posted\n\n${lines.join('\n')}`
}

/** A section under its title: open on a page that shows everything, folded on one that does not. */
function section(title: string, body: string, { page }: Setting): string {
  if (body === '') return title
  return page.isWhole ? `#### ${upperFirst(title)}\n\n${body}` : folded(title, body)
}

/** A list of as many items as the plan allows, and the number of the others. */
function list(items: readonly (() => string)[], noun: string, { plan, page }: Setting): string {
  const shown = items.slice(0, plan.listed).map(render => `- ${render()}`)
  const more = items.length - shown.length
  if (more === 0) return shown.join('\n')
  const words = `${count(more, shown.length === 0 ? noun : `more ${noun}`)}: ${seeElsewhere(page)}`
  return shown.length === 0 ? `${upperFirst(words)}.` : [...shown, `- and ${words}`].join('\n')
}
