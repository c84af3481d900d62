/**
 * `maven_install.json`: the artifacts that Bazel's rules_jvm_external
 * chose, with Coursier, Gradle or Maven as the resolver.
 * Specification:
 * https://github.com/bazel-contrib/rules_jvm_external#pinning-artifacts-and-integration-with-bazels-downloader.
 * Deliberately ignored: `packages` and `repositories`, which repeat names, and
 * `conflict_resolution`, which lists the versions that were not chosen.
 */

import { defined } from '../../collections.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, items, type Member, members, type TreeNode, textOf, words } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph } from '../file-format.ts'
import { type KnownVersions, requireKnownVersion } from '../gap.ts'
import { graphOf } from '../graph.ts'
import { bazelUpgrade } from './bazel-upgrade.ts'
import { coordinatesIn } from './coordinates.ts'
import { moduleBazel } from './module-bazel.ts'

const VERSIONS: KnownVersions = {
  name: 'lockfile version',
  kind: 'text',
  pattern: /^[23]$/,
  known: '0.1.0, 2 and 3'
}
const FIRST_VERSION: KnownVersions = { ...VERSIONS, pattern: /^0\.1\.0$/ }
/** Sources and documentation are listed beside their artifact, with the same needs. */
const NO_CODE = /:(?:sources|javadoc)(?::|$)/

export const mavenInstallJson: FileFormat = {
  name: 'maven_install.json',
  role: { kind: 'lockfile', locks: [moduleBazel], chain: { graph } },
  specification:
    'https://github.com/bazel-contrib/rules_jvm_external#pinning-artifacts-and-integration-with-bazels-downloader',
  versions: '0.1.0, 2, 3',
  comments: 'none',
  names: { extensions: ['.json'], pattern: /(?:^|[/_])install\.json$/ },
  read,
  upgrade: bazelUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const tree = child(root, 'dependency_tree')
  const version = child(tree ?? root, 'version')
  // The version is at the end of the file: it is missing in a file that is cut off.
  if (version || !fault) requireKnownVersion(version, tree ? FIRST_VERSION : VERSIONS, root.at)
  const entries = tree
    ? pinned(child(tree, 'dependencies'))
    : artifacts(members(child(root, 'artifacts')), required(root))
  for (const entry of entries) if (!(fault && 'gap' in entry)) yield entry
  if (fault) throw fault
}

/** Versions 2 and 3: the keys are `group:artifact`, perhaps with extension and classifier. */
function* artifacts(all: readonly Member[], direct: ReadonlySet<string> | undefined): Generator<Entry> {
  for (const { key, keyAt, value } of all) {
    const [group, artifact] = key.split(':')
    const version = textOf(value, 'version')
    if (!group || !artifact || !version) {
      yield { gap: 'expected "group:artifact" with a version', text: `${key} ${words(value)}`, at: keyAt }
      continue
    }
    const name = `${group}:${artifact}`
    const requirement = { kind: 'version', text: version.value } as const
    yield defined({ name, requirement, at: version.at, direct: direct?.has(name) })
  }
}

/** The artifacts that the project requires. Version 3 has a hash for each, version 2 one for all of them. */
function required(root: TreeNode): ReadonlySet<string> | undefined {
  const hashes = child(root, '__INPUT_ARTIFACTS_HASH')
  return hashes?.kind === 'map' ? new Set(hashes.members.map(({ key }) => key)) : undefined
}

/** Version 0.1.0: a list of objects, each with its coordinates. */
function* pinned(list: TreeNode | undefined): Generator<Entry> {
  for (const item of items(list)) {
    const coordinates = textOf(item, 'coord')
    const found = coordinates && coordinatesIn(coordinates.value)
    if (!coordinates || !found?.version) {
      yield { gap: 'expected an artifact with a version', text: words(item), at: item.at }
    } else {
      const { name, version } = found
      yield { name, requirement: { kind: 'version', text: version.text }, at: coordinates.at + version.offset }
    }
  }
}

/** The needs of each artifact. Before version 3 the file does not list the artifacts that the project requires. */
function graph(text: string): Graph {
  const { root } = parseJson(text)
  const tree = child(root, 'dependency_tree')
  return tree ? graphOfPinned(tree) : graphOfArtifacts(root)
}

function graphOfArtifacts(root: TreeNode): Graph {
  const needs = new Map(members(child(root, 'dependencies')).map(({ key, value }) => [key, value]))
  const packages = members(child(root, 'artifacts')).map(({ key, value }) => {
    const [group, artifact] = key.split(':')
    const version = textOf(value, 'version')?.value ?? ''
    return { name: `${group}:${artifact}`, version, called: [key], needs: textsIn(needs.get(key)) }
  })
  return graphOf(packages, required(root))
}

/** `dependencies` includes indirect needs; older files of version 0.1.0 lack `directDependencies`. */
function graphOfPinned(tree: TreeNode): Graph {
  const packages = items(child(tree, 'dependencies')).flatMap(item => {
    const coordinates = textOf(item, 'coord')?.value ?? ''
    const found = coordinatesIn(coordinates)
    if (!found?.version || NO_CODE.test(coordinates)) return []
    const needs = textsIn(child(item, 'directDependencies') ?? child(item, 'dependencies'))
    return [{ name: found.name, version: found.version.text, called: [coordinates], needs }]
  })
  return graphOf(packages)
}

function textsIn(list: TreeNode | undefined): string[] {
  return items(list).flatMap(item => (item.kind === 'text' ? [item.value] : []))
}
