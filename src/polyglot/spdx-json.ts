/**
 * SPDX 2 in JSON, which is also what GitHub exports.
 * Specification: https://spdx.github.io/spdx-spec/v2.3/. Deliberately ignored: files and snippets; external references
 * other than package URLs; the notations YAML, XML and RDF, which hardly any tool writes by default.
 */

import { defined } from '../collections.ts'
import type { GapEntry } from '../ecosystems/file-format.ts'
import { gapFor } from '../ecosystems/gap.ts'
import type { SyntaxFault } from '../syntax/fault.ts'
import { child, items, type TreeNode, textOf, words } from '../syntax/tree.ts'
import { type Bill, filled, type Item } from './bill.ts'
import { billOf, isPackagePurpose, type Relation, relate, unknownSpdx } from './spdx.ts'

/** Reads a document; undefined if it is not SPDX 2. */
export function spdxBill(document: TreeNode, broken: SyntaxFault | undefined): Bill | undefined {
  const version = textOf(document, 'spdxVersion')
  if (!version) return undefined
  const unknown = unknownSpdx({ text: version.value, at: version.at })
  const found: Item[] = []
  const gaps: GapEntry[] = []
  const packages = unknown ? undefined : child(document, 'packages')
  if (packages && packages.kind !== 'list') gaps.push(gapFor(packages, 'expected a list of packages'))
  for (const one of items(packages)) {
    if (one.kind === 'map') found.push(itemOf(one))
    else gaps.push(gapFor(one, 'expected a package'))
  }
  const related = relate(relationsIn(document))
  for (const one of items(child(document, 'documentDescribes'))) {
    if (one.kind === 'text') related.described.add(one.value)
  }
  return billOf({ items: found, gaps }, related, unknown ?? broken)
}

function itemOf(one: TreeNode): Item {
  const [key, name, version] = ['SPDXID', 'name', 'versionInfo'].map(field => filled(textOf(one, field)))
  return defined({
    key: key?.text,
    at: name?.at ?? one.at,
    fullName: name?.text ?? words(one),
    name,
    version,
    purls: items(child(one, 'externalRefs')).flatMap(reference => {
      const isPurl = textOf(reference, 'referenceType')?.value === 'purl'
      return (isPurl ? filled(textOf(reference, 'referenceLocator')) : undefined) ?? []
    }),
    isPackage: isPackagePurpose(textOf(one, 'primaryPackagePurpose')?.value)
  })
}

function* relationsIn(document: TreeNode): Generator<Relation> {
  for (const one of items(child(document, 'relationships'))) {
    const [from, type, to] = ['spdxElementId', 'relationshipType', 'relatedSpdxElement'].map(
      field => textOf(one, field)?.value
    )
    if (from !== undefined && type !== undefined && to !== undefined) yield { from, type, to }
  }
}
