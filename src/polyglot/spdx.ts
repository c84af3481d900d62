/** What SPDX 2 says alike in JSON and in lines of tags and values; https://spdx.github.io/spdx-spec/v2.3/. */

import { type SyntaxFault, unknownVersion } from '../syntax/fault.ts'
import type { Placed } from '../syntax/lines.ts'
import type { Bill } from './bill.ts'

/** One relationship: `from` and `to` are identifiers, `type` is in the words of SPDX 2. */
export interface Relation {
  readonly from: string
  readonly type: string
  readonly to: string
}

const KNOWN = /^SPDX-2\.[1-3]$/
const PREFIX = 'SPDX-'
const DOCUMENT = 'SPDXRef-DOCUMENT'
const PACKAGES: ReadonlySet<string> = new Set(['LIBRARY', 'FRAMEWORK'])

/** The fault of a document in a version that is not known. */
export function unknownSpdx({ text, at }: Placed): SyntaxFault | undefined {
  if (KNOWN.test(text)) return undefined
  const skipped = text.startsWith(PREFIX) ? PREFIX.length : 0
  return unknownVersion('SPDX version', text.slice(skipped), '2.1 to 2.3 and 3.0 are', at + skipped)
}

/** Whether a purpose, in any letter case, is that of what package managers install. */
export function isPackagePurpose(purpose: string | undefined): boolean {
  return purpose === undefined || PACKAGES.has(purpose.toUpperCase())
}

/** What the relations say: who needs whom, and what the document describes. */
export function relate(relations: Iterable<Relation>): { needs: Map<string, string[]>; described: Set<string> } {
  const needs = new Map<string, string[]>()
  const described = new Set<string>()
  const need = (from: string, to: string) => {
    const known = needs.get(from)
    if (known) known.push(to)
    else needs.set(from, [to])
  }
  for (const { from, type, to } of relations) {
    if (type === 'DEPENDS_ON') need(from, to)
    else if (type.endsWith('DEPENDENCY_OF')) need(to, from)
    else if (type === 'DESCRIBES' && from === DOCUMENT) described.add(to)
    else if (type === 'DESCRIBED_BY' && to === DOCUMENT) described.add(from)
  }
  return { needs, described }
}

/**
 * The bill of a document: the one package that it describes is the project. A document that describes several lists them in
 * this way; they are what it is about, so that none of them is missed for having no package URL.
 */
export function billOf(
  { items, gaps }: Pick<Bill, 'items' | 'gaps'>,
  { needs, described }: ReturnType<typeof relate>,
  fault: SyntaxFault | undefined
): Bill {
  const [project] = described
  return {
    items: items.map(item =>
      item.key !== undefined && described.has(item.key) ? { ...item, isPackage: false } : item
    ),
    gaps,
    needs,
    ...(project !== undefined && described.size === 1 ? { project } : {}),
    ...(fault ? { fault } : {})
  }
}
