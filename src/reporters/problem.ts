/** The page for a check that came to no verdict, because its configuration or its use is wrong. */

import type { Problem } from '../model/config-error.ts'
import type { CommentOptions } from './comment.ts'
import { DEFAULTS } from './comment.ts'
import type { Delivery } from './delivery.ts'
import { paragraphs, prose } from './markup.ts'
import { seeElsewhere } from './page/blocks.ts'
import { footer } from './page/footer.ts'
import { fitted, headingText } from './page/page.ts'
import { deliverySection } from './page/sections.ts'
import { markdownVoice } from './page/voice.ts'
import { count } from './phrases.ts'
import type { Reporter } from './reporter.ts'

/** What is wrong: in words, and by place where it is in a file. All texts may quote the repository. */
export interface CheckProblem {
  /** Our own sentence, if `PROBLEM_HEADLINE` is not true. */
  readonly headline?: string
  readonly message: string
  readonly problems: readonly Problem[]
}

/** The options of the page. */
export interface ProblemOptions extends CommentOptions {
  /** The deliveries that ended before this one. */
  readonly deliveries?: readonly Delivery[]
}

/** The sentence for all such problems; it contains nothing of the repository. */
export const PROBLEM_HEADLINE =
  'Nothing was judged, because the configuration or the use of the check is wrong. An earlier verdict no longer counts.'

const MESSAGE_LENGTH = 600

/** A comment or a summary that says what to correct. It replaces an older verdict, which holds no more. */
export const problemPage: Reporter<CheckProblem, ProblemOptions> = {
  name: 'problem',
  render({ headline = PROBLEM_HEADLINE, message, problems }, options) {
    const page = { ...DEFAULTS, deliveries: [], ...options, isWhole: false }
    const voice = markdownVoice(page)
    return fitted(
      page,
      ({ listed }) => {
        const shown = problems.slice(0, Math.max(1, listed))
        const more = problems.length - shown.length
        const lines = shown.map(
          problem => `- ${voice.place(problem.place)}: ${prose(problem.message, { most: MESSAGE_LENGTH })}`
        )
        return paragraphs([
          headingText(headline),
          lines.length === 0 ? prose(message, { most: MESSAGE_LENGTH }) : lines.join('\n'),
          more === 0 ? '' : `And ${count(more, 'more problem')}: ${seeElsewhere(page)}.`,
          deliverySection(page.deliveries),
          footer(page, undefined)
        ])
      },
      headingText(headline)
    )
  }
}
