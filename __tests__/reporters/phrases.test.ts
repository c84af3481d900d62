/** The words that reports share. */

import { describe, expect, test } from '@jest/globals'
import { count, GAPS, LEVELS, PROOFS, REASONS, VERDICTS, WAIVERS } from '../../src/reporters/phrases.ts'
import { VERDICT_ORDER } from '../../src/reporters/rank.ts'

describe('rows', () => {
  test('every verdict has its place in the order', () => {
    expect([...VERDICT_ORDER].sort()).toEqual(Object.keys(VERDICTS).sort())
  })
  test('labels are short and of one line, sentences end with a full stop', () => {
    const phrases = [VERDICTS, GAPS].flatMap(rows => Object.values(rows))
    const labels = [REASONS, WAIVERS].flatMap(rows => Object.values(rows))
    for (const label of [...labels, ...phrases.map(phrase => phrase.label)])
      expect(label).toMatch(/^[a-z][a-z -]{2,24}$/)
    for (const { sentence } of phrases) {
      expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })
  test('markers for text are ASCII of at most five characters', () => {
    for (const { marker } of [...Object.values(LEVELS), ...Object.values(GAPS)])
      expect(marker.text).toMatch(/^[A-Z]{2,5}$/)
  })
  test('proofs continue a sentence', () => {
    for (const words of Object.values(PROOFS)) expect(words).toMatch(/^[a-z][^.]*$/)
  })
  test('count', () => {
    expect([count(0, 'file'), count(1, 'file'), count(2, 'file')]).toEqual(['0 files', '1 file', '2 files'])
  })
})
