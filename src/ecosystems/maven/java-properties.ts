/**
 * Java properties files, as far as they hold versions: one line `key=value` each, `:` and blanks in place of `=`.
 * Specification: java.util.Properties.load. Deliberately ignored: escapes and continued lines, which no version has.
 */

import type { FixStep } from '../../model/verdict.ts'
import { lines } from '../../syntax/lines.ts'
import type { DefinitionEntry } from '../file-format.ts'
import { requirementOf } from './requirement.ts'

interface Property {
  readonly key: string
  readonly value: string
  /** Offset of the value. */
  readonly at: number
}

const PROPERTY = /^\s*(?<key>[^\s#!=:\\][^\s=:\\]*)(?<sign>\s*[=:]\s*|\s+)(?<value>\S[^\\]*)$/
/** In characters, of a line. */
const LONGEST = 256

/** The definitions of a file; `nameOf` gives the name that other files use for a key, undefined if they use none. */
export function* definitionsIn(text: string, nameOf: (key: string) => string | undefined): Generator<DefinitionEntry> {
  for (const { key, value, at } of properties(text)) {
    const name = nameOf(key)
    if (name !== undefined) yield { defines: name, ...requirementOf({ value, at }) }
  }
}

/** The edit of an upgrade in such a file. */
export function propertyUpgrade(_name: string, version: string): readonly FixStep[] {
  return [{ edit: 'set the property on this line to', text: version }]
}

function* properties(text: string): Generator<Property> {
  for (const line of lines(text)) {
    if (line.text.length > LONGEST) continue
    const match = PROPERTY.exec(line.text)
    const { key = '', value = '' } = match?.groups ?? {}
    if (match) yield { key, value: value.trimEnd(), at: line.at + line.text.length - value.length }
  }
}
