/**
 * Where stack gets a package from: Hackage, a repository, an archive, a folder.
 * Specification: https://docs.haskellstack.org/en/stable/topics/package_location/. Leaves out on purpose: checksums and
 * the revision of a Cabal file (`@sha256:…`, `@rev:1`), which change no code.
 */

import type { Placed } from '../../syntax/lines.ts'
import { child, items, type TreeNode, textOrScalar } from '../../syntax/tree.ts'
import type { Entry, PackageEntry } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { identifier, packagesOf } from './source.ts'

/** The packages that one element of `extra-deps` or of a lockfile brings. */
export function* located(node: TreeNode): Generator<Entry> {
  if (node.kind === 'text') {
    const written = { text: node.value, at: node.at }
    const release = released(written)
    if (release) yield release
    else yield* packagesOf({ url: written, folders: [] })
    return
  }
  if (node.kind === 'scalar' && node.text === '') return
  // Until stack 1, `subdirs` stood beside the `location`.
  const location = child(node, 'location') ?? node
  const hackage = textOrScalar(location, 'hackage')
  const repository = textOrScalar(location, 'git') ?? textOrScalar(location, 'hg')
  const github = textOrScalar(location, 'github')
  const archive = textOrScalar(location, 'archive') ?? textOrScalar(location, 'url')
  const url = repository ?? github ?? archive
  if (hackage) yield released(hackage) ?? gapFor(node, 'expected a name and a version')
  else if (!url) yield gapFor(node, 'expected a package with its version, a repository or an archive')
  else {
    const revision = archive === url ? undefined : textOrScalar(location, 'commit')
    const name = textOrScalar(location, 'name')?.text
    const subdir = child(location, 'subdir')
    const folders = [...items(child(location, 'subdirs') ?? child(node, 'subdirs')), ...(subdir ? [subdir] : [])]
    yield* packagesOf({
      url,
      ...(url === github ? { address: `https://github.com/${github.text}` } : {}),
      ...(revision ? { revision } : {}),
      ...(name === undefined ? {} : { name }),
      folders: folders.flatMap(folder => textOrScalar(folder)?.text ?? [])
    })
  }
}

/** A release on Hackage, such as `foo-1.2.3@rev:1`. */
function released({ text, at }: Placed): PackageEntry | undefined {
  const { name, version } = identifier(text.split('@', 1)[0] ?? '') ?? {}
  if (name === undefined || version === undefined) return undefined
  return { name, requirement: { kind: 'version', text: version }, at: at + name.length + 1 }
}
