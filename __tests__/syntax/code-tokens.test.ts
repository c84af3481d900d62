/** The tokens of source code: what is a comment, a name and a text in each language. */

import { describe, expect, test } from '@jest/globals'
import { type LanguageName, languages } from '../../src/syntax/code-languages.ts'
import { codeTokens } from '../../src/syntax/code-tokens.ts'
import { LONG, long, withinBudget } from '../support/hostile.ts'

const names = Object.keys(languages) as LanguageName[]
const valuesIn = (name: LanguageName, text: string) =>
  codeTokens(text, languages[name].lexis).tokens.map(({ kind, value }) => (kind === 'text' ? `"${value}"` : value))

test.each<[LanguageName, string, string]>([
  ['python', `a = r"b\\\\" # "c"\n'''d\n"e"'''`, 'a = "b\\\\" "d\n"e""'],
  ['python', 'f"a{b.c()!r}{{d}}"', '( "a" + ( b . c ( ) ! r ) + "{{d}}" )'],
  ['python', 'x = "a\ny', 'x = "a" y'],
  ['javascript', '// a\n/* "b" */ `c${d ? `${e}` : "}"}f`', '( "c" + ( d ? ( "" + ( e ) + "" ) : "}" ) + "f" )'],
  ['javascript', 'a = /["\'/]\\//g; b = c / d / e', 'a = "" ; b = c / d / e'],
  ['go', 'a := `b\\` + "c\\"d" + \'\\\'\'', 'a := "b\\" + "c\\"d" + "\\\'"'],
  ['java', 'a = """\n b" """ + "c"; // d', 'a = "\n b" " + "c" ;'],
  ['kotlin', '/* /* a */ */ "b$c${d("e")}" + """f$g"""', '( "b" + c + "" + ( d ( "e" ) ) + "" ) + ( "f" + g + "" )'],
  ['csharp', '#region a\n@"b""c\\" + $"d{e}" + $@"f{g}"', '"b""c\\" + ( "d" + ( e ) + "" ) + ( "f" + ( g ) + "" )'],
  ['csharp', 'a = """\n"b"\n""";', 'a = "\n"b"\n" ;'],
  ['rust', 'a::<\'b>(r#"c"d"#, "{e:?} {}", \'\\\'\')', 'a :: < \' b > ( "c"d" , ( "" + e + " {}" ) , "\\\'" )'],
  ['ruby', '@a ||= %q(b) + "c#{d[\'e\']}" # f\n=begin\n"\n=end\ng?', '@a ||= "b" + ( "c" + ( d [ "e" ] ) + "" ) g?'],
  ['ruby', 'a(<<~B, `cat c`)\n  "d\nB\ne', 'a ( "" , popen ( "cat c" ) ) e'],
  ['ruby', 'a <<B\nc', 'a "" c']
])('%s: %j', (name, text, expected) => {
  expect(valuesIn(name, text).join(' ')).toBe(expected)
})

describe.each(names)('%s', name => {
  test('a token stands at its offset, and begins a line or not', () => {
    const text = 'a = b(\n  "c",\n d)\n'
    const { tokens } = codeTokens(text, languages[name].lexis)
    expect(tokens.map(({ at, end }) => text.slice(at, end)).join('')).toBe('a=b("c",d)')
    expect(tokens.filter(({ startsLine }) => startsLine).map(({ value }) => value)).toEqual(['a', 'c', 'd'])
  })

  test('a torn literal ends with a fault or with its line, and what is before it stays', () => {
    for (const opener of ['"', "'", '`', '"""', "'''", '/*', '#{', '${', '$"{', '@"', 'r#"', '<<A', '%q(']) {
      const { tokens } = codeTokens(`first\n${opener}\nrest`, languages[name].lexis)
      expect(tokens[0]).toMatchObject({ kind: 'name', value: 'first' })
    }
  })

  test('hostile texts take time in proportion to their length', async () => {
    for (const piece of ['"${', '`${', '"#{"', 'f"{', '/*', '/', '\\', '<<A\n', '"""', 'r#"', '$"{', '{', "'", 'a'])
      await withinBudget(LONG, 400, () => codeTokens(long(piece), languages[name].lexis))
  })
})
