/**
 * `pylock.toml` and `pylock.NAME.toml`: a lockfile that every installer of Python packages may write and read. Whether
 * it shows which packages are direct is optional.
 * Specification: https://packaging.python.org/en/latest/specifications/pylock-toml/ (PEP 751). Deliberately ignored:
 * the project itself (a directory `.`).
 */

import { folderName } from '../../paths.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, items, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph, KnownScope, PlacedRequirement } from '../file-format.ts'
import { entryAt, gapFor, type KnownVersions } from '../gap.ts'
import { graphOf } from '../graph.ts'
import { canonicalName } from './name.ts'
import { calledIn } from './pdm-lock.ts'
import { pipfile } from './pipfile.ts'
import { pyproject, scopeOfExtra } from './pyproject.ts'
import { setupCfg } from './setup-cfg.ts'
import { setupPy } from './setup-py.ts'
import { sourceAt } from './source.ts'
import { nameAndVersion, readTomlLock } from './toml-lock.ts'

/** Minor versions only add what older readers may ignore. */
const VERSIONS: KnownVersions = { name: 'lock-version', kind: 'text', pattern: /^1\.\d+$/, known: '1.x' }
const LIST = 'packages'
/** Where a project has one lockfile for each platform, it may keep them in a folder beside its manifest. */
const LOCK_FOLDER = /(?:^|\/)[^/]*lock\.d$/
/** One extra or group in a marker: `'dev' in dependency_groups`. */
const CHOICE = /(?<quote>['"])(?<name>[^'"]{1,200})\k<quote>\s+in\s+(?<list>extras|dependency_groups)\b/g
/** The groups that PDM and Poetry call the project itself. */
const ITSELF_AS_GROUP: ReadonlySet<string> = new Set(['default', 'main'])
const ITSELF = /^\.\/?$/

export const pylock: FileFormat = {
  name: 'pylock*.toml',
  role: {
    kind: 'lockfile',
    locks: [pyproject, pipfile, setupPy, setupCfg],
    chain: { graph, command: name => `uv tree --invert --package ${name}` }
  },
  specification: 'https://packaging.python.org/en/latest/specifications/pylock-toml/',
  versions: '1.x',
  names: { extensions: ['.toml'], pattern: /(?:^|\/)pylock(?:\.[^./]+)?\.toml$/ },
  read,
  folder: path => folderName(path).replace(LOCK_FOLDER, ''),
  upgrade: (name, version) => [
    { edit: `require ${name}>=${version} in the source of this file` },
    { run: 'uv export --format pylock.toml --output-file pylock.toml', when: 'if uv writes this file' },
    { edit: 'lock again with it', when: 'if another tool writes this file' }
  ]
}

function read(text: string): Iterable<Entry> {
  return readTomlLock(text, {
    versions: VERSIONS,
    versionAt: ['lock-version'],
    list: LIST,
    path: node => textOf(node, 'directory', 'path'),
    entry: node => (ITSELF.test(textOf(node, 'directory', 'path')?.value ?? '') ? undefined : entry(node, text))
  })
}

function entry(node: TreeNode, text: string): Entry {
  const name = textOf(node, 'name')
  if (!name) return gapFor(node, 'expected a package with a name')
  const scope = scopeIn(textOf(node, 'marker')?.value ?? '')
  const repository = child(node, 'vcs')
  const archive = child(node, 'archive')
  const revision = textOf(repository, 'commit-id') ?? textOf(repository, 'requested-revision')
  const url = textOf(repository, 'url') ?? textOf(archive, 'url')
  const path = textOf(repository, 'path') ?? textOf(node, 'directory', 'path') ?? textOf(archive, 'path')
  const source = sourceAt([revision, url, path], { url: url?.value, revision: revision?.value })
  if (source) return entryAt(text, { name: name.value, ...source, scope })
  const version = textOf(node, 'version')
  // The version is optional if an installer cannot know it before it builds the package.
  const found: PlacedRequirement = version
    ? { requirement: { kind: 'version', text: version.value }, at: version.at }
    : { requirement: { kind: 'none' }, at: name.at }
  return entryAt(text, { name: name.value, ...found, scope })
}

/**
 * The scope of a package by the extras and groups in its marker; without any it is always installed. An extra is for run time unless its
 * name says otherwise; a group is for development unless it is what tools call the project itself.
 */
function scopeIn(marker: string): KnownScope {
  const choices = Array.from(marker.matchAll(CHOICE), ({ groups }) => {
    const { name = '', list = '' } = groups ?? {}
    return list === 'extras' ? scopeOfExtra(name) : scopeOfGroup(name)
  })
  return choices.length > 0 && choices.every(scope => scope === 'development') ? 'development' : 'runtime'
}

function scopeOfGroup(name: string): KnownScope {
  return ITSELF_AS_GROUP.has(name) ? 'runtime' : 'development'
}

/**
 * Which package requires which, if the file has it: it is optional, and uv omits it. A requirement has as many fields
 * of its package as distinguish it from the others. PDM writes requirements into a table of its own.
 */
function graph(text: string): Graph {
  return graphOf(
    items(child(parseToml(text).root, LIST)).map(node => {
      const { name, version } = nameAndVersion(node)
      return { name, version, called: [canonicalName(name), calledAs(name, version)], needs: needsOf(node) }
    })
  )
}

function needsOf(node: TreeNode): string[] {
  const needs = items(child(node, 'dependencies'))
  const needsOfPdm = items(child(node, 'tool', 'pdm', 'dependencies'))
  return [
    ...needs.map(need => calledAs(textOf(need, 'name')?.value ?? '', textOf(need, 'version')?.value)),
    ...needsOfPdm.flatMap(need => (need.kind === 'text' ? calledIn(need.value) : []))
  ]
}

function calledAs(name: string, version: string | undefined): string {
  return version === undefined ? canonicalName(name) : `${canonicalName(name)} ${version}`
}
