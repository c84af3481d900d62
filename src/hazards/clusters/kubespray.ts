/** Clusters of Kubespray: the variables of an inventory, https://github.com/kubernetes-sigs/kubespray/blob/master/docs/ansible/vars.md. */

import { defined } from '../../collections.ts'
import { members } from '../../syntax/tree.ts'
import { graceOf } from '../documents/extension.ts'
import { flagsOfTree } from '../documents/flags.ts'
import { minorOf } from '../documents/kubernetes-version.ts'
import { type Tree, trees } from '../documents/tree.ts'
import { type ClusterNotation, type ClusterSighting, looksInto } from '../hazard.ts'

/** A variable of no other tool; `kube_version` alone may be of any. */
const OF_KUBESPRAY =
  /^(?:kube_(?:network_plugin|service_addresses|pods_subnet|apiserver_ip|config_dir|cert_dir|proxy_mode|api_anonymous_auth)|kubelet_deployment_type|container_manager|kubespray_\w+)$/

/** A version that is computed makes no cluster known: defaults of the role are written so. */
function* inTree(tree: Tree): Generator<ClusterSighting> {
  const version = tree.value(tree.root, 'kube_version')
  const minor = minorOf(version)
  if (!version || !minor || !members(tree.root).some(({ key }) => OF_KUBESPRAY.test(key))) return
  yield {
    at: version.at,
    platform: 'upstream',
    minor,
    ...defined({ grace: graceOf(flagsOfTree(tree, tree.file).flags) })
  }
}

/** `group_vars/k8s_cluster/k8s-cluster.yml`, or whatever it is called. */
export const kubespray: ClusterNotation = {
  name: 'Kubespray',
  keywords: ['kube_version'],
  finders: [looksInto(trees, inTree)]
}
