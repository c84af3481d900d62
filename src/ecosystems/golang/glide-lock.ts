/**
 * `glide.lock`: the commits that glide chose.
 * Specification: none is published; the code that writes it is
 * https://github.com/Masterminds/glide/blob/master/cfg/lock.go. Deliberately ignored: the packages of each repository,
 * but for those in a folder of one release.
 */

import { defined } from '../../collections.ts'

import { sourceRequirement } from '../../model/dependency.ts'
import { child, items, type TreeNode, textOf, textOrScalar } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { glideYaml, scoped } from './glide-yaml.ts'
import { inReleaseFolder } from './release-folder.ts'
import { replacementBy } from './repository.ts'
import { moveToModules } from './upgrade.ts'

/** `devImports` is the older spelling. */
const LISTS = [
  ['imports', 'runtime'],
  ['testImports', 'development'],
  ['devImports', 'development']
] as const
const COMMIT = /^[0-9a-f]{40}$/

export const glideLock: FileFormat = {
  name: 'glide.lock',
  role: { kind: 'lockfile', locks: [glideYaml] },
  specification: 'https://github.com/Masterminds/glide/blob/master/cfg/lock.go',
  names: { exact: ['glide.lock'] },
  read,
  upgrade: moveToModules
}

async function* read(text: string): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  // No commit of the file is younger than the file.
  const updated = textOf(root, 'updated')?.value
  for (const [list, scope] of LISTS) {
    for (const node of items(child(root, list))) {
      const entry = scoped(entryOf(node, updated), scope)
      // An element that is cut off is reported as the fault only.
      if (!('gap' in entry && fault)) yield entry
    }
  }
  if (fault) throw fault
}

function entryOf(node: TreeNode, updated: string | undefined): Entry {
  const name = textOf(node, 'name')?.value ?? ''
  const version = textOrScalar(node, 'version')
  if (name === '' || !version || version.text === '') return gapFor(node, 'expected a name and a version')
  const { text, at } = version
  const replacement = replacementBy(textOf(node, 'repo')?.value, name)
  // Revisions of other version control systems are not commits of git.
  const requirement = COMMIT.test(text)
    ? sourceRequirement(text, { revision: text, committedBefore: updated })
    : ({ kind: 'version', text } as const)
  return defined({ name, requirement: inReleaseFolder(requirement, name, packagesOf(node)), at, replacement })
}

/** The paths of the packages within the repository. */
function packagesOf(node: TreeNode): readonly string[] {
  return items(child(node, 'subpackages')).flatMap(each => (each.kind === 'text' ? each.value : []))
}
