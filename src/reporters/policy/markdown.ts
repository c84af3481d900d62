/**
 * The policy as Markdown, for docs/clients.md: where documents and code disagree,
 * then one heading per ecosystem and one per client, beginning with those that
 * the vendor documents name. Packages with the same statements share a heading.
 */

import type { Evidence } from '../../model/verdict.ts'
import type { PolicyRow, Statement } from '../../policy/policy-rows.ts'
import { anchorOf } from '../help.ts'
import { paragraphs, table } from '../markup.ts'
import type { Reporter } from '../reporter.ts'
import { BEHAVIOURS, fixText, joined, rowsByKnowledge } from './same.ts'

/** The description of the runs behind the proof `executed`, relative to docs/. */
const RUNS = '../evidence/README.md'

/** The rows as Markdown, for `policy --format markdown`. */
export const policyMarkdown: Reporter<readonly PolicyRow[]> = {
  name: 'markdown',
  render(rows) {
    const ecosystems = [...new Set(rows.map(({ ecosystem }) => ecosystem))]
    const contents = ecosystems.map(title => `[${title}](#${anchorOf(title)})`).join(' · ')
    const sections = ecosystems.flatMap(title => [
      `## ${title}`,
      ...officialFirst(rows.filter(({ ecosystem }) => ecosystem === title)).map(section)
    ])
    const parts = [contents, '## Where the documents and the code disagree', disagreements(rows), ...sections]
    return `${paragraphs(parts)}\n`
  }
}

/** The rows with the same statements; those that the vendor documents name come first. */
function officialFirst(rows: readonly PolicyRow[]): readonly (readonly [PolicyRow, ...PolicyRow[]])[] {
  const isOfficial = ({ minimum }: PolicyRow) => Number(minimum !== undefined)
  return rowsByKnowledge(rows).toSorted(([a], [b]) => isOfficial(b) - isOfficial(a))
}

function section([first, ...others]: readonly [PolicyRow, ...PolicyRow[]]): string {
  const { title, repository, minimum, documents = [], procedure, observed, fix } = first
  const names = [first, ...others].map(({ package: name, alsoNamed }) => {
    const also = alsoNamed ? ` (also ${alsoNamed.map(code).join(', ')})` : ''
    return `${code(name)}${also}`
  })
  return paragraphs([
    `### <a id="${anchorOf(first.package)}"></a>${title}`,
    `${names.join(' · ')} · [source](${repository})`,
    minimum === undefined ? '' : `Documented minimum: **${cell(minimum)}** (${documents.map(link).join(', ')}).`,
    procedure ?? '',
    statements(observed, minimum !== undefined),
    fix === undefined ? '' : `Fix: ${fixText(fix, code)}`
  ])
}

/** The table of the versions and their behaviour; `isOfficial` adds the statements of the documents. */
function statements(observed: readonly Statement[], isOfficial: boolean): string {
  const rows = joined(observed).map(({ versions, behaviour, because, documents = '–', disagrees, evidence }) => {
    const mark = disagrees ? '**' : ''
    return [
      versions.map(code).join('<br>'),
      ...(isOfficial ? [`${mark}${cell(documents)}${mark}`] : []),
      `${mark}${BEHAVIOURS[behaviour]}${mark}: ${cell(because)}`,
      evidence.map(cited).join('<br>') || '–'
    ]
  })
  return table(['Versions', ...(isOfficial ? ['The documents'] : []), 'The code', 'Evidence'], rows)
}

function disagreements(rows: readonly PolicyRow[]): string {
  const lines = rowsByKnowledge(rows).flatMap(([{ title, package: name, minimum = '', observed }]) =>
    joined(observed.filter(({ disagrees }) => disagrees)).map(({ versions, behaviour, documents = '' }) => [
      `[${cell(title)}](#${anchorOf(name)})`,
      cell(minimum),
      versions.map(code).join('<br>'),
      cell(documents),
      BEHAVIOURS[behaviour]
    ])
  )
  return table(['Client', 'Documented minimum', 'Versions', 'The documents', 'The code'], lines)
}

function cited(evidence: Evidence): string {
  const proof = evidence.proof === 'executed' ? `[executed](${RUNS})` : evidence.proof
  return `${link(evidence)} (${proof})`
}

function link({ text, url }: Evidence): string {
  return `[${cell(text)}](${url})`
}

/** Our own text in a cell of a table, which a pipe would end. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function code(text: string): string {
  return `\`${text}\``
}
