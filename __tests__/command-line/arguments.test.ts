/** Arguments, as people type them: which command they name, what is wrong with them, and the help. */

import { describe, expect, test } from '@jest/globals'
import { commandNames, help } from '../../src/commands.ts'
import { settings, settingsIn } from '../../src/settings/settings.ts'
import { commandLine, jsonLines } from '../support/command-line.ts'
import { expectClean } from '../support/process.ts'
import { tree } from '../support/trees.ts'

const GOOD = 'require k8s.io/client-go v0.29.3\n'
const BAD = 'require k8s.io/client-go v11.0.0+incompatible\n'

describe('the help', () => {
  test('of the program begins with its use and the exit codes, and names every command', () => {
    const text = help()
    expect(text).toMatch(/^Usage: bound-token-check .*\n\n.*\n\nExit codes:\n {2}0 {2}passed/)
    for (const name of commandNames) expect(text).toMatch(new RegExp(`^  ${name}( [A-Z[]\\S*)? {2,}\\S`, 'm'))
  })

  test.each(commandNames)('of %s is the same by three ways, and no line is wider than 100 columns', async name => {
    const long = await commandLine([...name.split(' '), '--help'])
    expect(long).toEqual({ status: 0, stdout: help(name), stderr: '' })
    expect(await commandLine([...name.split(' '), '-h'])).toEqual(long)
    expect(await commandLine(['help', ...name.split(' ')])).toEqual(long)
    for (const line of long.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  test('of a command has the options that it takes alone', () => {
    expect(help('judge')).toContain('--fail-on <LEVEL>')
    expect(help('judge')).not.toContain('--base')
    expect(help('list')).not.toContain('--metrics')
  })

  test('of some command has every option', () => {
    const all = commandNames.map(name => help(name)).join('\n')
    for (const { name } of settingsIn('option')) expect(all).toContain(`--${name}`)
  })

  test('is as wide as the terminal', async () => {
    const { stdout } = await commandLine(['help', 'scan'], { columns: 64 })
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(64)
  })

  test.each([['--help'], ['-h'], ['help']])('%s prints that of the program', async word => {
    expect(await commandLine([word])).toEqual({ status: 0, stdout: help(), stderr: '' })
  })
})

describe('wrong use: exit code 3, in one line with the remedy', () => {
  test.each<[readonly string[], string]>([
    [['sacn'], 'sacn: neither a command nor a folder that exists. Did you mean scan?'],
    [['docter', '--fail-on', 'error'], 'docter: neither a command nor a folder that exists. Did you mean doctor?'],
    [['completely-else'], 'completely-else: neither a command nor a folder that exists. See bound-token-check help.'],
    [['help', 'polcy'], 'help polcy: unknown value. Did you mean policy?'],
    [['--colour', 'always'], '--colour: unknown option. Did you mean --color?'],
    [['scan', '--fail-no', 'error'], '--fail-no: unknown option. Did you mean --fail-on?'],
    [['scan', '--nothing-like-it'], '--nothing-like-it: unknown option. See bound-token-check help scan.'],
    [['scan', '-x'], '-x: unknown option. See bound-token-check help scan.'],
    [['list', '--base', 'main'], '--base: not an option of list, but of scan. See bound-token-check help list.'],
    [['judge', '--format'], '--format: no value is given. See bound-token-check help judge.'],
    [['scan', '-o'], '--output: no value is given. See bound-token-check help scan.'],
    [['--color', 'alwys'], '--color alwys: unknown value. Did you mean always?'],
    [['completion'], 'completion: give one of bash, zsh, fish.'],
    [['fleet'], 'fleet: give one of plan, scan, merge. See bound-token-check help.'],
    [['fleet', 'paln'], 'fleet paln: unknown value. Did you mean plan?'],
    [
      ['fleet', 'scan', '--list', 'x'],
      '--list: not an option of fleet scan, but of fleet plan. See bound-token-check help fleet scan.'
    ],
    [['completion', 'bsh'], 'completion bsh: unknown value. Did you mean bash?']
  ])('%j', async (args, message) => {
    const ended = await commandLine(args, { cwd: tree({ 'README.md': '' }) })
    expectClean(ended)
    expect(ended).toEqual({ status: 3, stdout: '', stderr: `bound-token-check: ${message}\n` })
  })
})

describe('the command', () => {
  const cwd = tree({ 'go.mod': BAD, 'list/go.mod': GOOD })

  test.each<[string, readonly string[]]>([
    ['first', ['scan', '--fail-on', 'never', '.']],
    ['behind an option with a value', ['--fail-on', 'never', 'scan', '.']],
    ['behind an option with its value in the same word', ['--fail-on=never', 'scan', '.']],
    ['behind a short option', ['-q', '--fail-on', 'never', 'scan', '.']],
    ['left out', ['.', '--fail-on', 'never']]
  ])('%s', async (_, args) => {
    expect(await commandLine(args, { cwd })).toMatchObject({ status: 0, stderr: '' })
  })

  test('is not a folder of its name', async () => {
    expect(jsonLines((await commandLine(['list'], { cwd })).stdout)).toHaveLength(2)
    expect((await commandLine(['./list'], { cwd })).status).toBe(0)
    expect((await commandLine(['--', 'list'], { cwd })).status).toBe(0)
  })
})

test('short options are those of the table', async () => {
  const letters = settingsIn('option').flatMap(({ short }) => (short === undefined ? [] : [short]))
  expect(letters).toEqual([settings.output.short, settings.quiet.short])
  expect(new Set([...letters, 'h', 'V']).size).toBe(letters.length + 2)
})
