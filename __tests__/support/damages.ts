/**
 * Ways to damage a text. They know the tokens of the formats that are read, but no format: lines and blocks, brackets, quotes, escapes,
 * anchors, numbers, comments, expressions, names. `mutations.ts` has those that leave the meaning alone, which are among them.
 */

import { mutationAt } from './mutations.ts'
import { type Next, pick } from './numbers.ts'

/** What a damage has at hand beside the text. */
export interface Tools {
  readonly next: Next
  /** Another text of the same kind. */
  other(): string
  /** The name of a client in the spelling of some ecosystem. */
  name(): string
  /** The longest text that may come of it, in characters. */
  readonly longest: number
}

/** A way to damage a text. */
export interface Damage {
  readonly name: string
  readonly apply: (text: string, tools: Tools) => string
}

/** A word, blanks between two words, or one sign. */
const TOKEN = /[\w.-]+|[ \t]+|\r?\n|[^\w\s]/g
const NUMBER = /\d+(?:\.\d+)*/g
const QUOTE = /["'`]/g
const BRACKET = /[[\](){}<>]/g
const LINE_END = /\r?\n/g

const NUMBERS = [
  ...[
    '',
    '0',
    '-0',
    '-1',
    '00',
    '1e999',
    '1e-7',
    '0x1f',
    '0o17',
    '0b1',
    '1_000',
    '.5',
    '5.',
    '1.2.3.4.5.6',
    'v1',
    '1.x'
  ],
  ...[
    'NaN',
    '.inf',
    '99999999999999999999',
    '4294967296',
    '9007199254740993',
    '1.0.0-rc.1+build',
    '*',
    '>=1,<2',
    '^0.0.0'
  ]
]
const BRACKETS = Array.from('[](){}<>')
const QUOTES = [
  '"',
  "'",
  '`',
  '"""',
  "'''",
  '""',
  "''",
  '\\"',
  "\\'",
  '"\\',
  '$"',
  "r'",
  'f"',
  '@"',
  '%q(',
  '~s"',
  '<<EOF\n',
  '<<-"X"\n'
]
const ESCAPES = [
  ...[
    '\\',
    '\\\\',
    '\\\n',
    '\\\r\n',
    '\\n',
    '\\u0041',
    '\\u00',
    '\\ud83d',
    '\\x41',
    '\\x',
    '\\U00000041',
    '\\U0011ffff'
  ],
  ...[
    '\\u{41}',
    '\\u{',
    '\\101',
    '\\N{DIGIT ONE}',
    '&#x41;',
    '&#65;',
    '&#',
    '&amp;',
    '&x;',
    '%41',
    '%',
    '^\n',
    '`\n',
    '\\/'
  ]
]
const ANCHORS = [
  ...[
    '&a ',
    '*a',
    '*b',
    '<<: *a\n',
    '<<: [*a, *a]\n',
    '!!str ',
    '!!binary ',
    '!x ',
    '? ',
    ': ',
    '- ',
    '|\n',
    '>-\n',
    '|2+\n'
  ],
  ...['---\n', '...\n', '%YAML 1.2\n', '--- !x\n', '- - - ', '{', '}', '[', ']', ', ', 'a: &a [*a]\n', '"<<": *a\n']
]
const COMMENTS = [
  '#',
  '# ',
  '//',
  '/*',
  '*/',
  '/* */',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x ?>',
  '--',
  ';',
  '%',
  '=begin\n',
  '=end\n',
  '#|',
  '{-',
  '-}',
  '(*'
]
const EXPRESSIONS = [
  ...[
    '${x}',
    '${',
    '${${x}}',
    '$x',
    '$(x)',
    '$(',
    '$((1+',
    '%{x}',
    '%(x)s',
    '@x@',
    '{{ .Values.x }}',
    '{{',
    '}}',
    '{{- if x }}\n'
  ],
  ...[
    '{{- end }}\n',
    '{{ range .x }}',
    '{{ include "a" . }}',
    '<%= x %>',
    '#{x}',
    '#{',
    '[[x]]',
    'var.x',
    'local.x',
    '$(X)$(Y)',
    '$([x]::y(1))'
  ],
  ...[
    "Condition=\"'$(x)' == ''\"",
    'x ? y : z',
    'x if y else z',
    '[for a in b : c]',
    'libs.x',
    'project.x',
    'ext.x = 1\n',
    'val x by y\n'
  ]
]
const BLANKS = [' ', '  ', '\t', '\f', '\r', '\n', '\n\n', '\n  ']
const DIRECTIVES = [
  ...[
    '<<<<<<< a\n',
    '=======\n',
    '>>>>>>> b\n',
    '[x]\n',
    '[[x]]\n',
    '[a.b."c"]\n',
    '-r a.txt\n',
    '-c a.txt\n',
    '--',
    'replace ',
    'exclude ('
  ],
  ...[
    'require (',
    ')\n',
    'end\n',
    'do\n',
    'if x\n',
    'else\n',
    'FROM a AS b\n',
    'ARG x\n',
    'RUN <<X\n',
    'import x\n',
    'include: x\n',
    'def f():\n'
  ]
]
const CHARACTERS = [
  '\0',
  '\ufeff',
  '\ud83d',
  '\udd25',
  '\u2028',
  '\u00a0',
  '\u200b',
  '\u202e',
  'é',
  'e\u0301',
  'ı',
  'İ',
  'ß',
  '🔥',
  '\u0085',
  '\u001b',
  '\v',
  '\f'
]
const LINE_ENDS = ['\r\n', '\r', '\n\n', '\u2028', '\f']

/** All of them. */
export const DAMAGES: readonly Damage[] = [
  lines('lines deleted', () => []),
  lines('lines twice', some => [...some, ...some]),
  lines('lines in reverse', some => some.toReversed()),
  lines('lines indented', (some, { next }) => some.map(line => ' '.repeat(1 + next(5)) + line)),
  lines('lines with tabs', some => some.map(line => `\t${line}`)),
  lines('lines not indented', some => some.map(line => line.trimStart())),
  lines('lines less indented', some => some.map(line => line.replace(/^[ \t]{1,2}/, ''))),
  lines('lines in one', some => [some.join(' ')]),
  lines('lines of another text', (_, { other, next }) => range(other().split('\n'), next).some),
  lines('lines as a comment', (some, { next }) => some.map(line => pick(next, ['#', '//', '--', ';']) + line)),
  lines('lines mutated', (some, { next }) => [mutationAt(next(Number.MAX_SAFE_INTEGER))(some.join('\n'))]),
  { name: 'mutated', apply: (text, { next }) => mutationAt(next(Number.MAX_SAFE_INTEGER))(text) },
  { name: 'lines elsewhere', apply: moved },
  blocks('a block deleted', () => ''),
  blocks('a block twice', block => block + block),
  blocks('a block indented', block => block.replace(/^/gm, '  ')),
  blocks('a block in itself', block => block.replace(/\n?$/, '\n') + block.replace(/^/gm, '    ')),
  at('a token deleted', TOKEN, () => ''),
  at('a token twice', TOKEN, token => token + token),
  at('a token of the text', TOKEN, (_, { next }, text) => pick(next, tokens(text))),
  at('a token of another text', TOKEN, (_, { next, other }) => pick(next, tokens(other()))),
  at('a token more', TOKEN, (token, { next, other }) => token + pick(next, tokens(other()))),
  at('a name', /[\w@./:-]{3,}/g, (_, { name }) => name()),
  at('a name more', TOKEN, (token, { name, next }) => token + pick(next, ['', ' ', '\n', '"', ': ']) + name()),
  at('another number', NUMBER, (_, { next }) => pick(next, NUMBERS)),
  at('another quote', QUOTE, (_, { next }) => pick(next, QUOTES)),
  at('a quote deleted', QUOTE, () => ''),
  at('another bracket', BRACKET, (_, { next }) => pick(next, BRACKETS)),
  at('a bracket deleted', BRACKET, () => ''),
  at('another line end', LINE_END, (_, { next }) => pick(next, LINE_ENDS)),
  at('a line end deleted', LINE_END, () => ''),
  ...Object.entries({ QUOTES, ESCAPES, ANCHORS, BLANKS, COMMENTS, EXPRESSIONS, DIRECTIVES, CHARACTERS, BRACKETS }).map(
    ([kind, signs]) => inserted(`more of ${kind.toLowerCase()}`, signs)
  ),
  { name: 'cut at the end', apply: (text, { next }) => text.slice(0, next(text.length + 1)) },
  { name: 'cut at the beginning', apply: (text, { next }) => text.slice(next(text.length + 1)) },
  { name: 'a part deleted', apply: cutOut },
  { name: 'spliced', apply: (text, { next, other }) => text.slice(0, next(text.length + 1)) + tail(other(), next) },
  { name: 'line ends of Windows', apply: text => text.replace(LINE_END, '\r\n') },
  { name: 'a byte-order mark', apply: text => `\ufeff${text}` },
  { name: 'no line end at the end', apply: text => text.trimEnd() },
  { name: 'a token repeated', apply: (text, tools) => repeated(text, tools, TOKEN) },
  { name: 'a line repeated', apply: (text, tools) => repeated(text, tools, /\n[^\n]*/g) },
  { name: 'nested', apply: nested }
]

/** Damages a text a few times. */
export function damaged(text: string, tools: Tools): string {
  const { next, longest } = tools
  let result = text
  do {
    const { apply } = pick(next, DAMAGES)
    const changed = apply(result, tools)
    if (changed.length <= longest) result = changed
  } while (next(3) > 0)
  return result
}

/** Some lines in a row. */
function range(all: readonly string[], next: Next): { readonly from: number; readonly some: readonly string[] } {
  const from = next(all.length)
  return { from, some: all.slice(from, from + 1 + next(next(4) === 0 ? 40 : 3)) }
}

function lines(name: string, change: (some: readonly string[], tools: Tools) => readonly string[]): Damage {
  const apply = (text: string, tools: Tools) => {
    const all = text.split('\n')
    const { from, some } = range(all, tools.next)
    return [...all.slice(0, from), ...change(some, tools), ...all.slice(from + some.length)].join('\n')
  }
  return { name, apply }
}

function moved(text: string, { next }: Tools): string {
  const all = text.split('\n')
  const { from, some } = range(all, next)
  const rest = [...all.slice(0, from), ...all.slice(from + some.length)]
  const to = next(rest.length + 1)
  return [...rest.slice(0, to), ...some, ...rest.slice(to)].join('\n')
}

/** A line with all lines below it that are indented more. */
function blocks(name: string, change: (block: string) => string): Damage {
  const apply = (text: string, { next }: Tools) => {
    const all = text.split('\n')
    const from = next(all.length)
    const depth = indentation(all[from] ?? '')
    let end = from + 1
    while (end < all.length && indentation(all[end] ?? '') > depth) end++
    const block = `${all.slice(from, end).join('\n')}\n`
    return (
      all
        .slice(0, from)
        .map(line => `${line}\n`)
        .join('') +
      change(block) +
      all.slice(end).join('\n')
    )
  }
  return { name, apply }
}

function indentation(line: string): number {
  return line.length - line.trimStart().length
}

/** Changes one of the places where a pattern matches. */
function at(name: string, pattern: RegExp, change: (found: string, tools: Tools, text: string) => string): Damage {
  const apply = (text: string, tools: Tools) => {
    const found = matchFrom(text, pattern, tools.next)
    if (!found) return text
    const end = found.index + found[0].length
    return text.slice(0, found.index) + change(found[0], tools, text) + text.slice(end)
  }
  return { name, apply }
}

/** The first match behind a random offset, or else the first of all. */
function matchFrom(text: string, pattern: RegExp, next: Next): RegExpExecArray | null {
  pattern.lastIndex = next(text.length + 1)
  const found = pattern.exec(text)
  if (found) return found
  pattern.lastIndex = 0
  return pattern.exec(text)
}

function tokens(text: string): readonly string[] {
  return text.match(TOKEN) ?? ['']
}

function inserted(name: string, signs: readonly string[]): Damage {
  const apply = (text: string, { next }: Tools) => {
    const offset = next(text.length + 1)
    return text.slice(0, offset) + pick(next, signs) + text.slice(offset)
  }
  return { name, apply }
}

function cutOut(text: string, { next }: Tools): string {
  const from = next(text.length + 1)
  return text.slice(0, from) + text.slice(from + next(200))
}

function tail(text: string, next: Next): string {
  return text.slice(next(text.length + 1))
}

/** Often a few times, seldom as often as the length allows. */
function repeated(text: string, { next, longest }: Tools, pattern: RegExp): string {
  const found = matchFrom(text, pattern, next)
  if (!found || found[0] === '') return text
  const most = Math.floor((longest - text.length) / found[0].length)
  const times = next(20) === 0 ? most : Math.min(most, 2 + next(60))
  return times > 0 ? text.slice(0, found.index) + found[0].repeat(times) + text.slice(found.index) : text
}

const NESTS: readonly (readonly [open: string, close: string])[] = [
  ...['[]', '()', '{}'].map(pair => [pair.charAt(0), pair.charAt(1)] as const),
  ...([
    ['{"a":', '}'],
    ['<a>', '</a>'],
    ['- ', ''],
    ['${', '}'],
    ['$(', ')'],
    ['{{ ( ', ')}}'],
    ['a.', ''],
    ['"', '"'],
    ['if x {\n', '}\n'],
    ['!', '']
  ] as const)
]

/** A part of the text, in brackets many times. */
function nested(text: string, { next, longest }: Tools): string {
  const [open, close] = pick(next, NESTS)
  const from = next(text.length + 1)
  const end = Math.min(text.length, from + next(80))
  const most = Math.floor((longest - text.length) / (open.length + close.length))
  const depth = Math.max(0, next(20) === 0 ? most : Math.min(most, 1 + next(300)))
  return text.slice(0, from) + open.repeat(depth) + text.slice(from, end) + close.repeat(depth) + text.slice(end)
}
