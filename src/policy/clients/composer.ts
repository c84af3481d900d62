/** The PHP clients, which the vendor documents do not list. */

import type { Evidence } from '../../model/verdict.ts'
import { READ_AT_START } from '../claims.ts'
import type { Client } from '../client.ts'

const MACLOF = 'https://github.com/maclof/kubernetes-client'
const RENOKI = 'https://github.com/renoki-co/php-k8s'
const HANSEN = 'https://github.com/travisghansen/kubernetes-client-php'

const PATH_AS_TOKEN: Evidence = { text: 'maclof/kubernetes-client#5', url: `${MACLOF}/issues/5`, proof: 'source' }
const READ_BY_CONSTRUCTOR: Evidence = {
  text: 'createGuzzleClient of maclof/kubernetes-client, called by the constructor',
  url: `${MACLOF}/blob/92a515eb9988c93f4afb0a121faf232ac852f880/src/Client.php`,
  proof: 'source'
}
const WHEN_GUZZLE_WENT: Evidence = {
  text: 'maclof/kubernetes-client#78: still on Guzzle in October 2020',
  url: `${MACLOF}/issues/78`,
  proof: 'unsure'
}
const READ_BY_REQUEST: Evidence = {
  text: 'sendRequest of maclof/kubernetes-client',
  url: `${MACLOF}/blob/0.31.0/src/Client.php`,
  proof: 'source'
}

const SHORT_LIVED = 'which is harmless where PHP ends after each request, and not in workers, daemons and operators'

/** The rows of the Composer ecosystem. */
export const composerClients: readonly Client[] = [
  {
    name: 'maclof/kubernetes-client',
    title: 'maclof/kubernetes-client',
    repository: MACLOF,
    observed: [
      {
        before: '0.2.5',
        behaviour: 'reads-once',
        because: 'It only takes the token itself, and keeps it: a path is sent as if it were the token.',
        evidence: [PATH_AS_TOKEN]
      },
      {
        from: '0.2.5',
        before: '0.14.0',
        behaviour: 'reads-once',
        because: READ_AT_START,
        evidence: [READ_BY_CONSTRUCTOR]
      },
      {
        from: '0.14.0',
        before: '0.31.0',
        behaviour: 'reloads-late',
        because:
          'Releases on Guzzle read the token file once, later ones for every request if they are given its path: which release is the first is not known.',
        evidence: [WHEN_GUZZLE_WENT]
      },
      {
        from: '0.31.0',
        behaviour: 'reloads-late',
        because:
          'The token file is read again for every request, but only when its path is given as token; a token stays as it is.',
        evidence: [READ_BY_REQUEST]
      }
    ],
    fix: {
      version: '0.31.0',
      advice: 'Give the path of the token file as the option "token", not what the file holds.'
    },
    examples: [
      { requirement: '0.0.1', verdict: 'cannot-reload' },
      { requirement: '0.2.4', verdict: 'cannot-reload' },
      { requirement: '0.2.5', verdict: 'cannot-reload' },
      { requirement: 'v0.13.0', verdict: 'cannot-reload' },
      { requirement: '0.14.0', verdict: 'reloads-late' },
      { requirement: '0.30.0', verdict: 'reloads-late' },
      { requirement: '0.31.0', verdict: 'reloads-late' },
      { requirement: { kind: 'range', text: '^0.13' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '^0.31' }, verdict: 'reloads-late' },
      { requirement: { kind: 'range', text: '*' }, verdict: 'reloads-late' },
      { requirement: { kind: 'range', text: '^0.31 || dev-master' }, verdict: 'unknown' },
      { requirement: { kind: 'source', text: 'dev-master', branch: 'master' }, verdict: 'unknown' }
    ]
  },
  {
    name: 'renoki-co/php-k8s',
    title: 'PHP K8s',
    repository: RENOKI,
    observed: [
      {
        behaviour: 'reads-once',
        because: `The token file is read once for each cluster object, ${SHORT_LIVED}.`,
        evidence: [
          {
            text: 'AuthenticatesCluster of php-k8s',
            url: `${RENOKI}/blob/6880d4ea978f/src/Traits/Cluster/AuthenticatesCluster.php`,
            proof: 'source'
          }
        ]
      }
    ],
    fix: { advice: 'No release reloads the token: make a new KubernetesCluster at least every few minutes.' },
    examples: [
      { requirement: '1.0.0', verdict: 'cannot-reload' },
      { requirement: '3.8.1', verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '^3.0' }, verdict: 'cannot-reload' }
    ]
  },
  {
    name: 'travisghansen/kubernetes-client-php',
    title: 'kubernetes-client-php',
    repository: HANSEN,
    observed: [
      {
        behaviour: 'reads-once',
        because: `The token file is read once for each configuration, ${SHORT_LIVED}.`,
        evidence: [
          {
            text: 'InClusterConfig of kubernetes-client-php',
            url: `${HANSEN}/blob/v0.4.5/src/KubernetesClient/Config.php`,
            proof: 'source'
          }
        ]
      }
    ],
    fix: { advice: 'No release reloads the token: make a new Config and Client at least every few minutes.' },
    examples: [
      { requirement: 'v0.4.5', verdict: 'cannot-reload' },
      { requirement: '0.1.0', verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '^0.4' }, verdict: 'cannot-reload' }
    ]
  }
]
