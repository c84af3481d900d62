#!/usr/bin/env node
// Compares the versions that a scan of Go modules and workspaces finds with those that `go list -m all` prints, on generated
// projects: npx tsc -p tsconfig.build.json && node scripts/oracles/go-effective.mjs [COUNT]
// Needs go; GO names another one. Its modules come from a folder that this script writes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { compareProjects, output, programNamed, writeFiles } from './effective.mjs'

const CLIENT = 'k8s.io/client-go'
const FORK = 'github.com/acme/client-go'
const VERSIONS = ['v0.15.6', 'v0.17.0', 'v0.20.4', 'v0.28.0', 'v11.0.0+incompatible']
/** The version in a `replace` of the client. */
const REPLACED = new RegExp(`^replace ${CLIENT} .*=> \\S+ (\\S+)$`, 'gm')
/** Module → version → what it requires. */
const MODULES = {
  [CLIENT]: Object.fromEntries(VERSIONS.map(version => [version, {}])),
  [FORK]: { 'v0.20.0': {}, 'v1.2.0': {} },
  'example.com/dash': { 'v1.0.0': { [CLIENT]: 'v0.15.6' }, 'v1.1.0': { [CLIENT]: 'v0.20.4' } },
  'example.com/tool': { 'v1.0.0': { 'example.com/dash': 'v1.0.0' } }
}

/** The files of a module proxy. */
function proxyFiles() {
  const files = {}
  for (const [path, releases] of Object.entries(MODULES)) {
    const folder = `${path}/@v`
    files[`${folder}/list`] = `${Object.keys(releases).join('\n')}\n`
    for (const [version, required] of Object.entries(releases)) {
      files[`${folder}/${version}.info`] = JSON.stringify({ Version: version, Time: '2020-01-01T00:00:00Z' })
      const lines = Object.entries(required).map(([name, wanted]) => `require ${name} ${wanted}`)
      files[`${folder}/${version}.mod`] = [
        `module ${path}`,
        ...(version.includes('+') ? [] : ['go 1.17']),
        ...lines,
        ''
      ].join('\n')
    }
  }
  return files
}

function target({ chance, one }) {
  return chance(0.7) ? `${CLIENT} ${one(VERSIONS)}` : `${FORK} ${one(Object.keys(MODULES[FORK]))}`
}

/** Replacements of every version, and of one version. */
function replaces(random) {
  const { one, some } = random
  const forms = [
    () => `replace ${CLIENT} => ${target(random)}`,
    () => `replace ${CLIENT} ${one(VERSIONS)} => ${target(random)}`
  ]
  return some(forms, 0.3).map(form => form())
}

/** Go 1.16 does not list what the requirements of a module require. */
const OLDER = 'go 1.16'

function module(name, { chance, one, some }, more) {
  const others = some(['example.com/dash', 'example.com/tool'], 0.4).map(
    path => `require ${path} ${one(Object.keys(MODULES[path]))}`
  )
  const own = some([CLIENT], 0.5).map(path => `require ${path} ${one(VERSIONS)}`)
  return [`module ${name}`, chance(0.4) ? OLDER : 'go 1.21', ...own, ...others, ...more, ''].join('\n')
}

/** Whether a module requires something and does not list what that requires. */
function isOlder(text) {
  return text.includes(OLDER) && text.includes('require ')
}

/** Whether a module lists the client once it is tidy, if it needs the client. */
function lists(text) {
  return !isOlder(text) || text.includes(`require ${CLIENT} `)
}

/** One module, or a workspace of some, in which go.work or one of them replaces the client. */
function make(random) {
  const { chance, one, some } = random
  if (chance(0.4)) return { 'go.mod': module('example.org/root', random, replaces(random)) }
  const folders = ['a', 'b', ...some(['c'], 0.5)]
  const place = one(['go.work', 'a', 'b', undefined])
  const replace = [`replace ${CLIENT} ${chance(0.3) ? `${one(VERSIONS)} ` : ''}=> ${target(random)}`]
  const modules = folders.map(folder => [
    `${folder}/go.mod`,
    module(`example.org/${folder}`, random, folder === place ? replace : [])
  ])
  const work = ['go 1.21', ...folders.map(folder => `use ./${folder}`), ...(place === 'go.work' ? replace : []), '']
  return { 'go.work': work.join('\n'), ...Object.fromEntries(modules) }
}

const go = programNamed('go', 'GO', ['version'])
if (go) {
  const proxy = mkdtempSync(join(tmpdir(), 'proxy-'))
  writeFiles(proxy, proxyFiles())
  const cache = mkdtempSync(join(tmpdir(), 'modules-'))
  const env = {
    GOPROXY: `file://${proxy}`,
    GOSUMDB: 'off',
    GONOSUMDB: '*',
    GONOSUMCHECK: '1',
    GOFLAGS: '',
    GOMODCACHE: cache,
    GOTOOLCHAIN: 'local',
    GOWORK: ''
  }
  const used = '{{with .Replace}}{{.Version}}{{else}}{{.Version}}{{end}}'
  const listed = async (cwd, format, more) => {
    const args = ['list', '-m', '-f', `{{.Path}} ${format}`, 'all']
    const printed = await output(go.command, args, { cwd, env: { ...env, ...more } })
    const line = printed.split('\n').find(text => text.startsWith(`${CLIENT} `))
    return line?.slice(CLIENT.length + 1)
  }
  const require = (cwd, version) =>
    output(go.command, ['mod', 'edit', `-require=${CLIENT}@${version}`], { cwd, env: { ...env, GOWORK: 'off' } })
  const resolve = async (cwd, files) => {
    const folders = Object.keys(files)
      .filter(path => path.endsWith('go.mod'))
      .map(path => dirname(path))
    const asking = []
    const needsMore = folder => !asking.includes(folder) && isOlder(files[join(folder, 'go.mod')])
    try {
      // As `go mod tidy` and `go work sync` leave them: each module states what it needs, in the version that the workspace chooses.
      for (const folder of folders) {
        const version = await listed(join(cwd, folder), '{{.Version}}', { GOFLAGS: '-mod=mod', GOWORK: 'off' })
        if (version === undefined || !lists(files[join(folder, 'go.mod')])) continue
        asking.push(folder)
        await require(join(cwd, folder), version)
      }
      const chosen = await listed(cwd, '{{.Version}}', {})
      for (const folder of asking) await require(join(cwd, folder), chosen)
      const version = await listed(cwd, used, {})
      const texts = Object.keys(files).map(path => [path, readFileSync(join(cwd, path), 'utf8')])
      const targets = texts.flatMap(([, text]) => Array.from(text.matchAll(REPLACED), ([, target]) => target))
      const isNamed = asking.length > 0 || targets.includes(version)
      return {
        files: Object.fromEntries(texts),
        places: new Map(asking.map(folder => [`${join(folder, 'go.mod')} ${CLIENT}`, version])),
        all: new Set(version !== undefined && isNamed ? [`${CLIENT} ${version}`] : []),
        // Where a list is not complete, a replacement may be in use.
        kept: new Set(folders.some(needsMore) ? targets.map(target => `${CLIENT} ${target}`) : [])
      }
    } catch (error) {
      if (process.env.SHOW) console.log(error.stderr ?? error)
      return undefined
    }
  }
  await compareProjects({ oracle: go.version.replace('version ', ''), seed: 20_180_824, make, resolve })
  rmSync(proxy, { recursive: true, force: true })
  // Go's cache of modules is not writable.
  await output(go.command, ['clean', '-modcache'], { env })
  rmSync(cache, { recursive: true, force: true })
} else console.log('go not found, skipped')
