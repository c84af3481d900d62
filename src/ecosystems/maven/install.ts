/**
 * `mvn dependency:get` and `dependency:copy` with coordinates.
 * Specification: https://maven.apache.org/plugins/maven-dependency-plugin/get-mojo.html. Deliberately ignored:
 * group, artifact and version in options of their own, which the plugin no longer documents.
 */

import type { InstallCommand, Installs } from '../ecosystem.ts'
import { requirementOf } from './requirement.ts'

/** `group:artifact:version`, then perhaps packaging and classifier. */
const COORDINATES = /^(?<group>[A-Za-z][\w.-]*):(?<artifact>[\w.-]+):(?<version>[^\s:]+)(?::.*)?$/s

const dependencyGet: InstallCommand = {
  words: ['mvn', 'mvnw'],
  packages: ['-Dartifact'],
  onlyOptions: true,
  read: argument => {
    const { group, artifact, version } = (argument.length < 1_000 && COORDINATES.exec(argument)?.groups) || {}
    if (group === undefined || artifact === undefined || version === undefined)
      return { gap: 'expected "group:artifact:version"' }
    const at = group.length + artifact.length + 2
    return { name: `${group}:${artifact}`, ...requirementOf({ value: version, at }) }
  }
}

/** The goals of Maven that download an artifact. */
export const installs: Installs = {
  commands: [dependencyGet],
  edit: (name, version) => `mvn dependency:get -Dartifact=${name}:${version}`
}
