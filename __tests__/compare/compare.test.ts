/** What became of each finding between two states: pairs with answers written by hand, and the symmetry of the comparison. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { compare } from '../../src/compare/compare.ts'
import { withIdentities } from '../../src/compare/identity.ts'
import type { BaseCommit } from '../../src/model/comparison.ts'
import { type Finding, subjectPlace } from '../../src/model/finding.ts'
import type { Report } from '../../src/model/report.ts'
import type { VerdictKind } from '../../src/model/verdict.ts'
import { scan } from '../../src/scan/scan.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'
import { randomNumbers } from '../support/numbers.ts'
import { at, finding, gap, hazardFinding, report, waiver } from '../support/report.ts'
import { parseScenarios } from '../support/scenarios.ts'

const FOLDER = join(import.meta.dirname, 'pairs')
const COMMIT: BaseCommit = { id: '0'.repeat(40), kind: 'named' }
const CASES = readdirSync(FOLDER).flatMap(document =>
  parseScenarios(readFileSync(join(FOLDER, document), 'utf8')).map(scenario => ({ document, ...scenario }))
)
const VERDICTS: readonly VerdictKind[] = ['reloads', 'reloads-late', 'unknown', 'below-minimum', 'cannot-reload']

/** The files of one state; those below `both` are in either. */
function filesOf(files: Readonly<Record<string, string>>, side: 'base' | 'head'): Record<string, string> {
  const own = Object.entries(files).filter(([path]) => /^(?:both|base|head)\//.test(path))
  if (own.length < Object.keys(files).length) throw new Error('a file in neither state')
  const prefixes = ['both/', `${side}/`]
  return Object.fromEntries(
    own.flatMap(([path, text]) => {
      const prefix = prefixes.find(each => path.startsWith(each))
      return prefix === undefined ? [] : [[path.slice(prefix.length), text]]
    })
  )
}

function scanned(files: Readonly<Record<string, string>>): Promise<Report> {
  return scan(memoryWorkspace(files), { minimum: 'documented' })
}

/** Without the major version of a Go module, which may differ between the sides. */
function nameOf({ subject, rule }: Finding): string {
  return subject.kind === 'client' ? subject.dependency.name.replace(/\/v2$/, '') : (rule?.id ?? '')
}

function stateOf(finding: Finding | undefined): string {
  if (!finding) return 'nothing'
  const { subject } = finding
  const { path } = subjectPlace(finding)
  if (subject.kind !== 'client') return `${path} ${subject.object ?? subject.snippet}`
  const { requirement } = subject.dependency
  return [path, requirement.kind === 'none' ? [] : requirement.text, subject.verdict.kind].flat().join(' ')
}

/** One line for each change, `CHANGE NAME: WAS => IS`. */
function changesIn({ findings, comparison }: ReturnType<typeof compare>): string[] {
  return [
    ...findings.flatMap(found => {
      const { change } = found
      return change ? [`${change.kind} ${nameOf(found)}: ${stateOf(change.before)} => ${stateOf(found)}`] : []
    }),
    ...comparison.fixed.map(({ before, now }) => `fixed ${nameOf(before)}: ${stateOf(before)} => ${stateOf(now)}`)
  ]
}

/** The lines of a comparison without what exists, told from the other side. */
function mirrored(changes: readonly string[]): string[] {
  const opposite: Readonly<Record<string, string>> = {
    introduced: 'fixed',
    fixed: 'introduced',
    worsened: 'improved',
    improved: 'worsened'
  }
  return changes.flatMap(line => {
    const {
      kind = '',
      name,
      was,
      is
    } = /^(?<kind>\S+) (?<name>.+?): (?<was>.*) => (?<is>.*)$/s.exec(line)?.groups ?? {}
    return kind in opposite ? [`${opposite[kind]} ${name}: ${is} => ${was}`] : []
  })
}

/** Holds a comparison against the one with its sides exchanged. Returns its lines. */
function expectSymmetry(base: Report, head: Report): string[] {
  const [there, back] = [changesIn(compare(head, base, COMMIT)), changesIn(compare(base, head, COMMIT))]
  const isNews = (line: string) => !line.startsWith('existing ')
  expect(mirrored(there).sort()).toEqual(back.filter(isNews).sort())
  return there
}

describe('the pairs', () => {
  test.each(CASES)('$document: $title', async ({ files, expected }) => {
    const [base, head] = [await scanned(filesOf(files, 'base')), await scanned(filesOf(files, 'head'))]
    const lines = changesIn(compare(head, base, COMMIT))
    expect(lines.length === 0 ? ['nothing'] : lines).toEqual(expected)
  })

  test.each(CASES)('$document: $title: the other way round', async ({ files }) => {
    expectSymmetry(await scanned(filesOf(files, 'base')), await scanned(filesOf(files, 'head')))
  })
})

describe('any two states', () => {
  const random = randomNumbers(7)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to pick')
    return item
  }
  const paths = ['go.mod', 'a/go.mod', 'a/Gopkg.lock', 'a/b/go.mod', 'b/go.mod', 'b/vendor/modules.txt']
  const versions = ['v0.15.0', 'v11.0.0+incompatible', 'v11.0.0', 'v0.28.4']
  const some = (): Finding =>
    finding(pick(VERDICTS), {
      dependency: {
        name: pick(['k8s.io/client-go', 'example.com/kube', 'example.com/kube/v2']),
        requirement: { kind: 'version', text: pick(versions) },
        place: at(`${pick(paths)}:${1 + Math.floor(random() * 3)}:1`)
      },
      ...(random() < 0.2 ? { settledBy: at(`${pick(paths)}:1:1`) } : {}),
      ...(random() < 0.2 ? { declaredAt: [at(`${pick(paths)}:2:1`)] } : {})
    })
  const state = (): Report => {
    const findings = withIdentities(Array.from({ length: Math.floor(random() * 8) }, some))
    return report(findings, random() < 0.2 ? [gap({ place: at(`${pick([...paths, 'a', ''])}:1:1`) })] : [])
  }

  test('compare alike in both directions, and each finding has one change', () => {
    const kinds = new Set<string>()
    for (let round = 0; round < 2_000; round++) {
      const [base, head] = [state(), state()]
      for (const line of expectSymmetry(base, head)) kinds.add(line.split(' ')[0] ?? '')
      const { findings } = compare(head, base, COMMIT)
      const changed = findings.filter(({ rule, status }) => rule !== undefined && status.kind === 'open')
      expect(findings.filter(({ change }) => change !== undefined)).toEqual(changed)
    }
    expect(Array.from(kinds).sort()).toEqual(['existing', 'fixed', 'improved', 'introduced', 'worsened'])
  })

  test('that are the same change nothing', () => {
    for (let round = 0; round < 200; round++) {
      const same = state()
      const { findings, comparison } = compare(same, same, COMMIT)
      expect(comparison.fixed).toEqual([])
      expect(findings.filter(({ change }) => change && change.kind !== 'existing')).toEqual([])
    }
  })
})

describe('of several candidates', () => {
  /** `PATH REQUIREMENT [VERDICT] [NAME]`. */
  const row = (text: string): Finding => {
    const [path = '', requirement = '', kind = 'cannot-reload', name = 'k8s.io/client-go'] = text.split(' ')
    const verdict = VERDICTS.find(each => each === kind)
    if (!verdict) throw new Error(`${kind} is no verdict`)
    return finding(verdict, {
      dependency: { name, requirement: { kind: 'version', text: requirement }, place: at(`${path}:1:1`) }
    })
  }
  const settledBy = (text: string, path: string): Finding => ({
    ...row(text),
    status: { kind: 'settled', by: at(`${path}:1:1`) }
  })
  const existing = (base: readonly Finding[], head: readonly Finding[]) =>
    changesIn(compare(report(head), report(base), COMMIT))

  test.each<[string, readonly Finding[], readonly Finding[], string]>([
    [
      'its own file comes before one that settles it with its requirement',
      [row('a/go.mod 1'), row('b/lock 2'), settledBy('a/go.mod 2', 'b/lock')],
      [row('a/go.mod 2')],
      'a/go.mod 1 cannot-reload => a/go.mod 2 cannot-reload'
    ],
    [
      'of two that settle its file, that with its requirement',
      [row('x/lock 1'), row('y/lock 2'), settledBy('a/go.mod 0', 'x/lock'), settledBy('a/go.mod 0', 'y/lock')],
      [row('a/go.mod 2')],
      'y/lock 2 cannot-reload => a/go.mod 2 cannot-reload'
    ],
    [
      'what settles its file through another one',
      [row('c/lock 1'), settledBy('b/lock 1', 'c/lock'), settledBy('a/go.mod 0', 'b/lock')],
      [row('a/go.mod 2')],
      'c/lock 1 cannot-reload => a/go.mod 2 cannot-reload'
    ],
    [
      'in its folder, that with its requirement',
      [row('a/one 1'), row('a/two 2')],
      [row('a/three 2')],
      'a/two 2 cannot-reload => a/three 2 cannot-reload'
    ],
    [
      'whatever the spelling of Go',
      [row('a/one 9.0.0'), row('a/two v10.0.0')],
      [row('a/go.mod v10.0.0+incompatible')],
      'a/two v10.0.0 cannot-reload => a/go.mod v10.0.0+incompatible cannot-reload'
    ],
    [
      'of another major version of the module',
      [row('go.mod v2.0.0 cannot-reload example.com/kube/v2')],
      [row('go.mod v3.0.0 cannot-reload example.com/kube/v3')],
      'go.mod v2.0.0 cannot-reload => go.mod v3.0.0 cannot-reload'
    ],
    [
      'elsewhere, that in a file of the same name',
      [row('a/one 1'), row('b/two 1')],
      [row('c/two 1')],
      'b/two 1 cannot-reload => c/two 1 cannot-reload'
    ]
  ])('%s', (_, base, head, expected) => {
    const lines = existing(base, head).filter(line => line.startsWith('existing '))
    expect(lines.map(line => line.slice(line.indexOf(': ') + 2))).toEqual([expected])
  })

  test('the worst one of a file stands in for what became more', () => {
    const both = [row('a/one 1 reloads-late'), row('a/one 3')]
    expect(existing(both, [...both, row('a/two 2 below-minimum')])).toContain(
      'existing k8s.io/client-go: a/one 3 cannot-reload => a/two 2 below-minimum'
    )
  })

  test('one that is waived is compared as well', () => {
    const waived = { ...row('go.mod 1'), status: { kind: 'waived', by: waiver() } } as const
    expect(existing([waived], [waived])).toHaveLength(1)
    expect(existing([], [waived])).toEqual(['introduced k8s.io/client-go: nothing => go.mod 1 cannot-reload'])
    expect(existing([waived], [])).toEqual(['fixed k8s.io/client-go: go.mod 1 cannot-reload => nothing'])
  })
})

describe('a hazard', () => {
  const secret = (path: string, object: string) =>
    hazardFinding({ place: at(`${path}:4:7`), subject: { kind: 'hazard', object, snippet: 'type: toy' } })
  const changes = (base: readonly Finding[], head: readonly Finding[]) =>
    changesIn(compare(report(head), report(base), COMMIT))

  test('that is moved is the same', () =>
    expect(changes([secret('a/x.yaml', 'Secret/a')], [secret('b/y.yaml', 'Secret/a')])).toEqual([
      'existing toy-hazard: a/x.yaml Secret/a => b/y.yaml Secret/a'
    ]))

  test('of another object is another one', () =>
    expect(changes([secret('x.yaml', 'Secret/a')], [secret('x.yaml', 'Secret/b')])).toEqual([
      'introduced toy-hazard: nothing => x.yaml Secret/b',
      'fixed toy-hazard: x.yaml Secret/a => nothing'
    ]))

  test('without an object is told by its file, folder and text', () => {
    const line = (path: string, snippet: string) =>
      hazardFinding({ place: at(`${path}:4:7`), subject: { kind: 'hazard', snippet } })
    expect(changes([line('x.sh', 'a')], [line('x.sh', 'b')])).toEqual(['existing toy-hazard: x.sh a => x.sh b'])
    expect(changes([line('a/x.sh', 'a')], [line('b/x.sh', 'b')])).toEqual([
      'introduced toy-hazard: nothing => b/x.sh b',
      'fixed toy-hazard: a/x.sh a => nothing'
    ])
  })
})

describe('what could not be read', () => {
  const bad = finding('cannot-reload', { dependency: { place: at('a/go.mod:3:1') } })
  const inBase = (...gaps: Parameters<typeof gap>[0][]) => compare(report([bad]), report([], gaps.map(gap)), COMMIT)

  test.each([
    ['the file', { place: at('a/go.mod:1:1') }],
    ['its folder', { place: at('a:1:1'), kind: 'unreadable-file' }],
    ['a submodule around it', { place: at('a:1:1'), kind: 'absent-file' }],
    ['the whole listing', { place: at(':1:1'), kind: 'unreadable-file' }]
  ] as const)('in the base: %s, so that a finding there is not called introduced', (_, changes) => {
    const { findings, comparison } = inBase(changes)
    expect(findings[0]?.change).toEqual({ kind: 'existing' })
    expect(comparison.unread).toMatchObject([{ place: changes.place }])
  })

  test.each([
    ['another file', { place: at('b/go.mod:1:1') }],
    ['a file that is included and absent', { place: at('a/go.mod:2:1'), kind: 'absent-file' }],
    ['an entry that a script computes', { place: at('a/go.mod:2:1'), kind: 'computed-entry' }]
  ] as const)('in the base: %s hides nothing of it', (_, changes) => {
    expect(inBase(changes).findings[0]?.change).toEqual({ kind: 'introduced' })
  })

  test('in both hides nothing: what is new at the head was read', () => {
    const gaps = [gap({ place: at('a/go.mod:9:1') })]
    const { findings, comparison } = compare(report([bad], gaps), report([], gaps), COMMIT)
    expect(findings[0]?.change).toEqual({ kind: 'introduced' })
    expect(comparison.unread).toEqual([])
  })

  test('in either is the same gap if it has the same words', () => {
    const [first, second] = ['a comma is missing', 'a brace is missing'].map(detail => gap({ detail }))
    if (!first || !second) throw new Error('no gaps')
    const { gaps, comparison } = compare(report([], [second]), report([], [first, second]), COMMIT)
    expect(gaps).toMatchObject([{ existing: true }])
    expect(comparison.unread).toMatchObject([{ detail: 'a comma is missing' }])
  })

  test('at the head is not called fixed', () => {
    const { comparison } = compare(report([], [gap({ place: at('a/go.mod:1:1') })]), report([bad]), COMMIT)
    expect(comparison.fixed).toEqual([])
  })
})
