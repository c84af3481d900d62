/** The pull-request comment: what this change does, for a reader with ten seconds. */

import { COMMENT_SIZE } from './limits.ts'
import type { PageOptions } from './page/options.ts'
import { pageText } from './page/page.ts'
import type { Reporter, Result } from './reporter.ts'

/** The options of a comment. */
export interface CommentOptions extends PageOptions {
  /** The hidden lines at the top, without a line end; `''` for none. */
  readonly marker: string
  /** Whether it replaces a comment that had something to report, while nothing is left. */
  readonly resolved?: boolean
}

/** The options that a comment has unless given others. */
export const DEFAULTS = {
  help: () => undefined,
  elsewhere: { name: 'the job summary' },
  limit: COMMENT_SIZE
} as const satisfies Partial<PageOptions>

/** The comment. By default it is far shorter than what GitHub takes, so that it can be read. */
export const comment: Reporter<Result, CommentOptions> = {
  name: 'comment',
  render: (result, options) => pageText(result, { ...DEFAULTS, ...options, isWhole: false, deliveries: [] })
}
