/** In which files hazards are looked for. */

import { expect, test } from '@jest/globals'
import { mayHoldHazards } from '../../src/scan/hazard-paths.ts'

test.each([
  'deploy/rbac.yaml',
  'e2e/up.sh',
  'overlays/test/rbac.yaml',
  'infra/environments/testing/main.tf',
  'clusters/test/flux-system/rbac.yaml',
  'src/com/example/Tokens.java',
  'latest/rbac.yaml'
])('%s is searched', path => {
  expect(mayHoldHazards(path)).toBe(true)
})

test.each([
  'test/rbac.yaml',
  'pkg/clusters/api/tests/rbac.yaml',
  'loader/testing/access-tokens/token.yaml',
  'integration-tests/rbac.yaml',
  'plugins/kube/testcases/old/telegraf.conf',
  'overlays/test/testdata/rbac.yaml',
  'docs/rbac.yaml',
  'examples/rbac.yaml'
])('%s is not', path => {
  expect(mayHoldHazards(path)).toBe(false)
})
