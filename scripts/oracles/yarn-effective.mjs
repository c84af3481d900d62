#!/usr/bin/env node
// Compares the versions that a scan of Yarn projects finds with those that Yarn 1 installs (its `yarn why` forgets resolutions) and
// `yarn why` of Yarn 4 prints, on generated projects: npx tsc -p tsconfig.build.json && node scripts/oracles/yarn-effective.mjs [COUNT]
// Needs Yarn 1 (YARN1, else yarn) and Yarn 2 or later (YARN4, else yarn-berry); compares with those that are there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareProjects, output, programNamed } from './effective.mjs'
import {
  CLIENT,
  installedFor,
  installedIn,
  manifestPaths,
  manifests,
  npmRegistry,
  placesOf,
  VERSIONS,
  written
} from './npm-registry.mjs'

const LOCK = 'yarn.lock'

function resolutionsFor({ chance, one, some, shuffled }, forms) {
  const version = () => one([...VERSIONS, '^0.10.2'])
  const parent = () => one(['a', '@acme/b', 'c', 'dash', 'tool'])
  const chosen = shuffled(some(forms, chance(0.3) ? 0.4 : 0.15))
  return Object.fromEntries(chosen.map(form => [form(one, parent()), version()]))
}

const CLASSIC = [
  () => CLIENT,
  () => `**/${CLIENT}`,
  (_one, parent) => `${parent}/${CLIENT}`,
  (_one, parent) => `${parent}/**/${CLIENT}`,
  (_one, parent) => `**/${parent}/${CLIENT}`
]
const BERRY = [
  () => CLIENT,
  () => `**/${CLIENT}`,
  one => `${CLIENT}@npm:${one(['^0.10.2', '0.10.2', '0.10.3'])}`,
  one => `${CLIENT}@${one(['^0.10.2', '0.10.2', '0.10.3'])}`,
  (_one, parent) => `${parent}/${CLIENT}`,
  one => `dash@npm:${one(['1.0.0', '1.1.0', '2.0.0'])}/${CLIENT}`
]

function make(forms, own) {
  return random => {
    const project = manifests(random, { own })
    const resolutions = resolutionsFor(random, forms)
    const root = { ...project['package.json'], workspaces: ['packages/*'], resolutions }
    return written({ ...project, 'package.json': root })
  }
}

/** The versions of resolutions. Yarn 1 locks them even if nothing uses them. */
function resolvedTo(files) {
  const values = Object.values(JSON.parse(files['package.json']).resolutions)
  return values.flatMap(value => (value.startsWith('^') ? ['0.10.2', '0.10.3'] : [value]))
}

/**
 * The root, if Yarn 1 passes over its resolution. Yarn asks the registry for what the root requires as if there were no resolutions, and
 * keeps the answer if another resolution has the same version. Other package managers that read resolutions do not.
 */
function passedOver(files, places) {
  const resolutions = Object.entries(JSON.parse(files['package.json']).resolutions)
  const [, first] = resolutions.find(([key]) => key === CLIENT || key === `**/${CLIENT}`) ?? []
  const root = `package.json ${CLIENT}`
  const installed = places.get(root)
  const isOther = VERSIONS.includes(first) && installed !== first && resolvedTo(files).includes(installed)
  return new Set(isOther ? [root] : [])
}

function classic({ command }, registry) {
  return async (cwd, files) => {
    const settings = [
      '--non-interactive',
      '--ignore-scripts',
      '--registry',
      registry.address,
      '--cache-folder',
      join(cwd, '.cache')
    ]
    try {
      await output(command, ['install', ...settings], { cwd })
    } catch {
      return undefined
    }
    const places = placesOf(files, folder => installedFor(folder, cwd))
    return {
      files: { ...files, [LOCK]: readFileSync(join(cwd, LOCK), 'utf8') },
      places,
      onlyLocked: passedOver(files, places),
      all: new Set(installedIn(cwd).map(version => `${CLIENT} ${version}`)),
      kept: new Set(resolvedTo(files).map(version => `${CLIENT} ${version}`))
    }
  }
}

function berry({ command }, registry) {
  return async (cwd, files) => {
    const env = {
      YARN_NPM_REGISTRY_SERVER: registry.address.slice(0, -1),
      YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
      YARN_ENABLE_TELEMETRY: 'false',
      YARN_GLOBAL_FOLDER: join(cwd, '.yarn-global'),
      YARN_NPM_MINIMAL_AGE_GATE: '0'
    }
    try {
      await output(command, ['install', '--mode=update-lockfile'], { cwd, env })
    } catch (error) {
      if (process.env.SHOW) console.log(error.stdout)
      return undefined
    }
    const printed = await output(command, ['why', CLIENT, '--json'], { cwd, env })
    const paths = new Map(manifestPaths(files))
    const places = new Map()
    const all = new Set()
    for (const line of printed.split('\n').filter(text => text !== '')) {
      const { value, children } = JSON.parse(line)
      for (const { locator } of Object.values(children)) {
        const version = locator.replace(/^.*@(?:virtual:.*#)?npm:/, '')
        all.add(`${CLIENT} ${version}`)
        const [, name, rest] = /^(@?[^@]+)@(.*)$/.exec(value)
        if (rest.startsWith('workspace:')) places.set(`${paths.get(name)} ${CLIENT}`, version)
      }
    }
    // Which Yarn it is, the lockfile shows: the first one matches `**/`, later ones match nothing by it.
    const onlyLocked = new Set(files['package.json'].includes(`"**/${CLIENT}"`) ? [`package.json ${CLIENT}`] : [])
    return { files: { ...files, [LOCK]: readFileSync(join(cwd, LOCK), 'utf8') }, places, onlyLocked, all }
  }
}

const registry = await npmRegistry()
const first = programNamed('yarn', 'YARN1')
const isFirst = first?.version.startsWith('1.')
if (isFirst) {
  const resolve = classic(first, registry)
  await compareProjects({
    oracle: `yarn ${first.version}`,
    seed: 20_161_011,
    make: make(CLASSIC, '1.0.0'),
    resolve,
    unlocked: [LOCK]
  })
} else console.log('Yarn 1 not found, skipped')
const later = programNamed('yarn-berry', 'YARN4')
if (later) {
  const resolve = berry(later, registry)
  await compareProjects({
    oracle: `yarn ${later.version}`,
    seed: 20_200_124,
    make: make(BERRY, 'workspace:*'),
    resolve,
    unlocked: [LOCK]
  })
} else console.log('Yarn 2 or later not found, skipped')
registry.close()
