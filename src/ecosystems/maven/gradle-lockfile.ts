/**
 * `gradle.lockfile`: the versions that Gradle chose, one line each with the configurations that have it.
 * Specification: https://docs.gradle.org/current/userguide/dependency_locking.html.
 * Deliberately ignored: `empty=`, the list of configurations without dependencies. The file does not record which package needs which.
 */

import { defined } from '../../collections.ts'
import { folderName } from '../../paths.ts'
import { lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { buildGradle, buildGradleKts, buildSrc } from './build-gradle.ts'
import { scopeOfConfiguration } from './gradle-configurations.ts'
import { gradleProperties } from './gradle-properties.ts'
import { versionCatalog } from './libs-versions-toml.ts'
import { versionsProperties } from './versions-properties.ts'

// Gradle before 6 wrote one file per configuration into this folder, without "=" and the configurations.
const OLD_FOLDER = /(?:^|\/)gradle\/dependency-locks$/
const LOCKED = /^(?<name>[^:=\s]+:[^:=\s]+):(?<version>[^:=\s]+)(?:=(?<configurations>.*))?$/

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
    extensions: ['.lockfile'],
    pattern: /(?:^|\/)gradle\/dependency-locks\/[^/]*\.lockfile$/
  },
  read,
  folder: path => folderName(path).replace(OLD_FOLDER, ''),
  upgrade: (name, version) => [
    { edit: 'in the build script', text: `implementation("${name}:${version}")` },
    `./gradlew dependencies --update-locks ${name}`
  ]
}

function* read(text: string): Generator<Entry> {
  for (const line of lines(text)) {
    const content = line.text.trim()
    if (content === '' || content.startsWith('#') || content.startsWith('empty=')) continue
    const at = line.at + line.text.indexOf(content)
    const { name, version, configurations = '' } = LOCKED.exec(content)?.groups ?? {}
    if (name === undefined || version === undefined) {
      yield { gap: 'expected "group:artifact:version=configurations"', text: content, at }
    } else {
      const requirement = { kind: 'version', text: version } as const
      yield { name, requirement, at: at + name.length + 1, ...defined({ scope: scopeIn(configurations) }) }
    }
  }
}

/** The widest scope of some configurations; undefined where one of them is not known. */
function scopeIn(configurations: string): KnownScope | undefined {
  const scopes = new Set(configurations.split(',').map(name => scopeOfConfiguration(name.trim())))
  if (scopes.has('runtime')) return 'runtime'
  return scopes.has(undefined) ? undefined : 'development'
}

/**
 * The command that shows the parents of a package. `runtimeClasspath` has the most packages of all configurations.
 * https://docs.gradle.org/current/userguide/viewing_debugging_dependencies.html
 */
export function dependencyInsight(name: string): string {
  return `./gradlew dependencyInsight --configuration runtimeClasspath --dependency ${name}`
}
