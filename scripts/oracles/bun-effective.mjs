#!/usr/bin/env node
// Compares the versions that a scan of bun projects finds with those that bun installs and `bun pm ls` prints, on generated projects:
// npx tsc -p tsconfig.build.json && node scripts/oracles/bun-effective.mjs [COUNT]
// Needs bun; BUN names another one.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareProjects, output, programNamed } from './effective.mjs'
import { CLIENT, installedFor, manifests, npmRegistry, placesOf, VERSIONS, written } from './npm-registry.mjs'

const LOCK = 'bun.lock'

function make(random) {
  const { chance, one } = random
  const project = manifests(random, { own: 'workspace:*' })
  const root = { ...project['package.json'], workspaces: ['packages/*'] }
  const key = one([CLIENT, CLIENT, `**/${CLIENT}`])
  if (chance(0.7))
    root[key === CLIENT ? one(['overrides', 'resolutions']) : 'resolutions'] = { [key]: one([...VERSIONS, '^0.10.2']) }
  return written({ ...project, 'package.json': root })
}

const bun = programNamed('bun', 'BUN')
if (bun) {
  const registry = await npmRegistry()
  const resolve = async (cwd, files) => {
    const env = {
      BUN_CONFIG_REGISTRY: registry.address,
      BUN_INSTALL_CACHE_DIR: join(cwd, '.cache'),
      npm_config_registry: registry.address
    }
    try {
      await output(bun.command, ['install', '--ignore-scripts', '--linker=hoisted', '--save-text-lockfile'], {
        cwd,
        env
      })
    } catch (error) {
      if (process.env.SHOW) console.log(error.stdout, error.stderr)
      return undefined
    }
    // bun writes no lockfile for a project without dependencies.
    if (!existsSync(join(cwd, LOCK))) return undefined
    const printed = await output(bun.command, ['pm', 'ls', '--all'], { cwd, env })
    const found = printed.matchAll(/@kubernetes\/client-node@(\d[\w.-]*)/g)
    return {
      files: { ...files, [LOCK]: readFileSync(join(cwd, LOCK), 'utf8') },
      places: placesOf(files, folder => installedFor(folder, cwd)),
      all: new Set(Array.from(found, ([, version]) => `${CLIENT} ${version}`))
    }
  }
  await compareProjects({ oracle: `bun ${bun.version}`, seed: 20_210_706, make, resolve, unlocked: [LOCK] })
  registry.close()
} else console.log('bun not found, skipped')
