/**
 * SPDX 3 in JSON-LD: one list of elements, in the compact form that the specification prescribes.
 * Specification: https://spdx.github.io/spdx-spec/v3.0.1/serializations/. Deliberately ignored: documents of a single
 * element without `@graph`; elements of other profiles than Core and Software.
 */

import { defined } from '../collections.ts'
import type { GapEntry } from '../ecosystems/file-format.ts'
import { gapFor } from '../ecosystems/gap.ts'
import { type SyntaxFault, unknownVersion } from '../syntax/fault.ts'
import type { Placed } from '../syntax/lines.ts'
import { child, items, type TreeNode, textOf, words } from '../syntax/tree.ts'
import { type Bill, filled, type Item } from './bill.ts'
import { billOf, isPackagePurpose, type Relation, relate } from './spdx.ts'

const CONTEXT = /^https?:\/\/spdx\.org\/rdf\/(?<version>[^/]+)\//
const KNOWN = /^3\.0(?:\.\d+)?$/
const NEEDS: ReadonlySet<string> = new Set(['dependsOn', 'hasOptionalDependency', 'hasProvidedDependency'])

/** The scopes of a relationship by https://spdx.github.io/spdx-spec/v3.0.1/model/Core/Vocabularies/LifecycleScopeType/. */
const FOR_DEVELOPMENT: ReadonlySet<string> = new Set(['development', 'test', 'build'])

/** Reads a document; undefined if it is not SPDX 3. */
export function spdx3Bill(document: TreeNode, broken: SyntaxFault | undefined): Bill | undefined {
  const version = versionOf(document)
  if (!version) return undefined
  const unknown = unknownSpdx3(version)
  const found: Item[] = []
  const gaps: GapEntry[] = []
  const relations: Relation[] = []
  const roots = new Set<string>()
  const graph = unknown ? undefined : child(document, '@graph')
  if (graph && graph.kind !== 'list') gaps.push(gapFor(graph, 'expected a list of elements'))
  for (const element of items(graph)) {
    if (oneOf(element, 'type', '@type') === 'software_Package') found.push(itemOf(element))
    else if (element.kind !== 'map') gaps.push(gapFor(element, 'expected an element'))
    else if (NEEDS.has(oneOf(element, 'relationshipType') ?? '')) relations.push(...relationsOf(element))
    else for (const root of textsOf(child(element, 'rootElement'))) roots.add(root)
  }
  const described = new Set(found.flatMap(({ key }) => (key !== undefined && roots.has(key) ? key : [])))
  return billOf({ items: found, gaps }, { ...relate(relations), described }, unknown ?? broken)
}

function unknownSpdx3({ text, at }: Placed): SyntaxFault | undefined {
  return KNOWN.test(text) ? undefined : unknownVersion('SPDX version', text, '2.1 to 2.3 and 3.0', at)
}

/** One relation for each element that the first one needs, in the words of SPDX 2. */
function relationsOf(element: TreeNode): Relation[] {
  const from = oneOf(element, 'from') ?? ''
  const isForDevelopment = FOR_DEVELOPMENT.has(oneOf(element, 'scope') ?? '')
  return textsOf(child(element, 'to')).map(to =>
    isForDevelopment ? { from: to, type: 'DEV_DEPENDENCY_OF', to: from } : { from, type: 'DEPENDS_ON', to }
  )
}

function versionOf(document: TreeNode): Placed | undefined {
  for (const context of each(child(document, '@context'))) {
    const version = context.kind === 'text' ? CONTEXT.exec(context.value)?.groups?.['version'] : undefined
    if (context.kind === 'text' && version !== undefined) {
      return { text: version, at: context.at + context.value.indexOf(version) }
    }
  }
  return undefined
}

function itemOf(element: TreeNode): Item {
  const key = oneOf(element, 'spdxId', '@id')
  const [name, version, url] = ['name', 'software_packageVersion', 'software_packageUrl'].map(field =>
    filled(textOf(element, field))
  )
  const identifiers = each(child(element, 'externalIdentifier')).flatMap(identifier => {
    const isPurl = textOf(identifier, 'externalIdentifierType')?.value === 'packageUrl'
    return (isPurl ? filled(textOf(identifier, 'identifier')) : undefined) ?? []
  })
  return defined({
    key,
    at: name?.at ?? element.at,
    fullName: name?.text ?? words(element),
    name,
    version,
    // A package may have its URL in both places.
    purls: url ? [url, ...identifiers.filter(({ text }) => text !== url.text)] : identifiers,
    isPackage: isPackagePurpose(textOf(element, 'software_primaryPurpose')?.value)
  })
}

/** The text of the first field that the element has. */
function oneOf(element: TreeNode, ...fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const found = textOf(element, field)
    if (found) return found.value
  }
  return undefined
}

/** The values of a member, which is one value or a list of values in JSON-LD. */
function each(node: TreeNode | undefined): readonly TreeNode[] {
  if (!node) return []
  return node.kind === 'list' ? node.items : [node]
}

function textsOf(node: TreeNode | undefined): readonly string[] {
  return each(node).flatMap(one => (one.kind === 'text' ? [one.value] : []))
}
