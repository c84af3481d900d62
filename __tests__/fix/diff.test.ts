/** Diffs: git and patch take them, and they lead from the one text to the other. */

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { unifiedDiff } from '../../src/fix/diff.ts'
import { git, removeTrees, repository, tree } from '../support/trees.ts'

afterAll(removeTrees)

const many = (count: number, end = '\n') => Array.from({ length: count }, (_, index) => `line ${index}${end}`).join('')

/** Applies a diff in a folder of a repository, by git and by patch, and returns what became of the file. */
function applied(path: string, before: string, after: string): readonly string[] {
  const diff = unifiedDiff(path, before, after)
  const root = repository({ [`sub/${path}`]: before, 'd.patch': diff })
  git(join(root, 'sub'), 'apply', '--verbose', '../d.patch')
  const other = tree({ [path]: before })
  execFileSync('git', ['apply', '-'], { cwd: other, input: diff })
  return [readFileSync(join(root, 'sub', path), 'utf8'), readFileSync(join(other, path), 'utf8')]
}

describe('git applies it in the folder where it was made', () => {
  test.each<readonly [string, string, string, string]>([
    ['one line in the middle', 'a.txt', many(20), many(20).replace('line 9\n', 'line nine\n')],
    ['the first and the last line', 'a.txt', many(20), many(20).replace('line 0\n', 'x\n').replace('line 19\n', 'y\n')],
    ['changes near one another', 'a.txt', many(20), many(20).replace('line 5\n', 'x\n').replace('line 11\n', 'y\n')],
    [
      'changes far from one another',
      'a.txt',
      many(30),
      many(30).replace('line 5\n', 'x\n').replace('line 20\n', 'y\n')
    ],
    ['lines in a row', 'a.txt', many(9), many(9).replace('line 4\nline 5\n', 'x\ny\n')],
    ['a line more', 'a.txt', many(20), many(20).replace('line 9\n', 'line 9\nmore\n')],
    ['lines more at the end', 'a.txt', many(20), `${many(20)}x\ny\n`],
    ['lines more at the beginning', 'a.txt', many(20), `x\ny\n${many(20)}`],
    [
      'lines more, and changes around them',
      'a.txt',
      many(20),
      many(20).replace('line 4\n', 'x\n').replace('line 6\n', '6\nnew\n').replace('line 18\n', 'y\n')
    ],
    ['a line less', 'a.txt', many(20), many(20).replace('line 9\n', '')],
    ['the first lines of a file', 'a.txt', '', 'a\nb\n'],
    ['no line end at the end', 'a.txt', 'a\nb', 'a\nc'],
    ['no line end, and a change before it', 'a.txt', 'a\nb', 'c\nb'],
    ['line ends of Windows', 'a.txt', many(9, '\r\n'), many(9, '\r\n').replace('line 4', 'x')],
    ['a byte-order mark', 'a.txt', '\ufeffa\nb\n', '\ufeffx\nb\n'],
    ['a lone carriage return and a form feed', 'a.txt', 'a\rb\n\fc\n', 'x\rb\n\fc\n'],
    ['one line alone', 'a.txt', 'a', 'b'],
    ['a path with blanks', 'a b/c  d.txt', 'a\n', 'b\n'],
    ['a path with quotes', 'a"b\\c.txt', 'a\n', 'b\n'],
    ['a path with a tab and a line end', 'a\tb\nc.txt', 'a\n', 'b\n'],
    ['a path that is not ASCII', 'ä/日本.txt', 'ü\n', 'b\n'],
    ['a path that looks like another one', 'b/../c'.replace('..', '...'), 'a\n', 'b\n'],
    [
      'lines that look like a diff',
      'a.txt',
      '--- a/x\n+++ b/x\n@@ -1 +1 @@\nv1\n',
      '--- a/x\n+++ b/x\n@@ -1 +1 @@\nv2\n'
    ]
  ])('%s', (_, path, before, after) => {
    expect(applied(path, before, after)).toEqual([after, after])
  })
})

test('equal texts have none', () => expect(unifiedDiff('a', 'b\n', 'b\n')).toBe(''))
