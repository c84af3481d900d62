/**
 * SPDX 3 in JSON-LD: one list of elements, in the compact form that the specification prescribes.
 * Specification: https://spdx.github.io/spdx-spec/v3.0.1/serializations/. Leaves out on purpose: documents of a single element
 * without `@graph`; elements of other profiles than Core and Software.
 */

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

/** Reads a document; undefined for one that is no SPDX 3. */
export function spdx3Bill(document: TreeNode, broken: SyntaxFault | undefined): Bill | undefined {
  const version = versionOf(document)
  if (!version) return undefined
  const unknown = KNOWN.test(version.text)
    ? undefined
    : unknownVersion('SPDX version', version.text, '2.1 to 2.3 and 3.0 are', version.at)
  const found: Item[] = []
  const gaps: GapEntry[] = []
  const relations: Relation[] = []
  const roots = new Set<string>()
  const graph = unknown ? undefined : child(document, '@graph')
  if (graph && graph.kind !== 'list') gaps.push(gapFor(graph, 'expected a list of elements'))
  for (const element of items(graph)) {
    const type = oneOf(element, 'type', '@type')
    if (type === 'software_Package') found.push(itemOf(element))
    else if (element.kind !== 'map') gaps.push(gapFor(element, 'expected an element'))
    else if (NEEDS.has(oneOf(element, 'relationshipType') ?? '')) {
      const from = oneOf(element, 'from') ?? ''
      for (const to of textsOf(child(element, 'to'))) relations.push({ from, type: 'DEPENDS_ON', to })
    } else for (const root of textsOf(child(element, 'rootElement'))) roots.add(root)
  }
  const described = new Set(found.flatMap(({ key }) => (key !== undefined && roots.has(key) ? key : [])))
  return billOf({ items: found, gaps }, { ...relate(relations), described }, unknown ?? broken)
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
  return {
    ...(key === undefined ? {} : { key }),
    at: name?.at ?? element.at,
    fullName: name?.text ?? words(element),
    ...(name ? { name } : {}),
    ...(version ? { version } : {}),
    // The same package may be named in both ways.
    purls: url ? [url, ...identifiers.filter(({ text }) => text !== url.text)] : identifiers,
    isPackage: isPackagePurpose(textOf(element, 'software_primaryPurpose')?.value)
  }
}

/** The first of several fields that is there. */
function oneOf(element: TreeNode, ...fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const found = textOf(element, field)
    if (found) return found.value
  }
  return undefined
}

/** JSON-LD writes one value or a list of them. */
function each(node: TreeNode | undefined): readonly TreeNode[] {
  if (!node) return []
  return node.kind === 'list' ? node.items : [node]
}

function textsOf(node: TreeNode | undefined): readonly string[] {
  return each(node).flatMap(one => (one.kind === 'text' ? [one.value] : []))
}
