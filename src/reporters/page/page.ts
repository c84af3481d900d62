/** A page: the result as Markdown, as full as its limit allows. */

import { start } from '../../visible.ts'
import { type Digest, digestOf } from '../digest.ts'
import { headline, outcome, resolvedHeadline } from '../headline.ts'
import { MARGIN } from '../limits.ts'
import { paragraphs } from '../markup.ts'
import type { Result } from '../reporter.ts'
import { isWrong, notComparedSentence, whenSentence } from '../result-sentences.ts'
import { blockSection, type Setting } from './blocks.ts'
import { footer } from './footer.ts'
import type { Page } from './options.ts'
import { type Plan, plansFor } from './plan.ts'
import {
  betterSection,
  configurationSection,
  deliverySection,
  existingSection,
  restSection,
  unreadInBaseSection,
  unreadSection,
  waiverSection
} from './sections.ts'
import { markdownVoice } from './voice.ts'

/** The text of a page. */
export function pageText(result: Result, page: Page): string {
  const digest = digestOf(result)
  const voice = markdownVoice(page)
  return fitted(page, plan => body(result, digest, { page, plan, voice }), heading(result, page))
}

/** The fullest of the bodies that fits with the marker; the heading alone, and cut, where none does. */
export function fitted(
  { limit, marker, isWhole }: Pick<Page, 'limit' | 'marker' | 'isWhole'>,
  bodyOf: (plan: Plan) => string,
  shortest: string
): string {
  const most = Math.floor(limit * (1 - MARGIN))
  const whole = (text: string) => `${marker === '' ? '' : `${marker}\n`}${text}\n`
  for (const plan of plansFor(isWhole)) {
    const text = whole(bodyOf(plan))
    if (Buffer.byteLength(text) <= most) return text
  }
  return cut(whole(shortest), most)
}

/** The headline as a heading. */
function heading(result: Result, { resolved = false }: Page): string {
  return headingText(resolved ? resolvedHeadline(result) : headline(result))
}

/** A sentence as the heading of a page. */
export function headingText(sentence: string): string {
  return `### ${sentence.replace(/\.$/, '')}`
}

/** The order of every report: what keeps the check from a verdict, what the change makes worse, what it makes better, the rest. */
function body(result: Result, digest: Digest, setting: Setting): string {
  const { page, voice } = setting
  const { worse, existing, improved } = digest
  const configuration = configurationSection(result, setting)
  const isFirst = isWrong(result.report)
  return paragraphs([
    heading(result, page),
    isFirst ? configuration : '',
    unreadSection(digest, setting),
    outcome(result) ?? '',
    notComparedSentence(result, voice),
    unreadInBaseSection(digest, setting),
    whenSentence(result, digest, voice, page.help({ kind: 'when' })),
    blockSection(worse, setting),
    betterSection(digest, setting),
    waiverSection(digest, setting),
    isFirst ? '' : configuration,
    deliverySection(page.deliveries),
    existingSection(digest, setting),
    restSection(result, digest, setting),
    footer(page, worse[0]?.[0] ?? existing[0]?.[0] ?? improved[0])
  ])
}

/** The last resort for limits too small for the headline. Bytes that no longer make a character go. */
function cut(text: string, most: number): string {
  let length = Math.min(text.length, Math.max(0, most))
  while (Buffer.byteLength(start(text, length)) > most) length -= 1
  return start(text, length)
}
