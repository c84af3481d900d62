/**
 * `gradle.properties` and `versions.properties`: versions that Gradle scripts refer to.
 * Specification: https://docs.gradle.org/current/userguide/build_environment.html#sec:gradle_configuration_properties,
 * https://splitties.github.io/refreshVersions/, and for both java.util.Properties.load. Leaves out on purpose: escapes and
 * lines that go on, which no version has, and the short keys of refreshVersions, which name no artifact.
 */

import { lines } from '../../syntax/lines.ts'
import type { DefinitionEntry, FileFormat } from '../file-format.ts'
import { buildGradle, buildGradleKts, buildSrc } from './build-gradle.ts'
import { refreshedName } from './gradle-property.ts'
import { requirementOf } from './requirement.ts'

/** One line `key=value`; `:` and a blank may stand for `=`. */
interface Property {
  readonly key: string
  readonly value: string
  readonly at: number
}

const PROPERTY = /^\s*(?<key>[^\s#!=:\\][^\s=:\\]*)(?<sign>\s*[=:]\s*|\s+)(?<value>\S[^\\]*)$/
const LONGEST = 256
/** `version.group..artifact` of refreshVersions, where the script has `_`. */
const REFRESHED = /^version\.(?<group>[\w.-]+?)\.\.(?<artifact>[\w.-]+)$/

export const gradleProperties: FileFormat = {
  name: 'gradle.properties',
  role: { kind: 'manifest' },
  specification: 'https://docs.gradle.org/current/userguide/build_environment.html#sec:gradle_configuration_properties',
  names: { exact: ['gradle.properties'] },
  read: text => definitions(text, key => key),
  prescreen: { always: /=/ },
  definitions: { for: [buildGradle, buildGradleKts, buildSrc], reach: 'below' },
  upgrade: propertyUpgrade
}

export const versionsProperties: FileFormat = {
  name: 'versions.properties',
  role: { kind: 'manifest' },
  specification: 'https://splitties.github.io/refreshVersions/',
  names: { exact: ['versions.properties'] },
  read: text => definitions(text, refreshed),
  definitions: { for: [buildGradle, buildGradleKts, buildSrc], reach: 'below' },
  upgrade: propertyUpgrade
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

function propertyUpgrade(_name: string, version: string): readonly string[] {
  return [`the property on this line: ${version}`]
}
