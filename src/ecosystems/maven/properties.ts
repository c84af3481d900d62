/**
 * `gradle.properties` and `versions.properties`: versions that Gradle scripts refer to.
 * Specification: https://docs.gradle.org/current/userguide/build_environment.html#sec:gradle_configuration_properties,
 * https://splitties.github.io/refreshVersions/, and for both java.util.Properties.load. Leaves out on purpose: escapes and
 * lines that go on, which no version has, and the short keys of refreshVersions, which name no artifact.
 */

import { lines } from '../../syntax/lines.ts'
import { baseName, type DefinitionEntry, type FileFormat } from '../ecosystem.ts'
import { requirementOf } from './requirement.ts'

/** One line `key=value`; `:` and a blank may stand for `=`. */
interface Property {
  readonly key: string
  readonly value: string
  readonly at: number
}

const PROPERTY = /^\s*(?<key>[^\s#!=:\\][^\s=:\\]*)(?<sign>\s*[=:]\s*|\s+)(?<value>\S[^\\]*)$/
/** How a script says that a property is its version: `$v`, `${project.v}`, `${property("v")}`, `providers.gradleProperty("v").get()`. */
const REFERENCE = /^\$?\{?\s*(?:(?:rootProject|project|ext|extra|properties)\.)*(?<name>[A-Za-z_][\w.-]*?)\s*\}?$/
const GETTER = /(?:[pP]roperty|\bgetProperty|\bget)\(\s*["'](?<name>[\w.-]+)["']\s*\)/
/** `rootProject.extra["v"]` */
const INDEXED = /^\$?\{?\s*(?:(?:rootProject|project)\.)*(?:ext|extra|properties)\[["'](?<name>[\w.-]+)["']\]\s*\}?$/
const LONGEST = 256
/** `version.group..artifact` of refreshVersions, where the script has `_`. */
const REFRESHED = /^version\.(?<group>[\w.-]+?)\.\.(?<artifact>[\w.-]+)$/
const SCRIPTS = ['build.gradle', 'build.gradle.kts', 'Versions.kt']

export const gradleProperties: FileFormat = {
  name: 'gradle.properties',
  origin: 'manifest',
  specification: 'https://docs.gradle.org/current/userguide/build_environment.html#sec:gradle_configuration_properties',
  claims: path => baseName(path) === 'gradle.properties',
  read: text => definitions(text, key => key),
  mayInclude: /=/,
  definesFor: SCRIPTS,
  upgrade: propertyUpgrade
}

export const versionsProperties: FileFormat = {
  name: 'versions.properties',
  origin: 'manifest',
  specification: 'https://splitties.github.io/refreshVersions/',
  claims: path => baseName(path) === 'versions.properties',
  read: text => definitions(text, refreshed),
  definesFor: SCRIPTS,
  upgrade: propertyUpgrade
}

/** What the version of a package in a Gradle script refers to, if it is nothing but that. */
export function propertyReference(text: string, name: string): string | undefined {
  if (text === '_') return refreshedName(name)
  if (text.length > LONGEST) return undefined
  return [GETTER, REFERENCE, INDEXED].map(form => form.exec(text)?.groups?.['name']).find(name => name !== undefined)
}

function* definitions(text: string, nameOf: (key: string) => string | undefined): Generator<DefinitionEntry> {
  for (const { key, value, at } of properties(text)) {
    const name = nameOf(key)
    if (name !== undefined) yield { defines: name, ...requirementOf({ value, at }) }
  }
}

function* properties(text: string): Generator<Property> {
  for (const line of lines(text)) {
    if (line.text.length > LONGEST) continue
    const match = PROPERTY.exec(line.text)
    const { key = '', value = '' } = match?.groups ?? {}
    if (match) yield { key, value: value.trimEnd(), at: line.at + line.text.length - value.length }
  }
}

function refreshed(key: string): string | undefined {
  const { group, artifact } = REFRESHED.exec(key)?.groups ?? {}
  return group === undefined ? undefined : refreshedName(`${group}:${artifact}`)
}

function refreshedName(name: string): string {
  return `_ ${name}`
}

function propertyUpgrade(_name: string, version: string): readonly string[] {
  return [`the property on this line: ${version}`]
}
