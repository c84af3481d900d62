/**
 * The package items of MSBuild project files, such as `PackageReference`, and the properties that carry their versions,
 * here or in a file that imports this one.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/msbuild-project-file-schema-reference. Deliberately
 * ignored: conditions (a conditional item counts like any other), which file imports which, property functions.
 */

import { defined } from '../../collections.ts'
import type { Requirement } from '../../model/dependency.ts'
import { elementWords, parseXml, type XmlElement, type XmlText } from '../../syntax/xml.ts'
import type { DefinitionEntry, Entry } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { alternatives, attribute, elementsIn, MAXIMUM_ALTERNATIVES, MsbuildProperties } from './msbuild-properties.ts'

const XML = /^\s*</
const EXPRESSION = /[$@%]\(/
const BRACKETED = /^[[(]/

/**
 * Reads the items of the given kinds (in lower case), each with the version that an attribute, a child element or a
 * property of the same file gives it.
 */
export function* packageItems(text: string, kinds: ReadonlySet<string>): Generator<Entry> {
  yield* read(text, kinds, false)
}

/** The same for a file that others import, with the values of its properties. */
export function* importedItems(text: string, kinds: ReadonlySet<string>): Generator<Entry> {
  // Other tools use these file names for lists of properties, which are not XML.
  if (XML.test(text)) yield* read(text, kinds, true)
}

/** The requirement that a version, range or unresolved expression is to NuGet. */
export function versionRequirement(text: string): Requirement {
  const isRange = !EXPRESSION.test(text) && (BRACKETED.test(text) || text.includes('*'))
  return { kind: isRange ? 'range' : 'version', text }
}

function* read(text: string, kinds: ReadonlySet<string>, isImported: boolean): Generator<Entry> {
  const { root, fault } = parseXml(text)
  if (root) {
    const properties = new MsbuildProperties(root)
    if (isImported) for (const [name, values] of properties.all()) yield* definitions(text, name, values)
    const reader = new ItemReader(text, properties)
    for (const { element, parent } of elementsIn(root)) {
      // Item definitions set defaults and name no packages; an
      // element that the fault cuts off may have lost its version.
      if (parent === 'itemdefinitiongroup' || !element.closed || !kinds.has(element.name.toLowerCase())) continue
      yield* reader.entriesOf(element)
    }
  }
  if (fault) throw fault
}

/** The values of a property, as far as they are verbatim in the text. */
function* definitions(text: string, name: string, values: readonly XmlText[]): Generator<DefinitionEntry> {
  for (const { value, at } of values) {
    if (value === '' || !text.startsWith(value, at)) continue
    yield { defines: name, requirement: versionRequirement(value), at }
  }
}

class ItemReader {
  private readonly text: string
  private readonly properties: MsbuildProperties

  constructor(text: string, properties: MsbuildProperties) {
    this.text = text
    this.properties = properties
  }

  *entriesOf(element: XmlElement): Generator<Entry> {
    const named = attribute(element, 'include') ?? attribute(element, 'update')
    if (!named) {
      if (!attribute(element, 'remove')) yield gapFor(element, 'expected a package name in "Include"')
      return
    }
    const versions = versionsOf(element)
    if (versions.length > MAXIMUM_ALTERNATIVES) {
      yield { gap: `more than ${MAXIMUM_ALTERNATIVES} versions`, text: named.value, at: named.at }
      return
    }
    for (const name of this.namesIn(named)) {
      if (EXPRESSION.test(name.value) || !this.isVerbatim(name)) {
        const text = `${name.value} ${elementWords(element)}`
        yield { gap: 'the package name is an expression', text, at: name.at }
      } else if (versions.length > 0) {
        for (const version of versions) yield* this.versioned(name, version)
      } else if (attribute(element, 'include')) {
        // An update without a version changes something else.
        yield { name: name.value, requirement: { kind: 'none' }, at: name.at }
      }
    }
  }

  /**
   * The names in a list such as `A;B`, each with its own offset; a name that is a reference to a property is replaced.
   */
  private namesIn(list: XmlText): readonly XmlText[] {
    const names: XmlText[] = []
    let from = list.at
    for (const part of list.value.split(';')) {
      const value = part.trim()
      const name = { value, at: from + part.indexOf(value) }
      if (value !== '') names.push(...(this.properties.valuesOf(name) ?? [name]))
      from += part.length + 1
    }
    return names
  }

  /** The entries of one written version: one, or one for each value of the property in it. */
  private *versioned({ value: name, at: nameAt }: XmlText, written: XmlText): Generator<Entry> {
    for (const version of this.properties.valuesOf(written) ?? [written]) {
      const { value, at } = version
      if (value === '') yield { name, requirement: { kind: 'none' }, at: nameAt }
      else if (!this.isVerbatim(version)) {
        yield { gap: 'the version contains an XML reference', text: `${name} ${value}`, at }
      } else {
        const usedAt = version === written ? undefined : written.at
        yield { name, requirement: versionRequirement(value), at, ...defined({ usedAt }) }
      }
    }
  }

  /** Whether a text is in the file as it is, without character references. */
  private isVerbatim({ value, at }: XmlText): boolean {
    return this.text.startsWith(value, at)
  }
}

/** The versions that an item may have; `VersionOverride` replaces `Version`. */
function versionsOf(element: XmlElement): readonly XmlText[] {
  const overrides = metadata(element, 'versionoverride')
  return overrides.length > 0 ? overrides : metadata(element, 'version')
}

/** The values of an attribute and of the child elements of a name (in lower case). */
function metadata(element: XmlElement, name: string): readonly XmlText[] {
  const written = attribute(element, name)
  const children = element.children.filter(child => child.name.toLowerCase() === name)
  return alternatives([
    ...(written ? [{ text: written, conditional: false }] : []),
    ...children.map(child => ({ text: child.content, conditional: attribute(child, 'condition') !== undefined }))
  ])
}
