/**
 * `environment*.yml`: what conda installs, and below `pip:` what pip installs after it.
 * Specification: https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html#creating-an-environment-file-manually
 * and, for the packages, https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html. Leaves out on
 * purpose: builds and channels, and the packages `kubernetes` and `kubernetes-client` of conda, which are the programs of
 * Kubernetes: the Python client is called `python-kubernetes` there.
 */

import type { Requirement } from '../../model.ts'
import { child, items, members, type TextNode } from '../../syntax/tree.ts'
import { baseName, type Entry, type FileFormat } from '../ecosystem.ts'
import { entryAt, gapFor } from '../gap.ts'

import { isProjectItself, readRequirement, readSource } from './requirement.ts'

const NAME = /^environment.*\.ya?ml$/i
// `channel::name`; what follows is split apart below.
const PACKAGE = /^(?:[^\s:]+::)?(?<name>[A-Za-z0-9_][\w.-]*)(?<rest>(?:[\s=<>!~*].*)?)$/
// `=1.2`, `==1.2`, `1.2`, each perhaps with a build behind it: `=1.2=py_0`, `1.2 py_0`.
const SIMPLE = /^(?<operator>={0,2})\s*(?<version>[\w.!+*-]+)(?:\s*[=\s]\s*[\w.*]+)?$/
const RANGE = /^[<>!~=][\w.!+*<>=~,|\s-]*$/
const PREFIX = 'python-'
const RENAMED = 'python-kubernetes'
/** Packages of conda that are not what PyPI has under the same name. */
const OTHERS = new Set(['kubernetes', 'kubernetes-client'])
const THREE_NUMBERS = /^\d+\.\d+\.\d+[^*]*$/
const WILDCARD = /\*/
/** In characters; longer than any package with its version. */
const LONGEST = 1_000
const EDITABLE = /^(?:-e|--editable)[\s=]+/
const INCLUDE = /^(?:-r|--requirement|-c|--constraint)[\s=]*(?<path>\S+)$/

export const condaEnvironment: FileFormat = {
  name: 'environment*.yml',
  origin: 'manifest',
  specification: 'https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html',
  claims: path => NAME.test(baseName(path)),
  read,
  mayInclude: /^[ \t]*-[ \t]+["']?(?:-r|-c|--requirement|--constraint)/m,
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
  const written = value.trim()
  const { name, rest = '' } = (written.length < LONGEST && PACKAGE.exec(written)?.groups) || {}
  const found = required(rest.trim())
  if (name === undefined || !found) {
    yield { gap: 'expected a package of conda such as "name>=1.0"', text: written, at }
    return
  }
  if (OTHERS.has(name.toLowerCase())) return
  const isRenamed = name.toLowerCase() === RENAMED
  const end = at + value.indexOf(written) + written.length
  const nameAt = end - rest.length - name.length + (isRenamed ? PREFIX.length : 0)
  const { requirement } = found
  const requirementAt = end - rest.trimStart().length + found.skipped
  yield entryAt(text, {
    name: isRenamed ? name.slice(PREFIX.length) : name,
    requirement,
    at: requirement.kind === 'none' ? nameAt : requirementAt,
    direct: true
  })
}

/** `=1.2` is every 1.2; `=1.2.3`, `==1.2` and `1.2` are one version. `skipped`: how far in the requirement begins. */
function required(written: string): { requirement: Requirement; skipped: number } | undefined {
  if (written === '' || written === '*') return { requirement: { kind: 'none' }, skipped: 0 }
  const { operator = '', version } = SIMPLE.exec(written)?.groups ?? {}
  if (version === undefined)
    return RANGE.test(written) ? { requirement: { kind: 'range', text: written }, skipped: 0 } : undefined
  const versionAt = written.indexOf(version)
  if (operator === '=' ? THREE_NUMBERS.test(version) : !WILDCARD.test(version))
    return { requirement: { kind: 'version', text: version }, skipped: versionAt }
  return { requirement: { kind: 'range', text: written.slice(0, versionAt + version.length) }, skipped: 0 }
}

function* fromPip({ value, at }: TextNode, text: string): Generator<Entry> {
  const written = value.trim()
  const start = at + value.indexOf(written)
  const path = INCLUDE.exec(written)?.groups?.['path']
  const option = EDITABLE.exec(written)?.[0].length ?? 0
  const address = written.slice(option)
  if (path !== undefined) {
    yield { include: path, as: 'requirements*.txt', at: start + written.length - path.length }
    return
  }
  if (isProjectItself(address) || written.startsWith('--')) return
  const found = option > 0 ? readSource(address, option) : readRequirement(written)
  if (found)
    yield entryAt(text, { name: found.name, requirement: found.requirement, at: start + found.at, direct: true })
  else yield { gap: 'expected a requirement such as "name>=1.0"', text: written, at: start }
}
