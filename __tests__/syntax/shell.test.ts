/** The commands of shell scripts. */

import { describe, expect, test } from '@jest/globals'
import { offsetIn, standing } from '../../src/syntax/assembled.ts'
import { SyntaxFault } from '../../src/syntax/fault.ts'
import { readShell, type ShellCommand } from '../../src/syntax/shell.ts'
import { plainText, type Word } from '../../src/syntax/shell-word.ts'
import { withinBudget } from '../support/hostile.ts'

/** A command as `NAME=(values) word word <<document`, words in angle brackets. */
function short({ assignments, words, documents }: ShellCommand): string {
  const text = (word: Word) => `<${plainText(word.parts)}>`
  return [
    ...assignments.map(({ name, values }) => `${name}=(${values.map(text).join(' ')})`),
    ...words.map(text),
    ...documents.map(document => `<<${JSON.stringify(document.text)}`)
  ].join(' ')
}

/** The commands of a script, and the fault behind them. */
function read(script: string): string[] {
  const found: string[] = []
  try {
    for (const command of readShell(standing(script, 0))) found.push(short(command))
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    found.push(`fault at ${error.at}: ${error.message}`)
  }
  return found
}

describe('commands', () => {
  test.each([
    ['', []],
    [' \t\r\n\n', []],
    ['a b  c', ['<a> <b> <c>']],
    ['a\nb\r\nc', ['<a>', '<b>', '<c>']],
    ['a; b && c || d | e & f', ['<a>', '<b>', '<c>', '<d>', '<e>', '<f>']],
    ['(a; b) && { c; }', ['<a>', '<b>', '<c>']],
    ['a \\\n b \\\r\n c', ['<a> <b> <c>']],
    ['a # b\n# c\nd#e', ['<a>', '<d#e>']],
    ['"a;b" \'c|d\' e\\;f', ['<a;b> <c|d> <e;f>']],
    ['""', ['<>']],
    ['((i < 2)) && a', ['<a>']],
    ['a ((b))', ['<a>', '<b>']],
    ['a;;b', ['<a>', '<b>']]
  ])('%j', (script, expected) => {
    expect(read(script)).toEqual(expected)
  })

  test.each([
    ['if a; then b; elif c; then d; else e; fi', ['<a>', '<b>', '<c>', '<d>', '<e>']],
    ['while ! a; do time b; done', ['<a>', '<b>']],
    ['{ a; } if', ['<a>']],
    ['then if then', []],
    ['echo if then', ['<echo> <if> <then>']],
    ['then A=b c', ['A=(<b>) <c>']],
    ['"if" a', ['<a>']]
  ])('reserved words: %j', (script, expected) => {
    expect(read(script)).toEqual(expected)
  })

  test('words have offsets, quotes included', () => {
    const script = ' a "b c" d'
    const [command] = readShell(standing(script, 100))
    expect(command?.words.map(({ start, end }) => [start, end])).toEqual([
      [101, 102],
      [103, 108],
      [109, 110]
    ])
  })
})

describe('assignments', () => {
  test.each([
    ['A=b', ['A=(<b>)']],
    ['A=b C="d e" f', ['A=(<b>) C=(<d e>) <f>']],
    ['A=', ['A=(<>)']],
    ['A+=b', ['A=(<b>)']],
    ['a B=c', ['<a> <B=c>']],
    ['export A=b C', ['A=(<b>) <export> <C>']],
    ['local A=b', ['A=(<b>) <local>']],
    ['1A=b', ['<1A=b>']],
    ['"A"=b', ['<A=b>']],
    ['A=(b "c d"\n e # f\n) g', ['A=(<b> <c d> <e>) <g>']],
    ['A=(b;c)', ['A=(<b> <c>)']],
    ['A=()', ['A=()']],
    ['A=(b', ['A=(<b>)']],
    ['A=b(c)', ['A=(<b>)', '<c>']]
  ])('%j', (script, expected) => {
    expect(read(script)).toEqual(expected)
  })

  test('a value has the offset behind the equals sign', () => {
    const [command] = readShell(standing('  AB=cd', 50))
    const [part] = command?.assignments[0]?.values[0]?.parts ?? []
    expect(part?.text.text).toBe('cd')
    expect(part && offsetIn(part.text, 0)).toBe(55)
  })
})

describe('redirections', () => {
  test.each([
    ['a > b c', ['<a> <c>']],
    ['a >b 2>&1 c', ['<a> <c>']],
    ['a 2> b', ['<a>']],
    ['a 2 > b', ['<a> <2>']],
    ['a b2> c', ['<a> <b2>']],
    ['a &> b', ['<a>']],
    ['a < b >> c >| d', ['<a>']],
    ['a <<< "b c" d', ['<a> <d>']],
    ['a >', ['<a>']],
    ['a >; b', ['<a>', '<b>']],
    ['a <(b c) d', ['<a> <<>', '<b> <c>', '<d>']]
  ])('%j', (script, expected) => {
    expect(read(script)).toEqual(expected)
  })

  test.each([
    ['a <<X\nb\nX\nc', ['<a> <<"b\\n"', '<c>']],
    ['a <<-X b\n\tc\n\tX\nd', ['<a> <b> <<"\\tc\\n"', '<d>']],
    ['a <<"X Y"\n"\nX Y\nb', ['<a> <<"\\"\\n"', '<b>']],
    ['a <<X; b <<Y\n1\nX\n2\nY\nc', ['<a> <<"1\\n"', '<b> <<"2\\n"', '<c>']],
    ['a <<X <<Y\n1\nX\n2\nY', ['<a> <<"1\\n" <<"2\\n"']],
    ['a <<X\nb', ['<a> <<"b"']],
    ['a <<X', ['<a>']],
    ['<<X\nb\nX\n', ['<<"b\\n"']],
    ['a <<X\r\nb\r\nX\r\nc', ['<a> <<"b\\r\\n"', '<c>']]
  ])('here-documents: %j', (script, expected) => {
    expect(read(script)).toEqual(expected)
  })
})

describe('faults', () => {
  test.each([
    ['a\nb "c', ['<a>', 'fault at 4: unterminated string']],
    ["a; b 'c", ['fault at 5: unterminated string']],
    ["a $'b", ['fault at 2: unterminated string']],
    ['a\n$(b', ['<a>', 'fault at 2: unterminated substitution']],
    ['a `b', ['fault at 2: unterminated substitution']],
    ['a ${b', ['fault at 2: unterminated substitution']],
    ['((a', ['fault at 0: unterminated substitution']],
    ['A=(b "c)', ['fault at 5: unterminated string']]
  ])('%j: the lines before are read', (script, expected) => {
    expect(read(script)).toEqual(expected)
  })
})

test.each([
  ['words', 'a '.repeat(30_000), 1],
  ['commands on one line', 'a;'.repeat(30_000), 30_000],
  ['reserved words', 'if '.repeat(30_000), 0],
  ['assignments', 'A=b '.repeat(10_000), 1],
  ['a long name of a variable', `${'A'.repeat(30_000)}=b`, 1],
  ['redirections', 'a 2>&1 '.repeat(10_000), 1],
  ['here-documents', 'a <<X\nb\nX\n'.repeat(3_000), 3_000],
  ['here-documents of one line', `${'<<X '.repeat(10_000)}\n${'X\n'.repeat(10_000)}`, 1],
  ['here-documents without an end', '<<X\n'.repeat(10_000), 1],
  ['double parentheses', '('.repeat(30_000), 1],
  ['parentheses', '( '.repeat(30_000), 0],
  ['double parentheses behind a word', `a ${'(('.repeat(10_000)}`, 1],
  ['continued lines', 'a \\\n'.repeat(10_000), 1],
  ['separators', ';'.repeat(30_000), 0]
])('hostile: %s', async (_title, script, count) => {
  expect(await withinBudget(script.length, 60, () => read(script).length)).toBe(count)
})

describe('what is around a command', () => {
  const all = (script: string) => [...readShell(standing(script, 0))]
  const nameOf = ({ words }: ShellCommand) => words.map(({ parts }) => plainText(parts)).join(' ')

  test.each([
    ['a; while b; do c; done; d', { a: [], b: ['while'], c: ['while'], d: [] }],
    [
      'until a; do for i in 1; do b; done; c; done',
      { a: ['until'], 'for i in 1': ['until', 'for'], b: ['until', 'for'], c: ['until'] }
    ],
    ['while a; do b; done | c', { a: ['while'], b: ['while'], c: [] }],
    ['done; a', { a: [] }],
    ['for ((;;)); do a; done', { for: ['for'], a: ['for'] }]
  ])('the loops of %j', (script, expected) => {
    const found = Object.fromEntries(all(script).map(each => [nameOf(each), each.loops.map(({ keyword }) => keyword)]))
    expect(found).toEqual(expected)
  })

  test('a loop has its condition, or none', () => {
    const [condition, body] = all('while a b; do c; done')
    expect(body?.loops[0]?.condition).toBe(condition)
    expect(all('for ((;;)); do a; done').at(-1)?.loops[0]?.isEndless).toBe(true)
    expect(all('for ((i=0; i<2; i++)); do a; done').at(-1)?.loops[0]?.isEndless).toBeUndefined()
  })

  test('redirections, pipes and the background', () => {
    const found = all('a > b 2>> c < d | e & f && g || h').map(each => [
      nameOf(each),
      each.redirections.map(({ operator, target }) => `${operator}${plainText(target.parts)}`),
      each.isPiped,
      each.isBackground
    ])
    expect(found).toEqual([
      ['a', ['>b', '>>c', '<d'], true, false],
      ['e', [], false, true],
      ['f', [], false, false],
      ['g', [], false, false],
      ['h', [], false, false]
    ])
    expect(all('< a').map(({ redirections }) => redirections.length)).toEqual([1])
  })
})
