/** Hostile names of folders in printed commands, against a real shell: what it makes of them are one word each. */

import { spawnSync } from 'node:child_process'
import { blockOf } from '../../src/reporters/shell.ts'
import type { Next } from './numbers.ts'

/** What people and attackers put into names, in pieces that are joined at random. */
const PIECES = [
  ...['a', 'b/c', '.', '..', '-', '--', '-x', '~', '~root', '$HOME', '${IFS}', '$(id)', '`id`', '$((1+1))', '!!', '!$'],
  ...[
    "'",
    '"',
    '\\',
    "\\'",
    "''",
    "'\"'\"'",
    ';',
    '&',
    '&&',
    '|',
    '||',
    '>',
    '<',
    '<<',
    '>>',
    '#',
    ' ',
    '  ',
    '*',
    '?'
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    '{a,b}',
    '(',
    ')',
    '=',
    '%',
    '%s',
    '@',
    '^',
    ',',
    ':',
    '::',
    '+',
    '\\n',
    '\\0',
    'é',
    '日本',
    '🔥'
  ],
  ...['\n', '\r', '\t', '\u0000', '\u001b[31m', '\u202e', '\u200b', '\ufeff', 'EOF', 'rm', 'cd', '/', '//', 'http://x']
]

/** A name of one to eight pieces. */
export function hostileName(next: Next): string {
  return Array.from({ length: 1 + next(8) }, () => PIECES[next(PIECES.length)] ?? '').join('')
}

/**
 * The names of folders for which a shell does anything else than to change to the folder and run the command there. The shell has a `cd`
 * that prints its arguments, and syntax is checked by `sh -n` before. Names that a command leaves out are no faults: then it has no `cd`.
 */
export function brokenNames(names: readonly string[]): readonly string[] {
  const blocks = names.map(name => ({ name, lines: blockOf(name, ['run one', 'run two']) }))
  const shown = blocks.filter(({ lines }) => lines[0]?.startsWith('cd '))
  const script = shown.map(({ lines }) => lines.join('\n')).join('\n')
  const prelude = 'cd() { printf "%s\\0" "$#" "$1"; }\nrun() { printf "%s\\0" "$*"; }\n'
  if (spawnSync('sh', ['-n'], { input: script }).status !== 0) return shown.map(({ name }) => name)
  const { stdout, status } = spawnSync('sh', ['-s'], { input: prelude + script, maxBuffer: 1 << 30 })
  const words = stdout.toString('utf8').split('\0')
  const broken = shown.filter(({ name }, index) => {
    const [count, folder, ...rest] = words.slice(4 * index, 4 * index + 4)
    const isSame = folder === name || (name.startsWith('-') && folder === `./${name}`)
    return count !== '1' || !isSame || rest.join() !== 'one,two'
  })
  return status === 0 && words.length === 4 * shown.length + 1 ? broken.map(({ name }) => name) : names
}
