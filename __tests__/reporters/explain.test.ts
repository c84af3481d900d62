/** The texts of each rule, and of all by the statements of the vendor documents. */

import { describe, expect, test } from '@jest/globals'
import { rulesText } from '../../src/reporters/explain.ts'
import { rules } from '../../src/rules/index.ts'
import { byStatement } from '../../src/rules/statements.ts'

describe('explain', () => {
  test.each(rules)('$id: what it means, why it matters, its level, the fix, the waiver', rule => {
    const words = rulesText.render(rule, {})
    for (const title of [
      'What it means',
      'Why it matters',
      'Level',
      'How to fix it',
      'How to waive it',
      'What the vendor documents say'
    ])
      expect(words).toContain(`\n\n${title}\n  `)
    expect(words).toContain(rule.waivable ? `- rule: ${rule.id}\n` : 'It cannot be waived.')
    for (const line of words.split('\n')) expect(line.length).toBeLessThanOrEqual(102)
    expect(rulesText.render(byStatement(rules), {})).toContain(`${rule.id} `)
  })
})
