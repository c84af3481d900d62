/** Annotations: one per finding and gap, in order of rank, within the limits of both ways they are sent. */

import { describe, expect, test } from '@jest/globals'
import type { ChangeKind } from '../../src/model/finding.ts'
import type { Report } from '../../src/model/report.ts'
import { annotations, capped } from '../../src/reporters/annotations.ts'
import { ANNOTATION_MESSAGE_LIMIT, ANNOTATION_TITLE_LIMIT, COMMANDS_PER_LEVEL } from '../../src/reporters/limits.ts'
import { at, finding, gap, HOSTILE_ROWS, hostileReport, report, resultOf } from '../support/report.ts'

const of = (report: Report, allowIncomplete = false) =>
  annotations.render(resultOf(report, 'error', allowIncomplete), {})
const many = (number: number) =>
  report(
    Array.from({ length: number }, (_, line) =>
      finding('cannot-reload', { dependency: { place: at(`go.mod:${line + 1}:2`) } })
    )
  )

describe('rank', () => {
  test('errors first, then direct ones, then by place; gaps after findings of their level', () => {
    const whole = report(
      [
        finding('unknown', { dependency: { name: 'e' } }),
        finding('cannot-reload', { dependency: { name: 'c', direct: false, place: at('a:1:1') } }),
        finding('cannot-reload', { dependency: { name: 'b', direct: true, place: at('b:2:1') } }),
        finding('cannot-reload', { dependency: { name: 'a', direct: true, place: at('b:1:1') } }),
        finding('below-minimum', { dependency: { name: 'f' }, level: 'notice' }),
        finding('reloads', { dependency: { name: 'g' } }),
        finding('unknown', { dependency: { name: 'h' }, settledBy: at('b:1:1') })
      ],
      [gap(), gap({ kind: 'absent-file' })]
    )
    expect(of(whole).map(({ level, title }) => `${level} ${title.split(' ')[0]}`)).toEqual([
      'error a',
      'error b',
      'error c',
      'error unparseable',
      'warning e',
      'notice f',
      'notice absent'
    ])
  })
  test('a gap that may be there is a warning', () => {
    expect(of(report([], [gap()]), true)[0]?.level).toBe('warning')
  })
})

test('within a level, what the change introduces or worsens comes first, then what is direct', () => {
  const changed = (name: string, kind: ChangeKind, direct: boolean) =>
    finding('cannot-reload', { dependency: { name, direct }, change: { kind } })
  const whole = report([
    changed('d', 'existing', true),
    changed('c', 'worsened', true),
    changed('b', 'introduced', false),
    changed('a', 'introduced', true)
  ])
  expect(of(whole).map(({ title }) => title.split(' ').slice(0, 2).join(' '))).toEqual([
    'Introduced: a',
    'Introduced: b',
    'Worsened: c',
    'd v0.15.0'
  ])
})

test('one sentence, and the version to use', () => {
  const verdict = { because: 'It reads once.', fix: { version: 'v0.15.7', steps: ['go get x'] } }
  expect(of(report([finding('cannot-reload', { verdict })]))[0]?.message).toBe('It reads once. Use v0.15.7 or newer.')
  const advice = { because: 'It reads once.', fix: { steps: [], advice: 'Take another client.' } }
  expect(of(report([finding('cannot-reload', { verdict: advice })]))[0]?.message).toBe(
    'It reads once. Take another client.'
  )
})

describe('place', () => {
  test('the manifest line where a lockfile decides; the message names the lockfile', () => {
    // https://github.com/github-linguist/linguist/issues/4348: lockfiles are folded away.
    const [annotation] = of(
      report([
        finding('cannot-reload', {
          dependency: { origin: 'lockfile', place: at('package-lock.json:340:18') },
          declaredAt: [at('package.json:9:7')]
        })
      ])
    )
    expect(annotation).toMatchObject({ path: 'package.json', line: 9, column: 7 })
    expect(annotation?.message).toContain('Resolved in package-lock.json:340:18.')
  })
  test('the property that carries the version; the message names the place of use', () => {
    const [annotation] = of(
      report([finding('cannot-reload', { dependency: { place: at('pom.xml:12:20'), usedAt: at('pom.xml:80:9') } })])
    )
    expect(annotation).toMatchObject({ path: 'pom.xml', line: 12, column: 20 })
    expect(annotation?.message).toContain('Used in pom.xml:80:9.')
  })
})

describe('text', () => {
  test.each(HOSTILE_ROWS)('%s stays within its line and its limit', (_, text) => {
    const harmless = of(hostileReport('harmless'))
    const annotated = of(hostileReport(text))
    expect(annotated).toHaveLength(harmless.length)
    for (const { title, message } of annotated) {
      expect(title.length).toBeLessThanOrEqual(ANNOTATION_TITLE_LIMIT)
      expect(message.length).toBeLessThanOrEqual(ANNOTATION_MESSAGE_LIMIT)
      expect(Buffer.byteLength(message)).toBeLessThanOrEqual(65_536)
      expect(message).not.toContain('\n')
      for (const line of [title, ...message.split('\n')]) {
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u)
        expect(line).not.toContain('##[')
        expect(line.trimStart().startsWith('::')).toBe(false)
      }
    }
  })
  test('a long text of our own is cut too', () => {
    const long = 'The client reads once. '.repeat(1_000)
    const [annotation] = of(report([finding('cannot-reload', { verdict: { because: long } })]))
    expect(annotation?.message.length).toBeLessThanOrEqual(ANNOTATION_MESSAGE_LIMIT)
    expect(annotation?.message).toContain('…')
  })
})

describe('capped', () => {
  test.each([0, 1, 9, 10])('%i stay as they are', number => {
    expect(capped(of(many(number)), 'the log')).toEqual(of(many(number)))
  })
  test.each([11, 12, 100])('of %i ten are left, and the last says how many more', number => {
    const all = of(many(number))
    const shown = capped(all, 'the job summary')
    expect(shown).toHaveLength(10)
    expect(shown.slice(0, 9)).toEqual(all.slice(0, 9))
    expect(shown[9]).toMatchObject({ level: 'error', line: 10, title: `${number - 9} more errors` })
    expect(shown[9]?.message).toContain('see the job summary')
  })
  test('an error of the job itself takes a place', () => {
    const shown = capped(of(many(12)), 'the log', { error: COMMANDS_PER_LEVEL - 1 })
    expect(shown).toHaveLength(9)
    expect(shown[8]).toMatchObject({ title: '4 more errors' })
  })
  test('each level has its own ten', () => {
    const mixed = [...of(many(30)), ...of(many(12)).map(annotation => ({ ...annotation, level: 'notice' as const }))]
    expect(
      capped(mixed, 'the log')
        .map(({ level }) => level)
        .join(' ')
    ).toBe(`${'error '.repeat(10)}${'notice '.repeat(10)}`.trim())
  })
})
