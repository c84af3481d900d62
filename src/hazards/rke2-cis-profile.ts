/** The rule for RKE2 clusters with the CIS profile, which extend no token. */

import { CHOOSES_CIS, cisProfilesOf } from './documents/rke2.ts'
import { type Tree, trees } from './documents/tree.ts'
import { RKE2 } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

function* inTree(tree: Tree): Generator<HazardSighting> {
  for (const { at } of cisProfilesOf(tree)) yield { at }
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
    fix: 'Mend every client that this report names before the nodes run such a release. Until then, write `kube-apiserver-arg: [service-account-extend-token-expiration=true]`.',
    waivable: true,
    answers: ['extension-ends'],
    harm: 'changes-lifetime',
    endsGraceOf: ['rke2'],
    page: 'docs/rules.md',
    evidence: [RKE2]
  },
  keywords: [CHOOSES_CIS],
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
