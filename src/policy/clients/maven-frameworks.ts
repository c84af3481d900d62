/** The frameworks for the JVM that read the token themselves, and clients that get it from the program. */

import type { Evidence } from '../../model/verdict.ts'
import { READ_EVERY_MINUTE, READ_FOR_EVERY_REQUEST, READ_IT_YOURSELF, READ_ONCE } from '../claims.ts'
import type { Client } from '../client.ts'

const HAZELCAST = 'https://github.com/hazelcast/hazelcast'
const HAZELCAST_PLUGIN = 'https://github.com/hazelcast/hazelcast-kubernetes'
const JGROUPS = 'https://github.com/jgroups-extras/jgroups-kubernetes'
const WILDFLY = 'https://github.com/wildfly/wildfly'
const VERTX = 'https://github.com/vert-x3/vertx-service-discovery'
const IGNITE = 'https://github.com/apache/ignite'
const SPARK = 'https://github.com/apache/spark'
const KYUUBI = 'https://github.com/apache/kyuubi'
const NUBANK = 'https://github.com/nubank/k8s-api'

const HAZELCAST_RELOAD: Evidence = {
  text: 'hazelcast/hazelcast#21544',
  url: `${HAZELCAST}/pull/21544`,
  proof: 'source'
}
const HAZELCAST_BACKPORT: Evidence = {
  text: 'hazelcast/hazelcast#22394',
  url: `${HAZELCAST}/pull/22394`,
  proof: 'source'
}
const HAZELCAST_BETA: Evidence = {
  text: 'FileReaderTokenProvider in the jar of Hazelcast 5.2-BETA-1',
  url: `${HAZELCAST}/tree/v5.2-BETA-1`,
  proof: 'source'
}
const HAZELCAST_NO_BACKPORT: Evidence = {
  text: 'hazelcast/hazelcast-kubernetes#415',
  url: `${HAZELCAST_PLUGIN}/issues/415`,
  proof: 'source'
}
const JGROUPS_RELOAD: Evidence = {
  text: 'jgroups-extras/jgroups-kubernetes#280',
  url: `${JGROUPS}/commit/dbdd7d9`,
  proof: 'source'
}
const JGROUPS_BACKPORT: Evidence = {
  text: 'jgroups-extras/jgroups-kubernetes#316',
  url: `${JGROUPS}/pull/316`,
  proof: 'source'
}
/** No dependency file shows whether a server forms its cluster with KUBE_PING. */
const WILDFLY_BUNDLES: Evidence = {
  text: 'version of jgroups-kubernetes in the pom of WildFly 40.0.0.Final',
  url: `${WILDFLY}/blob/40.0.0.Final/pom.xml`,
  proof: 'unsure'
}
const VERTX_IMPORTER: Evidence = {
  text: 'KubernetesServiceImporter of vertx-service-discovery',
  url: `${VERTX}/tree/bfa5f2ceb2dc/vertx-service-discovery-bridge-kubernetes`,
  proof: 'source'
}
const IGNITE_RESOLVER: Evidence = {
  text: 'KubernetesServiceAddressResolver of Apache Ignite',
  url: `${IGNITE}/blob/3f14ff107f3b/modules/kubernetes/src/main/java/org/apache/ignite/internal/kubernetes/connection/KubernetesServiceAddressResolver.java`,
  proof: 'source'
}
const SPARK_RELOAD: Evidence = { text: 'apache/spark#42624', url: `${SPARK}/pull/42624`, proof: 'source' }
const KYUUBI_RELOAD: Evidence = { text: 'apache/kyuubi#6883', url: `${KYUUBI}/pull/6883`, proof: 'documented' }
const NUBANK_AUTH: Evidence = {
  text: 'kubernetes-api.interceptors.auth of k8s-api',
  url: `${NUBANK}/blob/1.0.0/src/kubernetes_api/interceptors/auth.clj`,
  proof: 'source'
}

const SPARK_ONCE = 'The token file is read once, when the driver or spark-submit makes its client.'
const SPARK_LEFT =
  'The token of the service account is left to fabric8, which reads it again every minute; a file set as oauthTokenFile is read once.'
const KYUUBI_ONCE = 'The token file, the one of the service account or of oauthTokenFile, is read once.'
const KYUUBI_AGAIN = 'The token file is asked for its token again and again, by a token provider.'

const WILDFLY_OBSERVED: Client['observed'] = [
  {
    before: '40.0.0.Beta1',
    behaviour: 'reads-once',
    because:
      'It brings in jgroups-kubernetes 2.0.2.Final or older, which reads the token once, if KUBE_PING forms the cluster.',
    evidence: [WILDFLY_BUNDLES]
  },
  {
    from: '40.0.0.Beta1',
    behaviour: 'reloads',
    because: 'It brings in jgroups-kubernetes 3.0.0.Final, which reads the token again every minute.',
    evidence: [WILDFLY_BUNDLES]
  }
]

/** A package of WildFly that is a parent of the discovery by the Kubernetes API. */
function wildfly(artifact: string): Client {
  return {
    name: `org.wildfly:${artifact}`,
    title: `WildFly, ${artifact}`,
    repository: WILDFLY,
    observed: WILDFLY_OBSERVED,
    brings: ['org.jgroups.kubernetes:jgroups-kubernetes'],
    fix: {
      advice:
        'Only a cluster that KUBE_PING forms is concerned; before 40.0.0.Beta1, DNS_PING with a headless service needs no token.'
    },
    examples: [
      { requirement: '26.1.3.Final', verdict: 'cannot-reload' },
      { requirement: '39.0.1.Final', verdict: 'cannot-reload' },
      { requirement: '40.0.0.Beta1', verdict: 'reloads' },
      { requirement: '40.0.0.Final', verdict: 'reloads' }
    ]
  }
}

/** The rows of the frameworks with a reader of their own. */
export const frameworkClients: readonly Client[] = [
  {
    name: 'com.hazelcast:hazelcast',
    title: 'Hazelcast',
    repository: HAZELCAST,
    observed: [
      {
        before: '5.0-alpha',
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'Before 5.0 discovery in Kubernetes is in hazelcast-kubernetes, of which no release reloads.',
        evidence: [HAZELCAST_NO_BACKPORT]
      },
      {
        from: '5.0-alpha',
        before: '5.1.4',
        behaviour: 'reads-once',
        because: 'Discovery in Kubernetes reads the token file once, when the member starts.',
        evidence: [HAZELCAST_BACKPORT]
      },
      {
        from: '5.1.4',
        before: '5.2-alpha',
        behaviour: 'reloads',
        because: READ_FOR_EVERY_REQUEST,
        evidence: [HAZELCAST_BACKPORT]
      },
      {
        from: '5.2-alpha',
        before: '5.2-SNAPSHOT',
        behaviour: 'reloads',
        because: READ_FOR_EVERY_REQUEST,
        evidence: [HAZELCAST_BETA, HAZELCAST_RELOAD],
        releases: ['5.2-BETA-1']
      },
      {
        from: '5.2-SNAPSHOT',
        before: '5.2.0',
        behaviour: 'not-known',
        reason: 'moving-version',
        because: 'Snapshots of 5.2.0 were built before and after the change that makes it reload.',
        evidence: [],
        releases: []
      },
      { from: '5.2.0', behaviour: 'reloads', because: READ_FOR_EVERY_REQUEST, evidence: [HAZELCAST_RELOAD] }
    ],
    partOf: ['com.hazelcast:hazelcast-kubernetes'],
    examined: '5.7.0',
    fix: {
      advice:
        'Only members that discover each other by the Kubernetes API are concerned: discovery by DNS needs no token.'
    },
    examples: [
      { requirement: '3.12.13', verdict: 'unknown' },
      { requirement: '4.2.8', verdict: 'unknown' },
      { requirement: '5.0', verdict: 'cannot-reload' },
      { requirement: '5.1', verdict: 'cannot-reload' },
      { requirement: '5.1.3', verdict: 'cannot-reload' },
      { requirement: '5.1.4', verdict: 'reloads' },
      { requirement: '5.2-BETA-1', verdict: 'reloads' },
      { requirement: '5.2-SNAPSHOT', verdict: 'unknown' },
      { requirement: '5.2.0', verdict: 'reloads' },
      { requirement: '5.5.0', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '[5.1.4,6)' }, verdict: 'reloads' }
    ]
  },
  {
    name: 'com.hazelcast:hazelcast-kubernetes',
    title: 'Hazelcast, Kubernetes plugin',
    repository: HAZELCAST_PLUGIN,
    observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [HAZELCAST_NO_BACKPORT] }],
    fix: {
      advice:
        'No release reloads the token: move to com.hazelcast:hazelcast 5.1.4 or newer, which has the plugin built in.'
    },
    examples: [
      { requirement: '1.5.6', verdict: 'cannot-reload' },
      { requirement: '2.2.3', verdict: 'cannot-reload' },
      { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
  },
  {
    name: 'org.jgroups.kubernetes:jgroups-kubernetes',
    title: 'JGroups KUBE_PING',
    repository: JGROUPS,
    observed: [
      { before: '2.0.3.Final', behaviour: 'reads-once', because: READ_ONCE, evidence: [JGROUPS_BACKPORT] },
      {
        from: '2.0.3.Final',
        before: '3.0.0-alpha',
        behaviour: 'reloads',
        because: READ_EVERY_MINUTE,
        evidence: [JGROUPS_BACKPORT]
      },
      {
        from: '3.0.0-alpha',
        before: '3.0.0.Final',
        behaviour: 'not-known',
        reason: 'moving-version',
        because: 'Pre-releases of 3.0.0 were built before and after the change that makes it reload.',
        evidence: [],
        releases: []
      },
      { from: '3.0.0.Final', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [JGROUPS_RELOAD] }
    ],
    fix: { advice: 'DNS_PING with a headless service needs no token.' },
    examples: [
      { requirement: '1.0.17.Final', verdict: 'cannot-reload' },
      { requirement: '2.0.2.Final', verdict: 'cannot-reload' },
      { requirement: '2.0.3.Final', verdict: 'reloads' },
      { requirement: '3.0.0.CR1', verdict: 'unknown' },
      { requirement: '3.0.0.Final', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '[1.0,2.0)' }, verdict: 'cannot-reload' }
    ]
  },
  wildfly('wildfly-galleon-pack'),
  wildfly('wildfly-ee-galleon-pack'),
  {
    name: 'io.vertx:vertx-service-discovery-bridge-kubernetes',
    title: 'Vert.x service discovery, Kubernetes bridge',
    repository: VERTX,
    observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [VERTX_IMPORTER] }],
    examined: '5.0.7',
    fix: {
      advice:
        'No release up to 5.0.7 reloads the token: discover services by DNS, or register the importer anew within the hour.'
    },
    examples: [
      { requirement: '3.9.16', verdict: 'cannot-reload' },
      { requirement: '5.0.1', verdict: 'cannot-reload' },
      { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
  },
  {
    name: 'org.apache.ignite:ignite-kubernetes',
    title: 'Apache Ignite, Kubernetes',
    repository: IGNITE,
    observed: [{ behaviour: 'reloads', because: READ_FOR_EVERY_REQUEST, evidence: [IGNITE_RESOLVER] }],
    examples: [
      { requirement: '2.0.0', verdict: 'reloads' },
      { requirement: '2.16.0', verdict: 'reloads' },
      { requirement: { kind: 'none' }, verdict: 'reloads' }
    ]
  },
  {
    name: 'org.apache.spark:spark-kubernetes',
    title: 'Apache Spark on Kubernetes',
    repository: SPARK,
    observed: [
      { before: '3.3.4', behaviour: 'reads-once', because: SPARK_ONCE, evidence: [SPARK_RELOAD] },
      {
        from: '3.3.4',
        before: '3.4-alpha',
        behaviour: 'reloads-late',
        because:
          'The token of the service account is left to fabric8 5.12.2, which reads it again only after a 401; a file set as oauthTokenFile is read once.',
        evidence: [SPARK_RELOAD]
      },
      { from: '3.4-alpha', before: '3.4.2', behaviour: 'reads-once', because: SPARK_ONCE, evidence: [SPARK_RELOAD] },
      { from: '3.4.2', before: '3.5-alpha', behaviour: 'reloads', because: SPARK_LEFT, evidence: [SPARK_RELOAD] },
      {
        from: '3.5-alpha',
        before: '3.5.0',
        behaviour: 'not-known',
        reason: 'moving-version',
        because: 'Candidates and snapshots of 3.5.0 were built before and after the change that makes it reload.',
        evidence: [],
        releases: []
      },
      { from: '3.5.0', behaviour: 'reloads', because: SPARK_LEFT, evidence: [SPARK_RELOAD] }
    ],
    examples: [
      { requirement: '2.4.8', verdict: 'cannot-reload' },
      { requirement: '3.3.3', verdict: 'cannot-reload' },
      { requirement: '3.3.4', verdict: 'reloads-late' },
      { requirement: '3.4.0', verdict: 'cannot-reload' },
      { requirement: '3.4.1', verdict: 'cannot-reload' },
      { requirement: '3.4.2', verdict: 'reloads' },
      { requirement: '3.5.0', verdict: 'reloads' },
      { requirement: '4.0.0', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '[3.4.2,4)' }, verdict: 'reloads' }
    ]
  },
  {
    name: 'org.apache.kyuubi:kyuubi-server',
    title: 'Apache Kyuubi',
    repository: KYUUBI,
    observed: [
      { before: '1.9.4', behaviour: 'reads-once', because: KYUUBI_ONCE, evidence: [KYUUBI_RELOAD] },
      { from: '1.9.4', before: '1.10-alpha', behaviour: 'reloads', because: KYUUBI_AGAIN, evidence: [KYUUBI_RELOAD] },
      {
        from: '1.10-alpha',
        before: '1.10.2',
        behaviour: 'reads-once',
        because: KYUUBI_ONCE,
        evidence: [KYUUBI_RELOAD]
      },
      { from: '1.10.2', behaviour: 'reloads', because: KYUUBI_AGAIN, evidence: [KYUUBI_RELOAD] }
    ],
    examples: [
      { requirement: '1.8.3', verdict: 'cannot-reload' },
      { requirement: '1.9.3', verdict: 'cannot-reload' },
      { requirement: '1.9.4', verdict: 'reloads' },
      { requirement: '1.10.1', verdict: 'cannot-reload' },
      { requirement: '1.10.2', verdict: 'reloads' }
    ]
  },
  {
    name: 'nubank:k8s-api',
    title: 'kubernetes-api of Nubank',
    repository: NUBANK,
    observed: [
      {
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'It reads no token file: the program hands the token over, as :token or by the function :token-fn.',
        evidence: [NUBANK_AUTH]
      }
    ],
    fix: { advice: `A :token stays as it is. ${READ_IT_YOURSELF}` },
    examples: [
      { requirement: '0.1.2', verdict: 'unknown' },
      { requirement: '1.0.0', verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  }
]
