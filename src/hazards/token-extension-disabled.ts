/** The rule for API servers that extend no token. */

import { extensionOff } from './documents/extension.ts'
import { type FlagSet, flagSets } from './documents/flags.ts'
import { API_SERVER } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

function* inFlags({ flags }: FlagSet): Generator<HazardSighting> {
  for (const { at } of extensionOff(flags)) yield { at }
}

/** The extension is off. */
export const tokenExtensionDisabled: Hazard = {
  rule: {
    id: 'token-extension-disabled',
    level: 'notice',
    title: 'no grace',
    meaning:
      'The API server of this cluster does not extend tokens: a client that reads its token once fails after an hour.',
    why: 'The CIS benchmark asks for it, and it is safe where every client reloads. Where one does not, the grace of a year is gone, and nothing warns before it fails.',
    fix: 'Mend every client that this report names before the flag is rolled out: check that serviceaccount_stale_tokens_total of every API server stays at 0. Until then, write `service-account-extend-token-expiration=true`.',
    waivable: true,
    answers: ['extension-ends'],
    harm: 'changes-lifetime',
    endsGraceOf: ['upstream', 'rke2', 'k3s'],
    page: 'docs/rules.md',
    evidence: [API_SERVER]
  },
  keywords: ['service-account-extend-token-expiration', 'extendTokenExpiration'],
  finders: [looksInto(flagSets, inFlags)],
  examples: {
    fires: [
      {
        'a.go':
          'package a\n\nvar args = []string{\n\t"--service-account-lookup=false",\n\t"--service-account-extend-token-expiration=false",\n}\n'
      },
      { 'kubeadm.yaml': 'apiServer:\n  extraArgs:\n    service-account-extend-token-expiration: "false"\n' },
      {
        'kubeadm.yaml':
          'apiServer:\n  extraArgs:\n    - name: service-account-extend-token-expiration\n      value: "false"\n'
      },
      { 'config.yaml': 'kube-apiserver-arg:\n  - service-account-extend-token-expiration=false\n' },
      {
        'pod.yaml':
          'spec:\n  containers:\n    - command: [kube-apiserver, --service-account-extend-token-expiration=false]\n'
      },
      {
        'shoot.yaml':
          'spec:\n  kubernetes:\n    kubeAPIServer:\n      serviceAccountConfig: {extendTokenExpiration: false}\n'
      },
      { 'group_vars/all.yml': 'kube_apiserver_extra_args:\n  service-account-extend-token-expiration: "false"\n' },
      {
        'talos.yaml': 'cluster:\n  apiServer:\n    extraArgs:\n      service-account-extend-token-expiration: "false"\n'
      },
      { 'up.sh': 'kube-apiserver --service-account-extend-token-expiration=false --v=2\n' },
      {
        'api.service':
          '[Service]\nExecStart=/bin/kube-apiserver \\\n  --service-account-extend-token-expiration=false\n'
      }
    ],
    silent: [
      { 'kubeadm.yaml': 'apiServer:\n  extraArgs:\n    service-account-extend-token-expiration: "true"\n' },
      { 'check.sh': 'ps -ef | grep -q -- "--service-account-extend-token-expiration=false" && echo PASS\n' },
      {
        'a.go': 'package a\n\nvar off = strings.Contains(flags, "--service-account-extend-token-expiration=false")\n'
      },
      {
        'check.sh':
          'check "off" "$(jq \'[.items[] | select(any(.command[]; . == "--service-account-extend-token-expiration=false"))] | length\' <<< "$servers")" 3\n'
      },
      { 'check.sh': 'print_result "PASS" "--service-account-extend-token-expiration=false"\n' },
      { 'controls.yaml': 'checks:\n  - remediation: "Set --service-account-extend-token-expiration=false"\n' },
      {
        'templates/kubeadm.yaml':
          'apiServer:\n  extraArgs:\n    service-account-extend-token-expiration: {{ .Values.extend }}\n'
      }
    ]
  }
}
