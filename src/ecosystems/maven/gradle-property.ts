/** How a Gradle script refers to a property that has its version. */

/** How a script says that a property is its version: `$v`, `${project.v}`, `${property("v")}`, `providers.gradleProperty("v").get()`. */
const REFERENCE = /^\$?\{?\s*(?:(?:rootProject|project|ext|extra|properties)\.)*(?<name>[A-Za-z_][\w.-]*?)\s*\}?$/
const GETTER = /(?:[pP]roperty|\bgetProperty|\bget)\(\s*["'](?<name>[\w.-]+)["']\s*\)/
/** `rootProject.extra["v"]` */
const INDEXED = /^\$?\{?\s*(?:(?:rootProject|project)\.)*(?:ext|extra|properties)\[["'](?<name>[\w.-]+)["']\]\s*\}?$/
/** In characters; no person writes a longer reference. */
const LONGEST = 256

/** The property that the version of a package in a Gradle script refers to; undefined where the version is more than that. */
export function propertyReference(text: string, name: string): string | undefined {
  if (text === '_') return refreshedName(name)
  if (text.length > LONGEST) return undefined
  return [GETTER, REFERENCE, INDEXED].map(form => form.exec(text)?.groups?.['name']).find(name => name !== undefined)
}

/** The name under which refreshVersions defines the version of a package that a script writes as `_`. */
export function refreshedName(name: string): string {
  return `_ ${name}`
}
