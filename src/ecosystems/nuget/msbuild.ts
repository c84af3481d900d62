/**
 * MSBuild project files as far as packages are concerned: items such as `PackageReference`, and the properties that carry
 * their versions, here or in a file that imports this one.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/msbuild-project-file-schema-reference. Leaves out on
 * purpose: conditions (what is asked for in one case only is asked for), what imports what, property functions.
 */

import type { Requirement } from '../../model/dependency.ts'
import { elementWords, parseXml, type XmlElement, type XmlText } from '../../syntax/xml.ts'
import type { DefinitionEntry, Entry, PackageEntry } from '../file-format.ts'
import { gapFor } from '../gap.ts'

/** An element with what the elements around it say of it. */
interface Node {
  readonly element: XmlElement
  /** The name of the element around it, in lower case. */
  readonly parent: string
  /** Whether it counts in one case only. */
  readonly conditional: boolean
}

/** One of the values that a property or a version may have. */
interface Alternative {
  readonly text: XmlText
  readonly conditional: boolean
}

/** What a text such as `$(Name)` stands for in its file; undefined where the file does not tell. */
type Resolver = (written: XmlText) => readonly XmlText[] | undefined

const PROPERTY = /^\$\((?<name>[A-Za-z_][\w-]{0,200})\)$/
/** Gives a default, which a value further up makes moot: `Condition="'$(Name)' == ''"`. */
const DEFAULT = /^'?\$\((?<name>[A-Za-z_][\w-]{0,200})\)'?\s*==\s*''$/
const XML = /^\s*</
const EXPRESSION = /[$@%]\(/
/** How many values of one version, and how many properties in a chain, are followed; no real file comes near it. */
const MAXIMUM_ALTERNATIVES = 20

/**
 * Reads the items of the given kinds (in lower case), each with the version that an attribute, a child element or a
 * property of the same file gives it.
 */
export function* packageItems(text: string, kinds: ReadonlySet<string>): Generator<Entry> {
  yield* read(text, kinds, false)
}

/** The same for a file that others import, with the values of its properties. */
export function* importedItems(text: string, kinds: ReadonlySet<string>): Generator<Entry> {
  // Other tools have lists of properties under these names, which are no XML.
  if (XML.test(text)) yield* read(text, kinds, true)
}

/** The property that a version is and nothing else, as `importedItems` defines it. */
export function propertyIn(text: string): string | undefined {
  return PROPERTY.exec(text)?.groups?.['name']?.toLowerCase()
}

function* read(text: string, kinds: ReadonlySet<string>, isImported: boolean): Generator<Entry> {
  const { root, fault } = parseXml(text)
  if (root) {
    const { resolve, properties } = resolver(root)
    if (isImported) for (const [name, values] of properties()) yield* definitions(text, name, values)
    for (const { element, parent } of nodes(root)) {
      // Item definitions set defaults and name no packages; an element that the fault cuts off may have lost its version.
      if (parent === 'itemdefinitiongroup' || !element.closed || !kinds.has(element.name.toLowerCase())) continue
      yield* item(text, element, resolve)
    }
  }
  if (fault) throw fault
}

/** What a property may stand for, as far as it is written here. */
function* definitions(text: string, name: string, values: readonly XmlText[]): Generator<DefinitionEntry> {
  for (const value of values) {
    if (value.value === '' || !text.startsWith(value.value, value.at)) continue
    const { requirement, at } = versionEntry(name, value)
    yield { defines: name, requirement, at }
  }
}

/** The entry of a version, range or unresolved expression as NuGet reads it. */
function versionEntry(name: string, { value, at }: XmlText): PackageEntry {
  return { name, requirement: versionRequirement(value), at }
}

/** What a version, range or unresolved expression asks for. */
export function versionRequirement(text: string): Requirement {
  const isRange = !EXPRESSION.test(text) && (/^[[(]/.test(text) || text.includes('*'))
  return { kind: isRange ? 'range' : 'version', text }
}

/** An attribute by its name (in lower case), which MSBuild and NuGet take in any case. */
export function attribute(element: XmlElement, name: string): XmlText | undefined {
  for (const [key, text] of element.attributes) if (key.toLowerCase() === name) return text
  return undefined
}

function* item(text: string, element: XmlElement, resolve: Resolver): Generator<Entry> {
  const included = attribute(element, 'include')
  const named = included ?? attribute(element, 'update')
  if (!named) {
    if (attribute(element, 'remove')) return
    yield gapFor(element, 'expected a package name in "Include"')
    return
  }
  const overrides = metadata(element, 'versionoverride')
  const versions = overrides.length > 0 ? overrides : metadata(element, 'version')
  if (versions.length > MAXIMUM_ALTERNATIVES) {
    yield { gap: `more than ${MAXIMUM_ALTERNATIVES} versions`, text: named.value, at: named.at }
    return
  }
  for (const name of namesOf(named, resolve)) {
    if (EXPRESSION.test(name.value) || !text.startsWith(name.value, name.at)) {
      yield {
        gap: 'the name of this package is an expression',
        text: `${name.value} ${elementWords(element)}`,
        at: name.at
      }
    } else if (versions.length > 0) {
      for (const version of versions) yield* versioned(text, name, version, resolve)
    } else if (included) {
      // An update without a version changes something else.
      yield { name: name.value, requirement: { kind: 'none' }, at: name.at }
    }
  }
}

/** The entries of one written version: one, or as many as the property in it has values. */
function* versioned(text: string, name: XmlText, written: XmlText, resolve: Resolver): Generator<Entry> {
  for (const value of resolve(written) ?? [written]) {
    if (value.value === '') yield { name: name.value, requirement: { kind: 'none' }, at: name.at }
    else if (!text.startsWith(value.value, value.at)) {
      yield { gap: 'the version is written with XML references', text: `${name.value} ${value.value}`, at: value.at }
    } else yield { ...versionEntry(name.value, value), ...(value === written ? {} : { usedAt: written.at }) }
  }
}

/** The names in a list such as `A;B`, each with its own offset; a name that is one property is looked up. */
function namesOf(list: XmlText, resolve: Resolver): readonly XmlText[] {
  const names: XmlText[] = []
  let from = list.at
  for (const part of list.value.split(';')) {
    const value = part.trim()
    const name = { value, at: from + part.indexOf(value) }
    if (value !== '') names.push(...(resolve(name) ?? [name]))
    from += part.length + 1
  }
  return names
}

/** What an attribute and the child elements of a name (in lower case) say. */
function metadata(element: XmlElement, name: string): readonly XmlText[] {
  const written = attribute(element, name)
  const children = element.children.filter(child => child.name.toLowerCase() === name)
  return alternatives([
    ...(written ? [{ text: written, conditional: false }] : []),
    ...children.map(child => ({ text: child.content, conditional: attribute(child, 'condition') !== undefined }))
  ])
}

/** The last value that always counts replaces those before it; one behind it, with a condition, may replace it. */
function alternatives(all: readonly Alternative[]): readonly XmlText[] {
  const last = all.findLastIndex(({ conditional }) => !conditional)
  return all.slice(Math.max(0, last)).map(({ text }) => text)
}

/** Collects the properties of a file. A property that stands for another one is followed. */
function resolver(root: XmlElement): { resolve: Resolver; properties(): Iterable<[string, readonly XmlText[]]> } {
  const written = new Map<string, Alternative[]>()
  for (const { element, parent, conditional } of nodes(root)) {
    if (parent !== 'propertygroup' || !element.closed) continue
    const name = element.name.toLowerCase()
    const known = written.get(name)
    const defaulted = DEFAULT.exec(attribute(element, 'condition')?.value ?? '')?.groups?.['name']
    if (known && defaulted?.toLowerCase() === name) continue
    const value = { text: element.content, conditional }
    if (known) known.push(value)
    else written.set(name, [value])
  }

  const resolved = new Map<string, readonly XmlText[] | undefined>()
  return { resolve: text => valuesOf(text, 0), properties }

  /** Every property by its name in lower case, with the values that may count. */
  function* properties(): Generator<[string, readonly XmlText[]]> {
    for (const [name, all] of written) {
      const values = alternatives(all).flatMap(text => valuesOf(text, 0) ?? [text])
      if (values.length <= MAXIMUM_ALTERNATIVES) yield [name, values]
    }
  }

  function valuesOf({ value }: XmlText, depth: number): readonly XmlText[] | undefined {
    const name = PROPERTY.exec(value)?.groups?.['name']?.toLowerCase()
    const values = name === undefined ? undefined : written.get(name)
    if (name === undefined || values === undefined || depth > MAXIMUM_ALTERNATIVES) return undefined
    if (!resolved.has(name)) {
      // A property that stands for itself meets this and stays as it is written.
      resolved.set(name, undefined)
      const all = alternatives(values).flatMap(text => valuesOf(text, depth + 1) ?? [text])
      resolved.set(name, all.length > MAXIMUM_ALTERNATIVES ? undefined : all)
    }
    return resolved.get(name)
  }
}

/** Every element in the order of the text. */
function* nodes(root: XmlElement): Generator<Node> {
  const open: Node[] = [{ element: root, parent: '', conditional: false }]
  for (let node = open.pop(); node; node = open.pop()) {
    yield node
    const { element, conditional } = node
    const parent = element.name.toLowerCase()
    for (const child of element.children.toReversed()) {
      const own = attribute(child, 'condition') !== undefined || parent === 'choose'
      open.push({ element: child, parent, conditional: conditional || own })
    }
  }
}
