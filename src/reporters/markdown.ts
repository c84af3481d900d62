/** The report as GitHub-flavoured Markdown, for `--format markdown`: the page of the job summary without links. */

import { pageText } from './page/page.ts'
import type { Reporter, Result } from './reporter.ts'

/** The whole report, without links and without a limit. */
export const markdown: Reporter<Result> = {
  name: 'markdown',
  render: result =>
    pageText(result, {
      link: () => undefined,
      help: () => undefined,
      elsewhere: { name: 'the JSON report' },
      limit: Number.POSITIVE_INFINITY,
      marker: '',
      isWhole: true,
      deliveries: []
    })
}
