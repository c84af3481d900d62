/** Annotations: one per finding and gap, in order of rank, within the limits of both ways they are sent. */

import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { annotations, capped } from '../../src/reporters/annotations.ts'
import { ANNOTATION_MESSAGE_LIMIT, ANNOTATION_TITLE_LIMIT } from '../../src/reporters/limits.ts'
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
    expect(annotation?.message).toContain('It is resolved in package-lock.json:340.')
  })
  test('the property that carries the version; the message names the place of use', () => {
    const [annotation] = of(
      report([finding('cannot-reload', { dependency: { place: at('pom.xml:12:20'), usedAt: at('pom.xml:80:9') } })])
    )
    expect(annotation).toMatchObject({ path: 'pom.xml', line: 12, column: 20 })
    expect(annotation?.message).toContain('It is used in pom.xml:80.')
  })
})

describe('text', () => {
  test.each(HOSTILE_ROWS)('%s stays within its line and its limit', (_, text) => {
    const harmless = of(hostileReport('harmless'))
    const annotated = of(hostileReport(text))
    expect(annotated).toHaveLength(harmless.length)
    for (const [index, { title, message }] of annotated.entries()) {
      expect(title.length).toBeLessThanOrEqual(ANNOTATION_TITLE_LIMIT)
      expect(message.length).toBeLessThanOrEqual(ANNOTATION_MESSAGE_LIMIT)
      expect(Buffer.byteLength(message)).toBeLessThanOrEqual(65_536)
      expect(message.split('\n')).toHaveLength(harmless[index]?.message.split('\n').length ?? 0)
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
    expect(annotation?.message).toHaveLength(ANNOTATION_MESSAGE_LIMIT)
    expect(annotation?.message.endsWith('…')).toBe(true)
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
  test('each level has its own ten', () => {
    const mixed = [...of(many(30)), ...of(many(12)).map(annotation => ({ ...annotation, level: 'notice' as const }))]
    expect(
      capped(mixed, 'the log')
        .map(({ level }) => level)
        .join(' ')
    ).toBe(`${'error '.repeat(10)}${'notice '.repeat(10)}`.trim())
  })
})
