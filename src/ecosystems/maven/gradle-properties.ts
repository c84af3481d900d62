/**
 * `gradle.properties`: versions that Gradle scripts refer to.
 * Specification: https://docs.gradle.org/current/userguide/build_environment.html#sec:gradle_configuration_properties.
 */

import type { FileFormat } from '../file-format.ts'
import { buildGradle, buildGradleKts, buildSrc } from './build-gradle.ts'
import { definitionsIn, propertyUpgrade } from './java-properties.ts'

export const gradleProperties: FileFormat = {
  name: 'gradle.properties',
  role: { kind: 'manifest' },
  specification: 'https://docs.gradle.org/current/userguide/build_environment.html#sec:gradle_configuration_properties',
  names: { exact: ['gradle.properties'] },
  read: text => definitionsIn(text, key => key),
  prescreen: { always: /=/ },
  definitions: { for: [buildGradle, buildGradleKts, buildSrc], reach: 'below' },
  upgrade: propertyUpgrade
}
