/** The TOML parser: the same answers as `smol-toml`, exact places, and no harm from hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { parse, type TomlTable, type TomlValue } from 'smol-toml'
import { parseToml } from '../../src/syntax/toml.ts'
import { child, items, MAXIMUM_DEPTH, members, type TreeNode, textOf } from '../../src/syntax/tree.ts'
import { withinBudget } from '../support/hostile.ts'
import { randomNumbers } from '../support/numbers.ts'

/** Repetitions in a hostile text, and the most steps for each of its characters. */
const LONG = 30_000
const STEPS = 12

/** A plain value that can be compared: strings as they are, everything else that is no collection as the word of its kind. */
type Plain = string | { scalar: string } | Plain[] | Map<string, Plain>

function ours(node: TreeNode): Plain {
  if (node.kind === 'text') return node.value
  if (node.kind === 'scalar') return { scalar: scalarOf(node.text) }
  if (node.kind === 'list') return node.items.map(ours)
  return new Map(node.members.map(member => [member.key, ours(member.value)]))
}

function theirs(value: TomlValue | TomlTable): Plain {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return { scalar: String(value) }
  if (value instanceof Date) return { scalar: 'date' }
  if (Array.isArray(value)) return value.map(theirs)
  return new Map(Object.entries(value).map(([key, inner]) => [key, theirs(inner)]))
}

function scalarOf(written: string): string {
  if (/^\d{4}-\d\d|^\d\d:/.test(written)) return 'date'
  if (written === 'true' || written === 'false') return written
  const plain = written.replaceAll('_', '')
  if (/^[+-]?inf$/.test(plain)) return plain.startsWith('-') ? '-Infinity' : 'Infinity'
  if (/^[+-]?nan$/.test(plain)) return 'NaN'
  return String(Number(plain))
}

/** Everything that must hold of a text which is right: as the oracle reads it, and each text and scalar at its place. */
function agrees(toml: string): void {
  const parsed = parseToml(toml)
  expect({ toml, fault: parsed.fault?.message }).toEqual({ toml, fault: undefined })
  expect({ toml, value: ours(parsed.root) }).toEqual({ toml, value: theirs(parse(toml)) })
  placesHold(toml, parsed.root)
}

function placesHold(toml: string, node: TreeNode): void {
  if (node.kind === 'scalar') expect(toml.slice(node.at, node.at + node.text.length)).toBe(node.text)
  if (node.kind === 'text' && !node.value.includes('\\') && toml.indexOf('\\') < 0) {
    expect(toml.slice(node.at, node.at + node.value.length)).toBe(node.value)
  }
  for (const item of items(node)) placesHold(toml, item)
  for (const member of members(node)) {
    if (toml.indexOf('\\') < 0) expect(toml.slice(member.keyAt, member.keyAt + member.key.length)).toBe(member.key)
    placesHold(toml, member.value)
  }
}

const RIGHT = [
  '',
  '\n\n# only a comment',
  'a = 1\nb = "two"\r\nc = true # yes\n',
  '"quoted key" = 1\n\'literal \\ key\' = 2\n"" = 3\n1234 = "bare digits"\n3.14 = "dotted digits"\n',
  'a.b.c = 1\na . b . d = 2\n"a"."x.y".z = 3\n',
  '[a]\nx = 1\n[a.b]\ny = 2\n[ c . "d.e" ]\nz = 3\n',
  '[a.b.c]\nx = 1\n[a]\ny = 2\n[a.d]\nz = 3\n',
  '[[p]]\nn = "a"\n[p.source]\nu = 1\n[[p]]\nn = "b"\n[[p.q]]\nx = 1\n[[p.q]]\nx = 2\n[p.r]\ns = 3\n[[p]]\n[other]\nx = 1\n',
  'a = { }\nb = { c = 1, d.e = 2, "f g" = [ 1, 2 ] }\nc = [ { a = 1 }, { a = 2 } ]\n',
  'a = [\n  1, # one\n  # nothing\n  2\n  ,\n  3, ]\nb = [ [ ], [ "x", [ ] ] ]\n',
  'a = { b = 1, # one\n  c = 2,\n}\n',
  'a = ""\nb = \'\'\nc = """"""\nd = \'\'\'\'\'\'\n',
  'a = "x\\ty\\n\\"z\\" \\\\ \\u00e9 \\U0001F600 \\b\\f\\r \\e \\x41"\n',
  'a = \'no \\escape "here"\'\n',
  "a = \"\"\"\nfirst\nsecond\"\"\"\nb = \"\"\"same line\n\"\"\"\nc = '''\nfirst\n'second''''\nd = '''x'''''\n",
  'a = """one ""two"" three"""\nb = """quote at the end""""\nc = """two at the end"""""\nd = """"at the beginning"""\n',
  'a = """\\\n   joined \\\n\n\n   lines.\\   \n   """\nb = """tab\\tin it \\"""still\\""" end"""\n',
  'a = +99\nb = -17\nc = 1_000\nd = 0xDEAD_beef\ne = 0o755\nf = 0b1101\ng = 0\nh = -0\n',
  'a = 1.0\nb = -0.01\nc = 5e+22\nd = 1e06\ne = -2E-2\nf = 6.626e-34\ng = inf\nh = -inf\ni = nan\nj = +inf\nk = 9_224_617.445_991\n',
  'a = 1979-05-27T07:32:00Z\nb = 1979-05-27T00:32:00.999999-07:00\nc = 1979-05-27 07:32:00 # a comment\nd = 1979-05-27\ne = 07:32:00\nf = 1979-05-27 # 12:00\ng = [ 1979-05-27, 1979-05-27 07:32:00 ]\n',
  'a = "# no comment"\nb = \'# nor here\'\n[x] # but here\n[[y]] # and here\n',
  '\ta\t=\t1\t\n  [ t ]  \n  b  =  [  1  ,  2  ]  \n',
  'é = "key"\n'.replace('é', '"é"'),
  'a = "\u{1F600} kubernetes"\nb = "after"\n',
  'last = "no line end"',
  'a = """\r\nwith CRLF\r\n"""\r\nb = 2\r\n',
  '[tool.poetry.dependencies]\npython = "^3.8"\nkubernetes = {version = ">=12,<13", extras = ["adal"], optional = true}\n'
]

const WRONG: readonly (readonly [string, number, string])[] = [
  ['a', 1, 'expected "=" after the key'],
  ['a = ', 4, 'the file ends where a value is expected'],
  ['a = \nb = 1', 4, 'expected a value'],
  ['= 1', 0, 'expected a key'],
  ['a. = 1', 3, 'expected a key'],
  ['a.', 2, 'the file ends where a key is expected'],
  ['a = 1 b = 2', 6, 'expected the end of the line'],
  ['a = "x', 4, 'unterminated string: no closing quote on its line'],
  ['a = "x\nb = "y"', 4, 'unterminated string: no closing quote on its line'],
  ["a = 'x\nb = 'y'", 4, 'unterminated string: no closing quote on its line'],
  ['a = """x"\n""', 7, 'unterminated string'],
  ["a = '''\nx''", 8, 'unterminated string'],
  ['a = "\\q"', 5, 'unknown escape sequence'],
  ['a = "\\u12"', 5, 'expected the hexadecimal code of a character after the backslash'],
  ['a = "\\ud800"', 5, 'expected the hexadecimal code of a character after the backslash'],
  ['a = "\\U00110000"', 5, 'expected the hexadecimal code of a character after the backslash'],
  ['a = [1, 2', 9, 'the file ends before "]"'],
  ['a = [1 2]', 7, 'expected "," or "]"'],
  ['a = [1,,2]', 7, 'expected a value'],
  ['a = {b = 1', 10, 'the file ends before "}"'],
  ['a = {b = 1 c = 2}', 11, 'expected "," or "}"'],
  ['[a', 2, 'expected "]" after the name'],
  ['[a] b = 1', 4, 'expected the end of the line'],
  ['[[a]', 3, 'expected "]]" after the name'],
  ['[]', 1, 'expected a key'],
  ['a = yes', 4, 'expected a value'],
  ['a = 01', 4, 'expected a value'],
  ['a = 1__0', 4, 'expected a value'],
  ['a = 1.', 4, 'expected a value'],
  ['a = 0x', 4, 'expected a value'],
  ['a = 1979-05-27T', 4, 'expected a value'],
  ['<<<<<<< ours\na = 1', 0, 'expected a key']
]

describe('against smol-toml', () => {
  test.each(RIGHT.map(toml => [JSON.stringify(toml), toml] as const))('%s', (_title, toml) => {
    agrees(toml)
  })

  test('the same with CRLF', () => {
    for (const toml of RIGHT) agrees(toml.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'))
  })

  test('generated documents', () => {
    const random = randomNumbers(20_260_801)
    for (let round = 0; round < 400; round++) agrees(document(random))
  })

  test('what is cut off or damaged gives a fault or a tree, and where the oracle reads it, the same tree', () => {
    const random = randomNumbers(7)
    let accepted = 0
    for (let round = 0; round < 1_500; round++) {
      const whole = document(random)
      const at = Math.floor(random() * whole.length)
      const damage =
        ['', '"', "'", '\n', ']', '[', '{', '}', ',', '=', '\\', '.', '#', ' ', '"""', "'''"][
          Math.floor(random() * 16)
        ] ?? ''
      const toml = round % 3 === 0 ? whole.slice(0, at) : whole.slice(0, at) + damage + whole.slice(at + (round % 2))
      const expected = oracle(toml)
      const parsed = parseToml(toml)
      if (expected === undefined) continue
      // The oracle takes damaged dates, such as 1979-05-'7 and an offset without its colon.
      if (parsed.fault && /^\d{4}-/.test(toml.slice(parsed.fault.at))) continue
      accepted++
      expect({ toml, fault: parsed.fault?.message, value: ours(parsed.root) }).toEqual({
        toml,
        fault: undefined,
        value: expected
      })
    }
    expect(accepted).toBeGreaterThan(200)
  })

  test('what we accept beyond the oracle are only the rules that the parser ignores', () => {
    const random = randomNumbers(99)
    const complaints = new Map<string, number>()
    for (let round = 0; round < 1_500; round++) {
      const whole = document(random)
      const at = Math.floor(random() * whole.length)
      const damage =
        ['"', "'", '\n', ']', '[', '{', '}', ',', '=', '\\', '.', 'x', ' '][Math.floor(random() * 13)] ?? ''
      const toml = whole.slice(0, at) + damage + whole.slice(at + (round % 2))
      if (parseToml(toml).fault) continue
      try {
        parse(toml)
      } catch (error) {
        const message = String(error).split('\n')[0] ?? ''
        complaints.set(message, (complaints.get(message) ?? 0) + 1)
      }
    }
    const unexpected = [...complaints.keys()].filter(
      message => !/redefin|already defined|duplicate|trying to/i.test(message)
    )
    expect(unexpected).toEqual([])
  })
})

describe('places', () => {
  test('of keys, texts, scalars, lists and tables', () => {
    const toml = 'a."b c".d = "v"\n[[p]]\nn = [ 1, { k = \'x\' } ]\n[p.q]\n'
    const { root } = parseToml(toml)
    expect(root.at).toBe(0)
    const a = members(root)[0]
    expect(a?.keyAt).toBe(0)
    expect(members(a?.value)[0]).toMatchObject({ key: 'b c', keyAt: 3 })
    expect(members(members(a?.value)[0]?.value)[0]).toMatchObject({
      key: 'd',
      keyAt: 8,
      value: { kind: 'text', value: 'v', at: 13 }
    })
    const p = members(root)[1]
    expect(p).toMatchObject({ key: 'p', keyAt: 18, value: { kind: 'list', at: 16 } })
    const first = items(p?.value)[0]
    expect(first?.at).toBe(16)
    const list = child(first, 'n')
    expect(list?.at).toBe(26)
    expect(items(list)[0]).toEqual({ kind: 'scalar', text: '1', at: 28 })
    expect(items(list)[1]?.at).toBe(31)
    expect(textOf(items(list)[1], 'k')).toEqual({ kind: 'text', value: 'x', at: 38 })
    expect(members(first)[1]).toMatchObject({ key: 'q', keyAt: 48, value: { at: 45 } })
  })

  test('of long strings: after the line end that is not part of them', () => {
    expect(textOf(parseToml('a = """\nx"""').root, 'a')).toEqual({ kind: 'text', value: 'x', at: 8 })
    expect(textOf(parseToml('a = """\r\nx"""').root, 'a')).toEqual({ kind: 'text', value: 'x', at: 9 })
    expect(textOf(parseToml("a = '''x'''").root, 'a')).toEqual({ kind: 'text', value: 'x', at: 7 })
  })

  test('of characters beyond the basic plane: counted in UTF-16 code units', () => {
    expect(textOf(parseToml('a = "\u{1F600}"\nb = "y"').root, 'b')?.at).toBe(14)
  })
})

describe('faults', () => {
  test.each(WRONG.map(([toml, at, message]) => [JSON.stringify(toml), toml, at, message] as const))(
    '%s',
    (_title, toml, at, message) => {
      const { fault } = parseToml(toml)
      expect({ at: fault?.at, message: fault?.message }).toEqual({ at, message })
    }
  )

  test('what stands before the fault is read', () => {
    const { root, fault } = parseToml('[[p]]\nn = "a"\nv = "1"\n[[p]]\nn = "b"\nv = "2\n[[p]]\nn = "c"\n')
    expect(fault?.at).toBe(40)
    expect(items(child(root, 'p')).map(item => textOf(item, 'n')?.value)).toEqual(['a', 'b'])
    expect(textOf(items(child(root, 'p'))[1], 'v')).toBeUndefined()
    expect(items(child(parseToml('a = [ "x", "y').root, 'a'))).toHaveLength(1)
    expect(textOf(parseToml('a = { b = "x", c').root, 'a', 'b')?.value).toBe('x')
  })

  test('keys and tables that come twice are all kept', () => {
    const { root, fault } = parseToml('a = 1\na = 2\n[t]\nx = 1\n[t]\nx = 2\n[[a]]\ny = 1\n')
    expect(fault).toBeUndefined()
    expect(members(root).map(member => member.key)).toEqual(['a', 'a', 't', 'a'])
    expect(members(child(root, 't')).map(member => member.key)).toEqual(['x', 'x'])
  })
})

describe('hostile texts', () => {
  test.each([
    ['nested lists', `a = ${'['.repeat(LONG)}`],
    ['nested inline tables', `a = ${'{a='.repeat(LONG)}`],
    ['a key of many parts', `${'a.'.repeat(LONG)}a = 1`],
    ['a header of many parts', `[${'a.'.repeat(LONG)}a]`],
    ['dotted keys that nest inline tables', `a = ${`{${'b.'.repeat(900)}b = `.repeat(30)}`]
  ])('%s end at a depth', async (_title, toml) => {
    const { fault } = await withinBudget(toml.length, STEPS, () => parseToml(toml))
    expect(fault?.message).toBe(`nested deeper than ${MAXIMUM_DEPTH} levels`)
  })

  test.each<readonly [string, string, string | number]>([
    // title, text, fault or number of members
    ['blanks', ' '.repeat(LONG), 0],
    ['blanks before a value', `a =${' '.repeat(LONG)}1`, 1],
    ['blanks after a key', `a${' '.repeat(LONG)}= 1`, 1],
    ['blanks after a backslash', `a = """\\${' '.repeat(LONG)}x"""`, 'unknown escape sequence'],
    ['line ends', '\r\n'.repeat(LONG), 0],
    ['digits', `a = ${'1'.repeat(LONG)}`, 'expected a value'],
    ['digits and underscores', `a = ${'1_'.repeat(LONG)}`, 'expected a value'],
    ['colons', `a = ${'12:'.repeat(LONG)}`, 'expected a value'],
    ['quotes', '"'.repeat(LONG), 'expected "=" after the key'],
    ['apostrophes', `a = '''${"''\\".repeat(LONG)}`, 'unterminated string'],
    ['escaped line ends', `a = """${'\\\n'.repeat(LONG)}"""`, 1],
    ['escapes', `a = "${'\\u0041'.repeat(LONG)}"`, 1],
    ['a string without an end', `a = "${'x'.repeat(LONG)}`, 'unterminated string: no closing quote on its line'],
    ['short strings', `a = [${'"x",'.repeat(LONG)}]`, 1],
    ['short strings, one escape at the end', `a = [${'"x",'.repeat(LONG)}"\\n"]`, 1],
    ['short strings on lines', `a = [${'"x",\n'.repeat(LONG)}]`, 1],
    ['brackets that close', `a = [${'[],'.repeat(LONG)}]`, 1],
    ['comments', '#\n'.repeat(LONG), 0],
    ['one key many times', 'a.b.c = 1\n'.repeat(LONG), 1],
    ['many keys', Array.from({ length: LONG }, (_, i) => `k${i}.x = 1\n`).join(''), LONG],
    ['one table many times', '[a.b]\n'.repeat(LONG), 1],
    ['one list of tables', '[[a]]\n'.repeat(LONG), 1],
    ['many tables', Array.from({ length: LONG }, (_, i) => `[t.k${i}.u]\n`).join(''), 1],
    ['long headers many times', `[${'a.'.repeat(400)}a]\n`.repeat(60), 1],
    ['lists of tables within each other', Array.from({ length: 300 }, (_, i) => `[[${'a.'.repeat(i)}a]]\n`).join(''), 1]
  ])('%s end', async (_title, toml, expected) => {
    const { root, fault } = await withinBudget(toml.length, STEPS, () => parseToml(toml))
    expect(fault?.message ?? members(root).length).toBe(expected)
  })

  test('keys named like the parts of an object', () => {
    const { root, fault } = parseToml(
      '__proto__ = 1\nconstructor.prototype.x = 2\n[__proto__]\ntoString = 3\n[[hasOwnProperty]]\n'
    )
    expect(fault).toBeUndefined()
    expect(members(root).map(member => member.key)).toEqual(['__proto__', 'constructor', '__proto__', 'hasOwnProperty'])
    expect(child(root, 'constructor', 'prototype', 'x')).toMatchObject({ text: '2' })
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })
})

test('a lockfile of 1.4 MB is read', () => {
  const hash = 'sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'
  const block = (i: number) =>
    `[[package]]\nname = "package-${i}"\nversion = "1.${i}.0"\ndescription = "What it does"\noptional = false\nfiles = [\n` +
    `    {file = "package_${i}-1.${i}.0-py3-none-any.whl", hash = "${hash}"},\n`.repeat(12) +
    ']\n\n[package.dependencies]\nother = ">=1.0"\n\n'
  const toml = Array.from({ length: 820 }, (_, i) => block(i)).join('')
  expect(toml.length).toBeGreaterThan(1_400_000)
  expect(items(child(parseToml(toml).root, 'package'))).toHaveLength(820)
})

function oracle(toml: string): Plain | undefined {
  try {
    return theirs(parse(toml))
  } catch {
    return undefined
  }
}

/** A document that is right: every key has a number of its own, so that none comes twice. */
function document(random: () => number): string {
  let count = 0
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T
  const key = () => {
    count++
    return pick([`k${count}`, `"q ${count}"`, `'l.${count}'`, `${count}-x_y`])
  }
  const dotted = () => Array.from({ length: 1 + Math.floor(random() * 3) }, key).join(pick(['.', ' . ']))
  const blank = () => pick(['', ' ', '\t'])
  const gap = () => pick(['', ' ', '\n', ' # note ] } "\n', '\n\n\t'])
  const value = (depth: number): string => {
    const kind = Math.floor(random() * (depth > 3 ? 12 : 16))
    if (kind < 3) return pick(['"text"', '""', '"a # b"', '"tab\\t"', '"\\"q\\""', '"\\u00e9"', '"x\u{1F600}y"'])
    if (kind < 5) return pick(["'text'", "''", "'\\d'", "'# \"'"])
    if (kind < 7) return pick(['"""\nlong\ntext"""', '"""a ""b"" c"""', '"""x\\\n   y"""', '""""""', '"""e"""""'])
    if (kind < 8) return pick(["'''\nlong\n'text''''", "''''x'''", "''''''", "'''\n\n'''"])
    if (kind < 12) {
      return pick([
        '1',
        '-2',
        '1_000',
        '0xff',
        '0.5',
        '1e3',
        'inf',
        '-nan',
        'true',
        'false',
        '1979-05-27',
        '1979-05-27 07:32:00',
        '07:32:00.5',
        '1979-05-27T07:32:00+01:00'
      ])
    }
    const length = Math.floor(random() * 4)
    if (kind < 14)
      return `[${gap()}${Array.from({ length }, () => value(depth + 1) + gap()).join(`,${gap()}`)}${length > 0 && random() < 0.3 ? ',' : ''}${gap()}]`
    return `{${blank()}${Array.from({ length }, () => `${dotted()}${blank()}=${blank()}${value(depth + 1)}${blank()}`).join(`,${blank()}`)}}`
  }
  const lines: string[] = []
  for (let i = Math.floor(random() * 12); i >= 0; i--) {
    const kind = random()
    if (kind < 0.15) lines.push(`[${blank()}${dotted()}${blank()}]${blank()}`)
    else if (kind < 0.3) {
      const name = dotted()
      lines.push(
        ...Array.from(
          { length: 1 + Math.floor(random() * 3) },
          () => `[[${name}]]\n${key()} = ${value(0)}\n[${name}.${key()}]\n${key()} = 1`
        )
      )
    } else if (kind < 0.4) lines.push(pick(['', '  ', '# a comment', '\t# [no] header']))
    else lines.push(`${blank()}${dotted()}${blank()}=${blank()}${value(0)}${pick(['', ' ', ' # end'])}`)
  }
  return `${lines.join('\n')}\n`
}
