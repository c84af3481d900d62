#!/usr/bin/env node
// Checks a release before it is published, and writes its notes:
//   node scripts/release.mjs check TAG      prints each fault, and ends with 1 if there is one
//   node scripts/release.mjs notes TAG      prints the section of the changelog, and the commits since the last release
// TAG is `v` and the version of package.json. Needs the whole history.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const RELEASE = /^v(?<version>\d+\.\d+\.\d+)$/
const BRANCH = 'origin/main'
const CHANGELOG = 'CHANGELOG.md'

/** Why a tag cannot be released as it is; empty if it can. */
export function faultsOf(root, tag, branch = BRANCH) {
  const version = RELEASE.exec(tag)?.groups.version
  if (version === undefined)
    return [`${tag} is not "v" and three numbers, such as v1.2.3. Delete the tag, and set another one.`]
  const faults = []
  const stated = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  if (stated !== version)
    faults.push(`package.json has the version ${stated}. Write ${version} there, or set the tag v${stated}.`)
  if (sectionOf(readFileSync(join(root, CHANGELOG), 'utf8'), version) === '')
    faults.push(`CHANGELOG.md has no text under "## ${version} (YYYY-MM-DD)". Move the section "Unreleased" there.`)
  if (git(root, ['status', '--porcelain', '--untracked-files=no']) !== '')
    faults.push('the work tree has changes. A release is built from a commit alone.')
  if (!isIn(root, branch))
    faults.push(`the commit is not in ${branch}. Merge it first, and set the tag on the merged commit.`)
  return faults
}

/** The notes of a release, as Markdown. */
export function notesOf(root, tag) {
  const changelog = git(root, ['show', `${tag}:${CHANGELOG}`])
  const section = sectionOf(changelog, RELEASE.exec(tag)?.groups.version ?? '')
  const last = lastBefore(root, tag)
  const range = last === undefined ? tag : `${last}..${tag}`
  const commits = git(root, ['log', '--no-merges', '--format=- %s (%h)', range, '--'])
  return `${section}\n\n## Commits${last === undefined ? '' : ` since ${last}`}\n\n${commits}\n`
}

/** The text below the heading of a version in the changelog; empty if there is none. */
function sectionOf(changelog, version) {
  const sections = changelog.split(/^(?=## )/m)
  const own = sections.find(text => text.startsWith(`## ${version} (`))
  return own === undefined ? '' : own.replace(/^.*\n/, '').trim()
}

/** The newest release among the ancestors of a tag. */
function lastBefore(root, tag) {
  const tags = git(root, ['tag', '--merged', tag, '--sort=-version:refname']).split('\n')
  return tags.find(other => RELEASE.test(other) && other !== tag)
}

function isIn(root, branch) {
  try {
    git(root, ['merge-base', '--is-ancestor', 'HEAD', branch])
    return true
  } catch {
    return false
  }
}

function git(root, args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const [what, tag = ''] = process.argv.slice(2)
  if (what === 'check') {
    const faults = faultsOf(root, tag)
    for (const fault of faults) console.error(`${tag}: ${fault}`)
    process.exitCode = faults.length === 0 ? 0 : 1
  } else if (what === 'notes') console.log(notesOf(root, tag).trimEnd())
  else throw new Error('usage: node scripts/release.mjs check|notes TAG')
}
