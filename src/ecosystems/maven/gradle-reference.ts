/** References of Gradle scripts to the properties that carry their versions. */

/** `$v`, `${project.v}`, `v`. */
const NAME = /^\$?\{?\s*(?:(?:rootProject|project|ext|extra|properties)\.)*(?<name>[A-Za-z_][\w.-]*?)\s*\}?$/
/** `${property("v")}`, `providers.gradleProperty("v").get()`. */
const GETTER = /(?:[pP]roperty|\bgetProperty|\bget)\(\s*["'](?<name>[\w.-]+)["']\s*\)/
/** `rootProject.extra["v"]`. */
const INDEXED = /^\$?\{?\s*(?:(?:rootProject|project)\.)*(?:ext|extra|properties)\[["'](?<name>[\w.-]+)["']\]\s*\}?$/
/** `${libs.versions.v.get()}`: a version of the catalog, under the name that its accessors have. */
const CATALOG =
  /^\$?\{?\s*\w+\.versions\.(?<name>\w+(?:\.\w+)*?)(?:\.asProvider\(\))?(?:\.get\(\)|\.getOrNull\(\))?(?:!!)?\s*\}?$/
/** `libs.findVersion("v").get()`. */
const FOUND = /\bfindVersion\(\s*["'](?<name>[\w.-]+)["']\s*\)/
/** In characters; no person writes a longer reference. */
const LONGEST = 256

/**
 * The property that a version in a Gradle script refers to; undefined if the version is more than a reference. `name`
 * is that of the package.
 */
export function propertyReference(text: string, name: string): string | undefined {
  if (text === '_') return refreshedName(name)
  if (text.length > LONGEST) return undefined
  const version = CATALOG.exec(text)?.groups?.['name'] ?? FOUND.exec(text)?.groups?.['name']
  if (version !== undefined) return catalogVersionName(version)
  return [GETTER, NAME, INDEXED].map(form => form.exec(text)?.groups?.['name']).find(found => found !== undefined)
}

/** The name under which catalogs define a version: to Gradle, `-`, `_` and `.` in aliases are equal. */
export function catalogVersionName(alias: string): string {
  return `version of a catalog: ${normalizedAlias(alias)}`
}

/** An alias of a catalog as its accessor. */
export function normalizedAlias(alias: string): string {
  return alias.replace(/[-_]/g, '.')
}

/** The name under which refreshVersions defines the version of a package that a script writes as `_`. */
export function refreshedName(name: string): string {
  return `_ ${name}`
}
