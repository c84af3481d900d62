/**
 * `environment*.yml`: what conda installs, and below `pip:` what pip installs after it.
 * Specification: https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html#creating-an-environment-file-manually
 */

import { child, items, members, type TextNode } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { entryAt, gapFor } from '../gap.ts'
import { condaPackage, RENAMED } from './conda-package.ts'
import { isProjectItself, readRequirement, readSource } from './requirement.ts'
import { requirements } from './requirements-txt.ts'

const EDITABLE = /^(?:-e|--editable)[\s=]+/
const INCLUDE = /^(?:-r|--requirement|-c|--constraint)[\s=]*(?<path>\S+)$/

export const condaEnvironment: FileFormat = {
  name: 'environment*.yml',
  role: { kind: 'manifest' },
  specification: 'https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html',
  names: { pattern: /(?:^|\/)environment[^/]*\.ya?ml$/i },
  read,
  prescreen: { always: /^[ \t]*-[ \t]+["']?(?:-r|-c|--requirement|--constraint)/m },
  upgrade: (name, version) => [
    `# in this file, below pip: ${name}>=${version}${name === 'kubernetes' ? `; below dependencies: ${RENAMED}>=${version}` : ''}`,
    '# then: conda env update, with --file and this file'
  ]
}

async function* read(text: string): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  for (const node of items(child(root, 'dependencies'))) {
    if (node.kind === 'text') yield* fromConda(node, text)
    else if (node.kind === 'map') {
      for (const { key, value } of members(node)) {
        if (key !== 'pip' || value.kind !== 'list') {
          if (!fault) yield gapFor(node, 'expected "pip" with a list of requirements')
          continue
        }
        for (const item of value.items) {
          if (item.kind === 'text') yield* fromPip(item, text)
          else if (!fault) yield gapFor(item, 'expected a requirement of pip')
        }
      }
    } else if (!fault) yield gapFor(node, 'expected a package of conda')
  }
  if (fault) throw fault
}

function* fromConda({ value, at }: TextNode, text: string): Generator<Entry> {
  const found = condaPackage(value)
  if (!found) return
  if ('gap' in found) yield { gap: found.gap, text: value, at }
  else yield entryAt(text, { ...found, at: at + found.at, direct: true })
}

function* fromPip({ value, at }: TextNode, text: string): Generator<Entry> {
  const written = value.trim()
  const start = at + value.indexOf(written)
  const path = INCLUDE.exec(written)?.groups?.['path']
  const option = EDITABLE.exec(written)?.[0].length ?? 0
  const address = written.slice(option)
  if (path !== undefined) {
    yield { include: path, as: requirements, at: start + written.length - path.length }
    return
  }
  if (isProjectItself(address) || written.startsWith('--')) return
  const found = option > 0 ? readSource(address, option) : readRequirement(written)
  if (found)
    yield entryAt(text, { name: found.name, requirement: found.requirement, at: start + found.at, direct: true })
  else yield { gap: 'expected a requirement such as "name>=1.0"', text: written, at: start }
}
