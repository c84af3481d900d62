/** Plans: filters, what has changed, shards. */

import { describe, expect, test } from '@jest/globals'
import type { Fleet } from '../../src/fleet/fleet.ts'
import { type Candidate, estimate, matches, type PlanOptions, planOf } from '../../src/fleet/plan.ts'

const NOW = '2026-06-15T12:00:00.000Z'
const ID = '1'.repeat(40)

function candidate(id: number, more: Partial<Candidate> = {}): Candidate {
  return {
    ...{ id, name: `acme/r${id}`, isArchived: false, isFork: false, isPrivate: true, topics: [] },
    head: { commit: ID, tree: ID, branch: 'main' },
    ...more
  }
}

const options = (more: Partial<PlanOptions> = {}): PlanOptions => ({
  filters: { archived: false, forks: false, topics: [], names: [] },
  judgedBy: '1.0.0',
  options: {},
  now: NOW,
  maxAge: 7,
  most: Number.POSITIVE_INFINITY,
  ...more
})

describe('filters', () => {
  const filtered = (own: Partial<Candidate>, filters: Partial<PlanOptions['filters']>) =>
    planOf([candidate(1, own)], options({ filters: { ...options().filters, ...filters } })).leftOut

  test.each<[Partial<Candidate>, Partial<PlanOptions['filters']>, Record<string, number>]>([
    [{}, {}, {}],
    [{ isArchived: true }, {}, { archived: 1 }],
    [{ isArchived: true }, { archived: true }, {}],
    [{ isFork: true }, {}, { fork: 1 }],
    [{ isFork: true }, { forks: true }, {}],
    [{ topics: ['a'] }, { topics: ['b', 'c'] }, { topic: 1 }],
    [{ topics: ['a', 'c'] }, { topics: ['b', 'c'] }, {}],
    [{}, { names: ['x-*'] }, { name: 1 }],
    [{}, { names: ['x-*', 'R*'] }, {}]
  ])('%j by %j', (own, filters, leftOut) => {
    expect(filtered(own, filters)).toEqual(leftOut)
  })

  test.each<[string, string, boolean]>([
    ['api', 'acme/api', true],
    ['api', 'acme/api-2', false],
    ['api*', 'acme/api-2', true],
    ['*-api', 'acme/shop-api', true],
    ['a*a', 'acme/a', false],
    ['a*b*c', 'acme/a-b-c', true],
    ['a*b*c', 'acme/a-c-b', false],
    ['acme/*', 'acme/api', true],
    ['other/*', 'acme/api', false],
    ['*', 'acme/api', true],
    [`${'*a'.repeat(50)}b`, `acme/${'a'.repeat(5_000)}`, false]
  ])('the pattern %s and the name %s', (pattern, name, isMatch) => {
    expect(matches(pattern, name)).toBe(isMatch)
  })
})

describe('what has changed', () => {
  const last = (more: Partial<Fleet['repositories'][number]> = {}): Fleet => ({
    ...{ schema: 1, made: NOW, changes: [], history: [] },
    repositories: [
      {
        ...{ schema: 1, id: 1, name: 'acme/r1', isPrivate: true, tree: ID, judgedBy: '1.0.0', scanned: '2026-06-10' },
        ...{
          state: 'passed',
          counts: { error: 0, warning: 0, notice: 0 },
          hasClients: true,
          findings: [],
          requests: 2
        },
        ...more
      }
    ]
  })
  const stateAfter = (before: Fleet, own: Partial<Candidate> = {}) =>
    planOf([candidate(1, own)], options({ before })).repositories[0]?.state

  test.each<[string, Fleet, Partial<Candidate>, string]>([
    ['the same tree', last(), {}, 'unchanged'],
    [
      'the same tree by another commit',
      last(),
      { head: { commit: '2'.repeat(40), tree: ID, branch: 'm' } },
      'unchanged'
    ],
    ['another name', last({ name: 'acme/before' }), {}, 'unchanged'],
    ['another tree', last({ tree: '2'.repeat(40) }), {}, 'scan'],
    ['another release of the program', last({ judgedBy: '0.9.0' }), {}, 'scan'],
    ['a result of eight days ago', last({ scanned: '2026-06-07' }), {}, 'scan'],
    ['a result that failed requests made', last({ isPartial: true }), {}, 'scan'],
    ['no result', last({ state: 'not-read' }), {}, 'scan'],
    ['no commit', last(), { head: undefined } as object, 'empty'],
    ['GitHub shows it no more', last(), { because: 'it is gone' }, 'unreadable']
  ])('%s', (_, before, own, state) => {
    expect(stateAfter(before, own)).toBe(state)
  })
})

describe('shards', () => {
  test.each<[number, number]>([
    [0, 0],
    [1, 1],
    [250, 1],
    [251, 2],
    [64_000, 256],
    [70_000, 256]
  ])('%i repositories are in %i', (count, shards) => {
    const plan = planOf(
      Array.from({ length: count }, (_, index) => candidate(index + 1)),
      options()
    )
    const used = plan.repositories.map(({ shard }) => shard ?? 0)
    expect([plan.shards, new Set(used).size]).toEqual([shards, shards])
    expect(used.every(shard => shard >= 1 && shard <= shards)).toBe(true)
  })

  test('a repository that two sources name is in one', () => {
    expect(planOf([candidate(1), candidate(2), candidate(1)], options()).repositories).toHaveLength(2)
  })
})

test('an estimate is bound by the limit', () => {
  expect(estimate(500, 5_000)).toEqual({ repositories: 500, shards: 2, rest: 500, graphql: 1_905, hours: 1 })
  expect(estimate(50_000, 12_500).hours).toBeGreaterThan(estimate(50_000, 50_000).hours)
})
