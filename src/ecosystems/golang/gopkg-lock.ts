/**
 * `Gopkg.lock`: the commits that dep chose.
 * Specification: https://golang.github.io/dep/docs/Gopkg.lock.html. Leaves out on purpose: `[solve-meta]`, which repeats
 * what the project imports.
 */

import { sourceRequirement } from '../../model/dependency.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, items, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, PlacedRequirement } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { gopkgToml } from './gopkg-toml.ts'
import { modulePath } from './repository.ts'
import { moveToModules } from './upgrade.ts'

export const gopkgLock: FileFormat = {
  name: 'Gopkg.lock',
  role: { kind: 'lockfile', locks: [gopkgToml] },
  specification: 'https://golang.github.io/dep/docs/Gopkg.lock.html',
  names: { exact: ['Gopkg.lock'] },
  read,
  upgrade: moveToModules
}

function* read(source: string): Generator<Entry> {
  const { root, fault } = parseToml(source)
  const projects = items(child(root, 'projects'))
  for (const project of projects) {
    const name = textOf(project, 'name')
    const found = requirementOf(project)
    if (name && found) yield { name: name.value, ...found }
    // What a fault cuts short is told by the fault.
    else if (!fault || project !== projects.at(-1)) {
      yield gapFor(project, 'expected a name and a version, branch or revision')
    }
  }
  if (fault) throw fault
}

/** A tag says most, then a branch with the commit it stood at, then a commit alone. */
function requirementOf(project: TreeNode): (PlacedRequirement & { replacement?: string }) | undefined {
  const [version, branch, revision, source] = ['version', 'branch', 'revision', 'source'].map(key =>
    textOf(project, key)
  )
  const replacement = source && source.value !== '' ? { replacement: modulePath(source.value) } : {}
  if (version) return { requirement: { kind: 'version', text: version.value }, at: version.at, ...replacement }
  const carrier = branch ?? revision
  if (!carrier) return undefined
  const requirement = sourceRequirement(carrier.value, { revision: revision?.value, branch: branch?.value })
  return { requirement, at: carrier.at, ...replacement }
}
