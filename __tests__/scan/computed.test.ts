/** What a script works out when it runs: told, and no reason to call a scan incomplete. */

import { expect, test } from '@jest/globals'
import { conclude } from '../../src/policy/conclude.ts'
import { scanned } from '../support/findings.ts'

test.each([
  ['pip install ${KUBERNETES_WHEEL}', 'computed-entry', 'passed'],
  ['pip install "$(ls dist/kubernetes*.whl)"', 'computed-entry', 'passed'],
  ['pip install `cat kubernetes.txt`', 'computed-entry', 'passed'],
  // Half of the name is written, and it is that of a client.
  ['pip install "kubernetes$SPEC"', 'unrecognised-entry', 'incomplete']
])('%s is a gap of the kind %s', async (line, kind, verdict) => {
  const report = await scanned({ 'install.sh': `${line}\n` })
  expect(report.gaps.map(gap => gap.kind)).toEqual([kind])
  expect(conclude(report.whole, { failOn: 'error', allowIncomplete: false }).verdict).toBe(verdict)
})
