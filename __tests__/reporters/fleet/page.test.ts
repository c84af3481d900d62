/** The page of a fleet: what it says, and that nothing of a repository acts in it. */

import { describe, expect, test } from '@jest/globals'
import type { Fleet, FleetRepository } from '../../../src/fleet/fleet.ts'
import { fleetPage } from '../../../src/reporters/fleet/page.ts'
import { SCRIPT } from '../../../src/reporters/fleet/script.ts'

function repository(more: Partial<FleetRepository> = {}): FleetRepository {
  return {
    ...{ schema: 1, id: 1, name: 'acme/one', isPrivate: true, judgedBy: '1.0.0', scanned: '2026-06-15' },
    ...{ state: 'passed', counts: { error: 0, warning: 0, notice: 0 }, hasClients: true, findings: [], requests: 2 },
    ...more
  }
}

function fleet(repositories: readonly FleetRepository[], more: Partial<Fleet> = {}): Fleet {
  return { schema: 1, made: '2026-06-16T06:00:00.000Z', repositories, changes: [], history: [], ...more }
}

const HOSTILE = '</script><img src=x onerror=alert(1)>"\'&\u202e'
const failing = repository({
  id: 2,
  name: 'acme/two',
  state: 'failed',
  team: '@acme/a',
  failingSince: '2026-06-01',
  counts: { error: 1, warning: 0, notice: 0 },
  findings: [
    {
      ...{ rule: 'client-cannot-reload', level: 'error', subject: 'pkg:npm/kubernetes-client@9', path: 'package.json' },
      ...{ line: 3, places: 1, identity: 'a' }
    }
  ]
})

const titleOf = (page: string) => /<h1>(?<text>[^<]*)<\/h1>/.exec(page)?.groups?.['text']
const dataOf = (page: string) =>
  JSON.parse(/<script type="application\/json" id="data">(?<text>.*)<\/script>/.exec(page)?.groups?.['text'] ?? '')

describe('the headline', () => {
  test.each<[string, readonly FleetRepository[], string]>([
    ['nothing listed', [], 'No repository is listed'],
    ['all pass', [repository(), repository({ id: 3 })], 'All 2 repositories pass'],
    ['one fails', [repository(), failing], '1 of 2 repositories fails'],
    [
      'nothing known of one, which is no pass',
      [repository(), repository({ id: 3, state: 'not-read' })],
      'No known failure, but of 1 of 2 repositories not everything is known'
    ]
  ])('%s', (_, repositories, title) => {
    expect(titleOf(fleetPage.render(fleet(repositories), {}))).toBe(title)
  })

  test('has its denominator', () => {
    const states = ['not-read', 'waiting', 'incomplete', 'passed'] as const
    const page = fleetPage.render(fleet(states.map((state, id) => repository({ id, state }))), {})
    expect(page).toContain(
      '2 of 4 are scanned. 1 could not be read. 1 are not scanned yet. Of 1 a file could not be read.'
    )
  })
})

test('the page asks nothing of the network and allows nothing to do so', () => {
  const page = fleetPage.render(fleet([failing]), {})
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';`)
  expect(page).not.toMatch(/<(?:link|img|iframe|object|embed)\b|\ssrc=|@import|url\(|\bfetch\(|XMLHttpRequest/)
})

test('the script is one element, and sets no HTML', () => {
  expect(SCRIPT).not.toMatch(/<\/script|<!--|innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(/)
  // It is read, not run.
  expect(() => new Function(SCRIPT)).not.toThrow()
})

test('nothing of a repository acts', () => {
  const hostile = repository({
    ...failing,
    name: `acme/${HOSTILE}`,
    team: HOSTILE,
    because: HOSTILE,
    findings: failing.findings.map(each => ({ ...each, subject: HOSTILE, path: HOSTILE, fix: HOSTILE }))
  })
  const changes = [{ name: HOSTILE, kind: 'fails', subjects: [HOSTILE] }] as const
  const page = fleetPage.render(fleet([hostile, repository()], { changes, comparedWith: '2026-06-15' }), {})
  expect(page).not.toContain('<img')
  expect(page).not.toContain('\u202e')
  expect(page.match(/<script/g)).toHaveLength(2)
  expect(page.match(/<\/script/g)).toHaveLength(2)
  const [row] = dataOf(page).rows
  expect(row.n).toContain('</script><img')
  expect(new URL(row.u).origin).toBe('https://github.com')
})

test('the data has every repository with its words', () => {
  const none = repository({ id: 3, name: 'acme/three', hasClients: false })
  const unknown = repository({ id: 0, name: 'acme/gone', state: 'not-read', because: 'it is gone', scanned: '' })
  const { rows, today, words } = dataOf(
    fleetPage.render(fleet([failing, none, unknown]), { serverUrl: 'https://ghe.acme' })
  )
  expect(rows.map(({ n, u, s, f, w }: Record<string, string>) => [n, u, words[s ?? ''], f, w])).toEqual([
    ['acme/two', 'https://ghe.acme/acme/two', 'Fails', '2026-06-01', undefined],
    ['acme/three', 'https://ghe.acme/acme/three', 'No client', undefined, undefined],
    ['acme/gone', undefined, 'Not read', undefined, 'it is gone']
  ])
  expect(today).toBe('2026-06-16')
})

describe('the burn-down', () => {
  const day = (name: string, failed: number, unread: number) => ({
    ...{ day: name, listed: 10, scanned: 10 - unread, failed, incomplete: 0, unread, errors: failed }
  })

  test('begins with the second day', () => {
    expect(fleetPage.render(fleet([failing], { history: [day('2026-06-15', 1, 0)] }), {})).toContain(
      'begins with the second day'
    )
  })

  test('is a line by days, with its numbers as words and as a table', () => {
    const history = [day('2026-06-01', 8, 2), day('2026-06-02', 4, 1), day('2026-06-11', 0, 0)]
    const page = fleetPage.render(fleet([failing], { history }), {})
    expect(page).toContain('<polyline class="failed" points="0,0 100,100 1000,200"/>')
    expect(page).toContain('aria-label="Failing repositories: 8 on 2026-06-01, 0 on 2026-06-11. Not known: 2, then 0."')
    expect(page).toContain('<tr><th scope="row">2026-06-02</th><td>10</td><td>9</td><td>4</td>')
  })
})
