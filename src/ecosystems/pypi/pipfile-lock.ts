/**
 * `Pipfile.lock`: the packages that Pipenv resolved for the `Pipfile` beside it, by category. The file shows neither
 * which packages are direct nor which package requires which.
 * Specification: https://pipenv.pypa.io/en/latest/pipfile.html and https://github.com/pypa/pipfile. Deliberately
 * ignored: the project itself (`"path": "."`).
 */

import { parseJson } from '../../syntax/json.ts'
import { child, members, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { gapFor, type KnownVersions, requireKnownVersion } from '../gap.ts'
import { pipfile, scopeOfCategory } from './pipfile.ts'
import { packageEntry, pipenvInstall } from './pipfile-package.ts'
import { setupCfg } from './setup-cfg.ts'
import { setupPy } from './setup-py.ts'
import { folderMember, isIncomplete } from './toml-lock.ts'

/** `pipfile-spec` counts the rewrites of the format; since 2017 it is 6. */
const VERSIONS: KnownVersions = { name: 'pipfile-spec', kind: 'scalar', pattern: /^[1-6]$/, known: '1 to 6' }

export const pipfileLock: FileFormat = {
  name: 'Pipfile.lock',
  role: { kind: 'lockfile', locks: [pipfile, setupPy, setupCfg], chain: { command: () => 'pipenv graph --reverse' } },
  specification: 'https://pipenv.pypa.io/en/latest/pipfile.html',
  versions: 'pipfile-spec 1–6',
  comments: 'none',
  names: { exact: ['Pipfile.lock'] },
  read,
  renew: name => [`pipenv upgrade ${name}`],
  upgrade: (name, version, { direct }) => [
    direct === false ? `pipenv upgrade '${name}>=${version}'` : pipenvInstall(name, version)
  ]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const spec = child(root, '_meta', 'pipfile-spec')
  if (spec) requireKnownVersion(spec, VERSIONS)
  for (const category of members(root)) {
    // A project may add categories to "default" and "develop".
    if (category.key === '_meta') continue
    if (category.value.kind !== 'map') yield gapFor(category, 'expected an object of packages')
    for (const member of members(category.value)) {
      yield* folderMember(textOf(member.value, 'path'))
      const entry = packageEntry(member, text)
      // The last package of a file that is cut off is incomplete: the fault covers it.
      if (!entry || (fault && isIncomplete(entry))) continue
      yield 'name' in entry ? { ...entry, scope: scopeOfCategory(category.key) } : entry
    }
  }
  if (fault) throw fault
}
