/** References to what other files define: which definition answers, and what is told of both lines. */

import { describe, expect, test } from '@jest/globals'
import { maven } from '../../../src/ecosystems/maven/index.ts'
import { inheritanceOf } from '../../../src/scan/dependencies/inheritance.ts'
import type { Definition, Mention } from '../../../src/scan/dependencies/mention.ts'
import { followReferences } from '../../../src/scan/dependencies/references.ts'
import { linesOf, scanned } from '../../support/findings.ts'

const told = linesOf('line', 'requirement', 'level', 'used', 'settled', 'declared')

const project = (version: string) =>
  `<Project><ItemGroup>\n<PackageReference Include="KubernetesClient" Version="${version}" />\n</ItemGroup></Project>`
const props = (...properties: readonly (readonly [string, string])[]) =>
  `<Project><PropertyGroup>\n${properties.map(([name, value]) => `<${name}>${value}</${name}>`).join('\n')}\n</PropertyGroup></Project>`

describe('properties of MSBuild', () => {
  test('a file that is imported from elsewhere defines them, and its line is the finding', async () => {
    const files = {
      'src/App/App.csproj': project('$(ClientVersion)'),
      'src/Lib/Lib.csproj': project('$(clientversion)'),
      'eng/Versions.props': props(['Other', '1.0.0'], ['ClientVersion', '1.6.11'])
    }
    const expected = [
      'eng/Versions.props:3 1.6.11 error used at src/App/App.csproj:2 declared at src/App/App.csproj:2 declared at src/Lib/Lib.csproj:2',
      'src/App/App.csproj:2 $(ClientVersion) warning settled by eng/Versions.props:3',
      'src/Lib/Lib.csproj:2 $(clientversion) warning settled by eng/Versions.props:3'
    ]
    expect(await told(files)).toEqual(expected)
    expect(await told(Object.fromEntries(Object.entries(files).toReversed()))).toEqual(expected)
  })

  test('the nearest file above wins over those further up and elsewhere', async () => {
    const files = {
      'src/App/App.csproj': project('$(V)'),
      'src/Directory.Build.props': props(['V', '7.0.5']),
      'Directory.Build.props': props(['V', '1.0.0']),
      'src/App/other/x.props': props(['V', '2.0.0'])
    }
    expect(await told(files)).toEqual([
      'src/App/App.csproj:2 $(V) warning settled by src/Directory.Build.props:2',
      'src/Directory.Build.props:2 7.0.5 pass used at src/App/App.csproj:2 declared at src/App/App.csproj:2'
    ])
  })

  test('a property that stands for another one is followed, a circle is not', async () => {
    expect(
      await told({
        'a/a.csproj': project('$(A)'),
        'a/Directory.Build.props': props(['A', '$(B)']),
        'eng/v.props': props(['B', '7.0.5'])
      })
    ).toEqual([
      'a/Directory.Build.props:2 $(B) warning used at a/a.csproj:2 settled by eng/v.props:2 declared at a/a.csproj:2',
      'a/a.csproj:2 $(A) warning settled by a/Directory.Build.props:2',
      'eng/v.props:2 7.0.5 pass used at a/a.csproj:2 declared at a/Directory.Build.props:2'
    ])
    const circle = await told({
      'a/a.csproj': project('$(A)'),
      'a/Directory.Build.props': props(['A', '$(B)']),
      'eng/v.props': props(['B', '$(A)'])
    })
    expect(circle.filter(line => !line.includes('settled by'))).toHaveLength(1)
  })

  test('a lockfile beside the project answers both lines', async () => {
    const files = {
      'src/App/App.csproj': project('$(V)'),
      'src/App/packages.lock.json': JSON.stringify({
        version: 1,
        dependencies: { net8: { KubernetesClient: { type: 'Direct', resolved: '7.0.5' } } }
      }),
      'eng/Versions.props': props(['V', '7.0.5'])
    }
    expect(await told(files)).toEqual([
      'eng/Versions.props:2 7.0.5 pass used at src/App/App.csproj:2 settled by src/App/packages.lock.json:1',
      'src/App/App.csproj:2 $(V) warning settled by src/App/packages.lock.json:1',
      'src/App/packages.lock.json:1 7.0.5 pass declared at eng/Versions.props:2 declared at src/App/App.csproj:2'
    ])
  })

  test('what nobody refers to is no finding, what nobody defines stays', async () => {
    expect(await told({ 'eng/v.props': props(['KubernetesClientVersion', '1.0.0']) })).toEqual([])
    expect(await told({ 'a.csproj': project('$(Nowhere)') })).toEqual(['a.csproj:2 $(Nowhere) warning'])
  })
})

describe('catalogs', () => {
  const manifest = (range: string) => `{"dependencies": {"@kubernetes/client-node": "${range}"}}`

  test('pnpm: the catalog that is named, in a file above', async () => {
    const catalogs =
      "catalog:\n  '@kubernetes/client-node': 0.9.0\ncatalogs:\n  new:\n    '@kubernetes/client-node': 0.10.3\n"
    expect(await told({ 'pnpm-workspace.yaml': catalogs, 'packages/a/package.json': manifest('catalog:new') })).toEqual(
      [
        'packages/a/package.json:1 catalog:new warning settled by pnpm-workspace.yaml:5',
        'pnpm-workspace.yaml:5 0.10.3 pass used at packages/a/package.json:1 declared at packages/a/package.json:1'
      ]
    )
    expect((await told({ 'pnpm-workspace.yaml': catalogs, 'package.json': manifest('catalog:') }))[1]).toMatch(
      /^pnpm-workspace\.yaml:2 0\.9\.0 error /
    )
    expect(await told({ 'a/pnpm-workspace.yaml': catalogs, 'b/package.json': manifest('catalog:') })).toEqual([
      'b/package.json:1 catalog: warning'
    ])
  })

  test('yarn and bun', async () => {
    expect(
      (
        await told({
          '.yarnrc.yml': 'catalog:\n  "@kubernetes/client-node": 0.9.0\n',
          'package.json': manifest('catalog:')
        })
      )[0]
    ).toMatch(/^\.yarnrc\.yml:2 0\.9\.0 error /)
    expect(
      await told({
        'package.json': '{"workspaces": {"catalog": {\n"@kubernetes/client-node": "0.9.0"}}}',
        'a/package.json': manifest('catalog:')
      })
    ).toEqual([
      'a/package.json:1 catalog: warning settled by package.json:2',
      'package.json:2 0.9.0 error used at a/package.json:1 declared at a/package.json:1'
    ])
  })
})

describe('properties of Gradle and values of sbt', () => {
  const script = (version: string) => `dependencies {\nimplementation "io.kubernetes:client-java:${version}"\n}\n`

  test.each([
    ['build.gradle', '$kube'],
    ['build.gradle', '${project.kube}'],
    ['build.gradle.kts', '${property("kube")}'],
    ['build.gradle.kts', '${providers.gradleProperty("kube").get()}']
  ])('%s with %s', async (name, version) => {
    const files = { [`app/${name}`]: script(version), 'gradle.properties': 'a=1\nkube=8.0.2\n' }
    expect(await told(files)).toEqual([
      `app/${name}:2 ${version} warning settled by gradle.properties:2`,
      `gradle.properties:2 8.0.2 error used at app/${name}:2 declared at app/${name}:2`
    ])
  })

  test('properties of another build define nothing', async () => {
    expect(await told({ 'a/build.gradle': script('$kube'), 'b/gradle.properties': 'kube=8.0.2\n' })).toEqual([
      'a/build.gradle:2 $kube warning'
    ])
  })

  test.each([
    ['build.gradle', "ext.kube = '8.0.2'\n", 'app/build.gradle', '$kube'],
    ['build.gradle', "\next {\n versions = [kube: '8.0.2']\n}\n", 'app/build.gradle', '${versions.kube}'],
    ['build.gradle.kts', 'extra["kube"] = "8.0.2"\n', 'app/build.gradle.kts', '${rootProject.extra["kube"]}'],
    ['gradle/versions.gradle', "ext { kube = '8.0.2' }\n", 'app/build.gradle', '${rootProject.ext.kube}'],
    [
      'buildSrc/src/main/kotlin/Versions.kt',
      'object Versions {\n const val kube = "8.0.2"\n}\n',
      'app/build.gradle.kts',
      '${Versions.kube}'
    ],
    ['buildSrc/src/main/kotlin/a/Top.kt', 'const val kube = "8.0.2"\n', 'app/build.gradle.kts', '$kube']
  ])('%s with %j defines for %s with %s', async (definer, text, user, version) => {
    const findings = await told({ [definer]: text, [user]: script(version) })
    const line = text.split('\n').findIndex(one => one.includes('8.0.2')) + 1
    expect(findings).toContain(`${definer}:${line} 8.0.2 error used at ${user}:2 declared at ${user}:2`)
    expect(findings).toContain(`${user}:2 ${version} warning settled by ${definer}:${line}`)
    expect(findings).toHaveLength(2)
  })

  test('local variables, and properties of a build beside it, define nothing for others', async () => {
    expect(await told({ 'build.gradle': "def kube = '8.0.2'\n", 'app/build.gradle': script('$kube') })).toEqual([
      'app/build.gradle:2 $kube warning'
    ])
    expect(await told({ 'lib/build.gradle': "ext.kube = '8.0.2'\n", 'app/build.gradle': script('$kube') })).toEqual([
      'app/build.gradle:2 $kube warning'
    ])
  })

  test('refreshVersions has the version under the name of the artifact', async () => {
    const files = { 'build.gradle': script('_'), 'versions.properties': 'version.io.kubernetes..client-java=8.0.2\n' }
    expect((await told(files))[1]).toMatch(/^versions\.properties:1 8\.0\.2 error used at build\.gradle:2 /)
  })

  test('sbt: an object in the folder "project"', async () => {
    const files = {
      'build.sbt': 'libraryDependencies += "io.kubernetes" % "client-java" % Versions.kube\n',
      'project/Versions.scala': 'object Versions {\n  val kube = "8.0.2"\n}\n'
    }
    expect((await told(files))[1]).toMatch(/^project\/Versions\.scala:2 8\.0\.2 error used at build\.sbt:1 /)
  })
})

test('a file that is no text says what to run instead', async () => {
  const { gaps } = await scanned({ 'bun.lockb': { unreadable: 'not a text file' } })
  expect(gaps.map(({ detail }) => detail)).toEqual([
    'not a text file: run `bun install --save-text-lockfile --frozen-lockfile --lockfile-only` and commit bun.lock in its place'
  ])
})

describe('properties of a pom above', () => {
  const child =
    '<project><dependencies><dependency>\n<groupId>io.fabric8</groupId><artifactId>kubernetes-client</artifactId>\n<version>${k8s.version}</version></dependency></dependencies></project>'
  const parent = (...properties: readonly string[]) =>
    `<project><properties>\n${properties.join('\n')}\n</properties></project>`

  test('carry the version of a child, in the nearest folder', async () => {
    expect(
      await told({
        'pom.xml': parent('<k8s.version>5.7.4</k8s.version>'),
        'apps/pom.xml': parent(
          '<k8s.version>${fabric8.version}</k8s.version>',
          '<fabric8.version>6.1.0</fabric8.version>'
        ),
        'apps/shop/pom.xml': child,
        'tools/pom.xml': child
      })
    ).toEqual([
      'apps/pom.xml:2 ${fabric8.version} warning used at apps/shop/pom.xml:3 settled by apps/pom.xml:3 declared at apps/shop/pom.xml:3',
      'apps/pom.xml:3 6.1.0 pass used at apps/shop/pom.xml:3 declared at apps/pom.xml:2',
      'apps/shop/pom.xml:3 ${k8s.version} warning settled by apps/pom.xml:2',
      'pom.xml:2 5.7.4 error used at tools/pom.xml:3 declared at tools/pom.xml:3',
      'tools/pom.xml:3 ${k8s.version} warning settled by pom.xml:2'
    ])
  })

  test('of a folder beside it carry nothing', async () => {
    expect(await told({ 'a/pom.xml': parent('<k8s.version>6.1.0</k8s.version>'), 'b/pom.xml': child })).toEqual([
      'b/pom.xml:3 ${k8s.version} warning'
    ])
  })

  test('of a template that is no XML and names no client make nothing incomplete', async () => {
    const template = `#set( $symbol = '$' )\n${parent('<k8s.version>6.1.0</k8s.version>')}`
    const { findings, gaps, coverage } = await scanned({ 'pom.xml': template, 'app/pom.xml': child })
    expect([findings.map(({ verdict }) => verdict.reason), gaps, coverage.failed]).toEqual([['placeholder'], [], 0])
  })

  test('that stand for each other leave one finding', async () => {
    const circle = await told({
      'pom.xml': parent('<k8s.version>${other}</k8s.version>', '<other>${k8s.version}</other>'),
      'app/pom.xml': child
    })
    expect(circle.filter(line => !line.includes('settled by'))).toHaveLength(1)
  })
})

describe('parents and bills of materials of the same repository', () => {
  interface Pom {
    readonly parent?: string
    readonly path?: string
    readonly imports?: readonly string[]
    readonly properties?: Readonly<Record<string, string>>
    /** Artifact and version of io.fabric8; no version where it is empty. */
    readonly manages?: readonly (readonly [string, string])[]
    readonly uses?: readonly (readonly [string, string])[]
  }
  const dependency = ([artifact, version]: readonly [string, string]) =>
    `<dependency><groupId>io.fabric8</groupId><artifactId>${artifact}</artifactId>${version && `<version>${version}</version>`}</dependency>`
  const imported = (name: string) =>
    `<dependency><groupId>org.example</groupId><artifactId>${name}</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency>`
  const pom = (name: string, { parent, path, imports = [], properties = {}, manages = [], uses = [] }: Pom) =>
    [
      `<project><groupId>org.example</groupId><artifactId>${name}</artifactId><version>1</version>`,
      parent
        ? `<parent><groupId>org.example</groupId><artifactId>${parent}</artifactId>${path === undefined ? '' : `<relativePath>${path}</relativePath>`}</parent>`
        : '',
      `<properties>${Object.entries(properties).map(([key, value]) => `<${key}>${value}</${key}>`)}</properties>`,
      `<dependencyManagement><dependencies>${[...manages.map(dependency), ...imports.map(imported)].join('')}</dependencies></dependencyManagement>`,
      `<dependencies>${uses.map(dependency).join('')}</dependencies></project>`
    ].join('\n')

  test('a parent beside the child counts, and not the project above both', async () => {
    const files = {
      'pom.xml': pom('root', { properties: { k: '5.12.4' }, manages: [['openshift-client', '5.12.4']] }),
      'parent/pom.xml': pom('parent', { properties: { k: '5.0.0' }, manages: [['openshift-client', '6.1.0']] }),
      'app/pom.xml': pom('app', {
        parent: 'parent',
        path: '../parent/pom.xml',
        uses: [
          ['kubernetes-client', '${k}'],
          ['openshift-client', '']
        ]
      })
    }
    const expected = [
      'app/pom.xml:5 ${k} warning settled by parent/pom.xml:3',
      'app/pom.xml:5 none warning settled by parent/pom.xml:4',
      'parent/pom.xml:3 5.0.0 error used at app/pom.xml:5 declared at app/pom.xml:5',
      'parent/pom.xml:4 6.1.0 error declared at app/pom.xml:5',
      'pom.xml:4 5.12.4 error'
    ]
    expect(await told(files)).toEqual(expected)
    expect(await told(Object.fromEntries(Object.entries(files).toReversed()))).toEqual(expected)
  })

  test('a grandparent is reached through a parent that names no client', async () => {
    expect(
      await told({
        'build/base/pom.xml': pom('base', { properties: { k: '5.0.0' } }),
        'build/parent/pom.xml': pom('parent', { parent: 'base', path: '../base' }),
        'apps/shop/pom.xml': pom('shop', { parent: 'parent', path: '', uses: [['kubernetes-client', '${k}']] })
      })
    ).toEqual([
      'apps/shop/pom.xml:5 ${k} warning settled by build/base/pom.xml:3',
      'build/base/pom.xml:3 5.0.0 error used at apps/shop/pom.xml:5 declared at apps/shop/pom.xml:5'
    ])
  })

  test('an imported bill of materials gives versions and no properties; what a parent manages wins over it', async () => {
    expect(
      await told({
        'bom/pom.xml': pom('bom', {
          properties: { k: '5.0.0' },
          manages: [
            ['kubernetes-client', '${k}'],
            ['openshift-client', '5.0.0']
          ]
        }),
        'parent/pom.xml': pom('parent', { imports: ['bom'], manages: [['openshift-client', '6.1.0']] }),
        'app/pom.xml': pom('app', {
          parent: 'parent',
          path: '../parent',
          uses: [
            ['kubernetes-client', ''],
            ['openshift-client', ''],
            ['kubernetes-client-api', '${k}']
          ]
        })
      })
    ).toEqual([
      'app/pom.xml:5 none warning settled by bom/pom.xml:3',
      'app/pom.xml:5 none warning settled by parent/pom.xml:4',
      'app/pom.xml:5 ${k} warning settled by app/pom.xml:5',
      'bom/pom.xml:3 5.0.0 error used at bom/pom.xml:4 declared at app/pom.xml:5',
      'bom/pom.xml:4 5.0.0 error',
      'parent/pom.xml:4 6.1.0 error declared at app/pom.xml:5'
    ])
  })

  test('a pom at the place of the parent that has another name is not the parent', async () => {
    const child = pom('app', { parent: 'parent', uses: [['kubernetes-client', '${k}']] })
    expect(
      await told({
        'apps/pom.xml': pom('apps', { properties: { k: '6.1.0' } }),
        'lib/pom.xml': pom('parent', { properties: { k: '5.0.0' } }),
        'apps/app/pom.xml': child
      })
    ).toEqual([
      'apps/app/pom.xml:5 ${k} warning settled by lib/pom.xml:3',
      'lib/pom.xml:3 5.0.0 error used at apps/app/pom.xml:5 declared at apps/app/pom.xml:5'
    ])
  })

  test('parents in a circle end, and leave the reference open', async () => {
    expect(
      await told({
        'a/pom.xml': pom('a', { parent: 'b', path: '../b', uses: [['kubernetes-client', '${k}']] }),
        'b/pom.xml': pom('b', { parent: 'a', path: '../a', imports: ['a', 'b'] })
      })
    ).toEqual(['a/pom.xml:5 ${k} warning'])
  })
})

test('the checksums of a Gradle build repeat what its scripts say, and tell what nothing else says', async () => {
  const component = (version: string) =>
    `<component group="io.kubernetes" name="client-java" version="${version}"><artifact name="a.jar"/></component>`
  expect(
    await told({
      'build.gradle': 'dependencies {\nimplementation "io.kubernetes:client-java:8.0.2"\n}\n',
      'gradle/verification-metadata.xml': `<verification-metadata><components>\n${component('8.0.2')}\n${component('7.0.0')}\n</components></verification-metadata>`
    })
  ).toEqual([
    'build.gradle:2 8.0.2 error',
    'gradle/verification-metadata.xml:2 8.0.2 error settled by build.gradle:2',
    'gradle/verification-metadata.xml:3 7.0.0 notice'
  ])
})

test('a Gemfile that names no client reads in one that does', async () => {
  expect(await told({ Gemfile: "eval_gemfile 'gems/shared'\n", 'gems/shared': "gem 'kubeclient', '4.9.2'\n" })).toEqual(
    ['gems/shared:1 4.9.2 error']
  )
})

test('a fix names a release that exists: those of JGroups end with Final', async () => {
  const pom =
    '<project><dependencies><dependency><groupId>org.jgroups.kubernetes</groupId><artifactId>jgroups-kubernetes</artifactId><version>2.0.2.Final</version></dependency></dependencies></project>'
  const { findings } = await scanned({ 'pom.xml': pom })
  expect(findings.map(({ verdict }) => verdict.fix?.version)).toEqual(['2.0.3.Final'])
})

test('a name that is defined and used many times takes a few looks at each definition, not one for each use', () => {
  const many = 500
  const format = (name: string) => {
    const found = maven.formats.find(each => each.name === name)
    if (!found) throw new Error(`no format ${name}`)
    return found
  }
  const mentions = Array.from(
    { length: many },
    (_, at): Mention => ({
      ecosystem: 'maven',
      name: 'io.fabric8:kubernetes-client',
      written: 'io.fabric8:kubernetes-client',
      format: format('build.gradle'),
      requirement: { kind: 'range', text: '$k' },
      origin: 'manifest',
      scope: 'runtime',
      place: { path: 'build.gradle', line: at + 1, column: 1 },
      repeatedAt: []
    })
  )
  let looks = 0
  const definitions = Array.from(
    { length: many },
    (_, at): Definition => ({
      ecosystem: 'maven',
      format: format('gradle.properties'),
      name: 'k',
      get requirement() {
        looks++
        return { kind: 'version', text: `4.${at}.0` } as const
      },
      place: { path: 'gradle.properties', line: at + 1, column: 1 }
    })
  )
  const projects = { mentions, settled: new Map(), instead: new Map(), gaps: [], isApart: () => false }
  const followed = followReferences(projects, definitions, inheritanceOf([]))
  expect(followed.made.size).toBe(many)
  expect(new Set(followed.definedBy.values()).size).toBe(1)
  expect(followed.definedBy.size).toBe(many)
  expect(looks).toBeLessThan(10 * many)
})
