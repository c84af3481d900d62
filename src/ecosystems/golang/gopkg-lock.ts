/**
 * `Gopkg.lock`: the commits that dep chose.
 * Specification: https://golang.github.io/dep/docs/Gopkg.lock.html. Deliberately
 * ignored: `[solve-meta]`, which repeats the imports of the project.
 */

import { defined } from '../../collections.ts'

import { type Requirement, sourceRequirement } from '../../model/dependency.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, items, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, PackageEntry } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { gopkgToml } from './gopkg-toml.ts'
import { inReleaseFolder } from './release-folder.ts'
import { replacementBy } from './repository.ts'
import { moveToModules } from './upgrade.ts'

export const gopkgLock: FileFormat = {
  name: 'Gopkg.lock',
  role: { kind: 'lockfile', locks: [gopkgToml] },
  specification: 'https://golang.github.io/dep/docs/Gopkg.lock.html',
  names: { exact: ['Gopkg.lock'] },
  scopeOf: () => 'runtime',
  read,
  upgrade: moveToModules
}

function* read(source: string): Generator<Entry> {
  const { root, fault } = parseToml(source)
  const projects = items(child(root, 'projects'))
  for (const project of projects) {
    const name = textOf(project, 'name')
    const found = name && requirementOf(project, name.value)
    if (found) {
      const packages = items(child(project, 'packages')).flatMap(node => (node.kind === 'text' ? node.value : []))
      yield { name: name.value, ...found, requirement: inReleaseFolder(found.requirement, name.value, packages) }
    }
    // An element that is cut off is reported as the fault only.
    else if (!fault || project !== projects.at(-1)) {
      yield gapFor(project, 'expected a name and a version, branch or revision')
    }
  }
  if (fault) throw fault
}

/** The tag, or else the branch with its commit, or else the commit alone. */
function requirementOf(
  project: TreeNode,
  name: string
): Pick<PackageEntry, 'requirement' | 'at' | 'replacement'> | undefined {
  const [version, branch, revision] = ['version', 'branch', 'revision'].map(key => textOf(project, key))
  const source = textOf(project, 'source')?.value
  const replacement = replacementBy(source, name)
  const carrier = version ?? branch ?? revision
  if (!carrier) return undefined
  const { value, at } = carrier
  const requirement: Requirement = version
    ? { kind: 'version', text: value }
    : sourceRequirement(value, { revision: revision?.value, branch: branch?.value })
  return defined({ requirement, at, replacement })
}
