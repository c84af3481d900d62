/** Bills of materials against the laws: which files are claimed, which chains they tell, and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import type { FileFormat } from '../../src/ecosystems/file-format.ts'
import { matches } from '../../src/ecosystems/file-names.ts'
import { bomJson, otherJson } from '../../src/polyglot/bom-json.ts'
import { bomXml, otherXml } from '../../src/polyglot/bom-xml.ts'
import { polyglotFormats } from '../../src/polyglot/index.ts'
import { spdxTagValue } from '../../src/polyglot/spdx-tag-value.ts'
import { holdsTheLawsOfFormats } from '../support/ecosystem-laws.ts'
import { byName, HUGE, long, MANY, readsHugeTexts, readsWithinBudget } from '../support/hostile.ts'
import { upgradeLines } from '../support/upgrades.ts'

holdsTheLawsOfFormats(bomJson)
holdsTheLawsOfFormats(bomXml)
holdsTheLawsOfFormats(otherJson)
holdsTheLawsOfFormats(otherXml)
holdsTheLawsOfFormats(spdxTagValue)

test.each<readonly [string, FileFormat | undefined]>([
  ['bom.json', bomJson],
  ['a/target/bom.xml', bomXml],
  ['BOM.JSON', bomJson],
  ['sbom.json', bomJson],
  ['web.cdx.json', bomJson],
  ['web.cdx.xml', bomXml],
  ['web_cyclonedx.json', bomJson],
  ['sbom-web.json', bomJson],
  ['web-1.0-sbom.json', bomJson],
  ['_manifest/spdx_2.2/manifest.spdx.json', bomJson],
  ['web.spdx3.json', bomJson],
  ['web.spdx.jsonld', bomJson],
  ['META-INF/sbom/application.cdx.json', bomJson],
  ['web.spdx', spdxTagValue],
  ['bombastic.json', otherJson],
  ['package.json', otherJson],
  ['a/inventory.jsonld', otherJson],
  ['a/inventory.xml', otherXml],
  ['json', undefined],
  ['bom', undefined],
  ['bom.json.md', undefined],
  ['web.spdx.yml', undefined]
])('%s is claimed', (path, expected) => {
  expect(polyglotFormats.find(format => matches(format.names, path))).toBe(expected)
})

test('a bill is made anew after the edit', () => {
  expect(upgradeLines(bomJson, 'kubernetes', '12.0.1', {})).toEqual([
    "# in the project's own file, require kubernetes 12.0.1, then make the bill of materials anew"
  ])
})

const COMPONENT = '{"type":"library","name":"kubernetes","version":"12.0.1","purl":"pkg:pypi/kubernetes@12.0.1"}'
const CYCLONEDX = '{"bomFormat":"CycloneDX","specVersion":"1.6",'
const XML = '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>'
const SPDX = 'SPDXVersion: SPDX-2.3\n'

describe('hostile texts', () => {
  const formats = [bomJson, bomXml, spdxTagValue]
  readsWithinBudget(byName(formats), [
    [
      'one package many times',
      `${CYCLONEDX}"components":[${Array(MANY).fill(COMPONENT).join()}]}`,
      { 'bom.json': `${MANY} packages` }
    ],
    [
      'open objects',
      `${CYCLONEDX}"components":[${'{"components":['.repeat(MANY)}`,
      { 'bom.json': 'fault "nested deeper than 1000 levels"' }
    ],
    [
      'components 400 deep',
      `${CYCLONEDX}${'"components":[{'.repeat(400)}${'}]'.repeat(400)}}`,
      { 'bom.json': '400 gaps "the package has no package URL"' }
    ],
    [
      'many components 200 deep',
      `${CYCLONEDX}${'"components":[{'.repeat(200)}"components":[${'{"type":"library"},'.repeat(MANY)}{}]${'}]'.repeat(200)}}`,
      { 'bom.json': `${MANY + 201} gaps "the package has no package URL"` }
    ],
    [
      'many elements 200 deep',
      `${XML}${'<component type="library"><components>'.repeat(200)}${'<component type="library"/>'.repeat(MANY)}${'</components></component>'.repeat(200)}</components></bom>`,
      { 'bom.xml': `${MANY + 200} gaps "the package has no package URL"` }
    ],
    ['blanks', `"bomFormat"${long(' ')}`, { 'bom.json': 'nothing' }],
    [
      'a long package URL',
      `${CYCLONEDX}"components":[{"purl":"pkg:pypi/${long('a@')}"}]}`,
      { 'bom.json': '1 package' }
    ],
    [
      'escapes',
      `${CYCLONEDX}"components":[{"purl":"pkg:golang/${long('%2F')}"}]}`,
      { 'bom.json': '1 gap "the name or version contains an escape sequence"' }
    ],
    // Each beginning is followed for 150 characters.
    ['beginnings', `${CYCLONEDX}"x":"${long('pkg:golang/')}"}`, { 'bom.json': 'nothing' }, 100],
    ['deep elements', `${XML}${'<component>'.repeat(MANY)}`, { 'bom.xml': 'fault "nested deeper than 1000 levels"' }],
    [
      'many components',
      `${XML}${'<component type="library"/>'.repeat(MANY)}`,
      { 'bom.xml': 'fault "unclosed element"' }
    ],
    ['blanks in a line', `${SPDX}ExternalRef: a${long(' ')}`, { '*.spdx': 'nothing' }],
    ['colons', `${SPDX}${long(':')}`, { '*.spdx': '1 gap "expected "Tag: value""' }],
    [
      'texts',
      `${SPDX}${'PackageComment: <text>\n'.repeat(MANY)}`,
      { '*.spdx': 'fault "unterminated text: expected "</text>""' }
    ]
  ])
  readsHugeTexts(byName(formats), [
    [
      'a huge package URL',
      `${CYCLONEDX}"components":[{"purl":"pkg:pypi/${'a@'.repeat(HUGE / 2)}"}]}`,
      { 'bom.json': '1 gap "expected a package URL"' }
    ],
    [
      'a huge line',
      `${SPDX}PackageName: ${'a '.repeat(HUGE / 2)}`,
      { '*.spdx': '1 gap "the package has no package URL"' }
    ]
  ])
})

test.each([
  ['pkg:golang/k8s.io%2Fclient-go@v0.15.6', true],
  ['pkg:docker/coreos%2Fetcd', true],
  ['pkg:docker/%70rom/%70rometheus', true],
  ['pkg:npm/@%6bubernetes/client-node', true],
  ['pkg:oci/argocd?repository_url=quay.io/argoproj', true],
  ['pkg:golang/github.com/go-micro/plugins@v4.0.0?type=module#v4/registry/kubernetes', true],
  ['pkg:golang/k8s.io/api@v0.15.6', false],
  ['pkg:npm/%40kubernetes/client-node@0.10.2%2B1', false]
])('%s is read even if no needle stands in the text: %s', (purl, expected) => {
  expect(bomJson.prescreen?.always?.test(`"purl": "${purl}"`)).toBe(expected)
})
