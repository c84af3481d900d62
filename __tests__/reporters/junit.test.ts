/** JUnit XML: well formed whatever the report holds, with the outcome of the job. */

import { describe, expect, test } from '@jest/globals'
import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import type { Report } from '../../src/model/report.ts'
import { junit } from '../../src/reporters/junit.ts'
import type { Result } from '../../src/reporters/reporter.ts'
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

const parse = (result: Result) => parseXml(junit.render(result, {})).root as XmlElement
const children = (element: XmlElement, name: string) =>
  element.children.filter(
    (child): child is XmlElement => child.type === 'element' && (child as XmlElement).name === name
  )
const testCases = (root: XmlElement) => children(root, 'testsuite').flatMap(suite => children(suite, 'testcase'))
const OUTCOMES = ['failure', 'error', 'skipped'] as const

/** Each test case as `file name outcome`. */
function lines(result: Result): string[] {
  return testCases(parse(result)).map(own => {
    const outcome = OUTCOMES.find(name => children(own, name).length > 0) ?? 'passed'
    return `${own.attributes['file']} ${own.attributes['name']} ${outcome}`
  })
}

/** Holds the numbers of a suite against its test cases. */
function expectTally(element: XmlElement, cases: readonly XmlElement[]): void {
  const having = (name: string) => String(cases.filter(own => children(own, name).length > 0).length)
  expect(element.attributes).toMatchObject({
    tests: String(cases.length),
    failures: having('failure'),
    errors: having('error'),
    skipped: having('skipped')
  })
}

describe('form', () => {
  test.each<readonly [string, Report]>([
    ['the sample', sample()],
    ['an empty report', report()],
    ['a hazard', report([hazardFinding()])],
    ...HOSTILE_ROWS.map(([name, text]) => [`hostile: ${name}`, hostileReport(text)] as const),
    ['a character that XML does not know', hostileReport('a\ufffeb\uffffc\u0000d')]
  ])('%s is well formed, its numbers add up, and no two cases of a file have one name', (_, whole) => {
    const root = parse(resultOf(whole))
    expect(root.name).toBe('testsuites')
    expectTally(root, testCases(root))
    expect(children(root, 'testsuite').length).toBeGreaterThan(0)
    for (const suite of children(root, 'testsuite')) {
      const cases = children(suite, 'testcase')
      expectTally(suite, cases)
      expect(new Set(cases.map(own => own.attributes['name'])).size).toBe(cases.length)
    }
  })

  test('text from the repository is text', () => {
    const name = "\"/><failure message='x'>&amp;]]>"
    const [only] = testCases(parse(resultOf(report([finding('cannot-reload', { dependency: { name } })]))))
    expect(only?.attributes['name']).toBe(name)
    expect(only && children(only, 'failure')).toHaveLength(1)
  })
})

describe('outcomes', () => {
  const whole: Report = {
    ...report(
      [
        finding('reloads', { dependency: { place: at('a/go.mod:1:1') } }),
        finding('cannot-reload', { dependency: { place: at('a/go.mod:2:1') } }),
        finding('reloads-late', { dependency: { place: at('b/go.mod:3:1') } }),
        finding('cannot-reload', { dependency: { place: at('c/go.mod:4:1') }, waivedBy: waiver() }),
        finding('cannot-reload', { settledBy: at('go.sum:1:1') })
      ],
      [gap({ place: at('d:1:1') }), gap({ kind: 'absent-file', place: at('e:1:1') })]
    ),
    waivers: [waiverResult('expired', { place: at('f.yml:1:1') })]
  }

  test('what fails the job is a failure, what could not be read an error, what is waived is skipped', () => {
    expect(lines(resultOf(whole))).toEqual([
      'a/go.mod k8s.io/client-go passed',
      'a/go.mod k8s.io/client-go (2) failure',
      'b/go.mod k8s.io/client-go passed',
      'c/go.mod k8s.io/client-go skipped',
      'd unparseable file error',
      'e absent file passed',
      'f.yml waiver of client-cannot-reload for k8s.io/client-go passed'
    ])
  })

  test('as the settings say', () => {
    const failing = (result: Result) => lines(result).filter(line => !/ (?:passed|skipped)$/.test(line))
    expect(failing(resultOf(whole, 'warning'))).toEqual([
      'a/go.mod k8s.io/client-go (2) failure',
      'b/go.mod k8s.io/client-go failure',
      'd unparseable file error',
      'f.yml waiver of client-cannot-reload for k8s.io/client-go failure'
    ])
    expect(failing(resultOf(whole, 'never', true))).toEqual([])
  })

  test('the name of a test does not depend on its verdict, so that a mended one is known again', () => {
    const name = (kind: 'reloads' | 'cannot-reload') =>
      lines(resultOf(report([finding(kind)])))[0]
        ?.split(' ')
        .slice(0, -1)
    expect(name('reloads')).toEqual(name('cannot-reload'))
  })

  test('a finding that does not fail the job says so in its output, a waiver why', () => {
    const xml = junit.render(resultOf(whole), {})
    expect(xml).toContain('<system-out>k8s.io/client-go v0.15.0 reloads its token late')
    expect(xml).toContain('waived by @acme/platform until 2027-03-01: runs outside the cluster')
  })
})
