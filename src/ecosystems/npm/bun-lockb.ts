/**
 * `bun.lockb`: the binary lockfile of bun before 1.2, which only bun reads. It is a format so that the file is
 * reported.
 * Specification: https://bun.com/docs/pm/lockfile.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { bunUpgrade } from './upgrade.ts'

const REMEDY =
  'run `bun install --save-text-lockfile --frozen-lockfile --lockfile-only` and commit bun.lock in its place'

export const bunLockb: FileFormat = {
  name: 'bun.lockb',
  role: { kind: 'lockfile', locks: [] },
  specification: 'https://bun.com/docs/pm/lockfile',
  versions: 'none: only reported',
  comments: 'none',
  names: { exact: ['bun.lockb'] },
  read,
  unreadable: REMEDY,
  upgrade: bunUpgrade
}

// biome-ignore lint/correctness/useYield: a text is never a binary lockfile.
function* read(): Generator<Entry> {
  throw new SyntaxFault(`not a binary bun lockfile: ${REMEDY}`, 0)
}
