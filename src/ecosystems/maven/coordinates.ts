/** Coordinates as Bazel and Coursier write them: `group:artifact:version`, with extension and classifier before the version. */

/** What coordinates name. */
export interface Coordinates {
  readonly name: string
  /** Where the artifact begins. */
  readonly artifact: number
  readonly version?: { readonly text: string; readonly offset: number }
}

const COORDINATES = /^(?<group>[A-Za-z][\w.-]*):(?<artifact>[\w.-]+)(?<more>:[\w.:-]*?)??(?::(?<version>[^\s:/]+))?$/
const LONGEST = 512

/** Reads coordinates; undefined for any other text. */
export function coordinatesIn(text: string): Coordinates | undefined {
  const { group, artifact, version } = (text.length > LONGEST ? undefined : COORDINATES.exec(text)?.groups) ?? {}
  if (group === undefined || artifact === undefined) return undefined
  const found = { name: `${group}:${artifact}`, artifact: group.length + 1 }
  return version === undefined ? found : { ...found, version: { text: version, offset: text.length - version.length } }
}
