/** The sections of a page after the findings: waivers, gaps, deliveries, and what passes. `''` for none. */

import { type Finding, subjectPlace } from '../../model/finding.ts'
import type { WaiverResult } from '../../model/waiver.ts'
import type { Delivery } from '../delivery.ts'
import { code, folded, paragraphs, prose, table } from '../markup.ts'
import {
  count,
  coverageSentence,
  GAPS,
  LEVELS,
  MINIMUMS,
  TOOL,
  verdictLabel,
  WAIVERS,
  waiverSentence
} from '../phrases.ts'
import type { Result } from '../reporter.ts'
import { type Page, packageCell, placeLink, seeElsewhere, versionCell } from './page.ts'

const MOST_DELIVERIES = 20
const DETAIL_LENGTH = 300

/** Waivers that have expired or cover nothing, at the lines where they are written; at most `shown`. */
export function waiverSection(page: Page, shown: number): string {
  const wrong = page.result.report.waivers.filter(({ level }) => level !== 'pass')
  const rows = wrong.slice(0, shown).map(result => waiverRow(result, page))
  if (rows.length === 0) return ''
  return paragraphs([
    '#### Waivers that need a look',
    table(['', 'Waiver', 'Package', 'Rule', 'Owner', 'What to do'], rows),
    moreText(wrong.length - rows.length, 'waiver', page)
  ])
}

function waiverRow(result: WaiverResult, page: Page): string[] {
  const { waiver, state, level } = result
  return [
    LEVELS[level].marker.markdown,
    `${WAIVERS[state]}: ${placeLink(waiver.place, page, true)}`,
    code(waiver.name, { table: true }),
    waiver.rule.id,
    code(waiver.owner, { table: true }),
    waiverSentence(result)
  ]
}

/** Everything that could not be read; at most `shown`. */
export function gapSection(page: Page, shown: number): string {
  const { gaps } = page.result.report
  const rows = gaps
    .slice(0, shown)
    .map(({ kind, place, detail }) => [
      `${GAPS[kind].marker.markdown} ${GAPS[kind].label}`,
      placeLink(place, page, true),
      code(detail, { table: true, most: DETAIL_LENGTH })
    ])
  if (rows.length === 0) return ''
  return paragraphs([
    '#### What could not be read',
    table(['Gap', 'Where', 'Detail'], rows),
    moreText(gaps.length - rows.length, 'gap', page)
  ])
}

/** Deliveries that were skipped or failed. */
export function deliverySection(deliveries: readonly Delivery[]): string {
  const rows = deliveries
    .filter(({ state }) => state !== 'delivered')
    .slice(0, MOST_DELIVERIES)
    .map(({ channel, state, detail = '' }) => [
      prose(channel, { table: true, most: DETAIL_LENGTH }),
      state,
      prose(detail, { table: true, most: DETAIL_LENGTH })
    ])
  return rows.length === 0 ? '' : `#### What could not be posted\n\n${table(['Channel', 'State', 'Why'], rows)}`
}

/** Everything that waivers cover, with owner, last day and reason. `listed`: undefined for the number alone. */
export function waivedSection(page: Page, listed: readonly Finding[] | undefined): string {
  const number = page.result.conclusion.counts.waived
  if (number === 0) return ''
  const title = `${LEVELS.notice.marker.markdown} ${count(number, 'finding')} waived`
  if (!listed) return `${title}: ${seeElsewhere(page)}.`
  const rows = listed.flatMap(finding => waivedRows(finding, page))
  return folded(title, table(['Package', 'Version', 'Verdict', 'Where', 'Waived until', 'Owner', 'Reason'], rows))
}

function waivedRows(finding: Finding, page: Page): string[][] {
  const { status, place } = finding
  if (status.kind !== 'waived') return []
  const { until, owner, reason, place: written } = status.by
  return [
    [
      packageCell(finding),
      versionCell(finding),
      verdictLabel(finding),
      placeLink(place, page, true),
      `${until} (${placeLink(written, page, true)})`,
      code(owner, { table: true }),
      code(reason, { table: true, most: DETAIL_LENGTH })
    ]
  ]
}

/** The findings that pass, and those that another file settles. */
export interface InOrder {
  readonly passing: readonly Finding[]
  readonly settled: readonly Finding[]
}

/** Everything that passes or is settled. `listed`: undefined for the numbers alone. */
export function passingSection(page: Page, listed: InOrder | undefined): string {
  const { pass, settled } = page.result.conclusion.counts
  if (pass + settled === 0) return ''
  const title = [
    ...(pass === 0 ? [] : [`${LEVELS.pass.marker.markdown} ${pass} passing`]),
    ...(settled === 0 ? [] : [`${count(settled, 'requirement')} settled by another file`])
  ].join(', ')
  if (!listed) return `${title}: ${seeElsewhere(page)}.`
  const passingRows = listed.passing.map(finding => [
    packageCell(finding),
    versionCell(finding),
    verdictLabel(finding),
    placeLink(subjectPlace(finding), page, true)
  ])
  const settledRows = listed.settled.map(finding => [
    packageCell(finding),
    versionCell(finding),
    placeLink(subjectPlace(finding), page, true),
    finding.status.kind === 'settled' ? placeLink(finding.status.by, page, true) : ''
  ])
  return folded(
    title,
    paragraphs([
      table(['Package', 'Version', 'Verdict', 'Where'], passingRows),
      table(['Package', 'Requirement', 'Where', 'Settled by'], settledRows)
    ])
  )
}

/** The last line of every page. */
export function footer({ report }: Pick<Result, 'report'>): string {
  return `<sub>**${TOOL}** · ${coverageSentence(report)} ${MINIMUMS}</sub>`
}

/** Names the number of those that are left out; `''` for none. */
function moreText(number: number, one: string, page: Page): string {
  return number === 0 ? '' : `And ${count(number, `more ${one}`)}: ${seeElsewhere(page)}.`
}
