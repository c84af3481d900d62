/**
 * The report as JUnit XML, for `--format junit`: a suite for each file, a test case for each client and each thing that was found
 * in it. The form that Jenkins and GitLab read: https://github.com/jenkinsci/junit-plugin, https://docs.gitlab.com/ci/testing/unit_test_reports/
 */

import { groupBy } from '../collections.ts'
import { comparePlaces, type Place } from '../model/place.ts'
import { waivedName } from '../model/waiver.ts'
import { purlText } from '../purl-text.ts'
import { headline } from './headline.ts'
import { editPlaces, type Issue, issueNote, issuesOf } from './issues.ts'
import { GAPS, TOOL } from './phrases.ts'
import { inert, plainVoice } from './plain-voice.ts'
import type { Reporter, Result } from './reporter.ts'
import { dependencyOf, subjectName } from './subject.ts'

/** How a test case ends. A finding that does not fail the job passes, with its text as the output. */
type Outcome = 'passed' | 'failure' | 'error' | 'skipped'

interface TestCase {
  /** The same whatever the verdict, so that a test that is mended is the test that failed. */
  readonly name: string
  readonly place: Place
  readonly outcome: Outcome
  readonly title: string
  readonly lines: readonly string[]
  readonly properties: readonly (readonly [string, string])[]
}

/** Everything that XML 1.0 does not allow, not even as a reference: https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const REASON_LENGTH = 1_000
const VOICE = plainVoice()
const MARKUP = /[&<>"'\t\n\r]/g
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The report as JUnit XML. What fails the job is a failure, what could not be read an error, what is waived is skipped. */
export const junit: Reporter<Result> = {
  name: 'junit',
  render(result) {
    const cases = [...passing(result), ...issuesOf(result).map(issue => ofIssue(issue, result))]
    const suites = groupBy(
      cases.toSorted((a, b) => comparePlaces(a.place, b.place)),
      ({ place }) => place.path
    )
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites${attributes({ name: TOOL, ...tally(cases) })}>`,
      ...Array.from(suites).flatMap(([path, own]) => suite(path, own)),
      ...(cases.length === 0 ? [`  <testsuite${attributes({ name: headline(result), ...tally([]) })}/>`] : []),
      '</testsuites>',
      ''
    ].join('\n')
  }
}

function suite(path: string, cases: readonly TestCase[]): string[] {
  const file = inert(path) || '.'
  const numbers = new Map<string, number>()
  const named = cases.map(own => {
    const number = (numbers.get(own.name) ?? 0) + 1
    numbers.set(own.name, number)
    return number === 1 ? own : { ...own, name: `${own.name} (${number})` }
  })
  return [
    `  <testsuite${attributes({ name: file, ...tally(cases) })}>`,
    ...named.flatMap(own => testCase(file, own)),
    '  </testsuite>'
  ]
}

function testCase(file: string, { name, place, outcome, title, lines, properties }: TestCase): string[] {
  const shown = properties.map(([key, value]) => `        <property${attributes({ name: key, value })}/>`)
  const body = escaped(lines.join('\n'), false)
  return [
    `    <testcase${attributes({ name, classname: file, file, line: place.line, time: 0 })}>`,
    ...(shown.length === 0 ? [] : ['      <properties>', ...shown, '      </properties>']),
    ...outcomeLines(outcome, title, body),
    '    </testcase>'
  ]
}

function outcomeLines(outcome: Outcome, title: string, body: string): string[] {
  switch (outcome) {
    case 'passed':
      return body === '' ? [] : [`      <system-out>${escaped(title, false)}\n${body}</system-out>`]
    case 'skipped':
      return [`      <skipped${attributes({ message: title })}/>`]
    case 'failure':
    case 'error':
      return [`      <${outcome}${attributes({ message: title, type: outcome })}>${body}</${outcome}>`]
  }
}

/** The clients that pass: a report without a test says nothing. */
function passing({ report }: Result): TestCase[] {
  return report.findings
    .filter(({ level, status }) => level === 'pass' && status.kind === 'open')
    .flatMap(finding =>
      editPlaces(finding).map(place => ({
        name: inert(subjectName(finding)),
        place,
        outcome: 'passed' as const,
        title: '',
        lines: [],
        properties: []
      }))
    )
}

function ofIssue(issue: Issue, result: Result): TestCase {
  const { rule, level, place, about } = issue
  const dependency = about.kind === 'finding' ? dependencyOf(about.finding) : undefined
  const { title, sentences } = issueNote(issue, VOICE)
  return {
    name: nameOf(issue),
    place,
    outcome: outcomeOf(issue, result),
    title: `${title}${waivedClause(issue)}`,
    lines: sentences,
    properties: [['rule', rule], ['level', level], ...(dependency ? [['purl', purlText(dependency)] as const] : [])]
  }
}

function nameOf({ about, rule }: Issue): string {
  switch (about.kind) {
    case 'finding': {
      const { finding } = about
      return finding.subject.kind === 'client' ? inert(subjectName(finding)) : `${rule} ${inert(subjectName(finding))}`
    }
    case 'waiver':
      return `waiver of ${about.result.waiver.rule.id} for ${inert(waivedName(about.result.waiver))}`
    case 'gap':
      return GAPS[about.gap.kind].label
  }
}

function outcomeOf({ about, level }: Issue, { conclusion }: Result): Outcome {
  switch (about.kind) {
    case 'finding':
      if (about.finding.status.kind === 'waived') return 'skipped'
      return conclusion.failing.includes(about.finding) ? 'failure' : 'passed'
    case 'waiver':
      return conclusion.failing.includes(about.result) ? 'failure' : 'passed'
    case 'gap':
      return level === 'error' ? 'error' : 'passed'
  }
}

/** Who waived it and why; `''` where nobody did. */
function waivedClause({ about }: Issue): string {
  if (about.kind !== 'finding' || about.finding.status.kind !== 'waived') return ''
  const { owner, until, reason } = about.finding.status.by
  return `; waived by ${inert(owner)} until ${inert(until)}: ${inert(reason, REASON_LENGTH)}`
}

function tally(cases: readonly TestCase[]) {
  const having = (outcome: Outcome) => cases.filter(own => own.outcome === outcome).length
  return {
    tests: cases.length,
    failures: having('failure'),
    errors: having('error'),
    skipped: having('skipped'),
    time: 0
  }
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value), true)}"`)
    .join('')
}

/** In an attribute, white space but the blank would become a blank. */
function escaped(text: string, attribute: boolean): string {
  return text.replace(NOT_XML, '\ufffd').replace(MARKUP, character => {
    const reference = REFERENCES[character]
    if (reference !== undefined) return reference
    return attribute || character === '\r' ? `&#${character.charCodeAt(0)};` : character
  })
}
