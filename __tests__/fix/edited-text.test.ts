/** Edits in a text: made only where the text is what they replace. */

import { expect, test } from '@jest/globals'
import { type TextEdit, withEdits } from '../../src/fix/edited-text.ts'

const edit = (line: number, column: number, old: string, text: string): TextEdit => ({ line, column, old, new: text })

test('several edits of one line, in any order, and of lines with other ends', () => {
  const text = 'a==1 b==2\r\nc==3\r\nd==4'
  const edits = [edit(3, 4, '4', '44'), edit(1, 9, '2', '22'), edit(2, 4, '3', '33'), edit(1, 4, '1', '')]
  const { text: edited, made, refused } = withEdits(text, edits)
  expect(edited).toBe('a== b==22\r\nc==33\r\nd==44')
  expect(made.map(({ line, column }) => [line, column])).toEqual([
    [1, 4],
    [1, 9],
    [2, 4],
    [3, 4]
  ])
  expect(refused).toEqual([])
})

test.each<readonly [string, string, TextEdit]>([
  ['another text is there', 'a==1', edit(1, 4, '2', '3')],
  ['the text there only begins like it', 'a==1', edit(1, 4, '12', '3')],
  ['the line is not there', 'a==1\n', edit(7, 1, '1', '3')],
  ['the column is behind the text', 'a==1', edit(1, 9, '1', '3')],
  ['there is nothing to replace', 'a==1', edit(1, 4, '', '3')],
  ['a new line would come', 'a==1', edit(1, 4, '1', '3\nb==4')],
  ['a line would go', 'a==1\nb', edit(1, 4, '1\nb', '3')]
])('none where %s', (_, text, only) => {
  expect(withEdits(text, [only])).toEqual({ text, made: [], refused: [only] })
})

test('of two that overlap the first, of two that are the same both', () => {
  const [first, second, same] = [edit(1, 1, '1.2', '3.4'), edit(1, 2, '.2', '.5'), edit(1, 1, '1.2', '3.4')]
  expect(withEdits('1.2', [first, second, same])).toEqual({ text: '3.4', made: [first, same], refused: [second] })
})
