/** The verdict of `judge` on one package URL: one JSON object a line, for programs. */

import type { PurlVerdict } from '../policy/judge-purl.ts'
import { jsonText } from './json.ts'
import type { Reporter } from './reporter.ts'

/** One verdict as a line. */
export const verdictLine: Reporter<PurlVerdict> = {
  name: 'json',
  render: verdict => `${jsonText(verdict)}\n`
}
