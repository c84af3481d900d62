/**
 * `package.yaml`: hpack's description of a Haskell package, from which hpack generates the `*.cabal` file.
 * Specification: https://github.com/sol/hpack#dependencies. Deliberately ignored: `verbatim`, `system-build-tools`, the
 * files in `defaults`, and the package itself, on which its own components may depend.
 */

import type { Placed } from '../../syntax/lines.ts'
import { child, type Member, type TreeNode, textOf, textOrScalar } from '../../syntax/tree.ts'
import type { Entry, FileFormat, KnownScope, PlacedRequirement } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { dependency, ranged } from './dependency.ts'
import { packagesOf, type Source } from './source.ts'
import { hpackUpgrade } from './upgrade.ts'

const LISTS = new Set(['dependencies', 'build-tools'])
/** The keys below which everything is for tests or the build. */
const FOR_DEVELOPMENT = new Set(['tests', 'benchmarks', 'build-tools', 'custom-setup'])
const BARE_VERSION = /^\d+(?:\.\d+)*$/
const COMMIT = /^[0-9a-f]{7,40}$/

export const packageYaml: FileFormat = {
  name: 'package.yaml',
  role: { kind: 'manifest' },
  specification: 'https://github.com/sol/hpack#dependencies',
  names: { exact: ['package.yaml'] },
  ownName: /^name:[ \t]+["']?(?<name>[\w-]+)/m,
  read,
  upgrade: hpackUpgrade
}

async function* read(text: string): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  const own = textOf(root, 'name')?.value
  // An alias repeats the same lines.
  const seen = new Set<number>()
  for (const entry of within(root)) {
    if (seen.has(entry.at) || ('name' in entry && entry.name === own)) continue
    seen.add(entry.at)
    yield 'name' in entry ? { ...entry, direct: true } : entry
  }
  if (root.kind !== 'map' && !fault) yield gapFor(root, 'expected keys such as "dependencies"')
  if (fault) throw fault
}

/** The dependencies of every component, and of every condition (`when`, `then`, `else`) in one. */
function* within(node: TreeNode, scope: KnownScope = 'runtime'): Generator<Entry> {
  if (node.kind === 'list') for (const item of node.items) yield* within(item, scope)
  if (node.kind !== 'map') return
  for (const { key, value } of node.members) {
    const own = FOR_DEVELOPMENT.has(key) ? 'development' : scope
    if (!LISTS.has(key)) yield* within(value, own)
    else for (const entry of dependencies(value)) yield 'name' in entry ? { ...entry, scope: own } : entry
  }
}

function* dependencies(node: TreeNode): Generator<Entry> {
  if (node.kind === 'map') for (const member of node.members) yield* named(member)
  else if (node.kind === 'text') yield dependency({ text: node.value, at: node.at })
  else if (node.kind === 'list') for (const item of node.items) yield* listItem(item)
}

function* listItem(item: TreeNode): Generator<Entry> {
  const name = textOrScalar(item, 'name')
  if (item.kind === 'text') yield dependency({ text: item.value, at: item.at })
  else if (name) yield* named({ key: name.text, keyAt: name.at, value: item })
  else if (item.kind !== 'scalar' || item.text !== '') yield gapFor(item, 'expected a dependency with a name')
}

/** `name: ">=1.0"`, `name: 1.0`, `name:` alone, or a map with further keys. */
function* named({ key, keyAt, value }: Member): Generator<Entry> {
  const [name = key] = key.split(':', 1)
  const url = textOrScalar(value, 'git') ?? textOrScalar(value, 'github')
  const path = textOrScalar(value, 'path')
  const version = value.kind === 'map' ? textOrScalar(value, 'version') : textOrScalar(value)
  if (url) {
    const address = child(value, 'git') ? {} : { address: `https://github.com/${url.text}` }
    yield* packagesOf({ url, ...address, ...commitOf(textOrScalar(value, 'ref')), folders: [], name })
  } else if (path) yield { name, requirement: { kind: 'source', text: path.text }, at: path.at }
  else if (value.kind === 'list') yield gapFor(value, 'expected a version or a map after the name')
  else yield { name, ...required(version, keyAt) }
}

/** A reference of git is a revision if it is a commit, else a branch. */
function commitOf(ref: Placed | undefined): Pick<Source, 'revision' | 'branch'> {
  if (!ref) return {}
  return COMMIT.test(ref.text) ? { revision: ref } : { branch: ref }
}

function required(version: Placed | undefined, nameAt: number): PlacedRequirement {
  const text = version?.text.trim() ?? ''
  if (!version || text === '' || text === '~' || text === 'null') return { requirement: { kind: 'none' }, at: nameAt }
  const at = version.at + version.text.indexOf(text)
  return BARE_VERSION.test(text) ? { requirement: { kind: 'version', text }, at } : ranged({ text, at })
}
