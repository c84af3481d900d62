/** The report as GitHub-flavoured Markdown: the pull-request comment, the job summary, and `--format markdown`. */

import { createHash } from 'node:crypto'
import { groupBy } from '../collections.ts'
import { type Finding, subjectPlace } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Conclusion, Report } from '../model/report.ts'
import type { Level } from '../model/rule.ts'
import type { Evidence } from '../model/verdict.ts'
import type { WaiverResult } from '../model/waiver.ts'
import { clientCannotReload, WHY } from '../rules/clients.ts'
import { COMMENT_LIMIT, MARGIN, SUMMARY_LIMIT } from './limits.ts'
import { code, codeBlock, folded, link, prose, table } from './markup.ts'
import {
  count,
  coverageSentence,
  GAPS,
  headline,
  LEVELS,
  MINIMUMS,
  ORIGINS,
  outcome,
  PROOFS,
  remarks,
  resolvedHeadline,
  TOOL,
  targetText,
  verdictLabel,
  WAIVERS,
  waiverSentence
} from './phrases.ts'
import { otherPlaces, ranked } from './rank.ts'
import type { Context, Delivery, Reporter } from './reporter.ts'
import { dependencyOf, subjectName, subjectText } from './subject.ts'

/** How much of the report a try at rendering holds. Numbers are counts of the most important ones. */
interface Plan {
  readonly rows: number
  readonly explanations: number
  /** Of waivers that need a look. */
  readonly waivers: number
  readonly gaps: number
  /** Whether what passes, is settled or waived is listed, or only counted. */
  readonly lists: boolean
}

/** What all parts of one document need. */
interface Page {
  readonly report: Report
  readonly conclusion: Conclusion
  readonly context: Context
  /** The hidden first line; `''` for none. */
  readonly marker: string
  /** Bytes, with the margin taken off. */
  readonly budget: number
  /** The most places that are listed for one explanation. */
  readonly places: number
  /** A link or a few words that continue "see". */
  readonly elsewhere: string
}

// No row of a table and no explanation is shorter than this many bytes: more of them than fit need not be rendered.
const SHORTEST_ROW = 32
const LONGEST_KEY = 100
const MOST_PLACES = 5
const MOST_PLACES_OF_COMMENT = 20
const MOST_EVIDENCE = 5
const MOST_DELIVERIES = 20
const PLACE_LENGTH = 100
const DETAIL_LENGTH = 300

/** The report as Markdown, whole unless the context sets a limit. */
export const markdown: Reporter = {
  name: 'markdown',
  render: (report, conclusion, context) =>
    document(page(report, conclusion, context, Number.POSITIVE_INFINITY, 'the JSON report'))
}

/** The hidden line by which a comment is found again: the same for the same key, and inert whatever the key holds. */
export function commentMarker(key: string): string {
  const short = key.length <= LONGEST_KEY ? key : createHash('sha256').update(key).digest('hex')
  // Two hyphens or a `>` would end the HTML comment.
  const inert = Array.from(new TextEncoder().encode(short), byte => {
    const character = String.fromCharCode(byte)
    return /[A-Za-z0-9._]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  })
  return `<!-- bound-token-check:${inert.join('')} -->`
}

/** The pull-request comment. Marker and footer are inside the limit. */
export function renderComment(
  report: Report,
  conclusion: Conclusion,
  context: Context & { readonly key: string }
): string {
  const marker = commentMarker(context.key)
  return document({ ...page(report, conclusion, context, COMMENT_LIMIT, 'the job summary'), marker })
}

/** The job summary. */
export function renderSummary(report: Report, conclusion: Conclusion, context: Context): string {
  return document(page(report, conclusion, context, SUMMARY_LIMIT, 'the log'))
}

/** What an existing comment becomes when nothing is left to tell. */
export function renderResolved(
  report: Report,
  conclusion: Conclusion,
  context: Context & { readonly key: string }
): string {
  const heading = `### ${LEVELS.pass.marker.markdown} ${withoutDot(resolvedHeadline(report, conclusion))}`
  return `${commentMarker(context.key)}\n${[heading, footer(report)].join('\n\n')}\n`
}

function page(report: Report, conclusion: Conclusion, context: Context, limit: number, elsewhere: string): Page {
  const most = context.limit ?? limit
  const { name, url } = context.elsewhere ?? { name: elsewhere, url: undefined }
  return {
    report,
    conclusion,
    context,
    marker: '',
    budget: Math.floor(most * (1 - MARGIN)),
    places: limit === COMMENT_LIMIT ? MOST_PLACES_OF_COMMENT : Number.POSITIVE_INFINITY,
    elsewhere: link(prose(name), url)
  }
}

/** The fullest document that fits: first the lists go, then explanations, then rows, then all but the headline. */
function document(page: Page): string {
  const { report, budget } = page
  const told = ranked(report.findings)
  const troubled = told.filter(finding => finding.level !== 'pass')
  const mostRows = Math.min(report.findings.length, Math.floor(budget / SHORTEST_ROW))
  const groups = groupsOf(troubled).slice(0, mostRows)
  const parts = {
    rows: groups.map(group => troubleRow(group, page)),
    passing: told.slice(troubled.length).slice(0, mostRows),
    settled: report.findings.filter(({ status }) => status.kind === 'settled').slice(0, mostRows),
    waived: report.findings.filter(({ status }) => status.kind === 'waived').slice(0, mostRows)
  }
  const explanations = groups.map(group => ({
    level: group[0].level,
    number: group.length,
    text: explanation(group, page)
  }))
  const whole: Plan = {
    rows: Number.POSITIVE_INFINITY,
    explanations: Number.POSITIVE_INFINITY,
    waivers: Number.POSITIVE_INFINITY,
    gaps: mostGaps(page),
    lists: true
  }
  const fits = (plan: Plan) => size(assemble(plan)) <= budget

  if (fits(whole)) return assemble(whole)
  const unlisted: Plan = { ...whole, waivers: 20, gaps: Math.min(20, whole.gaps), lists: false }
  if (fits(unlisted)) return assemble(unlisted)
  const few = Math.min(3, explanations.length)
  const explained = most(few, explanations.length, number => fits({ ...unlisted, explanations: number }))
  if (explained !== undefined) return assemble({ ...unlisted, explanations: explained })
  for (const plan of [few, 1, 0].map(number => ({
    ...unlisted,
    waivers: 5,
    gaps: Math.min(5, unlisted.gaps),
    explanations: number
  }))) {
    const rows = most(1, parts.rows.length, number => fits({ ...plan, rows: number }))
    if (rows !== undefined) return assemble({ ...plan, rows })
  }
  const bare: Plan = { rows: 0, explanations: 0, waivers: 0, gaps: 0, lists: false }
  return fits(bare) ? assemble(bare) : cut([page.marker, heading(page)].filter(text => text !== '').join('\n'), budget)

  function assemble(plan: Plan): string {
    const { context, conclusion } = page
    const rows = parts.rows.slice(0, plan.rows)
    const untold = troubled.length - findingsIn(groups.slice(0, plan.rows))
    const shown = explanations.slice(0, plan.explanations)
    const errors = shown.filter(({ level }) => level === 'error')
    const others = shown.filter(({ level }) => level !== 'error')
    const body = [
      heading(page),
      outcome(report, conclusion) ?? '',
      rows.length > 0 ? intro(troubled) : '',
      table(['', 'Package', 'Version', 'Verdict', 'Use at least', 'Where'], rows),
      untold === 0 ? '' : `And ${count(untold, 'more finding')}: see ${page.elsewhere}.`,
      ...errors.map(({ text }) => text),
      others.length === 0
        ? ''
        : folded(`${othersTitle(others)}: why, and what to do`, others.map(({ text }) => text).join('\n\n')),
      rows.length > 0 && shown.length < explanations.length
        ? `The remaining explanations and fixes: see ${page.elsewhere}.`
        : '',
      waiverPart(page, plan.waivers),
      gapPart(page, plan.gaps),
      deliveryPart(context.deliveries ?? []),
      waivedPart(page, plan, parts.waived),
      passingPart(page, plan, parts.passing, parts.settled),
      footer(report)
    ]
    return `${page.marker === '' ? '' : `${page.marker}\n`}${body.filter(text => text !== '').join('\n\n')}\n`
  }
}

function heading({ report, conclusion }: Page): string {
  return `### ${icon(report, conclusion)} ${withoutDot(headline(report, conclusion))}`
}

/** Why the whole matters: the usual story, or the meaning of the worst rule where no token is read just once. */
function intro(troubled: readonly Finding[]): string {
  const [worst] = troubled
  const isUsual = troubled.some(({ rule }) => rule?.id === clientCannotReload.id)
  return isUsual ? WHY : (worst?.rule?.meaning ?? '')
}

function icon({ findings, waivers }: Report, { verdict, counts }: Conclusion): string {
  const { error, warning, notice, pass } = counts
  const isAt = (level: Level) => waivers.some(waiver => waiver.level === level)
  if (verdict !== 'passed' || error > 0 || isAt('error')) return LEVELS.error.marker.markdown
  if (warning > 0 || isAt('warning')) return LEVELS.warning.marker.markdown
  return LEVELS[notice > 0 || isAt('notice') || pass + findings.length === 0 ? 'notice' : 'pass'].marker.markdown
}

function findingsIn(groups: readonly (readonly Finding[])[]): number {
  return groups.reduce((sum, group) => sum + group.length, 0)
}

/** One row for all that need the same explanation. */
function troubleRow([finding, ...others]: readonly [Finding, ...Finding[]], page: Page): string[] {
  const { explanation: own, level, place } = finding
  const from = own.fix?.version
  return [
    LEVELS[level].marker.markdown,
    packageCell(finding),
    versionCell(finding),
    verdictLabel(finding),
    from === undefined ? '–' : code(from, { table: true }),
    `${placeLink(place, page, true)}${others.length === 0 ? '' : ` and ${others.length} more`}`
  ]
}

function packageCell(finding: Finding): string {
  const { replacement, direct } = dependencyOf(finding) ?? {}
  const instead = replacement === undefined ? '' : ` → ${code(replacement, { table: true })}`
  return `${code(subjectName(finding), { table: true })}${instead}${direct === false ? ' (indirect)' : ''}`
}

function versionCell(finding: Finding): string {
  const text = subjectText(finding)
  return text === '' ? 'none given' : code(text, { table: true, most: 60 })
}

/** Findings that need the same explanation, in the order of their first: never empty. */
function groupsOf(findings: readonly Finding[]): readonly [Finding, ...Finding[]][] {
  return [...groupBy(findings, explanationKey).values()]
}

/** Equal for findings that need the same explanation. */
function explanationKey({ subject, rule, level, explanation: { because, fix } }: Finding): string {
  if (subject.kind === 'hazard') return JSON.stringify([rule?.id, level, because, subject.object, subject.snippet])
  const { ecosystem, name, requirement, replacement, alias, direct, chain } = subject.dependency
  const own = [ecosystem, name, requirement, replacement, alias, direct, chain, subject.chainCommand]
  return JSON.stringify([...own, level, subject.verdict.kind, because, fix])
}

function explanation(group: readonly [Finding, ...Finding[]], page: Page): string {
  const [first] = group
  const { level, explanation: own } = first
  const text = subjectText(first)
  const evidence = own.evidence.slice(0, MOST_EVIDENCE).map(item => `${evidencePiece(item)} (${PROOFS[item.proof]})`)
  return [
    `#### ${LEVELS[level].marker.markdown} ${code(subjectName(first))}${text === '' ? '' : ` ${code(text)}`}: ${verdictLabel(first)}`,
    [
      prose(own.because),
      ...remarks(first, code),
      ...(evidence.length === 0 ? [] : [`Evidence: ${evidence.join(', ')}.`])
    ].join(' '),
    whereAndFix(group, page)
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

/** Our own evidence is linked; what the repository states itself is code like all its texts. */
function evidencePiece({ text, url, proof }: Evidence): string {
  if (proof !== 'stated') return link(prose(text), url)
  return text === url ? code(text) : `${code(text)} ${code(url, { most: DETAIL_LENGTH })}`
}

/** The places people edit, what to bring them to, and the commands: one line and a block where there is one place. */
function whereAndFix(group: readonly [Finding, ...Finding[]], page: Page): string {
  const { fix } = group[0].explanation
  const places = group.slice(0, page.places).map(finding => placesOf(finding, page))
  const more = group.length - places.length
  if (more > 0) places.push(`and ${count(more, 'more place')} with the same answer: see ${page.elsewhere}`)
  const [where, ...others] = places
  const listed = others.length > 0
  const words = fix && targetText(fix, code)
  const target = words === undefined ? '' : `: ${words}`
  const fixable = target !== '' || (fix !== undefined && fix.commands.length > 0)
  return [
    listed ? places.map(place => `- ${place}`).join('\n') : fixable ? '' : `Where: ${where}`,
    fix?.advice === undefined ? '' : prose(fix.advice),
    fixable ? `**Fix**${listed ? '' : ` at ${where}`}${target}` : '',
    fix === undefined || fix.commands.length === 0 ? '' : codeBlock(fix.commands)
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

function placesOf(finding: Finding, page: Page): string {
  const { resolved, used, declared, repeated } = otherPlaces(finding)
  const { origin = 'manifest' } = dependencyOf(finding) ?? {}
  return [
    placeLink(finding.place, page),
    ...declared.slice(0, MOST_PLACES).map(place => `also ${placeLink(place, page)}`),
    ...(used ? [`used in ${placeLink(used, page)}`] : []),
    ...(resolved ? [`${ORIGINS[origin]} ${placeLink(resolved, page)}`] : []),
    ...(repeated === 0 ? [] : [`repeated there ${count(repeated, 'time')}`])
  ].join(', ')
}

function othersTitle(others: readonly { level: Level; number: number }[]): string {
  const number = (wanted: Level) => others.reduce((sum, other) => sum + (other.level === wanted ? other.number : 0), 0)
  const [warnings, notices] = [number('warning'), number('notice')]
  const parts = [
    ...(warnings === 0 ? [] : [`${LEVELS.warning.marker.markdown} ${count(warnings, 'warning')}`]),
    ...(notices === 0 ? [] : [`${LEVELS.notice.marker.markdown} ${count(notices, 'notice')}`])
  ]
  return parts.join(' and ')
}

/** Waivers that have expired or cover nothing, at the lines where they are written. */
function waiverPart(page: Page, shown: number): string {
  const troubled = page.report.waivers.filter(({ level }) => level !== 'pass')
  const rows = troubled.slice(0, shown).map(result => waiverRow(result, page))
  if (rows.length === 0) return ''
  const more = troubled.length - rows.length
  return [
    '#### Waivers that need a look',
    table(['', 'Waiver', 'Package', 'Rule', 'Owner', 'What to do'], rows),
    more === 0 ? '' : `And ${count(more, 'more waiver')}: see ${page.elsewhere}.`
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

function waiverRow(result: WaiverResult, page: Page): string[] {
  const { waiver, state, level } = result
  return [
    LEVELS[level].marker.markdown,
    `${WAIVERS[state].label}: ${placeLink(waiver.place, page, true)}`,
    code(waiver.name, { table: true }),
    waiver.rule.id,
    code(waiver.owner, { table: true }),
    waiverSentence(result)
  ]
}

/** What waivers cover, with who answers for it until when, and why. */
function waivedPart(page: Page, { lists }: Plan, waived: readonly Finding[]): string {
  const { counts } = page.conclusion
  if (counts.waived === 0) return ''
  const title = `${LEVELS.notice.marker.markdown} ${count(counts.waived, 'finding')} waived`
  if (!lists) return `${title}: see ${page.elsewhere}.`
  const rows = waived.flatMap(finding => {
    const { status, place } = finding
    if (status.kind !== 'waived') return []
    const waivedBy = status.by
    return [
      [
        packageCell(finding),
        versionCell(finding),
        verdictLabel(finding),
        placeLink(place, page, true),
        `${waivedBy.until} (${placeLink(waivedBy.place, page, true)})`,
        code(waivedBy.owner, { table: true }),
        code(waivedBy.reason, { table: true, most: DETAIL_LENGTH })
      ]
    ]
  })
  return folded(title, table(['Package', 'Version', 'Verdict', 'Where', 'Waived until', 'Owner', 'Reason'], rows))
}

function mostGaps({ report, budget }: Page): number {
  return Math.min(report.gaps.length, Math.floor(budget / SHORTEST_ROW))
}

function gapPart(page: Page, shown: number): string {
  const { gaps } = page.report
  const rows = gaps
    .slice(0, shown)
    .map(({ kind, place, detail }) => [
      `${GAPS[kind].marker.markdown} ${GAPS[kind].label}`,
      placeLink(place, page, true),
      code(detail, { table: true, most: DETAIL_LENGTH })
    ])
  if (rows.length === 0) return ''
  const more = gaps.length - rows.length
  return [
    '#### What could not be read',
    table(['Gap', 'Where', 'Detail'], rows),
    more === 0 ? '' : `And ${count(more, 'more gap')}: see ${page.elsewhere}.`
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

function deliveryPart(deliveries: readonly Delivery[]): string {
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

function passingPart(page: Page, { lists }: Plan, passing: readonly Finding[], settled: readonly Finding[]): string {
  const { counts } = page.conclusion
  if (counts.pass + counts.settled === 0) return ''
  const title = [
    ...(counts.pass === 0 ? [] : [`${LEVELS.pass.marker.markdown} ${counts.pass} in order`]),
    ...(counts.settled === 0 ? [] : [`${count(counts.settled, 'requirement')} that another file settles`])
  ].join(', ')
  if (!lists) return `${title}: see ${page.elsewhere}.`
  const passingRows = passing.map(finding => [
    packageCell(finding),
    versionCell(finding),
    verdictLabel(finding),
    placeLink(subjectPlace(finding), page, true)
  ])
  const settledRows = settled.map(finding => [
    packageCell(finding),
    versionCell(finding),
    placeLink(subjectPlace(finding), page, true),
    finding.status.kind === 'settled' ? placeLink(finding.status.by, page, true) : ''
  ])
  const parts = [
    table(['Package', 'Version', 'Verdict', 'Where'], passingRows),
    table(['Package', 'Requirement', 'Where', 'Settled by'], settledRows)
  ]
  return folded(title, parts.filter(part => part !== '').join('\n\n'))
}

function footer(report: Report): string {
  return `<sub>**${TOOL}** · ${coverageSentence(report)} ${MINIMUMS}</sub>`
}

function placeLink(place: Place, { context }: Page, inTable = false): string {
  const text = code(`${place.path || '.'}:${place.line}`, { table: inTable, most: PLACE_LENGTH })
  return link(text, context.link?.(place))
}

/** The largest number from `low` to `high` that fits, if any does; what fits at a number fits below it. */
function most(low: number, high: number, fits: (number: number) => boolean): number | undefined {
  if (low > high || !fits(low)) return undefined
  let [good, bad] = [low, high + 1]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (fits(middle)) good = middle
    else bad = middle
  }
  return good
}

/** UTF-8 bytes, which are never fewer than UTF-16 code units: what fits in bytes fits however GitHub counts. */
function size(text: string): number {
  return Buffer.byteLength(text)
}

/** The last resort for limits too small for the headline. */
function cut(text: string, budget: number): string {
  return Buffer.from(text)
    .subarray(0, Math.max(0, budget))
    .toString()
    .replace(/\ufffd+$/, '')
}

function withoutDot(text: string): string {
  return text.replace(/\.$/, '')
}
