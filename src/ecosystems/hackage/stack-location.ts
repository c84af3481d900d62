/**
 * Where stack gets a package from: Hackage, a repository, an archive, a folder.
 * Specification: https://docs.haskellstack.org/en/stable/topics/package_location/. Deliberately ignored: checksums and
 * the revision of a Cabal file (`@sha256:…`, `@rev:1`), which change no code.
 */

import { defined } from '../../collections.ts'
import type { Placed } from '../../syntax/lines.ts'
import { child, items, type TreeNode, textOrScalar } from '../../syntax/tree.ts'
import type { Entry, PackageEntry } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { identifier, packagesOf } from './source.ts'

/** The entries of each item of a list; a gap for a value of another kind. An empty map or scalar is an empty list. */
export function* eachOf(list: TreeNode, entriesOf: (item: TreeNode) => Iterable<Entry>): Generator<Entry> {
  for (const item of items(list)) yield* entriesOf(item)
  if (list.kind === 'text' || (list.kind === 'map' && list.members.length > 0)) yield gapFor(list, 'expected a list')
}

/** The packages of one element of `extra-deps` or of a lockfile. */
export function* located(node: TreeNode): Generator<Entry> {
  if (node.kind === 'text') {
    const written = { text: node.value, at: node.at }
    const release = released(written)
    if (release) yield release
    else yield* packagesOf({ url: written, folders: [] })
    return
  }
  if (node.kind === 'scalar' && node.text === '') return
  const location = child(node, 'location') ?? node
  const hackage = textOrScalar(location, 'hackage')
  if (hackage) yield released(hackage) ?? gapFor(node, 'expected a name and a version')
  else yield* inMap(node, location)
}

/** The packages of a repository or archive. */
function* inMap(node: TreeNode, location: TreeNode): Generator<Entry> {
  const repository = textOrScalar(location, 'git') ?? textOrScalar(location, 'hg')
  const github = textOrScalar(location, 'github')
  const archive = textOrScalar(location, 'archive') ?? textOrScalar(location, 'url')
  const url = repository ?? github ?? archive
  if (!url) {
    yield gapFor(node, 'expected a package with a version, a repository or an archive')
    return
  }
  // Until stack 1, `subdirs` was beside the `location`.
  const folders = items(child(location, 'subdirs') ?? child(node, 'subdirs'))
  const subdir = child(location, 'subdir')
  const source = {
    url,
    address: url === github ? `https://github.com/${github.text}` : undefined,
    revision: archive === url ? undefined : textOrScalar(location, 'commit'),
    name: textOrScalar(location, 'name')?.text,
    folders: [...folders, ...(subdir ? [subdir] : [])].flatMap(folder => textOrScalar(folder)?.text ?? [])
  }
  yield* packagesOf(defined(source))
}

/** A release on Hackage, such as `foo-1.2.3@rev:1`. */
function released({ text, at }: Placed): PackageEntry | undefined {
  const { name, version } = identifier(text.split('@', 1)[0] ?? '') ?? {}
  if (name === undefined || version === undefined) return undefined
  return { name, requirement: { kind: 'version', text: version }, at: at + name.length + 1 }
}
