/** The JVM's packages: Maven has no lockfile, so poms answer poms; Gradle has scripts, a catalog and a lockfile. */

import type { Ecosystem } from '../ecosystem.ts'
import { buildGradle, buildGradleKts } from './build-gradle.ts'
import { gradleLockfile } from './gradle-lockfile.ts'
import { pom } from './pom.ts'
import { versionCatalog } from './version-catalog.ts'

export const maven: Ecosystem = {
  id: 'maven',
  title: 'Java and the JVM',
  formats: [pom, buildGradle, buildGradleKts, gradleLockfile, versionCatalog],
  versions: async () => (await import('./version.ts')).mavenVersions,
  canonicalName: name => name,
  // A pom has group and artifact apart, so only the artifact stands verbatim in every file.
  needle: name => name.slice(name.indexOf(':') + 1)
}
