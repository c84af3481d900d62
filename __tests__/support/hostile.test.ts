/** Whether the count of steps tells linear work from quadratic work, and counts the matches that the engine makes. */

import { describe, expect, test } from '@jest/globals'
import { LONG, withinBudget } from './hostile.ts'
import { matchSteps } from './regex-steps.ts'

const BLANKS = ' '.repeat(LONG)
const WORDS = 'ab '.repeat(LONG / 3)

describe('budget', () => {
  const items = WORDS.split(' ').map((text, at) => `${text}${at}`)
  const spend: Readonly<Record<string, () => unknown>> = {
    'a pattern that begins anew at each character': () => /\s+$/.test(`${BLANKS}x`),
    'a pattern that shares characters between two runs': () => /^\s*\s*x/.test(BLANKS),
    'a replacement': () => `${BLANKS}x`.replace(/\s+$/, ''),
    'a search from the beginning for each word': () => WORDS.replace(/\w+/g, word => String(WORDS.indexOf(`${word}x`))),
    'a search in a list for each item': () => items.map(item => items.includes(item)),
    'a search with a function': () => items.map(item => items.find(other => other === item)),
    'a list that is cut from the front': () => {
      for (const words = WORDS.split(' '); words.length > 0; ) words.shift()
    }
  }
  test.each(Object.entries(spend))('%s exceeds it', async (_, work) => {
    await expect(withinBudget(LONG, 70, work)).rejects.toThrow('more than 70 steps for each of 6000 characters')
  })

  const save: Readonly<Record<string, () => unknown>> = {
    'a pattern at the end of the text': () => /\s*$/.test(BLANKS),
    'a run that gives nothing back': () => /^\s*x/.test(BLANKS),
    words: () => [...WORDS.matchAll(/\w+/g)].length,
    'a search that goes on where the last one ended': () => {
      for (let at = WORDS.indexOf('b'); at >= 0; at = WORDS.indexOf('b', at + 1));
    }
  }
  test.each(Object.entries(save))('%s does not', async (_, work) => {
    await expect(withinBudget(LONG, 10, work)).resolves.not.toThrow()
  })

  test('an error that the work catches itself counts all the same', async () => {
    const work = () => {
      try {
        return /\s+$/.test(`${BLANKS}x`)
      } catch {
        return false
      }
    }
    await expect(withinBudget(LONG, 70, work)).rejects.toThrow('more than 70 steps')
  })

  test('what is counted is as it was afterwards', async () => {
    const before = [String.prototype.indexOf, RegExp.prototype.exec, Array.prototype.find]
    await withinBudget(1, 1, () => 'a'.indexOf('a'))
    expect([String.prototype.indexOf, RegExp.prototype.exec, Array.prototype.find]).toEqual(before)
  })
})

describe('the matcher ends where the engine ends', () => {
  const patterns = [
    /a*b/,
    /a+?b/,
    /a{2,3}/,
    /a{2,}?b/,
    /(?:ab|a)(?:bc|c)?$/,
    /(?<q>["'])[^"']*\k<q>/,
    /(a)?\1b/,
    /(?=ab)a|b(?!c)/,
    /(?<=a)b|(?<!a)c/,
    /(?<=(?:ab)+)c/,
    /^\w+$/m,
    /\bb\b|\Bc\B/,
    /(?:a?)*c/,
    /(?:a*)*c/,
    /[^\n]+$/m,
    /./su,
    /\p{L}+/u,
    /[\u{1F525}]{2}/u,
    /a{1/,
    /[\]}]|\}/,
    /AB/i,
    /x*/y,
    /(?:)/
  ]
  const texts = ['', 'a', 'aab', 'aaab abc', '"a" \'b"', 'a\nb\n', 'ababc', 'c', '🔥🔥', 'é a{1', '}', 'bab cac', 'bcb']
  test.each(patterns)('%s', pattern => {
    for (const text of texts) {
      for (let start = 0; start <= text.length; start++) {
        const searched = new RegExp(pattern, `${pattern.flags.replace(/[gy]/g, '')}${pattern.sticky ? 'y' : 'g'}`)
        searched.lastIndex = start
        const found = searched.exec(text)
        const end = found ? found.index + found[0].length : undefined
        expect({ text, start, end: matchSteps(searched, text, start, 1_000_000).end }).toEqual({ text, start, end })
      }
    }
  })
})
