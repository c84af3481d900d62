/** The report as GitHub-flavoured Markdown, for `--format markdown`. */

import { pageText } from './page/fitted.ts'
import type { Reporter, Result } from './reporter.ts'

/** The whole report, without links and without a limit. */
export const markdown: Reporter<Result> = {
  name: 'markdown',
  render: result =>
    pageText({
      result,
      marker: '',
      limit: Number.POSITIVE_INFINITY,
      mostPlaces: Number.POSITIVE_INFINITY,
      elsewhere: { name: 'the JSON report' },
      deliveries: [],
      link: () => undefined
    })
}
