/** Runs the built bundles as processes, as the terminal and the runner do. */

import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { FINGERPRINT_FILE, fingerprint } from '../../scripts/fingerprint.mjs'
import { memoised } from '../../src/collections.ts'

const root = join(import.meta.dirname, '..', '..')

/** The Node that runs the bundles: this one, unless the environment names another (the one of the runner). */
export const NODE = process.env['BOUND_TOKEN_CHECK_NODE'] ?? process.execPath

/** The path of a built bundle. Throws when it is missing or stale: a test of such a bundle proves nothing. */
export const bundle = memoised((name: 'main' | 'cli') => freshBundle(root, name))

/** The path of a bundle of the project. Throws unless it was built from the sources that are there now. */
export function freshBundle(project: string, name: 'main' | 'cli'): string {
  const path = join(project, 'dist', name, 'index.js')
  const record = join(project, FINGERPRINT_FILE)
  if (!existsSync(path)) throw new Error(`${path} does not exist: run npm run build`)
  if (!existsSync(record) || readFileSync(record, 'utf8').trim() !== fingerprint(project))
    throw new Error(`${path} was built from other sources than those in src/: run npm run build`)
  return path
}

/** How a process ended and what it printed. */
export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Expects neither a stack nor a control character in the output: no input may bring them there. */
export function expectClean({ stdout, stderr }: Ended): void {
  expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the output must not contain them
  expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200b-\u200f]/)
}

/** Runs the command line with these arguments. */
export function cli(args: readonly string[], options: SpawnSyncOptions = {}): Ended {
  const { status, stdout, stderr } = spawnSync(NODE, [bundle('cli'), ...args], {
    ...options,
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  return { status, stdout: String(stdout), stderr: String(stderr) }
}
