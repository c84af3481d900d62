/** The Elixir clients, which the vendor documents do not list. */

import type { Evidence } from '../../model/verdict.ts'
import { READ_FOR_EVERY_REQUEST, READ_ONCE } from '../claims.ts'
import type { Client } from '../client.ts'

const K8S = 'https://github.com/coryodaniel/k8s'
const KAZAN = 'https://github.com/obmarg/kazan'
const EKKA = 'https://github.com/emqx/ekka'
const LIBCLUSTER = 'https://github.com/bitwalker/libcluster'

const WORKER: Evidence = {
  text: 'coryodaniel/k8s@9365258, which adds ServiceAccountWorker after 2.5.0',
  url: `${K8S}/commit/9365258`,
  proof: 'source'
}
const WHICH_RELEASE: Evidence = { ...WORKER, proof: 'unsure' }
const SERVER: Evidence = {
  text: 'lib/kazan/server.ex',
  url: `${KAZAN}/blob/50aceb99c4d1/lib/kazan/server.ex`,
  proof: 'source'
}
const EKKA_CLUSTER: Evidence = {
  text: 'ekka_cluster_k8s, token/0',
  url: `${EKKA}/blob/0.23.5/src/ekka_cluster_k8s.erl`,
  proof: 'source'
}
const STRATEGY: Evidence = {
  text: 'lib/strategy/kubernetes.ex',
  url: `${LIBCLUSTER}/blob/81e1710c4bfc/lib/strategy/kubernetes.ex`,
  proof: 'source'
}

/** The rows of the Hex ecosystem. */
export const hexClients: readonly Client[] = [
  {
    name: 'k8s',
    title: 'k8s',
    repository: K8S,
    observed: [
      { before: '2.5.1', behaviour: 'reads-once', because: READ_ONCE, evidence: [WORKER] },
      {
        from: '2.5.1',
        before: '2.6.1',
        behaviour: 'not-known',
        reason: 'never-released',
        because:
          'After 2.5.0 the repository got a worker that reads the token file again: which release is the first with it is not known.',
        evidence: [WHICH_RELEASE]
      },
      {
        from: '2.6.1',
        behaviour: 'reloads',
        because: 'A worker reads the token file again from time to time.',
        evidence: [
          {
            text: 'K8s.Conn.Auth.ServiceAccount, documentation of 2.6.1',
            url: 'https://hexdocs.pm/k8s/2.6.1/K8s.Conn.Auth.ServiceAccount.html',
            proof: 'documented'
          }
        ]
      }
    ],
    examples: [
      { requirement: '0.5.2', verdict: 'cannot-reload' },
      { requirement: '1.1.4', verdict: 'cannot-reload' },
      { requirement: '2.5.0-rc.1', verdict: 'cannot-reload' },
      { requirement: '2.5.0', verdict: 'cannot-reload' },
      { requirement: '2.5.1', verdict: 'unknown' },
      { requirement: '2.6.0', verdict: 'unknown' },
      { requirement: '2.6.1', verdict: 'reloads' },
      { requirement: '2.8.0', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '~> 1.0' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '<= 2.5.0' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '~> 2.5' }, verdict: 'unknown' },
      { requirement: { kind: 'source', text: 'develop', url: K8S, branch: 'develop' }, verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  },
  {
    name: 'kazan',
    title: 'Kazan',
    repository: KAZAN,
    observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [SERVER] }],
    fix: {
      advice: 'No release reloads the token: call Kazan.Server.in_cluster again, at least every few minutes.'
    },
    examples: [
      { requirement: '0.1.0', verdict: 'cannot-reload' },
      { requirement: '0.11.0', verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '~> 0.11' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
  },
  {
    name: 'ekka',
    title: 'Ekka',
    repository: EKKA,
    observed: [{ behaviour: 'reloads', because: READ_FOR_EVERY_REQUEST, evidence: [EKKA_CLUSTER] }],
    examples: [
      { requirement: '0.5.0', verdict: 'reloads' },
      { requirement: '0.19.0', verdict: 'reloads' },
      { requirement: { kind: 'none' }, verdict: 'reloads' }
    ]
  },
  {
    name: 'libcluster',
    title: 'libcluster',
    repository: LIBCLUSTER,
    observed: [
      {
        before: '2.5.0',
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'It has no strategy for Kubernetes yet, and reads no token.',
        evidence: [STRATEGY]
      },
      {
        from: '2.5.0',
        behaviour: 'reloads',
        because: 'Cluster.Strategy.Kubernetes reads the token file again at each poll.',
        evidence: [STRATEGY]
      }
    ],
    examples: [
      { requirement: '1.0.0', verdict: 'unknown' },
      { requirement: '2.4.1', verdict: 'unknown' },
      { requirement: '2.5.0-rc.1', verdict: 'unknown' },
      { requirement: '2.5.0', verdict: 'reloads' },
      { requirement: '3.4.1', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '~> 3.3' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '>= 2.5.0' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '~> 2.0' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: '< 2.5.0' }, verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  }
]
