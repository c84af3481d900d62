/** Requirements in poms, Gradle scripts, catalogs, sbt builds and Clojure projects, which share one syntax. */

import type { PlacedRequirement } from '../file-format.ts'

/** A text and the offset of its first character. */
export interface Stated {
  readonly value: string
  readonly at: number
}

const EXACT = /^\[\s*(?<version>[^\s,[\]()]+)\s*\]$/
// Brackets are for Maven and Gradle, a plus sign at the end and `latest.` for Gradle, the two words for Maven.
const RANGE = /^[[\](]|\+$|^latest\.|^(?:LATEST|RELEASE)$/

/**
 * The requirement that a text is: a range or a version. `[9.0.0]` means exactly that version, a placeholder is a
 * version as written. In Gradle's `[9,10[!!9.0.2` the part after `!!` is only preferred, and ignored.
 */
export function requirementOf({ value: written, at }: Stated): PlacedRequirement {
  const force = written.indexOf('!!')
  const value = force > 0 ? written.slice(0, force) : written
  const exact = EXACT.exec(value)?.groups?.['version']
  if (exact !== undefined) return { requirement: { kind: 'version', text: exact }, at: at + value.indexOf(exact) }
  return { requirement: { kind: RANGE.test(value) ? 'range' : 'version', text: value }, at }
}
