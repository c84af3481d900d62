/** The answer of `judge` to one package URL: one JSON object a line, for programs. */

import type { Answer } from '../policy/judge-purl.ts'
import { jsonText } from './json.ts'
import type { Reporter } from './reporter.ts'

/** One answer as a line. */
export const answerLine: Reporter<Answer> = {
  name: 'json-lines',
  render: answer => `${jsonText(answer)}\n`
}
