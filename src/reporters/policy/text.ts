/** The policy for a terminal: a block for each client. */

import type { PolicyRow } from '../../policy/policy-rows.ts'
import type { Reporter } from '../reporter.ts'
import { wrapped } from '../wrap.ts'
import { BEHAVIOURS, fixText, joined, type SharedStatement } from './same.ts'

/** The options of the text. */
export interface PolicyTextOptions {
  /** The columns of the terminal. */
  readonly width?: number
}

const USUAL_WIDTH = 100
const NARROWEST = 40

/** The rows as text, for `policy --format text`. An address stays whole, so that it can be opened. */
export const policyText: Reporter<readonly PolicyRow[], PolicyTextOptions> = {
  name: 'text',
  render: (rows, { width = USUAL_WIDTH }) =>
    `${rows.map(row => fitted(block(row), Math.max(NARROWEST, width))).join('\n\n')}\n`
}

/** Lines of at most `width` columns; what continues a line is two columns further in than its begin. */
function fitted(text: string, width: number): string {
  return text
    .split('\n')
    .map(line => {
      const lead = /^ */.exec(line)?.[0] ?? ''
      return wrapped(line.slice(lead.length), width, lead.length + 2, lead)
    })
    .join('\n')
}

function block({ package: name, title, alsoNamed, minimum = 'none', ...row }: PolicyRow): string {
  const { otherDocuments, examined, procedure, observed, fix } = row
  return [
    `${name} (${title})`,
    ...(alsoNamed ? [`  also named: ${alsoNamed.join(', ')}`] : []),
    `  documented minimum: ${minimum}`,
    ...(otherDocuments === undefined ? [] : [`  ${otherDocuments.because}`]),
    ...(procedure === undefined ? [] : [`  ${procedure}`]),
    ...joined(observed).flatMap(statementLines),
    ...(examined === undefined ? [] : [`  looked at up to ${examined}: a later release is judged as the last range`]),
    ...(fix === undefined ? [] : [`  fix: ${fixText(fix)}`])
  ].join('\n')
}

function statementLines({ versions, behaviour, because, documents, disagrees, evidence }: SharedStatement): string[] {
  return [
    `  ${versions.join(', ')}: ${BEHAVIOURS[behaviour]}. ${because}`,
    ...(disagrees ? [`    documents disagree: ${documents}`] : []),
    ...evidence.map(({ text, url, proof }) => `    ${proof}: ${text} ${url}`)
  ]
}
