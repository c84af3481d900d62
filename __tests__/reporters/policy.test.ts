/** The policy's reporters on rows made for the purpose; docs/clients.md shows them on all rows. */

import { describe, expect, test } from '@jest/globals'
import type { PolicyRow, Statement } from '../../src/policy/policy-rows.ts'
import { policyJson } from '../../src/reporters/policy/json.ts'
import { policyMarkdown } from '../../src/reporters/policy/markdown.ts'
import { policyText } from '../../src/reporters/policy/text.ts'

const evidence = [{ text: 'client#1 | fix', url: 'https://example.com/1', proof: 'executed' as const }]
const old: Statement = {
  versions: 'below 1.0.0',
  behaviour: 'reads-once',
  verdict: 'cannot-reload',
  because: 'It reads the file once.',
  documents: 'too old',
  evidence
}
const fixed: Statement = {
  versions: 'from 1.0.0',
  behaviour: 'reads-once',
  verdict: 'cannot-reload',
  because: 'It still reads the file once.',
  documents: 'new enough',
  disagrees: true,
  evidence: []
}
const client = (changes: Partial<PolicyRow> = {}): PolicyRow => ({
  ecosystem: 'Go',
  package: 'pkg:golang/example.com/a',
  title: 'Client A',
  repository: 'https://example.com/a',
  observed: [old, { ...old, versions: '0.9.0 of a fork' }, fixed],
  ...changes
})
const official = {
  minimum: '1.0.0',
  documents: [{ text: 'manual', url: 'https://example.com/m', proof: 'documented' }]
} as const
const text = (...rows: readonly PolicyRow[]) => policyText.render(rows, {})
const markdown = (...rows: readonly PolicyRow[]) => policyMarkdown.render(rows, {})

describe('text', () => {
  test('has a block for each client; neighbours that differ in versions alone share a line', () => {
    expect(text(client({ ...official, alsoNamed: ['b', 'c'], fix: { version: '1.2.0', advice: 'Or wait.' } }))).toBe(
      [
        'pkg:golang/example.com/a (Client A)',
        '  also named: b, c',
        '  documented minimum: 1.0.0',
        '  below 1.0.0, 0.9.0 of a fork: reads once. It reads the file once.',
        '    executed: client#1 | fix https://example.com/1',
        '  from 1.0.0: reads once. It still reads the file once.',
        '    documents disagree: new enough',
        '  fix: 1.2.0 or newer. Or wait.',
        ''
      ].join('\n')
    )
  })
})

describe('markdown', () => {
  test('puts clients with a documented minimum first', () => {
    const page = markdown(client(), client({ ...official, package: 'pkg:golang/b', title: 'Client B' }))
    expect(page.match(/^### .*$/gm)).toEqual([
      '### <a id="pkg-golang-b"></a>Client B',
      '### <a id="pkg-golang-example-com-a"></a>Client A'
    ])
  })
  test('gives packages of which the same is known one heading, without the column of the documents', () => {
    const page = markdown(client(), client({ package: 'pkg:golang/b', title: 'Client B', alsoNamed: ['bb'] }))
    expect(page).toContain('`pkg:golang/example.com/a` · `pkg:golang/b` (also `bb`) · [source](https://example.com/a)')
    expect(page).toContain('\n| Versions | The code | Evidence |\n')
    expect(page).not.toContain('Client B')
  })
  test('lists and marks disagreements, and keeps pipes inside their cells', () => {
    const page = markdown(client(official))
    expect(page).toContain('| [Client A](#pkg-golang-example-com-a) | 1.0.0 | `from 1.0.0` | new enough | reads once |')
    expect(page).toContain('| `from 1.0.0` | **new enough** | **reads once**: It still reads the file once. | – |')
    expect(page).toContain('[client#1 \\| fix](https://example.com/1) ([executed](../evidence/README.md))')
  })
})

test('json has every row as it is', () => {
  expect(JSON.parse(policyJson.render([client()], {}))).toEqual({ schema: 1, clients: [client()] })
})
