/** Sentences about one finding. */

import { describe, expect, test } from '@jest/globals'
import { chainText, remarks } from '../../src/reporters/remarks.ts'
import { finding } from '../support/report.ts'

describe('why it is there', () => {
  const quote = (text: string) => `"${text}"`
  const links = (...texts: readonly string[]) =>
    texts.map(text => ({ name: text.split(' ')[0] ?? '', version: text.split(' ')[1] ?? '' }))
  const told = (...texts: readonly string[]) =>
    remarks(finding('cannot-reload', { dependency: { direct: false, chain: links(...texts) } }), quote)
  test('names what the project requires, and what lies between', () => {
    expect(told('a 1', 'client 3')).toEqual(['It is brought in by "a 1", which the project requires.'])
    expect(told('a 1', 'b 2', 'c 2', 'client 3')).toEqual([
      'It is brought in by "a 1", which the project requires, through "b 2" → "c 2".'
    ])
  })
  test('says so where the way is not known', () => {
    expect(remarks(finding('cannot-reload', { dependency: { direct: false } }), quote)).toEqual([
      'It is indirect: another package brings it in.'
    ])
    expect(remarks(finding('cannot-reload', { dependency: { direct: false }, why: 'ask why' }), quote)).toEqual([
      'It is indirect: another package brings it in; "ask why" shows which.'
    ])
    expect(remarks(finding('cannot-reload', { why: 'ask why' }), quote)).toEqual([
      'If no manifest names it, another package brings it in; "ask why" shows which.'
    ])
    expect(remarks(finding('cannot-reload'), quote)).toEqual([])
  })
  test('only counts the middle of a long chain', () => {
    const chain = Array.from({ length: 11 }, (_, at) => ({ name: `p${at}`, version: '' }))
    expect(chainText(chain, text => text)).toBe('p0 → p1 → p2 → p3 → 3 more → p7 → p8 → p9 → p10')
  })
})
