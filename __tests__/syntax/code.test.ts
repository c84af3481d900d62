/** The structure of source code: brackets, statements and blocks, also of torn and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { type Code, readCode } from '../../src/syntax/code.ts'
import { type LanguageName, languages } from '../../src/syntax/code-languages.ts'
import { LONG, long, withinBudget } from '../support/hostile.ts'
import { mutationsOf } from '../support/mutations.ts'

const names = Object.keys(languages) as LanguageName[]
const SAMPLES: Readonly<Record<LanguageName, string>> = {
  python:
    'import a\n\n@b(1)\nclass C:\n    def d(self, e="f"):\n        with open(e) as g:\n            while True:\n                h(lambda i: i)\n        return {j: k}\n\nl = m\n',
  javascript: 'const a = b => {\n  if (c) return `d${e}`\n  return { f: [g] }\n}\nclass H { i() { this.j ??= k } }\n',
  go: 'package a\n\nconst (\n\tb = "c"\n\td = b + "/e"\n)\n\nfunc (f *g) h(i string) error {\n\tfor {\n\t\tgo func() { j(i) }()\n\t}\n}\n',
  java: 'class A {\n  private final String b = "c";\n  A(D e) { this.f = e.g(h -> h + b); }\n}\n',
  kotlin: 'class A(val b: String) {\n  val c by lazy { d("$b/e") }\n  fun f() = when (b) { "g" -> h else -> i }\n}\n',
  ruby: 'module A\n  B = \'c\'\n  def self.d(e)\n    @f ||= g.map { |h| h + "#{e}" } if e\n    loop do\n      i\n    end\n  end\nend\n',
  csharp:
    'class A {\n  string B => c ?? (c = d);\n  async Task E() { foreach (var f in g) { await H($"i{f}"); } }\n}\n',
  rust: 'impl A {\n  fn b(&self) -> Option<C> {\n    let d = e.map(|f| f + 1)?;\n    match d { Some(g) => Some(h { g }), None => None }\n  }\n}\n'
}

/** Every index of the structure is one of a token, and spans do not end before they begin. */
function checked({ tokens, blocks, blockAt, opener, match, start }: Code): void {
  expect(blockAt).toHaveLength(tokens.length)
  for (const [at] of tokens.entries()) {
    const [around = -1, other = -1, first = 0] = [opener[at], match[at], start[at]]
    if (around >= at || first > at) throw new Error(`token ${at} stands in front of what holds it`)
    if (other >= 0 && match[other] !== at) throw new Error(`bracket ${at} is not that of its bracket`)
  }
  for (const { head, from, to, parent } of blocks) {
    expect(head <= from && to <= tokens.length && to >= 0).toBe(true)
    if (parent) expect(parent.head <= head).toBe(true)
  }
}

describe.each(names)('%s', name => {
  const language = languages[name]

  test('a sample has its blocks, and all of it is read', () => {
    const code = readCode(SAMPLES[name], language)
    expect(code.fault).toBeUndefined()
    checked(code)
    expect(code.blocks.some(({ kind }) => kind === 'function')).toBe(true)
  })

  test('every mutation and every torn end has a structure', () => {
    for (const { text } of mutationsOf(SAMPLES[name], 0)) checked(readCode(text, language))
    for (let end = 0; end <= SAMPLES[name].length; end++) checked(readCode(SAMPLES[name].slice(0, end), language))
  })

  test('hostile texts take time in proportion to their length', async () => {
    for (const piece of [
      '{',
      '(',
      '[{',
      '}',
      ')(',
      'if a {',
      'a => ',
      'def a\n',
      'end\n',
      'class A:\n ',
      '|a|',
      'func(',
      'lambda ',
      '@a(',
      ','
    ])
      await withinBudget(LONG, 600, () => readCode(long(piece), language))
  })
})

test('a statement ends with its line where the language says so', () => {
  const statements = (name: LanguageName, text: string) => {
    const { start, tokens } = readCode(text, languages[name])
    return [...new Set(start)].map(at => tokens[at]?.value)
  }
  expect(statements('javascript', 'a\n  .b\nc = d +\n  e\nf')).toEqual(['a', 'c', 'f'])
  expect(statements('java', 'a\n= b; c\n(d);')).toEqual(['a', 'c', 'd'])
  expect(statements('python', 'a = (\nb,\nc)\nd; e')).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(statements('ruby', 'a = if b\n  c\nend.d\ne')).toEqual(['a', 'c', 'e'])
  expect(statements('go', 'const (\n a = 1\n b = 2\n)\nc')).toEqual(['const', 'a', 'b', 'c'])
})
