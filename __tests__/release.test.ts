/** The checks and the notes of a release, in repositories that the tests make. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { faultsOf, notesOf } from '../scripts/release.mjs'

let root: string
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: root, stdio: 'pipe' })

function commit(version: string, changelog: string, subject: string): void {
  writeFileSync(join(root, 'package.json'), JSON.stringify({ version }))
  writeFileSync(join(root, 'CHANGELOG.md'), `# Changelog\n\n${changelog}`)
  git('add', '.')
  git('commit', '--allow-empty', '-qm', subject)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'release-'))
  git('init', '-q', '-b', 'main')
  commit('1.0.0', '## 1.0.0 (2026-01-01)\n\nFirst.\n', 'Begin')
  git('tag', 'v1.0.0')
  commit('1.1.0', '## 1.1.0 (2026-02-01)\n\n- Faster.\n\n## 1.0.0 (2026-01-01)\n\nFirst.\n', 'Scan faster')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a release whose version, changelog and branch agree has no fault', () => {
  expect(faultsOf(root, 'v1.1.0', 'main')).toEqual([])
})

test.each(['1.1.0', 'v1.1', 'v1.1.0-rc.1', 'latest'])('%s is no tag of a release', tag => {
  expect(faultsOf(root, tag, 'main')).toEqual([expect.stringContaining('such as v1.2.3')])
})

test('each fault is told', () => {
  git('checkout', '-qb', 'other')
  git('commit', '--allow-empty', '-qm', 'Not merged')
  writeFileSync(join(root, 'package.json'), '{"version":"9.9.9"}')
  expect(faultsOf(root, 'v1.2.0', 'main')).toEqual([
    'package.json has the version 9.9.9. Write 1.2.0 there, or set the tag v9.9.9.',
    'CHANGELOG.md has no text under "## 1.2.0 (YYYY-MM-DD)". Move the section "Unreleased" there.',
    'the work tree has changes. A release is built from a commit alone.',
    'the commit is not in main. Merge it first, and set the tag on the merged commit.'
  ])
})

test('the notes have the section of the changelog, and the commits since the release before', () => {
  git('tag', 'v1', 'v1.0.0')
  git('tag', 'v1.1.0')
  commit('1.2.0', '## 1.2.0 (2026-03-01)\n\n- Later.\n', 'Later')
  expect(notesOf(root, 'v1.1.0')).toMatch(/^- Faster\.\n\n## Commits since v1\.0\.0\n\n- Scan faster \([0-9a-f]+\)\n$/)
})

test('the notes of the first release have all commits', () => {
  expect(notesOf(root, 'v1.0.0')).toMatch(/\n\n## Commits\n\n- Begin \([0-9a-f]+\)\n$/)
})
