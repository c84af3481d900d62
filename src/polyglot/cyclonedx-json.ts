/**
 * CycloneDX in JSON.
 * Specification: https://cyclonedx.org/docs/1.7/json/. Deliberately ignored: `metadata`, which describes the project
 * and the tools; `services`, `vulnerabilities` and `formulation`; `externalReferences` and `pedigree`, which describe
 * the origin of a package and do not identify it.
 */

import { defined } from '../collections.ts'
import type { GapEntry } from '../ecosystems/file-format.ts'
import { gapFor } from '../ecosystems/gap.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { child, items, members, type TreeNode, textOf, textOrScalar, words } from '../syntax/tree.ts'
import { type Bill, filled, type Item } from './bill.ts'
import { isPackageType, scopeOfComponent, unknownCycloneDx } from './cyclonedx.ts'

/** Reads a document; undefined if it is not CycloneDX. One that breaks off may lack the field `bomFormat`. */
export function cycloneDxBill(document: TreeNode, broken: SyntaxFault | undefined): Bill | undefined {
  const isCut = broken !== undefined && !child(document, 'bomFormat') && child(document, 'components') !== undefined
  if (textOf(document, 'bomFormat')?.value !== 'CycloneDX' && !isCut) return undefined
  const version = textOrScalar(document, 'specVersion')
  const missing = broken ?? new SyntaxFault('expected "specVersion"', document.at)
  const fault = version ? (unknownCycloneDx(version) ?? broken) : missing
  const found: { items: Item[]; gaps: GapEntry[] } = { items: [], gaps: [] }
  if (fault === broken) readComponents(child(document, 'components'), found)
  const project = textOf(document, 'metadata', 'component', 'bom-ref')?.value
  const needs = new Map(items(child(document, 'dependencies')).flatMap(needsIn))
  return defined({ ...found, needs, project, fault })
}

function readComponents(list: TreeNode | undefined, found: { items: Item[]; gaps: GapEntry[] }): void {
  if (list && list.kind !== 'list') found.gaps.push(gapFor(list, 'expected a list of components'))
  for (const component of items(list)) {
    if (component.kind === 'map') {
      found.items.push(itemOf(component))
      readComponents(child(component, 'components'), found)
    } else found.gaps.push(gapFor(component, 'expected a component'))
  }
}

function itemOf(component: TreeNode): Item {
  const [key, group, name, purl] = ['bom-ref', 'group', 'name', 'purl'].map(field => filled(textOf(component, field)))
  const version = filled(textOf(component, 'version')) ?? filled(textOf(component, 'versionRange'))
  return defined({
    key: key?.text,
    at: name?.at ?? component.at,
    fullName: name ? [group, name].flatMap(part => part?.text ?? []).join('/') : ownWords(component),
    name,
    version,
    purls: purl ? [purl] : [],
    scope: scopeOfComponent(textOf(component, 'scope')?.value, propertiesOf(component)),
    isPackage: isPackageType(textOf(component, 'type')?.value)
  })
}

function propertiesOf(component: TreeNode) {
  return items(child(component, 'properties')).map(property => ({
    name: textOf(property, 'name')?.value,
    value: textOf(property, 'value')?.value
  }))
}

/** The words of a component without those of the components inside it, which are items of their own. */
function ownWords(component: TreeNode): string {
  const own = members(component).filter(({ key }) => key !== 'components')
  return words({ kind: 'map', members: own, at: component.at })
}

function needsIn(dependency: TreeNode): [string, string[]][] {
  const ref = textOf(dependency, 'ref')?.value
  const needs = items(child(dependency, 'dependsOn')).flatMap(need => (need.kind === 'text' ? [need.value] : []))
  return ref === undefined ? [] : [[ref, needs]]
}
