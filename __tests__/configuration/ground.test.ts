/** What a configuration may change of the one that it extends: real files, through the parser. */

import { describe, expect, test } from '@jest/globals'
import type { Configuration } from '../../src/configuration/configuration.ts'
import { parseConfiguration } from '../../src/configuration/parse.ts'
import { ecosystemOf } from '../../src/ecosystems/index.ts'
import { ConfigError } from '../../src/model/config-error.ts'
import { SEVERITY } from '../../src/model/rule.ts'
import { clientNamed } from '../../src/policy/policy.ts'
import { rules } from '../../src/rules/index.ts'
import { fileKeyOf, type Setting, settingsIn } from '../../src/settings/settings.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const NAME = 'acme/policy/.github/bound-token-check.yml@0123456'

/** A configuration that extends another one in another repository. */
const extending = (base: string, own: string): Promise<Configuration> =>
  parseConfiguration(`extends: acme/policy@${COMMIT}\n${own}`, { path: 'c.yml' }, () =>
    parseConfiguration(base, { path: NAME, isOutside: true })
  )

/** What is wrong, one line each. */
async function problemsOf(base: string, own: string): Promise<readonly string[]> {
  try {
    await extending(base, own)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`)
  }
}

const waiverOf = (name: string) =>
  `waivers:\n  - { rule: client-cannot-reload, package: "pkg:npm/${name}", reason: r, owner: o, until: 2099-01-01 }\n`
const clientOf = (name: string, from: string) =>
  `clients:\n  - { package: "pkg:npm/${name}", reloads-from: ${from}, evidence: "https://acme.example/${from}" }\n`

describe('less strict is a problem, with what counts and what to do', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'a setting that the base states',
      'fail-on: warning\n',
      'fail-on: error\n',
      [
        `2:1 "fail-on" is "warning" (${NAME}:1), and "error" would be less strict. Remove it, or write one of: warning, notice.`
      ]
    ],
    [
      'a setting that the base leaves as it is built in',
      '',
      'fail-on: never\nscope: introduced\nminimum: observed\n',
      [
        `2:1 "fail-on" is "error" (the built-in value, by ${NAME}), and "never" would be less strict. Remove it, or write one of: error, warning, notice.`,
        `3:1 "scope" is "all" (the built-in value, by ${NAME}), and "introduced" would be less strict. Remove it, or write one of: all.`,
        `4:1 "minimum" is "documented" (the built-in value, by ${NAME}), and "observed" would be less strict. Remove it, or write one of: documented.`
      ]
    ],
    [
      'fewer scopes',
      'fail-on-scopes: [runtime, unknown]\n',
      'fail-on-scopes: [runtime, development]\n',
      [
        `2:1 "fail-on-scopes" is "runtime, unknown" (${NAME}:1), and "runtime, development" would be less strict. Remove it, or change it there.`
      ]
    ],
    [
      'another cluster, and what follows from its platform',
      'cluster: { version: "1.30", platform: cce }\n',
      'cluster: { version: "1.20", platform: eks, grace: 5000, skew: off }\n',
      [
        `2:12 "cluster.version" is "1.30" (${NAME}:1), and "1.20" cannot take its place. Remove it, or change it there.`,
        `2:29 "cluster.platform" is "cce" (${NAME}:1), and "eks" cannot take its place. Remove it, or change it there.`,
        `2:44 "cluster.grace" follows from ${NAME}:1. Remove it, or state it there.`,
        `2:57 "cluster.skew" follows from ${NAME}:1. Remove it, or state it there.`
      ]
    ],
    [
      'more days of grace, fewer files of evidence',
      'cluster: { grace: 30, metrics: [a.txt, b.txt] }\n',
      'cluster: { grace: 31, metrics: [a.txt] }\n',
      [
        `2:12 "cluster.grace" is "30" (${NAME}:1), and "31" would be less strict. Remove it, or change it there.`,
        `2:23 "cluster.metrics" is "a.txt, b.txt" (${NAME}:1), and "a.txt" would be less strict. Remove it, or change it there.`
      ]
    ],
    [
      'a level below that of the base',
      'rules: { client-unknown: error }\n',
      'rules: { client-unknown: warning }\n',
      [
        `2:26 the level of "client-unknown" is "error" (${NAME}:1), and it cannot be lowered to "warning". To excuse single findings, use "waivers".`
      ]
    ],
    [
      'paths',
      'paths: { exclude: [a] }\n',
      'paths: { exclude: [b] }\n',
      [`2:1 "paths" leave out files that count for ${NAME}. Remove them; "waivers" with "paths" excuse findings.`]
    ],
    [
      'a waiver where the base refuses them',
      'other-waivers: refused\n',
      waiverOf('kubernetes-client'),
      [`2:1 ${NAME}:1 refuses the waivers of configurations that extend it. Remove them, or ask for them there.`]
    ],
    [
      'the refusal taken back',
      'other-waivers: refused\n',
      'other-waivers: allowed\n',
      [
        `2:1 "other-waivers" is "refused" (${NAME}:1), and "allowed" would be less strict. Remove it, or write one of: refused.`
      ]
    ],
    [
      'a client with a lower bound',
      clientOf('@acme/kube', '3.2.0'),
      clientOf('@acme/kube', '3.1.0'),
      [
        '3:52 "reloads-from" is below 3.2.0, the lowest version allowed for @acme/kube. Write that or a higher one. To excuse single findings, use "waivers".'
      ]
    ],
    [
      'a client that is another one',
      clientOf('@acme/kube', '3.2.0'),
      'clients: [{ package: "pkg:npm/@acme/kube", same-as: "pkg:npm/@kubernetes/client-node" }]\n',
      [
        '2:23 @acme/kube is a client of the extended configuration, which "same-as" cannot replace. To excuse single findings, use "waivers".'
      ]
    ]
  ])('%s', async (_, base, own, expected) => {
    expect(await problemsOf(base, own)).toEqual(expected)
  })
})

describe('as strict, or stricter, is taken', () => {
  test.each<[string, string, string]>([
    ['a lower level that fails', 'fail-on: error\n', 'fail-on: notice\n'],
    ['the same', 'fail-on: warning\nminimum: observed\n', 'fail-on: warning\nminimum: observed\n'],
    ['more scopes', 'fail-on-scopes: [runtime]\n', 'fail-on-scopes: [runtime, unknown]\n'],
    ['facts of the cluster that nobody stated', 'cluster: { platform: cce }\n', 'cluster: { version: "1.27" }\n'],
    ['fewer days', 'cluster: { grace: 30 }\n', 'cluster: { grace: 0 }\n'],
    ['more evidence', 'cluster: { metrics: [a] }\n', 'cluster: { metrics: [b, a] }\n'],
    ['a higher level', 'rules: { client-unknown: warning }\n', 'rules: { client-unknown: error }\n'],
    ['waivers of its own', waiverOf('kubernetes-client'), waiverOf('openshift-rest-client')],
    ['a higher bound', clientOf('@acme/kube', '3.2.0'), clientOf('@acme/kube', '4.0.0')],
    ['a waiver of a client of the base', clientOf('@acme/kube', '3.2.0'), waiverOf('@acme/kube')]
  ])('%s', async (_, base, own) => {
    expect(await problemsOf(base, own)).toEqual([])
  })
})

/** Every value that can be tried for a setting, as the file has it. */
function samplesOf({ kind }: Setting): readonly string[] {
  if (kind.type === 'choice') return kind.words
  if (kind.type === 'list')
    return [`[${kind.words[0]}]`, `[${kind.words.join(', ')}]`, `[${kind.words.slice(1).join(', ')}]`]
  if (kind.type === 'paths') return ['[a]', '[a, b]', '[b]']
  if (kind.type === 'number') return ['0', '30', '31']
  return ['"1.20"', '"1.30"', '2026-03-01', '2026-03-02'].filter(
    text => kind.parse(text.replaceAll('"', '')) !== undefined
  )
}

/** A line of the file that states a value, in its mapping if it has one. */
function lineOf(setting: Setting, value: string): string {
  const [parent = '', own] = fileKeyOf(setting).split('.')
  return own === undefined ? `${parent}: ${value}\n` : `${parent}: { ${own}: ${value} }\n`
}

describe('every setting of the file', () => {
  test.each(settingsIn('file').map(setting => [fileKeyOf(setting), setting] as const))(
    '%s: of two values, each is refused over the other one, or at least as strict',
    async (_, setting) => {
      const samples = samplesOf(setting)
      expect(samples.length).toBeGreaterThan(1)
      for (const before of samples) {
        for (const value of samples) {
          const [one, other] = [before, value].map(each => lineOf(setting, each))
          const problems = await problemsOf(one ?? '', other ?? '')
          const back = await problemsOf(other ?? '', one ?? '')
          if (before === value) expect(problems).toEqual([])
          // Two different values are never free in both directions.
          else expect([before, value, problems.length + back.length]).not.toEqual([before, value, 0])
        }
      }
    }
  )
})

test('every rule has the higher of both levels', async () => {
  for (const { id, level: usual } of rules) {
    const levels = (['notice', 'warning', 'error'] as const).filter(level => SEVERITY[level] >= SEVERITY[usual])
    for (const before of levels) {
      for (const level of levels) {
        const [base, own] = [before, level].map(each => `rules: { ${id}: ${each} }\n`)
        if (SEVERITY[level] < SEVERITY[before]) expect(await problemsOf(base ?? '', own ?? '')).toHaveLength(1)
        else expect((await extending(base ?? '', own ?? '')).levels[id]).toBe(level)
      }
    }
  }
})

test('everything of both counts, each with its place', async () => {
  const base = `fail-on: warning\npaths: { exclude: [a/**] }\nrules: { client-unknown: error }\n${clientOf('@acme/kube', '3.2.0')}${waiverOf('kubernetes-client')}`
  const own = `minimum: documented\n${waiverOf('openshift-rest-client')}`
  const { stated, levels, paths, selects, policy, clients, waivers, places, path, extended } = await extending(
    base,
    own
  )
  expect({ stated, levels, paths, path }).toEqual({
    stated: { failOn: 'warning', minimum: 'documented' },
    levels: { 'client-unknown': 'error' },
    paths: { include: [], exclude: ['a/**'] },
    path: 'c.yml'
  })
  expect([selects?.('a/go.mod'), selects?.('b/go.mod')]).toEqual([false, true])
  const npm = ecosystemOf('npm')
  expect(npm && clientNamed(policy, npm, '@acme/kube')?.name).toBe('@acme/kube')
  expect(clients.map(({ package: name }) => name)).toEqual(['pkg:npm/@acme/kube'])
  expect(waivers.map(({ client, place }) => [client?.name, place.path, place.isOutside])).toEqual([
    ['kubernetes-client', NAME, true],
    ['openshift-rest-client', 'c.yml', undefined]
  ])
  expect(places.get('fail-on')).toEqual({ path: NAME, line: 1, column: 1, isOutside: true })
  expect(places.get('minimum')).toEqual({ path: 'c.yml', line: 2, column: 1 })
  expect(extended).toMatchObject({ text: `acme/policy@${COMMIT}`, name: NAME })
})

test('there is no chain', async () => {
  await expect(extending(`\nextends: acme/other@${COMMIT}\n`, '')).rejects.toMatchObject({
    message: `the extended configuration has 1 problem:\n${NAME}:2:10: a configuration that another one extends cannot extend a third one. Write what counts into this file.`,
    problems: [{ place: { path: NAME, line: 2, column: 10, isOutside: true } }]
  })
})
