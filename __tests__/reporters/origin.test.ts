/** How a client comes to its place. */

import { describe, expect, test } from '@jest/globals'
import { originClauses } from '../../src/reporters/origin.ts'
import { plainVoice } from '../../src/reporters/plain-voice.ts'
import { finding } from '../support/report.ts'

const VOICE = { ...plainVoice(), code: (text: string) => `"${text}"` }

describe('why it is there', () => {
  const links = (...texts: readonly string[]) =>
    texts.map(text => ({ name: text.split(' ')[0] ?? '', version: text.split(' ')[1] ?? '' }))
  const told = (...texts: readonly string[]) =>
    originClauses(finding('cannot-reload', { dependency: { direct: false, chain: links(...texts) } }), VOICE)
  test('names what the project requires, and what lies between', () => {
    expect(told('a 1', 'client 3')).toEqual(['brought in by "a" "1"'])
    expect(told('a', 'b 2', 'c 2', 'client 3')).toEqual(['brought in by "a" through "b 2" → "c 2"'])
  })
  test('says so where the way is not known', () => {
    const clauses = (changes: Parameters<typeof finding>[1]) => originClauses(finding('cannot-reload', changes), VOICE)
    expect(clauses({ dependency: { direct: false } })).toEqual(['another package brings it in'])
    expect(clauses({ dependency: { direct: false }, why: 'ask why' })).toEqual([
      'another package brings it in; "ask why" shows which'
    ])
    expect(clauses({ why: 'ask why' })).toEqual([
      'if no manifest names it, another package brings it in; "ask why" shows which'
    ])
    expect(clauses({})).toEqual([])
  })
  test('only counts the middle of a long chain', () => {
    const chain = Array.from({ length: 13 }, (_, at) => `p${at}`)
    expect(told(...chain)).toEqual([
      'brought in by "p0" through "p1" → "p2" → "p3" → "p4" → 3 more → "p8" → "p9" → "p10" → "p11"'
    ])
  })
})
