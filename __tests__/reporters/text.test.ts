/** The report in the log: the runner must not take any of it for a command, nor the terminal for a control. */

import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { text } from '../../src/reporters/text.ts'
import { finding, HOSTILE_ROWS, hostileReport, report, resultOf, sample } from '../support/report.ts'

const render = (report: Report, colour = false) => text.render(resultOf(report), { colour })

describe('hostile texts', () => {
  const lines = (text: string) => render(hostileReport(text)).split('\n')
  test.each(HOSTILE_ROWS)('%s', (_, text) => {
    expect(lines(text)).toHaveLength(lines('harmless').length)
    for (const line of lines(text)) {
      // What the runner obeys: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
      expect(line.trimStart().startsWith('::')).toBe(false)
      expect(line).not.toContain('##[')
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u)
      expect(line.length).toBeLessThan(2_000)
    }
  })
})

describe('colour', () => {
  test('only where it is asked for', () => {
    expect(render(sample())).not.toContain('\u001b')
    expect(render(sample(), true)).toContain('\u001b[31mERROR\u001b[39m')
  })
  test('changes no word', () => {
    expect(stripVTControlCharacters(render(sample(), true))).toBe(render(sample()))
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

test('an indirect client stands with the packages that lead to it', () => {
  const chain = [
    { name: 'a', version: '1.0' },
    { name: 'b', version: '2.0' },
    { name: 'client', version: '3.0' }
  ]
  const all = render(report([finding('cannot-reload', { dependency: { direct: false, chain } })]))
  expect(all).toContain('      through     a 1.0 → b 2.0 → client 3.0\n')
  expect(all).not.toContain('another package')
})
