/** The rules: the meaning of each, why it matters, how to fix and waive it, and the statements of the vendor documents that it answers. */

import type { Rule } from '../model/rule.ts'
import { isOfClients } from '../rules/clients.ts'
import { type AnsweredStatement, byStatement, type Statement } from '../rules/statements.ts'
import { jsonText } from './json.ts'
import { quoted } from './plain-voice.ts'
import type { Reporter } from './reporter.ts'
import { wrapped } from './wrap.ts'

const USUAL_WIDTH = 100
const NARROWEST = 40

/** The version of the JSON form. */
const SCHEMA = 1

/** A rule, or statements with the rules that answer them. */
export type Explained = Rule | readonly AnsweredStatement[]

/** The options of the text. */
export interface ExplainOptions {
  /** The columns of the terminal. */
  readonly width?: number
}

/** One rule with all its texts, or a line for each rule under the statements that it answers. */
export const rulesText: Reporter<Explained, ExplainOptions> = {
  name: 'text',
  render(explained, { width: columns = USUAL_WIDTH }) {
    const width = Math.max(NARROWEST, columns)
    return 'id' in explained ? ruleText(explained, width) : overview(explained, width)
  }
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

function overview(groups: readonly AnsweredStatement[], width: number): string {
  const column = Math.max(...groups.flatMap(({ rules }) => rules.map(({ id }) => id.length)))
  // Beside a long identifier a narrow terminal has no room.
  const isBeside = width >= column + 40
  const line = ({ id, meaning }: Rule) =>
    isBeside
      ? wrapped(meaning, width, column + 4, `  ${id.padEnd(column)}  `)
      : `  ${id}\n${wrapped(meaning, width, 4)}`
  return groups
    .map(({ statement, rules }) =>
      [
        ...(statement ? [statement.id, indented(statementText(statement), width)] : ['Beyond the statements']),
        '',
        ...rules.map(line)
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

function ruleText(rule: Rule, width: number): string {
  const { id, level, meaning, why, fix, waivable } = rule
  const higher = level === 'error' ? '' : `; "rules: { ${id}: error }" in the configuration raises it`
  const statements = byStatement([rule]).flatMap(({ statement }) => (statement ? [statement] : []))
  const parts = [
    ['What it means', meaning],
    ['Why it matters', why],
    ['Level', `${level}${higher}`],
    ['How to fix it', quoted(fix)],
    ['How to waive it', waivable ? waiverExample(rule) : 'It cannot be waived.'],
    [
      'What the vendor documents say',
      statements.map(statementText).join('\n') || 'No statement of them asks for this rule.'
    ]
  ] as const
  return `${id}\n\n${parts.map(([title, text]) => `${title}\n${indented(text, width)}`).join('\n\n')}\n`
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
    '    until: 2027-03-01                    # the last day',
    'Or in a comment on its line or above it:',
    `  # bound-token-check: ignore[${rule.id}] not in a cluster, until 2027-03-01`
  ].join('\n')
}

/** Lines of two blanks and at most `width` characters; those that are indented, as of an example, stay as they are. */
function indented(text: string, width: number): string {
  return text
    .split('\n')
    .map(line => (/^ {2}/.test(line) || line.length + 2 <= width ? `  ${line}` : wrapped(line, width, 2)))
    .join('\n')
}
