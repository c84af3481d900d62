#!/usr/bin/env node
// Resolves the links that the policy, the rules and the hazards cite against checkouts of the repositories that they name:
// `node scripts/evidence-links.mjs FOLDER`, after a build. FOLDER/OWNER/NAME or FOLDER/OWNER+NAME is a git repository, with or
// without a work tree. Prints every link that is wrong and every one that was not decided, with the reason; the exit code is 1
// if one is wrong. Nothing is downloaded: links to other hosts and to issues are never decided here.
import { cloneOf, git as run } from '../evidence/clones.mjs'
import { policyRows } from '../lib/policy/policy-rows.js'
import { rules } from '../lib/rules/index.js'

const LINK = /https?:\/\/[^\s"'`\\)>]+[^\s"'`\\)>.,;:]/g
const DEFAULT_BRANCHES = ['main', 'master']

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node scripts/evidence-links.mjs FOLDER')

const links = new Set(JSON.stringify([await policyRows(), rules]).match(LINK))
const counts = { right: 0, wrong: 0, undecided: 0 }
for (const link of [...links].toSorted()) {
  const { outcome, reason } = resolved(link)
  counts[outcome]++
  if (outcome !== 'right') console.log(`${outcome}: ${link}: ${reason}`)
}
console.log(`${counts.right} right, ${counts.wrong} wrong, ${counts.undecided} undecided`)
process.exitCode = counts.wrong > 0 ? 1 : 0

/** What a checkout says of a link: `right`, `wrong` or `undecided`, the last two with a reason. */
function resolved(link) {
  const { host, pathname } = new URL(link)
  if (host !== 'github.com') return undecided(`no checkout shows what ${host} has`)
  const [owner, name, kind, ...rest] = pathname
    .slice(1)
    .replace(/\.git$/, '')
    .split('/')
    .map(decodeURIComponent)
  if (name === undefined) return undecided('it names no repository')
  const git = gitOf(owner, name)
  if (git === undefined) return undecided(`the folder has no checkout of ${owner}/${name}`)
  switch (kind) {
    case undefined:
      return { outcome: 'right' }
    case 'blob':
    case 'tree':
      return pathAt(git, rest)
    case 'commits':
      return historyOf(git, rest)
    case 'commit':
      return commitOf(git, rest[0]) ? { outcome: 'right' } : missing(git, `no commit ${rest[0]}`)
    case 'pull':
      return mergeOf(git, rest[0]) ? { outcome: 'right' } : undecided(`no commit names #${rest[0]}`)
    case 'releases':
      if (rest[0] !== 'tag') return undecided('a list of releases is not in a checkout')
      return git(['rev-parse', '--verify', '--quiet', `refs/tags/${rest.slice(1).join('/')}`])
        ? { outcome: 'right' }
        : missing(git, `no tag ${rest.slice(1).join('/')}`)
    default:
      return undecided(`a checkout does not have ${kind}`)
  }
}

/** Runs git in a checkout: what it printed, or undefined if it failed. */
function gitOf(owner, name) {
  const clone = cloneOf(folder, `${owner}/${name}`)
  if (clone === undefined) return undefined
  return args => {
    try {
      return run(clone, args).toString()
    } catch {
      return undefined
    }
  }
}

/** A reference may have slashes: the longest beginning of the parts that is one counts. */
function pathAt(git, parts) {
  for (let length = parts.length; length > 0; length--) {
    const commit = commitOf(git, parts.slice(0, length).join('/'))
    if (commit === undefined) continue
    const path = parts.slice(length).join('/').replace(/\/$/, '')
    const exists =
      path === '' || git(['cat-file', '-t', `${commit}:${path}`]) !== undefined || isListed(git, commit, path)
    return exists
      ? { outcome: 'right' }
      : { outcome: 'wrong', reason: `no ${path} at ${parts.slice(0, length).join('/')}` }
  }
  return missing(git, `no reference ${parts[0]}`)
}

/** The page of a file's history is there also when the file is not any more. */
function historyOf(git, [branch, ...path]) {
  if (commitOf(git, branch) === undefined) return missing(git, `no reference ${branch}`)
  const touched = git(['log', '-n', '1', '--format=%H', commitOf(git, branch), '--', path.join('/')])
  return touched ? { outcome: 'right' } : missing(git, `no history of ${path.join('/')}`)
}

/** A checkout without the content of large files has their names. */
function isListed(git, commit, path) {
  return (git(['ls-tree', commit, path]) ?? '') !== ''
}

function commitOf(git, text = '') {
  const candidates = [`refs/tags/${text}`, `refs/heads/${text}`, `refs/remotes/origin/${text}`]
  if (/^[0-9a-f]{7,40}$/.test(text)) candidates.push(text)
  // A checkout with one branch may call it otherwise.
  if (DEFAULT_BRANCHES.includes(text)) candidates.push('HEAD')
  for (const candidate of candidates) {
    const commit = git(['rev-parse', '--verify', '--quiet', `${candidate}^{commit}`])
    if (commit) return commit.trim()
  }
  return undefined
}

/** A commit whose message says that it merges a pull request. */
function mergeOf(git, number) {
  const pattern = `(\\(#${number}\\)|pull request #${number}([^0-9]|$))`
  return git(['log', '--all', '--format=%H', '-n', '1', '-E', `--grep=${pattern}`])?.trim()
}

/** Wrong, unless the checkout does not have the whole history. */
function missing(git, reason) {
  const isWhole = git(['rev-parse', '--is-shallow-repository'])?.trim() === 'false'
  return isWhole ? { outcome: 'wrong', reason } : undecided(`${reason} in a shallow checkout`)
}

function undecided(reason) {
  return { outcome: 'undecided', reason }
}
