/** The XML reader: against another parser on texts both accept, and alone on positions, faults and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { XmlElement as OracleElement, XmlText as OracleText, parseXml as oracle, XmlCdata } from '@rgrove/parse-xml'
import { MAXIMUM_DEPTH } from '../../src/syntax/tree.ts'
import { childElement, childElements, parseXml, type XmlElement } from '../../src/syntax/xml.ts'
import { withinBudget } from '../support/hostile.ts'
import { wholeNumbers } from '../support/numbers.ts'

/** Repetitions in a hostile text, and the most steps for each of its characters. */
const LONG = 30_000
const STEPS = 20

interface Plain {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: string
  readonly children: readonly Plain[]
}

function plain(element: XmlElement): Plain {
  const attributes = Object.fromEntries([...element.attributes].map(([name, { value }]) => [name, value]))
  return { name: element.name, attributes, content: element.content.value, children: element.children.map(plain) }
}

function plainOracle(element: OracleElement): Plain {
  const texts: string[] = []
  const children: Plain[] = []
  for (const node of element.children) {
    if (node instanceof OracleElement) children.push(plainOracle(node))
    else if (node instanceof OracleText || node instanceof XmlCdata) texts.push(node.text)
  }
  const attributes = Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [name, trim(value)]))
  return { name: element.name, attributes, content: trim(texts.join('')), children }
}

function trim(text: string): string {
  return text.replace(/^[ \t\r\n]+/, '').replace(/[ \t\r\n]+$/, '')
}

/** What the other parser makes of the text; undefined where it refuses it. */
function byOracle(text: string): Plain | undefined {
  try {
    const { root } = oracle(text, { ignoreUndefinedEntities: true })
    return root ? plainOracle(root) : undefined
  } catch {
    return undefined
  }
}

function all(element: XmlElement | undefined): XmlElement[] {
  return element ? [element, ...element.children.flatMap(all)] : []
}

const NAMES = ['project', 'dependency', 'a', 'ns:b', 'été', 'x-1.y_z']
const TEXTS = [
  '1.2.3',
  ' 9.0.0 ',
  '\n  ',
  '\r\n\tx\r\n',
  'a &amp; b',
  '&#57;.0',
  '&#x1F600;',
  '&lt;&gt;',
  ' &#32;q',
  'é',
  '$v',
  "it's"
]
const VALUES = ['1', ' x ', 'a\tb\nc', '&quot;&apos;', '', '&#10;y', '>', 'z&amp;']
const OTHERS = ['<!-- <a> -->', '<![CDATA[ <raw> & ]]>', '<?pi <x> ?>', '<!---->', '<![CDATA[]]>']

function randomElement(next: (below: number) => number, depth: number): string {
  const name = pick(NAMES)
  const attributes = ['p', 'q:r', 'é'].slice(0, next(4)).map(key => ` ${key}${pick(['=', ' = '])}"${pick(VALUES)}"`)
  const open = `<${name}${attributes.join('')}${pick(['', ' ', '\n'])}`
  if (next(5) === 0) return `${open}/>`
  const inside = Array.from({ length: next(5) }, () => {
    const kind = next(6)
    if (kind < 2 && depth < 6) return randomElement(next, depth + 1)
    return kind === 5 ? pick(OTHERS) : pick(TEXTS)
  })
  return `${open}>${inside.join('')}</${name}${pick(['', ' '])}>`

  function pick<T>(list: readonly T[]): T {
    return list[next(list.length)] as T
  }
}

describe('against another parser', () => {
  test('3,000 generated documents are read alike', () => {
    const next = wholeNumbers(7)
    for (let round = 0; round < 3_000; round++) {
      const prolog =
        ['', '<?xml version="1.0"?>\n', '<!-- x -->', '<!DOCTYPE a>\n', '<!DOCTYPE a [<!ENTITY b "c">]>'][next(5)] ?? ''
      const text = `${prolog}${randomElement(next, 0)}${['', '\n', '<!-- end -->'][next(3)]}`
      const expected = byOracle(text)
      const { root, fault } = parseXml(text)
      expect({ text, fault, plain: root && plain(root) }).toEqual({ text, fault: undefined, plain: expected })
    }
  })

  test('of 6,000 damaged documents, those it accepts are read alike, and no other throws', () => {
    const next = wholeNumbers(11)
    let accepted = 0
    let refusedByBoth = 0
    for (let round = 0; round < 6_000; round++) {
      const whole = randomElement(next, 0)
      const at = next(whole.length)
      const text =
        whole.slice(0, at) + (['', '<', '>', '&', '"', '/', ' ', '!'][next(8)] ?? '') + whole.slice(at + next(3))
      const expected = byOracle(text)
      const { root, fault } = parseXml(text)
      if (expected) {
        accepted++
        expect({ text, fault, plain: root && plain(root) }).toEqual({ text, fault: undefined, plain: expected })
      } else if (fault) refusedByBoth++
    }
    expect(accepted).toBeGreaterThan(1_000)
    expect(refusedByBoth).toBeGreaterThan(1_000)
  })
})

describe('positions', () => {
  const text = `<?xml version="1.0"?>
<!-- <version>0</version> -->
<Project Sdk="Microsoft.NET.Sdk">
  <PackageReference Include="KubernetesClient"  Version = ' 7.0.5 ' />
  <version>
    9.0.0
  </version>
  <cdata><![CDATA[  8.0.1 ]]></cdata>
  <split>8<!-- . -->.1</split>
  <reference>&#56;.0</reference>
  <empty/><blank>  </blank>
</Project>
`
  const { root, fault } = parseXml(text)

  test('every name and every text without references stands at its offset', () => {
    expect(fault).toBeUndefined()
    expect(all(root).map(({ name }) => name)).toEqual(
      'Project PackageReference version cdata split reference empty blank'.split(' ')
    )
    for (const element of all(root)) {
      expect(text.startsWith(`<${element.name}`, element.at - 1)).toBe(true)
      for (const value of element.attributes.values()) expect(text.startsWith(value.value, value.at)).toBe(true)
      if (element.name !== 'split' && element.name !== 'reference') {
        expect(text.startsWith(element.content.value, element.content.at)).toBe(true)
      }
    }
  })

  test('blanks around texts and values are not part of them', () => {
    expect(childElement(root, 'version')?.content).toEqual({ value: '9.0.0', at: text.indexOf('9.0.0') })
    expect(childElement(root, 'cdata')?.content).toEqual({ value: '8.0.1', at: text.indexOf('8.0.1') })
    expect(childElement(root, 'PackageReference')?.attributes.get('Version')).toEqual({
      value: '7.0.5',
      at: text.indexOf('7.0.5')
    })
  })

  test('a text with a comment or a reference in it begins where its first character is written', () => {
    expect(childElement(root, 'split')?.content).toEqual({ value: '8.1', at: text.indexOf('8<!--') })
    expect(childElement(root, 'reference')?.content).toEqual({ value: '8.0', at: text.indexOf('&#56;') })
  })

  test('an element without text says where text would go', () => {
    expect(childElement(root, 'empty')?.content).toEqual({ value: '', at: text.indexOf('<empty/>') + 8 })
    expect(childElement(root, 'blank')?.content).toEqual({ value: '', at: text.indexOf('<blank>') + 7 })
  })

  test('names are looked up with their case, along a path, first or all', () => {
    const tree = parseXml('<a><b><c>1</c></b><b><c>2</c><c>3</c></b><B/></a>').root
    expect(childElement(tree, 'b', 'c')?.content.value).toBe('1')
    expect(childElement(tree, 'B', 'c')).toBeUndefined()
    expect(childElements(tree, 'b', 'c').map(c => c.content.value)).toEqual(['1', '2', '3'])
    expect(childElements(undefined, 'b')).toEqual([])
  })
})

describe('faults keep what came before them', () => {
  test.each([
    ['', '', 'expected an element', 0],
    [' \n', '', 'expected an element', 2],
    ['<!-- only -->', '', 'expected an element', 13],
    ['text', '', 'expected an element, not text', 0],
    ['<a/> text', 'a', 'expected an element, not text', 5],
    ['<a/><b/>', 'a', 'more than one root element', 5],
    ['<a><b>1</b><c>2', 'a b c', 'unclosed element', 12],
    ['<a><b>1</b><c>2</d></a>', 'a b c', 'unexpected end tag', 15],
    ['<a></a></b>', 'a', 'unexpected end tag', 7],
    ['<a></>', 'a', 'unexpected end tag', 3],
    ['<a></a', 'a', 'expected ">" after the name of the end tag', 6],
    ['<a><b', 'a', 'unterminated tag', 3],
    ['<a><b c', 'a', 'expected "=" after the attribute name', 7],
    ['<a><b c=d></b></a>', 'a', 'expected a quoted attribute value', 8],
    ['<a><b c="d></b></a>', 'a', 'unterminated attribute value', 8],
    ['<a><b c="d></b><e f="1"/></a>', 'a', 'unexpected "<" in an attribute value', 11],
    ['<a><b c="1"d="2"/></a>', 'a', 'expected a space, ">" or "/>" in the tag', 11],
    ['<a><b c="1" c="2"/></a>', 'a', 'duplicate attribute', 12],
    ['<a><b ="1"/></a>', 'a', 'expected an attribute name', 6],
    ['<a>1 < 2</a>', 'a', 'expected a tag after "<"', 5],
    ['<a><!-- x </a>', 'a', 'unterminated comment', 3],
    ['<a><![CDATA[ x </a>', 'a', 'unterminated CDATA section', 3],
    ['<a><? x </a>', 'a', 'unterminated processing instruction', 3],
    ['<!DOCTYPE a [ <!ENTITY b "c"> <a/>', '', 'unterminated document type declaration', 0],
    ['<!DOCTYPE a "b><a/>', '', 'unterminated string', 12],
    ['<a><!DOCTYPE b></a>', 'a', 'the document type declaration must come before the root element', 3]
  ])('%j', (text, names, message, at) => {
    const { root, fault } = parseXml(text)
    expect({
      names: all(root)
        .map(({ name }) => name)
        .join(' '),
      message: fault?.message,
      at: fault?.at
    }).toEqual({ names, message, at })
  })

  test('only elements whose end tag was read are closed', () => {
    const { root } = parseXml('<a><b>1</b><c>2<d/>')
    expect(all(root).map(({ name, closed }) => [name, closed])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
      ['d', true]
    ])
    expect(childElement(root, 'c')?.content.value).toBe('2')
  })

  test('what does no harm is let through', () => {
    expect(parseXml('<a b="&none;">x & y &#0; ]]> \u0001<!-- -- --></a>').fault).toBeUndefined()
  })
})

describe('hostile texts end', () => {
  test('an entity bomb stays as it is written', () => {
    const entities = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`)
    const { root, fault } = parseXml(
      `<!DOCTYPE a [<!ENTITY e0 "]>"> ${entities.join('\n')} <!-- ' ]> --> <?x ]> ?>]><a>&e20;</a>`
    )
    expect({ content: root?.content.value, fault }).toEqual({ content: '&e20;', fault: undefined })
  })

  test('too many levels are a fault, and the levels above it are kept', () => {
    const { root, fault } = parseXml('<a>'.repeat(LONG))
    expect(fault?.message).toBe(`nested deeper than ${MAXIMUM_DEPTH} levels`)
    expect(all(root)).toHaveLength(MAXIMUM_DEPTH)
  })

  const blanks = ' '.repeat(LONG)
  test.each([
    // title, text, children, attributes and length of the content
    ['blanks as text', `<a>${blanks}</a>`, [0, 0, 0]],
    ['blanks around a word', `<a>${blanks}x${'\r\n'.repeat(LONG)}</a>`, [0, 0, 1]],
    ['blanks between words', `<a>${'x  '.repeat(LONG)}</a>`, [0, 0, 3 * LONG - 2]],
    ['blanks before and after everything', `${blanks}<a/>${blanks}`, [0, 0, 0]],
    ['blanks in a tag', `<a${blanks}b${blanks}=${blanks}"1"${blanks}/>`, [0, 1, 0]],
    ['blanks in an end tag', `<a></a${blanks}>`, [0, 0, 0]],
    ['ampersands', `<a>${'&'.repeat(LONG)}</a>`, [0, 0, LONG]],
    ['references', `<a>${'&amp;'.repeat(LONG)}</a>`, [0, 0, LONG]],
    ['references without an end', `<a>${'&#1'.repeat(LONG)}</a>`, [0, 0, 3 * LONG]],
    ['a reference of digits', `<a>&#${'1'.repeat(LONG)};</a>`, [0, 0, LONG + 3]],
    ['children between blanks', `<a>x${' <b/> '.repeat(LONG)}</a>`, [LONG, 0, 1]],
    ['comments inside a text', `<a>${'x<!---->'.repeat(LONG)}</a>`, [0, 0, LONG]],
    ['attributes', `<a ${Array.from({ length: LONG }, (_, i) => `b${i}=" "`).join(' ')}/>`, [0, LONG, 0]]
  ])('%s', async (_, text, expected) => {
    const { root, fault } = await withinBudget(text.length, STEPS, () => parseXml(text))
    expect(fault).toBeUndefined()
    expect([root?.children.length, root?.attributes.size, root?.content.value.length]).toEqual(expected)
  })

  test.each([
    ['open comments', '<a>', '<!--', 'unterminated comment'],
    ['open CDATA sections', '<a>', '<![CDATA[', 'unterminated CDATA section'],
    ['open quotes', '<a>', '<b c="', 'unexpected "<" in an attribute value'],
    ['open document types', '', '<!DOCTYPE ', 'unterminated document type declaration'],
    ['brackets', '<!DOCTYPE a', '[', 'unterminated document type declaration'],
    ['names without an end', '', '<a', 'expected a space, ">" or "/>" in the tag'],
    ['end tags', '<a>', '</', 'unexpected end tag']
  ])('%s', async (_, start, part, message) => {
    const text = start + part.repeat(LONG)
    const { fault } = await withinBudget(text.length, STEPS, () => parseXml(text))
    expect(fault?.message).toBe(message)
  })
})
