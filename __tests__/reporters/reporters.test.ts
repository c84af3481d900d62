/** Each reporter against the files that show what it makes of every state that a reader may meet. */

import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { annotations } from '../../src/reporters/annotations.ts'
import { comment } from '../../src/reporters/comment.ts'
import { gitlab } from '../../src/reporters/gitlab.ts'
import { json } from '../../src/reporters/json.ts'
import { junit } from '../../src/reporters/junit.ts'
import { COMMENT_SIZE, SUMMARY_LIMIT } from '../../src/reporters/limits.ts'
import { list } from '../../src/reporters/list.ts'
import { markdown } from '../../src/reporters/markdown.ts'
import { problemPage } from '../../src/reporters/problem.ts'
import type { Result } from '../../src/reporters/reporter.ts'
import { sarif } from '../../src/reporters/sarif.ts'
import { summary } from '../../src/reporters/summary.ts'
import { text } from '../../src/reporters/text.ts'
import { expectGolden } from '../support/golden.ts'
import { PAGE, RESULTS, SIZES, sized, WRONG } from '../support/pages.ts'
import { resultOf, sample } from '../support/report.ts'

const MARKER = '<!-- bound-token-check:default -->'
const STATES = Object.entries(RESULTS)

const commentOf = (result: Result) => comment.render(result, { ...PAGE, marker: MARKER })
const textOf = (result: Result) => text.render(result, { colour: false })

function annotationsOf(result: Result): string {
  return annotations
    .render(result, {})
    .map(
      ({ level, path, line, column, title, message }) => `${level} ${path}:${line}:${column}\n${title}\n${message}\n`
    )
    .join('\n')
}

test.each(STATES)('the comment: %s', (state, result) => {
  expectGolden(golden(`${state}.comment.md`), commentOf(result))
})

test.each(STATES)('the text: %s', (state, result) => {
  expectGolden(golden(`${state}.txt`), textOf(result))
})

test.each(STATES)('the annotations: %s', (state, result) => {
  expectGolden(golden(`${state}.annotations.txt`), annotationsOf(result))
})

describe('the summary', () => {
  test.each(STATES)('%s', (state, result) => {
    expectGolden(golden(`${state}.summary.md`), summary.render(result, PAGE))
  })
  test('of a run with channels that failed, that somebody asked for, and that nobody missed', () => {
    const page = summary.render(RESULTS['clean'] ?? sized(1), {
      ...PAGE,
      deliveries: [
        { channel: 'pull request comment', state: 'delivered' },
        { channel: 'check run', state: 'failed', detail: 'GitHub answered 403. Give the job `checks: write`.' },
        { channel: 'SARIF file', state: 'skipped', asked: true, detail: 'the folder is not writable' },
        { channel: 'suggestions', state: 'skipped', detail: 'the token may only read' }
      ]
    })
    expect(page).toContain(
      '#### What could not be posted\n\n- Check run failed: GitHub answered 403. Give the job `checks: write`.\n- SARIF file skipped: the folder is not writable\n'
    )
    expect(page).not.toContain('uggestions')
  })
  test('for a terminal or a file has the same words without links to the repository', () => {
    const [changed] = [RESULTS['changed'] ?? sized(1)]
    const words = (page: string) => page.replaceAll(/\[(?<words>[^\]]*)\]\([^)]*\)/g, '$<words>').split('\n<sub>')[0]
    const page = markdown.render(changed, {})
    expect(page).not.toContain('acme/shop')
    expect(words(page)).toBe(words(summary.render(changed, { ...PAGE, help: () => undefined })))
  })
})

test('a comment about a wrong configuration', () => {
  expectGolden(golden('problem.comment.md'), problemPage.render(WRONG, { ...PAGE, marker: MARKER }))
  expect(
    problemPage.render({ message: 'The input "path" leads out.', problems: [] }, { ...PAGE, marker: '' })
  ).toContain('The input "path" leads out.')
})

test('a comment that replaces one with findings says that they are resolved', () => {
  const [clean] = [RESULTS['clean'] ?? sized(1)]
  const body = comment.render(clean, { ...PAGE, marker: MARKER, resolved: true })
  expect(body).toMatch(/^<!--.*-->\n### Resolved: all 12 Kubernetes clients reload their token\n/)
})

describe.each(SIZES)('%i findings', number => {
  const result = sized(number)
  test('the comment', () => {
    const body = commentOf(result)
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(COMMENT_SIZE)
    if (number <= 500) expectGolden(golden(`of-${number}.comment.md`), body)
  })
  test('the summary has everything, that of the check run what fits', () => {
    const whole = summary.render(result, PAGE)
    expect(Buffer.byteLength(whole)).toBeLessThanOrEqual(SUMMARY_LIMIT)
    const places = new Set(Array.from(whole.matchAll(/`services\/service-\d+\/package.json:\d+`/g), ([place]) => place))
    expect(places.size).toBe(number)
    expect(Buffer.byteLength(summary.render(result, { ...PAGE, limit: 65_535 }))).toBeLessThanOrEqual(65_535)
  })
})

test.each([
  ['json.txt', (result: Result) => json.render(result, {})],
  ['sarif.txt', (result: Result) => sarif.render(result, { key: 'default' })],
  ['gitlab.txt', (result: Result) => gitlab.render(result, {})],
  ['junit.txt', (result: Result) => junit.render(result, {})],
  ['list.txt', (result: Result) => list.render(result, {})]
] as const)('%s of the sample report', (file, render) => {
  expectGolden(golden(file), render(resultOf(sample())))
})

function golden(file: string): string {
  return join(import.meta.dirname, 'goldens', file)
}
