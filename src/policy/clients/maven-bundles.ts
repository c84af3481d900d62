/**
 * Packages for the JVM that name a version of their client in each release. The ranges follow from evidence/sources.json, which
 * evidence/sources.mjs reads from the POMs of all releases. Without a row: org.infinispan:infinispan-server-runtime, which has no
 * client among its dependencies.
 */

import { READ_AT_START, READ_FOR_EVERY_REQUEST, READ_ONCE } from '../claims.ts'
import type { Client, Example, Observation, ObservedRange } from '../client.ts'
import { FABRIC8_READS_ONCE, FABRIC8_RELOADS, FABRIC8_RELOADS_LATE } from './maven-fabric8.ts'
import { OFFICIAL_READS_ONCE, OFFICIAL_RELOADS } from './maven-official.ts'
import { bringing, FABRIC8, OFFICIAL, pomOf } from './maven-parents.ts'

/**
 * A stretch of releases: its first one, the versions of the client, what they do, and a tag whose POM has one of them, in the repository
 * of the row or in another one.
 */
type Stretch = readonly [
  from: string | undefined,
  versions: string,
  observation: Observation,
  tag: string,
  pom?: string,
  repository?: string
]

/** One row with a stretch of releases after another. */
function pinned(
  row: Pick<Client, 'name' | 'title' | 'repository' | 'fix' | 'brings' | 'examined'>,
  stretches: readonly Stretch[],
  examples: readonly Example[]
): Client {
  const observed = stretches.map(
    ([from, versions, observation, tag, pom, repository = row.repository], at): ObservedRange => {
      const before = stretches[at + 1]?.[0]
      return {
        ...(from === undefined ? {} : { from }),
        ...(before === undefined ? {} : { before }),
        ...bringing(versions, observation, pomOf(repository, tag, pom))
      }
    }
  )
  return { ...row, observed, examples }
}

const CAMEL = 'https://github.com/apache/camel'
const FLINK = 'https://github.com/apache/flink'
const PULSAR = 'https://github.com/apache/pulsar'
const DEPLOYER = 'https://github.com/spring-cloud/spring-cloud-deployer-kubernetes'
/** The repository of all deployers, from 2.9 on. */
const DEPLOYERS = 'https://github.com/spring-cloud/spring-cloud-deployer'
const STORK = 'https://github.com/smallrye/smallrye-stork'
const DUBBO = 'https://github.com/apache/dubbo'
const SKYWALKING = 'https://github.com/apache/skywalking'
const LOG4J = 'https://github.com/apache/logging-log4j2'
const FABRIC8_CLIENT = 'https://github.com/fabric8io/kubernetes-client'
const ELASTICSEARCH = 'https://github.com/fabric8io/elasticsearch-cloud-kubernetes'
const INFINISPAN = 'https://github.com/infinispan/infinispan'
const SPRING_VAULT = 'https://github.com/spring-projects/spring-vault'
const SPRING_VAULT_FOLDER = 'spring-vault-core/src/main/java/org/springframework/vault/authentication'
const YAKC = 'https://github.com/manusa/yakc'
const YAKC_LOADER = 'kubernetes-client/src/main/java/com/marcnuri/yakc/config/ConfigurationResolver.java'

const KUBE_PING = 'org.jgroups.kubernetes:jgroups-kubernetes'
/** The notice of a package that copies its client under another name, which no dependency file shows. */
const SHADED = { advice: 'The client is part of the jar: a version of fabric8 beside it changes nothing.' }

/** The rows of packages whose releases each name a version of the client. */
export const bundledClients: readonly Client[] = [
  pinned(
    {
      name: 'org.apache.camel:camel-kubernetes',
      title: 'Apache Camel, Kubernetes',
      repository: CAMEL,
      brings: [FABRIC8]
    },
    [
      [undefined, 'fabric8 5.4.1 or older', FABRIC8_READS_ONCE, 'camel-3.11.0', 'parent/pom.xml'],
      ['3.12.0', 'fabric8 5.8.0 to 5.12.3', FABRIC8_RELOADS_LATE, 'camel-3.18.6', 'parent/pom.xml'],
      ['3.19.0', 'fabric8 6.1.1 or newer', FABRIC8_RELOADS, 'camel-3.19.0', 'parent/pom.xml']
    ],
    [
      { requirement: '3.11.5', verdict: 'cannot-reload' },
      { requirement: '3.12.0', verdict: 'reloads-late' },
      { requirement: '3.18.8', verdict: 'reloads-late' },
      { requirement: '3.19.0', verdict: 'reloads' },
      { requirement: '4.18.0', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '[3.0,3.12)' }, verdict: 'cannot-reload' }
    ]
  ),
  pinned(
    { name: 'org.apache.flink:flink-kubernetes', title: 'Apache Flink on Kubernetes', repository: FLINK, fix: SHADED },
    [
      [undefined, 'fabric8 5.5.0 or older', FABRIC8_READS_ONCE, 'release-1.15.4', 'flink-kubernetes/pom.xml'],
      ['1.16.0', 'fabric8 5.12.3', FABRIC8_RELOADS_LATE, 'release-1.16.3', 'flink-kubernetes/pom.xml'],
      ['1.17.0', 'fabric8 5.12.4 or newer', FABRIC8_RELOADS, 'release-1.17.0', 'flink-kubernetes/pom.xml']
    ],
    [
      { requirement: '1.14.6', verdict: 'cannot-reload' },
      { requirement: '1.15.4', verdict: 'cannot-reload' },
      { requirement: '1.16.0', verdict: 'reloads-late' },
      { requirement: '1.17.0', verdict: 'reloads' },
      { requirement: '2.3.0', verdict: 'reloads' }
    ]
  ),
  pinned(
    {
      name: 'org.apache.pulsar:pulsar-functions-runtime',
      title: 'Apache Pulsar, runtime of functions',
      repository: PULSAR,
      brings: [OFFICIAL]
    },
    [
      [undefined, 'client-java 2.0.0 or older', OFFICIAL_READS_ONCE, 'v2.6.1', 'pulsar-functions/runtime/pom.xml'],
      ['2.7.0', 'client-java 9.0.2 or newer', OFFICIAL_RELOADS, 'v2.7.0']
    ],
    [
      { requirement: '2.6.1', verdict: 'cannot-reload' },
      { requirement: '2.7.0', verdict: 'reloads' },
      { requirement: '4.0.8', verdict: 'reloads' }
    ]
  ),
  pinned(
    {
      name: 'org.springframework.cloud:spring-cloud-deployer-kubernetes',
      title: 'Spring Cloud Deployer for Kubernetes',
      repository: DEPLOYER,
      examined: '2.9.5',
      brings: [FABRIC8]
    },
    [
      [undefined, 'fabric8 4.13.3 or older', FABRIC8_READS_ONCE, 'v2.5.2'],
      ['2.8.0-RC1', 'fabric8 5.12.2', FABRIC8_RELOADS_LATE, 'v2.8.3'],
      ['2.9.5', 'fabric8 5.12.4', FABRIC8_RELOADS, 'v2.9.5', 'spring-cloud-deployer-kubernetes/pom.xml', DEPLOYERS]
    ],
    [
      { requirement: '1.3.10.RELEASE', verdict: 'cannot-reload' },
      { requirement: '2.7.4', verdict: 'cannot-reload' },
      { requirement: '2.8.0', verdict: 'reloads-late' },
      { requirement: '2.9.5', verdict: 'reloads' }
    ]
  ),
  pinned(
    {
      name: 'io.smallrye.stork:stork-service-discovery-kubernetes',
      title: 'SmallRye Stork, discovery in Kubernetes',
      repository: STORK,
      brings: [FABRIC8]
    },
    [
      [undefined, 'fabric8 5.7.3 or older', FABRIC8_READS_ONCE, '1.0.0.Alpha6'],
      ['1.0.0.Alpha7', 'fabric8 5.8.0 to 6.0.0', FABRIC8_RELOADS_LATE, '1.2.0'],
      ['1.3.0', 'fabric8 6.1.1 or newer', FABRIC8_RELOADS, '1.3.0']
    ],
    [
      { requirement: '1.0.0.Alpha6', verdict: 'cannot-reload' },
      { requirement: '1.0.0', verdict: 'reloads-late' },
      { requirement: '1.2.0', verdict: 'reloads-late' },
      { requirement: '1.3.0', verdict: 'reloads' },
      { requirement: '3.0.1', verdict: 'reloads' }
    ]
  ),
  pinned(
    {
      name: 'org.apache.dubbo:dubbo-registry-kubernetes',
      title: 'Apache Dubbo, registry in Kubernetes',
      repository: DUBBO,
      brings: [FABRIC8],
      fix: { advice: 'No release reloads the token, and none was made since 3.0.5: take another registry.' }
    },
    [[undefined, 'fabric8 5.3.0', FABRIC8_READS_ONCE, 'dubbo-3.0.5', 'dubbo-dependencies-bom/pom.xml']],
    [
      { requirement: '3.0.0', verdict: 'cannot-reload' },
      { requirement: '3.0.5', verdict: 'cannot-reload' },
      { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
  ),
  pinned(
    {
      name: 'org.apache.skywalking:cluster-kubernetes-plugin',
      title: 'Apache SkyWalking, cluster in Kubernetes',
      repository: SKYWALKING,
      examined: '10.2.0',
      brings: [OFFICIAL, FABRIC8]
    },
    [
      [undefined, 'client-java 8.0.0 or older', OFFICIAL_READS_ONCE, 'v8.4.0', 'oap-server/pom.xml'],
      ['8.5.0', 'client-java 10.0.0 or newer', OFFICIAL_RELOADS, 'v8.5.0', 'oap-server/pom.xml'],
      ['9.5.0', 'fabric8 6.7.1', FABRIC8_RELOADS, 'v9.5.0', 'oap-server-bom/pom.xml']
    ],
    [
      { requirement: '8.4.0', verdict: 'cannot-reload' },
      { requirement: '8.5.0', verdict: 'reloads' },
      { requirement: '9.4.0', verdict: 'reloads' },
      { requirement: '10.1.0', verdict: 'reloads' }
    ]
  ),
  pinned(
    {
      name: 'org.apache.logging.log4j:log4j-kubernetes',
      title: 'Log4j, lookup in Kubernetes',
      repository: LOG4J,
      brings: [FABRIC8]
    },
    [
      [undefined, 'fabric8 4.6.1', FABRIC8_READS_ONCE, 'rel/2.17.1'],
      ['2.17.2', 'fabric8 5.12.1 or 5.12.2', FABRIC8_RELOADS_LATE, 'rel/2.20.0'],
      ['2.21.0', 'fabric8 5.12.4', FABRIC8_RELOADS, 'rel/2.23.1', 'log4j-parent/pom.xml'],
      ['3.0.0-alpha1', 'fabric8 5.12.2', FABRIC8_RELOADS_LATE, 'rel/3.0.0-alpha1'],
      ['3.0.0-beta1', 'fabric8 5.12.4', FABRIC8_RELOADS, 'rel/3.0.0-beta1', 'log4j-parent/pom.xml']
    ],
    [
      { requirement: '2.17.1', verdict: 'cannot-reload' },
      { requirement: '2.20.0', verdict: 'reloads-late' },
      { requirement: '2.21.0', verdict: 'reloads' },
      { requirement: '3.0.0-alpha1', verdict: 'reloads-late' },
      { requirement: '3.0.0-beta2', verdict: 'reloads' }
    ]
  ),
  pinned(
    {
      name: 'io.fabric8:kubernetes-log4j',
      title: 'fabric8, lookup of Log4j',
      repository: FABRIC8_CLIENT,
      brings: [FABRIC8]
    },
    [[undefined, 'fabric8 of its own version', FABRIC8_RELOADS, 'v6.11.0', 'log4j/pom.xml']],
    [
      { requirement: '6.11.0', verdict: 'reloads' },
      { requirement: '7.5.2', verdict: 'reloads' }
    ]
  ),
  pinned(
    {
      name: 'io.fabric8:elasticsearch-cloud-kubernetes',
      title: 'Elasticsearch, discovery in Kubernetes',
      repository: ELASTICSEARCH,
      brings: [FABRIC8],
      fix: {
        advice: 'No release reloads the token: discover the nodes by DNS, with a headless service, which needs none.'
      }
    },
    [[undefined, 'fabric8 3.0.3 or older', FABRIC8_READS_ONCE, 'elasticsearch-cloud-kubernetes-6.2.3']],
    [
      { requirement: '2.4.5', verdict: 'cannot-reload' },
      { requirement: '6.2.3.2', verdict: 'cannot-reload' },
      { requirement: { kind: 'none' }, verdict: 'cannot-reload' }
    ]
  ),
  {
    name: 'org.infinispan:infinispan-cloud',
    title: 'Infinispan, settings for clouds',
    repository: INFINISPAN,
    observed: [
      {
        before: '10.0.0.CR1',
        behaviour: 'reads-once',
        because: 'It brings in jgroups-kubernetes 1.0.13.Final or older, which reads the token once.',
        evidence: [pomOf(INFINISPAN, '9.4.26.Final', 'cloud/pom.xml')]
      },
      {
        from: '10.0.0.CR1',
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'It no longer brings in jgroups-kubernetes, whose version decides where it is added beside it.',
        evidence: [pomOf(INFINISPAN, '10.0.1.Final', 'pom.xml')]
      }
    ],
    brings: [KUBE_PING],
    examined: '10.0.1.Final',
    fix: { advice: 'DNS_PING with a headless service needs no token; or add jgroups-kubernetes 2.0.3.Final or newer.' },
    examples: [
      { requirement: '9.2.0.Final', verdict: 'cannot-reload' },
      { requirement: '9.4.26.Final', verdict: 'cannot-reload' },
      { requirement: '14.0.0.Final', verdict: 'unknown' }
    ]
  },
  {
    name: 'org.springframework.vault:spring-vault-core',
    title: 'Spring Vault',
    repository: SPRING_VAULT,
    observed: [
      {
        before: '2.0.0.RC1',
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'It has no login with a service account yet, and reads no token.',
        evidence: [pomOf(SPRING_VAULT, '2.0.0.RC1', `${SPRING_VAULT_FOLDER}/KubernetesServiceAccountTokenFile.java`)]
      },
      {
        from: '2.0.0.RC1',
        before: '2.2.0.M1',
        behaviour: 'reads-once',
        because: READ_AT_START,
        evidence: [
          pomOf(SPRING_VAULT, '2.1.5.RELEASE', `${SPRING_VAULT_FOLDER}/KubernetesServiceAccountTokenFile.java`)
        ]
      },
      {
        from: '2.2.0.M1',
        behaviour: 'reloads',
        because: 'The token file is read again for every login to Vault.',
        evidence: [pomOf(SPRING_VAULT, '2.2.0.RELEASE', `${SPRING_VAULT_FOLDER}/ResourceCredentialSupplier.java`)]
      }
    ],
    fix: { advice: 'Only programs that log in to Vault by Kubernetes are concerned.' },
    examples: [
      { requirement: '1.1.3.RELEASE', verdict: 'unknown' },
      { requirement: '2.0.0.RELEASE', verdict: 'cannot-reload' },
      { requirement: '2.1.5.RELEASE', verdict: 'cannot-reload' },
      { requirement: '2.2.0.RELEASE', verdict: 'reloads' },
      { requirement: '4.1.0', verdict: 'reloads' }
    ]
  },
  {
    name: 'com.marcnuri.yakc:kubernetes-client',
    title: 'YAKC',
    repository: YAKC,
    observed: [
      {
        before: '0.0.19',
        behaviour: 'reads-once',
        because: READ_ONCE,
        evidence: [pomOf(YAKC, 'v0.0.18', YAKC_LOADER)]
      },
      {
        from: '0.0.19',
        behaviour: 'reloads',
        because: READ_FOR_EVERY_REQUEST,
        evidence: [pomOf(YAKC, 'v0.0.19', YAKC_LOADER)]
      }
    ],
    examples: [
      { requirement: '0.0.18', verdict: 'cannot-reload' },
      { requirement: '0.0.19', verdict: 'reloads' },
      { requirement: '0.0.28', verdict: 'reloads' }
    ]
  }
]
