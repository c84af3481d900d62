/**
 * `maven_install.json`: what Bazel's rules_jvm_external chose, with Coursier, Gradle or Maven as the resolver.
 * Specification: https://github.com/bazel-contrib/rules_jvm_external#pinning-artifacts-and-integration-with-bazels-downloader.
 * Leaves out on purpose: `dependencies`, `packages` and `repositories`, which repeat names, and `conflict_resolution`, which
 * names versions that lost.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, items, type Member, members, type TreeNode, textOf, words } from '../../syntax/tree.ts'
import { baseName, type Entry, type FileFormat } from '../ecosystem.ts'
import { coordinatesIn } from './coordinates.ts'
import { bazelUpgrade } from './starlark.ts'

const NAME = /(?:^|_)install\.json$/
const VERSIONS = new Set(['2', '3'])
const FIRST_VERSION = '0.1.0'
const NUMBER = /^[\d.]{1,9}$/

export const mavenInstallJson: FileFormat = {
  name: 'maven_install.json',
  origin: 'lockfile',
  specification:
    'https://github.com/bazel-contrib/rules_jvm_external#pinning-artifacts-and-integration-with-bazels-downloader',
  formatVersions: '0.1.0, 2, 3',
  claims: path => NAME.test(baseName(path)),
  read,
  answers: ['MODULE.bazel'],
  upgrade: bazelUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const tree = child(root, 'dependency_tree')
  const version = child(tree ?? root, 'version')
  const stated = version?.kind === 'text' ? version.value : ''
  // The version stands at the end of the file: in one that is cut off it is missing.
  if (version ? !(tree ? stated === FIRST_VERSION : VERSIONS.has(stated)) : !fault) {
    const number = NUMBER.test(stated) ? ` ${stated}` : ''
    throw new SyntaxFault(`lockfile version${number} is not known: 0.1.0, 2 and 3 are`, version?.at ?? root.at)
  }
  const entries = tree ? pinned(child(tree, 'dependencies')) : artifacts(members(child(root, 'artifacts')), asked(root))
  for (const entry of entries) if (!(fault && 'gap' in entry)) yield entry
  if (fault) throw fault
}

/** Versions 2 and 3: `group:artifact`, behind which extension and classifier may stand. */
function* artifacts(all: readonly Member[], isAsked: ((name: string) => boolean) | undefined): Generator<Entry> {
  for (const { key, keyAt, value } of all) {
    const [group, artifact] = key.split(':')
    const version = textOf(value, 'version')
    if (!group || !artifact || !version) {
      yield { gap: 'expected "group:artifact" with its version', text: `${key} ${words(value)}`, at: keyAt }
      continue
    }
    const name = `${group}:${artifact}`
    const direct = isAsked ? { direct: isAsked(name) } : {}
    yield { name, requirement: { kind: 'version', text: version.value }, at: version.at, ...direct }
  }
}

/** Version 3 has a hash for each artifact that is asked for; before it there is one for all of them. */
function asked(root: TreeNode): ((name: string) => boolean) | undefined {
  const hashes = child(root, '__INPUT_ARTIFACTS_HASH')
  if (hashes?.kind !== 'map') return undefined
  const names = new Set(hashes.members.map(({ key }) => key))
  return name => names.has(name)
}

/** Version 0.1.0: a list of objects, each with its coordinates. */
function* pinned(list: TreeNode | undefined): Generator<Entry> {
  for (const item of items(list)) {
    const coordinates = textOf(item, 'coord')
    const found = coordinates && coordinatesIn(coordinates.value)
    if (!coordinates || !found?.version) {
      yield { gap: 'expected an artifact with its version', text: words(item), at: item.at }
    } else {
      const { name, version } = found
      yield { name, requirement: { kind: 'version', text: version.text }, at: coordinates.at + version.offset }
    }
  }
}
