/**
 * `versions.lock` of gradle-consistent-versions: the versions that Gradle chose for all projects of a build.
 * Specification: https://github.com/palantir/gradle-consistent-versions#versionslock-compact-representation-of-your-prod-classpath.
 * Deliberately ignored: the number and the hash of the constraints behind each version. The file does not record which package needs
 * which.
 */

import { lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { buildGradle, buildGradleKts, buildSrc } from './build-gradle.ts'
import { dependencyInsight } from './gradle-lockfile.ts'
import { gradleProperties } from './gradle-properties.ts'
import { versionCatalog } from './libs-versions-toml.ts'
import { versionsProps } from './versions-props.ts'

const LINE = /^(?<name>[^\s:]+:[^\s:]+):(?<version>[^\s:()]+)(?:\s*\(.*\))?$/
const TESTS = '[Test dependencies]'

export const versionsLock: FileFormat = {
  name: 'versions.lock',
  role: {
    kind: 'lockfile',
    locks: [buildGradle, buildGradleKts, buildSrc, versionCatalog, gradleProperties, versionsProps],
    chain: { command: dependencyInsight }
  },
  specification:
    'https://github.com/palantir/gradle-consistent-versions#versionslock-compact-representation-of-your-prod-classpath',
  names: { exact: ['versions.lock'] },
  // The plugin locks all projects of the build in this one file.
  settlesBelow: () => true,
  read,
  renew: () => ['./gradlew --write-locks'],
  upgrade: (name, version) => [{ edit: 'in versions.props', text: `${name} = ${version}` }, './gradlew --write-locks']
}

function* read(text: string): Generator<Entry> {
  let scope: KnownScope = 'runtime'
  for (const line of lines(text)) {
    const content = line.text.trim()
    if (content === TESTS) scope = 'development'
    if (content === '' || content.startsWith('#') || content.startsWith('[')) continue
    const at = line.at + line.text.indexOf(content)
    const { name, version } = LINE.exec(content)?.groups ?? {}
    if (name === undefined || version === undefined)
      yield { gap: 'expected "group:artifact:version (constraints)"', text: content, at }
    else yield { name, requirement: { kind: 'version', text: version }, at: at + name.length + 1, scope }
  }
}
