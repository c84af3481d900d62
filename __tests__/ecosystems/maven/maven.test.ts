/** The JVM against the laws, and against texts made to be slow. */

import { describe, expect, test } from '@jest/globals'
import type { FileFormat } from '../../../src/ecosystems/file-format.ts'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { buildGradle, buildSrc } from '../../../src/ecosystems/maven/build-gradle.ts'
import { gradleLockfile } from '../../../src/ecosystems/maven/gradle-lockfile.ts'
import { maven } from '../../../src/ecosystems/maven/index.ts'
import { versionCatalog } from '../../../src/ecosystems/maven/libs-versions-toml.ts'
import { pom } from '../../../src/ecosystems/maven/pom-xml.ts'
import { collect } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import { byName, LONG, long, MANY, readsWithinBudget } from '../../support/hostile.ts'
import { upgradeLines } from '../../support/upgrades.ts'

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
    ['versions.props', 'versions.props'],
    ['versions.lock', 'versions.lock'],
    ['build.sbt.lock', 'build.sbt.lock'],
    ['core/core.sbt.lock', 'build.sbt.lock'],
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
    upgradeLines(
      maven.formats.find(format => format.name === name),
      'g:a',
      '1.0',
      present
    )[0]
  expect(edit('build.sbt')).toBe('# in this file: "a" % "1.0"')
  expect(edit('build.sbt', { usedAt: 1 })).toBe('# set the value on this line to: "1.0"')
  expect(edit('deps.edn')).toBe('# in this file: g/a {:mvn/version "1.0"}')
  expect(edit('project.clj')).toBe('# in this file: [g/a "1.0"]')
  expect(edit('project.clj', { usedAt: 1 })).toBe('# set the value on this line to: "1.0"')
  expect(edit('MODULE.bazel')).toBe('# in the list of artifacts: "g:a:1.0"')
  expect(edit('maven_install.json')).toBe('# in the list of artifacts: "g:a:1.0"')
  expect(edit('gradle.properties', { usedAt: 1 })).toBe('# set the property on this line to: 1.0')
  expect(edit('verification-metadata.xml')).toBe('# in the build script: implementation("g:a:1.0")')
})

describe('hostile texts', () => {
  const dependency = (name: string, version: string) =>
    `<dependency><groupId>g</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`
  const project = (inside: string) => `<project>${inside}</project>`
  const each = (count: number, make: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => make(i)).join('\n')
  const PROPERTIES = 'gradle.properties, versions.properties'
  const CODE = 'MODULE.bazel, build.sbt, deps.edn, project.clj'
  const SCRIPTS = 'build.gradle, build.gradle.kts'

  readsWithinBudget(byName(maven.formats), [
    [
      'blanks',
      long(' '),
      {
        'pom.xml, verification-metadata.xml': 'fault "expected an element"',
        'build.gradle, build.gradle.kts, Versions.kt, gradle.lockfile, libs.versions.toml, gradle.properties, versions.properties, MODULE.bazel, build.sbt, deps.edn, project.clj':
          'nothing',
        'maven_install.json': 'fault "the file ends in the middle of a JSON value"'
      }
    ],
    [
      'one word',
      long('x'),
      {
        'pom.xml, verification-metadata.xml': 'fault "expected an element, not text"',
        'build.gradle, build.gradle.kts, Versions.kt, gradle.properties, versions.properties, MODULE.bazel, build.sbt, deps.edn, project.clj':
          'nothing',
        'gradle.lockfile': '1 gap "expected "group:artifact:version=configurations""',
        'libs.versions.toml': 'fault "expected "=" after the key"',
        'maven_install.json': 'fault "expected a JSON value"'
      }
    ],
    [
      'one text',
      `"${long('x')}`,
      {
        'pom.xml, verification-metadata.xml': 'fault "expected an element, not text"',
        'build.gradle, build.gradle.kts, Versions.kt, gradle.properties, versions.properties, MODULE.bazel, build.sbt':
          'nothing',
        'gradle.lockfile': '1 gap "expected "group:artifact:version=configurations""',
        'libs.versions.toml': 'fault "unterminated string: no closing quote on its line"',
        'maven_install.json': 'fault "unterminated string"',
        'deps.edn, project.clj': 'fault "unterminated string"'
      }
    ],
    [
      'escapes',
      `"${long('\\"')}`,
      {
        'pom.xml, verification-metadata.xml': 'fault "expected an element, not text"',
        'build.gradle, build.gradle.kts, Versions.kt, gradle.properties, versions.properties, MODULE.bazel, build.sbt, deps.edn, project.clj':
          'nothing',
        'gradle.lockfile': '1 gap "expected "group:artifact:version=configurations""',
        'libs.versions.toml': 'fault "unterminated string: no closing quote on its line"',
        'maven_install.json': 'fault "unterminated string"'
      }
    ],
    [
      'quotes',
      long('"'),
      {
        'pom.xml, verification-metadata.xml': 'fault "expected an element, not text"',
        'build.gradle, build.gradle.kts, Versions.kt, gradle.properties, versions.properties, MODULE.bazel, build.sbt, deps.edn, project.clj':
          'nothing',
        'gradle.lockfile': '1 gap "expected "group:artifact:version=configurations""',
        'libs.versions.toml': 'fault "expected "=" after the key"',
        'maven_install.json': 'fault "expected the end of the file after the JSON value"'
      }
    ],
    [
      'single quotes',
      "'".repeat(LONG + 1),
      {
        'pom.xml, verification-metadata.xml': 'fault "expected an element, not text"',
        'build.gradle, build.gradle.kts, Versions.kt, gradle.properties, versions.properties, MODULE.bazel, build.sbt, deps.edn, project.clj':
          'nothing',
        'gradle.lockfile': '1 gap "expected "group:artifact:version=configurations""',
        'libs.versions.toml': 'fault "expected "=" after the key"',
        'maven_install.json': 'fault "expected a JSON value"'
      }
    ],
    [
      'open brackets',
      long('('),
      {
        'pom.xml, verification-metadata.xml': 'fault "expected an element, not text"',
        'build.gradle, build.gradle.kts, Versions.kt, build.sbt, deps.edn, project.clj':
          'fault "nested deeper than 1000 levels"',
        'gradle.lockfile': '1 gap "expected "group:artifact:version=configurations""',
        'libs.versions.toml': 'fault "expected a key"',
        'gradle.properties, versions.properties, MODULE.bazel': 'nothing',
        'maven_install.json': 'fault "expected a JSON value"'
      }
    ],
    [
      'closed brackets',
      long('([{') + long('}])'),
      {
        'pom.xml, verification-metadata.xml': 'fault "expected an element, not text"',
        'build.gradle, build.gradle.kts, Versions.kt, build.sbt, deps.edn, project.clj':
          'fault "nested deeper than 1000 levels"',
        'gradle.lockfile': '1 gap "expected "group:artifact:version=configurations""',
        'libs.versions.toml': 'fault "expected a key"',
        'gradle.properties, versions.properties, MODULE.bazel': 'nothing',
        'maven_install.json': 'fault "expected a JSON value"'
      }
    ],
    [
      'many parts',
      `"${long('g:')}"`,
      {
        'pom.xml, verification-metadata.xml': 'fault "expected an element, not text"',
        'build.gradle, build.gradle.kts, Versions.kt, gradle.properties, versions.properties, MODULE.bazel, build.sbt, deps.edn, project.clj':
          'nothing',
        'gradle.lockfile': '1 gap "expected "group:artifact:version=configurations""',
        'libs.versions.toml': 'fault "expected "=" after the key"',
        'maven_install.json': 'fault "unsupported lockfile version; supported: 0.1.0, 2 and 3"'
      }
    ],
    [
      'colons',
      long(':'),
      {
        'pom.xml, verification-metadata.xml': 'fault "expected an element, not text"',
        'build.gradle, build.gradle.kts, Versions.kt, gradle.properties, versions.properties, MODULE.bazel, build.sbt, deps.edn, project.clj':
          'nothing',
        'gradle.lockfile': '1 gap "expected "group:artifact:version=configurations""',
        'libs.versions.toml': 'fault "expected a key"',
        'maven_install.json': 'fault "expected a JSON value"'
      }
    ],
    [
      'a list that never ends',
      `maven.install(artifacts = [${'"g:a:1.0",'.repeat(MANY)}`,
      { 'MODULE.bazel': `${MANY} packages` }
    ],
    ['short coordinates with many parts', `["${`g:a${':a'.repeat(200)}/`}"]`.repeat(100), { [CODE]: 'nothing' }],
    ['signs of sbt', `"g" ${long('% ')}`, { 'build.sbt': 'nothing' }],
    ['libraries of sbt', '"g" % "a" % v\n'.repeat(MANY), { 'build.sbt': `${MANY} packages` }],
    ['values of one name', 'val v = "1"\n'.repeat(MANY), { 'build.sbt': 'nothing' }],
    ['dropped forms', long('#_'), { 'deps.edn, project.clj': 'nothing' }],
    ['metadata', long('^'), { 'deps.edn, project.clj': 'nothing' }],
    [
      'a map of libraries',
      `{:deps {${'g/a {:mvn/version "1"} '.repeat(MANY)}}}`,
      { 'deps.edn': `${MANY} packages`, 'project.clj': 'nothing' }
    ],
    [
      'many properties',
      'a=1\n'.repeat(MANY),
      { 'gradle.properties': `${MANY} definitions`, 'versions.properties': 'nothing' }
    ],
    ['one property', `a${long(' ')}b`, { [PROPERTIES]: 'nothing' }],
    [
      'components',
      `<a><components>${'<component group="g" name="a" version="1"/>'.repeat(MANY)}</components></a>`,
      { 'verification-metadata.xml': `${MANY} packages` }
    ],
    [
      'artifacts',
      `{"version":"2","artifacts":{${'"g:a":{"version":"1"},'.repeat(MANY)}}}`,
      { 'maven_install.json': `${MANY} packages` }
    ],
    [
      'coordinates',
      `{"dependency_tree":{"version":"0.1.0","dependencies":[${'{"coord":"g:a:1"},'.repeat(MANY)}]}}`,
      { 'maven_install.json': `${MANY} packages` }
    ],
    [
      'levels of a pom',
      `<project>${'<dependencies>'.repeat(MANY)}`,
      { 'pom.xml': 'fault "nested deeper than 1000 levels"' }
    ],
    [
      'properties that double each other',
      project(
        `<properties>${each(100, i => `<p${i}>\${p${i + 1}}\${p${i + 1}}</p${i}>`)}</properties><dependencies>${each(
          MANY,
          i => dependency(`a${i}`, `\${p${i % 100}}`)
        )}</dependencies>`
      ),
      { 'pom.xml': `100 definitions, ${MANY} packages` }
    ],
    [
      'a long chain of properties, used often',
      project(
        `<properties>${each(MANY, i => `<p${i}>\${p${i + 1}}</p${i}>`)}</properties><dependencies>${each(MANY, i =>
          dependency(`a${i}`, `\${p${i}}`)
        )}</dependencies>`
      ),
      { 'pom.xml': `${MANY} definitions, ${MANY} packages` }
    ],
    [
      'many profiles that set one property, used often',
      project(
        `<dependencies>${each(500, i => dependency(`a${i}`, '${v}'))}</dependencies><profiles>${each(
          MANY,
          i => `<profile><properties><v>${i}</v></properties></profile>`
        )}</profiles>`
      ),
      { 'pom.xml': '500 gaps "more than 100 profiles set the version", 50000 packages' }
    ],
    [
      'a name of properties',
      project(`<dependencies>${dependency('${a}'.repeat(MANY), '1')}</dependencies>`),
      { 'pom.xml': '1 gap "unresolved property in the name"' }
    ],
    [
      'a version of brackets',
      project(`<dependencies>${dependency('a', `[${long(' ')}`)}</dependencies>`),
      { 'pom.xml': '1 package' }
    ],
    ['one long line of a lockfile', `g:a:1=${long('c,')}`, { 'gradle.lockfile': '1 package' }],
    ['colons in a catalog', `[libraries]\na = "${long('a:')}"`, { 'libs.versions.toml': '1 package' }],
    [
      'levels of a catalog',
      `[libraries]\na = ${'{ a = '.repeat(MANY)}`,
      {
        'libs.versions.toml':
          '1 gap "expected "group:artifact:version", or a module, or a group and a name", fault "nested deeper than 1000 levels"'
      },
      120
    ],
    [
      'references of a catalog',
      `[versions]\nv = "1"\n[libraries]\n${each(MANY, i => `a${i} = { module = "g:a${i}", version.ref = "v" }`)}`,
      { 'libs.versions.toml': `1 definition, ${MANY} packages` }
    ],
    ['line ends', long('\n'), { [SCRIPTS]: 'nothing' }],
    ['brackets of every kind', long('({['), { [SCRIPTS]: 'fault "nested deeper than 1000 levels"' }],
    ['levels, closed', `${'('.repeat(900)}'g:a:1'${')'.repeat(900)}`, { [SCRIPTS]: '1 package' }],
    [
      'blocks, closed',
      `${'dependencies {'.repeat(900)} implementation 'g:a' ${'}'.repeat(900)}`,
      { [SCRIPTS]: '1 package' }
    ],
    ['closing brackets', `${'('.repeat(900)}${long('}')}`, { [SCRIPTS]: 'nothing' }],
    ['double quotes', `"a${long('"')}`, { [SCRIPTS]: 'fault "unterminated string"' }],
    ['slashes', `= ${long('/ ')}`, { [SCRIPTS]: 'nothing' }],
    ['slashes and backslashes', `(${long('/\\')}`, { [SCRIPTS]: 'nothing' }],
    ['backquotes', long('`\n'), { [SCRIPTS]: 'nothing' }],
    ['dollars', `"${long('$')}`, { [SCRIPTS]: 'nothing' }],
    ['expressions in texts in expressions', long('"${'), { [SCRIPTS]: 'nothing' }],
    ['expressions without an end', `"${long('${')}"`, { [SCRIPTS]: 'nothing' }],
    ['open comments', long('/*'), { [SCRIPTS]: 'fault "unterminated comment"' }],
    ['comments', long('/**/'), { [SCRIPTS]: 'nothing' }],
    ['texts of colons', `dependencies { "${long(':')}" }`, { [SCRIPTS]: 'nothing' }],
    ['one text of many parts', `dependencies { "g:a:${long('$v')}" }`, { [SCRIPTS]: '1 package' }],
    ['sums', `dependencies { "g:a:" ${'+ "g:a:"'.repeat(MANY)} }`, { [SCRIPTS]: `${MANY + 1} packages` }, 150],
    ['a list of dependencies', `val l = listOf(${each(MANY, i => `"g:a${i}:1",`)})`, { [SCRIPTS]: `${MANY} packages` }],
    ['calls', long('a().'), { [SCRIPTS]: 'nothing' }],
    ['assignments', long('a = '), { [SCRIPTS]: 'nothing' }],
    ['dots', long('a.'), { [SCRIPTS]: 'nothing' }],
    ['keys', `a${long('["b"]')} = 1`, { [SCRIPTS]: 'nothing' }],
    ['maps in maps', `a = ${'[a: '.repeat(900)}'1'${']'.repeat(900)}`, { [SCRIPTS]: '1 definition' }, 700],
    [
      'one variable, set and used often',
      `${each(MANY, () => "v = '1'")}\ndependencies { ${each(MANY, i => `a "g:a${i}:$v"`)} }`,
      { [SCRIPTS]: `${MANY} packages` }
    ],
    [
      'a long chain of variables',
      `${each(MANY, i => `val v${i} = v${i + 1}`)}\n${each(MANY, i => `a "g:a${i}:$v${i}"`)}`,
      { [SCRIPTS]: `${MANY} packages` }
    ]
  ])

  test('more profiles than can be looked at are a gap', async () => {
    const profiles = each(101, i => `<profile><properties><v>${i}</v></properties></profile>`)
    const text = project(`<dependencies>${dependency('a', '${v}')}</dependencies><profiles>${profiles}</profiles>`)
    const { entries } = await collect(pom, text)
    expect(entries.filter(entry => 'gap' in entry)).toEqual([
      { gap: 'more than 100 profiles set the version', text: 'g:a', at: text.indexOf('${v}') }
    ])
    expect(entries).toHaveLength(101)
  })

  test('a variable that is set more often than can be looked at is a placeholder', async () => {
    const { entries } = await collect(buildGradle, `${each(102, i => `v = '${i}'`)}\ndependencies { a "g:a:$v" }`)
    expect(entries).toMatchObject([{ name: 'g:a', requirement: { kind: 'version', text: '$v' } }])
  })
})
