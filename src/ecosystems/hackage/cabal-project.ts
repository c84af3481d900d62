/**
 * `cabal.project`: what a project of several packages takes from elsewhere than Hackage, and what it holds versions to.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-project-description-file.html. Leaves out on purpose: the
 * project's own folders in `packages`; `preferences`, which do not bind; imported project files.
 */

import type { Placed } from '../../syntax/lines.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { cabalFile } from './cabal.ts'
import { constrained } from './constraints.ts'
import { dependency, listed } from './dependency.ts'
import { type Field, readFields, type Section } from './fields.ts'
import { packageYaml } from './package-yaml.ts'
import { packagesOf } from './source.ts'
import { projectUpgrade } from './upgrade.ts'

export const cabalProject: FileFormat = {
  name: 'cabal.project',
  role: { kind: 'manifest', settles: [cabalFile, packageYaml], pinsVersions: true },
  specification: 'https://cabal.readthedocs.io/en/stable/cabal-project-description-file.html',
  names: { exact: ['cabal.project', 'cabal.project.local'] },
  read,
  upgrade: projectUpgrade
}

function* read(text: string): Generator<Entry> {
  const { parts, fault } = readFields(text)
  const repositories = new Map<Section, Field[]>()
  for (const part of parts) {
    if ('gap' in part) yield part
    else if (part.section?.kind === 'source-repository-package') {
      const fields = repositories.get(part.section)
      if (fields) fields.push(part)
      else repositories.set(part.section, [part])
    } else if (part.name === 'constraints') yield* constrained(text, part)
    else if (part.name === 'extra-packages') for (const piece of listed(part.content, part.at)) yield dependency(piece)
  }
  for (const fields of repositories.values()) yield* repository(fields)
  if (fault) throw fault
}

function* repository(fields: readonly Field[]): Generator<Entry> {
  const url = first('location')
  const revision = first('tag')
  const branch = first('branch')
  if (url) {
    const folders = fields.filter(({ name }) => name === 'subdir').flatMap(({ content }) => content.trim().split(/\s+/))
    yield* packagesOf({ url, ...(revision ? { revision } : {}), ...(branch ? { branch } : {}), folders })
  } else {
    const [{ at, content } = { at: 0, content: '' }] = fields
    const text = fields.map(field => field.content).join('\n')
    yield { gap: 'expected a location of the repository', text, at: at + content.length - content.trimStart().length }
  }

  function first(name: string): Placed | undefined {
    const field = fields.find(candidate => candidate.name === name)
    const at = field?.content.search(/\S/) ?? -1
    return field && at >= 0 ? { text: field.content.trim(), at: field.at + at } : undefined
  }
}
