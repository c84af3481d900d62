import { describe, expect, test } from '@jest/globals'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { nuget } from '../../../src/ecosystems/nuget/index.ts'
import { collect } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import { byName, LONG, long, MANY, readsWithinBudget } from '../../support/hostile.ts'
import { upgradeLines } from '../../support/upgrades.ts'

holdsTheLaws(nuget)

const format = (name: string) =>
  nuget.formats.find(candidate => candidate.name === name) as (typeof nuget.formats)[number]

describe('which files are read', () => {
  test.each([
    ['src/App.csproj', '*.csproj'],
    ['App.fsproj', '*.csproj'],
    ['App.VBPROJ', '*.csproj'],
    ['Directory.Packages.props', 'Directory.Packages.props'],
    ['Packages.props', 'Directory.Packages.props'],
    ['packages.lock.json', 'packages.lock.json'],
    ['src/packages.App.lock.json', 'packages.lock.json'],
    ['packages.config', 'packages.config'],
    ['Directory.Build.props', '*.props'],
    ['Directory.Build.targets', '*.props'],
    ['eng/Versions.props', '*.props'],
    ['paket.dependencies', 'paket.dependencies'],
    ['paket.lock', 'paket.lock'],
    ['.config/dotnet-tools.json', 'dotnet-tools.json'],
    ['src/App/obj/project.assets.json', 'project.assets.json'],
    ['bin/App.deps.json', '*.deps.json']
  ])('%s', (path, name) => {
    expect(nuget.formats.find(({ names }) => matches(names, path))?.name).toBe(name)
  })
  test.each([
    'package-lock.json',
    'paket.references',
    'deps.json',
    'web.config',
    'App.csproj.user',
    'MyPackages.props.bak'
  ])('not %s', path => {
    expect(nuget.formats.filter(({ names }) => matches(names, path))).toEqual([])
  })
})

test('names are the same in any letter case', () => {
  expect(nuget.canonicalName('KubernetesClient.Classic')).toBe(nuget.canonicalName('kubernetesclient.CLASSIC'))
})

test('commands write a name as its project does', () => {
  expect(upgradeLines(format('*.csproj'), 'KubernetesClient', '7.0.5', {})).toEqual([
    'dotnet add package KubernetesClient --version 7.0.5'
  ])
  expect(upgradeLines(format('packages.lock.json'), 'KubernetesClient', '7.0.5', {})).toHaveLength(2)
  expect(upgradeLines(format('Directory.Packages.props'), 'KubernetesClient.Aot', '13.0.11', {})[0]).toContain(
    'Include="KubernetesClient.Aot" Version="13.0.11"'
  )
  expect(upgradeLines(format('*.props'), 'KubernetesClient', '7.0.5', { usedAt: 1 })[0]).toBe(
    '# set the property on this line to: 7.0.5'
  )
  expect(upgradeLines(format('*.props'), 'KubernetesClient', '7.0.5', {})[0]).toContain('Version="7.0.5"')
  expect(upgradeLines(format('paket.lock'), 'KubernetesClient', '7.0.5', {})[0]).toContain(
    'nuget KubernetesClient >= 7.0.5'
  )
  expect(upgradeLines(format('dotnet-tools.json'), 'example', '1.0.0', {})).toEqual([
    'dotnet tool update example --version 1.0.0'
  ])
  expect(upgradeLines(format('packages.config'), 'example', '1.0.0', {})[0]).toContain('-Id example -Version 1.0.0')
})

test('more versions than anybody writes are a gap', async () => {
  const versions = '<Version Condition="x">1.0</Version>'.repeat(21)
  const text = `<Project><PackageReference Include="KubeClient">${versions}</PackageReference></Project>`
  expect((await collect(format('*.csproj'), text)).entries).toEqual([
    { gap: 'more than 20 versions', text: 'KubeClient', at: text.indexOf('KubeClient') }
  ])
})

describe('hostile texts', () => {
  const items = (count: number, version: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `<PackageReference Include="a" Version="${version(index)}"/>`).join('')
  const properties = (count: number, property: (index: number) => string) =>
    `<PropertyGroup>${Array.from({ length: count }, (_, index) => property(index)).join('')}</PropertyGroup>`
  const chain = properties(MANY, i => `<P${i}>$(P${i + 1})</P${i}>`)
  const values = properties(MANY, i => `<V Condition="x">${i}</V>`)
  const XML = '*.csproj, Directory.Packages.props, *.props'
  readsWithinBudget(byName(nuget.formats), [
    [
      'blanks',
      long(' '),
      {
        '*.csproj, packages.config': 'fault "expected an element"',
        'Directory.Packages.props, *.props, paket.dependencies, paket.lock': 'nothing',
        'packages.lock.json, dotnet-tools.json, project.assets.json, *.deps.json':
          'fault "the file ends in the middle of a JSON value"'
      }
    ],
    [
      'deep elements',
      long('<a>'),
      {
        '*.csproj, Directory.Packages.props, *.props': 'fault "nested deeper than 1000 levels"',
        'packages.config': '1 gap "expected a package with an id", fault "nested deeper than 1000 levels"'
      },
      120
    ],
    [
      'a chain of properties',
      `<P>${chain}${items(MANY, i => `$(P${i})`)}</P>`,
      { '*.csproj': `${MANY} packages`, 'Directory.Packages.props, *.props': `${MANY} definitions, ${MANY} packages` }
    ],
    ['many values of a property', `<P>${values}${items(MANY, () => '$(V)')}</P>`, { [XML]: `${MANY} packages` }],
    [
      'long conditions',
      `<P><PropertyGroup>${["'$(", '(', '$(a', '!', "'a'=='a' and ", '$(a.Contains(']
        .map(part => `<V Condition="${part.repeat(900 / part.length)}">1</V>`)
        .join('')
        .repeat(20)}</PropertyGroup>${items(1, () => '$(V)')}</P>`,
      { '*.csproj': '1 package' }
    ],
    ['many names', `<P><PackageReference Include="${long('a;')}" Version="1"/></P>`, { [XML]: `${LONG / 2} packages` }],
    ['a long property', `<P>${items(1, () => `$(${long('a')})`)}</P>`, { [XML]: '1 package' }],
    [
      'many definitions',
      `<P>${chain}</P>`,
      { '*.csproj': 'nothing', 'Directory.Packages.props, *.props': `${MANY} definitions` }
    ],
    [
      'blanks before no XML',
      `${long(' ')}x`,
      {
        '*.csproj, packages.config': 'fault "expected an element, not text"',
        'Directory.Packages.props, *.props': 'nothing'
      }
    ],
    [
      'lines of Paket',
      `NUGET\n${'    a (1.0)\n'.repeat(MANY)}nuget ${long(' ')}x\nnuget a ${long('>= 1 ')}`,
      { 'paket.dependencies': '1 gap "expected a package name", 2 packages', 'paket.lock': `${MANY} packages` }
    ],
    [
      'libraries',
      `{"version":3,"libraries":{${'"a/1":{"type":"package"},'.repeat(MANY)}}}`,
      { 'project.assets.json, *.deps.json': `${MANY} packages` }
    ],
    [
      'deep JSON',
      '{"version":1,"dependencies":'.repeat(MANY),
      {
        'packages.lock.json, dotnet-tools.json, *.deps.json': 'fault "nested deeper than 1000 levels"',
        'project.assets.json': 'fault "unsupported version 1; supported: 2 and 3"'
      }
    ]
  ])
  const many = 500_000
  test('long versions and ranges are refused', async () => {
    const scheme = await nuget.versions()
    for (const text of [
      '1.'.repeat(many),
      `[${' '.repeat(many)}`,
      '*'.repeat(many),
      `1-${'-'.repeat(many)}`,
      `>= 1${' '.repeat(many)}2`,
      '~> 1 '.repeat(many)
    ]) {
      expect(scheme.parse(text)).toBeUndefined()
      expect(scheme.span(text)).toBeUndefined()
    }
  })
})
