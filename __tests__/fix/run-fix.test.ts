/** The command `fix` on folders: what it edits, what it leaves, and what it prints. */

import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { commandLine } from '../support/command-line.ts'
import { type Files, git, removeTrees, repository, tree } from '../support/trees.ts'
import { CASES } from './manifests.ts'

afterAll(removeTrees)

const OLD = 'kubernetes==11.0.0\n'
const NEW = 'kubernetes==12.0.0\n'
const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

describe('what needs no lockfile passes afterwards', () => {
  test.each(CASES)('%s', async (_, files) => {
    const root = repository(files)
    const before = await commandLine(['scan', root, '--fail-on', 'warning'])
    const diff = await commandLine(['fix', root, '--dry-run'])
    expect([before.status, diff.status]).toEqual([1, 0])
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect((await commandLine(['fix', root])).status).toBe(0)
    const after = await commandLine(['scan', root, '--fail-on', 'warning'])
    expect([after.status, after.stdout]).toEqual([0, expect.stringContaining('0 gaps')])
    // The diff makes the same of the same files.
    const edited = git(root, 'diff')
    git(root, 'checkout', '--quiet', '.')
    execFileSync('git', ['apply', '-'], { cwd: root, input: diff.stdout })
    expect(git(root, 'diff')).toBe(edited)
    expect(edited.split('\n').filter(line => /^\+(?!\+\+ )/.test(line))).toHaveLength(1)
  })
})

test('a second run has nothing to do', async () => {
  const root = tree({ 'requirements.txt': OLD })
  await commandLine(['fix', root])
  expect(await commandLine(['fix', root])).toEqual({ status: 0, stdout: 'Nothing to fix.\n', stderr: '' })
})

test('a place, the text before and the text after are printed', async () => {
  const root = tree({ 'a/requirements.txt': `six\r\n${OLD.trim()}  # old\r\n` })
  const { status, stdout } = await commandLine(['fix', root])
  expect([status, stdout]).toEqual([
    0,
    'Edited 1 place in 1 file:\n- a/requirements.txt:2:13 kubernetes 11.0.0 → 12.0.0\n'
  ])
  expect(read(root, 'a/requirements.txt')).toBe(`six\r\n${NEW.trim()}  # old\r\n`)
})

test('a diff goes to standard output alone, and applies in the folder that was named', async () => {
  const root = repository({ 'sub/a b/requirements.txt': OLD })
  const { status, stdout, stderr } = await commandLine(['fix', join(root, 'sub'), '--dry-run'])
  expect([status, stderr]).toEqual([0, expect.stringContaining('Would edit 1 place in 1 file:')])
  execFileSync('git', ['apply', '-'], { cwd: join(root, 'sub'), input: stdout })
  expect(read(root, 'sub/a b/requirements.txt')).toBe(NEW)
})

test('a fix of a folder edits nothing beside it', async () => {
  const root = repository({ 'sub/requirements.txt': OLD, 'other/requirements.txt': OLD })
  expect((await commandLine(['fix', join(root, 'sub')])).stdout).toContain('- sub/requirements.txt:1:13')
  expect([read(root, 'sub/requirements.txt'), read(root, 'other/requirements.txt')]).toEqual([NEW, OLD])
})

test('an override is told by what it says, not by the text that adds it', async () => {
  const manifest = '{\n  "dependencies": { "acme": "1.0.0" }\n}\n'
  const packages = {
    '': { dependencies: { acme: '1.0.0' } },
    'node_modules/acme': { version: '1.0.0', dependencies: { '@kubernetes/client-node': '^0.10.0' } },
    'node_modules/@kubernetes/client-node': { version: '0.10.2' }
  }
  const root = tree({ 'package.json': manifest, 'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages }) })
  expect((await commandLine(['fix', root])).stdout).toMatch(
    /^Edited 1 place in 1 file:\n- package\.json:2:38 @kubernetes\/client-node by an override: 0\.10\.3\n/
  )
})

test('--output has the diff', async () => {
  const root = tree({ 'requirements.txt': OLD })
  const file = join(tree({}), 'fix.patch')
  const { stdout } = await commandLine(['fix', root, '--dry-run', '--output', file])
  expect([stdout, readFileSync(file, 'utf8')]).toEqual(['', expect.stringContaining('+kubernetes==12.0.0')])
})

describe('which findings', () => {
  const FILES: Files = {
    'requirements.txt': OLD,
    'package.json': '{"dependencies":{"@kubernetes/client-node":"0.10.2"}}'
  }

  test.each(['kubernetes', 'Kubernetes', 'pkg:pypi/kubernetes'])('--only %s', async only => {
    const root = tree(FILES)
    expect((await commandLine(['fix', root, '--only', only])).status).toBe(0)
    expect([read(root, 'requirements.txt'), read(root, 'package.json')]).toEqual([NEW, FILES['package.json']])
  })

  test('a name that no client has is wrong use', async () => {
    const { status, stderr } = await commandLine(['fix', tree(FILES), '--only', 'kubernets'])
    expect([status, stderr]).toEqual([
      3,
      expect.stringContaining('--only kubernets: no client is called that. Did you')
    ])
  })

  test('a package that is not there is nothing to fix', async () => {
    expect((await commandLine(['fix', tree(FILES), '--only', 'kubeclient'])).status).toBe(0)
  })

  test('--level error leaves warnings', async () => {
    const root = tree({ 'requirements.txt': 'kubernetes>=10\n' })
    expect((await commandLine(['fix', root, '--level', 'error'])).stdout).toBe('Nothing to fix.\n')
    await commandLine(['fix', root])
    expect(read(root, 'requirements.txt')).toBe('kubernetes>=12.0.0,!=36.0.0\n')
  })

  test('a waived finding is left alone', async () => {
    const root = tree({
      'requirements.txt': OLD,
      '.github/bound-token-check.yml':
        'waivers:\n  - rule: client-cannot-reload\n    package: pkg:pypi/kubernetes\n    reason: a\n    owner: "@a"\n    until: 2099-01-01\n'
    })
    expect((await commandLine(['fix', root])).stdout).toBe('Nothing to fix.\n')
  })
})

describe('what is refused', () => {
  test('a file with changes that are not committed, unless forced', async () => {
    const root = repository({ 'a/requirements.txt': OLD, 'b/requirements.txt': OLD })
    writeFileSync(join(root, 'a/requirements.txt'), `# mine\n${OLD}`)
    const { status, stdout } = await commandLine(['fix', root])
    expect([status, stdout]).toEqual([1, expect.stringContaining('Not edited: it has changes that are not committed')])
    expect([read(root, 'a/requirements.txt'), read(root, 'b/requirements.txt')]).toEqual([`# mine\n${OLD}`, NEW])
    expect((await commandLine(['fix', root, '--force'])).status).toBe(0)
    expect(read(root, 'a/requirements.txt')).toBe(`# mine\n${NEW}`)
  })

  test('a symbolic link, wherever it leads', async () => {
    const outside = tree({ 'requirements.txt': OLD })
    const root = tree({ 'real.txt': OLD })
    mkdirSync(join(root, 'a'))
    symlinkSync('../real.txt', join(root, 'a/requirements.txt'))
    symlinkSync(join(outside, 'requirements.txt'), join(root, 'requirements-out.txt'))
    const { status, stdout } = await commandLine(['fix', root])
    expect([status, stdout]).toEqual([1, expect.stringContaining('Not edited: it is a symbolic link.')])
    expect([read(root, 'real.txt'), read(outside, 'requirements.txt')]).toEqual([OLD, OLD])
  })

  test('a file that is not in UTF-8 has no diff, and is edited', async () => {
    const bytes = Buffer.from(`# \xe4\n${OLD}`, 'latin1')
    const root = tree({ 'requirements.txt': bytes })
    const { status, stdout, stderr } = await commandLine(['fix', root, '--dry-run'])
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining('not in UTF-8')])
    expect((await commandLine(['fix', root])).status).toBe(0)
    expect(readFileSync(join(root, 'requirements.txt'))).toEqual(Buffer.from(`# \xe4\n${NEW}`, 'latin1'))
  })

  test('a folder that is not there is wrong use', async () => {
    expect((await commandLine(['fix', join(tree({}), 'none')])).status).toBe(3)
  })
})

test('the rule for a program that proposes versions stands behind the rest', async () => {
  const root = repository({ 'requirements.txt': 'kubernetes==11.0.0\n', 'renovate.json': '{}\n' })
  const { stdout } = await commandLine(['fix', root])
  expect(stdout).toMatchInlineSnapshot(`
"Edited 1 place in 1 file:
- requirements.txt:1:13 kubernetes 11.0.0 → 12.0.0

With this in packageRules of renovate.json, Renovate proposes no version that
fails:
  | {"matchPackageNames":["kubernetes"],"allowedVersions":">=12.0.0,!=36.0.0"}
"
`)
})

describe('what remains', () => {
  test('the commands that renew a lockfile, and their folder', async () => {
    const manifest = (version: string) => `{"name":"a","dependencies":{"@kubernetes/client-node":"${version}"}}`
    const lock =
      '{"lockfileVersion":3,"packages":{"":{"dependencies":{"@kubernetes/client-node":"^0.10.0"}},"node_modules/@kubernetes/client-node":{"version":"0.10.2"}}}'
    const root = repository({ 'services/a/package.json': manifest('^0.10.0'), 'services/a/package-lock.json': lock })
    const { status, stdout } = await commandLine(['fix', root])
    expect(status).toBe(1)
    expect(read(root, 'services/a/package.json')).toBe(manifest('^0.10.3'))
    expect(read(root, 'services/a/package-lock.json')).toBe(lock)
    expect(stdout).toMatchInlineSnapshot(`
"Edited 1 place in 1 file:
- services/a/package.json:1:56 @kubernetes/client-node ^0.10.0 → ^0.10.3

Now renew the files that a tool writes. Nothing was run: these commands are for
you, each block by itself.

  Run:
    cd services/a && npm install
"
`)
  })

  test('what a command alone can change, what no version mends, and hazards', async () => {
    const root = repository({
      'go.mod': 'module a\n\nrequire k8s.io/client-go v0.15.0\n',
      'package.json': '{"dependencies":{"kubernetes-client":"9.0.0"}}',
      'secret.yaml':
        'apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n  annotations:\n    kubernetes.io/service-account.name: b\ntype: kubernetes.io/service-account-token\n'
    })
    const { status, stdout } = await commandLine(['fix', root])
    expect([status, git(root, 'status', '--porcelain')]).toEqual([1, ''])
    expect(stdout).toMatchInlineSnapshot(`
"No edit mends this: 3 findings.

k8s.io/client-go v0.15.0 cannot reload its token.
  go.mod:3:26.
  Use v0.15.7 or newer (the newest of its major version seen to reload:
  v0.37.2):
    go get k8s.io/client-go@v0.15.7 k8s.io/api@v0.15.7 k8s.io/apimachinery@v0.15.7 &&
    go mod tidy

kubernetes-client 9.0.0 cannot reload its token.
  package.json:1:39.
  No release reloads the token: move to @kubernetes/client-node 0.10.3 or newer.

Secret/a: permanent token.
  secret.yaml:7:7.
  Remove the Secret. In a pod, use the token that Kubernetes mounts; elsewhere,
  request one that expires: "kubectl create token NAME --duration=1h", or the
  OIDC identity of the CI service. If a system outside of the cluster can hold
  nothing but a permanent token, rotate it by hand.
"
`)
  })
})
