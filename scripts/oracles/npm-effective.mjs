#!/usr/bin/env node
// Compares the versions that a scan of npm projects finds with those that `npm ls` prints, on generated projects:
// npx tsc -p tsconfig.build.json && node scripts/oracles/npm-effective.mjs [COUNT]
// Needs npm; NPM names another one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareProjects, output, programNamed } from './effective.mjs'
import { CLIENT, manifestPaths, manifests, npmRegistry, VERSIONS, written } from './npm-registry.mjs'

const LOCK = 'package-lock.json'

/** Overrides in all forms. One that contradicts what the root itself requires is an error for npm. */
function overridesFor({ chance, one, some, shuffled }, { dependencies, devDependencies }) {
  const own = { ...dependencies, ...devDependencies }
  const version = () => one([...VERSIONS, '^0.10.2'])
  const forms = [
    () => (own[CLIENT] ? [CLIENT, one([`$${CLIENT}`, own[CLIENT]])] : [CLIENT, version()]),
    () =>
      own[CLIENT] ? ['dash', { [CLIENT]: version() }] : [`${CLIENT}@${one(['^0.10.0', '0.10.2', '<1'])}`, version()],
    () =>
      own[CLIENT] ? ['tool@1', { [CLIENT]: version() }] : [`${CLIENT}@${one(['^0.10.2', '0.10.3', '>=1'])}`, version()],
    () => ['dash', { [CLIENT]: version() }],
    () => ['dash@1', { [CLIENT]: version() }],
    () => [one(['a', '@acme/b', 'c']), { [CLIENT]: version() }],
    () => ['tool', { dash: { [CLIENT]: version() } }],
    () => ['a', { dash: { '.': '2.0.0', [CLIENT]: version() } }]
  ]
  return Object.fromEntries(shuffled(some(forms, chance(0.3) ? 0.4 : 0.15)).map(form => form()))
}

function make(random) {
  const project = manifests(random, { own: '1.0.0' })
  const overrides = overridesFor(random, project['package.json'])
  return written({ ...project, 'package.json': { ...project['package.json'], overrides } })
}

/** The versions in the tree that `npm ls` prints. */
function versionsIn(tree, files) {
  const places = new Map()
  const all = new Set()
  const paths = new Map(manifestPaths(files))
  const levels = [[tree.name, tree]]
  for (const [name, { dependencies = {} }] of levels) {
    for (const [child, node] of Object.entries(dependencies)) {
      levels.push([child, node])
      if (child !== CLIENT || !node.version) continue
      all.add(`${CLIENT} ${node.version}`)
      // Where two overrides contradict each other, npm installs what nothing asks for.
      if (paths.has(name) && !node.extraneous) places.set(`${paths.get(name)} ${CLIENT}`, node.version)
    }
  }
  return { places, all }
}

const npm = programNamed('npm', 'NPM')
if (npm) {
  const registry = await npmRegistry()
  const settings = [
    `--registry=${registry.address}`,
    '--no-audit',
    '--no-fund',
    '--package-lock-only',
    '--loglevel=silent'
  ]
  const resolve = async (cwd, files) => {
    try {
      await output(npm.command, ['install', ...settings], { cwd })
    } catch {
      return undefined
    }
    const printed = await output(npm.command, ['ls', '--all', '--json', ...settings], { cwd, mayFail: true })
    return {
      files: { ...files, [LOCK]: readFileSync(join(cwd, LOCK), 'utf8') },
      ...versionsIn(JSON.parse(printed), files)
    }
  }
  await compareProjects({ oracle: `npm ${npm.version}`, seed: 20_210_203, make, resolve, unlocked: [LOCK] })
  registry.close()
} else console.log('npm not found, skipped')
