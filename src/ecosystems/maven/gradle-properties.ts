/**
 * `gradle.properties`: versions that Gradle scripts refer to.
 * Specification: https://docs.gradle.org/current/userguide/build_environment.html#sec:gradle_configuration_properties.
 */

import type { Entry, FileFormat } from '../file-format.ts'
import { buildGradle, buildGradleKts, buildSrc } from './build-gradle.ts'
import { coordinatesIn } from './coordinates.ts'
import { definitionsIn, propertyUpgrade } from './java-properties.ts'
import { requirementOf } from './requirement.ts'

export const gradleProperties: FileFormat = {
  name: 'gradle.properties',
  role: { kind: 'manifest' },
  specification: 'https://docs.gradle.org/current/userguide/build_environment.html#sec:gradle_configuration_properties',
  names: { exact: ['gradle.properties'] },
  read,
  prescreen: { always: /\S/ },
  definitions: { for: [buildGradle, buildGradleKts, buildSrc], reach: 'below' },
  upgrade: propertyUpgrade
}

/** Definitions, and the packages of those that hold a package's whole coordinates: scripts name it by the property. */
function* read(text: string): Generator<Entry> {
  for (const definition of definitionsIn(text, key => key)) {
    const coordinates =
      definition.requirement.kind === 'version' ? coordinatesIn(definition.requirement.text) : undefined
    const { name, version } = coordinates ?? {}
    if (name === undefined || version === undefined) yield definition
    else yield { name, ...requirementOf({ value: version.text, at: definition.at + version.offset }) }
  }
}
