/** The verdict of `judge` on one package URL: one JSON object a line for programs, a block for a person. */

import type { PurlVerdict } from '../policy/judge-purl.ts'
import { jsonText } from './json.ts'
import { VERDICTS } from './phrases.ts'
import { inert } from './plain-voice.ts'
import type { Reporter } from './reporter.ts'
import { wrapped } from './wrap.ts'

/** One verdict as a line. */
export const verdictLine: Reporter<PurlVerdict> = {
  name: 'json',
  render: verdict => `${jsonText(verdict)}\n`
}

const USUAL_WIDTH = 100
const NARROWEST = 40

/** The options of the text. */
export interface VerdictTextOptions {
  /** The columns of the terminal. */
  readonly width?: number
}

/** One verdict with its reason, the documented minimum, the evidence and the fix. */
export const verdictText: Reporter<PurlVerdict, VerdictTextOptions> = {
  name: 'text',
  render({ purl, verdict, because, minimum, evidence, fix }, { width = USUAL_WIDTH }) {
    const columns = Math.max(NARROWEST, width)
    const sentences = [
      ...(because === undefined ? [] : [inert(because, 600)]),
      ...(minimum === undefined ? [] : [`Documented minimum: ${inert(minimum)}.`]),
      ...evidence.map(({ text, url, proof }) => `${proof}: ${text} ${url}`),
      ...(fix?.advice === undefined ? [] : [inert(fix.advice, 600)])
    ]
    return [
      wrapped(`${inert(purl)} ${VERDICTS[verdict].does}.`, columns),
      ...sentences.map(sentence => wrapped(sentence, columns, 2)),
      ...(fix?.commands ?? []).map(command => `    ${inert(command, 2_000)}`),
      ''
    ].join('\n')
  }
}
