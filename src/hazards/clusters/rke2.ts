/** Clusters of RKE2 whose servers have the CIS profile: https://docs.rke2.io/security/hardening_guide. */

import { defined } from '../../collections.ts'
import { CHOOSES_CIS, cisProfilesOf, graceOfRke2 } from '../documents/rke2.ts'
import { type Tree, trees } from '../documents/tree.ts'
import { type ClusterNotation, type ClusterSighting, looksInto } from '../hazard.ts'

/** The file of a server does not have the version. Without the profile it may be one of K3s, or of something else. */
function* inTree(tree: Tree): Generator<ClusterSighting> {
  const isObject = tree.objects().next().done !== true
  const [profile] = isObject ? [] : cisProfilesOf(tree)
  if (profile) yield { at: profile.at, platform: 'rke2', ...defined({ grace: graceOfRke2(tree) }) }
}

/** `/etc/rancher/rke2/config.yaml`. */
export const rke2: ClusterNotation = {
  name: 'RKE2',
  keywords: [CHOOSES_CIS],
  finders: [looksInto(trees, inTree)]
}
