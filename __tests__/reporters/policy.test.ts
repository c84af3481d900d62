/** The policy's reporters on rows made for the purpose; docs/clients.md shows them on all rows. */

import { describe, expect, test } from '@jest/globals'
import type { PolicyRow, Statement } from '../../src/policy/policy-rows.ts'
import { policyJson } from '../../src/reporters/policy/json.ts'
import { policyIndex, policyMarkdown, policyPages } from '../../src/reporters/policy/markdown.ts'
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

const judged = {
  ...official,
  otherDocuments: {
    because: 'Others name 0.1.0, which is wrong.',
    evidence: [{ text: 'guide', url: 'https://example.com/g', proof: 'documented' }]
  },
  examined: '1.3.0'
} as const

test('says what other documents name, and up to which release somebody looked', () => {
  expect(text(client(judged))).toContain('  documented minimum: 1.0.0\n  Others name 0.1.0, which is wrong.\n')
  expect(text(client(judged))).toMatch(/ {2}looked at up to 1\.3\.0: a later release is judged as the last range\n$/)
  const page = markdown(client(official), client({ ...official, package: 'pkg:golang/b', examined: '1.3.0' }))
  expect(page.match(/^### /gm)).toHaveLength(1)
  expect(page).toContain('Looked at up to `1.3.0`: a later release is judged as the last row of the table.')
  expect(markdown(client(judged))).toContain('Others name 0.1.0, which is wrong. ([guide](https://example.com/g)')
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
    expect(page).toContain('\n| Versions | The code |\n')
    expect(page).not.toContain('Client B')
  })
  test('says what to do before anything else, and shows the evidence last', () => {
    const page = markdown(client({ ...official, fix: { version: '1.2.0', advice: 'Or wait.' } }))
    const parts = [
      '**What to do.** `1.2.0` or newer. Or wait.',
      'Documented minimum',
      '| The code |',
      '<summary>Evidence'
    ]
    expect(parts.map(part => page.indexOf(part)).toSorted((a, b) => a - b)).toEqual(
      parts.map(part => page.indexOf(part))
    )
    expect(page.indexOf(parts[0] ?? '')).toBeGreaterThan(0)
    expect(page).toContain(
      '| `below 1.0.0`<br>`0.9.0 of a fork` | [client#1 \\| fix](https://example.com/1) ([executed](evidence/README.md)) |'
    )
  })
  test('marks disagreements, and keeps pipes inside their cells', () => {
    expect(markdown(client(official))).toContain(
      '| `from 1.0.0` | **new enough** | **reads once**: It still reads the file once. |'
    )
  })
})

describe('the documents', () => {
  const rows = [
    client({ ...official, fix: { version: '1.2.0' } }),
    client({ ...official, fix: { version: '1.2.0' }, package: 'pkg:golang/b', title: 'Client B' }),
    client({ ecosystem: 'Python', package: 'pkg:pypi/c', title: 'Client C', observed: [] })
  ]
  test('have one page for each ecosystem, with what to do about each client', () => {
    const pages = policyPages(rows)
    expect([...pages.keys()]).toEqual(['clients/golang.md', 'clients/pypi.md'])
    expect(pages.get('clients/golang.md')).toContain(
      '| [Client A](#pkg-golang-example-com-a) | `1.2.0` or newer. | 1.0.0 |'
    )
    expect(pages.get('clients/pypi.md')).toContain('| [Client C](#pkg-pypi-c) | Nobody has looked. | – |')
  })
  test('have an index, with the clients that the documents name and the disagreements', () => {
    const index = policyIndex(rows)
    expect(index).toContain('| [Go](clients/golang.md) | 2 | Client A |')
    expect(index).toContain(
      '| [Client A](clients/golang.md#pkg-golang-example-com-a)<br>[Client B](clients/golang.md#pkg-golang-b) | `1.2.0` or newer. | 1.0.0 |'
    )
    expect(index).toContain(
      '| [Client A](clients/golang.md#pkg-golang-example-com-a) | 1.0.0 | `from 1.0.0` | new enough | reads once |'
    )
  })
})
test('json has every row as it is', () => {
  expect(JSON.parse(policyJson.render([client()], {}))).toEqual({ schema: 1, clients: [client()] })
})
