/**
 * `environment*.yml`: the packages that conda installs, and below `pip:` those that pip installs after them.
 * Specification:
 * https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html#creating-an-environment-file-manually
 */

import { child, items, type TextNode, type TreeNode } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { entryAt, gapFor } from '../gap.ts'
import { condaPackage, RENAMED } from './conda-package.ts'
import { EXPECTED_REQUIREMENT, isProjectItself, readRequirement, readSource } from './requirement.ts'
import { scopeOfRequirements } from './requirements-file.ts'
import { requirements } from './requirements-txt.ts'

const EDITABLE = /^(?:-e|--editable)[\s=]+/
const INCLUDE = /^(?:-r|--requirement|-c|--constraint)[\s=]*(?<path>\S+)$/

export const condaEnvironment: FileFormat = {
  name: 'environment*.yml',
  role: { kind: 'manifest' },
  specification: 'https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html',
  scopeOf: scopeOfRequirements,
  names: { extensions: ['.yaml', '.yml'], pattern: /(?:^|\/)environment[^/]*\.ya?ml$/i },
  read,
  prescreen: { always: /-[rc]|--(?:requirement|constraint)|\\/ },
  upgrade: (name, version) => [
    { edit: 'in this file, under pip', text: `${name}>=${version}` },
    ...(name === 'kubernetes' ? [{ edit: 'or under dependencies', text: `${RENAMED}>=${version}` }] : []),
    { edit: 'update the environment: conda env update, with --file and this file' }
  ]
}

async function* read(text: string): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  for (const node of items(child(root, 'dependencies'))) yield* entriesOf(node, text, fault !== undefined)
  if (fault) throw fault
}

/** The entries of one element. In a file that is cut off, an incomplete element is not a gap: the fault covers it. */
function* entriesOf(node: TreeNode, text: string, isCut: boolean): Generator<Entry> {
  if (node.kind === 'text') yield* fromConda(node, text)
  else if (node.kind === 'map') {
    for (const { key, value } of node.members) {
      if (key === 'pip' && value.kind === 'list') yield* fromPipList(value.items, text, isCut)
      else if (!isCut) yield gapFor(node, 'expected "pip" with a list of requirements')
    }
  } else if (!isCut) yield gapFor(node, 'expected a conda package')
}

function* fromPipList(list: readonly TreeNode[], text: string, isCut: boolean): Generator<Entry> {
  for (const item of list) {
    if (item.kind === 'text') yield* fromPip(item, text)
    else if (!isCut) yield gapFor(item, 'expected a pip requirement')
  }
}

function* fromConda({ value, at }: TextNode, text: string): Generator<Entry> {
  const found = condaPackage(value)
  if (!found) yield { ignored: 'another package of conda', at, end: at + value.length }
  else if ('gap' in found) yield { gap: found.gap, text: value, at }
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
  if (found) yield entryAt(text, { ...found, at: start + found.at, direct: true })
  else yield { gap: EXPECTED_REQUIREMENT, text: written, at: start }
}
