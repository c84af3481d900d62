/** Clusters whose API server is a static pod of the repository: https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/. */

import { defined } from '../../collections.ts'
import { child, items } from '../../syntax/tree.ts'
import { graceOf } from '../documents/extension.ts'
import { flagsOfTree } from '../documents/flags.ts'
import { minorOf } from '../documents/kubernetes-version.ts'
import { type Tree, trees, type Value } from '../documents/tree.ts'
import { type ClusterNotation, type ClusterSighting, looksInto } from '../hazard.ts'

/** The image of an API server, and its tag: `registry.k8s.io/kube-apiserver:v1.30.1`. */
const IMAGE = /(?:^|\/)kube-apiserver(?:-(?:amd64|arm64))?:(?<tag>[\w.+-]{1,80})(?:@.*)?$/
const NAMESPACE = 'kube-system'

function* inTree(tree: Tree): Generator<ClusterSighting> {
  for (const { kind, node, namespace, isRecord } of tree.objects()) {
    if (kind !== 'Pod' || isRecord || namespace !== NAMESPACE) continue
    for (const container of items(child(node, 'spec', 'containers'))) {
      const image = tree.value(container, 'image')
      const minor = minorOf(image && tagOf(image))
      if (!minor) continue
      yield {
        at: tree.at(node.at),
        platform: 'upstream',
        minor,
        ...defined({ grace: graceOf(flagsOfTree(tree, tree.file).flags) })
      }
    }
  }
}

function tagOf({ text, at, isKnown }: Value): Value | undefined {
  const tag = IMAGE.exec(text)?.groups?.['tag']
  return tag === undefined ? undefined : { text: tag, at: at + text.lastIndexOf(`:${tag}`) + 1, isKnown }
}

/** `/etc/kubernetes/manifests/kube-apiserver.yaml`. */
export const staticPod: ClusterNotation = {
  name: 'a static pod',
  keywords: ['kube-apiserver'],
  finders: [looksInto(trees, inTree)]
}
