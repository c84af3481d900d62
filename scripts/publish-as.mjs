#!/usr/bin/env node
// Writes the repository of this project, and optionally the commit of its release, into every file that names them:
//   node scripts/publish-as.mjs OWNER/NAME [COMMIT]
// The one constant is `repository` in package.json. A test holds all other places against it.

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAME = 'bound-token-check'
/** The repository of this project in a text: `owner/name` where an action, an address or a key of YAML names one. */
const MENTION =
  /(?<before>uses: |repository: |repo: |github:|https:\/\/[\w.-]+\/)(?<repository>[\w.-]+\/bound-token-check)(?=[@/\s"'#)]|$)/gm
/** The commit of a release behind the repository, in an action or the `ref` of a checkout. */
const COMMIT = /(?<=\/bound-token-check(?:\/[\w./-]+)?@|^ +ref: )[0-9a-f]{40}(?= # v)/gm

/** The repository that package.json names, as `owner/name`. */
export function repositoryOf(root) {
  const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return repository.replace(/^github:/, '')
}

/** Each mention of the repository in the tracked files of this project: the file and what it says. */
export function mentionsIn(root) {
  return textsOf(root).flatMap(([path, text]) =>
    Array.from(text.matchAll(MENTION), ({ groups }) => ({ path, repository: groups.repository }))
  )
}

/** Each commit of a release in the tracked files of this project. */
export function commitsIn(root) {
  return textsOf(root).flatMap(([path, text]) => Array.from(text.matchAll(COMMIT), ([commit]) => ({ path, commit })))
}

/** The tracked files that name this project. The bundles are built anew, and tests name invented places. */
function textsOf(root) {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  return listed
    .split('\0')
    .filter(path => path !== '' && !/^(?:dist|__tests__)\//.test(path) && !/\.(?:png|gz|zip)$/.test(path))
    .map(path => [path, readFileSync(join(root, path), 'utf8')])
    .filter(([, text]) => text.includes(NAME))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const [repository = '', commit] = process.argv.slice(2)
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || (commit !== undefined && !/^[0-9a-f]{40}$/.test(commit)))
    throw new Error('usage: node scripts/publish-as.mjs OWNER/NAME [COMMIT]')
  for (const [path, text] of textsOf(root)) {
    // The commit first: it is found by the name of the repository.
    const released = commit === undefined ? text : text.replace(COMMIT, commit)
    const written = released.replace(MENTION, (...match) => `${match.at(-1).before}${repository}`)
    if (written === text) continue
    writeFileSync(join(root, path), written)
    console.log(path)
  }
}
