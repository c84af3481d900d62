/** Runs the built bundles as processes, as the terminal and the runner do. */

import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** The Node that runs the bundles: this one, unless the environment names another (the one of the runner). */
export const NODE = process.env['BOUND_TOKEN_CHECK_NODE'] ?? process.execPath

/** The path of a built bundle. Throws when it was not built: a test of a bundle that is not there proves nothing. */
export function bundle(name: 'main' | 'cli'): string {
  const path = join(root, 'dist', name, 'index.js')
  if (!existsSync(path)) throw new Error(`${path} does not exist: run npm run build`)
  return path
}

/** How a process ended and what it printed. */
export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
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
