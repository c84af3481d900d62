/** The configuration in effect as lines; `__tests__/configuration` shows it for whole files. */

import { expect, test } from '@jest/globals'
import { configurationText } from '../../src/reporters/doctor.ts'

const sourced = <Value>(value: Value, source = 'built-in') => ({ value, source })

test('one line for each value, and nothing in a name or path acts', () => {
  const text = configurationText.render(
    {
      path: 'a\u202eb.yml',
      settings: [
        { name: 'minimum', ...sourced('documented', 'input') },
        { name: 'comment-key', ...sourced(undefined) }
      ],
      leavesOut: sourced(true, '\u001b[2J.yml:1:1'),
      levels: [{ name: 'client-unknown', ...sourced('error' as const, 'c.yml:3:1') }],
      clients: sourced(2),
      waivers: sourced({ inForce: 1, expired: 3 })
    },
    {}
  )
  expect(text).toBe(
    [
      'Configuration: a\\u{202e}b.yml',
      '',
      'minimum           documented                       input',
      'comment-key       none                             built-in',
      'paths             some are excluded                \\u{1b}[2J.yml:1:1',
      'client-unknown    error                            c.yml:3:1',
      'clients           2 added or tightened             built-in',
      'waivers           1 in force, 3 expired            built-in',
      ''
    ].join('\n')
  )
})
