/**
 * `bun.lockb`: the binary lockfile of bun before 1.2, which nothing but bun reads. It is claimed so that it is told.
 * Specification: https://bun.com/docs/pm/lockfile.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { baseName, type Entry, type FileFormat } from '../ecosystem.ts'
import { bunUpgrade } from './upgrade.ts'

const REMEDY =
  'run `bun install --save-text-lockfile --frozen-lockfile --lockfile-only` and commit bun.lock in its place'

export const bunLockb: FileFormat = {
  name: 'bun.lockb',
  origin: 'lockfile',
  specification: 'https://bun.com/docs/pm/lockfile',
  formatVersions: 'none: only told',
  claims: path => baseName(path) === 'bun.lockb',
  read,
  unreadable: REMEDY,
  upgrade: bunUpgrade
}

// biome-ignore lint/correctness/useYield: what is text is no such lockfile.
function* read(): Generator<Entry> {
  throw new SyntaxFault(`this lockfile is not bun’s binary one: ${REMEDY}`, 0)
}
