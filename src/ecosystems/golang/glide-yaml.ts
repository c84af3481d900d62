/**
 * `glide.yaml`: the packages that a project with glide requires.
 * Specification: https://glide.readthedocs.io/en/latest/glide.yaml/. Deliberately
 * ignored: `ignore`, `excludeDirs`, `os` and `arch`, which require nothing.
 */

import { defined } from '../../collections.ts'

import { type Requirement, sourceRequirement } from '../../model/dependency.ts'
import type { Placed } from '../../syntax/lines.ts'
import { child, items, type TextNode, type TreeNode, textOf, textOrScalar } from '../../syntax/tree.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { rangeIn } from './dep-version.ts'
import { inReleaseFolder } from './release-folder.ts'
import { replacementBy, repositoryOf } from './repository.ts'
import { moveToModules } from './upgrade.ts'

/** `testImports` and `devImports` are older spellings. */
const LISTS = [
  ['import', 'runtime'],
  ['testImport', 'development'],
  ['devImport', 'development']
] as const
const COMMIT = /^[0-9a-f]{7,40}$/
// Three numbers after `v` or a dash, `v1.5.0` or `kubernetes-1.13.0`, are one tag: glide tries tags before ranges.
const TAG = /^(?:v|[A-Za-z][\w.]{0,50}-)\d{1,9}\.\d{1,9}\.\d{1,9}/

export const glideYaml: FileFormat = {
  name: 'glide.yaml',
  role: { kind: 'manifest' },
  specification: 'https://glide.readthedocs.io/en/latest/glide.yaml/',
  names: { exact: ['glide.yaml'] },
  ownName: /^package:[ \t]+["']?(?<name>[^\s"']+)/m,
  read,
  sealed: true,
  upgrade: moveToModules
}

async function* read(text: string): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  for (const [list, scope] of LISTS) {
    for (const node of items(child(root, list))) {
      const name = textOf(node, 'package')
      // An element that is cut off is reported as the fault only.
      if (name && name.value !== '') yield scoped(entryOf(name, node), scope)
      else if (!fault) yield gapFor(node, 'expected a package with an import path')
    }
  }
  if (fault) throw fault
}

/** The entry with its scope; a gap has none. */
export function scoped(entry: Entry, scope: KnownScope): Entry {
  return 'name' in entry ? { ...entry, scope } : entry
}

function entryOf(name: TextNode, node: TreeNode): Entry {
  const repository = repositoryOf(name.value)
  const version = child(node, 'version')
  const replacement = replacementBy(textOf(node, 'repo')?.value, repository)
  const facts = defined({ name: repository, direct: true, replacement })
  if (version?.kind === 'map' || version?.kind === 'list') {
    return { ...gapFor(node, 'expected a version, range, branch or commit'), at: version.at }
  }
  const written = textOrScalar(node, 'version')
  if (!written || isNothing(written)) return { ...facts, requirement: { kind: 'none' }, at: name.at }
  return { ...facts, requirement: inReleaseFolder(requirementOf(written), repository, [name.value]), at: written.at }
}

function isNothing({ text }: Placed): boolean {
  return text.trim() === '' || text === '~' || text === 'null'
}

function requirementOf(written: Placed): Requirement {
  const { text } = written
  if (TAG.test(text)) return { kind: 'version', text }
  if (COMMIT.test(text)) return sourceRequirement(text, { revision: text })
  const range = rangeIn(written)
  if (range && range.at === written.at) return range.requirement
  return sourceRequirement(text, { branch: text })
}
