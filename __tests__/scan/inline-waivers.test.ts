/** Waivers in comments: what they cover, which of them count in a pull request, and what is said of those that are none. */

import { describe, expect, test } from '@jest/globals'
import { type CheckOptions, check } from '../../src/check.ts'
import { NO_CONFIGURATION } from '../../src/configuration/configuration.ts'
import type { Workspace } from '../../src/workspaces/workspace.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'

type Files = Readonly<Record<string, string>>

const ONE = 'client-cannot-reload'
const waiver = (rule: string, until = '2027-03-01') => `bound-token-check: ignore[${rule}] runs outside, until ${until}`
const COMMENT = waiver(ONE)

function checked(files: Files, options: Partial<CheckOptions> = {}) {
  const settings = { minimum: 'documented', failOn: 'error', allowIncomplete: false, today: '2026-06-01' } as const
  return check(memoryWorkspace(files), NO_CONFIGURATION, { ...settings, ...options })
}

const statusOf = async (files: Files, options: Partial<CheckOptions> = {}) =>
  (await checked(files, options)).report.findings.map(({ status }) => status.kind)

describe('a comment covers', () => {
  test.each<[string, Files]>([
    ['its own line', { 'requirements.txt': `kubernetes==11.0.0  # ${COMMENT}\n` }],
    ['the next line, if it has nothing else', { 'requirements.txt': `# ${COMMENT}\nkubernetes==11.0.0\n` }],
    [
      'the line below several of them',
      { 'requirements.txt': `# ${COMMENT}\n# ${waiver('client-unknown')}\nkubernetes==11.0.0\n` }
    ],
    ['a line of go.mod', { 'go.mod': `require k8s.io/client-go v11.0.0+incompatible // ${COMMENT}\n` }],
    [
      'a line of XML',
      {
        'pom.xml': `<project><dependencies><dependency><groupId>io.kubernetes</groupId><artifactId>client-java</artifactId>\n<!-- ${COMMENT} -->\n<version>8.0.0</version></dependency></dependencies></project>`
      }
    ],
    ['a line with Windows ends', { 'requirements.txt': `# ${COMMENT}\r\nkubernetes==11.0.0\r\n` }]
  ])('%s', async (_, files) => {
    expect(await statusOf(files)).toEqual(['waived'])
  })

  test.each<[string, Files]>([
    ['no other rule', { 'requirements.txt': `kubernetes==11.0.0  # ${waiver('client-unknown')}\n` }],
    ['no other line', { 'requirements.txt': `# ${COMMENT}\n\nkubernetes==11.0.0\n` }],
    ['nothing above it', { 'requirements.txt': `kubernetes==11.0.0\n# ${COMMENT}\n` }],
    [
      'nothing by the comment of another language',
      {
        'pom.xml': `<project><dependencies><dependency><groupId>io.kubernetes</groupId><artifactId>client-java</artifactId>\n# ${COMMENT}\n<version>8.0.0</version></dependency></dependencies></project>`
      }
    ],
    ['nothing after its day', { 'requirements.txt': `kubernetes==11.0.0  # ${waiver(ONE, '2026-05-31')}\n` }]
  ])('%s', async (_, files) => {
    expect(await statusOf(files)).toEqual(['open'])
  })

  const TOLD = 'a waiver in a comment: it is no comment of this file; write it in one, or in the configuration'

  test.each<[string, string, string, number]>([
    [
      'a file without comments',
      'package.json',
      `{ "dependencies": {\n"//": "# ${COMMENT}",\n"@kubernetes/client-node": "0.10.2" } }`,
      2
    ],
    ['the comment of another language', 'requirements.txt', `kubernetes==11.0.0\n// ${COMMENT}\n`, 2],
    [
      'a file whose comments are not known',
      'flake.lock.orig/package-lock.json',
      `{"a":\n"# ${COMMENT}",\n"packages":{"node_modules/@kubernetes/client-node":{"version":"0.10.2"}},"lockfileVersion":3}`,
      2
    ]
  ])('nothing in %s, and that is told', async (_, path, text, line) => {
    const { report } = await checked({ [path]: text })
    expect(report.findings.map(({ status }) => status.kind)).toEqual(['open'])
    expect(report.gaps).toMatchObject([{ kind: 'not-understood', place: { path, line }, detail: TOLD }])
  })

  test('no file is read a second time for its comments', async () => {
    const files = {
      'a/requirements.txt': `kubernetes==11.0.0  # ${COMMENT}\n`,
      'b/requirements.txt': 'kubernetes==10.0.0\n'
    }
    const inner = memoryWorkspace(files)
    const read: string[] = []
    const workspace: Workspace = {
      ...inner,
      read(path) {
        read.push(path)
        return inner.read(path)
      }
    }
    const settings = { minimum: 'documented', failOn: 'error', allowIncomplete: false, today: '2026-06-01' } as const
    await check(workspace, NO_CONFIGURATION, settings)
    expect(read.filter(path => path.endsWith('requirements.txt')).sort()).toEqual(Object.keys(files))
  })
})

test('it is counted and shown as any other waiver, and an expired one is a finding', async () => {
  const { report, conclusion } = await checked({ 'requirements.txt': `# ${COMMENT}\nkubernetes==11.0.0\n` })
  expect(conclusion).toMatchObject({ verdict: 'passed', counts: { waived: 1 } })
  expect(report.waivers).toMatchObject([
    { state: 'in-force', findings: 1, waiver: { reason: 'runs outside', place: { path: 'requirements.txt', line: 1 } } }
  ])
  const old = { 'requirements.txt': `# ${waiver(ONE, '2026-05-31')}\nkubernetes==11.0.0\n` }
  expect((await checked(old)).report.waivers).toMatchObject([{ state: 'expired', findings: 1 }])
})

test('one that covers nothing any more is told', async () => {
  const text = `# ${waiver('client-unknown')}\nkubernetes==11.0.0\n`
  expect((await checked({ 'requirements.txt': text })).report.waivers).toMatchObject([{ state: 'unused' }])
})

describe('a comment that is none of the form is told, and covers nothing', () => {
  test.each<[string, string]>([
    [`ignore[${ONE}]`, 'write it as ignore[RULE] REASON, until YYYY-MM-DD'],
    [`ignore[${ONE}] runs outside`, 'write it as ignore[RULE] REASON, until YYYY-MM-DD'],
    [`ignore[${ONE}] , until 2027-03-01`, 'write it as ignore[RULE] REASON, until YYYY-MM-DD'],
    [`ignore[${ONE}] runs outside, until 2027-02-30`, '2027-02-30 is no day of the calendar'],
    ['ignore[client-cannot] runs outside, until 2027-03-01', 'no rule is called client-cannot'],
    ['ignore[waiver-unused] runs outside, until 2027-03-01', 'waiver-unused cannot be waived']
  ])('%s', async (content, fault) => {
    const { report } = await checked({ 'requirements.txt': `kubernetes==11.0.0  # bound-token-check: ${content}\n` })
    expect(report.findings.map(({ status }) => status.kind)).toEqual(['open'])
    expect(report.gaps).toMatchObject([
      { kind: 'not-understood', place: { line: 1 }, detail: `a waiver in a comment: ${fault}` }
    ])
  })
})

describe('a pull request cannot excuse itself', () => {
  const plain = { 'requirements.txt': 'kubernetes==11.0.0\n' }
  const excused = { 'requirements.txt': `# other\n# ${COMMENT}\nkubernetes==11.0.0\n` }
  const against = (files: Files): Partial<CheckOptions> => ({
    isProposal: true,
    base: { workspace: memoryWorkspace(files), commit: { id: '1'.repeat(40), kind: 'merge-base' } }
  })

  test('by a comment that it adds', async () => {
    expect(await statusOf(excused, against(plain))).toEqual(['open'])
    expect(await statusOf(excused, { isProposal: true })).toEqual(['open'])
  })

  test('by a comment in a file that it adds', async () => {
    const added = { ...excused, 'new/requirements.txt': `# ${COMMENT}\nkubernetes==11.0.0\n` }
    const { report, unfolded } = await checked(added, against(excused))
    expect(unfolded.findings.map(({ status, place }) => [place.path, status.kind]).sort()).toEqual([
      ['new/requirements.txt', 'open'],
      ['requirements.txt', 'waived']
    ])
    expect(report.waivers).toHaveLength(1)
  })

  test('nor by a second entry in the file of a waived one', async () => {
    const more = { 'requirements.txt': `# other\n# ${COMMENT}\nkubernetes==11.0.0\nkubernetes==10.0.0\n` }
    const { unfolded } = await checked(more, against(excused))
    expect(unfolded.findings.filter(({ status }) => status.kind === 'waived')).toHaveLength(1)
  })

  test('but what the base excuses is excused, wherever its line is now, and also without the comment', async () => {
    const moved = { 'requirements.txt': `a\nb\n# ${COMMENT}\nkubernetes==11.0.0\n` }
    expect(await statusOf(moved, against(excused))).toEqual(['waived'])
    expect(await statusOf(plain, against(excused))).toEqual(['waived'])
  })

  test('and after the merge the comment counts', async () => {
    const { base } = against(plain)
    expect(await statusOf(excused, base ? { base, isProposal: false } : {})).toEqual(['waived'])
  })
})

test('a long line and many marks end soon', async () => {
  const text = `kubernetes==11.0.0 ${'# bound-token-check: ignore[a] , until '.repeat(20_000)}\n`
  expect(await statusOf({ 'requirements.txt': text })).toEqual(['open'])
})
