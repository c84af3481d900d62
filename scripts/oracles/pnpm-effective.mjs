#!/usr/bin/env node
// Compares the versions that a scan of pnpm projects finds with those that `pnpm why` prints, on generated projects:
// npx tsc -p tsconfig.build.json && node scripts/oracles/pnpm-effective.mjs [COUNT]
// Needs pnpm, since its `why` prints dependents (10.30 or newer); PNPM names another one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareProjects, output, programNamed } from './effective.mjs'
import { CLIENT, manifestPaths, manifests, npmRegistry, VERSIONS, written } from './npm-registry.mjs'

const LOCK = 'pnpm-lock.yaml'
const WORKSPACE = 'pnpm-workspace.yaml'
const pnpm = programNamed('pnpm', 'PNPM')
const major = Number.parseInt(pnpm?.version, 10)
/** Whether it reads overrides in WORKSPACE alone. */
const isLater = major >= 11
/** Whether it takes the narrowest of several overrides, as a scan does with those in WORKSPACE. Others sort them. */
const takesNarrowest = major >= 12

function overridesFor({ chance, one, some, shuffled }, { dependencies, devDependencies }) {
  const own = { ...dependencies, ...devDependencies }
  const version = () => one([...VERSIONS, '^0.10.2'])
  const forms = [
    () => [CLIENT, own[CLIENT] && chance(0.3) ? `$${CLIENT}` : version()],
    () => [`${CLIENT}@${one(['^0.10.0', '0.10.2', '<1'])}`, version()],
    () => [`${CLIENT}@${one(['^0.10.2', '0.10.3', '>=1'])}`, version()],
    () => [`dash>${CLIENT}`, version()],
    () => [`dash@1>${CLIENT}`, version()],
    () => [`${one(['a', '@acme/b', 'c'])}>${CLIENT}`, version()],
    () => [`a>${CLIENT}@^0.10.0`, version()],
    () => ['dash', '2.0.0']
  ]
  const chosen = some(forms, chance(0.3) ? 0.4 : 0.15)
  return Object.fromEntries(shuffled(chosen).map(form => form()))
}

/** Overrides in one of the places that pnpm reads. */
function make(random) {
  const project = manifests(random, { own: 'workspace:*' })
  const { workspaces, ...root } = project['package.json']
  const overrides = overridesFor(random, root)
  const place = random.one(['pnpm', 'resolutions', WORKSPACE])
  const settings = { packages: ['packages/*'], ...(place === WORKSPACE ? { overrides } : {}) }
  if (place === 'pnpm') root.pnpm = { overrides }
  if (place === 'resolutions') root.resolutions = overrides
  if (random.chance(0.5)) root.packageManager = `pnpm@${pnpm.version}`
  const yaml = [
    ...['packages:', "  - 'packages/*'"],
    ...Object.entries(settings.overrides ?? {}).map(
      ([key, value], index) => `${index === 0 ? 'overrides:\n' : ''}  '${key}': '${value}'`
    )
  ]
  return { ...written({ ...project, 'package.json': root }), [WORKSPACE]: `${yaml.join('\n')}\n` }
}

/** What `pnpm why --json` prints: each version in use, and what requires it. */
function versionsIn(found, files) {
  const paths = new Map(manifestPaths(files))
  const places = found.flatMap(({ version, dependents }) =>
    dependents
      .filter(({ depField }) => depField !== undefined)
      .map(({ name }) => [`${paths.get(name)} ${CLIENT}`, version])
  )
  return { places: new Map(places), all: new Set(found.map(({ version }) => `${CLIENT} ${version}`)) }
}

if (pnpm) {
  const registry = await npmRegistry()
  const env = { npm_config_registry: registry.address, CI: '', PNPM_CONFIG_PM_ON_FAIL: 'ignore' }
  const resolve = async (cwd, files) => {
    try {
      await output(
        pnpm.command,
        [
          ...['install', '--no-frozen-lockfile', '--ignore-scripts', '--silent'],
          ...[`--registry=${registry.address}`, `--store-dir=${join(cwd, '.store')}`]
        ],
        { cwd, env }
      )
    } catch (error) {
      if (process.env.SHOW) console.log(error.stdout, error.stderr)
      return undefined
    }
    const printed = await output(pnpm.command, ['why', CLIENT, '--recursive', '--json'], { cwd, env, mayFail: true })
    const { places, all } = versionsIn(JSON.parse(printed || '[]'), files)
    // Which pnpm a project has, or whether it has one at all, only a lockfile or `packageManager` shows.
    const { packageManager, pnpm: settings, resolutions } = JSON.parse(files['package.json'])
    const isOpen = files[WORKSPACE].includes('overrides:')
      ? !takesNarrowest
      : packageManager === undefined && ((isLater ? settings : undefined) ?? resolutions) !== undefined
    return {
      files: { ...files, [LOCK]: readFileSync(join(cwd, LOCK), 'utf8') },
      places,
      onlyLocked: new Set(isOpen ? places.keys() : []),
      all
    }
  }
  await compareProjects({ oracle: `pnpm ${pnpm.version}`, seed: 20_170_628, make, resolve, unlocked: [LOCK] })
  registry.close()
} else console.log('pnpm not found, skipped')
