/**
 * `cabal.project.freeze`: the versions that Cabal chose for a project.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-commands.html#cabal-freeze. Leaves out on purpose: the
 * state of the package index and flags.
 */

import { baseName, type Entry, type FileFormat } from '../ecosystem.ts'
import { constrained } from './constraints.ts'
import { readFields } from './fields.ts'
import { freezeUpgrade } from './upgrade.ts'

export const cabalProjectFreeze: FileFormat = {
  name: 'cabal.project.freeze',
  origin: 'lockfile',
  specification: 'https://cabal.readthedocs.io/en/stable/cabal-commands.html#cabal-freeze',
  claims: path => baseName(path) === 'cabal.project.freeze',
  read,
  answers: ['cabal.project', '*.cabal', 'package.yaml'],
  upgrade: freezeUpgrade
}

function* read(text: string): Generator<Entry> {
  const { parts, fault } = readFields(text)
  for (const part of parts) {
    if ('gap' in part) yield part
    else if (part.name === 'constraints') yield* constrained(text, part)
  }
  if (fault) throw fault
}
