/** Links to the documents: every one of them leads to an anchor that exists. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { policyRows } from '../../src/policy/policy-rows.ts'
import { helpAt } from '../../src/reporters/help.ts'
import { rowsByKnowledge } from '../../src/reporters/policy/same.ts'
import { rules } from '../../src/rules/index.ts'

const root = join(import.meta.dirname, '../..')
const help = helpAt('https://github.example/o/r/blob/v1')

/** Whether the document of an address has its anchor: an id, or a heading of that name. */
function leadsSomewhere(address: string | undefined): boolean {
  const [path = '', anchor] = (address ?? '').replace('https://github.example/o/r/blob/v1/', '').split('#')
  const text = readFileSync(join(root, path), 'utf8')
  if (anchor === undefined) return true
  const headings = Array.from(text.matchAll(/^#+ (?<title>.*)$/gm), ({ groups }) => groups?.['title'] ?? '')
  return (
    text.includes(`<a id="${anchor}">`) || headings.some(title => title.toLowerCase().replaceAll(' ', '-') === anchor)
  )
}

test.each(['about', 'when', 'waivers'] as const)('%s', kind => {
  expect(leadsSomewhere(help({ kind }))).toBe(true)
})

test.each(rules)('the rule $id', ({ id }) => {
  expect(leadsSomewhere(help({ kind: 'rule', id }))).toBe(true)
})

describe('clients', () => {
  test('the first of those with the same statements has an anchor', async () => {
    for (const [first] of rowsByKnowledge(await policyRows()))
      expect({ purl: first.package, found: leadsSomewhere(help({ kind: 'client', purl: first.package })) }).toEqual({
        purl: first.package,
        found: true
      })
  })
})
