/**
 * What the name of a Gradle configuration says of the packages in it.
 * Specification: https://docs.gradle.org/current/userguide/java_plugin.html#tab:configurations; sets of sources put their own
 * name in front, as in `testImplementation` and `integrationTestRuntimeClasspath`.
 */

import type { KnownScope } from '../file-format.ts'

/** `test`, `androidTest`, `testFixtures`, `jmh`: sets of sources that only developers run. */
const TESTS = /^(?:test|jmh)(?:$|[A-Z])|[a-z\d]Test(?:$|[A-Z])/
/** Configurations of the build itself, and of what Spring Boot leaves out of an archive. */
const BUILD =
  /^(?:classpath|developmentOnly|testAndDevelopmentOnly)$|(?:^|[a-z\d]A|^a)nnotationProcessor$|^(?:kapt|ksp)(?:$|[A-Z])/
const RUNTIME =
  /(?:^|[a-z\d])(?:api|implementation|compile|runtime|provided|compileOnly|compileOnlyApi|runtimeOnly|compileClasspath|runtimeClasspath)$/i

/** Whether a configuration or a set of sources is for tests. */
export function isForTests(name: string): boolean {
  return TESTS.test(name)
}

/** The scope of the packages of a configuration; undefined for one that may be for anything. */
export function scopeOfConfiguration(name: string): KnownScope | undefined {
  if (TESTS.test(name) || BUILD.test(name)) return 'development'
  return RUNTIME.test(name) ? 'runtime' : undefined
}
