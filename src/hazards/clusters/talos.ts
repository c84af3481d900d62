/** Clusters that Talos makes: the configuration of machines of their control plane, and that of talhelper. */

import { defined } from '../../collections.ts'
import { child, type MapNode } from '../../syntax/tree.ts'
import { graceOf } from '../documents/extension.ts'
import { flagsOfTree } from '../documents/flags.ts'
import { minorOf } from '../documents/kubernetes-version.ts'
import { type Tree, trees, type Value } from '../documents/tree.ts'
import { type ClusterNotation, type ClusterSighting, looksInto, type ValueAt } from '../hazard.ts'

/** The image of the API server, whose tag is the version: https://www.talos.dev/latest/reference/configuration/. */
const API_SERVER = /\/kube-apiserver:(?<tag>v1\.[\w.-]{1,60})(?:@[\w:]{1,100})?$/

function* inTree(tree: Tree): Generator<ClusterSighting> {
  const minor = tree.root.kind === 'map' ? versionOf(tree.root, tree) : undefined
  // A document without the version changes another one: what it says of the extension is a finding.
  if (minor)
    yield {
      at: minor.at,
      platform: 'upstream',
      minor,
      ...defined({ grace: graceOf(flagsOfTree(tree, tree.file).flags) })
    }
}

function versionOf(root: MapNode, tree: Tree): ValueAt<number> | undefined {
  // https://budimanjojo.github.io/talhelper/latest/reference/configuration/
  if (child(root, 'talosVersion')) return minorOf(tree.value(root, 'kubernetesVersion'))
  if (tree.value(root, 'kind')?.text === 'KubeAPIServerConfig') return tagOf(tree.value(root, 'image'))
  return child(root, 'machine') && tagOf(tree.value(root, 'cluster', 'apiServer', 'image'))
}

function tagOf(image: Value | undefined): ValueAt<number> | undefined {
  const tag = API_SERVER.exec(image?.text ?? '')?.groups?.['tag']
  return image && tag !== undefined
    ? minorOf({ ...image, text: tag, at: image.at + image.text.indexOf(tag) })
    : undefined
}

/** `talosctl apply-config`. */
export const talos: ClusterNotation = {
  name: 'Talos',
  keywords: ['kube-apiserver:v1.', 'talosVersion'],
  finders: [looksInto(trees, inTree)]
}
