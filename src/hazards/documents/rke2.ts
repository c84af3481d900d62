/** The configurations of RKE2 with the CIS profile: files of its servers, and objects of Rancher and of Cluster API. */

import { members } from '../../syntax/tree.ts'
import type { ValueAt } from '../hazard.ts'
import { graceOf, statesExtension } from './extension.ts'
import { flagsOfTree } from './flags.ts'
import type { Tree, Value } from './tree.ts'

/** In every text that chooses the profile. */
export const CHOOSES_CIS = /[pP]rofile["']?\s*[:=]\s*\\?["']?cis/

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

/** The values that choose the profile. */
export function* cisProfilesOf(tree: Tree): Generator<Value> {
  for (const { map, path, object } of tree.spots) {
    const isServer = path.length === 0 && members(map).some(({ key }) => OTHER_KEYS.has(key))
    const isRancher = object?.kind === 'Cluster' && RANCHER.test(path.at(-1) ?? '')
    const profile = isServer || isRancher ? tree.value(map, 'profile') : undefined
    const cis = object && CLUSTER_API.test(object.kind) ? tree.value(map, 'cisProfile') : undefined
    for (const value of [profile, cis]) if (value && CIS.test(value.text)) yield value
  }
}

/** The grace that flags or the CIS profile take away; a flag that switches the extension on beats the profile. */
export function graceOfRke2(tree: Tree): ValueAt<0> | undefined {
  const { flags } = flagsOfTree(tree, tree.file)
  if (statesExtension(flags)) return graceOf(flags)
  const [profile] = cisProfilesOf(tree)
  return profile && { value: 0, at: profile.at }
}
