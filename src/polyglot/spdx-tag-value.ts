/**
 * SPDX 2 in lines of tags and values.
 * Specification: https://spdx.github.io/spdx-spec/v2.3/. Deliberately ignored: the same as in `spdx-json.ts`, and files
 * without `SPDXVersion`.
 */

import { defined } from '../collections.ts'
import type { Entry, FileFormat, GapEntry } from '../ecosystems/file-format.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { conflictIn, lines, type Placed } from '../syntax/lines.ts'
import { BILL, type Bill, entriesOf, filled, graphOf, type Item, NO_BILL } from './bill.ts'
import { billOf, isPackagePurpose, type Relation, relate, unknownSpdx } from './spdx.ts'

const SIGN = /^SPDXVersion:/m
const TAG = /^(?<tag>[A-Za-z]+):[ \t]*(?<value>\S.*)?$/
const PURL = /^\S+\s+purl\s+(?<purl>\S+)/
const BLANKS = /\s+/
const TEXT = '<text>'
const TEXT_END = '</text>'
/** The tags that begin an element other than a package. */
const OTHERS: ReadonlySet<string> = new Set(['FileName', 'SnippetSPDXID', 'SnippetSPDXIdentifier', 'LicenseID'])

export const spdxTagValue: FileFormat = {
  ...BILL,
  name: '*.spdx',
  specification: 'https://spdx.github.io/spdx-spec/v2.3/',
  versions: 'SPDX 2.1 to 2.3',
  names: { extensions: ['.spdx'], pattern: /\.spdx$/i },
  read,
  role: { kind: 'inventory', chain: { graph: text => graphOf(text, billIn(text)) } }
}

async function* read(text: string): AsyncGenerator<Entry> {
  if (SIGN.test(text)) yield* entriesOf(text, billIn(text))
}

/** A package whose lines are being read. */
interface OpenItem extends Item {
  readonly purls: Placed[]
}

function billIn(text: string): Bill {
  const items: OpenItem[] = []
  const gaps: GapEntry[] = []
  const relations: Relation[] = []
  let open: OpenItem | undefined
  let fault: SyntaxFault | undefined
  for (const { tag, value } of tagsIn(text)) {
    if (value instanceof SyntaxFault) fault = value
    else if (tag === undefined) gaps.push({ gap: 'expected "Tag: value"', text: value.text, at: value.at })
    else if (tag === 'SPDXVersion') {
      fault = unknownSpdx(value)
      if (fault) return { ...NO_BILL, fault }
    } else if (tag === 'PackageName') {
      open = { at: value.at, fullName: value.text, name: value, purls: [], isPackage: true }
      items.push(open)
    } else if (tag === 'Relationship') relations.push(relationIn(value.text))
    else if (OTHERS.has(tag)) open = undefined
    else if (open) addField(open, tag, value)
  }
  return billOf({ items, gaps }, relate(relations), fault)
}

function addField(item: OpenItem, tag: string, value: Placed): void {
  Object.assign(item, fieldOf(tag, value))
  const purl = tag === 'ExternalRef' ? PURL.exec(value.text)?.groups?.['purl'] : undefined
  if (purl !== undefined) item.purls.push({ text: purl, at: value.at + value.text.indexOf(purl) })
}

function fieldOf(tag: string, value: Placed): Partial<Item> {
  switch (tag) {
    case 'SPDXID':
      return { key: value.text }
    case 'PackageVersion':
      return defined({ version: filled({ kind: 'text', value: value.text, at: value.at }) })
    case 'PrimaryPackagePurpose':
      return { isPackage: isPackagePurpose(value.text) }
    default:
      return {}
  }
}

function relationIn(text: string): Relation {
  const [from = '', type = '', to = ''] = text.split(BLANKS)
  return { from, type, to }
}

/** Every tag with the first line of its value; a line of another shape has no tag. A fault ends the list. */
function* tagsIn(text: string): Generator<{ tag?: string; value: Placed | SyntaxFault }> {
  let opened: number | undefined
  for (const line of lines(text)) {
    if (opened !== undefined) {
      if (line.text.includes(TEXT_END)) opened = undefined
      continue
    }
    const conflict = conflictIn(line)
    if (conflict) {
      yield { value: conflict }
      return
    }
    const { tag, value = '' } = TAG.exec(line.text)?.groups ?? {}
    if (tag === undefined) {
      if (line.text.trim() !== '' && !line.text.startsWith('#')) yield { value: line }
      continue
    }
    const at = line.at + line.text.length - value.length
    const begin = value.indexOf(TEXT)
    if (begin >= 0 && !value.includes(TEXT_END, begin)) opened = at + begin
    yield { tag, value: { text: value.trimEnd(), at } }
  }
  if (opened !== undefined) yield { value: new SyntaxFault('unterminated text: expected "</text>"', opened) }
}
