/**
 * Coordinates in Bazel and Coursier: `group:artifact:version`, with extension and classifier before the version. A variable at the
 * end of the artifact is the version of Scala, `skuber_%s`: it says nothing about the package.
 */

import { defined } from '../../collections.ts'

/** Coordinates, cut into their parts. */
export interface Coordinates {
  readonly name: string
  /** Offset of the artifact in the text. */
  readonly artifact: number
  readonly version?: { readonly text: string; readonly offset: number }
}

const COORDINATES =
  /^(?<group>[A-Za-z][\w.-]*):(?<artifact>[\w.-]*[A-Za-z0-9.-])(?:_(?:%s|\{\w*\}))?(?<more>:[\w.:-]*?)??(?::(?<version>[^\s:/]+))?$/
/** In characters. */
const LONGEST = 512

/** Reads coordinates. Undefined for any other text. */
export function coordinatesIn(text: string): Coordinates | undefined {
  const { group, artifact, version } = (text.length > LONGEST ? undefined : COORDINATES.exec(text)?.groups) ?? {}
  if (group === undefined || artifact === undefined) return undefined
  const placed = version === undefined ? undefined : { text: version, offset: text.length - version.length }
  return defined({ name: `${group}:${artifact}`, artifact: group.length + 1, version: placed })
}
