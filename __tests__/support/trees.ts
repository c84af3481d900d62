/** Temporary folders with files in them, and git repositories made of them. */

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Files = Readonly<Record<string, string | Uint8Array>>

const made: string[] = []

/** A new folder that holds the files; `removeTrees` deletes it. */
export function tree(files: Files): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'bound-token-check-')))
  made.push(root)
  write(root, files)
  return root
}

/** Adds files to a folder. */
export function write(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

/** The hash function of a repository: https://git-scm.com/docs/hash-function-transition. */
export type ObjectFormat = 'sha1' | 'sha256'

/** A new git repository with everything committed. */
export function repository(files: Files, format: ObjectFormat = 'sha1'): string {
  const root = tree(files)
  git(root, 'init', '--quiet', '--initial-branch=main', `--object-format=${format}`)
  commit(root)
  return root
}

/** Commits everything; returns the commit. */
export function commit(root: string, message = 'state'): string {
  git(root, 'add', '--all', '--force')
  git(root, 'commit', '--quiet', '--allow-empty', '--message', message)
  return git(root, 'rev-parse', 'HEAD').trim()
}

/** Runs git with an identity of its own and no configuration of this machine. */
export function git(root: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'protocol.file.allow=always']
  const env = { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1' }
  return execFileSync('git', [...identity, ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'pipe']
  })
}

/** Deletes every folder made so far; for `afterAll`. */
export function removeTrees(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true })
}
