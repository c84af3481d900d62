/** The Rust clients, which the vendor documents do not list. */

import type { Evidence } from '../../model/verdict.ts'
import { READ_EVERY_MINUTE, READ_ONCE } from '../claims.ts'
import type { Client } from '../client.ts'

const KUBE_RS = 'https://github.com/kube-rs/kube'

const RELOAD: Evidence = { text: 'kube-rs/kube#768', url: `${KUBE_RS}/pull/768`, proof: 'executed' }
const DEADLOCK: Evidence = {
  text: 'kube-rs/kube#831, the deadlock of 0.69.0 and its end in 0.69.1',
  url: `${KUBE_RS}/pull/831`,
  proof: 'executed'
}
const KUBERNETES: Evidence = {
  text: 'kubernetes 0.1.0 and 0.2.0, src/client/config, which reads a kubeconfig only',
  url: 'https://github.com/anguslees/kubernetes-rs/tree/87e696d4618d/holding/src/client/config',
  proof: 'source'
}
const ROPERATOR: Evidence = {
  text: 'psFried/roperator, src/config.rs',
  url: 'https://github.com/psFried/roperator/blob/v0.3.0/src/config.rs',
  proof: 'source'
}

const TOGETHER = 'Raise all crates of kube-rs together, and k8s-openapi to the version that they ask for.'
const REPLACE = 'No release reloads the token: move to kube 0.69.1 or newer.'

/** A crate of kube-rs with the loader, or a parent of the loader: all are released together, with one version. */
function ofKubeRs(name: string, title: string): Client {
  return {
    name,
    title,
    repository: KUBE_RS,
    observed: [
      { before: '0.69.0', behaviour: 'reads-once', because: READ_ONCE, evidence: [RELOAD] },
      {
        from: '0.69.0',
        before: '0.69.1',
        behaviour: 'stops',
        because: 'When it would read the token file again, after about a minute, it deadlocks and asks nothing more.',
        evidence: [DEADLOCK]
      },
      { from: '0.69.1', behaviour: 'reloads', because: READ_EVERY_MINUTE, evidence: [RELOAD, DEADLOCK] }
    ],
    fix: { advice: TOGETHER },
    examples: [
      { requirement: '0.34.0', verdict: 'cannot-reload' },
      { requirement: '0.68.0', verdict: 'cannot-reload' },
      { requirement: '0.69.0-rc.1', verdict: 'cannot-reload' },
      { requirement: '0.69.0', verdict: 'cannot-reload', observed: 'stops' },
      { requirement: '0.69.1', verdict: 'reloads' },
      { requirement: '0.70.0', verdict: 'reloads' },
      { requirement: '0.87.1', verdict: 'reloads' },
      { requirement: '4.2.0', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '0.68' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '<0.69' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '0.69' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: '0.69.1' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '0.87' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: '>=0.60, <0.88' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: '*' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: '{{ kube }}' }, verdict: 'unknown' },
      { requirement: { kind: 'source', text: 'main', url: KUBE_RS, branch: 'main' }, verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  }
}

/**
 * The rows of the Cargo ecosystem. k8s-openapi, kube-core and kube-derive contain only types and have no row; ynqa/kubernetes-rust,
 * which reads the token once, was never released under the name `kubernetes`, which is another project's.
 */
export const cargoClients: readonly Client[] = [
  { ...ofKubeRs('kube', 'kube'), pins: ['kube-client'] },
  ofKubeRs('kube-client', 'kube-client'),
  {
    name: 'kube-runtime',
    title: 'kube-runtime',
    repository: KUBE_RS,
    observed: [
      {
        before: '0.69.0',
        behaviour: 'reads-once',
        because: 'It brings in kube or kube-client of its own minor version, which reads the token file once.',
        evidence: [RELOAD]
      },
      {
        from: '0.69.0',
        before: '0.70.0',
        behaviour: 'reloads-late',
        because: 'It lets kube-client be 0.69.0, which deadlocks after about a minute in a cluster; 0.69.1 reloads.',
        evidence: [DEADLOCK]
      },
      {
        from: '0.70.0',
        behaviour: 'reloads',
        because: 'It brings in kube-client of its own minor version, which reads the token file every minute.',
        evidence: [RELOAD, DEADLOCK]
      }
    ],
    brings: ['kube', 'kube-client'],
    bringsOwnVersion: true,
    fix: { advice: TOGETHER },
    examples: [
      { requirement: '0.43.0', verdict: 'cannot-reload' },
      { requirement: '0.68.0', verdict: 'cannot-reload' },
      { requirement: '0.69.0', verdict: 'reloads-late' },
      { requirement: '0.69.1', verdict: 'reloads-late' },
      { requirement: '0.70.0', verdict: 'reloads' },
      { requirement: '4.2.0', verdict: 'reloads' },
      { requirement: { kind: 'range', text: '0.68' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '0.87' }, verdict: 'reloads' }
    ]
  },
  {
    name: 'kubernetes',
    title: 'kubernetes-rs',
    repository: 'https://github.com/anguslees/kubernetes-rs',
    observed: [
      {
        behaviour: 'not-known',
        reason: 'no-loader',
        because:
          'It reads a kubeconfig and knows no service account: whoever writes the kubeconfig gives it the token.',
        evidence: [KUBERNETES]
      }
    ],
    fix: {
      advice: 'Nobody maintains it: move to kube 0.69.1 or newer, which reads the token of the service account itself.'
    },
    examples: [
      { requirement: '0.1.0', verdict: 'unknown' },
      { requirement: '0.2.0', verdict: 'unknown' },
      { requirement: { kind: 'range', text: '0.1' }, verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  },
  {
    name: 'roperator',
    title: 'roperator',
    repository: 'https://github.com/psFried/roperator',
    observed: [{ behaviour: 'reads-once', because: READ_ONCE, evidence: [ROPERATOR] }],
    fix: { advice: REPLACE },
    examples: [
      { requirement: '0.2.0', verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '*' }, verdict: 'cannot-reload' }
    ]
  }
]
