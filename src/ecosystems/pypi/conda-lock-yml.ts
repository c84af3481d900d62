/**
 * `conda-lock.yml`: the packages of conda and PyPI that conda-lock resolved for all platforms.
 * Specification: https://conda.github.io/conda-lock/output/, and the code that writes it,
 * https://github.com/conda/conda-lock/blob/main/conda_lock/lockfile/v1/models.py. Deliberately ignored: packages of conda that are
 * other packages than those of PyPI with the same name. The file does not contain what the environment requires.
 */

import { defined } from '../../collections.ts'
import { unknownVersion } from '../../syntax/fault.ts'
import type { Entry, FileFormat, Graph, KnownScope } from '../file-format.ts'
import { condaEnvironment } from './conda-environment.ts'
import { graphOfItems, ignoredIn, itemGap, itemsIn, type LockItem, sourceAtLocation } from './conda-lock-items.ts'
import { nameInPypi, RENAMED } from './conda-package.ts'
import { pyproject } from './pyproject.ts'

const VERSION = /^version:[ ]*(?<version>\S*)/m
const CONDA = 'conda'
const SCOPES: ReadonlyMap<string, KnownScope> = new Map([
  ['main', 'runtime'],
  ['dev', 'development']
])

export const condaLock: FileFormat = {
  name: 'conda-lock.yml',
  role: { kind: 'lockfile', locks: [condaEnvironment, pyproject], chain: { graph } },
  specification: 'https://conda.github.io/conda-lock/output/',
  versions: '1',
  names: { extensions: ['.yaml', '.yml'], pattern: /(?:^|[/.-])conda-lock\.ya?ml$/ },
  read,
  upgrade: (name, version) => {
    const inConda = name === 'kubernetes' ? `; ${RENAMED} if it comes from conda` : ''
    return [
      { edit: `in the source of this file, environment.yml or pyproject.toml, require ${name}>=${version}${inConda}` },
      { run: 'conda-lock lock', note: 'if that file is not environment.yml, name it with --file' }
    ]
  }
}

function* read(text: string): Generator<Entry> {
  const version = VERSION.exec(text)
  const written = version?.groups?.['version'] ?? ''
  if (version && written !== '1') {
    throw unknownVersion('version', written, '1', version.index + version[0].length - written.length)
  }
  for (const item of itemsIn(text)) {
    const entry = entryOf(item)
    if (entry) yield entry
    yield* ignoredIn(item)
  }
}

function graph(text: string): Graph {
  return graphOfItems(text, ({ fields }) => {
    const name = fields.get('name')?.text
    const isConda = fields.get('manager')?.text === CONDA
    return name === undefined ? undefined : { isConda, name, version: fields.get('version')?.text ?? '' }
  })
}

/** Undefined for another package of conda. */
function entryOf(item: LockItem): Entry | undefined {
  const { fields } = item
  const [name, version] = [fields.get('name')?.text, fields.get('version')]
  if (name === undefined || !version) return itemGap(item, 'expected a package with a name and a version')
  const own = fields.get('manager')?.text === CONDA ? nameInPypi(name)?.text : name
  if (own === undefined) return undefined
  const url = fields.get('url')
  const located = (url && sourceAtLocation(url)) ?? {
    requirement: { kind: 'version', text: version.text } as const,
    at: version.at
  }
  const scope = SCOPES.get(fields.get('category')?.text ?? '')
  return { name: own, ...located, ...defined({ scope }) }
}
