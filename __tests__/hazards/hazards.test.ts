/** The hazards against their own examples, and the way of one from its text to every report. */

import { describe, expect, test } from '@jest/globals'
import type { Hazard } from '../../src/hazards/hazard.ts'
import { hazards } from '../../src/hazards/index.ts'
import type { Level } from '../../src/model/rule.ts'
import { addressOf } from '../../src/reporters/address.ts'
import { annotations } from '../../src/reporters/annotations.ts'
import { comment } from '../../src/reporters/comment.ts'
import { reporters } from '../../src/reporters/index.ts'
import { summary } from '../../src/reporters/summary.ts'
import { hazardDetector } from '../../src/scan/hazards.ts'
import { scan } from '../../src/scan/scan.ts'
import { conflictIn, type Line, lines } from '../../src/syntax/lines.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'
import { hazardFinding, resultOf } from '../support/report.ts'

const { rule } = hazardFinding()
if (!rule) throw new Error('the sample of a hazard has no rule')

/** A hazard that no product looks for: a line `type: toy` in a file of toys. */
const toy = {
  rule,
  reads: {
    name: 'toys',
    names: { endings: ['.toys'] },
    parse: text =>
      Array.from(lines(text), line => {
        const fault = conflictIn(line)
        if (fault) throw fault
        return line
      })
  },
  keywords: ['toy'],
  *detect(document) {
    for (const { text, at } of document) {
      const [, begin = '', object] = /^(\s*type: )toy(?: of (\S+))?$/.exec(text) ?? []
      if (begin !== '') yield { at: at + begin.length, ...(object === undefined ? {} : { object: `Child/${object}` }) }
    }
  },
  examples: { fires: ['type: toy\n', 'a\n  type: toy of ann'], silent: ['type: tool', 'a toy'] }
} satisfies Hazard<readonly Line[]>

const seenBy = async (hazard: Hazard, text: string) => (await hazardDetector(hazard).detect(text)).hazards

describe.each([toy, ...hazards].map(hazard => ({ hazard, id: hazard.rule.id })))('$id', ({ hazard }) => {
  test('has examples that fire and examples that stay silent', () => {
    expect(hazard.examples.fires.length).toBeGreaterThan(0)
    expect(hazard.examples.silent.length).toBeGreaterThan(0)
  })

  test.each(hazard.examples.fires)('fires in %j, and a keyword finds the text', async text => {
    expect(await seenBy(hazard, text)).not.toEqual([])
    expect(hazardDetector(hazard).mentions(text)).toBe(true)
  })

  test.each(hazard.examples.silent)('is silent in %j', async text => {
    expect(await seenBy(hazard, text)).toEqual([])
  })
})

const files = {
  'room/box.toys': 'name: box\n  type: toy of ann\n',
  'room/shelf.toys': 'type: tool\n',
  'room/torn.toys': 'toy\n<<<<<<< HEAD\n',
  'room/toys.txt': 'type: toy\n'
}
const scanToys = (levels = {}) => scan(memoryWorkspace(files), { minimum: 'documented', hazards: [toy], levels })

describe('from the text to the reports', () => {
  test('a finding has the place, the object and the line; a text that cannot be parsed is a gap', async () => {
    const { findings, gaps, coverage } = await scanToys()
    expect(findings).toEqual([
      {
        rule,
        subject: { kind: 'hazard', object: 'Child/ann', snippet: 'type: toy of ann' },
        level: 'error',
        place: { path: 'room/box.toys', line: 2, column: 9 },
        related: [],
        explanation: { because: rule.meaning, evidence: [] },
        status: { kind: 'open' },
        identity: '["hazard","toy-hazard","room/box.toys","Child/ann"]'
      }
    ])
    expect(gaps).toMatchObject([{ kind: 'unparseable-file', place: { path: 'room/torn.toys', line: 2, column: 1 } }])
    expect(coverage).toMatchObject({ listed: 4 })
  })

  test('a configuration raises its level and never lowers it', async () => {
    const quiet = { ...toy, rule: { ...rule, level: 'notice' as const } }
    const levels = async (hazard: Hazard, level: Level) => {
      const options = { minimum: 'documented', hazards: [hazard], levels: { [rule.id]: level } } as const
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
      ['comment', comment.render(result, { marker: '<!-- bound-token-check:default -->', link })],
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
