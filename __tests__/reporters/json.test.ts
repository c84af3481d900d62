/** The JSON report against its schema, and the lines of `list`. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { check } from '../../src/check.ts'
import { NO_CONFIGURATION } from '../../src/configuration/configuration.ts'
import { parseConfiguration } from '../../src/configuration/parse.ts'
import { isAboutClient } from '../../src/model/finding.ts'
import type { Report } from '../../src/model/report.ts'
import { SEVERITY } from '../../src/model/rule.ts'
import type { Behaviour } from '../../src/model/verdict.ts'
import { fold } from '../../src/policy/fold.ts'
import { json } from '../../src/reporters/json.ts'
import { list } from '../../src/reporters/list.ts'
import { GAPS, PROOFS, REASONS, VERDICTS } from '../../src/reporters/phrases.ts'
import { scan } from '../../src/scan/scan.ts'
import type { Reading } from '../../src/workspaces/workspace.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'
import {
  at,
  finding,
  gap,
  HOSTILE_ROWS,
  hazardFinding,
  hostileReport,
  report,
  resultOf,
  sample,
  waiverResult
} from '../support/report.ts'

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'src', 'reporters', 'json.schema.json'), 'utf8')
)
const validate = new Ajv2020({ strict: true }).compile(schema)
const render = (report: Report) => json.render(resultOf(report), {})
const BEHAVIOURS: Readonly<Record<Behaviour, true>> = {
  reloads: true,
  'reloads-late': true,
  'reads-once': true,
  'sends-no-token': true,
  stops: true,
  'not-known': true
}
const lines = (report: Report) => list.render(resultOf(report), {}).split('\n').slice(0, -1)

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

describe('json', () => {
  test('of a scan with packages without a loader, scopes and folded findings follows the schema', async () => {
    const manifest = JSON.stringify({ devDependencies: { 'kubernetes-client': '9.0.0' } })
    const project =
      '<Project><ItemGroup><PackageReference Include="KubernetesClient.Models" Version="1.0.0" /></ItemGroup></Project>'
    const files = { 'a/package.json': manifest, 'b/package.json': manifest, 'a/a.csproj': project }
    const text = render(fold(await scan(memoryWorkspace(files), { minimum: 'documented' })))
    validate(JSON.parse(text))
    expect(validate.errors ?? []).toEqual([])
    expect(text).not.toContain('KubernetesClient.Models')
    expect(JSON.parse(text).findings).toMatchObject([
      { subject: { scope: 'development' }, path: 'a/package.json', related: [{ role: 'same', path: 'b/package.json' }] }
    ])
  })

  test.each([
    ['the sample', sample()],
    ['an empty report', report()],
    ['gaps', report([], [gap()])],
    ['a hazard', report([hazardFinding()])],
    [
      'edits',
      report([
        {
          ...finding('cannot-reload'),
          edit: { old: 'v1', new: 'v2' },
          related: [{ role: 'same', place: at('b:1:1'), edit: { old: 'v1', new: 'v2' } }]
        }
      ])
    ],
    [
      'a source',
      report([
        finding('unknown', {
          dependency: { requirement: { kind: 'source', text: 'a', url: 'a', revision: 'b', branch: 'c' } }
        })
      ])
    ],
    ['every optional part', hostileReport('x')]
  ])('%s follows the schema', (_, report) => {
    validate(JSON.parse(render(report)))
    expect(validate.errors ?? []).toEqual([])
  })
  test('of a comparison follows the schema: changes, what is fixed, what the configuration would do', async () => {
    const versions = (...all: readonly string[]) =>
      Object.fromEntries(all.map((version, index) => [`${index}/requirements.txt`, `kubernetes==${version}\n`]))
    const base: Record<string, string | Reading> = {
      ...versions('11.0.0', '29.0.0', '11.0.0', '10.0.0'),
      'a/package.json': { unreadable: 'it is too large' }
    }
    const head = { ...versions('11.0.0', '11.0.0', '29.0.0'), 'a/package.json': '{' }
    const proposal = await parseConfiguration('fail-on: never', { path: 'c.yml' })
    const settings = { minimum: 'documented', failOn: 'never', allowIncomplete: false } as const
    const { report, conclusion } = await check(memoryWorkspace(head), NO_CONFIGURATION, {
      ...settings,
      failOn: 'error',
      scope: 'introduced',
      today: '2026-01-01',
      base: { workspace: memoryWorkspace(base), commit: { id: 'ab'.repeat(20), kind: 'first-parent' } },
      proposed: { configuration: proposal, settings }
    })
    const form = JSON.parse(json.render({ report, conclusion }, {}))
    validate(form)
    expect(validate.errors ?? []).toEqual([])
    expect(form).toMatchObject({
      conclusion: { verdict: 'failed', scope: 'introduced' },
      findings: [
        {
          path: '0/requirements.txt',
          change: { kind: 'existing', before: { path: '0/requirements.txt', requirement: '11.0.0' } }
        },
        {
          path: '1/requirements.txt',
          change: {
            kind: 'introduced',
            before: {
              path: '1/requirements.txt',
              line: 1,
              column: 13,
              requirement: '29.0.0',
              verdict: 'reloads',
              level: 'pass'
            }
          }
        },
        { path: '2/requirements.txt', level: 'pass' }
      ],
      comparison: {
        kind: 'compared',
        base: { id: 'ab'.repeat(20), kind: 'first-parent' },
        fixed: [
          {
            before: { path: '2/requirements.txt', subject: { requirement: '11.0.0' } },
            now: { path: '2/requirements.txt', requirement: '29.0.0', verdict: 'reloads' }
          },
          { before: { path: '3/requirements.txt' } }
        ],
        unread: [{ path: 'a/package.json', line: 1, column: 1, detail: 'it is too large' }]
      },
      configurationChange: {
        edits: [{ text: 'adds the file' }, { path: 'c.yml', text: 'changes fail-on from error to never' }],
        effect: { conclusion: { verdict: 'passed' } }
      }
    })
    expect(form.findings[2].change).toBeUndefined()
    expect(form.comparison.fixed[1].now).toBeUndefined()
  })

  test.each<[string, Partial<Report>]>([
    ['a comparison that was not possible', { comparison: { kind: 'not-compared', because: 'the branch is new' } }],
    ['a broken proposal', { configurationChange: { edits: [], effect: { problem: 'c.yml:1:1: unknown key' } } }],
    [
      'gaps and waivers of the base',
      { gaps: [gap({ existing: true })], waivers: [{ ...waiverResult('expired'), existing: false }] }
    ],
    [
      'a hazard that is introduced',
      { findings: [hazardFinding({ change: { kind: 'worsened', before: hazardFinding() } })] }
    ]
  ])('%s follows the schema', (_, parts) => {
    validate(JSON.parse(render({ ...report(), ...parts })))
    expect(validate.errors ?? []).toEqual([])
  })

  test('the schema knows the words of the model', () => {
    const { finding, client } = schema.$defs
    const words = (rows: Readonly<Record<string, unknown>>) => Object.keys(rows).sort()
    expect([...client.properties.verdict.enum].sort()).toEqual(words(VERDICTS))
    expect([...client.properties.reason.enum].sort()).toEqual(words(REASONS))
    expect([...finding.properties.level.enum].sort()).toEqual(words(SEVERITY))
    expect([...client.properties.observed.enum].sort()).toEqual(words(BEHAVIOURS))
    expect([...finding.properties.evidence.items.properties.proof.enum].sort()).toEqual(words(PROOFS))
    expect([...schema.properties.gaps.items.properties.gap.enum].sort()).toEqual(words(GAPS))
  })
})

describe('hostile texts', () => {
  test.each(HOSTILE_ROWS)('%s arrives as it is and does nothing on its way', (_, text) => {
    const whole = hostileReport(text)
    expect(JSON.parse(render(whole)).findings[0]).toMatchObject({
      related: expect.arrayContaining([expect.objectContaining({ path: `${text}/go.mod` })]),
      subject: { name: text, requirement: text, alias: text, chain: [text, text, text === '' ? '' : `${text} ${text}`] }
    })
    const rows = lines(whole)
    expect(rows).toHaveLength(whole.findings.filter(isAboutClient).length + whole.gaps.length)
    expect(JSON.parse(rows[0] ?? '').name).toBe(text)
    const acting = [...rows, ...render(whole).split('\n')].filter(
      line => line.trimStart().startsWith('::') || line.includes('##[') || UNSEEN.test(line)
    )
    expect(acting).toEqual([])
  })
})

describe('list', () => {
  test('findings and gaps in order of path and line, each once, with the lines that repeat it', () => {
    const whole = report(
      [
        finding('reloads', { dependency: { place: at('b:3:1'), repeatedAt: [at('b:9:1')] } }),
        finding('cannot-reload', { dependency: { place: at('b:5:1') } })
      ],
      [gap({ place: at('a:7:1') }), gap({ place: at('b:4:2') })]
    )
    expect(
      lines(whole)
        .map(line => JSON.parse(line))
        .map(({ path, line, gap, verdict, repeatedAt }) => [path, line, gap ?? verdict, repeatedAt])
    ).toEqual([
      ['a', 7, 'unparseable-file', undefined],
      ['b', 3, 'reloads', [9]],
      ['b', 4, 'unparseable-file', undefined],
      ['b', 5, 'cannot-reload', undefined]
    ])
  })
  test('the names of a dependency are stable, and a passing one gives no reason', () => {
    const whole = report([
      finding('reloads', { dependency: { requirement: { kind: 'none' }, direct: true }, settledBy: at('go.sum:1:1') })
    ])
    expect(JSON.parse(lines(whole)[0] ?? '')).toEqual({
      path: 'go.mod',
      line: 12,
      column: 18,
      ecosystem: 'golang',
      format: 'go.mod',
      name: 'k8s.io/client-go',
      requirement: '',
      kind: 'none',
      origin: 'manifest',
      direct: true,
      verdict: 'reloads',
      settledBy: { path: 'go.sum', line: 1 }
    })
  })
  test('nothing for nothing', () => expect(list.render(resultOf(report()), {})).toBe(''))
})
