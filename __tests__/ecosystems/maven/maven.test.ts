/** The JVM against the laws, and against texts made to be slow. */

import { describe, expect, test } from '@jest/globals'
import type { FileFormat } from '../../../src/ecosystems/file-format.ts'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { buildGradle, buildGradleKts, buildSrc } from '../../../src/ecosystems/maven/build-gradle.ts'
import { gradleLockfile } from '../../../src/ecosystems/maven/gradle-lockfile.ts'
import { maven } from '../../../src/ecosystems/maven/index.ts'
import { pom } from '../../../src/ecosystems/maven/pom.ts'
import { versionCatalog } from '../../../src/ecosystems/maven/version-catalog.ts'
import { collect } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'

holdsTheLaws(maven)

describe('paths', () => {
  test.each([
    ['pom.xml', 'pom.xml'],
    ['a/b/pom.xml', 'pom.xml'],
    ['build.gradle', 'build.gradle'],
    ['gradle/dependencies.gradle', 'build.gradle'],
    ['build.gradle.kts', 'build.gradle.kts'],
    ['settings.gradle.kts', 'build.gradle.kts'],
    ['buildSrc/src/main/kotlin/Versions.kt', 'Versions.kt'],
    ['a/buildSrc/Deps.kt', 'Versions.kt'],
    ['src/main/kotlin/Versions.kt', undefined],
    ['notbuildSrc/Versions.kt', undefined],
    ['gradle.lockfile', 'gradle.lockfile'],
    ['a/buildscript-gradle.lockfile', 'gradle.lockfile'],
    ['a/gradle/dependency-locks/compileClasspath.lockfile', 'gradle.lockfile'],
    ['gradle/libs.versions.toml', 'libs.versions.toml'],
    ['gradle/test.versions.toml', 'libs.versions.toml'],
    ['gradle.properties', 'gradle.properties'],
    ['versions.properties', 'versions.properties'],
    ['gradle/verification-metadata.xml', 'verification-metadata.xml'],
    ['maven_install.json', 'maven_install.json'],
    ['third_party/tools_maven_install.json', 'maven_install.json'],
    ['MODULE.bazel', 'MODULE.bazel'],
    ['third_party/java.MODULE.bazel', 'MODULE.bazel'],
    ['WORKSPACE', 'MODULE.bazel'],
    ['third_party/deps.bzl', 'MODULE.bazel'],
    ['build.sbt', 'build.sbt'],
    ['project/Dependencies.scala', 'build.sbt'],
    ['deps.edn', 'deps.edn'],
    ['bb.edn', 'deps.edn'],
    ['project.clj', 'project.clj'],
    ['src/Main.scala', undefined],
    ['BUILD.bazel', undefined],
    ['install.json5', undefined],
    ['log4j.properties', undefined],
    ['pom.xml.bak', undefined],
    ['my-pom.xml', undefined],
    ['gradlew', undefined],
    ['build.gradle.txt', undefined],
    ['other.lockfile', undefined],
    ['versions.toml', undefined]
  ])('%s is read as %s', (path, name) => {
    expect(maven.formats.filter(format => matches(format.names, path)).map(format => format.name)).toEqual(
      name ? [name] : []
    )
  })

  test.each<[FileFormat, string, string]>([
    [buildGradle, 'gradle/versions.gradle', ''],
    [buildGradle, 'a/b/build.gradle', 'a/b'],
    [buildSrc, 'a/buildSrc/src/main/kotlin/Versions.kt', 'a'],
    [gradleLockfile, 'gradle.lockfile', ''],
    [gradleLockfile, 'a/gradle.lockfile', 'a'],
    [gradleLockfile, 'gradle/dependency-locks/compileClasspath.lockfile', ''],
    [gradleLockfile, 'a/b/gradle/dependency-locks/compileClasspath.lockfile', 'a/b'],
    [versionCatalog, 'gradle/libs.versions.toml', ''],
    [versionCatalog, 'a/gradle/libs.versions.toml', 'a'],
    [versionCatalog, 'catalogs/libs.versions.toml', 'catalogs'],
    [versionCatalog, 'libs.versions.toml', '']
  ])('%# speaks for its folder', (format, path, folder) => {
    expect(format.folder?.(path)).toBe(folder)
  })
})

test('sbt adds the version of Scala to a name', () => {
  for (const name of ['g:a', 'g:a_2.12', 'g:a_2.13', 'g:a_3']) expect(maven.canonicalName(name)).toBe('g:a')
  expect(maven.canonicalName('g:a_4')).toBe('g:a_4')
})

test('edits are written as the file writes a library', () => {
  const edit = (name: string, present = {}) =>
    maven.formats.find(format => format.name === name)?.upgrade('g:a', '1.0', present)[0]
  expect(edit('build.sbt')).toBe('"a" % "1.0"')
  expect(edit('build.sbt', { usedAt: 1 })).toBe('the value on this line: "1.0"')
  expect(edit('deps.edn')).toBe('g/a {:mvn/version "1.0"}')
  expect(edit('project.clj')).toBe('[g/a "1.0"]')
  expect(edit('project.clj', { usedAt: 1 })).toBe('the value on this line: "1.0"')
  expect(edit('MODULE.bazel')).toBe('"g:a:1.0" among the artifacts')
  expect(edit('maven_install.json')).toBe('"g:a:1.0" among the artifacts')
  expect(edit('gradle.properties', { usedAt: 1 })).toBe('the property on this line: 1.0')
  expect(edit('verification-metadata.xml')).toBe('implementation("g:a:1.0")')
})

describe('hostile texts of the other formats end, with entries, gaps or a fault', () => {
  const many = 100_000
  const added = maven.formats.slice(5)
  test.each(
    Object.entries({
      blanks: ' '.repeat(500_000),
      'one word': 'x'.repeat(5_000_000),
      'one text': `"${'x'.repeat(5_000_000)}`,
      escapes: `"${'\\"'.repeat(many)}`,
      quotes: '"'.repeat(many),
      'single quotes': "'".repeat(many + 1),
      'open brackets': '('.repeat(many),
      'closed brackets': '([{'.repeat(many) + '}])'.repeat(many),
      'a list that never ends': `maven.install(artifacts = [${'"g:a:1.0",'.repeat(many)}`,
      'many parts': `"${'g:'.repeat(many)}"`,
      'short coordinates with many parts': `["${`g:a${':a'.repeat(200)}/`}"]`.repeat(1_000),
      'signs of sbt': `"g" ${'% '.repeat(many)}`,
      'libraries of sbt': '"g" % "a" % v\n'.repeat(many),
      'values of one name': 'val v = "1"\n'.repeat(many),
      'dropped forms': '#_'.repeat(many),
      metadata: '^'.repeat(many),
      'a map of libraries': `{:deps {${'g/a {:mvn/version "1"} '.repeat(many)}}}`,
      'many properties': 'a=1\n'.repeat(many),
      'one property': `a${' '.repeat(many)}b`,
      components: `<a><components>${'<component group="g" name="a" version="1"/>'.repeat(20_000)}</components></a>`,
      artifacts: `{"version":"2","artifacts":{${'"g:a":{"version":"1"},'.repeat(many)}}}`,
      coordinates: `{"dependency_tree":{"version":"0.1.0","dependencies":[${'{"coord":"g:a:1"},'.repeat(many)}]}}`
    })
  )('%s', async (_, text) => {
    for (const format of added) await expect(collect(format, text)).resolves.toHaveProperty('entries')
  })
})

describe('hostile texts end fast', () => {
  const long = 500_000
  const many = 10_000
  const dependency = (name: string, version: string) =>
    `<dependency><groupId>g</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`
  const project = (inside: string) => `<project>${inside}</project>`
  const each = (count: number, make: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => make(i)).join('\n')

  test.each<[string, FileFormat, string]>([
    ['a pom of blanks', pom, ' '.repeat(long)],
    ['a pom of levels', pom, `<project>${'<dependencies>'.repeat(50_000)}`],
    [
      'properties that double each other',
      pom,
      project(
        `<properties>${each(100, i => `<p${i}>\${p${i + 1}}\${p${i + 1}}</p${i}>`)}</properties><dependencies>${each(
          many,
          i => dependency(`a${i}`, `\${p${i % 100}}`)
        )}</dependencies>`
      )
    ],
    [
      'a long chain of properties, used often',
      pom,
      project(
        `<properties>${each(many, i => `<p${i}>\${p${i + 1}}</p${i}>`)}</properties><dependencies>${each(many, i =>
          dependency(`a${i}`, `\${p${i}}`)
        )}</dependencies>`
      )
    ],
    [
      'many profiles that set one property, used often',
      pom,
      project(
        `<dependencies>${each(500, i => dependency(`a${i}`, '${v}'))}</dependencies><profiles>${each(
          many,
          i => `<profile><properties><v>${i}</v></properties></profile>`
        )}</profiles>`
      )
    ],
    ['a name of properties', pom, project(`<dependencies>${dependency('${a}'.repeat(50_000), '1')}</dependencies>`)],
    ['a version of brackets', pom, project(`<dependencies>${dependency('a', `[${' '.repeat(long)}`)}</dependencies>`)],
    ['a lockfile of blanks', gradleLockfile, ' '.repeat(long)],
    ['a lockfile of colons', gradleLockfile, ':'.repeat(long)],
    ['a lockfile of one long line', gradleLockfile, `g:a:1=${'c,'.repeat(long)}`],
    ['a catalog of blanks', versionCatalog, ' '.repeat(long)],
    ['a catalog of colons', versionCatalog, `[libraries]\na = "${'a:'.repeat(long)}"`],
    ['a catalog of levels', versionCatalog, `[libraries]\na = ${'{ a = '.repeat(50_000)}`],
    [
      'a catalog of references',
      versionCatalog,
      `[versions]\nv = "1"\n[libraries]\n${each(many, i => `a${i} = { module = "g:a${i}", version.ref = "v" }`)}`
    ],
    ...[buildGradle, buildGradleKts].flatMap((format): [string, FileFormat, string][] =>
      (
        [
          ['blanks', ' '.repeat(long)],
          ['line ends', '\n'.repeat(long)],
          ['brackets', '({['.repeat(50_000)],
          ['levels, closed', `${'('.repeat(900)}'g:a:1'${')'.repeat(900)}`],
          ['blocks, closed', `${'dependencies {'.repeat(900)} implementation 'g:a' ${'}'.repeat(900)}`],
          ['closing brackets', `${'('.repeat(900)}${'}'.repeat(long)}`],
          ['single quotes', "'".repeat(long)],
          ['double quotes', `"a${'"'.repeat(long)}`],
          ['slashes', `= ${'/ '.repeat(long)}`],
          ['slashes and backslashes', `(${'/\\'.repeat(long)}`],
          ['backquotes', '`\n'.repeat(long)],
          ['dollars', `"${'$'.repeat(long)}`],
          ['expressions in texts in expressions', '"${'.repeat(long)],
          ['expressions without an end', `"${'${'.repeat(long)}"`],
          ['open comments', '/*'.repeat(long)],
          ['comments', '/**/'.repeat(long)],
          ['texts of colons', `dependencies { "${':'.repeat(long)}" }`],
          ['one text of many parts', `dependencies { "g:a:${'$v'.repeat(50_000)}" }`],
          ['sums', `dependencies { "g:a:" ${'+ "g:a:"'.repeat(50_000)} }`],
          ['a list of dependencies', `val l = listOf(${each(50_000, i => `"g:a${i}:1",`)})`],
          ['calls', 'a().'.repeat(50_000)],
          ['assignments', 'a = '.repeat(50_000)],
          ['dots', 'a.'.repeat(long)],
          ['keys', `a${'["b"]'.repeat(50_000)} = 1`],
          ['maps in maps', `a = ${'[a: '.repeat(900)}'1'${']'.repeat(900)}`],
          [
            'one variable, set and used often',
            `${each(many, () => "v = '1'")}\ndependencies { ${each(many, i => `a "g:a${i}:$v"`)} }`
          ],
          [
            'a long chain of variables',
            `${each(many, i => `val v${i} = v${i + 1}`)}\n${each(many, i => `a "g:a${i}:$v${i}"`)}`
          ]
        ] as const
      ).map(([name, text]) => [`${format.name}: ${name}`, format, text])
    )
  ])('%s', async (_, format, text) => {
    const { entries } = await collect(format, text)
    expect(entries.length).toBeLessThan(300_000)
  })

  test('more profiles than can be looked at are a gap', async () => {
    const profiles = each(101, i => `<profile><properties><v>${i}</v></properties></profile>`)
    const text = project(`<dependencies>${dependency('a', '${v}')}</dependencies><profiles>${profiles}</profiles>`)
    const { entries } = await collect(pom, text)
    expect(entries.filter(entry => 'gap' in entry)).toEqual([
      { gap: 'more than 100 profiles set its version', text: 'g:a', at: text.indexOf('${v}') }
    ])
    expect(entries).toHaveLength(101)
  })

  test('a variable that is set more often than can be looked at is a placeholder', async () => {
    const { entries } = await collect(buildGradle, `${each(102, i => `v = '${i}'`)}\ndependencies { a "g:a:$v" }`)
    expect(entries).toMatchObject([{ name: 'g:a', requirement: { kind: 'version', text: '$v' } }])
  })
})
