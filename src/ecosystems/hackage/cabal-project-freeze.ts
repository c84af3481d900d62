/**
 * `cabal.project.freeze`: the versions that Cabal chose for a project.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-commands.html#cabal-freeze. Deliberately ignored: the
 * state of the package index and flags.
 */

import type { Entry, FileFormat } from '../file-format.ts'
import { cabalFile } from './cabal.ts'
import { cabalProject } from './cabal-project.ts'
import { constrained } from './constraints.ts'
import { readFields } from './fields.ts'
import { packageYaml } from './package-yaml.ts'
import { freezeUpgrade } from './upgrade.ts'

export const cabalProjectFreeze: FileFormat = {
  name: 'cabal.project.freeze',
  role: { kind: 'lockfile', locks: [cabalProject, cabalFile, packageYaml] },
  specification: 'https://cabal.readthedocs.io/en/stable/cabal-commands.html#cabal-freeze',
  comments: 'dashes',
  names: { exact: ['cabal.project.freeze'] },
  read,
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
