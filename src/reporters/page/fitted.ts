/** A page as full as its limit allows: first the lists go, then explanations, then rows, then all but the headline. */

import type { Finding } from '../../model/finding.ts'
import type { Level } from '../../model/rule.ts'
import { clientCannotReload, WHY } from '../../rules/clients.ts'
import { headline, outcome, worstLevel } from '../headline.ts'
import { MARGIN } from '../limits.ts'
import { folded, paragraphs, table } from '../markup.ts'
import { count, LEVELS } from '../phrases.ts'
import { ranked } from '../rank.ts'
import type { Result } from '../reporter.ts'
import { type Alike, alike, explanationText, FINDING_HEADINGS, findingRow } from './findings.ts'
import { type Page, seeElsewhere } from './page.ts'
import {
  deliverySection,
  footer,
  gapSection,
  type InOrder,
  passingSection,
  waivedSection,
  waiverSection
} from './sections.ts'

/** How much of the result a page holds. Numbers are counts of the most important ones. */
interface Plan {
  readonly rows: number
  readonly explanations: number
  /** Of waivers that need a look. */
  readonly waivers: number
  readonly gaps: number
  /** Whether findings that pass, are settled or are waived are listed, or only counted. */
  readonly lists: boolean
}

/** The explanation of some findings. */
interface Explained {
  readonly level: Level
  /** How many findings it explains. */
  readonly number: number
  readonly text: string
}

/** Everything that a page may hold, rendered once for all plans. */
interface PageContent extends InOrder {
  /** The open findings that do not pass. */
  readonly failing: readonly Finding[]
  /** Those with the same explanation; a row of `rows` and one of `explanations` for each. */
  readonly groups: readonly Alike[]
  readonly rows: readonly (readonly string[])[]
  readonly explanations: readonly Explained[]
  readonly waived: readonly Finding[]
}

// No row of a table and no explanation is shorter than this many bytes: more of them than fit need not be rendered.
const SHORTEST_ROW = 32

/** The text of a page. */
export function pageText(page: Page): string {
  const budget = Math.floor(page.limit * (1 - MARGIN))
  const most = Math.floor(budget / SHORTEST_ROW)
  const content = contentOf(page, most)
  const fits = (plan: Plan) => size(textOf(content, plan, page)) <= budget
  const plan = fullestPlan(content, most, fits)
  if (plan) return textOf(content, plan, page)
  return cut(page.marker === '' ? heading(page.result) : `${page.marker}\n${heading(page.result)}`, budget)
}

/** A headline as the heading of a page, with the icon of a level. */
export function headingText(level: Level, text: string): string {
  return `### ${LEVELS[level].marker.markdown} ${text.replace(/\.$/, '')}`
}

function heading(result: Result): string {
  const level = worstLevel(result)
  const isEmpty = result.conclusion.counts.pass + result.report.findings.length === 0
  return headingText(level === 'pass' && isEmpty ? 'notice' : level, headline(result))
}

function contentOf(page: Page, most: number): PageContent {
  const { findings } = page.result.report
  const open = ranked(findings)
  const failing = open.filter(({ level }) => level !== 'pass')
  const groups = alike(failing).slice(0, most)
  const having = (kind: 'settled' | 'waived') => findings.filter(({ status }) => status.kind === kind).slice(0, most)
  return {
    failing,
    groups,
    rows: groups.map(group => findingRow(group, page)),
    explanations: groups.map(group => ({
      level: group[0].level,
      number: group.length,
      text: explanationText(group, page)
    })),
    passing: open.slice(failing.length).slice(0, most),
    settled: having('settled'),
    waived: having('waived')
  }
}

/** The first plan that fits, from the fullest to the barest; undefined where even the barest is too long. */
function fullestPlan(content: PageContent, most: number, fits: (plan: Plan) => boolean): Plan | undefined {
  const [rows, explanations] = [content.rows.length, content.explanations.length]
  const all = Number.POSITIVE_INFINITY
  const whole: Plan = { rows: all, explanations: all, waivers: all, gaps: most, lists: true }
  const counted: Plan = { ...whole, waivers: 20, gaps: Math.min(20, most), lists: false }
  const short: Plan = { ...counted, waivers: 5, gaps: Math.min(5, most) }
  const bare: Plan = { rows: 0, explanations: 0, waivers: 0, gaps: 0, lists: false }
  const few = Math.min(3, explanations)

  const ifFits = (plan: Plan) => (fits(plan) ? plan : undefined)
  const withExplanations = (number: number): Plan => ({ ...counted, explanations: number })
  const withRows =
    (explained: number) =>
    (number: number): Plan => ({ ...short, explanations: explained, rows: number })
  return (
    ifFits(whole) ??
    ifFits(counted) ??
    largest(few, explanations, withExplanations, fits) ??
    largest(1, rows, withRows(few), fits) ??
    largest(1, rows, withRows(1), fits) ??
    largest(1, rows, withRows(0), fits) ??
    ifFits(bare)
  )
}

/** The plan of the largest number from `low` to `high` that fits, if any does. If a number fits, so do all below it. */
function largest(
  low: number,
  high: number,
  planFor: (number: number) => Plan,
  fits: (plan: Plan) => boolean
): Plan | undefined {
  if (low > high || !fits(planFor(low))) return undefined
  let [good, bad] = [low, high + 1]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (fits(planFor(middle))) good = middle
    else bad = middle
  }
  return planFor(good)
}

function textOf(content: PageContent, plan: Plan, page: Page): string {
  const { report } = page.result
  const body = paragraphs([
    heading(page.result),
    outcome(page.result) ?? '',
    findingsTable(content, plan, page),
    explanationsText(content, plan, page),
    waiverSection(page, plan.waivers),
    gapSection(page, plan.gaps),
    deliverySection(page.deliveries),
    waivedSection(page, plan.lists ? content.waived : undefined),
    passingSection(page, plan.lists ? content : undefined),
    footer({ report })
  ])
  return `${page.marker === '' ? '' : `${page.marker}\n`}${body}\n`
}

function findingsTable({ failing, groups, rows }: PageContent, plan: Plan, page: Page): string {
  const shown = rows.slice(0, plan.rows)
  const inRows = groups.slice(0, plan.rows).reduce((sum, group) => sum + group.length, 0)
  const more = failing.length - inRows
  return paragraphs([
    shown.length > 0 ? intro(failing) : '',
    table(FINDING_HEADINGS, shown),
    more === 0 ? '' : `And ${count(more, 'more finding')}: ${seeElsewhere(page)}.`
  ])
}

/** Why the failing findings matter: the usual reason, or the meaning of the worst rule if no client reads just once. */
function intro(failing: readonly Finding[]): string {
  const [worst] = failing
  const isUsual = failing.some(({ rule }) => rule?.id === clientCannotReload.id)
  return isUsual ? WHY : (worst?.rule?.meaning ?? '')
}

/** The explanations: those of errors in full, the others folded. */
function explanationsText({ rows, explanations }: PageContent, plan: Plan, page: Page): string {
  const shown = explanations.slice(0, plan.explanations)
  const errors = shown.filter(({ level }) => level === 'error')
  const others = shown.filter(({ level }) => level !== 'error')
  const texts = (some: readonly Explained[]) => paragraphs(some.map(({ text }) => text))
  const isCut = Math.min(rows.length, plan.rows) > 0 && shown.length < explanations.length
  return paragraphs([
    texts(errors),
    others.length === 0 ? '' : folded(`${numbersOf(others)}: why, and what to do`, texts(others)),
    isCut ? `The remaining explanations and fixes: ${seeElsewhere(page)}.` : ''
  ])
}

/** The numbers of warnings and notices. */
function numbersOf(others: readonly Explained[]): string {
  const levels = ['warning', 'notice'] as const
  const parts = levels.flatMap(level => {
    const number = others.reduce((sum, other) => sum + (other.level === level ? other.number : 0), 0)
    return number === 0 ? [] : [`${LEVELS[level].marker.markdown} ${count(number, level)}`]
  })
  return parts.join(' and ')
}

/** UTF-8 bytes, which are never fewer than UTF-16 code units: a text that fits in bytes fits however GitHub counts. */
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
