/** Bills of materials: a copy of what other files say is settled by them, and stands for itself where none does. */

import { expect, test } from '@jest/globals'
import { conclude } from '../../../src/policy/conclude.ts'
import { type FlatReport, findingLines, scanned } from '../../support/findings.ts'

/** A component, or a package of SPDX, for each package URL. */
function cycloneDx(...purls: readonly string[]): string {
  const components = purls.map(purl => `{"name":"k8s.io/client-go","purl":"${purl}"}`)
  return `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[\n${components.join(',\n')}\n]}`
}

function spdx(...purls: readonly string[]): string {
  const packages = purls.map(purl => `PackageName: k8s.io/client-go\nExternalRef: PACKAGE-MANAGER purl ${purl}\n`)
  return `SPDXVersion: SPDX-2.3\n${packages.join('')}`
}

/** One line for each finding; nothing may be a gap. */
function told({ findings, gaps }: FlatReport): string[] {
  expect(gaps).toEqual([])
  return findingLines(findings, ['line', 'name', 'requirement', 'verdict', 'settled', 'declared'])
}

const LOCK = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { '@kubernetes/client-node': '^0.10.2' } },
    'node_modules/@kubernetes/client-node': { version: '0.10.2' }
  }
})

test('a lockfile that says the same settles a bill, wherever either lies, and is counted once', async () => {
  const found = await scanned({
    'sbom/web.cdx.json': cycloneDx('pkg:npm/%40kubernetes/client-node@0.10.2'),
    'services/web/package.json': '{"dependencies": {"@kubernetes/client-node": "^0.10.2"}}',
    'services/web/package-lock.json': LOCK
  })
  expect(told(found)).toEqual([
    'sbom/web.cdx.json:2 @kubernetes/client-node 0.10.2 cannot-reload settled by services/web/package-lock.json:1',
    'services/web/package-lock.json:1 @kubernetes/client-node 0.10.2 cannot-reload declared at services/web/package.json:1',
    'services/web/package.json:1 @kubernetes/client-node ^0.10.2 unknown settled by services/web/package-lock.json:1'
  ])
  expect(conclude(found.whole, { failOn: 'error', allowIncomplete: false }).counts).toMatchObject({
    error: 1,
    settled: 2
  })
})

test('a bill of another version, or of what no other file names, stands for itself', async () => {
  const found = await scanned({
    'bom.json': cycloneDx('pkg:npm/%40kubernetes/client-node@0.10.1', 'pkg:pypi/kubernetes@11.0.0'),
    'package-lock.json': LOCK
  })
  expect(told(found)).toEqual([
    'bom.json:2 @kubernetes/client-node 0.10.1 cannot-reload',
    'bom.json:3 kubernetes 11.0.0 cannot-reload',
    'package-lock.json:1 @kubernetes/client-node 0.10.2 cannot-reload'
  ])
})

test('a manifest settles a bill too, whatever the spelling of the version', async () => {
  const found = await scanned({
    'go.mod': 'require k8s.io/client-go v11.0.0+incompatible\n',
    'requirements.txt': 'kubernetes==11.0\n',
    'sbom.spdx': spdx('pkg:golang/k8s.io/client-go@11.0.0%2Bincompatible', 'pkg:pypi/kubernetes@11.0.0')
  })
  expect(told(found)).toEqual([
    'go.mod:1 k8s.io/client-go v11.0.0+incompatible cannot-reload',
    'requirements.txt:1 kubernetes 11.0 cannot-reload',
    'sbom.spdx:3 k8s.io/client-go v11.0.0+incompatible cannot-reload settled by go.mod:1',
    'sbom.spdx:5 kubernetes 11.0.0 cannot-reload settled by requirements.txt:1'
  ])
})

test('of several bills in one folder the first stands for all; that of another folder for itself', async () => {
  const purl = 'pkg:golang/k8s.io/client-go@v11.0.0%2Bincompatible'
  const found = await scanned({
    'a/bom.json': cycloneDx(purl),
    'a/web.spdx': spdx(purl),
    'b/bom.json': cycloneDx(purl)
  })
  expect(told(found)).toEqual([
    'a/bom.json:2 k8s.io/client-go v11.0.0+incompatible cannot-reload',
    'a/web.spdx:3 k8s.io/client-go v11.0.0+incompatible cannot-reload settled by a/bom.json:2',
    'b/bom.json:2 k8s.io/client-go v11.0.0+incompatible cannot-reload'
  ])
})

test('what is no version is the same only in the same words', async () => {
  const found = await scanned({
    'go.mod': 'require k8s.io/client-go v0.29.3\n',
    'bom.json': cycloneDx('pkg:golang/k8s.io/client-go@master')
  })
  expect(told(found)).toEqual([
    'bom.json:2 k8s.io/client-go master unknown',
    'go.mod:1 k8s.io/client-go v0.29.3 reloads'
  ])
})

test('a bill answers no manifest', async () => {
  const found = await scanned({
    'pyproject.toml': '[project]\ndependencies = ["kubernetes>=11"]\n',
    'bom.json': cycloneDx('pkg:pypi/kubernetes@36.0.3')
  })
  expect(told(found)).toEqual(['bom.json:2 kubernetes 36.0.3 reloads', 'pyproject.toml:2 kubernetes >=11 unknown'])
})

const GO = (version: string) => `pkg:golang/${version}`

/** The project needs a package that brings the client in; `file` is what some tools put between. */
const CHAINS: Readonly<Record<string, string>> = {
  'bom.json': JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { 'bom-ref': 'project', name: 'agent' } },
    components: [
      { 'bom-ref': 'file', type: 'application', name: 'go.mod' },
      { 'bom-ref': 'a', name: 'x', purl: GO('acme.example/kit@v1.0.0') },
      { 'bom-ref': 'b', name: 'x', purl: GO('k8s.io/client-go@0.15.6') }
    ],
    dependencies: [
      { ref: 'project', dependsOn: ['file'] },
      { ref: 'file', dependsOn: ['a', 'project'] },
      { ref: 'a', dependsOn: ['b'] }
    ]
  }),
  'bom.xml': `<bom xmlns="http://cyclonedx.org/schema/bom/1.4">
    <metadata><component bom-ref="project"><name>agent</name></component></metadata>
    <components>
      <component bom-ref="a"><name>x</name><purl>${GO('acme.example/kit@v1.0.0')}</purl></component>
      <component bom-ref="b"><name>x</name><purl>${GO('k8s.io/client-go@0.15.6')}</purl></component>
    </components>
    <dependencies>
      <dependency ref="project"><dependency ref="a"/></dependency>
      <dependency ref="a"><dependency ref="b"/></dependency>
    </dependencies></bom>`,
  'sbom.spdx.json': JSON.stringify({
    spdxVersion: 'SPDX-2.3',
    documentDescribes: ['project'],
    packages: [
      { SPDXID: 'project', name: 'agent' },
      ...[
        ['a', 'acme.example/kit@v1.0.0'],
        ['b', 'k8s.io/client-go@0.15.6']
      ].map(([id, text = '']) => ({
        SPDXID: id,
        externalRefs: [{ referenceType: 'purl', referenceLocator: GO(text) }]
      }))
    ],
    relationships: [
      { spdxElementId: 'project', relationshipType: 'DEPENDS_ON', relatedSpdxElement: 'a' },
      { spdxElementId: 'b', relationshipType: 'RUNTIME_DEPENDENCY_OF', relatedSpdxElement: 'a' }
    ]
  }),
  'sbom.spdx3.json': JSON.stringify({
    '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
    '@graph': [
      { type: 'SpdxDocument', rootElement: ['project'] },
      { type: 'software_Package', spdxId: 'project', name: 'agent' },
      { type: 'software_Package', spdxId: 'a', software_packageUrl: GO('acme.example/kit@v1.0.0') },
      { type: 'software_Package', spdxId: 'b', software_packageUrl: GO('k8s.io/client-go@0.15.6') },
      { type: 'Relationship', from: 'project', relationshipType: 'dependsOn', to: ['a'] },
      { type: 'Relationship', from: 'a', relationshipType: 'dependsOn', to: 'b' }
    ]
  }),
  'agent.spdx': `SPDXVersion: SPDX-2.3
PackageName: agent
SPDXID: SPDXRef-project
PackageName: kit
SPDXID: SPDXRef-a
ExternalRef: PACKAGE-MANAGER purl ${GO('acme.example/kit@v1.0.0')}
PackageName: k8s.io/client-go
SPDXID: SPDXRef-b
ExternalRef: PACKAGE-MANAGER purl ${GO('k8s.io/client-go@0.15.6')}
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-project
Relationship: SPDXRef-project DEPENDS_ON SPDXRef-a
Relationship: SPDXRef-b DEPENDENCY_OF SPDXRef-a
`
}

test.each(Object.entries(CHAINS))('%s tells the chain', async (path, text) => {
  const { findings, gaps } = await scanned({ [path]: text })
  expect(gaps).toEqual([])
  expect(findings.map(({ dependency: { chain } }) => chain)).toEqual([
    [
      { name: 'acme.example/kit', version: 'v1.0.0' },
      { name: 'k8s.io/client-go', version: 'v0.15.6' }
    ]
  ])
})

test('an encoded name is found though no needle stands in the text', async () => {
  const purl = 'pkg:golang/k8s.io%2Fclient-go@0.15.6'
  const text = `{"bomFormat":"CycloneDX","specVersion":"1.4","components":[{"name":"client-go","purl":"${purl}"}]}`
  expect(told(await scanned({ 'bom.json': text }))).toEqual(['bom.json:1 k8s.io/client-go v0.15.6 cannot-reload'])
})

test('a bill under any file name is read, and other files with its ending are not counted', async () => {
  const found = await scanned({
    'inventory.json': cycloneDx('pkg:pypi/kubernetes@11.0.0'),
    'versions.json': '{"kubernetes": "11.0.0"}',
    'inventory.xml': `<bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components><component type="library">
<name>kubernetes</name><purl>pkg:pypi/kubernetes@11.0.1</purl></component></components></bom>`,
    'logback.xml': '<a>kubernetes</a>'
  })
  expect(told(found)).toEqual([
    'inventory.json:2 kubernetes 11.0.0 cannot-reload',
    'inventory.xml:2 kubernetes 11.0.1 cannot-reload'
  ])
  expect(found.whole.coverage).toMatchObject({ claimed: 2, read: 2 })
})

test('a client in a package URL of a type that is not read is shown, unless the bill names it otherwise', async () => {
  const GITHUB = 'pkg:github/kubernetes/client-go@v0.15.6'
  const bill = cycloneDx(
    GITHUB,
    GITHUB,
    'pkg:golang/github.com/ericchiang/k8s@v1.2.0#apis/core',
    'pkg:deb/debian/kubernetes@1'
  )
  expect((await scanned({ 'bom.json': bill })).gaps).toEqual([
    {
      kind: 'not-understood',
      place: { path: 'bom.json', line: 2, column: 36 },
      detail: 'github.com/kubernetes/client-go is named as a package of the type "github", which is not read'
    },
    {
      kind: 'not-understood',
      place: { path: 'bom.json', line: 4, column: 36 },
      detail: 'github.com/ericchiang/k8s is named with a path that may be that of a package in it or of another module'
    }
  ])
  const both = cycloneDx(GITHUB, 'pkg:golang/github.com/kubernetes/client-go@v0.15.6')
  expect((await scanned({ 'bom.json': both })).gaps).toEqual([])
})
