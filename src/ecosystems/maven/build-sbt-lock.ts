/**
 * `build.sbt.lock` of sbt-dependency-lock: the versions that sbt chose.
 * Specification: https://stringbean.github.io/sbt-dependency-lock/file-formats/index.html. Deliberately ignored: the hashes of the
 * artifacts. The file does not record which library needs which.
 */

import { defined } from '../../collections.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, items, type TreeNode, textOf, words } from '../../syntax/tree.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { entryAt, gapFor, requireKnownVersion } from '../gap.ts'
import { buildSbt } from './build-sbt.ts'

export const buildSbtLock: FileFormat = {
  name: 'build.sbt.lock',
  role: { kind: 'lockfile', locks: [buildSbt], chain: { command: () => 'sbt dependencyTree' } },
  specification: 'https://stringbean.github.io/sbt-dependency-lock/file-formats/index.html',
  versions: '1',
  comments: 'none',
  names: { endings: ['.sbt.lock'] },
  read,
  renew: () => ['sbt dependencyLockWrite'],
  upgrade: (name, version) => {
    const [group = '', artifact = ''] = name.split(':')
    return [{ edit: 'in build.sbt', text: `"${group}" % "${artifact}" % "${version}"` }, 'sbt dependencyLockWrite']
  }
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const version = child(root, 'lockVersion')
  if (version || !fault)
    requireKnownVersion(version, { name: 'lockVersion', kind: 'scalar', pattern: /^1$/, known: '1' }, root.at)
  const list = child(root, 'dependencies')
  if (!fault && list?.kind !== 'list') yield { gap: 'expected a list of dependencies', text: words(root), at: root.at }
  for (const node of items(list)) {
    const found = entry(text, node)
    // If the file breaks off, its last library is incomplete: the fault reports that.
    if (!('gap' in found && fault)) yield found
  }
  if (fault) throw fault
}

function entry(text: string, node: TreeNode): Entry {
  const [group, artifact, version] = [textOf(node, 'org'), textOf(node, 'name'), textOf(node, 'version')]
  if (!group || !artifact || !version) return gapFor(node, 'expected a library with "org", "name" and "version"')
  const requirement = { kind: 'version', text: version.value } as const
  const name = `${group.value}:${artifact.value}`
  return entryAt(text, defined({ name, requirement, at: version.at, scope: scopeOf(node) }))
}

/** `test` and other configurations of the build, unless the library is in one that runs. */
function scopeOf(node: TreeNode): KnownScope | undefined {
  const names = items(child(node, 'configurations')).flatMap(one => (one.kind === 'text' ? [one.value] : []))
  if (names.length === 0) return undefined
  return names.every(name => TESTS.has(name)) ? 'development' : 'runtime'
}

const TESTS: ReadonlySet<string> = new Set(['test', 'it', 'test-internal', 'scala-tool', 'plugin'])
