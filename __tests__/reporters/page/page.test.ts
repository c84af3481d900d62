/** The comment and the summary: nothing from the repository acts in them, and they never outgrow their channel. */

import { describe, expect, test } from '@jest/globals'
import { marked } from 'marked'
import type { ChangeKind, Finding } from '../../../src/model/finding.ts'
import type { Report } from '../../../src/model/report.ts'
import { comment as commentReporter } from '../../../src/reporters/comment.ts'
import { COMMENT_SIZE, SUMMARY_LIMIT } from '../../../src/reporters/limits.ts'
import { markdown } from '../../../src/reporters/markdown.ts'
import type { PageOptions } from '../../../src/reporters/page/options.ts'
import { summary as summaryReporter } from '../../../src/reporters/summary.ts'
import { addresses, codeTexts, skeleton } from '../../support/html.ts'
import { randomNumbers } from '../../support/numbers.ts'
import { PAGE } from '../../support/pages.ts'
import {
  at,
  comparedWith,
  finding,
  gap,
  HOSTILE,
  HOSTILE_ROWS,
  hostileFullScan,
  hostileReport,
  report,
  resultOf,
  waiverResult
} from '../../support/report.ts'

const MARKER = '<!-- bound-token-check:default -->'
const html = (text: string) => marked.parse(text, { async: false })
const comment = (report: Report, options: Partial<PageOptions> = {}) =>
  commentReporter.render(resultOf(report), { ...PAGE, marker: MARKER, ...options })
const summary = (report: Report, options: Partial<PageOptions> = {}) =>
  summaryReporter.render(resultOf(report), { ...PAGE, ...options })

/** Many findings, of every kind and with names of every length. */
function large(findings: number, seed = 1): Report {
  const random = randomNumbers(seed)
  const kinds = ['cannot-reload', 'unknown', 'reloads', 'below-minimum', 'reloads-late', 'sends-no-token'] as const
  const changes: readonly ChangeKind[] = ['introduced', 'worsened', 'existing', 'improved']
  const made = Array.from({ length: findings }, (_, number): Finding => {
    const text = HOSTILE[Math.floor(random() * HOSTILE.length)] ?? ''
    const place = {
      path: `${'folder/'.repeat(Math.floor(random() * 8))}${text.slice(0, 200)}${number}/go.mod`,
      line: number + 1,
      column: 1
    }
    return finding(kinds[Math.floor(random() * kinds.length)] ?? 'unknown', {
      dependency: { name: `${text.slice(0, 300)}${Math.floor(random() * 40)}`, place },
      verdict: {
        fix: { version: 'v0.15.7', folder: place.path, steps: ['go get k8s.io/client-go@v0.15.7', 'go mod tidy'] }
      },
      change: { kind: changes[Math.floor(random() * changes.length)] ?? 'existing' },
      ...(random() < 0.3 ? { settledBy: place } : {})
    })
  })
  const gaps = Array.from({ length: findings >> 3 }, (_, line) =>
    gap({ place: { path: 'a.json', line: line + 1, column: 1 } })
  )
  return { ...report(made, gaps), comparison: comparedWith(made.slice(0, findings >> 4).map(before => ({ before }))) }
}

describe('hostile texts', () => {
  test('the marker stands at the top, and nowhere else', () => {
    // A user could plant the marker of our comment: https://github.com/danger/danger-js/blob/main/source/platforms/github/GitHubAPI.ts
    for (const text of HOSTILE) {
      const body = comment(hostileReport(text))
      expect(body.startsWith(`${MARKER}\n`)).toBe(true)
      expect(body.split('<!--')).toHaveLength(2)
    }
  })
  const pages: readonly [string, (text: string) => string][] = [
    ['the comment', text => comment(hostileReport(text), { limit: 200_000 })],
    ['the summary', text => summary(hostileReport(text))],
    ['the summary of a full scan', text => summary(hostileFullScan(text))]
  ]
  describe.each(pages)('in %s', (_, render) => {
    // What stands in code may be anything, and so may the words of our sentences that quote a text; `reporter.test.ts` looks into
    // those. A folder that cannot be shown as it is stands in a sentence, not in a command.
    const QUOTED =
      /(?<before>client-cannot-reload for|No rule is called|Its last day was|because the base) .*?(?<after><\/li>|<\/p>|\. 1 finding|; all of this)/gs
    const FOLDER = /<p>The folder for that is <code><\/code>\.<\/p>\n| The folder for that is <code><\/code>\./g
    const bare = (text: string) =>
      skeleton(html(render(text)))
        .replaceAll(/<pre>.*?<\/pre>/gs, '<pre></pre>')
        .replaceAll(QUOTED, '$<before> $<after>')
        .replaceAll(FOLDER, '')
    const harmless = bare('harmless')
    test.each(HOSTILE_ROWS.filter(([, text]) => text.trim() !== ''))('%s changes nothing but code', (_, text) => {
      expect(bare(text)).toBe(harmless)
      const page = html(render(text))
      for (const url of addresses(page)) expect(url).toMatch(/^https:\/\/github\.example\/[\w\-.~%/#]*$/)
      const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
      expect(codeTexts(page).filter(shown => unseen.test(shown))).toEqual([])
    })
  })
  test('a link of somebody’s making cannot end its brackets', () => {
    const url = 'https://evil.example/)<img src=x> | [a](b'
    const page = html(summary(hostileReport('x'), { link: () => url, help: () => url }))
    expect(page).not.toContain('<img')
    const own = addresses(page).filter(address => !address.startsWith('https://github.example/'))
    expect(new Set(own)).toEqual(new Set(['https://evil.example/%29%3Cimg%20src=x%3E%20%7C%20%5Ba%5D%28b']))
  })
  test('the answers of an API', () => {
    const render = (text: string) =>
      skeleton(
        html(
          summaryReporter.render(resultOf(report([finding('reloads')])), {
            ...PAGE,
            deliveries: [{ channel: 'check run', state: 'failed', detail: `It said ${text}` }]
          })
        )
      )
    const item = /<li>Check run failed: It said(?:[^<]|<code><\/code>)*<\/li>/
    for (const text of HOSTILE) expect(render(text).replace(item, '')).toBe(render('no').replace(item, ''))
  })
})

describe('size', () => {
  const size = (text: string) => Math.max(text.length, Buffer.byteLength(text))
  const closes = (body: string) => {
    const page = html(body)
    expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length)
    expect(body.trimEnd().endsWith('</sub>')).toBe(true)
  }
  test.each([1, 8, 60, 500, 3_000])('a comment of %i findings is short, with marker and footer', number => {
    // The body was measured before the marker was added: https://github.com/actions/dependency-review-action/issues/779
    const body = comment(large(number, number))
    expect(size(body)).toBeLessThanOrEqual(COMMENT_SIZE)
    expect(body.startsWith(MARKER)).toBe(true)
    closes(body)
  })
  test('long texts everywhere', () => {
    for (const text of HOSTILE) expect(size(comment(hostileReport(text)))).toBeLessThanOrEqual(COMMENT_SIZE)
    const waivers = Array.from({ length: 200 }, () =>
      waiverResult('expired', { name: '🔥'.repeat(400), owner: 'o'.repeat(900) })
    )
    const edits = Array.from({ length: 200 }, () => ({ place: at('a.yml:1:1'), text: 'adds '.repeat(2_000) }))
    const effect = { problem: 'x '.repeat(5_000) }
    const body = comment({ ...large(300), waivers, configurationChange: { edits, effect } })
    expect(size(body)).toBeLessThanOrEqual(COMMENT_SIZE)
    closes(body)
  })
  test('any limit holds, and what is left of the page is whole', () => {
    const whole = large(40)
    for (let limit = 1_800; limit < 40_000; limit += 487) {
      for (const body of [comment(whole, { limit }), summary(whole, { limit })]) {
        expect(size(body)).toBeLessThanOrEqual(limit)
        closes(body)
      }
    }
    for (let limit = 0; limit < 1_800; limit += 7) expect(size(comment(whole, { limit }))).toBeLessThanOrEqual(limit)
  })
  test('a summary of 8,000 findings fits', () => {
    // https://github.com/actions/dependency-review-action/issues/867
    const body = summary(large(8_000))
    expect(size(body)).toBeLessThanOrEqual(SUMMARY_LIMIT)
    expect(body).toContain('see [the job summary]')
  })
  test('the headline is the same at every length', () => {
    // Verdict and count must not hang on how much is shown: https://github.com/reviewdog/reviewdog/pull/2260
    const whole = large(60)
    const heading = (limit: number) => comment(whole, { limit }).split('\n')[1]
    expect(new Set([1_800, 5_000, 14_000, 65_536].map(heading)).size).toBe(1)
  })
  test('the whole report has no limit', () => {
    const whole = large(3_000)
    const page = markdown.render(resultOf(whole), {})
    expect(page.length).toBeGreaterThan(SUMMARY_LIMIT / 2)
    expect(page).not.toContain('see the')
  })
})

describe('blocks', () => {
  const named = (...names: readonly string[]) =>
    names.map((name, line) =>
      finding('cannot-reload', {
        dependency: { name, place: at(`go.mod:${line + 1}:1`) },
        change: { kind: 'introduced' }
      })
    )
  const letters = 'abcdefghijklmnopqrst'.split('')
  const compared = (findings: readonly Finding[]): Report => ({ ...report(findings), comparison: comparedWith() })

  test('three are open, seven have a line, the others are folded by package', () => {
    const body = comment(compared(named(...letters)))
    expect(body.match(/^\*\*Introduced:\*\*/gm)).toHaveLength(3)
    expect(body.match(/^- \*\*Introduced:\*\*/gm)).toHaveLength(7)
    const fold = /<summary>10 more packages<\/summary>\n\n(?<items>.*?)\n\n<\/details>/s.exec(body)?.groups?.['items']
    expect(fold?.split('\n')).toHaveLength(10)
  })
  test('one for each package and fix, with all of its places', () => {
    const places = Array.from({ length: 300 }, (_, number) => at(`service-${number}/go.mod:3:1`))
    const own = report(places.map(place => finding('cannot-reload', { dependency: { place } })))
    const body = comment(own)
    expect(body.match(/cannot reload its token\./g)).toHaveLength(1)
    expect(body).toContain(' and [299 more places](')
    expect(summary(own).match(/`service-\d+\/go\.mod:3`/g)).toHaveLength(300)
  })
  test('versions with another verdict have their own words', () => {
    const dependency = (text: string) => ({ requirement: { kind: 'version', text } as const })
    const body = comment(
      report([
        finding('cannot-reload', { dependency: dependency('v1') }),
        finding('reloads-late', { dependency: dependency('v2') })
      ])
    )
    expect(body).toContain('`v1` cannot reload its token; with `v2` it reloads its token late.')
  })
  test('what is introduced comes first, then what is worse; within them errors, then direct ones', () => {
    const of = (name: string, kind: 'unknown' | 'cannot-reload', change: ChangeKind, direct?: boolean) =>
      finding(kind, { dependency: { name, ...(direct === undefined ? {} : { direct }) }, change: { kind: change } })
    const body = summary(
      compared([
        of('f', 'unknown', 'worsened'),
        of('e', 'cannot-reload', 'worsened'),
        of('d', 'unknown', 'introduced'),
        of('c', 'cannot-reload', 'introduced', false),
        of('b', 'cannot-reload', 'introduced'),
        of('a', 'cannot-reload', 'introduced', true)
      ])
    )
    const order = Array.from(
      body.matchAll(/^\*\*(?:Introduced|Worsened):\*\* \[`(?<name>\w)`\]/gm),
      ({ groups }) => groups?.['name']
    )
    expect(order.join('')).toBe('abcdef')
  })
  test('a notice is folded, unless notices fail the job', () => {
    const own = compared([finding('below-minimum', { level: 'notice', change: { kind: 'introduced' } })])
    expect(comment(own)).not.toMatch(/^\*\*Introduced/m)
    expect(commentReporter.render(resultOf(own, 'notice'), { ...PAGE, marker: '' })).toMatch(/^\*\*Introduced/m)
  })
  test('no page has a table', () => {
    for (const page of [comment(large(60)), summary(large(60)), markdown.render(resultOf(large(60)), {})])
      expect(html(page)).not.toContain('<table')
  })
})

test('every kind of finding and gap is told, whatever else there is', () => {
  // https://github.com/actions/dependency-review-action/issues/734
  const kinds = ['sends-no-token', 'cannot-reload', 'below-minimum', 'reloads-late', 'unknown', 'reloads'] as const
  const whole = report(
    kinds.map((kind, line) =>
      finding(kind, { dependency: { name: `package-${kind}`, place: at(`go.mod:${line + 1}:1`) } })
    ),
    [gap({ detail: 'gap of one file' }), gap({ kind: 'absent-file', detail: 'gap of another' })]
  )
  const body = summary(whole)
  for (const kind of kinds) expect(body).toContain(`\`package-${kind}\``)
  expect(body).toContain('`gap of one file`')
  expect(body).toContain('`gap of another`')
})
