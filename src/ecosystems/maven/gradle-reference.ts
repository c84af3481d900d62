/** References of Gradle scripts to the properties that carry their versions. */

/** `$v`, `${project.v}`, `v`. */
const NAME = /^\$?\{?\s*(?:(?:rootProject|project|ext|extra|properties)\.)*(?<name>[A-Za-z_][\w.-]*?)\s*\}?$/
/** `${property("v")}`, `providers.gradleProperty("v").get()`. */
const GETTER = /(?:[pP]roperty|\bgetProperty|\bget)\(\s*["'](?<name>[\w.-]+)["']\s*\)/
/** `rootProject.extra["v"]`. */
const INDEXED = /^\$?\{?\s*(?:(?:rootProject|project)\.)*(?:ext|extra|properties)\[["'](?<name>[\w.-]+)["']\]\s*\}?$/
/** In characters; no person writes a longer reference. */
const LONGEST = 256

/**
 * The property that a version in a Gradle script refers to; undefined if the version is more than a reference. `name`
 * is that of the package.
 */
export function propertyReference(text: string, name: string): string | undefined {
  if (text === '_') return refreshedName(name)
  if (text.length > LONGEST) return undefined
  return [GETTER, NAME, INDEXED].map(form => form.exec(text)?.groups?.['name']).find(found => found !== undefined)
}

/** The name under which refreshVersions defines the version of a package that a script writes as `_`. */
export function refreshedName(name: string): string {
  return `_ ${name}`
}
