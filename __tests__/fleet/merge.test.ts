/** The state after a run: what was not scanned keeps its result, and what is not known is no pass. */

import { describe, expect, test } from '@jest/globals'
import type { Fleet, FleetFinding, Plan, PlannedRepository, RepositoryResult } from '../../src/fleet/fleet.ts'
import { fleetIn } from '../../src/fleet/forms.ts'
import { merged } from '../../src/fleet/merge.ts'

const TREE = '1'.repeat(40)

function plan(...repositories: readonly Partial<PlannedRepository>[]): Plan {
  return {
    ...{ schema: 1, made: '2026-06-15T00:00:00Z', judgedBy: '1.0.0', options: {}, shards: 1, gone: [], leftOut: {} },
    repositories: repositories.map((own, index) => ({
      ...{ id: index + 1, name: `acme/r${index + 1}`, isPrivate: true, tree: TREE, state: 'scan' },
      ...own
    }))
  }
}

function result(more: Partial<RepositoryResult> = {}): RepositoryResult {
  return {
    ...{ schema: 1, id: 1, name: 'acme/r1', isPrivate: true, tree: TREE, judgedBy: '1.0.0', scanned: '2026-06-15' },
    ...{ state: 'passed', counts: { error: 0, warning: 0, notice: 0 }, hasClients: true, findings: [], requests: 2 },
    ...more
  }
}

const finding = (identity: string): FleetFinding => ({
  ...{ rule: 'client-cannot-reload', level: 'error', subject: `pkg:npm/${identity}@1`, path: 'package.json', line: 3 },
  ...{ places: 1, identity }
})
const failed = (identities: readonly string[], more: Partial<RepositoryResult> = {}) =>
  result({
    state: 'failed',
    counts: { error: identities.length, warning: 0, notice: 0 },
    findings: identities.map(finding),
    ...more
  })

/** The state after each of several days. */
function days(...runs: readonly (readonly [day: string, Plan, readonly RepositoryResult[]])[]): Fleet {
  let state: Fleet | undefined
  // As between two runs: by way of a file.
  for (const [day, own, results] of runs)
    state = merged(own, results, state && fleetIn(JSON.parse(JSON.stringify(state))), `${day}T06:00:00.000Z`)
  if (!state) throw new Error('no run')
  return state
}

describe('what a repository is', () => {
  const first = ['2026-06-15', plan({}), [failed(['a'])]] as const

  test('without a result, the one of before with its day', () => {
    const unchanged = plan({ state: 'unchanged' })
    const { repositories } = days(first, ['2026-06-16', unchanged, []])
    expect(repositories).toEqual([{ ...failed(['a']), failingSince: '2026-06-15' }])
  })

  test('without any, waiting', () => {
    expect(days(['2026-06-15', plan({}), []]).repositories).toMatchObject([{ state: 'waiting', scanned: '' }])
  })

  test('not the result of another tree, nor of another release', () => {
    for (const other of [{ tree: '2'.repeat(40) }, { judgedBy: '0.9.0' }])
      expect(days(['2026-06-15', plan({}), [result(other)]]).repositories[0]?.state).toBe('waiting')
  })

  test('not read, if GitHub does not show it: an old pass is no longer true', () => {
    const gone = plan({ state: 'unreadable', because: 'it is gone' })
    const { repositories } = days(['2026-06-15', plan({}), [result()]], ['2026-06-16', gone, []])
    expect(repositories).toMatchObject([{ state: 'not-read', because: 'it is gone', findings: [] }])
  })

  test('failing since the first day of it, without a break', () => {
    const since = (...states: readonly RepositoryResult[]) =>
      days(
        ...states.map((each, index) => {
          const day = `2026-06-1${index + 5}`
          return [day, plan({}), [{ ...each, scanned: day }]] as const
        })
      ).repositories[0]?.failingSince
    expect(since(failed(['a']), failed(['b']), failed(['b']))).toBe('2026-06-15')
    expect(since(failed(['a']), result(), failed(['a']))).toBe('2026-06-17')
    expect(since(failed(['a']), result())).toBeUndefined()
  })
})

describe('what changed', () => {
  const between = (before: RepositoryResult, now: RepositoryResult, own = plan({})) =>
    days(['2026-06-15', plan({}), [before]], ['2026-06-16', own, [now]]).changes.map(({ kind, subjects }) => [
      kind,
      subjects
    ])

  test.each<[string, RepositoryResult, RepositoryResult, unknown]>([
    ['nothing', failed(['a']), failed(['a']), []],
    ['it fails', result(), failed(['a']), [['fails', ['pkg:npm/a@1']]]],
    ['one more fails', failed(['a']), failed(['a', 'b']), [['fails', ['pkg:npm/b@1']]]],
    ['one less fails', failed(['a', 'b']), failed(['a']), [['recovers', ['pkg:npm/b@1']]]],
    ['nothing fails', failed(['a']), result(), [['recovers', ['pkg:npm/a@1']]]],
    ['it is not read', failed(['a']), result({ state: 'not-read' }), [['unread', []]]],
    ['it is incomplete, so that less is known', failed(['a']), result({ state: 'incomplete' }), []],
    ['it is read again', result({ state: 'not-read' }), result(), []]
  ])('%s', (_, before, now, changes) => {
    expect(between(before, now)).toEqual(changes)
  })

  test('nothing is said of the first run', () => {
    expect(days(['2026-06-15', plan({}), [failed(['a'])]])).toMatchObject({ changes: [] })
  })
})

test('each day has its numbers once, always with what is not known', () => {
  const two = plan({}, {})
  const { history } = days(
    ['2026-06-15', two, [failed(['a', 'b'])]],
    ['2026-06-16', two, [result()]],
    ['2026-06-16', two, [result(), result({ id: 2, state: 'incomplete' })]]
  )
  expect(history).toEqual([
    { day: '2026-06-15', listed: 2, scanned: 1, failed: 1, incomplete: 0, unread: 1, errors: 2 },
    { day: '2026-06-16', listed: 2, scanned: 2, failed: 0, incomplete: 1, unread: 0, errors: 0 }
  ])
})
