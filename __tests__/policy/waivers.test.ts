/** Which findings a waiver covers, by version, path and day; and what becomes of it. */

import { describe, expect, test } from '@jest/globals'
import type { Requirement } from '../../src/model/dependency.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Waiver } from '../../src/model/waiver.ts'
import { conclude } from '../../src/policy/conclude.ts'
import { pathMatcher } from '../../src/policy/path-patterns.ts'
import { waive } from '../../src/policy/waivers.ts'
import { clientUnknown } from '../../src/rules/clients.ts'
import { at, type DependencyChanges, finding, hazardFinding, report, waiver } from '../support/report.ts'

const TODAY = '2026-11-21'
const apply = (findings: readonly Finding[], waivers: readonly Waiver[], today = TODAY) =>
  waive(report(findings), { waivers, today })
/** Whether a waiver of one package, with these changes, covers one finding of it. */
async function covers(
  changes: Parameters<typeof waiver>[0],
  dependency: DependencyChanges,
  more: Pick<NonNullable<Parameters<typeof finding>[1]>, 'declaredAt' | 'settledBy'> = {}
): Promise<boolean> {
  const own = { ecosystem: 'npm', name: 'kubernetes-client' }
  const { findings } = await apply(
    [finding('cannot-reload', { dependency: { ...own, ...dependency }, ...more })],
    [waiver({ ...own, ...changes })]
  )
  return findings[0]?.status.kind === 'waived'
}
const version = (text: string): Requirement => ({ kind: 'version', text })
const range = (text: string): Requirement => ({ kind: 'range', text })

describe('versions', () => {
  test.each<[string, string, Requirement, boolean]>([
    ['npm', '<=9.0.0', version('9.0.0'), true],
    ['npm', '<=9.0.0', version('9.0.1'), false],
    ['npm', '<=9.0.0', version('9.0.0-rc.1'), true],
    ['npm', '9.0.0', version('9.0.0'), true],
    ['npm', '9.0.0', version('9.0.1'), false],
    ['npm', '9', version('9.4.1'), true],
    ['npm', '8.x || 9.x', range('^9.1.0'), true],
    ['npm', '<=9.0.0', range('^9.0.0'), false],
    ['npm', '<=9.0.0', range('<9'), true],
    ['npm', '<=9.0.0', range('>9.0.0 <9.0.0'), false],
    ['npm', '>=1', range('*'), false],
    ['npm', '>=1', range('latest'), false],
    ['npm', '>=0.0.0-0', { kind: 'none' }, false],
    ['npm', '>=0.0.0-0', { kind: 'source', text: 'file:../x' }, false],
    ['npm', '>=0.0.0-0', version('{{ version }}'), false],
    ['pypi', '<12', version('11.0.0'), true],
    ['pypi', '<12', range('~=11.0'), true],
    ['pypi', '==11.0', version('11.0.0'), true],
    ['pypi', '<12', version('12.0.0'), false],
    ['maven', '[8.0,9.0)', version('8.0.2'), true],
    ['maven', '[8.0,9.0)', version('9.0'), false],
    ['maven', '8.0', version('8.0.0'), true],
    ['golang', 'v11.0.0+incompatible', version('v11.0.0+incompatible'), true],
    ['golang', 'v11.0.0+incompatible', version('v12.0.0+incompatible'), false],
    ['cargo', '^0.50', version('0.50.3'), true],
    ['cargo', '0.50.0', range('0.50.0'), false],
    ['gem', '< 1', version('0.9'), true],
    ['nuget', '[1.0,2.0)', version('1.9.9'), true],
    ['hackage', '<0.3.0.0', version('0.2.0.0'), true]
  ])('%s: %s covers %j: %j', async (ecosystem, versions, requirement, expected) => {
    expect(await covers({ ecosystem, versions }, { ecosystem, requirement })).toBe(expected)
  })

  test('without versions whatever is required is covered', async () => {
    for (const requirement of [version('x'), range('*'), { kind: 'none' }] satisfies Requirement[])
      expect(await covers({}, { requirement })).toBe(true)
  })
})

describe('what a waiver names', () => {
  test('one rule, one ecosystem, one package', async () => {
    expect(await covers({}, {})).toBe(true)
    expect(await covers({ rule: clientUnknown }, {})).toBe(false)
    expect(await covers({ ecosystem: 'pypi' }, {})).toBe(false)
    expect(await covers({ name: 'kubernetes' }, {})).toBe(false)
  })

  test('paths: the file of the finding, or every manifest that it answers', async () => {
    const paths = ['tools/**']
    const lock = { place: at('package-lock.json:9:1') }
    const declared = (...texts: string[]) => ({ declaredAt: texts.map(at) })
    expect(await covers({ paths }, { place: at('tools/a/package.json:3:5') })).toBe(true)
    expect(await covers({ paths }, { place: at('app/tools/package.json:3:5') })).toBe(false)
    expect(await covers({ paths }, lock)).toBe(false)
    expect(await covers({ paths }, lock, declared('tools/package.json:3:5'))).toBe(true)
    expect(await covers({ paths }, lock, declared('tools/package.json:3:5', 'app/package.json:3:5'))).toBe(false)
    expect(await covers({ paths: ['/package-lock.json'] }, lock, declared('app/package.json:3:5'))).toBe(true)
  })

  test('a hazard: its rule, in the paths that the waiver names', async () => {
    const hazard = hazardFinding({ place: at('ci/secret.yaml:4:7') })
    const { rule } = hazard
    if (!rule) throw new Error('the sample of a hazard has no rule')
    const { client: _, ...ofHazard } = waiver({ rule, paths: ['ci/**'] })
    const stateUnder = async (changes: Partial<Waiver>) => {
      const { findings, waivers } = await apply([hazard], [{ ...ofHazard, ...changes }])
      return [findings[0]?.status.kind, waivers[0]?.state]
    }
    expect(await stateUnder({})).toEqual(['waived', 'in-force'])
    expect(await stateUnder({ until: '2020-01-01' })).toEqual(['open', 'expired'])
    expect(await stateUnder({ paths: ['deploy/**'] })).toEqual(['open', 'unused'])
    expect(await stateUnder({ rule: clientUnknown })).toEqual(['open', 'unused'])
  })

  test('what another file settles is not covered: it counts for nothing anyway', async () => {
    expect(await covers({}, {}, { settledBy: at('package-lock.json:9:1') })).toBe(false)
  })
})

describe('what becomes of it', () => {
  const bad = finding('cannot-reload')

  test.each([
    ['2026-11-20', 'expired'],
    ['2026-11-21', 'in-force'],
    ['2026-11-22', 'in-force']
  ])('until %s: %s, for the last day counts', async (until, state) => {
    const { waivers, findings } = await apply([bad], [waiver({ until })])
    expect(waivers.map(result => [result.state, result.findings])).toEqual([[state, 1]])
    expect(findings[0]?.status.kind).toBe(state === 'expired' ? 'open' : 'waived')
  })

  test('nothing is taken away: findings stay in their order, and the sum adds up', async () => {
    const whole = await apply([bad, finding('reloads'), finding('unknown', { settledBy: at('a:1:1') })], [waiver()])
    expect(whole.findings).toHaveLength(3)
    const { verdict, counts } = conclude(whole, { failOn: 'error', allowIncomplete: false })
    expect(verdict).toBe('passed')
    expect(counts).toEqual({ pass: 1, notice: 0, warning: 0, error: 0, settled: 1, waived: 1, gap: 0 })
  })

  test('of two that cover one finding the first in force answers, and neither is unused', async () => {
    const [expired, first, second] = [waiver({ until: '2020-01-01' }), waiver({ owner: 'a' }), waiver({ owner: 'b' })]
    const { findings, waivers } = await apply([bad], [expired, first, second])
    expect(findings[0]?.status).toEqual({ kind: 'waived', by: first })
    expect(waivers.map(({ state }) => state)).toEqual(['expired', 'in-force', 'in-force'])
  })

  test('levels: usual ones, and raised ones', async () => {
    const waivers = [waiver({ until: '2020-01-01' }), waiver({ name: 'other' }), waiver()]
    const usual = await waive(report([bad]), { waivers, today: TODAY })
    expect(usual.waivers.map(({ level }) => level)).toEqual(['warning', 'notice', 'pass'])
    const levels = { 'waiver-expired': 'error', 'waiver-unused': 'warning' } as const
    const raised = await waive(report([bad]), { waivers, today: TODAY, levels })
    expect(raised.waivers.map(({ level }) => level)).toEqual(['error', 'warning', 'pass'])
    expect(conclude(raised, { failOn: 'error', allowIncomplete: false })).toMatchObject({
      verdict: 'failed',
      exitCode: 1
    })
  })
})

describe('paths', () => {
  test.each([
    ['examples/**', 'examples/a/go.mod', true],
    ['examples/**', 'b/examples/go.mod', false],
    ['examples', 'b/examples/go.mod', true],
    ['/examples', 'b/examples/go.mod', false],
    ['**', 'go.mod', true],
    ['*.lock', 'a/b/Cargo.lock', true],
    ['Examples/**', 'examples/go.mod', false],
    ['a/**/go.mod', 'a/b/c/go.mod', true],
    ['[#]a', '#a', true],
    ['a', '../a', false],
    ['a', '', false]
  ])('%s names %s: %j', async (pattern, path, expected) => {
    expect((await pathMatcher([pattern]))(path)).toBe(expected)
  })

  test('hostile patterns and paths end', async () => {
    const matches = await pathMatcher([`${'*a'.repeat(3)}b`])
    expect(matches(`${'a'.repeat(255)}/${'a'.repeat(255)}`)).toBe(false)
  })
})
