/**
 * The statements of an MSBuild file in the order in which MSBuild evaluates them: properties, imports and package items, each
 * with the conditions of all elements around it.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/msbuild-project-file-schema-reference.
 */

import { defined } from '../../collections.ts'
import type { XmlElement, XmlText } from '../../syntax/xml.ts'

/** A condition as it is written. All statements of a group share that of the group, which is evaluated once. */
export interface WrittenCondition {
  readonly text: string
  readonly isNegated?: true
  /** Set for the branches of a choice, which MSBuild chooses together with the properties, before it evaluates items. */
  readonly isOfChoice?: true
}

/** A condition; `undecidable` is what only a build knows, `never` for one that is known to fail. */
export type Condition = WrittenCondition | 'undecidable' | 'never'

interface Conditional {
  /** All of them must hold. */
  readonly conditions: readonly Condition[]
}

/** A value that may hold under conditions. */
export interface ConditionalText extends Conditional {
  readonly text: XmlText
}

/** An element that sets a property. */
export interface PropertyStatement extends Conditional {
  readonly kind: 'property'
  /** In lower case. */
  readonly name: string
  readonly value: XmlText
}

/** An element that imports a file, or an SDK. */
export interface ImportStatement extends Conditional {
  readonly kind: 'import'
  readonly project?: XmlText
  readonly sdk?: string
}

/** An element that adds, updates or removes packages. */
export interface ItemStatement extends Conditional {
  readonly kind: 'item'
  /** In lower case. */
  readonly type: string
  readonly element: XmlElement
  readonly include?: XmlText
  readonly update?: XmlText
  readonly remove?: XmlText
  readonly versions: readonly ConditionalText[]
  readonly overrides: readonly ConditionalText[]
  /** Whether its assets are private to the project: a package to build or test with. */
  readonly isPrivate: boolean
}

/** Anything that matters for the versions of packages. */
export type Statement = PropertyStatement | ImportStatement | ItemStatement

/** The items that name packages, in lower case. */
export const PACKAGE_ITEMS: ReadonlySet<string> = new Set([
  'packagereference',
  'packagedownload',
  'packageversion',
  'globalpackagereference'
])

/** Conditions around one element that are looked at; no real file comes near it. */
const MOST_CONDITIONS = 20

/** An element with the facts that follow from the elements around it. */
interface NestedElement extends Conditional {
  readonly element: XmlElement
  /** The name of the element around it, in lower case. */
  readonly parent: string
}

/** An attribute by its name (in lower case), which MSBuild and NuGet match in any case. */
export function attribute(element: XmlElement, name: string): XmlText | undefined {
  for (const [key, text] of element.attributes) if (key.toLowerCase() === name) return text
  return undefined
}

/** The statements below a root element. An element that a fault cuts off may have lost its version, and is none. */
export function* statementsIn(root: XmlElement): Generator<Statement> {
  for (const nested of elementsIn(root)) {
    const { element, parent, conditions } = nested
    const name = element.name.toLowerCase()
    if (!element.closed) continue
    if (parent === 'propertygroup') yield { kind: 'property', name, value: element.content, conditions }
    else if (name === 'import' || name === 'sdk') yield importOf(nested)
    // Item definitions set defaults and name no packages.
    else if (PACKAGE_ITEMS.has(name) && parent !== 'itemdefinitiongroup') yield itemOf(nested)
  }
}

/** The SDKs that the root element names. */
export function sdksOf(root: XmlElement): readonly string[] {
  return attribute(root, 'sdk')?.value.split(';') ?? []
}

function importOf({ element, conditions }: NestedElement): ImportStatement {
  const sdk = attribute(element, 'sdk') ?? attribute(element, 'name')
  return { kind: 'import', conditions, ...defined({ project: attribute(element, 'project'), sdk: sdk?.value }) }
}

function itemOf({ element, conditions }: NestedElement): ItemStatement {
  const [include, update, remove] = ['include', 'update', 'remove'].map(name => attribute(element, name))
  return {
    kind: 'item',
    type: element.name.toLowerCase(),
    element,
    conditions,
    versions: metadata(element, 'version'),
    overrides: metadata(element, 'versionoverride'),
    isPrivate: metadata(element, 'privateassets').some(({ text }) => /\ball\b/i.test(text.value)),
    ...defined({ include, update, remove })
  }
}

/** The values of an attribute and of the child elements of a name (in lower case). */
function metadata(element: XmlElement, name: string): readonly ConditionalText[] {
  const written = attribute(element, name)
  const children = element.children.filter(child => child.name.toLowerCase() === name)
  return [
    ...(written ? [{ text: written, conditions: [] }] : []),
    ...children.map(child => ({ text: child.content, conditions: conditionsOf(child) }))
  ]
}

/** Every element in the order of the text. */
function* elementsIn(root: XmlElement): Generator<NestedElement> {
  const open: NestedElement[] = [{ element: root, parent: '', conditions: [] }]
  for (let nested = open.pop(); nested; nested = open.pop()) {
    yield nested
    for (const child of childrenOf(nested).toReversed()) open.push(child)
  }
}

function childrenOf({ element, conditions }: NestedElement): NestedElement[] {
  const parent = element.name.toLowerCase()
  const isChoice = parent === 'choose'
  const before: Condition[] = []
  return element.children.map(child => {
    const own = conditionsOf(child).map(one => (isChoice ? { ...one, isOfChoice: true as const } : one))
    // A target is run after the evaluation, if at all.
    const around: readonly Condition[] = child.name.toLowerCase() === 'target' ? ['undecidable'] : []
    const all = [...conditions, ...around, ...before, ...own]
    // Of the branches of a choice the first one applies.
    if (isChoice && before.length <= MOST_CONDITIONS)
      before.push(...own.map(one => ({ ...one, isNegated: true as const })))
    return { element: child, parent, conditions: all.length > MOST_CONDITIONS ? ['undecidable'] : all }
  })
}

function conditionsOf(element: XmlElement): readonly WrittenCondition[] {
  const text = attribute(element, 'condition')?.value ?? ''
  return text === '' ? [] : [{ text }]
}
