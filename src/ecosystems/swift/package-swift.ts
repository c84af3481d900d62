/**
 * `Package.swift`: the requirements of a Swift package.
 * Specification: https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html. Deliberately
 * ignored: targets, products and conditions. Nothing is run: a computed version is a placeholder.
 */

import { sourceRequirement } from '../../model/dependency.ts'
import { extent, type Group, isMark, onlyText, type Piece, type Token } from '../../syntax/brackets.ts'
import type { Entry, FileFormat, PlacedRequirement } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { readSwift } from './swift.ts'
import { manifestUpgrade } from './upgrade.ts'

const RANGES = new Set(['upToNextMajor', 'upToNextMinor'])
/** The labels of a dependency that do not concern its version. */
const OTHERS = new Set(['name', 'url', 'id', 'path', 'traits', 'moduleAliases'])

export const packageSwift: FileFormat = {
  name: 'Package.swift',
  role: { kind: 'manifest' },
  specification: 'https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html',
  comments: 'slashes',
  names: { extensions: ['.swift'], pattern: /(?:^|\/)Package(?:@swift-\d{1,3}(?:\.\d{1,3}){0,2})?\.swift$/ },
  read,
  prescreen: { members: /\bpath\b/ },
  upgrade: manifestUpgrade
}

function* read(text: string): Generator<Entry> {
  const { pieces, fault } = readSwift(text)
  yield* new PackageReader(text).entries(pieces)
  if (fault) throw fault
}

class PackageReader {
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  *entries(row: readonly Piece[]): Generator<Entry> {
    for (const [index, piece] of row.entries()) {
      if (piece.kind !== 'group') continue
      const [dot, name] = [row[index - 2], row[index - 1]]
      const isPackage = isMark(dot, '.') && name?.kind === 'name' && name.value === 'package'
      if (isPackage && piece.open === '(' && piece.closed) {
        yield this.dependency(withLabels(piece))
        const path = labelled(piece.slots, 'path')
        if (path) yield { member: path.value, apart: true, at: path.at }
      } else for (const slot of piece.slots) yield* this.entries(slot)
    }
  }

  /** `.package(url: "…", from: "…")` and its other forms. */
  private dependency({ slots, start, end }: Group): Entry {
    const url = labelled(slots, 'url') ?? labelled(slots, 'id')
    const name = url ?? labelled(slots, 'path')
    if (!name) return { gap: 'the package URL is an expression', text: this.text.slice(start, end), at: start }
    const found = url ? this.requirement(slots, url) : inFolder(name)
    return entryAt(this.text, { name: name.value, ...found, direct: true })
  }

  private requirement(slots: Group['slots'], url: Token): PlacedRequirement {
    const slot = slots.find(([first]) => !(first?.kind === 'label' && OTHERS.has(first.value)))
    const [first, second, third] = slot ?? []
    if (!slot || !first) return { requirement: { kind: 'none' }, at: url.at }
    if (first.kind === 'label') return this.worded(first.value, slot, slot.slice(1), url)
    const called = this.called(slot, url)
    if (called) return called
    const isRange = isMark(second, '..<', '...') && slot.length === 3 && first.kind === 'text' && third?.kind === 'text'
    return this.whole(slot, isRange && first.exact && third.exact ? 'range' : 'version')
  }

  /** `.exact("…")`, `.upToNextMajor(from: "…")` and the like; undefined for any other slot. */
  private called(slot: readonly Piece[], url: Token): PlacedRequirement | undefined {
    const [dot, name, group] = slot
    const isCall = isMark(dot, '.') && name?.kind === 'name' && group?.kind === 'group' && slot.length === 3
    if (!isCall || group.slots.length !== 1) return undefined
    const [inner = []] = withLabels(group).slots
    if (!RANGES.has(name.value)) return this.worded(name.value, slot, inner, url)
    const [from, ...value] = inner
    return from?.kind === 'label' && from.value === 'from' ? this.version(slot, value, true) : undefined
  }

  /** A requirement by one word: `from`, `exact`, `branch`, `revision`. */
  private worded(word: string, slot: readonly Piece[], value: readonly Piece[], url: Token): PlacedRequirement {
    if (word === 'from' || word === 'exact') return this.version(slot, value, word === 'from')
    const literal = onlyText(value)
    if (!literal || (word !== 'branch' && word !== 'revision')) return this.whole(slot, 'version')
    const facts = { url: url.value, [word]: literal.value }
    return { requirement: sourceRequirement(literal.value, facts), at: literal.at }
  }

  /** A literal version, alone or as the start of a range; anything else is a placeholder. */
  private version(slot: readonly Piece[], value: readonly Piece[], isRange: boolean): PlacedRequirement {
    const literal = onlyText(value)
    if (!literal) return this.whole(value.length > 0 ? value : slot, 'version')
    if (isRange && literal.exact) return this.whole(slot, 'range')
    return { requirement: { kind: 'version', text: literal.value }, at: literal.at }
  }

  private whole(slot: readonly Piece[], kind: 'version' | 'range'): PlacedRequirement {
    const { start, end } = extent(slot)
    return { requirement: { kind, text: this.text.slice(start, end) }, at: start }
  }
}

/** The arguments of a call, with blanks allowed before the colon of a label. */
function withLabels(call: Group): Group {
  const slots = call.slots.map(slot => {
    const [name, colon, ...value] = slot
    return name?.kind === 'name' && isMark(colon, ':') ? [{ ...name, kind: 'label' as const }, ...value] : slot
  })
  return { ...call, slots }
}

function inFolder(path: Token): PlacedRequirement {
  return { requirement: { kind: 'source', text: path.value }, at: path.at }
}

/** The literal after a label. */
function labelled(slots: Group['slots'], label: string): Token | undefined {
  const slot = slots.find(([first]) => first?.kind === 'label' && first.value === label)
  return onlyText(slot?.slice(1))
}
