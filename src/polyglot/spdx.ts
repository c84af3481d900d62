/**
 * The parts of SPDX 2 that are the same in JSON and in lines of tags and values;
 * https://spdx.github.io/spdx-spec/v2.3/.
 */

import { defined } from '../collections.ts'
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

/** The fault of a document in an unknown version; undefined for a known one. */
export function unknownSpdx({ text, at }: Placed): SyntaxFault | undefined {
  if (KNOWN.test(text)) return undefined
  const skipped = text.startsWith(PREFIX) ? PREFIX.length : 0
  return unknownVersion('SPDX version', text.slice(skipped), '2.1 to 2.3 and 3.0', at + skipped)
}

/** Whether a purpose, in any letter case, is that of a package which package managers install. */
export function isPackagePurpose(purpose: string | undefined): boolean {
  return purpose === undefined || PACKAGES.has(purpose.toUpperCase())
}

/** The relationships of an element that is needed only to develop, test or build the other one. */
const FOR_DEVELOPMENT: ReadonlySet<string> = new Set([
  'DEV_DEPENDENCY_OF',
  'TEST_DEPENDENCY_OF',
  'BUILD_DEPENDENCY_OF',
  'DEV_TOOL_OF',
  'TEST_TOOL_OF',
  'BUILD_TOOL_OF'
])

/** Which element needs which, those that are needed for development, and the elements that the document describes. */
export interface Related {
  readonly needs: Map<string, string[]>
  readonly developmentNeeds: Set<string>
  readonly described: Set<string>
}

/** Reads all relations of a document. */
export function relate(relations: Iterable<Relation>): Related {
  const needs = new Map<string, string[]>()
  const developmentNeeds = new Set<string>()
  const described = new Set<string>()
  const need = (from: string, to: string) => {
    const known = needs.get(from)
    if (known) known.push(to)
    else needs.set(from, [to])
  }
  for (const { from, type, to } of relations) {
    if (type === 'DEPENDS_ON') need(from, to)
    else if (FOR_DEVELOPMENT.has(type)) developmentNeeds.add(from)
    else if (type.endsWith('DEPENDENCY_OF')) need(to, from)
    else if (type === 'DESCRIBES' && from === DOCUMENT) described.add(to)
    else if (type === 'DESCRIBED_BY' && to === DOCUMENT) described.add(from)
  }
  return { needs, developmentNeeds, described }
}

/**
 * The bill of a document. A package that the document describes needs no package URL; if there is only one, it is the
 * project.
 */
export function billOf(
  { items, gaps }: Pick<Bill, 'items' | 'gaps'>,
  { needs, developmentNeeds, described }: Related,
  fault: SyntaxFault | undefined
): Bill {
  const [project] = described
  return defined({
    items: items.map(item =>
      item.key !== undefined && described.has(item.key) ? { ...item, isPackage: false } : item
    ),
    gaps,
    needs,
    developmentNeeds: developmentNeeds.size > 0 ? developmentNeeds : undefined,
    project: described.size === 1 ? project : undefined,
    fault
  })
}
