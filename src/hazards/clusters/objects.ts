/** Clusters that an object of a tool describes: one row for each kind of object. */

import { defined, memoised, rememberingLast } from '../../collections.ts'
import type { Platform } from '../../settings/choices.ts'
import { child, type MapNode, members } from '../../syntax/tree.ts'
import { hasNoGrace } from '../documents/aks.ts'
import { graceOf } from '../documents/extension.ts'
import { flagsOfTree } from '../documents/flags.ts'
import { minorOf } from '../documents/kubernetes-version.ts'
import { graceOfRke2 } from '../documents/rke2.ts'
import { type Tree, trees, type Value } from '../documents/tree.ts'
import { type ClusterNotation, type ClusterSighting, looksInto, type ValueAt } from '../hazard.ts'

/** A kind of object that describes a cluster. */
interface Kind {
  readonly kind: string
  /** The keys that lead to the version of Kubernetes. */
  readonly version: readonly string[]
  /** Absent where the version tells it. */
  readonly platform?: Platform
  /** Whether an object without a version describes no cluster: another object does. */
  readonly needsVersion?: true
}

/**
 * The kinds of objects of each tool, by the group of their API versions; of `cluster.x-k8s.io` its subgroups, too.
 * - kubeadm: https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/. Until v1alpha2 its object was that of the first server.
 * - eksctl: https://docs.aws.amazon.com/eks/latest/eksctl/schema.html
 * - Cluster API: https://cluster-api.sigs.k8s.io/, https://cluster-api-aws.sigs.k8s.io/topics/eks/, https://capz.sigs.k8s.io/managed/managedcluster
 * - kOps: https://kops.sigs.k8s.io/cluster_spec/
 * - Gardener: https://gardener.cloud/docs/gardener/shoot/shoot_serviceaccounts/
 * - Rancher: https://ranchermanager.docs.rancher.com/reference-guides/cluster-configuration/rancher-server-configuration/rke2-cluster-configuration
 */
const TOOLS: readonly { readonly name: string; readonly group: string; readonly kinds: readonly Kind[] }[] = [
  {
    name: 'kubeadm',
    group: 'kubeadm.k8s.io',
    kinds: [
      { kind: 'ClusterConfiguration', version: ['kubernetesVersion'], platform: 'upstream' },
      { kind: 'MasterConfiguration', version: ['kubernetesVersion'], platform: 'upstream' }
    ]
  },
  {
    name: 'eksctl',
    group: 'eksctl.io',
    kinds: [{ kind: 'ClusterConfig', version: ['metadata', 'version'], platform: 'eks' }]
  },
  {
    name: 'Cluster API',
    group: 'cluster.x-k8s.io',
    kinds: [
      { kind: 'Cluster', version: ['spec', 'topology', 'version'], needsVersion: true },
      { kind: 'KubeadmControlPlane', version: ['spec', 'version'], platform: 'upstream' },
      { kind: 'RKE2ControlPlane', version: ['spec', 'version'], platform: 'rke2' },
      { kind: 'AWSManagedControlPlane', version: ['spec', 'version'], platform: 'eks' },
      { kind: 'AzureManagedControlPlane', version: ['spec', 'version'], platform: 'aks' }
    ]
  },
  {
    name: 'kOps',
    group: 'kops.k8s.io',
    kinds: [{ kind: 'Cluster', version: ['spec', 'kubernetesVersion'], platform: 'upstream' }]
  },
  {
    name: 'Gardener',
    group: 'core.gardener.cloud',
    kinds: [{ kind: 'Shoot', version: ['spec', 'kubernetes', 'version'], platform: 'upstream' }]
  },
  {
    name: 'Rancher',
    group: 'provisioning.cattle.io',
    kinds: [{ kind: 'Cluster', version: ['spec', 'kubernetesVersion'] }]
  }
]
/**
 * The configuration of kind, which patches that of kubeadm: its clusters are nodes in containers of one machine, which a test or a
 * developer makes and deletes (https://kind.sigs.k8s.io/), so that no workload stays in them.
 */
const namesKind = rememberingLast((file: string) => file.includes('kind.x-k8s.io'))
/** The end of a version of Rancher: `v1.30.4+rke2r1`. */
const DISTRIBUTION = /\+(?<name>rke2|k3s)/

function* clustersIn(tree: Tree, group: string, kinds: readonly Kind[]): Generator<ClusterSighting> {
  if (namesKind(tree.file)) return
  const graceOfFlags = memoised((isRke2: boolean) =>
    isRke2 ? graceOfRke2(tree) : graceOf(flagsOfTree(tree, tree.file).flags)
  )
  for (const { kind, node, isRecord } of tree.objects()) {
    // What a server returned may be of any cluster.
    const known = isRecord ? undefined : kinds.find(each => each.kind === kind)
    const [own = ''] = tree.value(node, 'apiVersion')?.text.split('/') ?? []
    if (!known || (own !== group && !own.endsWith(`.${group}`))) continue
    // Inside of an object of Cluster API that of kubeadm is no cluster of its own.
    if (group === 'kubeadm.k8s.io' && node !== tree.root) continue
    const version = onlyValue(tree, node, known.version)
    const minor = minorOf(version)
    if (known.needsVersion && !minor) continue
    const platform = known.platform ?? distributionOf(version)
    const grace = platform === 'aks' ? graceOfAks(tree, node, minor?.value) : graceOfFlags(platform === 'rke2')
    yield { at: tree.at(node.at), ...defined({ platform, minor, grace }) }
  }
}

/** The value at the end of some keys; undefined where a template writes the last one more than once, for the cases that it tells apart. */
function onlyValue(tree: Tree, node: MapNode, keys: readonly string[]): Value | undefined {
  const last = keys.at(-1)
  const around = child(node, ...keys.slice(0, -1))
  return members(around).filter(({ key }) => key === last).length === 1 ? tree.value(node, ...keys) : undefined
}

function graceOfAks(tree: Tree, node: MapNode, minor: number | undefined): ValueAt<0> | undefined {
  const issuer = tree.value(node, 'spec', 'oidcIssuerProfile', 'enabled')
  return issuer?.text === 'true' && hasNoGrace(minor) ? { value: 0, at: issuer.at } : undefined
}

function distributionOf(version: Value | undefined): Platform | undefined {
  const name = DISTRIBUTION.exec(version?.text ?? '')?.groups?.['name']
  return name === 'rke2' || name === 'k3s' ? name : undefined
}

/** One notation for each tool. */
export const objectNotations: readonly ClusterNotation[] = TOOLS.map(({ name, group, kinds }) => ({
  name,
  keywords: [`${group}/`],
  finders: [looksInto(trees, tree => clustersIn(tree, group, kinds))]
}))
