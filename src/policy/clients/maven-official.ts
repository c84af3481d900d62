/** The official client for the JVM. */

import type { Evidence } from '../../model/verdict.ts'
import { READ_AT_START } from '../claims.ts'
import type { Client, Example, Minimum, Observation, ObservedRange } from '../client.ts'
import { CCE, EKS, KEP } from '../documents.ts'

const RELOAD: Evidence = {
  text: 'kubernetes-client/java#967',
  url: 'https://github.com/kubernetes-client/java/pull/967',
  proof: 'executed'
}

const REPOSITORY = 'https://github.com/kubernetes-client/java'
const MINIMUM: Minimum = { version: '9.0.0', text: 'v9.0.0', evidence: [KEP, EKS, CCE] }

/** The behaviour of every release from 9.0.0 on, also for the parents of the client. */
export const OFFICIAL_RELOADS: Observation = {
  behaviour: 'reloads',
  because: 'ClientBuilder.cluster() reads the token file again every minute; ClientBuilder.oldCluster() never does.',
  evidence: [RELOAD]
}

/** The behaviour of every release before 9.0.0. */
export const OFFICIAL_READS_ONCE: Observation = { behaviour: 'reads-once', because: READ_AT_START, evidence: [RELOAD] }

const RANGES: readonly ObservedRange[] = [
  { before: '9.0.0-alpha', ...OFFICIAL_READS_ONCE },
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
  { from: '9.0.0', ...OFFICIAL_RELOADS }
]

const EXAMPLES: readonly Example[] = [
  { requirement: '8.0.2', verdict: 'cannot-reload' },
  { requirement: '9.0.0-SNAPSHOT', verdict: 'unknown' },
  { requirement: '9.0.0', verdict: 'reloads' },
  { requirement: '27.0.0', verdict: 'reloads' }
]

/** A package of the official client. */
function official(artifact: string, title: string, more: readonly Example[] = []): Client {
  return {
    name: `io.kubernetes:${artifact}`,
    title: `Kubernetes Java client${title === '' ? '' : `, ${title}`}`,
    repository: REPOSITORY,
    minimum: MINIMUM,
    observed: RANGES,
    examples: [...EXAMPLES, ...more]
  }
}

/** A package without a loader that is released together with the loader package, and requires its version. */
function companion(artifact: string, title: string): Client {
  return { ...official(artifact, title), partOf: ['io.kubernetes:client-java'] }
}

/** The rows of the official client. Its models for cert-manager and the like have no loader and are parents of none. */
export const officialJavaClients: readonly Client[] = [
  official('client-java', '', [
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
  official('client-java-extended', 'extended'),
  official('client-java-spring-integration', 'Spring integration'),
  official('client-java-spring-aot-integration', 'Spring AOT integration'),
  companion('client-java-api', 'API'),
  companion('client-java-api-fluent', 'fluent API'),
  companion('client-java-proto', 'protocol buffers')
]
