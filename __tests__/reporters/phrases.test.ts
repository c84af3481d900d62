/** The words that reports share. */

import { describe, expect, test } from '@jest/globals'
import {
  count,
  coverageSentence,
  GAPS,
  listed,
  lowerFirst,
  PROOFS,
  REASONS,
  upperFirst,
  VERDICTS,
  WAIVERS
} from '../../src/reporters/phrases.ts'
import { VERDICT_ORDER } from '../../src/reporters/rank.ts'
import { report } from '../support/report.ts'

test.each<[string, Parameters<typeof report>[2], string]>([
  ['a plain one', {}, '40 files listed by git; 3 dependency files: 1 without a client, 2 read in full, 0 with gaps.'],
  [
    'with absent files, which nobody has read',
    { absent: 2 },
    '40 files listed by git; 3 dependency files: 1 without a client, 0 read in full, 0 with gaps, 2 absent.'
  ],
  [
    'without git, with what was left out',
    { source: 'walk', withoutGit: 'git-failed', excluded: { testdata: 3 }, ignored: { build: 1, '.venv': 2 } },
    "40 files found in the folder (git could not read its index), 3 left out by default, 3 folders of tools' outputs not visited because .gitignore lists them (.venv, build); 3 dependency files: 1 without a client, 2 read in full, 0 with gaps."
  ],
  [
    'of a commit',
    { source: 'git-objects' },
    '40 files found in the commit; 3 dependency files: 1 without a client, 2 read in full, 0 with gaps.'
  ],
  [
    'with files searched for hazards',
    { hazards: { searched: 12, notScanned: 0, unexamined: 0 } },
    '40 files listed by git; 3 dependency files: 1 without a client, 2 read in full, 0 with gaps. 12 files searched for hazards.'
  ],
  [
    'with files not searched for hazards, and no dependency file',
    { claimed: 0, hazards: { searched: 1, notScanned: 4, unexamined: 1 } },
    '40 files listed by git; no dependency file. 1 file searched for hazards (1 not in full); 4 of tests, documents and copies not searched.'
  ]
])('the coverage: %s', (_, changes, expected) => {
  expect(coverageSentence(report([], [], changes))).toBe(expected)
})

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
  test('a gap says what to do about it', () => {
    for (const { remedy } of Object.values(GAPS)) expect(remedy).toMatch(/^[A-Z].*\.$/)
  })
  test('verdicts end a sentence', () => {
    for (const { one, many, does, did } of Object.values(VERDICTS))
      for (const words of [one, many, does, did]) expect(words).toMatch(/^[a-z][a-z ]*$/)
  })
  test('lists and capitals', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c'
    ])
    expect([upperFirst('ab'), lowerFirst('AB'), upperFirst('')]).toEqual(['Ab', 'aB', ''])
  })
  test('proofs continue a sentence', () => {
    for (const words of Object.values(PROOFS)) expect(words).toMatch(/^[a-z][^.]*$/)
  })
  test('count', () => {
    expect([count(0, 'file'), count(1, 'file'), count(2, 'file')]).toEqual(['0 files', '1 file', '2 files'])
  })
})
