/** SARIF: its form, what code scanning reads of it, and its limits. */

import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../src/model/finding.ts'
import type { Report } from '../../src/model/report.ts'
import { fold } from '../../src/policy/fold.ts'
import {
  SARIF_DESCRIPTION_LIMIT,
  SARIF_LOCATIONS_KEPT,
  SARIF_LOCATIONS_OF_FINDING,
  SARIF_MESSAGE_LIMIT,
  SARIF_NOTIFICATIONS_LIMIT,
  SARIF_RESULTS_KEPT,
  SARIF_RESULTS_LIMIT,
  SARIF_TAGS_KEPT
} from '../../src/reporters/limits.ts'
import { type SarifOptions, sarif } from '../../src/reporters/sarif.ts'
import { ruleIds } from '../../src/rules/index.ts'
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
  waiver,
  waiverResult
} from '../support/report.ts'
import { faultsOfSarif } from '../support/sarif.ts'

const render = (whole: Report, options: SarifOptions = {}) => sarif.render(resultOf(whole), options)
const runOf = (whole: Report, options: SarifOptions = {}) => JSON.parse(render(whole, options)).runs[0]
const waived = finding('cannot-reload', { waivedBy: waiver({ reason: 'runs [outside](https://evil.example)' }) })
const texts = (results: readonly { message: { text: string } }[]) => results.map(({ message }) => message.text)

/** The text without what a reader of SARIF takes as a character, and its links: those that are left are ours. */
function linksOf(text: string): string[] {
  const plain = text.replace(/\\[\\[\]]/g, '')
  return [...plain.matchAll(/\[[^\]]*\]\((?<target>[^)]*)\)/g)].map(({ groups }) => groups?.['target'] ?? '')
}

describe('the form', () => {
  test.each<readonly [string, Report]>([
    ['the sample', sample()],
    ['an empty report', report()],
    ['gaps', report([], [gap(), gap({ kind: 'absent-file' }), gap({ place: at(':1:1'), kind: 'unreadable-file' })])],
    ['a hazard', report([hazardFinding()])],
    ['a waiver in force', report([waived])],
    ['waivers that need a look', { ...report(), waivers: [waiverResult('expired'), waiverResult('unused')] }],
    ...HOSTILE_ROWS.map(([name, text]) => [`hostile: ${name}`, hostileReport(text)] as const)
  ])('%s is valid', (_, whole) => {
    const repository = { server: 'https://github.example', name: 'acme/shop', commit: '1'.repeat(40) }
    expect(faultsOfSarif(render(whole, { key: 'services/a', repository }))).toEqual([])
    expect(faultsOfSarif(render(whole, { withoutWaived: true }))).toEqual([])
  })

  test('a wrong file is refused, so that the check above can fail', () => {
    const wrong = (change: (run: Record<string, unknown>) => void) => {
      const log = JSON.parse(render(sample()))
      change(log.runs[0])
      return faultsOfSarif(JSON.stringify(log)).length
    }
    expect(wrong(() => undefined)).toBe(0)
    expect(wrong(run => delete run['results'])).toBeGreaterThan(0)
    expect(wrong(run => Object.assign(run, { automationDetails: { id: 'no-category' } }))).toBeGreaterThan(0)
    expect(wrong(run => Object.assign(run, { unknown: 1 }))).toBeGreaterThan(0)
  })

  test('every rule of the catalogue is described, and none by a severity of security', () => {
    const { rules } = runOf(report()).tool.driver
    expect(rules.map(({ id }: { id: string }) => id)).toEqual([
      ...ruleIds(),
      'unreadable-file',
      'unparseable-file',
      'unrecognised-entry'
    ])
    expect(rules[0]).toMatchObject({
      id: 'client-cannot-reload',
      defaultConfiguration: { level: 'error' },
      properties: { precision: 'very-high', 'problem.severity': 'error' }
    })
    expect(JSON.stringify(rules)).not.toContain('security-severity')
  })

  test('a result names its rule, its line with the whole requirement, and its package', () => {
    const [first] = runOf(sample()).results
    expect(first).toMatchObject({
      ruleId: 'client-cannot-reload',
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'agent/go.mod' },
            region: { startLine: 14, startColumn: 19, endLine: 14, endColumn: 19 + 'v11.0.0+incompatible'.length }
          }
        }
      ],
      properties: { purl: 'pkg:golang/k8s.io/client-go@v11.0.0%2Bincompatible', fix: 'v0.15.7' }
    })
    expect(first.message.text).toMatch(/^k8s\.io\/client-go v11\.0\.0\+incompatible cannot reload its token\. /)
  })

  test('a place is a link to a related location', () => {
    const results: { message: { text: string }; relatedLocations?: { id: number }[] }[] = runOf(sample()).results
    const resolved = results.find(({ relatedLocations }) => relatedLocations)
    expect(resolved?.message.text).toContain('Resolved in [reports/poetry.lock:412:12](1).')
    expect(resolved?.relatedLocations).toMatchObject([
      { id: 1, physicalLocation: { artifactLocation: { uri: 'reports/poetry.lock' }, region: { startLine: 412 } } }
    ])
  })

  test('an edit of the line is a fix', () => {
    const edited = { ...finding('cannot-reload'), edit: { old: 'v0.15.0', new: 'v0.15.7' } }
    const [{ fixes, locations }] = runOf(report([edited])).results
    expect(faultsOfSarif(render(report([edited])))).toEqual([])
    const { artifactLocation, region } = locations[0].physicalLocation
    const replacements = [{ deletedRegion: region, insertedContent: { text: 'v0.15.7' } }]
    expect(fixes).toEqual([{ artifactChanges: [{ artifactLocation, replacements }] }])
    expect(region.endColumn - region.startColumn).toBe('v0.15.0'.length)
  })

  test('what passes or is settled is no result', () => {
    const settled = finding('cannot-reload', { settledBy: at('go.sum:1:1') })
    expect(runOf(report([finding('reloads'), settled])).results).toEqual([])
  })

  test('the same at several places is a result at each', () => {
    const equal = ['a', 'b'].map(name => finding('cannot-reload', { dependency: { place: at(`${name}/go.mod:3:5`) } }))
    const { results } = runOf(fold(report(equal)))
    expect(results.map((each: typeof results) => each.locations[0].physicalLocation.artifactLocation.uri)).toEqual([
      'a/go.mod',
      'b/go.mod'
    ])
  })

  test('a comparison leaves all results and says what became of each', () => {
    const results = (['introduced', 'existing'] as const).map((kind, index) => ({
      ...finding('cannot-reload', { dependency: { place: at(`${index}/go.mod:3:5`) } }),
      change: { kind }
    }))
    expect(runOf(report(results)).results).toMatchObject([
      { properties: { change: 'introduced' } },
      { properties: { change: 'existing' } }
    ])
  })

  test('key and commit of the run', () => {
    const repository = { server: 'https://github.example', name: 'acme/shop', commit: '1'.repeat(40) }
    expect(runOf(report(), { key: 'services/a', repository })).toMatchObject({
      automationDetails: { id: 'bound-token-check/services/a/' },
      versionControlProvenance: [{ repositoryUri: 'https://github.example/acme/shop', revisionId: '1'.repeat(40) }]
    })
    expect(runOf(report()).automationDetails.id).toBe('bound-token-check/')
  })
})

describe('waivers and gaps', () => {
  test('a waived finding is suppressed', () => {
    expect(runOf(report([waived])).results).toMatchObject([
      {
        ruleId: 'client-cannot-reload',
        suppressions: [{ kind: 'external', justification: 'runs [outside](https://evil.example)' }]
      }
    ])
  })

  // https://github.com/github/codeql-action/issues/1230
  test('code scanning reads no suppressions: without waived findings', () => {
    expect(runOf(report([waived, finding('reloads-late')]), { withoutWaived: true }).results).toMatchObject([
      { ruleId: 'client-reloads-late' }
    ])
  })

  test('an unread file is a notification and, because a client may be missed, a result', () => {
    const whole = report([], [gap({ detail: 'a comma is missing' }), gap({ kind: 'absent-file' })])
    const run = runOf(whole)
    expect(run.results).toMatchObject([{ ruleId: 'unparseable-file', level: 'error' }])
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [
        { descriptor: { id: 'unparseable-file' }, level: 'error' },
        { descriptor: { id: 'absent-file' }, level: 'note' }
      ]
    })
    const allowed = JSON.parse(sarif.render(resultOf(whole, 'error', true), {})).runs[0]
    expect(allowed.results).toMatchObject([{ level: 'warning' }])
    expect(allowed.invocations[0].executionSuccessful).toBe(true)
  })
})

describe('limits', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      finding(index % 3 === 0 ? 'cannot-reload' : 'unknown', {
        dependency: { place: at(`services/s${index}/go.mod:${(index % 90) + 1}:5`) },
        verdict: {
          evidence: [{ text: 'a pull request', url: 'https://github.com/acme/shop/pull/1', proof: 'source' }],
          fix: { version: 'v0.15.7', steps: ['go get k8s.io/client-go@v0.15.7', 'go mod tidy'] }
        }
      })
    )

  test.each([SARIF_RESULTS_KEPT, SARIF_RESULTS_KEPT + 1, SARIF_RESULTS_LIMIT + 1])('%d results', count => {
    const text = render(report(many(count)))
    expect(gzipSync(text).length).toBeLessThan(10 * 1024 * 1024)
    const { results, invocations } = JSON.parse(text).runs[0]
    expect(results).toHaveLength(Math.min(count, SARIF_RESULTS_LIMIT))
    const levels: string[] = results.map(({ level }: { level: string }) => level)
    expect(levels.lastIndexOf('error')).toBeLessThan(levels.indexOf('warning'))
    expect(levels.filter(level => level === 'error')).toHaveLength(Math.ceil(count / 3))
    const notes = texts(invocations[0].toolExecutionNotifications)
    const kept = `GitHub code scanning keeps ${SARIF_RESULTS_KEPT} of these ${count} results.`
    const cut = `The first ${SARIF_RESULTS_LIMIT} of ${count} results are in this file, by level.`
    const expected = count > SARIF_RESULTS_LIMIT ? [cut] : [kept]
    expect(notes).toEqual(count > SARIF_RESULTS_KEPT ? expected : [])
  })

  test('locations, and no link to one that is left out', () => {
    const places = Array.from({ length: 2_000 }, (_, index) => at(`m${index}/pom.xml:${index + 1}:9`))
    const [only] = runOf(report([finding('cannot-reload', { declaredAt: places })])).results
    expect(only.locations.length + only.relatedLocations.length).toBe(SARIF_LOCATIONS_KEPT)
    for (const target of linksOf(only.message.text)) expect(Number(target)).toBeLessThan(SARIF_LOCATIONS_KEPT)
  })

  test('locations of a finding that is a result at each of its lines: their number does not grow with its square', () => {
    const many = (count: number) => {
      const related = Array.from({ length: count - 1 }, (_, index) => ({
        role: 'same' as const,
        place: at(`a.txt:${index + 2}:1`)
      }))
      const { results } = runOf(report([{ ...finding('cannot-reload'), place: at('a.txt:1:1'), related }]))
      expect(results).toHaveLength(count)
      return results.flatMap(({ relatedLocations = [] }: { relatedLocations?: object[] }) => relatedLocations).length
    }
    expect(many(10)).toBe(90)
    expect(many(5_000)).toBe(SARIF_LOCATIONS_OF_FINDING)
  })

  test('notifications', () => {
    const gaps = Array.from({ length: SARIF_NOTIFICATIONS_LIMIT + 5 }, (_, index) => gap({ place: at(`${index}:1:1`) }))
    const notes = texts(runOf(report([], gaps)).invocations[0].toolExecutionNotifications)
    expect(notes).toHaveLength(SARIF_NOTIFICATIONS_LIMIT + 1)
    expect(notes.at(-1)).toBe('5 more places could not be read or understood.')
  })

  test('tags and descriptions of every rule', () => {
    for (const rule of runOf(report()).tool.driver.rules) {
      expect(rule.properties.tags.length).toBeLessThanOrEqual(SARIF_TAGS_KEPT)
      expect(rule.shortDescription.text.length).toBeLessThanOrEqual(SARIF_DESCRIPTION_LIMIT)
      expect(rule.fullDescription.text.length).toBeLessThanOrEqual(SARIF_DESCRIPTION_LIMIT)
    }
  })
})

describe('hostile texts', () => {
  test.each(HOSTILE_ROWS)('%s makes no link, no placeholder and no long message', (_, text) => {
    const { results, invocations } = runOf(hostileReport(text))
    for (const result of results) {
      const related: number = result.relatedLocations?.length ?? 0
      for (const target of linksOf(result.message.text)) {
        // Evidence that the repository's configuration states is a link if it is a web address.
        if (target === text) expect(target).toMatch(/^https:\/\//)
        else expect(Number(target)).toBeLessThanOrEqual(related)
      }
    }
    for (const message of [...texts(results), ...texts(invocations[0].toolExecutionNotifications)]) {
      expect(message.length).toBeLessThanOrEqual(SARIF_MESSAGE_LIMIT)
      expect(message.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/)
    }
  })

  test('a region stays on its line', () => {
    const multiline: Finding = finding('cannot-reload', {
      dependency: { requirement: { kind: 'version', text: 'v1\nv2' } }
    })
    const { region } = runOf(report([multiline])).results[0].locations[0].physicalLocation
    expect(region.endColumn - region.startColumn).toBe(1)
  })
})
