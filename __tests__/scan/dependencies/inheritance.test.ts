/** Bills of materials: which dependency gets its version from one, and which of them are told. */

import { describe, expect, test } from '@jest/globals'
import { linesOf } from '../../support/findings.ts'

const told = linesOf('line', 'artifact', 'requirement', 'verdict', 'settled')

const FABRIC8 = ['io.fabric8', 'kubernetes-client'] as const
const FABRIC8_BILL = ['io.fabric8', 'kubernetes-client-bom'] as const
const STARTER = ['org.springframework.cloud', 'spring-cloud-starter-kubernetes-fabric8'] as const
const TRAIN = ['org.springframework.cloud', 'spring-cloud-dependencies'] as const
const QUARKUS = ['io.quarkus', 'quarkus-kubernetes-client'] as const
const QUARKUS_BILL = ['io.quarkus.platform', 'quarkus-bom'] as const

/** A pom on lines of its own: the bill on line 2, the package on line 3. */
function pom({
  bill,
  uses,
  version
}: {
  bill?: readonly [string, string]
  uses?: readonly [string, string]
  version?: string
}) {
  const dependency = ([group, artifact]: readonly [string, string], rest: string) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId>${rest}</dependency>`
  const imported = `<version>${version}</version><type>pom</type><scope>import</scope>`
  return [
    '<project>',
    bill
      ? `<dependencyManagement><dependencies>${dependency(bill, imported)}</dependencies></dependencyManagement>`
      : '',
    uses ? `<dependencies>${dependency(uses, '')}</dependencies>` : '',
    '</project>'
  ].join('\n')
}

describe('a bill of materials', () => {
  test('gives its version to a package beside it that names none', async () => {
    expect(await told({ 'pom.xml': pom({ bill: FABRIC8_BILL, uses: FABRIC8, version: '5.7.4' }) })).toEqual([
      'pom.xml:2 kubernetes-client-bom 5.7.4 cannot-reload',
      'pom.xml:3 kubernetes-client none unknown settled by pom.xml:2'
    ])
  })

  test('with the dependencies of its packages is one as well', async () => {
    const bill = ['io.fabric8', 'kubernetes-client-bom-with-deps'] as const
    expect(await told({ 'pom.xml': pom({ bill, uses: FABRIC8, version: '2.2.0' }) })).toEqual([
      'pom.xml:2 kubernetes-client-bom-with-deps 2.2.0 cannot-reload',
      'pom.xml:3 kubernetes-client none unknown settled by pom.xml:2'
    ])
  })

  test('gives it to the poms below', async () => {
    expect(
      await told({ 'pom.xml': pom({ bill: FABRIC8_BILL, version: '6.1.0' }), 'app/pom.xml': pom({ uses: FABRIC8 }) })
    ).toEqual([
      'app/pom.xml:3 kubernetes-client none unknown settled by pom.xml:2',
      'pom.xml:2 kubernetes-client-bom 6.1.0 reloads'
    ])
  })

  test('gives nothing to a pom in another folder', async () => {
    expect(
      await told({ 'a/pom.xml': pom({ bill: FABRIC8_BILL, version: '6.1.0' }), 'b/pom.xml': pom({ uses: FABRIC8 }) })
    ).toEqual(['a/pom.xml:2 kubernetes-client-bom 6.1.0 reloads', 'b/pom.xml:3 kubernetes-client none unknown'])
  })

  test('of Gradle is a platform', async () => {
    const script = [
      'dependencies {',
      '  implementation platform("io.fabric8:kubernetes-client-bom:5.9.0")',
      '  implementation "io.fabric8:kubernetes-client"',
      '}'
    ].join('\n')
    expect(await told({ 'build.gradle': script })).toEqual([
      'build.gradle:2 kubernetes-client-bom 5.9.0 reloads-late',
      'build.gradle:3 kubernetes-client none unknown settled by build.gradle:2'
    ])
  })

  test('yields to a parent that names the package itself', async () => {
    const parent = [
      '<project><dependencyManagement><dependencies><dependency>',
      '<groupId>io.fabric8</groupId><artifactId>kubernetes-client</artifactId>',
      '<version>6.13.4</version>',
      '</dependency></dependencies></dependencyManagement></project>'
    ].join('\n')
    const child = pom({ bill: FABRIC8_BILL, uses: FABRIC8, version: '5.7.4' })
    expect(await told({ 'pom.xml': parent, 'app/pom.xml': child })).toContain(
      'app/pom.xml:3 kubernetes-client none unknown settled by pom.xml:3'
    )
  })
})

describe('a platform that states the versions of much else', () => {
  test.each([
    [TRAIN, STARTER, 'Hoxton.SR12', 'cannot-reload'],
    [TRAIN, STARTER, '2020.0.6', 'cannot-reload'],
    [TRAIN, STARTER, '2021.0.0', 'reloads-late'],
    [TRAIN, STARTER, '2022.0.0', 'reloads'],
    [QUARKUS_BILL, QUARKUS, '2.3.1.Final', 'cannot-reload'],
    [QUARKUS_BILL, QUARKUS, '3.15.1', 'reloads'],
    [QUARKUS_BILL, FABRIC8, '2.13.0.Final', 'reloads-late']
  ] as const)('%s answers %s in %s: %s', async (bill, uses, version, verdict) => {
    expect(await told({ 'pom.xml': pom({ bill, uses, version }) })).toEqual([
      `pom.xml:2 ${bill[1]} ${version} ${verdict}`,
      expect.stringContaining(`pom.xml:3 ${uses[1]} none`)
    ])
  })

  test('is not told where no client gets its version from it', async () => {
    expect(await told({ 'pom.xml': pom({ bill: TRAIN, version: '2020.0.6' }) })).toEqual([])
    expect(await told({ 'pom.xml': pom({ bill: QUARKUS_BILL, uses: STARTER, version: '2.3.1.Final' }) })).toEqual([
      'pom.xml:3 spring-cloud-starter-kubernetes-fabric8 none unknown'
    ])
  })

  test('is told with the property that holds its version, in another file', async () => {
    const script = [
      'dependencies {',
      '  implementation enforcedPlatform("io.quarkus.platform:quarkus-bom:$quarkusVersion")',
      '  implementation "io.quarkus:quarkus-kubernetes-client"',
      '}'
    ].join('\n')
    expect(await told({ 'build.gradle': script, 'gradle.properties': 'quarkusVersion=2.3.1.Final\n' })).toEqual([
      'build.gradle:2 quarkus-bom $quarkusVersion unknown settled by gradle.properties:1',
      'build.gradle:3 quarkus-kubernetes-client none unknown settled by build.gradle:2',
      'gradle.properties:1 quarkus-bom 2.3.1.Final cannot-reload'
    ])
    expect(
      await told({
        'build.gradle': script.replace(/\n[^\n]*kubernetes-client"/, ''),
        'gradle.properties': 'quarkusVersion=2.3.1.Final\n'
      })
    ).toEqual([])
  })
})
