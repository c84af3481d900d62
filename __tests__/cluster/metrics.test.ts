/** The metrics of API servers: what is a sample, what is a gap, and what is neither. */

import { describe, expect, test } from '@jest/globals'
import { readMetrics } from '../../src/cluster/metrics.ts'

const STALE = 'serviceaccount_stale_tokens_total'

/** Each counter with its total and the line, and the gaps as `line: detail`. */
function read(...texts: readonly string[]) {
  const { counts, gaps } = readMetrics(texts.map((text, index) => ({ path: `m${index}`, text })))
  return {
    counts: Object.entries(counts).map(
      ([counter, { total, place, subjects }]) =>
        `${counter} ${total} ${place.path}:${place.line}${subjects.map(subject => ` ${subject}`).join('')}`
    ),
    gaps: gaps.map(({ place, detail }) => `${place.line}: ${detail}`)
  }
}

describe('a sample', () => {
  test.each([
    ['the lines that grep leaves', `${STALE} 12\netcd_stale_watchers_total 3\n`, ['stale 12 m0:1']],
    [
      'comments before it',
      `# HELP ${STALE} [ALPHA] Stale ${STALE} 9\n# TYPE ${STALE} counter\n${STALE} 12\n`,
      ['stale 12 m0:3']
    ],
    [
      'line ends of Windows',
      `${STALE} 12\r\nserviceaccount_valid_tokens_total 3\r\n`,
      ['stale 12 m0:1', 'valid 3 m0:2']
    ],
    ['an exponent', `${STALE} 1.234567e+06\n`, ['stale 1234567 m0:1']],
    ['a time', `${STALE} 12 1700000000000\n`, ['stale 12 m0:1']],
    ['empty labels', `${STALE}{} 8\n`, ['stale 8 m0:1']],
    [
      'several servers',
      `${STALE}{instance="a"} 0\n${STALE}{instance="b"} 7\n${STALE}{instance="c"} 1\n`,
      ['stale 8 m0:2']
    ],
    ['the same series twice', `${STALE}{a="1",b="2"} 3\n${STALE}{b="2",a="1"} 5\n`, ['stale 5 m0:1']],
    [
      'labels that name the token',
      `${STALE}{token_namespace="shop",token_name="cart"} 7\n`,
      ['stale 7 m0:1 shop:cart']
    ],
    ['labels with every character', `${STALE}{a="}\\" 5 {",b="\\\\",} 7\n`, ['stale 7 m0:1']],
    [
      'OpenMetrics',
      `# TYPE serviceaccount_stale_tokens counter\n${STALE} 2 # {trace_id="x"} 1 2\nserviceaccount_stale_tokens_created 1.7e9\n# EOF\n`,
      ['stale 2 m0:2']
    ],
    ['another metric with the name in a label', `x{expr="${STALE}"} 4\n`, []],
    ['longer names', `my_${STALE} 4\n${STALE}_bucket 5\n`, []],
    ['nothing', '', []]
  ])('%s', (_, text, counts) => {
    expect(read(text)).toEqual({ counts, gaps: [] })
  })

  test('of several files are summed', () => {
    expect(read(`${STALE} 0\n`, `${STALE} 2\n`, `${STALE} 3\n`).counts).toEqual(['stale 5 m1:1'])
  })
})

describe('a line that names a counter and is no sample is a gap with its number', () => {
  const FORM = 'names a counter, but is no sample of it: NAME{LABELS} VALUE'
  test.each([
    ['an alert rule', `  expr: ${STALE} > 0\n`, FORM],
    ['the second line of an alert rule', `\n      ${STALE} > 0\n`, FORM],
    ['a function', `increase(${STALE}[1h])\n`, FORM],
    ['JSON', `{"metric":{"__name__":"${STALE}"},"value":[1,"12"]}\n`, FORM],
    ['no value', `${STALE}\n`, FORM],
    ['labels that do not end', `${STALE}{a="b`, FORM],
    ['labels without commas', `${STALE}{a="b" c="d"} 1\n`, FORM],
    ['a value of words', `${STALE} many\n`, FORM],
    ['a name cut off', 'serviceaccount_stale_tok', 'ends in the middle of the name of a counter'],
    ['no number', `${STALE} NaN\n`, 'the value NaN is no count'],
    ['no end', `${STALE} +Inf\n`, 'the value +Inf is no count'],
    ['less than nothing', `${STALE} -1\n`, 'the value -1 is no count'],
    ['too large', `${STALE} 1e999\n`, 'the value 1e999 is no count'],
    ['a line without end', `${STALE}{a="${'x'.repeat(20_000)}"} 1\n`, 'longer than any sample']
  ])('%s', (_, text, detail) => {
    const { counts, gaps } = read(`a 1\n${text}`)
    expect(counts).toEqual([])
    expect(gaps).toEqual([`${text.startsWith('\n') ? 3 : 2}: ${detail}`])
  })

  test('and does not hide the others', () => {
    expect(read(`${STALE}{\n${STALE} 4\n`).counts).toEqual(['stale 4 m0:2'])
  })

  test('thousands of them are counted, not listed', () => {
    const { gaps } = read(`${STALE} x\n`.repeat(5_000))
    expect(gaps).toHaveLength(101)
    expect(gaps.at(-1)).toBe('1: 4900 further lines are no samples')
  })
})
