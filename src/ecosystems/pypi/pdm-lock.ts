/**
 * `pdm.lock`: the packages that PDM resolved for the `pyproject.toml` beside it. The file does not show which are
 * direct.
 * Specification: none is published; the code that writes it is
 * https://github.com/pdm-project/pdm/blob/main/src/pdm/project/lockfile/pdmlock.py. Deliberately ignored: the second
 * element of a package that is required with extras.
 */

import { defined } from '../../collections.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, items, type TreeNode, textOf } from '../../syntax/tree.ts'
import { isDevelopmentName } from '../development-names.ts'
import type { Entry, FileFormat, Graph, KnownScope } from '../file-format.ts'
import { entryAt, gapFor, type KnownVersions } from '../gap.ts'
import { graphOf } from '../graph.ts'
import { canonicalName } from './name.ts'
import { pyproject } from './pyproject.ts'
import { setupCfg } from './setup-cfg.ts'
import { setupPy } from './setup-py.ts'
import { sourceAt } from './source.ts'
import { nameAndVersion, packagesIn, readTomlLock } from './toml-lock.ts'
import { requirementsFor } from './upgrade.ts'

/** The name and the extras at the beginning of a requirement. */
const NEED = /^\s*(?<name>[A-Za-z0-9][\w.-]*)\s*(?<extras>\[[^\]]*\])?/
const VERSIONS: KnownVersions = {
  name: 'lock_version',
  kind: 'text',
  pattern: /^[34](?:\.\d+){0,2}$/,
  known: '3.x and 4.x'
}
const LIST = 'package'

export const pdmLock: FileFormat = {
  name: 'pdm.lock',
  role: { kind: 'lockfile', locks: [pyproject, setupPy, setupCfg], chain: { graph } },
  specification: 'https://github.com/pdm-project/pdm/blob/main/src/pdm/project/lockfile/pdmlock.py',
  versions: '3.x, 4.x',
  names: { exact: ['pdm.lock'] },
  read,
  renew: () => ['pdm lock --update-reuse'],
  // https://pdm-project.org/en/stable/usage/dependency/#dependency-overrides
  overrides: [
    {
      file: 'pyproject.toml',
      syntax: 'toml',
      keys: ['tool', 'pdm', 'resolution', 'overrides'],
      entry: (name, version) => ({ key: name, value: `>=${version}` })
    }
  ],
  upgrade: (name, version, present) => [
    {
      run: `pdm add ${requirementsFor(name, version, present)}`,
      note: 'for a group, add --group NAME; for a development group, add --dev too'
    }
  ]
}

function* read(text: string): Generator<Entry> {
  const seen = new Set<string>()
  const versionAt = ['metadata', 'lock_version']
  const path = (node: TreeNode) => textOf(node, 'path')
  yield* readTomlLock(text, { versions: VERSIONS, versionAt, list: LIST, entry: once, path })

  /** Undefined for a package with extras that repeats the requirement of the same package without them. */
  function once(node: TreeNode): Entry | undefined {
    const found = entry(node, text)
    if (!('name' in found) || found.requirement.kind === 'none') return found
    const same = JSON.stringify([canonicalName(found.name), found.requirement])
    if (seen.has(same) && child(node, 'extras')) return undefined
    seen.add(same)
    return found
  }
}

function entry(node: TreeNode, text: string): Entry {
  const name = textOf(node, 'name')?.value
  if (name === undefined) return gapFor(node, 'expected a package with a name')
  const git = textOf(node, 'git')
  const url = textOf(node, 'url')
  const revision = git && (textOf(node, 'revision') ?? textOf(node, 'ref'))
  const source = sourceAt([revision, git, textOf(node, 'path'), url], {
    url: git?.value ?? url?.value,
    revision: revision?.value
  })
  const scope = defined({ scope: scopeIn(node) })
  if (source) return entryAt(text, { name, ...source, ...scope })
  const version = textOf(node, 'version')
  if (!version) return gapFor(node, 'expected a package with a version')
  return entryAt(text, { name, requirement: { kind: 'version', text: version.value }, at: version.at, ...scope })
}

/**
 * The scope of a package by its groups. The group `default` is the project; any other is an extra or a group for development, which
 * the manifest tells apart. Files of PDM 2.7 and older have no groups.
 */
function scopeIn(node: TreeNode): KnownScope | undefined {
  const groups = items(child(node, 'groups')).flatMap(item => (item.kind === 'text' ? item.value : []))
  if (groups.includes('default')) return 'runtime'
  return groups.length > 0 && groups.every(isDevelopmentName) ? 'development' : undefined
}

/**
 * Which package requires which. The file does not contain the project's own requirements. A package that is required
 * with extras is there twice, the second time with the requirements of the extras.
 */
function graph(text: string): Graph {
  return graphOf(
    packagesIn(parseToml(text).root, LIST).map(node => {
      const described = nameAndVersion(node)
      return {
        ...described,
        called: [calledAs(described.name, child(node, 'extras') !== undefined)],
        needs: items(child(node, 'dependencies')).flatMap(need => (need.kind === 'text' ? calledIn(need.value) : []))
      }
    }),
    undefined,
    { requiredAs: ({ name }) => [calledAs(name, false), calledAs(name, true)] }
  )
}

/** The texts by which a requirement identifies packages: its name, and the same with extras if it has any. */
export function calledIn(requirement: string): string[] {
  const { name, extras } = NEED.exec(requirement)?.groups ?? {}
  if (name === undefined) return []
  return extras === undefined ? [calledAs(name, false)] : [calledAs(name, false), calledAs(name, true)]
}

function calledAs(name: string, withExtras: boolean): string {
  return `${canonicalName(name)}${withExtras ? '[]' : ''}`
}
