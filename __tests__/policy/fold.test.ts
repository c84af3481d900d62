/** Folding: one finding for what is the same at several places. */

import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { conclude } from '../../src/policy/conclude.ts'
import { fold } from '../../src/policy/fold.ts'
import { scan } from '../../src/scan/scan.ts'
import { scanned } from '../support/findings.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'

const GO = (version: string) => `module example.com/m\n\nrequire k8s.io/client-go ${version}\n`
const NPM = (group: string) => JSON.stringify({ [group]: { 'kubernetes-client': '9.0.0' } })

/** One line for each finding: package, level, and every place that is one to edit. */
function lines({ findings }: Report): string[] {
  return findings.map(({ subject, level, place, related }) => {
    const places = [place, ...related.filter(({ role }) => role === 'same').map(same => same.place)]
    const name = subject.kind === 'client' ? subject.dependency.name : (subject.object ?? '')
    return `${name} ${level} ${places.map(({ path, line }) => `${path}:${line}`).join(' ')}`
  })
}

async function folded(files: Parameters<typeof memoryWorkspace>[0]): Promise<Report> {
  return fold(await scan(memoryWorkspace(files), { minimum: 'documented' }))
}

describe('folding', () => {
  test('joins one package, requirement, verdict and fix in several files', async () => {
    const files = { 'a/go.mod': GO('v0.14.0'), 'b/go.mod': GO('v0.14.0'), 'c/go.mod': GO('v0.15.0') }
    expect(lines(await folded(files))).toEqual([
      'k8s.io/client-go error a/go.mod:3 b/go.mod:3',
      'k8s.io/client-go error c/go.mod:3'
    ])
  })

  test('joins what passes, and counts findings and not places', async () => {
    const report = await folded({ 'a/go.mod': GO('v0.29.0'), 'b/go.mod': GO('v0.29.0'), 'c/go.mod': GO('v0.14.0') })
    const { counts } = conclude(report, { failOn: 'error', allowIncomplete: false })
    expect(counts).toMatchObject({ pass: 1, error: 1 })
  })

  test('keeps the scopes apart', async () => {
    const files = { 'a/package.json': NPM('dependencies'), 'b/package.json': NPM('devDependencies') }
    expect(lines(await folded(files))).toEqual([
      'kubernetes-client error a/package.json:1',
      'kubernetes-client error b/package.json:1'
    ])
  })

  test('joins a hazard of one object, and keeps those of several apart', async () => {
    const secret = (name: string) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${name}\n  annotations:\n    kubernetes.io/service-account.name: ci\ntype: kubernetes.io/service-account-token\n`
    const files = { 'prod/ci.yaml': secret('ci'), 'prod/a.yaml': secret('a'), 'staging/ci.yaml': secret('ci') }
    expect(lines(await folded(files))).toEqual([
      'Secret/a warning prod/a.yaml:7',
      'Secret/ci warning prod/ci.yaml:7 staging/ci.yaml:7'
    ])
  })

  test('joins a hazard without an object', async () => {
    const command = "TOKEN=$(kubectl get secret $(kubectl get sa ci -o jsonpath='{.secrets[0].name}') -o yaml)\n"
    const report = await folded({ 'a.sh': command, 'b.sh': `# b\n${command}` })
    expect(lines(report)).toEqual([expect.stringMatching(/^ \S+ a\.sh:1 b\.sh:2$/)])
  })

  test('leaves settled findings alone, each with what settles it', async () => {
    const lock = (version: string) =>
      JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/kubernetes-client': { version } } })
    const files = {
      'a/package.json': NPM('dependencies'),
      'a/package-lock.json': lock('9.0.0'),
      'b/package.json': NPM('dependencies'),
      'b/package-lock.json': lock('9.0.0')
    }
    const { findings } = await folded(files)
    expect(findings.filter(({ status }) => status.kind === 'settled')).toHaveLength(2)
  })

  test('loses no place', async () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}/go.mod`, GO('v0.14.0')]))
    const { findings } = await folded(files)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.related).toHaveLength(49)
  })
})

describe('scopes', () => {
  test('of a client in development alone fail nothing where only runtime may', async () => {
    const { whole } = await scanned({ 'package.json': NPM('devDependencies') })
    const options = { failOn: 'error', allowIncomplete: false } as const
    expect(conclude(whole, options).verdict).toBe('failed')
    expect(conclude(whole, { ...options, failOnScopes: ['runtime', 'unknown'] }).verdict).toBe('passed')
    expect(conclude(whole, { ...options, failOnScopes: ['development'] }).verdict).toBe('failed')
  })
})
