/** The policy for a terminal: a block for each client. */

import type { PolicyRow } from '../../policy/policy-rows.ts'
import type { Reporter } from '../reporter.ts'
import { BEHAVIOURS, fixText, joined, type SharedStatement } from './same.ts'

/** The rows as text, for `policy --format text`. */
export const policyText: Reporter<readonly PolicyRow[]> = {
  name: 'text',
  render: rows => `${rows.map(block).join('\n\n')}\n`
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
