/**
 * Reads the counters of service-account tokens from the metrics of API servers: the whole text, or some of its lines.
 * Formats: https://prometheus.io/docs/instrumenting/exposition_formats/ and OpenMetrics 1.0. Deliberately ignored: every other
 * metric, comments (HELP, TYPE, EOF), timestamps and exemplars.
 */

import type { Place } from '../model/place.ts'
import type { Gap } from '../model/report.ts'

/**
 * The counters: https://github.com/kubernetes/kubernetes/blob/master/pkg/serviceaccount/metrics.go. `stale`: requests with a token
 * that is older than an hour and lives on by grace. `valid`: with a younger one that could. `legacy`: with a permanent token of a
 * Secret; `manual`, `auto` and `invalid`: of a Secret that a person made, that the cluster made, and that it has revoked.
 */
export const TOKEN_COUNTERS = {
  stale: 'serviceaccount_stale_tokens_total',
  valid: 'serviceaccount_valid_tokens_total',
  legacy: 'serviceaccount_legacy_tokens_total',
  manual: 'serviceaccount_legacy_manual_token_uses_total',
  auto: 'serviceaccount_legacy_auto_token_uses_total',
  invalid: 'serviceaccount_invalid_legacy_auto_token_uses_total'
} as const

/** One of the counters. */
export type TokenCounter = keyof typeof TOKEN_COUNTERS

/** A counter, summed over all series: those of several servers, files or tokens. */
export interface Count {
  readonly total: number
  /** The line of the first series above zero, else of the first. */
  readonly place: Place
  /** `namespace:name` of the tokens that the series above zero name, as those of Deckhouse do. Hostile text; at most `MOST_SUBJECTS`. */
  readonly subjects: readonly string[]
}

/** What the metrics say. A counter that is not there is absent. */
export interface TokenMetrics {
  readonly counts: Readonly<Partial<Record<TokenCounter, Count>>>
  /** The files that were read. */
  readonly files: readonly string[]
  readonly gaps: readonly Gap[]
}

/** A file with metrics. */
export interface MetricsText {
  readonly path: string
  readonly text: string
}

/** What the line of a sample says. */
interface Sample {
  readonly counter: TokenCounter
  readonly labels: ReadonlyMap<string, string>
  readonly value: number
}

const COUNTER_OF: ReadonlyMap<string, TokenCounter> = new Map(
  (Object.keys(TOKEN_COUNTERS) as TokenCounter[]).map(counter => [TOKEN_COUNTERS[counter], counter])
)

/** What all names begin with. Lines without it are not looked at. */
const PREFIX = 'serviceaccount_'
/** A whole name of a counter, wherever it is in a line. */
const NAMED = new RegExp(`(?<![\\w:])(?:${Object.values(TOKEN_COUNTERS).join('|')})(?![\\w:])`)
const LONGEST_LINE = 16_384
const MOST_SUBJECTS = 20
/** The most lines of one file that are reported by themselves; one more gap counts the others. */
const MOST_GAPS = 100

const COMMENT = /^[ \t]*#/
const NAME = /^[ \t]*(?<name>[A-Za-z_:][\w:]*)/
const OPENING = /[ \t]*\{/y
/** A label with what follows it. Its value ends at the first quote that is not escaped. */
const LABEL = /[ \t]*(?<name>[A-Za-z_]\w*)[ \t]*=[ \t]*"(?<value>(?:[^"\\]|\\.)*)"[ \t]*(?<end>[,}])/y
const CLOSING = /[ \t]*\}/y
const VALUE =
  /^[ \t]*(?<value>[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?|NaN|[+-]?Inf)(?:[ \t]+-?\d+(?:\.\d+)?)?(?:[ \t]+#[ \t].*)?[ \t]*$/

const NO_SAMPLE = 'names a counter, but is no sample of it: NAME{LABELS} VALUE'

/** Reads the metrics of one or more files. Never throws: a line that names a counter and is no sample becomes a gap. */
export function readMetrics(files: readonly MetricsText[]): TokenMetrics {
  const sums = new Map<TokenCounter, Sum>()
  const gaps = files.flatMap(file => readFile(file, sums))
  const counts: Partial<Record<TokenCounter, Count>> = {}
  for (const [counter, sum] of sums) counts[counter] = sum.count()
  return { counts, files: files.map(({ path }) => path), gaps }
}

/** The sum of one counter. Of a series that one file has several times, the highest value counts: a counter only grows. */
class Sum {
  readonly #series = new Map<string, number>()
  readonly #subjects = new Set<string>()
  #first: Place
  #isAbove = false

  constructor(first: Place) {
    this.#first = first
  }

  add(place: Place, { labels, value }: Sample): void {
    const key = JSON.stringify([place.path, ...[...labels].sort(([a], [b]) => (a < b ? -1 : 1))])
    this.#series.set(key, Math.max(value, this.#series.get(key) ?? 0))
    if (value <= 0) return
    if (!this.#isAbove) this.#first = place
    this.#isAbove = true
    const subject = subjectIn(labels)
    if (subject !== undefined && this.#subjects.size < MOST_SUBJECTS) this.#subjects.add(subject)
  }

  count(): Count {
    const total = [...this.#series.values()].reduce((sum, value) => sum + value, 0)
    return { total, place: this.#first, subjects: [...this.#subjects] }
  }
}

/** Adds the samples of one file; returns its gaps. */
function readFile({ path, text }: MetricsText, sums: Map<TokenCounter, Sum>): readonly Gap[] {
  const gaps: Gap[] = []
  let further = 0
  for (const { line, number } of linesNaming(text)) {
    const place = { path, line: number, column: 1 }
    const sample = line.length > LONGEST_LINE ? 'longer than any sample' : sampleIn(line)
    if (typeof sample === 'string') {
      if (gaps.length < MOST_GAPS) gaps.push({ kind: 'unrecognised-entry', place, detail: sample })
      else further++
    } else if (sample) {
      const sum = sums.get(sample.counter) ?? new Sum(place)
      sums.set(sample.counter, sum)
      sum.add(place, sample)
    }
  }
  if (further > 0) {
    const place = { path, line: 1, column: 1 }
    gaps.push({ kind: 'unrecognised-entry', place, detail: `${further} further lines are no samples` })
  }
  return gaps
}

/** The lines with the prefix of the names, without their line ends; each search goes on after the line that was found. */
function* linesNaming(text: string): Generator<{ readonly line: string; readonly number: number }> {
  let number = 1
  let counted = 0
  for (let at = text.indexOf(PREFIX); at >= 0; ) {
    const begin = text.lastIndexOf('\n', at) + 1
    const end = text.indexOf('\n', at)
    for (let next = text.indexOf('\n', counted); next >= 0 && next < begin; next = text.indexOf('\n', next + 1))
      number++
    counted = begin
    yield { line: text.slice(begin, end < 0 ? text.length : end).replace(/\r$/, ''), number }
    at = end < 0 ? -1 : text.indexOf(PREFIX, end)
  }
}

/** The sample of a counter; undefined for other lines; a text where a counter is named and the line is no sample. */
function sampleIn(line: string): Sample | string | undefined {
  if (COMMENT.test(line)) return undefined
  if (!NAMED.test(line)) return isCutOff(line.trim()) ? 'ends in the middle of the name of a counter' : undefined
  const name = NAME.exec(line)
  const read = name && sampleAt(line, name[0].length)
  if (!read) return NO_SAMPLE
  const counter = COUNTER_OF.get(name.groups?.['name'] ?? '')
  // A sample of another metric, with such a text in a label.
  if (counter === undefined) return undefined
  const value = Number(read.value)
  return Number.isFinite(value) && value >= 0
    ? { counter, labels: read.labels, value }
    : `the value ${read.value} is no count`
}

function isCutOff(text: string): boolean {
  return Object.values(TOKEN_COUNTERS).some(name => name !== text && name.startsWith(text))
}

/** The labels and the value that follow a name, which ends at an offset. */
function sampleAt(
  line: string,
  end: number
): { readonly labels: Sample['labels']; readonly value: string } | undefined {
  const { labels, at } = labelsAt(line, end) ?? {}
  if (labels === undefined || at === undefined) return undefined
  if (at === end && !/[ \t]/.test(line.charAt(end))) return undefined
  const value = VALUE.exec(line.slice(at))?.groups?.['value']
  return value === undefined ? undefined : { labels, value }
}

/** The labels in braces at an offset, and the offset after them; none where there are no braces; undefined for wrong ones. */
function labelsAt(line: string, start: number): { readonly labels: Sample['labels']; readonly at: number } | undefined {
  const labels = new Map<string, string>()
  let at = start + (matchAt(OPENING, line, start)?.[0].length ?? 0)
  if (at === start) return { labels, at }
  for (;;) {
    const closing = matchAt(CLOSING, line, at)
    if (closing) return { labels, at: at + closing[0].length }
    const label = matchAt(LABEL, line, at)
    const { name = '', value = '', end = '' } = label?.groups ?? {}
    if (!label) return undefined
    labels.set(name, value)
    at += label[0].length
    if (end === '}') return { labels, at }
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The service account of a token: `namespace:name`. https://github.com/deckhouse/deckhouse/pull/19506 */
function subjectIn(labels: Sample['labels']): string | undefined {
  const [namespace = '', name = ''] = [labels.get('token_namespace'), labels.get('token_name')]
  return namespace === '' && name === '' ? undefined : `${namespace}:${name}`
}
