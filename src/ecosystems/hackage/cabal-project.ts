/**
 * `cabal.project`: the packages that a project has from elsewhere than Hackage, and its constraints on versions.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-project-description-file.html. Deliberately ignored: the
 * project's own folders in `packages`; `preferences`, which do not bind; imported project files.
 */

import { defined, groupBy } from '../../collections.ts'
import type { Placed } from '../../syntax/lines.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { cabalFile } from './cabal.ts'
import { constrained } from './constraints.ts'
import { dependency, listed } from './dependency.ts'
import { type Field, readFields } from './fields.ts'
import { packageYaml } from './package-yaml.ts'
import { packagesOf } from './source.ts'
import { projectUpgrade } from './upgrade.ts'

const PACKAGES = new Set(['packages', 'optional-packages'])
const PACKAGE = /[^\s,"]+/g
const CABAL_FILE = /(?:^|\/)[^/]*\.cabal$/

export const cabalProject: FileFormat = {
  name: 'cabal.project',
  role: { kind: 'manifest', settles: [cabalFile, packageYaml], pinsVersions: true },
  specification: 'https://cabal.readthedocs.io/en/stable/cabal-project-description-file.html',
  comments: 'dashes',
  names: { exact: ['cabal.project', 'cabal.project.local'] },
  read,
  settlesBelow: () => false,
  prescreen: { members: /\bpackages\b/i },
  upgrade: projectUpgrade
}

function* read(text: string): Generator<Entry> {
  const { parts, fault } = readFields(text)
  const repositoryFields: Field[] = []
  for (const part of parts) {
    if ('gap' in part) yield part
    else if (part.section?.kind === 'source-repository-package') repositoryFields.push(part)
    else if (PACKAGES.has(part.name)) yield* packages(part)
    else if (part.name === 'constraints') yield* constrained(text, part)
    else if (part.name === 'extra-packages') for (const one of listed(part.content, part.at)) yield dependency(one)
  }
  for (const fields of groupBy(repositoryFields, ({ section }) => section).values()) yield* repository(fields)
  if (fault) throw fault
}

/** The folders of the project's own packages: each entry is one, or a `.cabal` file in it, or a pattern of either. */
function* packages({ content, at }: Field): Generator<Entry> {
  for (const match of content.matchAll(PACKAGE)) {
    const [path] = match
    const folder = path.replace(CABAL_FILE, '')
    if (!path.includes('://')) yield { member: folder === '' ? '.' : folder, as: 'pattern', at: at + match.index }
  }
}

function* repository(fields: readonly [Field, ...Field[]]): Generator<Entry> {
  const [{ at, content }] = fields
  const url = filled(fields, 'location')
  if (url) {
    const folders = fields.filter(({ name }) => name === 'subdir').flatMap(field => field.content.trim().split(/\s+/))
    yield* packagesOf(defined({ url, revision: filled(fields, 'tag'), branch: filled(fields, 'branch'), folders }))
  } else {
    const text = fields.map(field => field.content).join('\n')
    yield { gap: 'expected a repository location', text, at: at + content.length - content.trimStart().length }
  }
}

/** The content of the first field of a name; undefined if it is empty. */
function filled(fields: readonly Field[], name: string): Placed | undefined {
  const field = fields.find(candidate => candidate.name === name)
  const at = field?.content.search(/\S/) ?? -1
  return field && at >= 0 ? { text: field.content.trim(), at: field.at + at } : undefined
}
