/** The rules: the meaning of each, why it matters, how to fix it and how to waive it. */

import type { Rule } from '../model/rule.ts'
import { jsonText } from './json.ts'
import type { Reporter } from './reporter.ts'

const WIDTH = 100

/** The version of the JSON form. */
const SCHEMA = 1

/** One rule with all its texts, or several, one line each. */
export const rulesText: Reporter<Rule | readonly Rule[]> = {
  name: 'text',
  render: rules => ('id' in rules ? ruleText(rules) : overview(rules))
}

/** One rule or several as JSON: a form of its own with a version. */
export const rulesJson: Reporter<Rule | readonly Rule[]> = {
  name: 'json',
  render: rules => `${jsonText({ schema: SCHEMA, rules: 'id' in rules ? [rules] : rules }, 2)}\n`
}

function overview(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length))
  return `${rules.map(({ id, meaning }) => `${id.padEnd(width)}  ${meaning}`).join('\n')}\n`
}

function ruleText({ id, level, meaning, why, fix, waivable }: Rule): string {
  const higher = level === 'error' ? '' : `; "rules: { ${id}: error }" in the configuration raises it`
  const parts = [
    ['What it means', meaning],
    ['Why it matters', why],
    ['Level', `${level}${higher}`],
    ['How to fix it', fix],
    ['How to waive it', waivable ? waiverExample(id) : 'It cannot be waived.']
  ] as const
  return `${id}\n\n${parts.map(([title, text]) => `${title}\n${wrapped(text)}`).join('\n\n')}\n`
}

function waiverExample(id: string): string {
  return [
    'In .github/bound-token-check.yml:',
    'waivers:',
    `  - rule: ${id}`,
    '    package: pkg:npm/kubernetes-client   # without a version',
    '    versions: "<=9.0.0"                  # optional',
    '    paths: ["tools/**"]                  # optional',
    '    reason: runs outside the cluster',
    '    owner: "@acme/platform"',
    '    until: 2027-03-01                    # the last day'
  ].join('\n')
}

/** Lines of two blanks and at most `WIDTH` characters; those of an example stay as they are. */
function wrapped(text: string): string {
  return text
    .split('\n')
    .map(line => `  ${line.length <= WIDTH ? line : wrap(line)}`)
    .join('\n')
}

function wrap(line: string): string {
  const rows = ['']
  for (const word of line.split(' ')) {
    const row = rows.at(-1) ?? ''
    if (row === '') rows[rows.length - 1] = word
    else if (row.length + 1 + word.length <= WIDTH) rows[rows.length - 1] = `${row} ${word}`
    else rows.push(word)
  }
  return rows.join('\n  ')
}
