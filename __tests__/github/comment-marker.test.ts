/** The hidden lines of a comment: inert whatever the key holds, and read back as they were written. */

import { describe, expect, test } from '@jest/globals'
import {
  commentMarker,
  rememberedIn,
  rememberedLines,
  type Written,
  writtenIn,
  writtenLine
} from '../../src/github/comment-marker.ts'
import { HOSTILE } from '../support/report.ts'

describe('the marker', () => {
  test('is an HTML comment of one line whatever the key', () => {
    for (const key of ['', 'default', 'my-job / services--web', '--> <b>', ...HOSTILE]) {
      expect(commentMarker(key)).toMatch(/^<!-- bound-token-check:[\w.%]{0,300} -->$/)
    }
  })
  test('differs between keys', () => {
    const keys = ['', 'a', 'A', 'a-b', 'a--b', 'a%2Db', 'ä', 'x'.repeat(100), 'x'.repeat(101), 'x'.repeat(102)]
    expect(new Set(keys.map(commentMarker)).size).toBe(keys.length)
  })
})

const WRITTEN: Written = { run: { id: 19_876_543_210, attempt: 3 }, head: 'a'.repeat(40), said: 'resolved' }

describe('the line of the run', () => {
  const written = WRITTEN
  const marker = commentMarker('web')

  test.each(['\n', '\r\n'])('is read back with the line end %j', end => {
    expect(writtenIn([marker, writtenLine(written), '### Text'].join(end))).toEqual(written)
  })
  test.each([
    ['no second line', marker],
    ['another line between', `${marker}\n\n${writtenLine(written)}`],
    ['no number', `${marker}\n${writtenLine(written).replace('19876543210', 'x')}`],
    ['an endless number', `${marker}\n${writtenLine(written).replace('19876543210', '9'.repeat(30))}`],
    ['no commit', `${marker}\n${writtenLine(written).replace(/head=\w+/, 'head=main')}`],
    ['an unknown word', `${marker}\n${writtenLine(written).replace('resolved', 'constructor')}`]
  ])('is nothing with %s', (_, body) => {
    expect(writtenIn(body)).toBeUndefined()
  })
})

describe('the line of the suggestions', () => {
  const remembered = { standing: ['0123456789abcdef', 'a'.repeat(16)], declined: ['b'.repeat(16)] }
  const body = (...lines: readonly string[]) => ['<!-- bound-token-check: -->', ...lines, 'text'].join('\n')

  test('is read as it was written, with other line ends too', () => {
    const text = body(writtenLine(WRITTEN), ...rememberedLines(remembered))
    expect(rememberedIn(text)).toEqual(remembered)
    expect(rememberedIn(text.replaceAll('\n', '\r\n'))).toEqual(remembered)
    expect(writtenIn(text)).toEqual(WRITTEN)
  })

  test('is absent where there is nothing to remember', () => {
    expect(rememberedLines({ standing: [], declined: [] })).toEqual([])
    expect(rememberedIn(body())).toBeUndefined()
  })

  test('counts only at the top, and only as it was written', () => {
    const [line = ''] = rememberedLines(remembered)
    expect(rememberedIn(body('', '', line))).toBeUndefined()
    expect(rememberedIn(body(line.replace('a', '-->')))).toBeUndefined()
    expect(rememberedIn(body(`${line}x`))).toBeUndefined()
  })
})
