/** Each reporter against the file that shows what it makes of the sample report. */

import { join } from 'node:path'
import { describe, test } from '@jest/globals'
import type { Place } from '../../src/model/place.ts'
import { addressOf } from '../../src/reporters/address.ts'
import { annotations } from '../../src/reporters/annotations.ts'
import { comment, resolvedComment } from '../../src/reporters/comment.ts'
import { gitlab } from '../../src/reporters/gitlab.ts'
import { json } from '../../src/reporters/json.ts'
import { junit } from '../../src/reporters/junit.ts'
import { list } from '../../src/reporters/list.ts'
import type { Result } from '../../src/reporters/reporter.ts'
import { sarif } from '../../src/reporters/sarif.ts'
import { summary } from '../../src/reporters/summary.ts'
import { text } from '../../src/reporters/text.ts'
import { expectGolden } from '../support/golden.ts'
import { at, finding, gap, report, resultOf, sample } from '../support/report.ts'

const link: (place: Place) => string = addressOf({
  server: 'https://github.example',
  name: 'acme/shop',
  commit: '4f1c2a9b7e3d5806a1b2c3d4e5f60718293a4b5c',
  folder: ''
})
const elsewhere = { name: 'the job summary', url: 'https://github.example/acme/shop/actions/runs/77' }
const incomplete = report(
  [finding('reloads')],
  [
    gap({ place: at('web/package-lock.json:88:3'), detail: 'expected a comma' }),
    gap({ kind: 'unreadable-file', place: at('vendor/modules.txt:1:1'), detail: 'permission denied' }),
    gap({ kind: 'absent-file', place: at('lib/go.mod:1:1'), detail: 'a submodule that is not checked out' })
  ]
)

const files: readonly [string, (result: Result) => string][] = [
  ['text.txt', result => text.render(result, { colour: false })],
  ['comment.md', result => comment.render(result, { marker: '<!-- bound-token-check:default -->', link, elsewhere })],
  ['json.txt', result => json.render(result, {})],
  ['sarif.txt', result => sarif.render(result, { key: 'default' })],
  ['gitlab.txt', result => gitlab.render(result, {})],
  ['junit.txt', result => junit.render(result, {})],
  ['list.txt', result => list.render(result, {})],
  [
    'annotations.txt',
    result =>
      annotations
        .render(result, {})
        .map(
          ({ level, path, line, column, title, message }) =>
            `${level} ${path}:${line}:${column}\n${title}\n${message}\n`
        )
        .join('\n')
  ]
]

describe('the sample report', () => {
  test.each(files)('%s', (file, render) => {
    expectGolden(golden(file), render(resultOf(sample())))
  })
})

describe('other reports', () => {
  test('an incomplete scan whose check run could not be posted', () => {
    const deliveries = [
      { channel: 'pull request comment', state: 'delivered' as const },
      { channel: 'check run', state: 'failed' as const, detail: 'GitHub answered 403. Give the job `checks: write`.' }
    ]
    expectGolden(golden('incomplete.md'), summary.render(resultOf(incomplete), { link, deliveries }))
    expectGolden(golden('incomplete.txt'), text.render(resultOf(incomplete), { colour: false }))
  })
  test('a comment when all is well again', () => {
    const clean = report([finding('reloads'), finding('reloads')])
    expectGolden(
      golden('resolved.md'),
      resolvedComment.render(resultOf(clean), { marker: '<!-- bound-token-check:default -->' })
    )
  })
})

function golden(file: string): string {
  return join(import.meta.dirname, 'goldens', file)
}
