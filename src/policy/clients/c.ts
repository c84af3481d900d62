/** The C client, which has the same name in vcpkg and Conan. No release reads the token again. */

import type { Client } from '../client.ts'

/** The rows of the vcpkg and of the Conan ecosystem. */
export const cClients: readonly Client[] = [
  {
    name: 'kubernetes',
    title: 'C client',
    repository: 'https://github.com/kubernetes-client/c',
    observed: [
      {
        behaviour: 'reads-once',
        because: 'The token file is read once, when the configuration is loaded; no release does otherwise.',
        evidence: [
          {
            text: 'kubernetes/config/incluster_config.c',
            url: 'https://github.com/kubernetes-client/c/blob/v0.14.0/kubernetes/config/incluster_config.c',
            proof: 'source'
          }
        ]
      }
    ],
    fix: {
      advice:
        'No version helps. Call load_incluster_config again, at least every few minutes, and make a new apiClient_t with what it returns.'
    },
    examples: [
      { requirement: '0.1.0', verdict: 'cannot-reload' },
      { requirement: '0.14.0', verdict: 'cannot-reload' },
      { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
  }
]
