/** The pieces of Markdown: what they look like, and that nothing gets out of them. */

import { describe, expect, test } from '@jest/globals'
import { marked } from 'marked'
import { code, codeBlock, link, prose, table } from '../../src/reporters/markup.ts'
import { visible } from '../../src/visible.ts'
import { codeTexts } from '../support/html.ts'
import { HOSTILE } from '../support/report.ts'

const html = (markdown: string) => marked.parse(markdown, { async: false })

describe('code', () => {
  test.each([
    ['go.mod', '`go.mod`'],
    ['', '`""`'],
    ['`', '`\\u{60}`'],
    ['a\\', '`a\\`'],
    [' a ', '`  a  `'],
    [' a', '` a`']
  ])('%j', (text, expected) => {
    expect(code(text)).toBe(expected)
  })
  test.each([
    ['^1 || ^2', '`^1 \\|\\| ^2`'],
    ['a\\|b', '`a\\u{5c}\\|b`'],
    ['a\\b', '`a\\b`']
  ])('%j in a table', (text, expected) => {
    expect(code(text, { table: true })).toBe(expected)
  })
  test('shows every hostile text whole, in a paragraph and in a cell, and nothing else', () => {
    for (const text of HOSTILE) {
      const seen = visible(text).replaceAll('`', '\\u{60}') || '""'
      const paragraph = html(`before ${code(text)} after`)
      expect({ text, seen: codeTexts(paragraph) }).toEqual({ text, seen: [seen] })
      expect(paragraph.replace(/<code>.*<\/code>/, '')).toBe('<p>before  after</p>\n')
      const cells = html(table(['a', 'b'], [[code(text, { table: true }), 'after']]))
      expect({ text, seen: codeTexts(cells) }).toEqual({ text, seen: [seen.replaceAll(/\\(?=\|)/g, '\\u{5c}')] })
      expect(cells.match(/<t[dh]>/g)).toHaveLength(4)
    }
  })
})

test('codeBlock holds whatever stands in it', () => {
  expect(codeBlock(['go mod tidy'])).toBe('```\ngo mod tidy\n```')
  const page = html(codeBlock(['```', '</details>', 'a\nb', '@octocat']))
  expect(codeTexts(page)).toEqual(['```\n</details>\na\\u{a}b\n@octocat\n'])
  expect(page.replace(/<code>[^<]*<\/code>/, '')).toBe('<pre></pre>\n')
})

describe('prose', () => {
  test.each([
    ['The token file is read once.', 'The token file is read once.'],
    ['@kubernetes/client-node 0.10.2 reads once.', '`@kubernetes/client-node` 0.10.2 reads once.'],
    ['See kubernetes-client/python#2582, please.', 'See `kubernetes-client/python#2582`, please.'],
    ['(see https://example.com/a.)', '(see `https://example.com/a`.)'],
    ['Call `load_incluster_config`.', 'Call `load_incluster_config`.'],
    ['Call load_incluster_config.', 'Call load\\_incluster\\_config.'],
    ['>=12, <13 or ~> 1.0', '\\>=12, \\<13 or \\~\\> 1.0'],
    ['1. first', '1\\. first'],
    ['- first', '\\- first'],
    ['since aa77f9ba2761 only', 'since `aa77f9ba2761` only'],
    ['"GH-1"', '`"GH-1"`'],
    ['two\nlines', 'two\\\\u{a}lines']
  ])('%j', (text, expected) => {
    expect(prose(text)).toBe(expected)
  })
  test('makes nothing but text and code of any text', () => {
    for (const text of HOSTILE) {
      const page = html(`It says: ${prose(text)}`)
      expect({ text, page: page.replaceAll(/<code>[^<]*<\/code>/g, '').replace(/^<p>[^<>]*<\/p>\n$/, '') }).toEqual({
        text,
        page: ''
      })
    }
  })
})

describe('link', () => {
  test('encodes what would end it', () => {
    expect(link('`a`', 'https://example.com/a b(c)|"<>\\`é')).toBe(
      '[`a`](https://example.com/a%20b%28c%29%7C%22%3C%3E%5C%60%C3%A9)'
    )
  })
  test('links to nothing but the web', () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '//evil.example',
      '',
      `https://example.com/${'a'.repeat(2_000)}`,
      undefined
    ])
      expect(link('`a`', address)).toBe('`a`')
  })
  test('leaves no note at other people’s issues and pull requests', () => {
    // https://github.com/renovatebot/renovate/issues/10902
    expect(link('a', 'https://github.com/kubernetes-client/python/issues/2582')).toBe(
      '[a](https://redirect.github.com/kubernetes-client/python/issues/2582)'
    )
    expect(link('a', 'https://github.com/acme/shop/blob/main/go.mod#L3')).toBe(
      '[a](https://github.com/acme/shop/blob/main/go.mod#L3)'
    )
  })
})
