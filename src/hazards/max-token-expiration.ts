/** The rule for limits of the lifetime of tokens. */

import { type FlagSet, flagSets } from './documents/flags.ts'
import { API_SERVER, KEP_740 } from './evidence.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

const UNKNOWN = /[{}$<>\uE000]/

function* inFlags({ flags }: FlagSet): Generator<HazardSighting> {
  for (const { name, value, at } of flags) {
    if (value === '' || UNKNOWN.test(value)) continue
    if (name === 'service-account-max-token-expiration') yield { at }
    if (name === 'service-account-signing-endpoint')
      yield { at, because: 'An external signer signs the tokens, and its limit also ends the grace of a year.' }
  }
}

/** A limit of the lifetime. */
export const maxTokenExpiration: Hazard = {
  rule: {
    id: 'max-token-expiration',
    level: 'notice',
    title: 'limited lifetime',
    meaning:
      'The cluster limits how long requested tokens live. Mounted tokens keep their extension, unless an external signer limits them.',
    why: 'A client that requests a token for longer gets a shorter one without an error. The limit of an external signer also shortens the grace of clients that do not reload.',
    fix: 'Nothing is to be done for mounted tokens. Check that whoever requests tokens renews them within this time, and what the limit of an external signer is.',
    waivable: true,
    answers: ['extension-ends'],
    harm: 'changes-lifetime',
    page: 'docs/rules.md',
    evidence: [API_SERVER, KEP_740]
  },
  keywords: [
    'service-account-max-token-expiration',
    'service-account-signing-endpoint',
    'maxTokenExpiration',
    'service-account-token-max-expiration'
  ],
  finders: [looksInto(flagSets, inFlags)],
  examples: {
    fires: [
      { 'config.yaml': 'kube-apiserver-arg:\n  - service-account-max-token-expiration=24h\n' },
      {
        'pod.yaml':
          'spec:\n  containers:\n    - command: [kube-apiserver, --service-account-signing-endpoint=/run/s.sock]\n'
      },
      {
        'hc.yaml':
          'metadata:\n  annotations:\n    hypershift.openshift.io/kube-apiserver-service-account-token-max-expiration: 24h\n'
      },
      { 'lab.ps1': '$c = @"\n  - "service-account-max-token-expiration=24h"\n"@\n' }
    ],
    silent: [
      {
        'config.yaml':
          'kube-apiserver-arg:\n  - service-account-issuer=https://a\nmax: service-account-max-token-expiration\n'
      },
      {
        'templates/pod.yaml':
          'spec:\n  containers:\n    - command: [kube-apiserver, "--service-account-max-token-expiration={{ .Values.max }}"]\n'
      }
    ]
  }
}
