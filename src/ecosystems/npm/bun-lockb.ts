/**
 * `bun.lockb`: the binary lockfile of bun before 1.2, which only bun reads. It is a format so that the file is
 * reported.
 * Specification: https://bun.com/docs/pm/lockfile.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { bunUpgrade, NPM_OVERRIDES } from './upgrade.ts'

/** Names of up to so many bytes are in fields of this length, filled up with zeros. Longer ones follow each other without a mark. */
const FIELD_LENGTH = 8
const FIELD = /^(?<name>[!-~]+)\0*$/
const LONG_NAMES = /[!-~]{9,}/g

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
  namesInBytes,
  overrides: NPM_OVERRIDES,
  upgrade: bunUpgrade
}

// biome-ignore lint/correctness/useYield: a text is never a binary lockfile.
function* read(): Generator<Entry> {
  throw new SyntaxFault(`not a binary bun lockfile: ${REMEDY}`, 0)
}

/**
 * A short name has a field of its own, so that it is none inside of other names: `jest-get-type` and `pretty-format` side by side
 * contain `pepr`. The last part of a long name may be short, but follows a slash.
 */
function namesInBytes(bytes: string, mentions: (fragment: string) => boolean): boolean {
  if (!mentions(bytes.replaceAll('\0', ''))) return false
  for (let at = 0; at < bytes.length; at += FIELD_LENGTH) {
    const name = FIELD.exec(bytes.slice(at, at + FIELD_LENGTH))?.groups?.['name']
    if (name !== undefined && isShortName(name, mentions)) return true
  }
  return Array.from(bytes.matchAll(LONG_NAMES)).some(([run]) => mentions(withoutShortNames(run, mentions)))
}

/** Whether a field is the name of a client. One without zeros may also be a part of long names. */
function isShortName(name: string, mentions: (fragment: string) => boolean): boolean {
  if (!mentions(name)) return false
  return name.length < FIELD_LENGTH || !(mentions(name.slice(1)) || mentions(name.slice(0, -1)))
}

/** Long names, with a line end in place of the first letter of each short name in them that is no last part. */
function withoutShortNames(run: string, mentions: (fragment: string) => boolean): string {
  if (!mentions(run)) return ''
  let masked = ''
  for (let at = 0; at < run.length; at++) {
    const begins =
      run[at - 1] !== '/' &&
      mentions(run.slice(at, at + FIELD_LENGTH)) &&
      !mentions(run.slice(at + 1, at + FIELD_LENGTH))
    masked += begins ? '\n' : run[at]
  }
  return masked
}
