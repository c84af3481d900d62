/** The rule for RKE2 clusters with the CIS profile, which extend no token. */

import { members } from '../syntax/tree.ts'
import { type Tree, trees } from './documents/tree.ts'
import { RKE2 } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

const CIS = /^cis(?:-1\.\d{1,2})?$/
/** Other keys of the configuration of RKE2: https://docs.rke2.io/reference/server_config. A file with a profile alone may be anything. */
const OTHER_KEYS = new Set([
  'token',
  'tls-san',
  'server',
  'selinux',
  'protect-kernel-defaults',
  'write-kubeconfig-mode',
  'cni',
  'disable',
  'secrets-encryption',
  'kube-apiserver-arg',
  'node-label',
  'node-taint',
  'cluster-cidr',
  'service-cidr',
  'etcd-snapshot-schedule-cron',
  'pod-security-admission-config-file',
  'audit-policy-file'
])
/** Objects of Rancher and of Cluster API with such a configuration. */
const RANCHER = /^(?:machineGlobalConfig|config)$/
const CLUSTER_API = /^RKE2(?:ControlPlane|Config)/

function* inTree(tree: Tree): Generator<HazardSighting> {
  for (const { map, path, object } of tree.spots) {
    const isServer = path.length === 0 && members(map).some(({ key }) => OTHER_KEYS.has(key))
    const isRancher = object?.kind === 'Cluster' && RANCHER.test(path.at(-1) ?? '')
    const profile = isServer || isRancher ? tree.value(map, 'profile') : undefined
    const cis = object && CLUSTER_API.test(object.kind) ? tree.value(map, 'cisProfile') : undefined
    for (const value of [profile, cis]) if (value && CIS.test(value.text)) yield { at: value.at }
  }
}

/** A cluster without grace. */
export const rke2CisProfile: Hazard = {
  rule: {
    id: 'rke2-cis-profile',
    level: 'notice',
    title: 'no grace',
    meaning:
      'The CIS profile of RKE2 switches the extension of tokens off, from the patch releases on that have rancher/rke2#9011.',
    why: 'A client that reads its token once fails after an hour, and nothing warns before.',
    fix: 'Mend every client that this report names before the nodes run such a release. Until then, write "kube-apiserver-arg: [service-account-extend-token-expiration=true]".',
    waivable: false,
    page: 'docs/rules.md',
    evidence: [RKE2]
  },
  keywords: [/[pP]rofile["']?\s*[:=]\s*\\?["']?cis/],
  finders: [looksInto(trees, inTree)],
  examples: {
    fires: [
      { 'config.yaml': 'token: a\nprofile: cis\n' },
      { 'config.yaml': 'server: https://a\nprofile: "cis-1.23"\n' },
      { 'a.tfvars': 'server_flags = "profile: cis\\nselinux: true"\n' },
      {
        'cp.yaml':
          'apiVersion: controlplane.cluster.x-k8s.io/v1beta1\nkind: RKE2ControlPlane\nspec:\n  agentConfig:\n    cisProfile: cis\n'
      }
    ],
    silent: [
      { 'config.yaml': '#profile: cis\nselinux: true\n' },
      { 'other.yaml': 'profile: cis\nname: scan\n' },
      { 'config.yaml': 'token: a\nprofile: etcd\n' }
    ]
  }
}
