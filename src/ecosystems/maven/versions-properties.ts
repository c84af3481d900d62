/**
 * `versions.properties` of refreshVersions: the versions of the packages that Gradle scripts write as `_`.
 * Specification: https://splitties.github.io/refreshVersions/.
 * Deliberately ignored: the short keys, which name no artifact.
 */

import type { FileFormat } from '../file-format.ts'
import { buildGradle, buildGradleKts, buildSrc } from './build-gradle.ts'
import { refreshedName } from './gradle-reference.ts'
import { definitionsIn, propertyUpgrade } from './java-properties.ts'

/** `version.group..artifact`. */
const KEY = /^version\.(?<group>[\w.-]+?)\.\.(?<artifact>[\w.-]+)$/

export const versionsProperties: FileFormat = {
  name: 'versions.properties',
  role: { kind: 'manifest' },
  specification: 'https://splitties.github.io/refreshVersions/',
  names: { exact: ['versions.properties'] },
  read: text => definitionsIn(text, nameOf),
  definitions: { for: [buildGradle, buildGradleKts, buildSrc], reach: 'below' },
  upgrade: propertyUpgrade
}

function nameOf(key: string): string | undefined {
  const { group, artifact } = KEY.exec(key)?.groups ?? {}
  return group === undefined ? undefined : refreshedName(`${group}:${artifact}`)
}
