/** What makes a finding the same in two states of a repository, and what makes two findings of one state differ. */

import { describe, expect, test } from '@jest/globals'
import { withIdentities } from '../../src/compare/identity.ts'
import type { Finding } from '../../src/model/finding.ts'
import { at, finding, hazardFinding } from '../support/report.ts'

const identities = (...findings: readonly Finding[]) => withIdentities(findings).map(({ identity }) => identity)
const [own] = identities(finding('cannot-reload', { dependency: { place: at('go.mod:5:3') } }))

describe('a client', () => {
  test.each<[string, Finding]>([
    ['on another line', finding('cannot-reload', { dependency: { place: at('go.mod:9:1') } })],
    ['with another verdict', finding('reloads', { dependency: { place: at('go.mod:5:3') } })],
    [
      'in another version',
      finding('cannot-reload', {
        dependency: { place: at('go.mod:5:3'), requirement: { kind: 'version', text: 'v0.1.0' } }
      })
    ]
  ])('%s is the same', (_, other) => {
    expect(identities(other)).toEqual([own])
  })

  test.each<[string, Finding]>([
    ['in another file', finding('cannot-reload', { dependency: { place: at('a/go.mod:5:3') } })],
    ['of another name', finding('cannot-reload', { dependency: { name: 'k8s.io/api', place: at('go.mod:5:3') } })],
    ['under another name', finding('cannot-reload', { dependency: { alias: 'k', place: at('go.mod:5:3') } })]
  ])('%s is another', (_, other) => {
    expect(identities(other)).not.toEqual([own])
  })

  test('that a file names several times is numbered in the order of the findings', () => {
    const twice = [1, 2].map(line => finding('unknown', { dependency: { place: at(`go.mod:${line}:1`) } }))
    const [first, second] = identities(...twice)
    expect(second).toBe(`${first} 2`)
  })
})

describe('a hazard', () => {
  test('is the same on another line, and another one for another object', () => {
    const [first] = identities(hazardFinding())
    expect(identities(hazardFinding({ place: at('deploy/secret.yaml:9:1') }))).toEqual([first])
    const other = hazardFinding({ subject: { kind: 'hazard', object: 'Secret/b', snippet: 'type: toy' } })
    expect(identities(other)).not.toEqual([first])
  })

  test('without an object is told from another one by its text', () => {
    const [first, second] = identities(
      ...['a: 1', 'b: 2'].map(snippet => hazardFinding({ subject: { kind: 'hazard', snippet } }))
    )
    expect(second).not.toBe(first)
  })
})
