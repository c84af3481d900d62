/** One commit of client-go has one verdict, whichever tool before Go modules, or pseudo-version, names it. */

import { describe, expect, test } from '@jest/globals'
import { scanned } from '../../support/findings.ts'

/** The same commit in a file of every format that holds one. */
function files(commit: string, timestamp: string): Readonly<Record<string, string>> {
  return {
    'Gopkg.lock': `[[projects]]\n  branch = "master"\n  name = "k8s.io/client-go"\n  revision = "${commit}"\n`,
    'Gopkg.toml': `[[constraint]]\n  name = "k8s.io/client-go"\n  revision = "${commit}"\n`,
    'glide.lock': `imports:\n- name: k8s.io/client-go\n  version: ${commit}\n`,
    'glide.yaml': `import:\n- package: k8s.io/client-go\n  version: ${commit}\n`,
    'Godeps/Godeps.json': JSON.stringify({ Deps: [{ ImportPath: 'k8s.io/client-go/rest', Rev: commit }] }),
    'vendor/vendor.json': JSON.stringify({ package: [{ path: 'k8s.io/client-go/rest', revision: commit }] }),
    'vendor/manifest': JSON.stringify({ dependencies: [{ importpath: 'k8s.io/client-go', revision: commit }] }),
    'vendor.conf': `k8s.io/client-go ${commit}\n`,
    'go.mod': `module example.com/m\n\nrequire k8s.io/client-go v0.0.0-${timestamp}-${commit.slice(0, 12)}\n`
  }
}

describe('one commit has one verdict in every format', () => {
  test.each([
    ['of Kubernetes 1.14.1', '1a26190bd76a9017e289958b9fba936430aa3704', '20190409021438', 'cannot-reload'],
    ['of Kubernetes 1.12.3', 'd082d5923d3cc0bfbb066ee5fbdea3d0ca79acf8', '20181126152608', 'reloads-late'],
    ['of Kubernetes 1.10.7', '745ca8300397da38f7a41ad4ba0fc1ea6ee43f2e', '20180817174322', 'cannot-reload'],
    ['of the branch release-9.0', '77e032213d34', '20190221084156', 'cannot-reload'],
    ['of Kubernetes 1.9', '59698c7d9724b0f95f9dc9e7f7dfdcc3dfeceb82', '20180103015815', 'cannot-reload'],
    ['of Kubernetes 1.15.0', '78d2af792babf2dd937ba2e2a8d99c753a5eda89', '20190620085101', 'reloads'],
    ['of a pull request, which reloads before the fix was merged', '75f9ee62c120', '20190501000000', 'reloads']
  ])('%s', async (_, commit, timestamp, verdict) => {
    const entries = Object.entries(files(commit.padEnd(40, '0'), timestamp))
    const verdicts = await Promise.all(
      entries.map(async ([path, text]) => {
        const { whole } = await scanned({ [path]: text })
        return [path, whole.findings.map(({ subject }) => (subject.kind === 'client' ? subject.verdict.kind : ''))]
      })
    )
    expect(verdicts).toEqual(entries.map(([path]) => [path, [verdict]]))
  })
})

test('a revision of Gopkg.toml may be a tag', async () => {
  const { whole } = await scanned({
    'Gopkg.toml': '[[constraint]]\n  name = "k8s.io/client-go"\n  revision = "kubernetes-1.12.1"\n'
  })
  expect(whole.findings.map(({ subject }) => (subject.kind === 'client' ? subject.verdict : undefined))).toEqual([
    { kind: 'below-minimum', observed: 'reloads-late', minimum: 'v0.15.7' }
  ])
})

test('a package in the folder of an old release reads the token once, whatever the commit', async () => {
  const Rev = 'a'.repeat(40)
  const { whole } = await scanned({
    'Godeps/Godeps.json': JSON.stringify({ Deps: [{ ImportPath: 'k8s.io/client-go/1.5/kubernetes', Rev }] })
  })
  expect(whole.findings.map(({ level }) => level)).toEqual(['error'])
})
