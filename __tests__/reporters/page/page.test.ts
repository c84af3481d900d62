/** The comment and the summary: nothing from the repository acts in them, and they never outgrow their channel. */

import { describe, expect, test } from '@jest/globals'
import { marked } from 'marked'
import { defined } from '../../../src/collections.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { Report } from '../../../src/model/report.ts'
import { addressOf } from '../../../src/reporters/address.ts'
import { comment as commentReporter, resolvedComment } from '../../../src/reporters/comment.ts'
import { COMMENT_LIMIT, SUMMARY_LIMIT } from '../../../src/reporters/limits.ts'
import { markdown } from '../../../src/reporters/markdown.ts'
import { type SummaryOptions, summary as summaryReporter } from '../../../src/reporters/summary.ts'
import { addresses, codeTexts, skeleton } from '../../support/html.ts'
import {
  at,
  finding,
  gap,
  HOSTILE,
  HOSTILE_ROWS,
  hostileReport,
  randomNumbers,
  report,
  resultOf,
  sample
} from '../../support/report.ts'

const link = addressOf({ server: 'https://github.example', name: 'acme/shop', commit: 'abc' })
const marker = '<!-- bound-token-check:default -->'
const html = (text: string) => marked.parse(text, { async: false })
const comment = (report: Report, limit?: number) =>
  commentReporter.render(resultOf(report), { marker, link, ...defined({ limit }) })
const summary = (report: Report, options: Partial<SummaryOptions> = {}) =>
  summaryReporter.render(resultOf(report), { link, ...options })

/** Many findings, of every kind and with names of every length. */
function large(findings: number, seed = 1): Report {
  const random = randomNumbers(seed)
  const kinds = ['cannot-reload', 'unknown', 'reloads', 'below-minimum', 'reloads-late', 'sends-no-token'] as const
  const made = Array.from({ length: findings }, (_, number): Finding => {
    const text = HOSTILE[Math.floor(random() * HOSTILE.length)] ?? ''
    const place = {
      path: `${'folder/'.repeat(Math.floor(random() * 8))}${text.slice(0, 200)}${number}/go.mod`,
      line: number + 1,
      column: 1
    }
    return finding(kinds[Math.floor(random() * kinds.length)] ?? 'unknown', {
      dependency: { name: `${text.slice(0, 300)}${Math.floor(random() * 40)}`, place },
      verdict: { fix: { version: 'v0.15.7', commands: ['go get k8s.io/client-go@v0.15.7', 'go mod tidy'] } },
      ...(random() < 0.3 ? { settledBy: place } : {})
    })
  })
  return report(
    made,
    Array.from({ length: findings >> 3 }, (_, line) => gap({ place: { path: 'a.json', line: line + 1, column: 1 } }))
  )
}

describe('marker', () => {
  test('begins the comment, and stands nowhere else', () => {
    // A user could plant the marker of our comment: https://github.com/danger/danger-js/blob/main/source/platforms/github/GitHubAPI.ts
    for (const text of HOSTILE) {
      const body = comment(hostileReport(text))
      expect(body.startsWith(`${marker}\n`)).toBe(true)
      expect(body.split('<!--')).toHaveLength(2)
    }
  })
})

describe('hostile texts', () => {
  const harmless = skeleton(html(summary(hostileReport('harmless'))))
  test.each(HOSTILE_ROWS.filter(([, text]) => text !== ''))('%s changes nothing but code and paths', (_, text) => {
    const whole = hostileReport(text)
    const page = html(summary(whole))
    expect(skeleton(page)).toBe(harmless)
    for (const url of addresses(page))
      expect(url).toMatch(/^https:\/\/github\.example\/acme\/shop\/blob\/abc\/[\w\-.~%/]*#L\d+$/)
    const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
    expect(codeTexts(page).filter(shown => unseen.test(shown))).toEqual([])
  })
  test('a link of somebody’s making cannot end its brackets', () => {
    const whole = hostileReport('x')
    const page = html(summary(whole, { link: () => 'https://evil.example/)<img src=x> | [a](b' }))
    expect(page).not.toContain('<img')
    expect(new Set(addresses(page))).toEqual(new Set(['https://evil.example/%29%3Cimg%20src=x%3E%20%7C%20%5Ba%5D%28b']))
  })
  test('the answers of an API', () => {
    const whole = report([finding('reloads')])
    const render = (text: string) =>
      skeleton(
        html(
          summary(whole, {
            deliveries: [{ channel: 'check run', state: 'failed', detail: `It said ${text}` }]
          })
        )
      )
    const cell = /<td>It said(?:[^<]|<code><\/code>)*<\/td>/
    for (const text of HOSTILE) expect(render(text).replace(cell, '')).toBe(render('no').replace(cell, ''))
  })
})

describe('size', () => {
  const size = (text: string) => Math.max(text.length, Buffer.byteLength(text))
  test('a comment around the limit fits with marker and footer', () => {
    // The body was measured before the marker was added: https://github.com/actions/dependency-review-action/issues/779
    for (let findings = 60; findings < 400; findings += 17) {
      const body = comment(large(findings, findings))
      expect(size(body)).toBeLessThanOrEqual(COMMENT_LIMIT)
      expect(body.startsWith(marker)).toBe(true)
      expect(body.trimEnd().endsWith('</sub>')).toBe(true)
    }
  })
  test('any limit holds, and what is left of the page is whole', () => {
    const whole = large(40)
    for (let limit = 1_500; limit < 40_000; limit += 487) {
      const body = comment(whole, limit)
      expect(size(body)).toBeLessThanOrEqual(limit)
      const page = html(body)
      expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length)
      expect(body.trimEnd().endsWith('</sub>')).toBe(true)
    }
    for (let limit = 0; limit < 1_500; limit += 7) expect(size(comment(whole, limit))).toBeLessThanOrEqual(limit)
  })
  test('within one character of the limit', () => {
    const whole = large(12)
    const full = Buffer.byteLength(comment(whole, 10_000_000))
    for (let limit = full - 2; limit < full * 1.02; limit++)
      expect(size(comment(whole, limit))).toBeLessThanOrEqual(limit)
    expect(comment(whole, Math.ceil(full * 1.02))).toBe(comment(whole, 10_000_000))
  })
  test('a summary of 8,000 findings fits', () => {
    // https://github.com/actions/dependency-review-action/issues/867
    const whole = large(8_000)
    const body = summary(whole)
    expect(size(body)).toBeLessThanOrEqual(SUMMARY_LIMIT)
    expect(body).toContain('see the log')
  })
  test('the fewer the characters, the less it tells, the most important last', () => {
    const whole = large(60)
    const full = comment(whole, 10_000_000)
    const shorter = (limit: number) => comment(whole, limit)
    expect(full).toContain('settled by another file</summary>')
    const unlisted = shorter(Math.floor(Buffer.byteLength(full) * 0.95))
    expect(unlisted).toContain('settled by another file: see the job summary.')
    const unexplained = shorter(14_000)
    expect(unexplained).toContain('The remaining explanations and fixes: see the job summary.')
    expect(unexplained).toContain('**Fix**')
    const fewRows = shorter(5_000)
    expect(fewRows).toMatch(/And \d+ more findings: see the job summary\./)
    expect(fewRows).toContain('| ❌ |')
    const headline = shorter(1_200)
    expect(headline).toMatch(/^<!--.*-->\n### ❌ \d+ of \d+ Kubernetes clients fail/)
    expect(headline).not.toContain('| ❌ |')
  })
  test('the same number of findings is told at every length', () => {
    // Verdict and count must not hang on how much is shown: https://github.com/reviewdog/reviewdog/pull/2260
    const whole = large(60)
    const heading = (limit: number) => comment(whole, limit).split('\n')[1]
    expect(new Set([1_500, 5_000, 14_000, 65_536].map(heading)).size).toBe(1)
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
  const body = comment(whole)
  for (const kind of kinds) expect(body).toContain(`\`package-${kind}\``)
  expect(body).toContain('`gap of one file`')
  expect(body).toContain('`gap of another`')
})

test('the same explanation is given once, in one row, with all its places', () => {
  const places = Array.from({ length: 300 }, (_, number) => at(`service-${number}/go.mod:3:1`))
  const own = report(places.map(place => finding('cannot-reload', { dependency: { place } })))
  const body = comment(own)
  expect(body.match(/^#### /gm)).toHaveLength(1)
  expect(body.match(/^\| ❌/gm)).toHaveLength(1)
  expect(body).toContain(' and 299 more |')
  expect(body).toContain('- and 280 more places with the same explanation: see the job summary')
  expect(summary(own).match(/^- \[/gm)).toHaveLength(300)
})

test('what is folded is counted in findings, as in the headline', () => {
  const places = Array.from({ length: 3 }, (_, number) => at(`service-${number}/go.mod:3:1`))
  const body = comment(report(places.map(place => finding('unknown', { dependency: { place } }))))
  expect(body).toContain('3 warnings: why, and what to do')
})

test('a manifest line comes before its lockfile’s', () => {
  const body = comment(sample())
  expect(body).toMatch(
    /\*\*Fix\*\* at \[`reports\/pyproject\.toml:18`\]\([^)]*\), resolved in \[`reports\/poetry\.lock:412`\]/
  )
})

test('direct findings come before indirect ones, errors before warnings', () => {
  const rows = comment(
    report([
      finding('unknown', { dependency: { name: 'd', direct: true } }),
      finding('cannot-reload', { dependency: { name: 'c', direct: false } }),
      finding('cannot-reload', { dependency: { name: 'b' } }),
      finding('cannot-reload', { dependency: { name: 'a', direct: true } })
    ])
  ).match(/^\| (?:❌|⚠️) \| `\w`/gm)
  expect(rows).toEqual(['| ❌ | `a`', '| ❌ | `b`', '| ❌ | `c`', '| ⚠️ | `d`'])
})

test('a resolved comment is short and keeps its marker', () => {
  const clean = report([finding('reloads')])
  const body = resolvedComment.render(resultOf(clean), { marker })
  expect(body.startsWith(`${marker}\n### ✅ Resolved: `)).toBe(true)
  expect(body.length).toBeLessThan(1_000)
})

test('the whole report has no limit', () => {
  const whole = large(3_000)
  expect(markdown.render(resultOf(whole), {}).length).toBeGreaterThan(SUMMARY_LIMIT / 2)
  expect(markdown.render(resultOf(whole), {})).not.toContain('see the')
})
