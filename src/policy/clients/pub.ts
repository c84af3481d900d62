/** The Dart clients, which the vendor documents do not list. */

import type { Evidence } from '../../model/verdict.ts'
import { READ_IT_YOURSELF, READ_ONCE } from '../claims.ts'
import type { Client } from '../client.ts'

const K8S = 'https://github.com/kubeec/k8s-dart'
const KUBERNETES = 'https://github.com/xclud/dart_kubernetes'

const INIT: Evidence = {
  text: 'Kubernetes.init and its _setAuthentication, in kubeec/k8s-dart@e3b3b94',
  url: `${K8S}/blob/e3b3b9456cf2cabd70185f40cbdff36e9a481982/lib/src/kubernetes.dart#L684-L688`,
  proof: 'source'
}
const ACCESS_TOKEN: Evidence = {
  text: 'KubernetesClient in xclud/dart_kubernetes@bfa8b3d',
  url: `${KUBERNETES}/blob/bfa8b3d7006566da06a743faa95ca7d0b1cfbbb8/lib/src/client.dart`,
  proof: 'source'
}

/** The rows of the pub ecosystem. */
export const pubClients: readonly Client[] = [
  {
    name: 'k8s',
    title: 'k8s for Dart',
    repository: K8S,
    observed: [
      {
        before: '1.27.0',
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'It is generated from the API description and loads no token: the program gives it one.',
        evidence: [INIT]
      },
      { from: '1.27.0', behaviour: 'reads-once', because: READ_ONCE, evidence: [INIT] }
    ],
    fix: { advice: 'Call initInCluster again before the token expires: each call reads the token file.' },
    examples: [
      { requirement: '1.26.3', verdict: 'unknown' },
      { requirement: '1.27.0+dev.1', verdict: 'cannot-reload' },
      { requirement: '1.27.0+dev.2', verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '^1.27.0+dev.2' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: 'any' }, verdict: 'unknown' },
      { requirement: { kind: 'source', text: 'main', url: K8S, branch: 'main' }, verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  },
  {
    name: 'kubernetes',
    title: 'kubernetes for Dart',
    repository: KUBERNETES,
    observed: [
      {
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'It loads no token: the program gives it one, which the client keeps.',
        evidence: [ACCESS_TOKEN]
      }
    ],
    fix: { advice: READ_IT_YOURSELF },
    examples: [
      { requirement: '1.26.0+5', verdict: 'unknown' },
      { requirement: { kind: 'range', text: '^1.26.0' }, verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  }
]
