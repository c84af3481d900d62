/** Finds the files of a package that read the token file, and what differs in them between two releases. */

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** What code that reads the token file names: its path, or what clients call it. */
const NAMES_TOKEN =
  /secrets\/kubernetes\.io\/serviceaccount|serviceaccount\/token|bearer_?token_?file|token_?file|in_?cluster|service_?account_?token/i
const SOURCE = /\.(?:py|js|mjs|cjs|ts|java|scala|kt|clj|go|rs|rb|cs|ex|erl|hs|php|swift)$/
const ASIDE =
  /(?:^|\/)(?:tests?|testing|test_\w+|examples?|docs?|node_modules|vendor)\/|[._-]test\.\w+$|_test\.go$|\.d\.ts$/i
/** In bytes: what is larger was made by a program. */
const LARGEST = 1_000_000
/** Files that state the requirements of a package. */
const MANIFEST = /(?:^|\/)(?:package\.json|METADATA|Cargo\.toml|go\.mod|pom\.xml|[\w.-]+\.gemspec)$/

/** The manifest of a wheel has a long description too. */
const METADATA = 'METADATA'
const REQUIRES = /^Requires-Dist:/

/**
 * Packages whose loader is in another one of the same release (`archive`), or in files that do not name the token (`also`).
 * By ecosystem and name.
 */
export const LOADERS = {
  'cargo kube': { archive: 'kube-client', also: /^src\/(?:client\/auth|config)\// },
  'cargo kube-client': { also: /^src\/(?:client\/auth|config)\// },
  'golang k8s.io/client-go': { only: /^(?:rest\/config|transport\/token_source)\.go$/ },
  'maven io.fabric8:kubernetes-client': {
    archive: 'io.fabric8:kubernetes-client-api',
    only: /(?:\/client\/Config|TokenRefreshInterceptor)\.java$/
  },
  'maven io.fabric8:openshift-client': {
    archive: 'io.fabric8:kubernetes-client-api',
    also: /TokenRefreshInterceptor\.java$/
  },
  'maven io.kubernetes:client-java': { only: /(?:\/util\/ClientBuilder|TokenFileAuthentication)\.java$/ },
  'npm @kubernetes/client-node': { only: /^dist\/(?:config|file_auth|config_types)\.js$/ },
  'pypi kubernetes': { only: /^kubernetes\/(?:config\/incluster_config|client\/configuration)\.py$/ },
  'pypi kubernetes-asyncio': { only: /^kubernetes_asyncio\/(?:config\/incluster_config|client\/configuration)\.py$/ }
}

/** By path: the texts of the files of an unpacked release that read the token. */
export function loaderIn(folder, { only, also } = {}) {
  const found = new Map()
  for (const path of filesBelow(folder)) {
    if (!SOURCE.test(path) || (only ? !only.test(path) : ASIDE.test(path))) continue
    const text = readFileSync(join(folder, path), 'utf8')
    if (only || also?.test(path) || NAMES_TOKEN.test(text)) found.set(path, text)
  }
  return found
}

/** The lines of the manifests of an unpacked release that name one of the clients, without blanks around them, in order. */
export function requirementsIn(folder, clients) {
  const names = clients.map(name => name.toLowerCase())
  const isName = line => names.some(name => new RegExp(`(?:^|[^\\w@/.-])${escaped(name)}(?![\\w/-])`).test(line))
  const lines = filesBelow(folder)
    .filter(path => MANIFEST.test(path) && !ASIDE.test(path) && path.split('/').length <= 3)
    .flatMap(path => {
      const lines = readFileSync(join(folder, path), 'utf8').split('\n')
      return path.endsWith(METADATA) ? lines.filter(line => REQUIRES.test(line)) : lines
    })
    .map(line => line.trim().replace(/,$/, ''))
    .filter(line => line.length < 300 && isName(line.toLowerCase().replaceAll('_', '-')))
  return [...new Set(lines)].toSorted()
}

function escaped(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** How two sets of texts differ: the summary that git prints; empty if they are equal. */
export function differenceOf(before, after) {
  const folder = mkdtempSync(join(tmpdir(), 'loaders-'))
  try {
    for (const [name, texts] of [
      ['before', before],
      ['after', after]
    ]) {
      mkdirSync(join(folder, name))
      for (const [path, text] of texts) {
        mkdirSync(dirname(join(folder, name, path)), { recursive: true })
        writeFileSync(join(folder, name, path), text)
      }
    }
    const options = ['diff', '--no-index', '--stat=100', '--no-color', '--no-ext-diff', '--', 'before', 'after']
    const { stdout } = spawnSync('git', options, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
    return stdout
      .replaceAll(/\{before => after\}\/|(?<==> )after\/|(?<=^ )before\/(?=.* => \/dev\/null)/gm, '')
      .trimEnd()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The paths of the files below a folder, in order. Links are not followed. */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .filter(path => statSync(path).size <= LARGEST)
    .map(path => relative(folder, path))
    .toSorted()
}
