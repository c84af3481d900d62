/** The levels of a token in a kubeconfig, which depend on how the script goes on. */

import { expect, test } from '@jest/globals'
import { scan } from '../../src/scan/scan.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token'
const LOGS_IN = `kubectl config set-credentials me --token="$(cat ${TOKEN})"\nkubectl config use-context a\n`

test.each([
  ['only sets it, for a program that stays', LOGS_IN, 'error'],
  ['uses it and ends', `${LOGS_IN}kubectl apply -f a.yaml\nkubectl logs a\n`, 'notice'],
  ['runs tests and ends', `${LOGS_IN}for s in a b; do ginkgo $s; done\n`, 'notice'],
  ['uses it and becomes a program', `${LOGS_IN}kubectl apply -f a.yaml\nexec server\n`, 'error'],
  ['uses it beside a program', `${LOGS_IN}server &\nkubectl apply -f a.yaml\nwait\n`, 'error'],
  ['uses it and starts a program', `${LOGS_IN}kubectl apply -f a.yaml\nserver\n`, 'error'],
  [
    'writes the kubeconfig of others',
    `kubectl config set-credentials me --kubeconfig=/host/a --token="$(cat ${TOKEN})"\nkubectl get nodes\n`,
    'error'
  ]
])('a token in a kubeconfig: the script %s', async (_, text, level) => {
  const { findings } = await scan(memoryWorkspace({ 'up.sh': text }), { minimum: 'documented' })
  expect(findings.map(finding => [finding.rule?.id, finding.level])).toEqual([['kubeconfig-static-token', level]])
})
