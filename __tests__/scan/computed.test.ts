/** What a script works out when it runs: told, and no reason to call a scan incomplete. */

import { expect, test } from '@jest/globals'
import { conclude } from '../../src/policy/conclude.ts'
import { scan } from '../../src/scan/scan.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'

test.each([
  ['pip install ${KUBERNETES_WHEEL}', 'computed-entry', 'passed'],
  ['pip install "$(ls dist/kubernetes*.whl)"', 'computed-entry', 'passed'],
  ['pip install `cat kubernetes.txt`', 'computed-entry', 'passed'],
  // Half of the name is written, and it is that of a client.
  ['pip install "kubernetes$SPEC"', 'unrecognised-entry', 'incomplete']
])('%s is a gap of the kind %s', async (line, kind, verdict) => {
  const report = await scan(memoryWorkspace({ 'install.sh': `${line}\n` }), { minimum: 'documented' })
  expect(report.gaps.map(gap => gap.kind)).toEqual([kind])
  expect(conclude(report, { failOn: 'error', allowIncomplete: false }).verdict).toBe(verdict)
})
