/**
 * The clients in Scala. A package is published once for each version of Scala, as `NAME_2.13` and `NAME_3`; one row
 * without the ending covers all of them.
 */

import type { Evidence } from '../../model/verdict.ts'
import { READ_EVERY_TEN_MINUTES, READ_ONCE } from '../claims.ts'
import type { Client, Example, ObservedRange } from '../client.ts'

const SKUBER = 'https://github.com/doriordan/skuber'
const SKUBER_FORK = 'https://github.com/hagay3/skuber'
const GOYEAU = 'https://github.com/joan38/kubernetes-client'
const ZIO = 'https://github.com/coralogix/zio-k8s'
const AKKA = 'https://github.com/akka/akka-management'
const PEKKO = 'https://github.com/apache/pekko-management'

const SKUBER_RELOAD: Evidence = {
  text: 'doriordan/skuber, commit d482713',
  url: `${SKUBER}/commit/d482713`,
  proof: 'source'
}
const SKUBER_BACKPORT: Evidence = {
  text: 'doriordan/skuber, commit 5fcb13d',
  url: `${SKUBER}/commit/5fcb13d`,
  proof: 'source'
}
const SKUBER_FORK_RELOAD: readonly Evidence[] = [
  { text: 'hagay3/skuber, commit 066c503', url: `${SKUBER_FORK}/commit/066c503`, proof: 'source' },
  { text: 'hagay3/skuber, commit f60320a', url: `${SKUBER_FORK}/commit/f60320a`, proof: 'source' }
]
const GOYEAU_CACHE: Evidence = {
  text: 'README of joan38/kubernetes-client, authorization cache',
  url: `${GOYEAU}#readme`,
  proof: 'source'
}
const GOYEAU_TIMING: Evidence = {
  text: 'joan38/kubernetes-client, commit 970a738',
  url: `${GOYEAU}/commit/970a738`,
  proof: 'source'
}
const ZIO_RELOAD: Evidence = { text: 'coralogix/zio-k8s#751', url: `${ZIO}/pull/751`, proof: 'source' }
const AKKA_RELOAD: Evidence = { text: 'akka/akka-management#1413', url: `${AKKA}/commit/bceb7454`, proof: 'source' }
const PEKKO_RELOAD: Evidence = {
  text: 'apache/pekko-management, commit 86f33e79',
  url: `${PEKKO}/commit/86f33e79`,
  proof: 'source'
}

const PEKKO_AGAIN = 'The token file is read again and again while the lease is held.'
const SKUBER_PERIOD =
  'The token file is read again every ten minutes, unless SKUBER_TOKEN_RELOAD_INTERVAL_SECONDS sets another period or, with 0, none.'

const SKUBER_RANGES: readonly ObservedRange[] = [
  { before: '2.6.8', behaviour: 'reads-once', because: READ_ONCE, evidence: [SKUBER_BACKPORT] },
  {
    from: '2.6.8',
    before: '3.0.0-alpha',
    behaviour: 'reloads',
    because: SKUBER_PERIOD,
    evidence: [SKUBER_BACKPORT]
  },
  {
    // A beta that was released before the change was made.
    from: '3.0.0-alpha',
    before: '3.0.0',
    behaviour: 'reads-once',
    because: READ_ONCE,
    evidence: [SKUBER_RELOAD]
  },
  { from: '3.0.0', behaviour: 'reloads', because: SKUBER_PERIOD, evidence: [SKUBER_RELOAD] }
]

/** The releases of skuber with several packages; it is not certain which of them has the loader. */
function skuberModule(artifact: string): Client {
  return {
    name: `io.skuber:${artifact}`,
    title: `${artifact} (Skuber 3)`,
    repository: SKUBER,
    observed: SKUBER_RANGES.map(range => ({
      ...range,
      evidence: range.evidence.map(evidence => ({ ...evidence, proof: 'unsure' }))
    })),
    examples: [
      { requirement: '3.0.0-beta1', verdict: 'cannot-reload' },
      { requirement: '3.0.0', verdict: 'reloads' }
    ]
  }
}

/** zio-k8s; all its packages have the same version. */
function zio(artifact: string, more: Partial<Client> = {}): Client {
  return {
    name: `com.coralogix:${artifact}`,
    title: artifact,
    repository: ZIO,
    observed: [
      { before: '3.2.0', behaviour: 'reads-once', because: READ_ONCE, evidence: [ZIO_RELOAD] },
      {
        from: '3.2.0',
        behaviour: 'reloads',
        because:
          'The token file is read again for every request, unless tokenCacheSeconds is set, and once more after a 401.',
        evidence: [ZIO_RELOAD]
      }
    ],
    examples: [
      { requirement: '1.3.0', verdict: 'cannot-reload' },
      { requirement: '3.1.0', verdict: 'cannot-reload' },
      { requirement: '3.2.0', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '[2,3)' }, verdict: 'cannot-reload' }
    ],
    ...more
  }
}

/** A package of Akka Management, each with a reader of its own. */
function akka(name: string): Client {
  return {
    name: `com.lightbend.akka.${name}`,
    title: name.slice(name.indexOf(':') + 1),
    repository: AKKA,
    observed: [
      { before: '1.6.3', behaviour: 'reads-once', because: READ_ONCE, evidence: [AKKA_RELOAD] },
      { from: '1.6.3', behaviour: 'reloads', because: READ_EVERY_TEN_MINUTES, evidence: [AKKA_RELOAD] }
    ],
    examples: [
      { requirement: '1.0.0', verdict: 'cannot-reload' },
      { requirement: '1.1.4', verdict: 'cannot-reload' },
      { requirement: '1.6.2', verdict: 'cannot-reload' },
      { requirement: '1.6.3', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '[1.1,1.2)' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  }
}

/** A package of Pekko Management that keeps the token while it runs, in every release. */
function pekko(artifact: string, folder: string, advice: string): Client {
  return {
    name: `org.apache.pekko:${artifact}`,
    title: artifact,
    repository: PEKKO,
    observed: [
      {
        behaviour: 'reads-once',
        because: 'The token file is read once, and the token kept as long as the object lives.',
        evidence: [
          { text: `${folder} of apache/pekko-management`, url: `${PEKKO}/tree/v2.0.0-M1/${folder}`, proof: 'source' }
        ]
      }
    ],
    fix: { advice },
    examples: NEVER
  }
}

const NEVER: readonly Example[] = [
  { requirement: '1.0.0', verdict: 'cannot-reload' },
  { requirement: '1.2.1', verdict: 'cannot-reload' },
  { requirement: '1.3.0-M0', verdict: 'cannot-reload' },
  { requirement: '2.0.0-M1', verdict: 'cannot-reload' },
  { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
]

/** The rows of the clients in Scala. */
export const scalaClients: readonly Client[] = [
  {
    name: 'io.skuber:skuber',
    title: 'Skuber',
    repository: SKUBER,
    observed: SKUBER_RANGES,
    examples: [
      { requirement: '2.0.7', verdict: 'cannot-reload' },
      { requirement: '2.6.7', verdict: 'cannot-reload' },
      { requirement: '2.6.8', verdict: 'reloads' },
      { requirement: '3.0.0-beta1', verdict: 'cannot-reload' },
      { requirement: '3.0.0', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '2.+' }, verdict: 'unknown' }
    ]
  },
  ...['skuber-core', 'skuber-pekko', 'skuber-akka'].map(skuberModule),
  {
    name: 'io.github.hagay3:skuber',
    title: 'Skuber, fork of hagay3',
    repository: SKUBER_FORK,
    observed: [
      { before: '3.0.1', behaviour: 'reads-once', because: READ_ONCE, evidence: SKUBER_FORK_RELOAD },
      {
        from: '3.0.1',
        behaviour: 'reloads',
        because: 'The token file is read again every five minutes.',
        evidence: SKUBER_FORK_RELOAD
      }
    ],
    examples: [
      { requirement: '2.7.7', verdict: 'cannot-reload' },
      { requirement: '3.0.0', verdict: 'cannot-reload' },
      { requirement: '3.0.1', verdict: 'reloads' },
      { requirement: '4.0.11', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '[3.0.1,4)' }, verdict: 'reloads' }
    ]
  },
  {
    name: 'com.goyeau:kubernetes-client',
    title: 'kubernetes-client of Joan Goyeau',
    repository: GOYEAU,
    observed: [
      { before: '0.10.0', behaviour: 'reads-once', because: READ_ONCE, evidence: [GOYEAU_CACHE] },
      {
        from: '0.10.0',
        behaviour: 'reloads-late',
        because:
          'The token file is read again only if the configuration asks for it with withDefaultAuthorizationCache; without that it is read once.',
        evidence: [GOYEAU_CACHE, GOYEAU_TIMING]
      }
    ],
    fix: {
      advice:
        'Use 0.11.0 or newer and make the client from KubeConfig with withDefaultAuthorizationCache: no release reloads without it, and 0.10 reloads at the wrong time.'
    },
    examples: [
      { requirement: '0.4.0', verdict: 'cannot-reload' },
      { requirement: '0.9.0', verdict: 'cannot-reload' },
      { requirement: '0.10.0', verdict: 'reloads-late' },
      { requirement: '0.11.0', verdict: 'reloads-late' },
      { requirement: { kind: 'range', text: '[0.8,)' }, verdict: 'reloads-late' }
    ]
  },
  zio('zio-k8s-client'),
  zio('zio-k8s-operator', { brings: ['com.coralogix:zio-k8s-client'] }),
  akka('discovery:akka-discovery-kubernetes-api'),
  akka('management:akka-lease-kubernetes'),
  akka('management:akka-rolling-update-kubernetes'),
  {
    name: 'org.apache.pekko:pekko-lease-kubernetes',
    title: 'pekko-lease-kubernetes',
    repository: PEKKO,
    observed: [
      { before: '1.2.0-M1-RC1', behaviour: 'reads-once', because: READ_ONCE, evidence: [PEKKO_RELOAD] },
      {
        // The change came between the tags of 1.2.0-M0 and 1.2.0-M1-RC1, which Maven orders below 1.2.0-M1.
        from: '1.2.0-M1-RC1',
        before: '2.0.0-alpha',
        behaviour: 'reloads',
        because: PEKKO_AGAIN,
        evidence: [PEKKO_RELOAD]
      },
      {
        from: '2.0.0-alpha',
        before: '2.0.0-M1-RC1',
        behaviour: 'reads-once',
        because: READ_ONCE,
        evidence: [PEKKO_RELOAD],
        releases: ['2.0.0-M0']
      },
      { from: '2.0.0-M1-RC1', behaviour: 'reloads', because: PEKKO_AGAIN, evidence: [PEKKO_RELOAD] }
    ],
    // The newest series has only milestones.
    fix: { version: '1.2.0' },
    examples: [
      { requirement: '1.1.1', verdict: 'cannot-reload' },
      { requirement: '1.2.0-M0', verdict: 'cannot-reload' },
      { requirement: '1.2.0-RC1', verdict: 'reloads' },
      { requirement: '1.2.0', verdict: 'reloads' },
      { requirement: '1.3.0-M0', verdict: 'reloads' },
      { requirement: '2.0.0-M0', verdict: 'cannot-reload' },
      { requirement: '2.0.0-M1', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '[1.2.0,1.4)' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '[1.2.0,)' }, verdict: 'unknown' }
    ]
  },
  pekko(
    'pekko-discovery-kubernetes-api',
    'discovery-kubernetes-api',
    'No release reloads the token: discover the nodes by DNS, with pekko-dns and a headless service, which needs none.'
  ),
  pekko(
    'pekko-rolling-update-kubernetes',
    'rolling-update-kubernetes',
    'No release reloads the token: leave the extension out, or restart the pods before the token ends.'
  )
]
