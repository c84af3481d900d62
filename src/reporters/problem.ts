/** A check that could not begin: what is wrong with its use or its configuration, and where. */

import type { Problem } from '../model/config-error.ts'
import type { Delivery } from './delivery.ts'
import { MARGIN } from './limits.ts'
import { code, link, paragraphs, prose } from './markup.ts'
import type { PlaceLink } from './page/page.ts'
import { deliverySection } from './page/sections.ts'
import { LEVELS } from './phrases.ts'
import type { Reporter } from './reporter.ts'

/** What is wrong: in words, and by place where it is in a file. */
export interface CheckProblem {
  /** Our own sentence, if `PROBLEM_HEADLINE` is not true. */
  readonly headline?: string
  readonly message: string
  readonly problems: readonly Problem[]
}

/** The options of the page. */
export interface ProblemOptions {
  /** The hidden lines at the top; `''`: none. */
  readonly marker: string
  readonly link: PlaceLink
  /** The most characters (UTF-16 code units). */
  readonly limit: number
  /** The deliveries that ended before this one. */
  readonly deliveries?: readonly Delivery[]
}

const MOST_PROBLEMS = 20
const MESSAGE_LENGTH = 1_000

/** The sentence for all such problems; it contains nothing of the repository. */
export const PROBLEM_HEADLINE =
  'Nothing was judged, because the configuration or the use of the check is wrong. An earlier verdict no longer counts.'

/** The comment, the summary and the page of the check run of such a check. */
export const problemPage: Reporter<CheckProblem, ProblemOptions> = {
  name: 'problem',
  render: ({ headline = PROBLEM_HEADLINE, message, problems }, { marker, link: addressOf, limit, deliveries = [] }) => {
    const items = problems.map(({ place, message: text }) => {
      const where = link(code(`${place.path}:${place.line}`), addressOf(place))
      return `- ${where}: ${prose(text, { most: MESSAGE_LENGTH })}`
    })
    const page = (shown: number) => {
      const more = items.length - shown
      const lines = [...items.slice(0, shown), ...(more > 0 ? [`- and ${more} more, in the log`] : [])]
      const body = [
        `### ${LEVELS.error.marker.markdown} ${headline}`,
        items.length === 0 ? prose(message, { most: MESSAGE_LENGTH }) : lines.join('\n'),
        deliverySection(deliveries)
      ]
      return `${marker === '' ? '' : `${marker}\n`}${paragraphs(body)}\n`
    }
    for (let shown = Math.min(MOST_PROBLEMS, items.length); shown > 0; shown--) {
      const text = page(shown)
      if (Buffer.byteLength(text) <= limit * (1 - MARGIN)) return text
    }
    return page(0)
  }
}
