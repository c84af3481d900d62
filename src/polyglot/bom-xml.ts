/**
 * CycloneDX in XML, under the usual file names and any other one.
 * Specification: https://cyclonedx.org/docs/1.7/xml/. Deliberately ignored: the same as in `cyclonedx-json.ts`, and
 * files of another namespace.
 */

import { defined } from '../collections.ts'
import type { Entry, FileFormat } from '../ecosystems/file-format.ts'
import { childElement, childElements, elementWords, parseXml, type XmlElement } from '../syntax/xml.ts'
import { BILL, type Bill, billNames, entriesOf, filled, graphOf, type Item, NO_BILL } from './bill.ts'
import { CYCLONEDX_VERSIONS, isPackageType, scopeOfComponent, unknownCycloneDx } from './cyclonedx.ts'

/** Part of every bill. */
const SIGN = /cyclonedx\.org\/schema\/bom\//
const NAMESPACE = /^https?:\/\/cyclonedx\.org\/schema\/bom\/(?<version>[^/]+)$/
const ROOT = 'bom'

/** Puts the prefix of the namespace before each name of a path. */
type Qualify = (...path: readonly string[]) => readonly string[]

export const bomXml: FileFormat = {
  ...BILL,
  name: 'bom.xml',
  specification: 'https://cyclonedx.org/docs/1.7/xml/',
  versions: CYCLONEDX_VERSIONS,
  names: billNames('xml'),
  read,
  role: { kind: 'inventory', chain: { graph: text => graphOf(text, billIn(text) ?? NO_BILL) } }
}

/** A bill whose name does not tell that it is one. */
export const otherXml: FileFormat = {
  ...bomXml,
  name: '*.xml',
  names: { endings: ['.xml'] },
  prescreen: { ...BILL.prescreen, marker: SIGN }
}

async function* read(text: string): AsyncGenerator<Entry> {
  yield* entriesOf(text, billIn(text) ?? NO_BILL)
}

function billIn(text: string): Bill | undefined {
  if (!SIGN.test(text)) return undefined
  const { root, fault: broken } = parseXml(text)
  if (!root?.name.endsWith(ROOT)) return undefined
  // With the root `cdx:bom`, every name of the namespace has the prefix `cdx:`.
  const prefix = root.name.slice(0, -ROOT.length)
  const namespace = root.attributes.get(prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`)
  const version = NAMESPACE.exec(namespace?.value ?? '')?.groups?.['version']
  if (!namespace || version === undefined) return undefined
  const unknown = unknownCycloneDx({ text: version, at: namespace.at + namespace.value.lastIndexOf(version) })
  const within: Qualify = (...path) => path.map(name => prefix + name)
  const fault = unknown ?? broken
  const project = filled(childElement(root, ...within('metadata', 'component'))?.attributes.get('bom-ref'))?.text
  const items: Item[] = []
  if (!unknown) {
    for (const one of childElements(root, ...within('components', 'component'))) addItems(one, within, items)
  }
  const needs = new Map(childElements(root, ...within('dependencies', 'dependency')).map(one => needsIn(one, within)))
  return defined({ items, gaps: [], needs, project, fault })
}

/** Adds a component and those inside it. */
function addItems(component: XmlElement, within: Qualify, items: Item[]): void {
  const field = (name: string) => filled(childElement(component, ...within(name))?.content)
  const [group, name, purl] = [field('group'), field('name'), field('purl')]
  const version = field('version') ?? field('versionRange')
  const key = component.attributes.get('bom-ref')?.value
  const properties = childElements(component, ...within('properties', 'property')).map(property => ({
    name: property.attributes.get('name')?.value,
    value: property.content?.value
  }))
  const item = {
    key,
    at: name?.at ?? component.at,
    fullName: name ? [group, name].flatMap(part => part?.text ?? []).join('/') : ownWords(component, within),
    name,
    version,
    purls: purl ? [purl] : [],
    scope: scopeOfComponent(field('scope')?.text, properties),
    isPackage: isPackageType(component.attributes.get('type')?.value)
  }
  items.push(defined(item))
  for (const inner of childElements(component, ...within('components', 'component'))) addItems(inner, within, items)
}

/** The words of a component without those of the components inside it, which are items of their own. */
function ownWords(component: XmlElement, within: Qualify): string {
  const [nested] = within('components')
  return elementWords({ ...component, children: component.children.filter(({ name }) => name !== nested) })
}

function needsIn(dependency: XmlElement, within: Qualify): readonly [string, readonly string[]] {
  const refOf = ({ attributes }: XmlElement) => attributes.get('ref')?.value ?? ''
  return [refOf(dependency), childElements(dependency, ...within('dependency')).map(refOf)]
}
