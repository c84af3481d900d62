/** Completions: bash is asked for what it completes. That zsh and fish read theirs, scripts/completions.mjs shows. */

import { spawnSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { commandNames } from '../../src/commands.ts'
import { settingsIn } from '../../src/settings/settings.ts'
import { commandLine } from '../support/command-line.ts'
import { tree, write } from '../support/trees.ts'

const scriptOf = async (shell: string) => (await commandLine(['completion', shell])).stdout

/** What bash completes at the end of these words. */
async function completed(words: readonly string[], cwd = tree({})): Promise<string[]> {
  write(cwd, { 'completion.bash': await scriptOf('bash') })
  const script = [
    'source ./completion.bash',
    'COMP_WORDS=("$@")',
    'COMP_CWORD=$(($# - 1))',
    '_bound_token_check',
    'printf "%s\\n" "${COMPREPLY[@]}"'
  ].join('\n')
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', 'bound-token-check', ...words], {
    cwd,
    encoding: 'utf8'
  })
  expect(stderr).toBe('')
  return stdout.split('\n').filter(word => word !== '')
}

describe('bash', () => {
  test.each<[readonly string[], readonly string[]]>([
    [['sc'], ['scan']],
    [
      ['fleet', ''],
      ['plan', 'scan', 'merge']
    ],
    [['fleet', 'plan', '--sim'], ['--simulate']],
    [['fleet', 'merge', '--sim'], []],
    [['judge', '--fo'], ['--format']],
    [
      ['judge', '--format', ''],
      ['json', 'text']
    ],
    [
      ['--fail-on', 'n'],
      ['notice', 'never']
    ],
    [['--quiet', 'list', '--ba'], []],
    [['scan', '--ba'], ['--base']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish']
    ],
    [['help', 'pol'], ['policy']],
    [['explain', 'client-c'], ['client-cannot-reload']]
  ])('%j', async (words, found) => {
    expect(await completed(words)).toEqual(found)
  })

  test('folders where a folder is taken, and files for a file', async () => {
    const cwd = tree({ 'services/go.mod': '', 'a.txt': '' })
    expect(await completed(['scan', ''], cwd)).toEqual(['services'])
    // Nothing: the shell completes files by itself.
    expect(await completed(['scan', '--output', ''], cwd)).toEqual([])
  })

  test('every command', async () => {
    expect(await completed([''])).toEqual([...new Set(commandNames.map(name => name.split(' ')[0]))])
  })
})

describe.each(['bash', 'zsh', 'fish'])('%s', shell => {
  test('has every command and every option', async () => {
    const script = await scriptOf(shell)
    for (const word of commandNames.flatMap(name => name.split(' '))) expect(script).toContain(word)
    for (const { name } of settingsIn('option')) expect(script).toMatch(new RegExp(`(?:--|-l )${name}\\b`))
  })
})
