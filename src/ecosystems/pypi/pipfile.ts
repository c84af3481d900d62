/**
 * `Pipfile`: the packages that a project with Pipenv requires, by category.
 * Specification: https://pipenv.pypa.io/en/latest/pipfile.html. Deliberately ignored: the tables without packages
 * (`source`, `requires`, `pipenv`, `scripts`), and the project itself (`path = "."`).
 */

import { parseToml } from '../../syntax/toml.ts'
import { members } from '../../syntax/tree.ts'
import { isDevelopmentName } from '../development-names.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { packageEntry, pipenvInstall } from './pipfile-package.ts'

/** Every other table is a category of packages. */
const NO_PACKAGES = new Set(['source', 'requires', 'pipenv', 'scripts'])

export const pipfile: FileFormat = {
  name: 'Pipfile',
  role: { kind: 'manifest' },
  specification: 'https://pipenv.pypa.io/en/latest/pipfile.html',
  names: { exact: ['Pipfile'] },
  read,
  upgrade: (name, version) => [pipenvInstall(name, version)]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseToml(text)
  for (const category of members(root)) {
    if (NO_PACKAGES.has(category.key)) continue
    if (category.value.kind !== 'map') yield gapFor(category, 'expected a table of packages')
    for (const member of members(category.value)) {
      const entry = packageEntry(member, text)
      if (entry) yield 'name' in entry ? { ...entry, direct: true, scope: scopeOfCategory(category.key) } : entry
    }
  }
  if (fault) throw fault
}

/** The scope of the packages of a category, in `Pipfile` and `Pipfile.lock`. A project may name further categories as it likes. */
export function scopeOfCategory(name: string): KnownScope {
  return isDevelopmentName(name) ? 'development' : 'runtime'
}
