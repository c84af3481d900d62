/** What is known of the clients for the JVM. */

import type { Evidence } from '../../model.ts'
import { READ_AFTER_401, READ_EVERY_MINUTE } from '../claims.ts'
import type { Client, Example, Minimum, ObservedRange } from '../client.ts'
import { CCE, EKS, KEP } from '../documents.ts'

const RELOAD: Evidence = {
  text: 'kubernetes-client/java#967',
  url: 'https://github.com/kubernetes-client/java/pull/967',
  proof: 'source'
}
const RETRY: Evidence = {
  text: 'fabric8io/kubernetes-client#3445',
  url: 'https://github.com/fabric8io/kubernetes-client/commit/5b7b0e7b10',
  proof: 'source'
}
const EVERY_MINUTE: Evidence = {
  text: 'fabric8io/kubernetes-client, commit bb847f8fa0',
  url: 'https://github.com/fabric8io/kubernetes-client/commit/bb847f8fa0',
  proof: 'source'
}
const BACKPORT: Evidence = {
  text: 'fabric8io/kubernetes-client, commit 029b085ff5',
  url: 'https://github.com/fabric8io/kubernetes-client/commit/029b085ff5',
  proof: 'source'
}

const OFFICIAL = 'https://github.com/kubernetes-client/java'
const FABRIC8 = 'https://github.com/fabric8io/kubernetes-client'
const MINIMUM: Minimum = { version: '9.0.0', text: 'v9.0.0', evidence: [KEP, EKS, CCE] }

const OFFICIAL_RANGES: readonly ObservedRange[] = [
  {
    before: '9.0.0-alpha',
    behaviour: 'reads-once',
    because: 'The token file is read once, when the client is made.',
    evidence: [RELOAD]
  },
  {
    from: '9.0.0-alpha',
    before: '9.0.0-SNAPSHOT',
    behaviour: 'not-known',
    reason: 'never-released',
    because: 'No pre-release of 9.0.0 was ever released.',
    evidence: [],
    releases: []
  },
  {
    from: '9.0.0-SNAPSHOT',
    before: '9.0.0',
    behaviour: 'not-known',
    reason: 'moving-version',
    because: 'Snapshots of 9.0.0 were built before and after the change that makes the client reload.',
    evidence: [],
    releases: []
  },
  {
    from: '9.0.0',
    behaviour: 'reloads',
    because: 'ClientBuilder.cluster() reads the token file again every minute; ClientBuilder.oldCluster() never does.',
    evidence: [RELOAD]
  }
]

const OFFICIAL_EXAMPLES: readonly Example[] = [
  { requirement: '8.0.2', verdict: 'cannot-reload' },
  { requirement: '9.0.0-SNAPSHOT', verdict: 'unknown' },
  { requirement: '9.0.0', verdict: 'reloads' },
  { requirement: '27.0.0', verdict: 'reloads' }
]

// 5.12.4 got the change by a backport; 6.0.0 was released before the change was made.
const FABRIC8_RANGES: readonly ObservedRange[] = [
  {
    before: '5.8.0',
    behaviour: 'reads-once',
    because: 'The token file is read once; what 4.12 to 5.7.4 do after a 401 works with a kubeconfig file only.',
    evidence: [RETRY]
  },
  {
    from: '5.8.0',
    before: '5.12.4',
    behaviour: 'reloads-late',
    because: READ_AFTER_401,
    evidence: [RETRY]
  },
  {
    from: '5.12.4',
    before: '6.0.0-alpha',
    behaviour: 'reloads',
    because: READ_EVERY_MINUTE,
    evidence: [BACKPORT]
  },
  {
    from: '6.0.0-alpha',
    before: '6.1.0',
    behaviour: 'reloads-late',
    because: READ_AFTER_401,
    evidence: [RETRY, EVERY_MINUTE],
    releases: ['6.0.0-RC1', '6.0.0']
  },
  {
    from: '6.1.0',
    behaviour: 'reloads',
    because: 'The token file is read again every minute, unless code sets a token of its own.',
    evidence: [EVERY_MINUTE]
  }
]

const FABRIC8_EXAMPLES: readonly Example[] = [
  { requirement: '5.7.4', verdict: 'cannot-reload' },
  { requirement: '5.8.0', verdict: 'reloads-late' },
  { requirement: '5.12.3', verdict: 'reloads-late' },
  { requirement: '5.12.4', verdict: 'reloads' },
  { requirement: '6.0.0', verdict: 'reloads-late' },
  { requirement: '6.1.0', verdict: 'reloads' }
]

/** A package of the official client. */
function official(artifact: string, title: string, examples: readonly Example[]): Client {
  return {
    name: `io.kubernetes:${artifact}`,
    title,
    repository: OFFICIAL,
    minimum: MINIMUM,
    observed: OFFICIAL_RANGES,
    examples
  }
}

/** A package of the fabric8 client; all have the same version. */
function fabric8(artifact: string, title: string, examples: readonly Example[]): Client {
  return { name: `io.fabric8:${artifact}`, title, repository: FABRIC8, observed: FABRIC8_RANGES, examples }
}

/** The rows of the JVM's ecosystem. */
export const mavenClients: readonly Client[] = [
  official('client-java', 'Kubernetes Java client', [
    ...OFFICIAL_EXAMPLES,
    { requirement: '0.2', verdict: 'cannot-reload' },
    { requirement: '8.0.0-alpha1', verdict: 'cannot-reload' },
    { requirement: '9.0.0-alpha1', verdict: 'cannot-reload', observed: 'not-known' },
    { requirement: '9.0.0-rc1', verdict: 'cannot-reload', observed: 'not-known' },
    { requirement: '9.0.2', verdict: 'reloads' },
    { requirement: '10.0.0-SNAPSHOT', verdict: 'reloads' },
    { requirement: '20.0.1-legacy', verdict: 'reloads' },
    { requirement: '25.0.0-legacy', verdict: 'reloads' },
    { requirement: { kind: 'range', text: '[8,9)' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'range', text: '[8.0,9.0[' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'range', text: '[9.0.0,)' }, verdict: 'reloads' },
    { requirement: { kind: 'range', text: '9.+' }, verdict: 'reloads' },
    { requirement: { kind: 'range', text: '[8,)' }, verdict: 'unknown' },
    { requirement: { kind: 'range', text: 'latest.release' }, verdict: 'unknown' },
    { requirement: '${kubernetes.version}', verdict: 'unknown' },
    { requirement: 'kubernetesVersion', verdict: 'unknown' },
    { requirement: { kind: 'none' }, verdict: 'unknown' }
  ]),
  official('client-java-extended', 'Kubernetes Java client, extended', OFFICIAL_EXAMPLES),
  official('client-java-spring-integration', 'Kubernetes Java client, Spring integration', OFFICIAL_EXAMPLES),
  official('client-java-spring-aot-integration', 'Kubernetes Java client, Spring AOT integration', OFFICIAL_EXAMPLES),
  {
    // It holds no loader itself, but is released together with the package that does and needs the same version.
    ...official('client-java-api', 'Kubernetes Java client, API', OFFICIAL_EXAMPLES),
    partOf: ['io.kubernetes:client-java']
  },
  fabric8('kubernetes-client', 'fabric8 Kubernetes client', [
    ...FABRIC8_EXAMPLES,
    { requirement: '3.1.8', verdict: 'cannot-reload' },
    { requirement: '5.9.0', verdict: 'reloads-late' },
    { requirement: '6.0.0-RC1', verdict: 'reloads-late' },
    { requirement: '6.13.4', verdict: 'reloads' },
    { requirement: '7.8.0', verdict: 'reloads' },
    { requirement: { kind: 'range', text: '[5,6)' }, verdict: 'unknown' },
    { requirement: { kind: 'range', text: '[6.1.0,7)' }, verdict: 'reloads' },
    { requirement: { kind: 'range', text: '5.7.+' }, verdict: 'cannot-reload' },
    { requirement: { kind: 'none' }, verdict: 'unknown' }
  ]),
  fabric8('openshift-client', 'fabric8 OpenShift client', FABRIC8_EXAMPLES),
  {
    ...fabric8('kubernetes-client-api', 'fabric8 Kubernetes client, API', FABRIC8_EXAMPLES),
    partOf: ['io.fabric8:kubernetes-client']
  },
  fabric8('kubernetes-client-bom', 'fabric8 Kubernetes client, bill of materials', FABRIC8_EXAMPLES)
]
