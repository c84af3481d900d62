/** Each reporter against the file that shows what it makes of the sample report. */

import { join } from 'node:path'
import { describe, test } from '@jest/globals'
import type { Place } from '../../src/model/place.ts'
import type { Conclusion, Report } from '../../src/model/report.ts'
import { addressOf } from '../../src/reporters/address.ts'
import { annotations } from '../../src/reporters/annotations.ts'
import { json } from '../../src/reporters/json.ts'
import { list } from '../../src/reporters/list.ts'
import { renderComment, renderResolved, renderSummary } from '../../src/reporters/markdown.ts'
import type { Context } from '../../src/reporters/reporter.ts'
import { text } from '../../src/reporters/text.ts'
import { expectGolden } from '../support/golden.ts'
import { at, concluded, finding, gap, report, sample } from '../support/report.ts'

const link: (place: Place) => string = addressOf({
  server: 'https://github.example',
  name: 'acme/shop',
  commit: '4f1c2a9b7e3d5806a1b2c3d4e5f60718293a4b5c',
  folder: ''
})
const elsewhere = { name: 'the job summary', url: 'https://github.example/acme/shop/actions/runs/77' }
const context: Context & { key: string } = { key: 'default', link, elsewhere }

const incomplete = report(
  [finding('reloads')],
  [
    gap({ place: at('web/package-lock.json:88:3'), detail: 'expected a comma' }),
    gap({ kind: 'unreadable-file', place: at('vendor/modules.txt:1:1'), detail: 'permission denied' }),
    gap({ kind: 'absent-file', place: at('lib/go.mod:1:1'), detail: 'a submodule that is not checked out' })
  ]
)

const files: readonly [string, (report: Report, conclusion: Conclusion) => string][] = [
  ['text.txt', (report, conclusion) => text.render(report, conclusion, {})],
  ['comment.md', (report, conclusion) => renderComment(report, conclusion, context)],
  ['json.txt', (report, conclusion) => json.render(report, conclusion, {})],
  ['list.txt', (report, conclusion) => list.render(report, conclusion, {})],
  [
    'annotations.txt',
    (report, conclusion) =>
      annotations(report, conclusion)
        .map(
          ({ level, path, line, column, title, message }) =>
            `${level} ${path}:${line}:${column}\n${title}\n${message}\n`
        )
        .join('\n')
  ]
]

describe('the sample report', () => {
  test.each(files)('%s', (file, render) => {
    const whole = sample()
    expectGolden(golden(file), render(whole, concluded(whole)))
  })
})

describe('other reports', () => {
  test('an incomplete scan whose check run could not be posted', () => {
    const deliveries = [
      { channel: 'pull request comment', state: 'delivered' as const },
      { channel: 'check run', state: 'failed' as const, detail: 'GitHub answered 403. Give the job `checks: write`.' }
    ]
    expectGolden(golden('incomplete.md'), renderSummary(incomplete, concluded(incomplete), { link, deliveries }))
    expectGolden(golden('incomplete.txt'), text.render(incomplete, concluded(incomplete), { deliveries }))
  })
  test('a comment when all is well again', () => {
    const clean = report([finding('reloads'), finding('reloads')])
    expectGolden(golden('resolved.md'), renderResolved(clean, concluded(clean), context))
  })
})

function golden(file: string): string {
  return join(import.meta.dirname, 'goldens', file)
}
