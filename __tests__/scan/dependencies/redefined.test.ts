/** Which of several definitions decides: whole projects in which one version is given several times. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { findingLines, gapLines, type Part, scanned } from '../../support/findings.ts'
import { parseScenarios } from '../../support/scenarios.ts'

const DEFINITIONS = join(import.meta.dirname, 'redefined')
const PARTS: readonly Part[] = ['place', 'artifact', 'requirement', 'verdict', 'scope', 'used', 'settledOrLevel']

describe.each(readdirSync(DEFINITIONS))('%s', document => {
  test.each(parseScenarios(readFileSync(join(DEFINITIONS, document), 'utf8')))(
    '$title',
    async ({ files, expected }) => {
      const { findings, gaps } = await scanned(files)
      expect([...findingLines(findings, PARTS), ...gapLines(gaps)]).toEqual(expected)
    }
  )
})

describe('parents of poms', () => {
  const pom = (name: string, parent: string | undefined, inside: string) =>
    `<project><groupId>g</groupId><artifactId>${name}</artifactId><version>1</version>${
      parent === undefined
        ? ''
        : `<parent><groupId>g</groupId><artifactId>${parent}</artifactId><version>1</version></parent>`
    }${inside}</project>`
  const client = '<groupId>io.fabric8</groupId><artifactId>kubernetes-client</artifactId>'

  test('are followed however many there are', async () => {
    const count = 300
    const uses = `<dependencies><dependency>${client}<version>\${v}</version></dependency><dependency>${client}<type>x</type></dependency></dependencies>`
    const files = Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`p${i}/pom.xml`, pom(`p${i}`, i === 0 ? undefined : `p${i - 1}`, uses)])
    )
    const managed = `<properties><v>6.1.0</v></properties><dependencyManagement><dependencies><dependency>${client}<version>\${v}</version></dependency></dependencies></dependencyManagement>`
    const { findings } = await scanned({ ...files, 'p0/pom.xml': pom('p0', undefined, managed) })
    expect(findings.filter(({ settledBy }) => !settledBy).map(({ dependency: { place } }) => place.path)).toEqual([
      'p0/pom.xml'
    ])
  })
})
