/** The rule for clusters without bound tokens. */

import { gatesOff } from './documents/feature-gates.ts'
import { REMOVED_GATES } from './evidence.ts'
import type { Hazard } from './hazard.ts'

/** Bound tokens are off. */
export const boundTokenFeatureDisabled: Hazard = {
  rule: {
    id: 'bound-token-feature-disabled',
    level: 'warning',
    title: 'bound tokens off',
    meaning: 'The feature gate BoundServiceAccountTokenVolume is off: pods get permanent tokens.',
    why: 'The gate hides which clients cannot reload. From 1.24 on it is gone, a component that is started with it does not start, and every one of these clients breaks at once.',
    fix: 'Remove the gate from the flag, after the clients that this report names are mended.',
    waivable: true,
    answers: ['bound-by-default'],
    harm: 'changes-lifetime',
    page: 'docs/rules.md',
    evidence: [REMOVED_GATES]
  },
  keywords: ['BoundServiceAccountTokenVolume'],
  finders: [gatesOff('BoundServiceAccountTokenVolume')],
  examples: {
    fires: [
      { 'kubeadm.yaml': 'apiServer:\n  extraArgs:\n    feature-gates: A=true,BoundServiceAccountTokenVolume=false\n' },
      { 'kind.yaml': 'kind: Cluster\nfeatureGates:\n  BoundServiceAccountTokenVolume: false\n' },
      { 'vars.yml': 'kube_feature_gates:\n  - BoundServiceAccountTokenVolume=false\n' },
      {
        'env.yaml':
          'KUBE_API_ARGS: "--v=2 --feature-gates=A=false --feature-gates=BoundServiceAccountTokenVolume=false"\n'
      },
      { 'api.service': 'ExecStart=/bin/kube-apiserver --feature-gates=BoundServiceAccountTokenVolume=False\n' }
    ],
    silent: [
      { 'kubeadm.yaml': 'apiServer:\n  extraArgs:\n    feature-gates: A=false,BoundServiceAccountTokenVolume=true\n' },
      { 'note.yaml': 'text: is BoundServiceAccountTokenVolume=false set?\n' },
      {
        'help.sh': "cat <<'HELP'\n  --feature-gates mapStringBool\n  BoundServiceAccountTokenVolume=true|false\nHELP\n"
      }
    ]
  }
}
