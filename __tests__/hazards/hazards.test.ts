/** The hazards against their own examples, and the way of one from its text to every report. */

import { describe, expect, test } from '@jest/globals'
import { fileNameIndex } from '../../src/ecosystems/file-names.ts'
import {
  type DocumentKind,
  type Example,
  found,
  type Hazard,
  type HazardFiles,
  looksInto
} from '../../src/hazards/hazard.ts'
import { hazardCatalogue, hazards } from '../../src/hazards/index.ts'
import type { Level } from '../../src/model/rule.ts'
import { addressOf } from '../../src/reporters/address.ts'
import { annotations } from '../../src/reporters/annotations.ts'
import { comment } from '../../src/reporters/comment.ts'
import { reporters } from '../../src/reporters/index.ts'
import { summary } from '../../src/reporters/summary.ts'
import { hazardDetectors } from '../../src/scan/hazards.ts'
import { scan } from '../../src/scan/scan.ts'
import { conflictIn, type Line, lines } from '../../src/syntax/lines.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'
import { mutationsOf } from '../support/mutations.ts'
import { resultOf, toyRule } from '../support/report.ts'

const rule = toyRule

/** Files of toys: their lines, up to a conflict of git. */
const toyLines: DocumentKind<readonly Line[]> = { name: 'lines of toys' }
const toyFiles: HazardFiles = {
  name: 'toys',
  names: { endings: ['.toys'] },
  read: text => {
    const all = [...lines(text)]
    const conflict = all.findIndex(line => conflictIn(line))
    const at = all[conflict]?.at
    return {
      documents: [found(toyLines, conflict < 0 ? all : all.slice(0, conflict))],
      unexamined: at === undefined ? [] : [at]
    }
  }
}
const TOY = /^(?<begin>\s*type: )toy(?: of (?<child>\S+))?(?<needs> if wanted)?$/

/** A hazard that no product looks for: a line `type: toy` in a file of toys. */
const toy: Hazard = {
  rule,
  keywords: ['toy', 'wanted:'],
  finders: [
    looksInto(toyLines, function* (document) {
      for (const { text, at } of document) {
        const { begin, child, needs } = TOY.exec(text)?.groups ?? {}
        const wanted = /^wanted: (?<name>\w+)/.exec(text)?.groups?.['name']
        if (wanted !== undefined) yield { at, fact: { kind: 'wanted', name: wanted } }
        if (begin === undefined) continue
        const sighting = { at: at + begin.length, ...(child === undefined ? {} : { object: `Child/${child}` }) }
        if (!needs) yield sighting
        else
          yield {
            ...sighting,
            requires: { kind: 'wanted', within: 'repository', matches: fact => fact.name === child }
          }
      }
    })
  ],
  examples: {
    fires: [
      { 'a.toys': 'type: toy\n' },
      { 'a.toys': 'a\n  type: toy of ann' },
      { 'a.toys': 'type: toy of ann if wanted', 'b.toys': 'wanted: ann' }
    ],
    silent: [
      { 'a.toys': 'type: tool' },
      { 'a.toys': 'a toy' },
      { 'a.toys': 'type: toy of ann if wanted', 'b.toys': 'wanted: bob' }
    ]
  }
}
const toys = { hazards: [toy], files: [toyFiles] }
const catalogue = { hazards: [toy, ...hazards], files: [toyFiles, ...hazardCatalogue.files] }

const detectorsOf = fileNameIndex(hazardDetectors(catalogue))

/** The places where a rule is broken in the files of an example, as `path:line`. */
async function placesOf(example: Example, id: string): Promise<string[]> {
  const { findings } = await scan(memoryWorkspace(example), { minimum: 'documented', hazards: catalogue })
  return findings.filter(finding => finding.rule?.id === id).map(({ place }) => `${place.path}:${place.line}`)
}

describe.each(catalogue.hazards.map(hazard => ({ hazard, id: hazard.rule.id })))('$id', ({ hazard, id }) => {
  const { fires, silent } = hazard.examples

  test('has examples that fire and examples that stay silent', () => {
    expect(fires.length).toBeGreaterThan(0)
    expect(silent.length).toBeGreaterThan(0)
  })

  test.each(fires)('fires in %j', async example => {
    expect(await placesOf(example, id)).not.toEqual([])
  })

  test.each(silent)('is silent in %j', async example => {
    expect(await placesOf(example, id)).toEqual([])
  })

  test('ends on every mutation of its examples, and keeps what is before a torn end', async () => {
    for (const example of [...fires, ...silent]) {
      const [[path = '', text = ''] = []] = Object.entries(example)
      const [detector] = detectorsOf(path)
      for (const mutated of mutationsOf(text, 0)) await detector?.detect(mutated.text)
    }
    for (const example of fires) {
      const [[path = '', text = ''] = []] = Object.entries(example)
      const torn = await placesOf({ ...example, [path]: `${text}\n{{ [ "\n` }, id)
      expect({ text, torn }).toEqual({ text, torn: await placesOf(example, id) })
    }
  })
})

const files = {
  'room/box.toys': 'name: box\n  type: toy of ann\n',
  'room/shelf.toys': 'type: tool\n',
  'room/torn.toys': 'toy\n<<<<<<< HEAD\n',
  'room/tests/box.toys': 'type: toy\n',
  'room/toys.txt': 'type: toy\n'
}
const scanToys = (levels = {}) => scan(memoryWorkspace(files), { minimum: 'documented', hazards: toys, levels })

describe('from the text to the reports', () => {
  test('a finding has the place, the object and the line; what cannot be parsed and tests are counted', async () => {
    const { findings, gaps, coverage } = await scanToys()
    expect(findings).toEqual([
      {
        rule,
        subject: { kind: 'hazard', object: 'Child/ann', snippet: 'type: toy of ann' },
        level: 'error',
        place: { path: 'room/box.toys', line: 2, column: 9 },
        related: [],
        explanation: { because: rule.meaning, evidence: [], fix: { steps: [], advice: rule.fix } },
        status: { kind: 'open' },
        identity: '["hazard","toy-hazard","room/box.toys","Child/ann"]'
      }
    ])
    expect(gaps).toEqual([])
    expect(coverage).toMatchObject({ listed: 5, claimed: 0, hazards: { searched: 3, notScanned: 1, unexamined: 1 } })
  })

  test('a configuration raises its level and never lowers it', async () => {
    const quiet = { ...toy, rule: { ...rule, level: 'notice' as const } }
    const levels = async (hazard: Hazard, level: Level) => {
      const options = {
        minimum: 'documented',
        hazards: { hazards: [hazard], files: [toyFiles] },
        levels: { [rule.id]: level }
      } as const
      return (await scan(memoryWorkspace(files), options)).findings.map(each => each.level)
    }
    expect(await levels(quiet, 'warning')).toEqual(['warning'])
    expect(await levels(toy, 'notice')).toEqual(['error'])
  })

  test('it fails the check', async () => {
    expect(resultOf(await scanToys()).conclusion.verdict).toBe('failed')
  })

  test('every report names it and its place', async () => {
    const result = resultOf(await scanToys())
    const link = addressOf({ server: 'https://github.example', name: 'acme/toys', commit: 'abc' })
    const rendered: readonly (readonly [string, string])[] = [
      ...reporters.scan.map(each => [each.name, each.render(result, { colour: false })] as const),
      ['comment', comment.render(result, { marker: '', link })],
      ['summary', summary.render(result, { link })],
      ['annotations', JSON.stringify(annotations.render(result, {}))]
    ]
    for (const [name, text] of rendered) {
      expect({ name, text }).toEqual({ name, text: expect.stringContaining('room/box.toys') })
      expect({ name, text }).toEqual({ name, text: expect.stringMatching(/Child\/ann/) })
      expect({ name, text }).toEqual({ name, text: expect.stringMatching(/toy[- ]hazard/) })
    }
  })
})
