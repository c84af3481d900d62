/** Colours, widths and quiet: what the environment and the options make of a report. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { takesColour } from '../../src/command-line/terminal.ts'
import { commandLine } from '../support/command-line.ts'
import { removeTrees, tree } from '../support/trees.ts'

afterAll(removeTrees)

const GOOD = 'require k8s.io/client-go v0.29.3\n'
const BAD = 'require k8s.io/client-go v11.0.0+incompatible\n'
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences of colours.
const COLOUR = /\u001b\[3\dm/

describe('whether output takes colours', () => {
  test.each<[string, Parameters<typeof takesColour>, boolean]>([
    ['a terminal', [{}, true], true],
    ['a pipe', [{}, false], false],
    ['NO_COLOR', [{ NO_COLOR: '1' }, true], false],
    ['an empty NO_COLOR, which counts for nothing', [{ NO_COLOR: '' }, true], true],
    ['TERM=dumb', [{ TERM: 'dumb' }, true], false],
    ['another TERM', [{ TERM: 'xterm-256color' }, true], true],
    ['FORCE_COLOR to a pipe', [{ FORCE_COLOR: '1' }, false], true],
    ['FORCE_COLOR=0', [{ FORCE_COLOR: '0' }, true], false],
    ['FORCE_COLOR over NO_COLOR and TERM=dumb', [{ FORCE_COLOR: '1', NO_COLOR: '1', TERM: 'dumb' }, false], true]
  ])('%s', (_, given, colours) => {
    expect(takesColour(...given)).toBe(colours)
  })
})

describe('--color', () => {
  const cwd = tree({ 'go.mod': BAD })
  test.each<[readonly string[], boolean, boolean]>([
    [[], false, false],
    [[], true, true],
    [['--color', 'auto'], true, true],
    [['--color', 'never'], true, false],
    [['--color', 'always'], false, true],
    [['--color', 'always', '--format', 'json'], true, false]
  ])('%j where the output takes colours: %j', async (args, colour, isColoured) => {
    expect(COLOUR.test((await commandLine(['scan', ...args], { cwd, colour })).stdout)).toBe(isColoured)
  })

  test('colours no file, unless it is always', async () => {
    const written = async (...args: string[]) => {
      const output = join(tree({}), 'report.txt')
      await commandLine(['--output', output, ...args], { cwd, colour: true })
      return COLOUR.test(readFileSync(output, 'utf8'))
    }
    expect([await written(), await written('--color', 'always')]).toEqual([false, true])
  })
})

describe('--quiet', () => {
  const pass = tree({ 'go.mod': GOOD })
  const fail = tree({ 'go.mod': BAD })

  test('prints nothing of a check that passes', async () => {
    expect(await commandLine([pass, '-q'])).toEqual({ status: 0, stdout: '', stderr: '' })
    expect((await commandLine([pass])).stdout).not.toBe('')
  })

  test('prints the whole report of one that does not', async () => {
    expect(await commandLine([fail, '--quiet'])).toEqual(await commandLine([fail]))
  })

  test('prints a format for programs in any case', async () => {
    const { stdout } = await commandLine([pass, '--quiet', '--format', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({ conclusion: { verdict: 'passed' } })
  })

  test('writes a file without a word', async () => {
    const output = join(tree({}), 'report.txt')
    expect((await commandLine([fail, '-q', '-o', output])).stdout).toBe('')
    expect(readFileSync(output, 'utf8')).toContain('go.mod')
  })

  test('shows no progress', async () => {
    let time = 0
    const slow = { watched: true, now: () => (time += 5_000) }
    expect((await commandLine([fail], slow)).stderr).toContain('dependency files')
    expect((await commandLine([fail, '-q'], slow)).stderr).toBe('')
  })
})

test.each([
  ['explain'],
  ['explain', 'client-unknown'],
  ['policy', 'kopf'],
  ['judge', 'pkg:npm/kubernetes-client@9', '--format', 'text']
])('%j %j fits the terminal', async (...args) => {
  const { stdout } = await commandLine(
    args.filter(arg => arg !== undefined),
    { columns: 60 }
  )
  const wide = stdout.split('\n').filter(line => line.length > 60 && !/https?:|^ {4}/.test(line))
  expect(wide).toEqual([])
  expect(stdout.length).toBeGreaterThan(60)
})
