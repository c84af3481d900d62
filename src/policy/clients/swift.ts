/** The Swift client, which the vendor documents do not list. */

import type { Evidence } from '../../model/verdict.ts'
import { READ_ONCE } from '../claims.ts'
import type { Client } from '../client.ts'

const SWIFTKUBE = 'https://github.com/swiftkube/client'
const RELOAD: Evidence = {
  text: 'swiftkube/client@e30bd03 (#49)',
  url: `${SWIFTKUBE}/commit/e30bd03`,
  proof: 'source'
}

/** The rows of the Swift ecosystem. */
export const swiftClients: readonly Client[] = [
  {
    name: 'github.com/swiftkube/client',
    title: 'SwiftkubeClient',
    repository: SWIFTKUBE,
    observed: [
      { before: '0.26.0', behaviour: 'reads-once', because: READ_ONCE, evidence: [RELOAD] },
      { from: '0.26.0', behaviour: 'reloads', because: 'The token file is read again.', evidence: [RELOAD] }
    ],
    examples: [
      { requirement: '0.1.0', verdict: 'cannot-reload' },
      { requirement: '0.25.0', verdict: 'cannot-reload' },
      { requirement: '0.26.0-rc.1', verdict: 'cannot-reload' },
      { requirement: '0.26.0', verdict: 'reloads' },
      { requirement: '1.0.0', verdict: 'reloads' },
      { requirement: { kind: 'range', text: 'from: "0.26.0"' }, verdict: 'reloads' },
      { requirement: { kind: 'range', text: 'from: "0.13.0"' }, verdict: 'unknown' },
      { requirement: { kind: 'range', text: '.upToNextMinor(from: "0.25.0")' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '"0.1.0"..<"0.26.0"' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '"0.1.0"..."0.26.0"' }, verdict: 'unknown' },
      { requirement: { kind: 'source', text: 'main', url: SWIFTKUBE, branch: 'main' }, verdict: 'unknown' },
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  }
]
