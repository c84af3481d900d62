/** The registry: every reporter renders, and everything that names the values of `--format` follows from it. */

import { describe, expect, test } from '@jest/globals'
import { clusterReport } from '../../src/cluster/cluster-report.ts'
import { readMetrics } from '../../src/cluster/metrics.ts'
import { help } from '../../src/commands.ts'
import { NO_CONFIGURATION } from '../../src/configuration/configuration.ts'
import { effectiveConfiguration } from '../../src/configuration/effective.ts'
import { judgePurl } from '../../src/policy/judge-purl.ts'
import { builtIn } from '../../src/policy/policy.ts'
import { policyRows } from '../../src/policy/policy-rows.ts'
import { reporters } from '../../src/reporters/index.ts'
import { rules } from '../../src/rules/index.ts'
import { byStatement } from '../../src/rules/statements.ts'
import { settingsOf } from '../../src/settings/values.ts'
import { commandLine } from '../support/command-line.ts'
import { resultOf, sample } from '../support/report.ts'
import { tree } from '../support/trees.ts'

const question = { minimum: 'documented', failOn: 'error', policy: builtIn } as const
const { judged } = await judgePurl('pkg:npm/%40kubernetes/client-node@0.10.2', question)
const result = resultOf(sample())
const rows = await policyRows()
const metrics = readMetrics([{ path: 'metrics.txt', text: 'serviceaccount_stale_tokens_total 12\n' }])
const cluster = clusterReport(
  { profile: {}, differing: [] },
  { metrics },
  { levels: {}, today: '2025-06-15', failOn: 'error', allowIncomplete: false }
)
const effective = effectiveConfiguration(NO_CONFIGURATION, settingsOf(NO_CONFIGURATION, {}), '2025-06-15')

/** What each reporter makes of a usual input, by command and name. A command without a line here fails to compile. */
const rendered: { readonly [Command in keyof typeof reporters]: readonly (readonly [string, string])[] } = {
  scan: reporters.scan.map(reporter => [reporter.name, reporter.render(result, { colour: false })]),
  list: reporters.list.map(reporter => [reporter.name, reporter.render(result, {})]),
  judge: reporters.judge.map(reporter => [reporter.name, reporter.render(judged, {})]),
  policy: reporters.policy.map(reporter => [reporter.name, reporter.render(rows, {})]),
  explain: reporters.explain.map(reporter => [reporter.name, reporter.render(byStatement(rules), {})]),
  doctor: reporters.doctor.map(reporter => [reporter.name, reporter.render(effective, {})]),
  cluster: reporters.cluster.map(reporter => [reporter.name, reporter.render(cluster, {})])
}

/** The commands whose JSON is one object a line. */
const ONE_OBJECT_A_LINE = ['list', 'judge']

describe.each(Object.entries(rendered))('%s', (command, outputs) => {
  test.each(outputs)('%s ends with the end of a line', (name, text) => {
    expect(text).toMatch(/\S\n$/)
    if (name !== 'json') return
    if (!ONE_OBJECT_A_LINE.includes(command)) expect(JSON.parse(text)).toHaveProperty('schema')
    else for (const line of text.trimEnd().split('\n')) expect(JSON.parse(line)).toBeInstanceOf(Object)
  })

  test('no two reporters have one name', () => {
    const names = outputs.map(([name]) => name)
    expect([...new Set(names)]).toEqual(names)
  })
})

describe('--format', () => {
  test.each(Object.entries(reporters))('%s names its reporters in its help', (command, choices) => {
    const [usual, ...others] = choices.map(({ name }) => name)
    expect(help(command).replace(/\n +/g, ' ')).toContain([`output: ${usual} (default)`, ...others].join(', '))
  })

  test.each(['scan', 'list', 'policy', 'explain', 'doctor'] as const)(
    '%s takes each of its values and lists them for any other',
    async command => {
      const cwd = tree({ 'README.md': '' })
      const names = reporters[command].map(({ name }) => name)
      for (const name of names) {
        expect(await commandLine([command, '--format', name], { cwd })).toMatchObject({ status: 0, stderr: '' })
      }
      expect(await commandLine([command, '--format', 'html'], { cwd })).toMatchObject({
        status: 3,
        stderr: `bound-token-check: --format html: unknown value. Allowed values: ${names.join(', ')}.\n`
      })
    }
  )
})
