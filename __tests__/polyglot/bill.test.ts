/** Bills of materials against the laws: which files are claimed, which chains they tell, and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import type { FileFormat } from '../../src/ecosystems/file-format.ts'
import { matches } from '../../src/ecosystems/file-names.ts'
import { bomJson } from '../../src/polyglot/bom-json.ts'
import { bomXml } from '../../src/polyglot/bom-xml.ts'
import { spdxTagValue } from '../../src/polyglot/spdx-tag-value.ts'
import { collect } from '../support/cases.ts'
import { holdsTheLawsOfFormats } from '../support/ecosystem-laws.ts'

holdsTheLawsOfFormats(bomJson)
holdsTheLawsOfFormats(bomXml)
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
  ['bombastic.json', undefined],
  ['package.json', undefined],
  ['json', undefined],
  ['bom', undefined],
  ['bom.json.md', undefined],
  ['web.spdx.yml', undefined]
])('%s is claimed', (path, expected) => {
  expect([bomJson, bomXml, spdxTagValue].find(format => matches(format.names, path))).toBe(expected)
})

test('a bill is made anew after the edit', () => {
  expect(bomJson.upgrade('kubernetes', '12.0.1', {})).toEqual([
    "# in the project's own file: kubernetes 12.0.1, then make the bill of materials anew"
  ])
})

const COMPONENT = '{"type":"library","name":"kubernetes","version":"12.0.1","purl":"pkg:pypi/kubernetes@12.0.1"}'
const CYCLONEDX = '{"bomFormat":"CycloneDX","specVersion":"1.6",'
const XML = '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>'
const SPDX = 'SPDXVersion: SPDX-2.3\n'

describe('hostile texts end soon', () => {
  test.each<readonly [string, FileFormat, string]>([
    ['one package 10,000 times', bomJson, `${CYCLONEDX}"components":[${Array(10_000).fill(COMPONENT).join()}]}`],
    ['100,000 open objects', bomJson, `${CYCLONEDX}"components":[${'{"components":['.repeat(100_000)}`],
    ['components 900 deep', bomJson, `${CYCLONEDX}${'"components":[{'.repeat(400)}${'}]'.repeat(400)}}`],
    ['500 kB of blanks', bomJson, `"bomFormat"${' '.repeat(500_000)}`],
    ['a package URL of 50 MB', bomJson, `${CYCLONEDX}"components":[{"purl":"pkg:pypi/${'a@'.repeat(25_000_000)}"}]}`],
    ['500 kB of escapes', bomJson, `${CYCLONEDX}"components":[{"purl":"pkg:golang/${'%2F'.repeat(170_000)}"}]}`],
    ['100,000 beginnings', bomJson, `${CYCLONEDX}"x":"${'pkg:golang/'.repeat(100_000)}"}`],
    ['elements 100,000 deep', bomXml, `${XML}${'<component>'.repeat(100_000)}`],
    ['100,000 components', bomXml, `${XML}${'<component type="library"/>'.repeat(100_000)}`],
    ['500 kB of blanks', spdxTagValue, `${SPDX}ExternalRef: a${' '.repeat(500_000)}`],
    ['500 kB of colons', spdxTagValue, `${SPDX}${':'.repeat(500_000)}`],
    ['a line of 50 MB', spdxTagValue, `${SPDX}PackageName: ${'a '.repeat(25_000_000)}`],
    ['100,000 texts', spdxTagValue, `${SPDX}${'PackageComment: <text>\n'.repeat(100_000)}`]
  ])('%s', async (_, format, text) => {
    expect(format.prescreen?.always?.test(text)).toBeDefined()
    await expect(collect(format, text)).resolves.toHaveProperty('entries')
  })
})

test('an encoded name is read even if no needle stands in the text', () => {
  expect(bomJson.prescreen?.always?.test('"purl": "pkg:golang/k8s.io%2Fclient-go@v0.15.6"')).toBe(true)
  expect(bomJson.prescreen?.always?.test('"purl": "pkg:golang/k8s.io/api@v0.15.6?vcs_url=https:%2F%2Fx"')).toBe(false)
})
