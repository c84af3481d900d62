/** Text from the repository becomes visible, inert and short. */

import { describe, expect, test } from '@jest/globals'
import { shorten, visible } from '../src/visible.ts'
import { HOSTILE } from './support/report.ts'

describe('visible', () => {
  test.each([
    ['k8s.io/client-go', 'k8s.io/client-go'],
    ['größe/日本語/🔥', 'größe/日本語/🔥'],
    ['cafe\u0301', 'cafe\u0301'],
    ['a\nb\r\tc', 'a\\u{a}b\\u{d}\\u{9}c'],
    ['\u001b[31m', '\\u{1b}[31m'],
    ['\u202eexe', '\\u{202e}exe'],
    ['a\u200bb', 'a\\u{200b}b'],
    ['\u{e0041}', '\\u{e0041}'],
    ['a\u00a0b', 'a\\u{a0}b'],
    ['\u3164', '\\u{3164}'],
    ['\ud83dx', '\\u{d83d}x'],
    ['Z\u0351\u0352\u0353', 'Z\u0351\u0352\\u{353}'],
    ['::error::x', '\\u{3a}:error::x'],
    ['  ::error::x', '  \\u{3a}:error::x'],
    ['a::b', 'a::b'],
    ['x ##[error]y', 'x ##\\u{5b}error]y'],
    ['###[x', '###\\u{5b}x'],
    ['<!-- x -->', '<\\u{21}-- x -->'],
    ['   ', '\\u{20}\\u{20}\\u{20}'],
    ['', '']
  ])('%j', (text, expected) => {
    expect(visible(text)).toBe(expected)
  })
  test('never longer than asked, and never with anything that acts', () => {
    for (const text of HOSTILE) {
      for (const most of [3, 20, 120, 1_000]) {
        const seen = visible(text, most)
        expect(seen.length).toBeLessThanOrEqual(most)
        expect(seen).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u)
        expect(seen).not.toContain('##[')
        expect(seen).not.toContain('<!--')
        expect(seen.trimStart().startsWith('::')).toBe(false)
      }
    }
  })
  test('a long text ends', () => {
    for (const piece of [' ', ':', '##[', '\u0351', '\u202e', '<!--']) {
      expect(visible(piece.repeat(2_000_000)).length).toBeGreaterThan(0)
    }
  })
})

test('shorten keeps both ends and cuts no character in two', () => {
  expect(shorten('services/billing/package-lock.json', 20)).toBe('services/b…lock.json')
  expect(shorten('short', 20)).toBe('short')
  for (let most = 3; most < 20; most++) {
    const short = shorten('🔥'.repeat(20), most)
    expect(short.length).toBeLessThanOrEqual(most)
    expect(short).toMatch(/^🔥*…🔥*$/u)
  }
})
