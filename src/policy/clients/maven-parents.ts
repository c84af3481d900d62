/**
 * Packages for the JVM without a loader that are parents of a client: each is judged by the version of the client in
 * its releases.
 */

import type { Evidence } from '../../model/verdict.ts'
import type { Client, Example, Observation, ObservedRange } from '../client.ts'
import { FABRIC8_RANGES, FABRIC8_READS_ONCE, FABRIC8_RELOADS, FABRIC8_RELOADS_LATE } from './maven-fabric8.ts'
import { OFFICIAL_RELOADS } from './maven-official.ts'

const SPRING = 'https://github.com/spring-cloud/spring-cloud-kubernetes'
const OPERATOR_SDK = 'https://github.com/operator-framework/java-operator-sdk'
const FLINK = 'https://github.com/apache/flink-kubernetes-operator'
const QUARKUS = 'https://github.com/quarkusio/quarkus'
const JENKINS = 'https://github.com/jenkinsci/kubernetes-plugin'
const JENKINS_API = 'https://github.com/jenkinsci/kubernetes-client-api-plugin'
const MICRONAUT = 'https://github.com/micronaut-projects/micronaut-kubernetes'

/** The client of fabric8, of which packages are parents. */
export const FABRIC8 = 'io.fabric8:kubernetes-client'
/** The official client, of which packages are parents. */
export const OFFICIAL = 'io.kubernetes:client-java'

/** The file with the version of the client, in the repository of the parent. */
export function pomOf(repository: string, tag: string, path = 'pom.xml'): Evidence {
  const [owner, name] = repository.split('/').slice(-2)
  return { text: `${path} of ${owner}/${name} ${tag}`, url: `${repository}/blob/${tag}/${path}`, proof: 'source' }
}

/** The observation for a release that is a parent of `version` of a client, which has the given observation. */
export function bringing(version: string, { behaviour, because, evidence }: Observation, pom: Evidence): Observation {
  return {
    behaviour,
    because: `It brings in ${version}, with which ${because.replace(/^The /, 'the ')}`,
    evidence: [pom, ...evidence]
  }
}

/** Snapshots of a release, which Maven orders between its milestones and itself: their client is that of the day. */
function snapshotsOf(release: string): ObservedRange {
  return {
    from: `${release}-SNAPSHOT`,
    before: release,
    behaviour: 'not-known',
    reason: 'moving-version',
    because: `Snapshots of ${release} may bring in the one version of the client or the other.`,
    evidence: [],
    releases: []
  }
}

/** One row for each package of a project that is released as a whole. */
function family(packages: readonly string[], row: Omit<Client, 'name' | 'title'>): readonly Client[] {
  return packages.map(name => ({ ...row, name, title: name.slice(name.indexOf(':') + 1) }))
}

/**
 * The bills of materials of such a project. They are parents of nothing, and count only if a client gets its version
 * there.
 */
function bills(
  packages: readonly string[],
  row: Omit<Client, 'name' | 'title'>,
  manages: readonly string[]
): readonly Client[] {
  return family(packages, { ...row, manages, platform: true })
}

/** Artifacts of Spring Cloud Kubernetes, with each of these endings. */
function spring(stem: string, ...endings: readonly string[]): readonly string[] {
  return endings.map(ending => `org.springframework.cloud:spring-cloud-${stem}${ending}`)
}

const STATION = /^(?:Finchley|Greenwich|Hoxton)\./
const springPom = (tag: string) => pomOf(SPRING, tag, 'spring-cloud-kubernetes-dependencies/pom.xml')
const SPRING_ONCE: ObservedRange = {
  before: '2.1.0-SNAPSHOT',
  ...bringing('fabric8 5.5.0 or older', FABRIC8_READS_ONCE, springPom('v2.1.0-RC1'))
}
const SPRING_FABRIC8: readonly ObservedRange[] = [
  SPRING_ONCE,
  snapshotsOf('2.1.0'),
  {
    from: '2.1.0',
    before: '3.0.0-SNAPSHOT',
    ...bringing('fabric8 5.9.0 to 5.12.2', FABRIC8_RELOADS_LATE, springPom('v3.0.0-RC3'))
  },
  snapshotsOf('3.0.0'),
  { from: '3.0.0', ...bringing('fabric8 6.2.0 or newer', FABRIC8_RELOADS, springPom('v3.0.0')) }
]
const SPRING_OFFICIAL: readonly ObservedRange[] = [
  {
    before: '2.0.0-M5',
    behaviour: 'not-known',
    reason: 'never-released',
    because: 'The first of these packages was released as 2.0.0-M5.',
    evidence: [],
    releases: []
  },
  {
    from: '2.0.0-M5',
    behaviour: OFFICIAL_RELOADS.behaviour,
    because: `It brings in client-java 10.0.0 or newer: ${OFFICIAL_RELOADS.because}`,
    evidence: [springPom('v2.0.0-M5'), ...OFFICIAL_RELOADS.evidence]
  }
]
const SPRING_EXAMPLES: readonly Example[] = [
  { requirement: '1.1.10.RELEASE', verdict: 'cannot-reload' },
  { requirement: '2.0.6', verdict: 'cannot-reload' },
  { requirement: '2.1.0-M1', verdict: 'cannot-reload' },
  { requirement: '2.1.0-RC1', verdict: 'cannot-reload' },
  { requirement: '2.1.0-SNAPSHOT', verdict: 'unknown' },
  { requirement: '2.1.0', verdict: 'reloads-late' },
  { requirement: '2.1.9', verdict: 'reloads-late' },
  { requirement: '3.0.0-M5', verdict: 'reloads-late' },
  { requirement: '3.0.0-SNAPSHOT', verdict: 'unknown' },
  { requirement: '3.0.0', verdict: 'reloads' },
  { requirement: '3.3.0', verdict: 'reloads' },
  { requirement: { kind: 'range', text: '[2.0,2.1)' }, verdict: 'cannot-reload' },
  { requirement: { kind: 'none' }, verdict: 'unknown' }
]
const SPRING_FIX = {
  advice:
    'Spring Cloud Kubernetes 3 needs Spring Boot 3; on Spring Boot 2 the starters with "client" instead of "fabric8" in their names reload from 2.0.0 on.'
}

const SPRING_FABRIC8_NAMES = [
  ...spring('kubernetes-', 'core', 'config', 'istio', 'leader', 'loadbalancer', 'ribbon'),
  ...spring('starter-kubernetes', '', '-all', '-config', '-loadbalancer', '-ribbon'),
  ...spring('kubernetes-fabric8-', 'autoconfig', 'config', 'discovery', 'istio', 'leader', 'loadbalancer'),
  ...spring('starter-kubernetes-fabric8', '', '-all', '-config', '-loadbalancer')
]
const SPRING_FABRIC8_ROW = {
  repository: SPRING,
  observed: SPRING_FABRIC8,
  fix: SPRING_FIX,
  examples: SPRING_EXAMPLES
} satisfies Partial<Client>

/** Spring Cloud, whose releases are named after years, and before 2020 after stations of the London Underground. */
const springTrain: Client = {
  ...SPRING_FABRIC8_ROW,
  name: 'org.springframework.cloud:spring-cloud-dependencies',
  title: 'spring-cloud-dependencies',
  repository: 'https://github.com/spring-cloud/spring-cloud-release',
  observed: [
    { ...SPRING_ONCE, before: '2021.0.0-SNAPSHOT' },
    snapshotsOf('2021.0.0'),
    {
      from: '2021.0.0',
      before: '2022.0.0-SNAPSHOT',
      ...bringing('fabric8 5.9.0 to 5.12.2', FABRIC8_RELOADS_LATE, springPom('v3.0.0-RC3'))
    },
    snapshotsOf('2022.0.0'),
    { from: '2022.0.0', ...bringing('fabric8 6.2.0 or newer', FABRIC8_RELOADS, springPom('v3.0.0')) }
  ],
  observe: requirement => ('text' in requirement && STATION.test(requirement.text) ? SPRING_ONCE : undefined),
  manages: SPRING_FABRIC8_NAMES,
  platform: true,
  examples: [
    { requirement: 'Hoxton.SR12', verdict: 'cannot-reload' },
    { requirement: '2020.0.6', verdict: 'cannot-reload' },
    { requirement: '2021.0.0-M3', verdict: 'cannot-reload' },
    { requirement: '2021.0.0-SNAPSHOT', verdict: 'unknown' },
    { requirement: '2021.0.0', verdict: 'reloads-late' },
    { requirement: '2021.0.9', verdict: 'reloads-late' },
    { requirement: '2022.0.0', verdict: 'reloads' },
    { requirement: '2025.0.0', verdict: 'reloads' }
  ]
}

const springClients: readonly Client[] = [
  ...family(SPRING_FABRIC8_NAMES, { ...SPRING_FABRIC8_ROW, brings: [FABRIC8] }),
  ...bills(spring('kubernetes-', 'dependencies'), SPRING_FABRIC8_ROW, SPRING_FABRIC8_NAMES),
  springTrain,
  ...family(spring('kubernetes-', 'discovery'), {
    repository: SPRING,
    observed: [
      SPRING_ONCE,
      {
        from: '2.1.0-SNAPSHOT',
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'From 2.1.0 on it asks the discovery server and reads no token; the server is a program of its own.',
        evidence: [springPom('v2.1.0')]
      }
    ],
    brings: [FABRIC8],
    fix: { advice: 'Look at the discovery server: from 3.0.0 on its image reloads the token.' },
    examples: [
      { requirement: '1.1.10.RELEASE', verdict: 'cannot-reload' },
      { requirement: '2.1.0', verdict: 'unknown' }
    ]
  }),
  ...family(
    [
      ...spring('kubernetes-client-', 'autoconfig', 'config', 'discovery', 'loadbalancer'),
      ...spring('starter-kubernetes-client', '', '-all', '-config', '-loadbalancer')
    ],
    {
      repository: SPRING,
      observed: SPRING_OFFICIAL,
      brings: [OFFICIAL],
      examples: [
        { requirement: '2.0.0-M4', verdict: 'unknown' },
        { requirement: '2.0.0-M5', verdict: 'reloads' },
        { requirement: '2.0.0', verdict: 'reloads' },
        { requirement: '2.0.6', verdict: 'reloads' },
        { requirement: '3.3.0', verdict: 'reloads' },
        { requirement: { kind: 'none' }, verdict: 'reloads' }
      ]
    }
  )
]

const OPERATOR_SDK_NAMES = ['io.javaoperatorsdk:operator-framework', 'io.javaoperatorsdk:operator-framework-core']
const OPERATOR_SDK_ROW = {
  repository: OPERATOR_SDK,
  observed: [
    {
      before: '1.9.7',
      ...bringing('fabric8 5.7.2 or older', FABRIC8_READS_ONCE, pomOf(OPERATOR_SDK, 'v1.9.6'))
    },
    {
      from: '1.9.7',
      before: '3.2.0',
      ...bringing('fabric8 5.8.0 to 5.12.3', FABRIC8_RELOADS_LATE, pomOf(OPERATOR_SDK, 'v2.0.0'))
    },
    {
      from: '3.2.0',
      before: '3.2.1',
      ...bringing('fabric8 6.1.1', FABRIC8_RELOADS, pomOf(OPERATOR_SDK, 'v3.2.0')),
      releases: ['3.2.0']
    },
    {
      from: '3.2.1',
      before: '3.2.3',
      ...bringing('fabric8 5.12.3', FABRIC8_RELOADS_LATE, pomOf(OPERATOR_SDK, 'v3.2.2')),
      releases: ['3.2.1', '3.2.2']
    },
    { from: '3.2.3', ...bringing('fabric8 5.12.4 or newer', FABRIC8_RELOADS, pomOf(OPERATOR_SDK, 'v3.2.3')) }
  ],
  examples: [
    { requirement: '1.8.4', verdict: 'cannot-reload' },
    { requirement: '1.9.6', verdict: 'cannot-reload' },
    { requirement: '1.9.7', verdict: 'reloads-late' },
    { requirement: '3.1.1', verdict: 'reloads-late' },
    { requirement: '3.2.0', verdict: 'reloads' },
    { requirement: '3.2.1', verdict: 'reloads-late' },
    { requirement: '3.2.2', verdict: 'reloads-late' },
    { requirement: '3.2.3', verdict: 'reloads' },
    { requirement: '4.0.0', verdict: 'reloads' },
    { requirement: '5.1.0', verdict: 'reloads' },
    { requirement: { kind: 'range', text: '[4,6)' }, verdict: 'reloads' }
  ]
} satisfies Partial<Client>
const operatorSdkClients = [
  ...family(OPERATOR_SDK_NAMES, { ...OPERATOR_SDK_ROW, brings: [FABRIC8] }),
  ...bills(['io.javaoperatorsdk:operator-framework-bom'], OPERATOR_SDK_ROW, OPERATOR_SDK_NAMES)
]

const flinkClients = family(['org.apache.flink:flink-kubernetes-operator'], {
  repository: FLINK,
  observed: [
    {
      before: '1.3.0',
      ...bringing('fabric8 5.12.1 to 5.12.3', FABRIC8_RELOADS_LATE, pomOf(FLINK, 'release-1.2.0'))
    },
    { from: '1.3.0', ...bringing('fabric8 6.2.0 or newer', FABRIC8_RELOADS, pomOf(FLINK, 'release-1.3.0')) }
  ],
  brings: [FABRIC8],
  examples: [
    { requirement: '0.1.0', verdict: 'reloads-late' },
    { requirement: '1.2.0', verdict: 'reloads-late' },
    { requirement: '1.3.0', verdict: 'reloads' },
    { requirement: '1.10.0', verdict: 'reloads' }
  ]
})

const quarkusPom = (tag: string) => pomOf(QUARKUS, tag, 'bom/application/pom.xml')
const QUARKUS_RANGES: readonly ObservedRange[] = [
  { before: '2.4.0.CR1', ...bringing('fabric8 5.7.3 or older', FABRIC8_READS_ONCE, quarkusPom('2.3.1.Final')) },
  {
    from: '2.4.0.CR1',
    before: '2.14.0.CR1',
    ...bringing('fabric8 5.8.0 to 5.12.3', FABRIC8_RELOADS_LATE, quarkusPom('2.4.0.Final'))
  },
  {
    from: '2.14.0.CR1',
    behaviour: 'reloads',
    because:
      'It brings in fabric8 6.2.0 or newer, with which the token file is read again every minute, unless quarkus.kubernetes-client.token is set.',
    evidence: [quarkusPom('2.14.0.Final'), ...FABRIC8_RELOADS.evidence]
  }
]
const QUARKUS_NAMES = ['io.quarkus:quarkus-kubernetes-client', 'io.quarkus:quarkus-openshift-client']
const QUARKUS_ROW = {
  repository: QUARKUS,
  observed: QUARKUS_RANGES,
  fix: { version: '2.14.0.Final' },
  examples: [
    { requirement: '1.13.7.Final', verdict: 'cannot-reload' },
    { requirement: '2.3.1.Final', verdict: 'cannot-reload' },
    { requirement: '2.4.0.Final', verdict: 'reloads-late' },
    { requirement: '2.13.0.Final', verdict: 'reloads-late' },
    { requirement: '2.14.0.Final', verdict: 'reloads' },
    { requirement: '2.16.0.Final', verdict: 'reloads' },
    { requirement: '3.0.0.Final', verdict: 'reloads' },
    { requirement: '3.15.1', verdict: 'reloads' },
    { requirement: { kind: 'none' }, verdict: 'unknown' }
  ]
} satisfies Partial<Client>
const QUARKUS_BROUGHT = [FABRIC8, 'io.fabric8:openshift-client']
const quarkusClients = [
  ...family(QUARKUS_NAMES, { ...QUARKUS_ROW, brings: QUARKUS_BROUGHT }),
  ...bills(['io.quarkus:quarkus-bom', 'io.quarkus.platform:quarkus-bom'], QUARKUS_ROW, [
    ...QUARKUS_NAMES,
    ...QUARKUS_BROUGHT
  ])
]

const jenkinsClients: readonly Client[] = [
  {
    name: 'org.csanchez.jenkins.plugins:kubernetes',
    title: 'Jenkins plugin kubernetes',
    repository: JENKINS,
    observed: [
      {
        before: '1.31.0',
        ...bringing('fabric8 5.4.1 or older', FABRIC8_READS_ONCE, pomOf(JENKINS, 'kubernetes-1.30.11'))
      },
      {
        from: '1.31.0',
        before: '3794.v45d9da_33d7f1',
        ...bringing('fabric8 5.10.1 to 5.12', FABRIC8_RELOADS_LATE, pomOf(JENKINS, 'kubernetes-1.31.0'))
      },
      {
        from: '3794.v45d9da_33d7f1',
        ...bringing('fabric8 6.3.1 or newer', FABRIC8_RELOADS, pomOf(JENKINS, '3794.v45d9da_33d7f1'))
      }
    ],
    brings: ['org.jenkins-ci.plugins:kubernetes-client-api', FABRIC8],
    examples: [
      { requirement: '1.18.2', verdict: 'cannot-reload' },
      { requirement: '1.30.11', verdict: 'cannot-reload' },
      { requirement: '1.31.0', verdict: 'reloads-late' },
      { requirement: '1.31.3', verdict: 'reloads-late' },
      { requirement: '3670.v6ca_059233222', verdict: 'reloads-late' },
      { requirement: '3794.v45d9da_33d7f1', verdict: 'reloads' },
      { requirement: '4029.v5712230ccb_f8', verdict: 'reloads' }
    ]
  },
  {
    // Its version begins with that of fabric8.
    name: 'org.jenkins-ci.plugins:kubernetes-client-api',
    title: 'Jenkins plugin kubernetes-client-api',
    repository: JENKINS_API,
    observed: FABRIC8_RANGES,
    brings: [FABRIC8],
    examples: [
      { requirement: '4.13.3-1', verdict: 'cannot-reload' },
      { requirement: '5.4.1', verdict: 'cannot-reload' },
      { requirement: '5.10.1-171.vaa0774fb8c20', verdict: 'reloads-late' },
      { requirement: '5.12.2-193.v26a_6078f65a_9', verdict: 'reloads-late' },
      { requirement: '6.3.1-206.v76d3b_6b_14db_b', verdict: 'reloads' },
      { requirement: '6.10.0-240.v57880ce8b_0b_2', verdict: 'reloads' }
    ]
  }
]

const MICRONAUT_OWN: Evidence = {
  text: 'KubernetesClientFilter of Micronaut Kubernetes 2.3.4',
  url: `${MICRONAUT}/tree/v2.3.4`,
  proof: 'source'
}
const micronautClients = family(
  ['client', 'client-reactor', 'client-rxjava2', 'client-rxjava3', 'discovery-client', 'informer', 'operator'].map(
    name => `io.micronaut.kubernetes:micronaut-kubernetes-${name}`
  ),
  {
    repository: MICRONAUT,
    observed: [
      {
        before: '3.0.0-SNAPSHOT',
        behaviour: 'reads-once',
        because: 'Its own client reads the token file once.',
        evidence: [MICRONAUT_OWN]
      },
      snapshotsOf('3.0.0'),
      {
        from: '3.0.0',
        behaviour: OFFICIAL_RELOADS.behaviour,
        because: `It brings in client-java 13.0.0 or newer: ${OFFICIAL_RELOADS.because}`,
        evidence: [pomOf(MICRONAUT, 'v3.0.0', 'gradle.properties'), ...OFFICIAL_RELOADS.evidence]
      }
    ],
    brings: [OFFICIAL],
    examples: [
      { requirement: '1.2.2', verdict: 'cannot-reload' },
      { requirement: '2.3.4', verdict: 'cannot-reload' },
      { requirement: '3.0.0-M1', verdict: 'cannot-reload' },
      { requirement: '3.0.0-SNAPSHOT', verdict: 'unknown' },
      { requirement: '3.0.0', verdict: 'reloads' },
      { requirement: '7.0.0', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '2.+' }, verdict: 'cannot-reload' }
    ]
  }
)

/** The rows of the parents of clients. */
export const jvmParents: readonly Client[] = [
  ...springClients,
  ...operatorSdkClients,
  ...flinkClients,
  ...quarkusClients,
  ...jenkinsClients,
  ...micronautClients
]
