/**
 * `maven_install.json`: what Bazel's rules_jvm_external chose, with Coursier, Gradle or Maven as the resolver.
 * Specification: https://github.com/bazel-contrib/rules_jvm_external#pinning-artifacts-and-integration-with-bazels-downloader.
 * Leaves out on purpose: `packages` and `repositories`, which repeat names, and `conflict_resolution`, which names versions
 * that lost.
 */

import { parseJson } from '../../syntax/json.ts'
import { child, items, type Member, members, type TreeNode, textOf, words } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph } from '../file-format.ts'
import { type KnownVersions, requireKnownVersion } from '../gap.ts'
import { graphOf } from '../graph.ts'
import { coordinatesIn } from './coordinates.ts'
import { moduleBazel } from './module-bazel.ts'
import { bazelUpgrade } from './starlark.ts'

const VERSIONS: KnownVersions = {
  name: 'lockfile version',
  kind: 'text',
  pattern: /^[23]$/,
  known: '0.1.0, 2 and 3 are'
}
const FIRST_VERSION: KnownVersions = { ...VERSIONS, pattern: /^0\.1\.0$/ }
/** Sources and documentation stand beside their artifact, with the same needs. */
const NO_CODE = /:(?:sources|javadoc)(?::|$)/

export const mavenInstallJson: FileFormat = {
  name: 'maven_install.json',
  role: { kind: 'lockfile', locks: [moduleBazel], chain: { graph } },
  specification:
    'https://github.com/bazel-contrib/rules_jvm_external#pinning-artifacts-and-integration-with-bazels-downloader',
  versions: '0.1.0, 2, 3',
  names: { pattern: /(?:^|[/_])install\.json$/ },
  read,
  upgrade: bazelUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const tree = child(root, 'dependency_tree')
  const version = child(tree ?? root, 'version')
  // The version stands at the end of the file: in one that is cut off it is missing.
  if (version || !fault) requireKnownVersion(version, tree ? FIRST_VERSION : VERSIONS, root.at)
  const entries = tree ? pinned(child(tree, 'dependencies')) : artifacts(members(child(root, 'artifacts')), asked(root))
  for (const entry of entries) if (!(fault && 'gap' in entry)) yield entry
  if (fault) throw fault
}

/** Versions 2 and 3: `group:artifact`, behind which extension and classifier may stand. */
function* artifacts(all: readonly Member[], asked: ReadonlySet<string> | undefined): Generator<Entry> {
  for (const { key, keyAt, value } of all) {
    const [group, artifact] = key.split(':')
    const version = textOf(value, 'version')
    if (!group || !artifact || !version) {
      yield { gap: 'expected "group:artifact" with its version', text: `${key} ${words(value)}`, at: keyAt }
      continue
    }
    const name = `${group}:${artifact}`
    const direct = asked ? { direct: asked.has(name) } : {}
    yield { name, requirement: { kind: 'version', text: version.value }, at: version.at, ...direct }
  }
}

/** Version 3 has a hash for each artifact that is asked for; before it there is one for all of them. */
function asked(root: TreeNode): ReadonlySet<string> | undefined {
  const hashes = child(root, '__INPUT_ARTIFACTS_HASH')
  return hashes?.kind === 'map' ? new Set(hashes.members.map(({ key }) => key)) : undefined
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

/** Which artifact needs which. Before version 3 the file does not say what is asked for. */
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
  return graphOf(packages, asked(root))
}

/** `dependencies` holds what is needed by what is needed as well; the older of these files have nothing else. */
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
