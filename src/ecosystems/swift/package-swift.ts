/**
 * `Package.swift`: what a Swift package asks for.
 * Specification: https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html. Leaves out on purpose:
 * targets and products, conditions, and everything that would have to be run: a computed version is a placeholder.
 */

import { type Requirement, sourceRequirement } from '../../model/dependency.ts'
import { extent, type Group, isMark, onlyText, type Piece, type Token } from '../../syntax/brackets.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { readSwift } from './swift.ts'
import { manifestUpgrade } from './upgrade.ts'

/** The requirement of a package, and where it stands. */
interface Asked {
  readonly requirement: Requirement
  readonly at: number
}

const RANGES = new Set(['upToNextMajor', 'upToNextMinor'])
/** What the parts of a dependency are called that say nothing of its version. */
const OTHERS = new Set(['name', 'url', 'id', 'path', 'traits', 'moduleAliases'])

export const packageSwift: FileFormat = {
  name: 'Package.swift',
  role: { kind: 'manifest' },
  specification: 'https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html',
  names: { pattern: /(?:^|\/)Package(?:@swift-\d{1,3}(?:\.\d{1,3}){0,2})?\.swift$/ },
  read,
  upgrade: manifestUpgrade
}

function* read(text: string): Generator<Entry> {
  const { pieces, fault } = readSwift(text)
  yield* walk(pieces)
  if (fault) throw fault

  function* walk(row: readonly Piece[]): Generator<Entry> {
    for (const [index, piece] of row.entries()) {
      if (piece.kind !== 'group') continue
      const [dot, name] = [row[index - 2], row[index - 1]]
      const isPackage = isMark(dot, '.') && name?.kind === 'name' && name.value === 'package'
      if (isPackage && piece.open === '(' && piece.closed) yield dependency(piece)
      else for (const slot of piece.slots) yield* walk(slot)
    }
  }

  /** `.package(url: "…", from: "…")` and its other forms. */
  function dependency({ slots, start, end }: Group): Entry {
    const url = labelled(slots, 'url') ?? labelled(slots, 'id')
    const name = url ?? labelled(slots, 'path')
    if (!name) return { gap: 'the address of this package is computed', text: text.slice(start, end), at: start }
    if (!url) return entryAt(text, { name: name.value, ...inFolder(name), direct: true })
    return entryAt(text, { name: name.value, ...asked(slots, url), direct: true })
  }

  function asked(slots: Group['slots'], url: Token): Asked {
    const slot = slots.find(([first]) => !(first?.kind === 'label' && OTHERS.has(first.value)))
    const [first, second, third] = slot ?? []
    if (!slot || !first) return { requirement: { kind: 'none' }, at: url.at }
    if (first.kind === 'label') return stated(first.value, slot, slot.slice(1), url)
    if (isMark(first, '.') && second?.kind === 'name' && third?.kind === 'group' && slot.length === 3) {
      const [inner, ...more] = third.slots
      const from = inner?.[0]
      if (inner && more.length === 0) {
        if (!RANGES.has(second.value)) return stated(second.value, slot, inner, url)
        if (from?.kind === 'label' && from.value === 'from') return version(slot, inner.slice(1), true)
      }
    }
    const isRange = isMark(second, '..<', '...') && slot.length === 3 && first.kind === 'text' && third?.kind === 'text'
    return isRange && first.exact && third.exact ? whole(slot, 'range') : whole(slot, 'version')
  }

  /** What one word says of a version: `from`, `exact`, `branch`, `revision`. */
  function stated(word: string, slot: readonly Piece[], value: readonly Piece[], url: Token): Asked {
    if (word === 'from' || word === 'exact') return version(slot, value, word === 'from')
    const literal = onlyText(value)
    if (!literal || (word !== 'branch' && word !== 'revision')) return whole(slot, 'version')
    return {
      requirement: sourceRequirement(literal.value, { url: url.value, [word]: literal.value }),
      at: literal.at
    }
  }

  /** A literal version, alone or as the start of a range; anything else is a placeholder. */
  function version(slot: readonly Piece[], value: readonly Piece[], isRange: boolean): Asked {
    const literal = onlyText(value)
    if (!literal) return whole(value.length > 0 ? value : slot, 'version')
    if (isRange && literal.exact) return whole(slot, 'range')
    return { requirement: { kind: 'version', text: literal.value }, at: literal.at }
  }

  function whole(slot: readonly Piece[], kind: 'version' | 'range'): Asked {
    const { start, end } = extent(slot)
    return { requirement: { kind, text: text.slice(start, end) }, at: start }
  }
}

function inFolder(path: Token): Asked {
  return { requirement: { kind: 'source', text: path.value }, at: path.at }
}

/** The literal behind a label. */
function labelled(slots: Group['slots'], label: string): Token | undefined {
  const slot = slots.find(([first]) => first?.kind === 'label' && first.value === label)
  return onlyText(slot?.slice(1))
}
