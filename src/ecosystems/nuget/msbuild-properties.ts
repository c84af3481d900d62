/**
 * The properties of an MSBuild file, which may carry versions and names of packages.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/msbuild-properties.
 */

import type { XmlElement, XmlText } from '../../syntax/xml.ts'

/** An element with the facts that follow from the elements around it. */
interface NestedElement {
  readonly element: XmlElement
  /** The name of the element around it, in lower case. */
  readonly parent: string
  /** Whether it applies under a condition only. */
  readonly conditional: boolean
}

/** One of the values that a property or a version may have. */
export interface Alternative {
  readonly text: XmlText
  readonly conditional: boolean
}

const PROPERTY = /^\$\((?<name>[A-Za-z_][\w-]{0,200})\)$/
/** The condition of a default, which has no effect if the property is set further up: `'$(Name)' == ''`. */
const DEFAULT = /^'?\$\((?<name>[A-Za-z_][\w-]{0,200})\)'?\s*==\s*''$/
/** How many values of one version, and how many properties in a chain, are followed; no real file comes near it. */
export const MAXIMUM_ALTERNATIVES = 20

/** The property that a text refers to, in lower case; undefined if the text is more or less than a reference. */
export function propertyIn(text: string): string | undefined {
  return PROPERTY.exec(text)?.groups?.['name']?.toLowerCase()
}

/** An attribute by its name (in lower case), which MSBuild and NuGet match in any case. */
export function attribute(element: XmlElement, name: string): XmlText | undefined {
  for (const [key, text] of element.attributes) if (key.toLowerCase() === name) return text
  return undefined
}

/** The last unconditional value replaces those before it; a conditional one after it may replace it. */
export function alternatives(all: readonly Alternative[]): readonly XmlText[] {
  const last = all.findLastIndex(({ conditional }) => !conditional)
  return all.slice(Math.max(0, last)).map(({ text }) => text)
}

/** Every element in the order of the text. */
export function* elementsIn(root: XmlElement): Generator<NestedElement> {
  const open: NestedElement[] = [{ element: root, parent: '', conditional: false }]
  for (let nested = open.pop(); nested; nested = open.pop()) {
    yield nested
    const { element, conditional } = nested
    const parent = element.name.toLowerCase()
    for (const child of element.children.toReversed()) {
      const own = attribute(child, 'condition') !== undefined || parent === 'choose'
      open.push({ element: child, parent, conditional: conditional || own })
    }
  }
}

/** The properties of one file. References from property to property are followed. */
export class MsbuildProperties {
  private readonly written = new Map<string, Alternative[]>()
  private readonly resolved = new Map<string, readonly XmlText[] | undefined>()

  constructor(root: XmlElement) {
    for (const { element, parent, conditional } of elementsIn(root)) {
      if (parent === 'propertygroup' && element.closed) this.add(element, conditional)
    }
  }

  /** Every property by its name in lower case, with the values that it may have. */
  *all(): Generator<[name: string, values: readonly XmlText[]]> {
    for (const [name, all] of this.written) {
      const values = alternatives(all).flatMap(text => this.valuesOf(text) ?? [text])
      if (values.length <= MAXIMUM_ALTERNATIVES) yield [name, values]
    }
  }

  /** The values of the property that a text refers to; undefined if it refers to none, or to none of this file. */
  valuesOf({ value }: XmlText, depth = 0): readonly XmlText[] | undefined {
    const name = propertyIn(value)
    const values = name === undefined ? undefined : this.written.get(name)
    if (name === undefined || values === undefined || depth > MAXIMUM_ALTERNATIVES) return undefined
    if (!this.resolved.has(name)) {
      // A property that refers to itself meets this and stays as written.
      this.resolved.set(name, undefined)
      const all = alternatives(values).flatMap(text => this.valuesOf(text, depth + 1) ?? [text])
      this.resolved.set(name, all.length > MAXIMUM_ALTERNATIVES ? undefined : all)
    }
    return this.resolved.get(name)
  }

  private add(element: XmlElement, conditional: boolean): void {
    const name = element.name.toLowerCase()
    const known = this.written.get(name)
    const defaulted = DEFAULT.exec(attribute(element, 'condition')?.value ?? '')?.groups?.['name']
    if (known && defaulted?.toLowerCase() === name) return
    const value = { text: element.content, conditional }
    if (known) known.push(value)
    else this.written.set(name, [value])
  }
}
