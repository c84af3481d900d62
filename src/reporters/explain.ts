/** The rules: the meaning of each, why it matters, how to fix and waive it, and the statements of the vendor documents that it answers. */

import type { Rule } from '../model/rule.ts'
import { isOfClients } from '../rules/clients.ts'
import { type AnsweredStatement, byStatement, type Statement } from '../rules/statements.ts'
import { jsonText } from './json.ts'
import type { Reporter } from './reporter.ts'

const WIDTH = 100

/** The version of the JSON form. */
const SCHEMA = 1

/** A rule, or statements with the rules that answer them. */
export type Explained = Rule | readonly AnsweredStatement[]

/** One rule with all its texts, or a line for each rule under the statements that it answers. */
export const rulesText: Reporter<Explained> = {
  name: 'text',
  render: explained => ('id' in explained ? ruleText(explained) : overview(explained))
}

/** The same as JSON: a form of its own with a version. */
export const rulesJson: Reporter<Explained> = {
  name: 'json',
  render: explained => {
    const groups = 'id' in explained ? byStatement([explained]) : explained
    const statements = groups.flatMap(({ statement, rules }) =>
      statement === undefined ? [] : [{ ...statement, rules: rules.map(({ id }) => id) }]
    )
    const rules = new Set(groups.flatMap(group => group.rules))
    return `${jsonText({ schema: SCHEMA, rules: [...rules], statements }, 2)}\n`
  }
}

function overview(groups: readonly AnsweredStatement[]): string {
  const width = Math.max(...groups.flatMap(({ rules }) => rules.map(({ id }) => id.length)))
  return groups
    .map(({ statement, rules }) =>
      [
        ...(statement ? [statement.id, wrapped(statementText(statement))] : ['Beyond the statements']),
        '',
        ...rules.map(({ id, meaning }) => `  ${id.padEnd(width)}  ${meaning}`)
      ].join('\n')
    )
    .join('\n\n')
    .concat('\n')
}

/** What a statement says and how it is answered, and its documents. */
function statementText({ text, how, documents }: Statement): string {
  const words = [text, how].filter(words => words !== undefined).join(' ')
  return [words, ...documents.map(({ url }) => url)].join('\n')
}

function ruleText(rule: Rule): string {
  const { id, level, meaning, why, fix, waivable } = rule
  const higher = level === 'error' ? '' : `; "rules: { ${id}: error }" in the configuration raises it`
  const statements = byStatement([rule]).flatMap(({ statement }) => (statement ? [statement] : []))
  const parts = [
    ['What it means', meaning],
    ['Why it matters', why],
    ['Level', `${level}${higher}`],
    ['How to fix it', fix],
    ['How to waive it', waivable ? waiverExample(rule) : 'It cannot be waived.'],
    [
      'What the vendor documents say',
      statements.map(statementText).join('\n') || 'No statement of them asks for this rule.'
    ]
  ] as const
  return `${id}\n\n${parts.map(([title, text]) => `${title}\n${wrapped(text)}`).join('\n\n')}\n`
}

function waiverExample(rule: Rule): string {
  const subject = isOfClients(rule)
    ? [
        '    package: pkg:npm/kubernetes-client   # without a version',
        '    versions: "<=9.0.0"                  # optional',
        '    paths: ["tools/**"]                  # optional'
      ]
    : ['    paths: ["tools/**"]']
  return [
    'In .github/bound-token-check.yml:',
    'waivers:',
    `  - rule: ${rule.id}`,
    ...subject,
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
