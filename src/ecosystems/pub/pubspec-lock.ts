/**
 * `pubspec.lock`: the versions that pub chose for the `pubspec.yaml` beside it and those of its workspace.
 * Specification: none is published; https://dart.dev/tools/pub/glossary#lockfile, and the code that writes it,
 * https://github.com/dart-lang/pub/blob/master/lib/src/lock_file.dart. Deliberately ignored: checksums, the addresses of registries,
 * and packages of an SDK, which come with it.
 */

import { defined } from '../../collections.ts'
import { sourceRequirement } from '../../model/dependency.ts'
import { child, type Member, members, textOf, textOrScalar } from '../../syntax/tree.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { entryAt, gapFor } from '../gap.ts'
import { pubspecYaml } from './pubspec-yaml.ts'
import { lockUpgrade } from './upgrade.ts'

const DIRECT = /^direct\b/
/** How the project requires a package, and what that says of its scope. */
const SCOPES: ReadonlyMap<string, KnownScope> = new Map([
  ['direct main', 'runtime'],
  ['direct dev', 'development']
])

export const pubspecLock: FileFormat = {
  name: 'pubspec.lock',
  role: { kind: 'lockfile', locks: [pubspecYaml], chain: { command: () => 'dart pub deps' } },
  specification: 'https://dart.dev/tools/pub/glossary#lockfile',
  names: { exact: ['pubspec.lock'] },
  read,
  renew: () => ['dart pub get'],
  upgrade: lockUpgrade
}

async function* read(text: string): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  const packages = child(root, 'packages')
  if (packages?.kind !== 'map' && !fault) yield gapFor(packages ?? root, 'expected a mapping of packages')
  for (const member of members(packages)) {
    const found = entryOf(text, member)
    // If the file breaks off, its last package is incomplete: the fault reports that.
    if (found && !(fault && 'gap' in found)) yield found
  }
  if (fault) throw fault
}

/** One package; undefined for one of an SDK. */
function entryOf(text: string, member: Member): Entry | undefined {
  const { key, value } = member
  const source = textOf(value, 'source')?.value
  if (source === 'sdk') return undefined
  const version = textOrScalar(value, 'version')
  const dependency = textOf(value, 'dependency')?.value
  if (!version || source === undefined) return gapFor(member, 'expected a package with a source and a version')
  const marks = defined({
    direct: dependency === undefined ? undefined : DIRECT.test(dependency),
    scope: SCOPES.get(dependency ?? '')
  })
  const description = child(value, 'description')
  const revision = textOf(description, 'resolved-ref')
  const url = textOf(description, 'url')
  if (source === 'git' && revision && url) {
    const requirement = sourceRequirement(revision.value, { url: url.value, revision: revision.value })
    return entryAt(text, { name: key, requirement, at: revision.at, ...marks })
  }
  const path = textOf(description, 'path')
  if (source === 'path' && path)
    return entryAt(text, { name: key, requirement: { kind: 'source', text: path.value }, at: path.at, ...marks })
  return entryAt(text, { name: key, requirement: { kind: 'version', text: version.text }, at: version.at, ...marks })
}
