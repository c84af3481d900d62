/**
 * The JVM: Maven has no lockfile, so poms settle poms; Gradle has scripts,
 * a catalog and a lockfile; Bazel, sbt and Clojure have files of their own.
 */

import type { Ecosystem } from '../ecosystem.ts'
import { buildGradle, buildGradleKts, buildSrc } from './build-gradle.ts'
import { buildSbt } from './build-sbt.ts'
import { buildSbtLock } from './build-sbt-lock.ts'
import { depsEdn } from './deps-edn.ts'
import { gradleLockfile } from './gradle-lockfile.ts'
import { gradleProperties } from './gradle-properties.ts'
import { installs } from './install.ts'
import { versionCatalog } from './libs-versions-toml.ts'
import { mavenInstallJson } from './maven-install-json.ts'
import { moduleBazel } from './module-bazel.ts'
import { pom } from './pom-xml.ts'
import { projectClj } from './project-clj.ts'
import { mavenPurls } from './purl.ts'
import { verificationMetadata } from './verification-metadata-xml.ts'
import { versionsLock } from './versions-lock.ts'
import { versionsProperties } from './versions-properties.ts'
import { versionsProps } from './versions-props.ts'

const SCALA_VERSION = /_(?:2\.\d{1,3}|3)$/

export const maven: Ecosystem = {
  id: 'maven',
  title: 'Java and the JVM',
  formats: [
    pom,
    buildGradle,
    buildGradleKts,
    buildSrc,
    gradleLockfile,
    versionCatalog,
    gradleProperties,
    versionsProperties,
    versionsProps,
    versionsLock,
    verificationMetadata,
    mavenInstallJson,
    moduleBazel,
    buildSbt,
    buildSbtLock,
    depsEdn,
    projectClj
  ],
  usualManifest: pom,
  installs,
  versions: async () => (await import('./version.ts')).mavenVersions,
  purl: mavenPurls,
  // sbt's `%%` adds the version of Scala to a name: `skuber_2.13`.
  canonicalName: name => name.replace(SCALA_VERSION, ''),
  buildOf: name => SCALA_VERSION.exec(name)?.[0] ?? '',
  // Poms and others have group and artifact apart.
  ownPart: name => name.slice(name.lastIndexOf(':') + 1),
  // For the same reason only one of the two is verbatim in every file. An artifact of one word, such as "kubernetes", is
  // in many other files as well.
  needle: name => {
    const [group = '', artifact = ''] = name.split(':')
    return artifact.includes('-') ? artifact : group
  }
}
