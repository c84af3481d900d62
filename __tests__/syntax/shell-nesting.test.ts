/** The ends of nested constructs of shell scripts. */

import { expect, test } from '@jest/globals'
import { endOfEscaped, endOfNested } from '../../src/syntax/shell-nesting.ts'
import { withinBudget } from '../support/hostile.ts'

test.each([
  '$(a)',
  '$(a $(b) `c`)',
  '$(a (b) c)',
  '$(a ")" b)',
  "$(a ')' b)",
  "$(a $'\\')' b)",
  '$(a \\) b)',
  '$(a # )\n)',
  '$(a#b)',
  '$(cat <<X\n)\nX\n)',
  '$(cat <<-X\n)\n\tX\n)',
  '$(cat <<X <<Y\n)\nX\n)\nY\n)',
  '$(a <<< "b")',
  '$((1 + (2) << 3))',
  '$((1 # 2))',
  '((a < (b)))',
  '${a}',
  '${a:-$(b "}")}',
  '${a:-"}"}',
  "${a:-'}'}",
  '`a \\` b`',
  '`a " b`',
  '"a ${b:-\'} c"'
])('%j', text => {
  expect(endOfNested(`x${text} y) } " \``, 1)).toBe(1 + text.length)
  expect(endOfNested(text, 0)).toBe(text.length)
  const shortest = text.startsWith('$') ? 2 : 1
  for (let end = shortest; end < text.length; end++) expect(endOfNested(text.slice(0, end), 0)).toBeUndefined()
})

test('a single quote without an end leaves all without one', () => {
  expect(endOfNested("$(a ' b)", 0)).toBeUndefined()
  expect(endOfNested("$(a $'b\\')", 0)).toBeUndefined()
})

test('a text in single quotes with escapes', () => {
  expect(endOfEscaped("a'b", 0)).toBe(2)
  expect(endOfEscaped("a\\'b'c", 0)).toBe(5)
  expect(endOfEscaped("a\\\\'", 0)).toBe(4)
  expect(endOfEscaped("a\\'", 0)).toBeUndefined()
  expect(endOfEscaped('a\\', 0)).toBeUndefined()
})

test.each([
  ['commands', '$('],
  ['arithmetic', '$(('],
  ['braces', '${'],
  ['quotes', '"$('],
  ['single quotes', "$('"],
  ['here-documents', '$(<<X\n'],
  ['here-documents of one line', '$(<<X <<Y '],
  ['comments', '$( #'],
  ['backticks', '$(` ']
])('hostile: %s', async (_title, part) => {
  const text = part.repeat(10_000)
  expect(await withinBudget(text.length, 60, () => endOfNested(text, 0))).toBeUndefined()
})
