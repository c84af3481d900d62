/** The catalogue of rules: identifiers, words, and the levels that a configuration may give. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { CLIENT_RULES } from '../../src/rules/clients.ts'
import { levelUnder, ruleIds, ruleMeant, ruleNamed, rules } from '../../src/rules/index.ts'

test('no two rules have one identifier, and each is found by it', () => {
  expect(new Set(ruleIds()).size).toBe(rules.length)
  expect(ruleIds().map(ruleNamed)).toEqual(rules)
})

describe.each(rules)('$id', rule => {
  test('has words of its own', () => {
    expect(rule.id).toMatch(/^[a-z]\w*(?:-[a-z]+)+$/)
    expect(rule.title).toMatch(/^[a-z]/)
    for (const text of [rule.meaning, rule.why, rule.fix]) expect(text).toMatch(/^[A-Z].*\.$/)
    const { meaning, why, fix } = rule
    const others = rules.filter(other => other !== rule)
    expect(others.filter(other => [other.meaning, other.why, other.fix].join() === [meaning, why, fix].join())).toEqual(
      []
    )
  })

  test('has a part of its page', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', rule.page), 'utf8')
    expect(page).toMatch(new RegExp(`^#+ .*\`?${rule.id}\\b`, 'm'))
  })
})

test('a verdict means the rule that it breaks', () => {
  for (const [verdict, rule] of Object.entries(CLIENT_RULES)) expect(ruleMeant(verdict)).toBe(rule)
  expect(ruleMeant('client-cannot-reload')).toBe(CLIENT_RULES['cannot-reload'])
  expect(ruleMeant('no-such-rule')).toBeUndefined()
})

test('a configuration raises a level and never lowers one', () => {
  const rule = CLIENT_RULES['reloads-late']
  if (!rule) throw new Error('reloads-late breaks no rule')
  expect(rule.level).toBe('warning')
  expect(levelUnder({}, rule)).toBe('warning')
  expect(levelUnder({ [rule.id]: 'error' }, rule)).toBe('error')
  expect(levelUnder({ [rule.id]: 'notice' }, rule)).toBe('warning')
  expect(levelUnder({ [rule.id]: 'notice' }, rule, 'pass')).toBe('notice')
  expect(levelUnder({ 'another-rule': 'error' }, rule)).toBe('warning')
})
