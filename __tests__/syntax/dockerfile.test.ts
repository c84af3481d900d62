/** The instructions of a Dockerfile, with the offset of every character. */

import { describe, expect, test } from '@jest/globals'
import { offsetIn } from '../../src/syntax/assembled.ts'
import { instructions } from '../../src/syntax/dockerfile.ts'
import { withinBudget } from '../support/hostile.ts'

/** Each instruction as `NAME body`. Every character of a body must stand at its offset. */
function read(text: string): string[] {
  return [...instructions(text)].map(({ name, body }) => {
    for (let index = 0; index < body.text.length; index++) {
      expect(body.text[index]).toBe(text[offsetIn(body, index)])
    }
    return `${name} ${body.text}`
  })
}

test.each([
  ['', []],
  ['FROM a', ['FROM a']],
  ['FROM a\nRUN b\n', ['FROM a', 'RUN b']],
  ['FROM a\r\nRUN b\r\n', ['FROM a', 'RUN b']],
  ['from a as b', ['FROM a as b']],
  ['  RUN   a  b ', ['RUN a  b ']],
  ['\n# a comment\n  # another\nRUN a # no comment', ['RUN a # no comment']],
  ['STOPSIGNAL', ['STOPSIGNAL ']],
  ['123', [' 123']]
])('%j', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

describe('continued lines', () => {
  test.each([
    ['RUN a \\\n  b', ['RUN a   b']],
    ['RUN a \\\r\n  b\r\nRUN c', ['RUN a   b', 'RUN c']],
    ['RUN a \\  \n b', ['RUN a  b']],
    ['RUN a \\\n# a comment\n\n b \\\n  # another\n c\nRUN d', ['RUN a  b  c', 'RUN d']],
    ['RUN a \\', ['RUN a ']],
    ['RUN a \\\n\n\n', ['RUN a ']],
    ['RU\\\nN a', ['RUN a']],
    ['RUN a \\b\nRUN c', ['RUN a \\b', 'RUN c']]
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each([
    ['# escape=`\nRUN a `\n b \\\nRUN c', ['RUN a  b \\', 'RUN c']],
    ['# syntax=docker/dockerfile:1\n#ESCAPE = `\nRUN a `\n b', ['RUN a  b']],
    ['# a comment\n# escape=`\nRUN a \\\n b', ['RUN a  b']],
    ['\n# escape=`\nRUN a \\\n b', ['RUN a  b']],
    ['FROM a\n# escape=`\nRUN a \\\n b', ['FROM a', 'RUN a  b']]
  ])('the escape character: %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

test.each([
  ['ONBUILD RUN a', ['RUN a']],
  ['ONBUILD onbuild COPY a b', ['COPY a b']],
  ['ONBUILD', [' ']],
  ['ONBUILD RUN <<A\nb\nA\nRUN c', ['RUN <<A\nb\nA', 'RUN c']]
])('%j is the instruction behind it', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

describe('here-documents', () => {
  test.each([
    ['RUN <<A\nb\nc\nA\nRUN d', ['RUN <<A\nb\nc\nA', 'RUN d']],
    ['RUN <<A\r\nb\r\nA\r\nRUN d', ['RUN <<A\nb\r\nA', 'RUN d']],
    ['RUN <<"A" cat\n# b\nA\nRUN d', ['RUN <<"A" cat\n# b\nA', 'RUN d']],
    ['RUN <<-A\n\tb\n\tA\nRUN d', ['RUN <<-A\n\tb\n\tA', 'RUN d']],
    ['COPY <<A <<B /c\na\nA\nb\nB\nRUN d', ['COPY <<A <<B /c\na\nA\nb\nB', 'RUN d']],
    ['RUN a <<A && \\\n b\nc\nA', ['RUN a <<A &&  b\nc\nA']]
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each([
    ['without an end', 'RUN <<A\nRUN b', ['RUN <<A', 'RUN b']],
    ['with its end above it', 'A\nRUN <<A\nRUN b', ['A ', 'RUN <<A', 'RUN b']],
    ['of an instruction that has none', 'ENV <<A\nRUN b\nA', ['ENV <<A', 'RUN b', 'A ']],
    ['whose end is indented: to the end of the file', 'RUN <<A\nb\n\tA\nRUN c', ['RUN <<A\nb\n\tA\nRUN c']]
  ])('%s', (_title, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('the lines of a here-document have their offsets', () => {
    const text = 'FROM a\nRUN <<A \\\n  cat\none\nA\n'
    const body = [...instructions(text)][1]?.body
    expect(body?.text).toBe('<<A   cat\none\nA')
    expect(body && offsetIn(body, body.text.indexOf('one'))).toBe(text.indexOf('one'))
  })
})

test.each([
  ['continued lines', 'RUN a\\\n'.repeat(30_000), 1],
  ['backslashes', 'RUN \\ \\ \\ \\ \\ \\ \\ \\ \n'.repeat(3_000), 1],
  ['here-documents without an end', 'RUN <<A <<B\n'.repeat(10_000), 10_000],
  ['one here-document many times', `${'RUN <<A\n'.repeat(10_000)}A\n`, 1],
  ['here-documents on one line', `RUN ${'<<A '.repeat(10_000)}\nA\n`, 1],
  ['ONBUILD many times', `${'ONBUILD '.repeat(10_000)}RUN a`, 1],
  ['directives', '# a=b\n'.repeat(10_000), 0],
  ['comments between continued lines', `RUN a\\\n${'# b\n'.repeat(10_000)}c`, 1],
  ['blanks', `RUN ${' '.repeat(30_000)}\\ x`, 1]
])('hostile: %s', async (_title, text, count) => {
  expect(await withinBudget(text.length, 60, () => [...instructions(text)].length)).toBe(count)
})
