/** The report in the log: the runner must not take any of it for a command, nor the terminal for a control. */

import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { markdown } from '../../src/reporters/markdown.ts'
import { type TextOptions, text } from '../../src/reporters/text.ts'
import { widthOf } from '../../src/reporters/wrap.ts'
import { RESULTS, sized } from '../support/pages.ts'
import { at, finding, HOSTILE_ROWS, hazardFinding, hostileReport, report, resultOf, sample } from '../support/report.ts'

const render = (report: Report, options: Partial<TextOptions> = {}) =>
  text.render(resultOf(report), { colour: false, ...options })

test.each(HOSTILE_ROWS)('%s neither acts nor hides', (_, hostile) => {
  for (const line of render(hostileReport(hostile)).split('\n')) {
    // What the runner obeys: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
    expect(line.trimStart().startsWith('::')).toBe(false)
    expect(line).not.toContain('##[')
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u)
    expect(line.length).toBeLessThan(2_100)
  }
})

test('a hazard without an object is named by its text, with its title once', () => {
  const [, , head] = render(report([hazardFinding({ subject: { kind: 'hazard', snippet: 'type: toy' } })])).split('\n')
  expect(head).toBe('type: toy: toy hazard.')
})

describe('hazards of one rule', () => {
  const advice = 'Request one: `kubectl create token NAME`. Or `say "it"`.'
  const because = 'A toy was left here.'
  const of = (object: string, line: number, level: 'error' | 'notice' = 'error') =>
    hazardFinding({
      subject: { kind: 'hazard', object, snippet: '' },
      level,
      place: at(`deploy/secret.yaml:${line}:7`),
      identity: object,
      explanation: { because, evidence: [], fix: { steps: [], advice } }
    })
  const shown = ['a', 'b', 'c', 'd'].map((object, index) => of(`Secret/${object}`, index + 1))

  test('are explained once, with their objects and places', () => {
    const words = render(report(shown), { width: 200 })
    expect(words).toContain('Secret/a, Secret/b, Secret/c and 1 more object: toy hazard.\n')
    expect(words).toContain('  deploy/secret.yaml:1:7, deploy/secret.yaml:2:7')
    expect(words.split(because)).toHaveLength(2)
    expect(words).toContain('Request one: "kubectl create token NAME". Or `say "it"`.')
  })
  test('are one line among notices', () => {
    const words = render(report([of('Secret/a', 1, 'notice'), of('Secret/b', 2, 'notice')]), { width: 200 })
    expect(words).toContain('- Secret/a and Secret/b: toy hazard: deploy/secret.yaml:1:7')
  })
  test('show commands as code on a page', () => {
    const page = markdown.render(resultOf(report(shown)), {})
    expect(page).toContain('`Secret/a`, `Secret/b`, `Secret/c` and 1 more object: toy hazard.')
    expect(page).toContain('Request one: `kubectl create token NAME`. Or `say "it"`.')
    expect(page.split(because)).toHaveLength(2)
  })
  test('of other words are explained by themselves', () => {
    const other = of('Secret/e', 9)
    const words = render(report([...shown, { ...other, explanation: { ...other.explanation, because: 'Another.' } }]))
    expect(words).toContain('Secret/e: toy hazard.')
  })
})

describe('colour', () => {
  test('only where it is asked for', () => {
    expect(render(sample())).not.toContain('\u001b')
    expect(render(sample(), { colour: true })).toContain('\u001b[31m\u001b[1mk8s.io/client-go')
  })
  test('changes no word and no line', () => {
    expect(stripVTControlCharacters(render(sample(), { colour: true }))).toBe(render(sample()))
  })
})

describe('width', () => {
  const results = [...Object.entries(RESULTS), ['of 60', sized(60)] as const]
  const cases = results.flatMap(([state, result]) => [40, 60, 80, 120].map(width => ({ state, width, result })))
  test.each(cases)('$state in $width columns: only commands, addresses and paths are longer', ({ width, result }) => {
    for (const line of text.render(result, { colour: false, width }).split('\n')) {
      if (widthOf(line) <= width || line.startsWith('    ')) continue
      const [first = '', ...others] = line.trim().replace(/^- /, '').split(' ')
      expect({ first, others }).toEqual({ first: expect.stringMatching(/[/:]/), others: [] })
    }
  })
  test('80 columns unless the terminal has others', () => {
    const widest = (options: Partial<TextOptions>) =>
      Math.max(
        ...text
          .render(sized(8), { colour: false, ...options })
          .split('\n')
          .filter(line => !line.startsWith('    '))
          .map(widthOf)
      )
    expect(widest({})).toBeLessThanOrEqual(80)
    expect(widest({ width: 120 })).toBeGreaterThan(80)
  })
})

test('what passes and what is settled is only counted', () => {
  const all = render(
    report([
      finding('reloads', { dependency: { name: 'good-client' } }),
      finding('unknown', { dependency: { name: 'settled' }, settledBy: finding('reloads').place })
    ])
  )
  expect(all).not.toContain('good-client')
  expect(all).toContain('1 passing, 1 settled by another file')
})

test('notices are a list below all else: one line for each package, whatever its versions and what it is called', () => {
  const unknown = (name: string, version: string, line: number, alias?: string) =>
    finding('unknown', {
      level: 'notice',
      dependency: {
        ...(alias === undefined ? {} : { alias }),
        name,
        place: { path: 'pod.yaml', line, column: 1 },
        requirement: { kind: 'version', text: version }
      }
    })
  const notices = [
    unknown('acme/agent', '1.0', 3),
    unknown('acme/csi', '2.0', 5),
    unknown('acme/agent', '1.1', 7),
    unknown('acme/csi', '2.0', 9, 'mirror.example/csi')
  ]
  const [head, , , ...rest] = render(report([...notices, finding('cannot-reload')]), { width: 200 }).split('\n\n')
  expect(head).toContain('2 more cannot be judged')
  expect(rest[0]?.split('\n')).toEqual([
    '4 notices:',
    expect.stringMatching(/^- acme\/agent \(1\.0 and 1\.1\) cannot be judged \(.*: pod\.yaml:3:1 and pod\.yaml:7:1$/),
    expect.stringMatching(/^- acme\/csi 2\.0 cannot be judged \(.*: pod\.yaml:5:1 and pod\.yaml:9:1$/)
  ])
})

test('an indirect client stands with the packages that lead to it', () => {
  const chain = [
    { name: 'a', version: '1.0' },
    { name: 'b', version: '2.0' },
    { name: 'client', version: '3.0' }
  ]
  const all = render(report([finding('cannot-reload', { dependency: { direct: false, chain } })]))
  expect(all).toContain('brought in by a 1.0 through b 2.0.')
  expect(all).not.toContain('another package')
})
