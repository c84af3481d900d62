/** The rule for clusters that still make and keep Secrets with tokens. */

import { gatesOff } from './documents/feature-gates.ts'
import { KEP_2799, REMOVED_GATES } from './evidence.ts'
import type { Hazard } from './hazard.ts'

/** Secrets are made and kept as before. */
export const legacyTokenFeaturesDisabled: Hazard = {
  rule: {
    id: 'legacy-token-features-disabled',
    level: 'warning',
    title: 'permanent tokens kept',
    meaning:
      'A feature gate that ends permanent tokens is off: Secrets with tokens are still made, not tracked, or not cleaned up.',
    why: 'Whoever relies on such a Secret does not notice that it is going away. The gates are removed in later versions, and a component that is started with a removed one does not start.',
    fix: 'Remove the gate from the flag. Find out first who uses the Secrets: the label kubernetes.io/legacy-token-last-used and the metric serviceaccount_legacy_tokens_total say it.',
    waivable: true,
    answers: ['no-automatic-secret'],
    harm: 'changes-lifetime',
    page: 'docs/rules.md',
    evidence: [KEP_2799, REMOVED_GATES]
  },
  keywords: ['LegacyServiceAccountToken'],
  finders: [
    gatesOff(
      'LegacyServiceAccountTokenNoAutoGeneration',
      'LegacyServiceAccountTokenTracking',
      'LegacyServiceAccountTokenCleanUp'
    )
  ],
  examples: {
    fires: [
      {
        'kubeadm.yaml':
          'controllerManager:\n  extraArgs:\n    feature-gates: LegacyServiceAccountTokenNoAutoGeneration=false\n'
      },
      {
        'up.sh':
          'curl -sfL https://get.k3s.io | INSTALL_K3S_EXEC="--kube-apiserver-arg=feature-gates=LegacyServiceAccountTokenCleanUp=false" sh -\n'
      }
    ],
    silent: [
      {
        'kubeadm.yaml': 'controllerManager:\n  extraArgs:\n    feature-gates: LegacyServiceAccountTokenCleanUp=true\n'
      },
      { 'metrics.yaml': 'lines:\n  - kubernetes_feature_enabled{name="LegacyServiceAccountTokenCleanUp",stage=""} 1\n' }
    ]
  }
}
