/** The fabric8 client and the packages that are released with it. */

import type { Evidence } from '../../model/verdict.ts'
import { READ_AFTER_401, READ_EVERY_MINUTE } from '../claims.ts'
import type { Client, Example, Observation, ObservedRange } from '../client.ts'

const REPOSITORY = 'https://github.com/fabric8io/kubernetes-client'

const RETRY: Evidence = {
  text: 'fabric8io/kubernetes-client#3445',
  url: `${REPOSITORY}/commit/5b7b0e7b10`,
  proof: 'executed'
}
const EVERY_MINUTE: Evidence = {
  text: 'fabric8io/kubernetes-client, commit bb847f8fa0',
  url: `${REPOSITORY}/commit/bb847f8fa0`,
  proof: 'executed'
}
const OPENSHIFT: Evidence = {
  text: 'fabric8io/kubernetes-client#6153, before which the configuration of OpenShiftClient is never read again',
  url: `${REPOSITORY}/pull/6153`,
  proof: 'executed'
}
const BACKPORT: Evidence = {
  text: 'fabric8io/kubernetes-client, commit 029b085ff5',
  url: `${REPOSITORY}/commit/029b085ff5`,
  proof: 'executed'
}

/** The behaviour of every release before 5.8.0. */
export const FABRIC8_READS_ONCE: Observation = {
  behaviour: 'reads-once',
  because: 'The token file is read once; what 4.12 to 5.7.4 do after a 401 works with a kubeconfig file only.',
  evidence: [RETRY]
}

/** The behaviour from 5.8.0 until before 5.12.4. */
export const FABRIC8_RELOADS_LATE: Observation = {
  behaviour: 'reloads-late',
  because: READ_AFTER_401,
  evidence: [RETRY]
}

/** The behaviour of 5.12.4, which got the change by a backport. */
const FABRIC8_BACKPORT: Observation = { behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [BACKPORT] }

/** The behaviour of every release from 6.1.0 on. */
export const FABRIC8_RELOADS: Observation = {
  behaviour: 'reloads',
  because: 'The token file is read again every minute, unless code sets a token of its own.',
  evidence: [EVERY_MINUTE]
}

/** The behaviour of the fabric8 client by its versions, which packages of other projects may share. */
export const FABRIC8_RANGES: readonly ObservedRange[] = [
  { before: '5.8.0', ...FABRIC8_READS_ONCE },
  { from: '5.8.0', before: '5.12.4', ...FABRIC8_RELOADS_LATE },
  { from: '5.12.4', before: '6.0.0-alpha', ...FABRIC8_BACKPORT },
  {
    // Released before the change was made.
    from: '6.0.0-alpha',
    before: '6.1.0',
    behaviour: 'reloads-late',
    because: READ_AFTER_401,
    evidence: [RETRY, EVERY_MINUTE],
    releases: ['6.0.0-RC1', '6.0.0']
  },
  { from: '6.1.0', ...FABRIC8_RELOADS }
]

// OpenShiftClient has a configuration of its own, which could not be read again before 6.13.2.
const OPENSHIFT_RANGES: readonly ObservedRange[] = [
  {
    before: '6.13.2',
    behaviour: 'reads-once',
    because: 'OpenShiftClient keeps the token that it began with, whatever KubernetesClient of the same release does.',
    evidence: [OPENSHIFT]
  },
  { from: '6.13.2', ...FABRIC8_RELOADS, evidence: [OPENSHIFT] }
]
const OPENSHIFT_EXAMPLES: readonly Example[] = [
  { requirement: '5.7.4', verdict: 'cannot-reload' },
  { requirement: '5.12.4', verdict: 'cannot-reload' },
  { requirement: '6.1.0', verdict: 'cannot-reload' },
  { requirement: '6.13.1', verdict: 'cannot-reload' },
  { requirement: '6.13.2', verdict: 'reloads' },
  { requirement: '7.7.0', verdict: 'reloads' }
]

const EXAMPLES: readonly Example[] = [
  { requirement: '5.7.4', verdict: 'cannot-reload' },
  { requirement: '5.8.0', verdict: 'reloads-late' },
  { requirement: '5.12.3', verdict: 'reloads-late' },
  { requirement: '5.12.4', verdict: 'reloads' },
  { requirement: '6.0.0', verdict: 'reloads-late' },
  { requirement: '6.1.0', verdict: 'reloads' }
]

/** A package of the fabric8 client; all have the same version. */
function fabric8(artifact: string, title: string, more: readonly Example[] = []): Client {
  return {
    name: `io.fabric8:${artifact}`,
    title: `fabric8 ${title}`,
    repository: REPOSITORY,
    observed: FABRIC8_RANGES,
    examples: [...EXAMPLES, ...more]
  }
}

/** A package that requires the client of its own version, which settles it in the same file. */
function companion(artifact: string, title: string): Client {
  return { ...fabric8(artifact, title), partOf: ['io.fabric8:kubernetes-client'] }
}

/** A package with the client of OpenShift. */
function openshift(artifact: string, title: string): Client {
  return { ...fabric8(artifact, title), observed: OPENSHIFT_RANGES, examples: OPENSHIFT_EXAMPLES }
}

const HTTP_CLIENTS = ['okhttp', 'jdk', 'jetty', 'vertx', 'vertx-5']
const EXTENSIONS: Readonly<Record<string, string>> = {
  'knative-client': 'Knative client',
  'tekton-client': 'Tekton client',
  'istio-client': 'Istio client'
}

/** The second one has the versions of what the packages require as well; it ends with 4.13. */
const BILLS: Readonly<Record<string, string>> = {
  'kubernetes-client-bom': 'Kubernetes client, bill of materials',
  'kubernetes-client-bom-with-deps': 'Kubernetes client, bill of materials with dependencies'
}

/** The packages whose versions are in the bill of materials. */
const PACKAGES: readonly Client[] = [
  fabric8('kubernetes-client', 'Kubernetes client', [
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
  openshift('openshift-client', 'OpenShift client'),
  companion('kubernetes-client-api', 'Kubernetes client, API'),
  { ...openshift('openshift-client-api', 'OpenShift client, API'), partOf: ['io.fabric8:openshift-client'] },
  ...HTTP_CLIENTS.map(name => companion(`kubernetes-httpclient-${name}`, `Kubernetes client, transport ${name}`)),
  ...Object.entries(EXTENSIONS).map(([artifact, title]) => companion(artifact, title))
]

const NAMES = PACKAGES.map(({ name }) => name)

/**
 * The rows of fabric8. `kubernetes-client` has the loader up to 5.12; from 6.0 on it is a parent of
 * `kubernetes-client-api`, which has the loader. The transports and extensions are parents of one of them in their own
 * version. Its models, servers for tests and generators read no token.
 */
export const fabric8Clients: readonly Client[] = [
  // The parent of every package has the versions of all: https://github.com/fabric8io/kubernetes-client/blob/v6.13.4/pom.xml.
  ...PACKAGES.map(row => ({ ...row, managesImported: NAMES })),
  ...Object.entries(BILLS).map(([artifact, title]) => ({ ...fabric8(artifact, title), manages: NAMES }))
]
