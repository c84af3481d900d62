/** The archive that npm makes of this project: it installs into an empty folder without a registry, and runs there. */

import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { version } from '../src/version.ts'
import { commandLine } from './support/command-line.ts'
import { bundle, expectClean, NODE } from './support/process.ts'
import { removeTrees, tree } from './support/trees.ts'

const root = join(import.meta.dirname, '..')
const FILES = { 'go.mod': 'require k8s.io/client-go v11.0.0+incompatible\n' }

/** What npm says of the archive. */
interface Packed {
  readonly filename: string
  readonly files: readonly { readonly path: string; readonly mode: number }[]
}

let packed: Packed
let installed: string

beforeAll(() => {
  // A stale bundle in the archive would prove nothing.
  bundle('cli')
  const archives = tree({})
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', archives], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const answer: Packed[] | Record<string, Packed> = JSON.parse(output)
  const [first] = Object.values(answer)
  if (!first) throw new Error(`npm packed nothing: ${output}`)
  packed = first
  installed = tree({ 'package.json': '{ "private": true }' })
  const archive = join(archives, packed.filename)
  execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', archive], {
    cwd: installed,
    // A cache of its own, which is empty: everything that runs is in the archive.
    env: { ...process.env, npm_config_cache: tree({}) },
    stdio: ['ignore', 'ignore', 'pipe']
  })
}, 120_000)

afterAll(removeTrees)

describe('the archive', () => {
  test('holds the command line with its licences, the schemas and what a reader needs, and nothing else', () => {
    const others = packed.files.map(({ path }) => path).filter(path => !/^dist\/cli\/(?:\d+\.)?index\.js$/.test(path))
    expect(others.sort()).toEqual([
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'dist/cli/licenses.txt',
      'dist/cli/package.json',
      'package.json',
      'src/configuration/config.schema.json',
      'src/reporters/json.schema.json'
    ])
  })

  test('brings no other package', () => {
    const output = execFileSync('npm', ['ls', '--all', '--parseable'], { cwd: installed, encoding: 'utf8' })
    expect(output.trim().split('\n')).toHaveLength(2)
  })
})

describe('the installed command', () => {
  const run = (args: readonly string[], cwd: string) => {
    const command = join(installed, 'node_modules', '.bin', 'bound-token-check')
    const { status, stdout, stderr } = spawnSync(NODE, [command, ...args], { cwd, encoding: 'utf8' })
    return { status, stdout, stderr }
  }

  test('prints its version', () => {
    expect(run(['--version'], installed)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
  })

  test.each([[['scan']], [['scan', '--format', 'json']], [['judge', 'pkg:npm/kubernetes-client@9.0.0']], [['doctor']]])(
    '%j prints what the sources print',
    async args => {
      const cwd = tree(FILES)
      const ended = run(args, cwd)
      expectClean(ended)
      expect(ended).toEqual(await commandLine(args, { cwd }))
    }
  )

  test('runs by npx', () => {
    const { status, stdout } = spawnSync('npx', ['--offline', '--no-install', 'bound-token-check', '-V'], {
      cwd: installed,
      encoding: 'utf8'
    })
    expect([status, stdout]).toEqual([0, `${version}\n`])
  })
})
