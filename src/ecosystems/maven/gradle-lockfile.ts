/**
 * `gradle.lockfile`: the versions that Gradle chose, one line each with the configurations that have it.
 * Specification: https://docs.gradle.org/current/userguide/dependency_locking.html.
 * Deliberately ignored: the names of the configurations, and `empty=`, the list of
 * configurations without dependencies. The file does not record which package needs which.
 */

import { folderName } from '../../paths.ts'
import { lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { buildGradle, buildGradleKts, buildSrc } from './build-gradle.ts'
import { gradleProperties } from './gradle-properties.ts'
import { versionCatalog } from './libs-versions-toml.ts'
import { versionsProperties } from './versions-properties.ts'

// Gradle before 6 wrote one file per configuration into this folder, without "=" and the configurations.
const OLD_FOLDER = /(?:^|\/)gradle\/dependency-locks$/
const LOCKED = /^(?<name>[^:=\s]+:[^:=\s]+):(?<version>[^:=\s]+)(?:=.*)?$/

export const gradleLockfile: FileFormat = {
  name: 'gradle.lockfile',
  role: {
    kind: 'lockfile',
    locks: [buildGradle, buildGradleKts, buildSrc, versionCatalog, gradleProperties, versionsProperties],
    chain: { command: dependencyInsight }
  },
  specification: 'https://docs.gradle.org/current/userguide/dependency_locking.html',
  versions: 'one file per project (Gradle 6 and newer), one per configuration (older)',
  names: {
    exact: ['gradle.lockfile', 'buildscript-gradle.lockfile'],
    pattern: /(?:^|\/)gradle\/dependency-locks\/[^/]*\.lockfile$/
  },
  read,
  folder: path => folderName(path).replace(OLD_FOLDER, ''),
  upgrade: (name, version) => [`implementation("${name}:${version}")`, `./gradlew dependencies --update-locks ${name}`]
}

function* read(text: string): Generator<Entry> {
  for (const line of lines(text)) {
    const content = line.text.trim()
    if (content === '' || content.startsWith('#') || content.startsWith('empty=')) continue
    const at = line.at + line.text.indexOf(content)
    const { name, version } = LOCKED.exec(content)?.groups ?? {}
    if (name === undefined || version === undefined) {
      yield { gap: 'expected "group:artifact:version=configurations"', text: content, at }
    } else yield { name, requirement: { kind: 'version', text: version }, at: at + name.length + 1 }
  }
}

/**
 * The command that shows the parents of a package. `runtimeClasspath` has the most packages of all configurations.
 * https://docs.gradle.org/current/userguide/viewing_debugging_dependencies.html
 */
export function dependencyInsight(name: string): string {
  return `./gradlew dependencyInsight --configuration runtimeClasspath --dependency ${name}`
}
