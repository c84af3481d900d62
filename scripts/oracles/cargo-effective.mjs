#!/usr/bin/env node
// Compares the versions that a scan of Cargo projects finds with those that `cargo tree` prints, on generated projects:
// npx tsc -p tsconfig.build.json && node scripts/oracles/cargo-effective.mjs [COUNT]
// Patches are left out: which ones apply depends on versions in other files. Needs cargo; CARGO names another one. Its crates come from a folder beside each project.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareProjects, output, programNamed, writeFiles } from './effective.mjs'

const LOCK = 'Cargo.lock'
const CLIENT = 'kube'
const VERSIONS = ['0.68.0', '0.69.1', '0.87.1', '0.87.2', '1.0.0']
/** Crate → version → what it requires. */
const CRATES = {
  [CLIENT]: Object.fromEntries(VERSIONS.map(version => [version, {}])),
  dash: { '1.0.0': { [CLIENT]: '=0.68.0' }, '1.1.0': { [CLIENT]: '0.87' } },
  tool: { '1.0.0': { dash: '=1.0.0', [CLIENT]: '>=0.68, <0.88' } }
}
const SOURCE = 'source'

function manifest(name, version, dependencies) {
  const lines = Object.entries(dependencies).map(([crate, asked]) => `${crate} = "${asked}"`)
  return [
    '[package]',
    `name = "${name}"`,
    `version = "${version}"`,
    'edition = "2021"',
    '[dependencies]',
    ...lines,
    ''
  ].join('\n')
}

/** A folder in place of the registry. */
function sourceFiles() {
  const files = {
    '.cargo/config.toml': `[source.crates-io]\nreplace-with = "here"\n[source.here]\ndirectory = "${SOURCE}"\n[net]\noffline = true\n`
  }
  for (const [name, releases] of Object.entries(CRATES)) {
    for (const [version, dependencies] of Object.entries(releases)) {
      const folder = `${SOURCE}/${name}-${version}`
      files[`${folder}/Cargo.toml`] = manifest(name, version, dependencies)
      files[`${folder}/src/lib.rs`] = ''
      const checksum = createHash('sha256').update(`${name} ${version}`).digest('hex')
      files[`${folder}/.cargo-checksum.json`] = JSON.stringify({ files: {}, package: checksum })
    }
  }
  return files
}

const ASKED = ['=0.68.0', '0.68', '=0.87.1', '0.87', '^0.87.1', '>=0.68, <0.88', '1', '*']

/** The tables of one package. What it inherits, the workspace has. */
function tables({ one, some, chance }, inherited, siblings) {
  const client = some([CLIENT], 0.7).map(each =>
    inherited && chance(0.3) ? `${each} = { workspace = true }` : `${each} = "${one(ASKED)}"`
  )
  const others = some(['dash', 'tool'], 0.3).map(each => `${each} = "1"`)
  const alias = chance(0.15) ? [`old-kube = { package = "${CLIENT}", version = "${one(ASKED)}" }`] : []
  const table = one([
    'dependencies',
    'dependencies',
    'dev-dependencies',
    'build-dependencies',
    "target.'cfg(unix)'.dependencies"
  ])
  const own = siblings.map(other => `${other} = { path = "../${other}" }`)
  return [`[${table}]`, ...client, ...alias, ...(table === 'dependencies' ? [] : ['[dependencies]']), ...others, ...own]
}

function make(random) {
  const { chance, one, some } = random
  const members = some(['a', 'b', 'c'], 0.6)
  const inherits = chance(0.5)
  const files = {}
  const head = name => ['[package]', `name = "${name}"`, 'version = "1.0.0"', 'edition = "2021"']
  const bodyOf = siblings => tables(random, inherits, siblings)
  for (const [index, name] of members.entries()) {
    files[`members/${name}/Cargo.toml`] = [...head(name), ...bodyOf(some(members.slice(0, index), 0.2)), ''].join('\n')
    files[`members/${name}/src/lib.rs`] = ''
  }
  const isVirtual = members.length > 0 && chance(0.4)
  const isShared = Object.values(files).some(text => text.includes('workspace = true'))
  const shared = isShared ? ['[workspace.dependencies]', `${CLIENT} = "${one(ASKED)}"`] : []
  files['Cargo.toml'] = [
    ...(isVirtual ? [] : [...head('root'), ...tables(random, isShared, [])]),
    ...['[workspace]', 'members = ["members/*"]', 'exclude = ["source"]', 'resolver = "2"'],
    ...shared,
    ''
  ].join('\n')
  if (!isVirtual) files['src/lib.rs'] = ''
  return files
}

/** The versions in the trees that `cargo tree` prints, a line for each package with its depth. */
function versionsIn(printed, files) {
  const paths = new Map(
    Object.keys(files)
      .filter(path => path.endsWith('Cargo.toml'))
      .map(path => [/^name = "(.*)"/m.exec(files[path])?.[1], path])
  )
  const places = new Map()
  const all = new Set()
  const above = []
  for (const line of printed.split('\n')) {
    const [, depth, name, version] = /^(\d+)(\S+) v(\S+)/.exec(line) ?? []
    if (name === undefined) continue
    above[Number(depth)] = name
    if (name !== CLIENT) continue
    all.add(`${CLIENT} ${version}`)
    const path = depth > 0 ? paths.get(above[depth - 1]) : undefined
    if (!path) continue
    const place = `${path} ${CLIENT}`
    const before = places.get(place)
    // Under two names a package may require two versions.
    places.set(place, before === undefined || before === version ? version : 'several')
  }
  return { places: new Map([...places].filter(([, version]) => version !== 'several')), all }
}

const cargo = programNamed('cargo', 'CARGO')
if (cargo) {
  const source = sourceFiles()
  const resolve = async (cwd, files) => {
    writeFiles(cwd, source)
    const env = { CARGO_NET_OFFLINE: 'true', CARGO_TARGET_DIR: join(cwd, 'target') }
    try {
      await output(cargo.command, ['generate-lockfile', '--offline', '--quiet'], { cwd, env })
    } catch (error) {
      if (process.env.SHOW) console.log(error.stderr)
      return undefined
    }
    const flags = [
      'tree',
      '--workspace',
      '--offline',
      '--no-dedupe',
      '--prefix=depth',
      '--edges=normal,build,dev',
      '--target=all',
      '--quiet'
    ]
    const printed = await output(cargo.command, flags, { cwd, env })
    const manifests = Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith('Cargo.toml')))
    return { files: { ...manifests, [LOCK]: readFileSync(join(cwd, LOCK), 'utf8') }, ...versionsIn(printed, manifests) }
  }
  await compareProjects({ oracle: cargo.version.split(' (')[0], seed: 20_151_210, make, resolve, unlocked: [LOCK] })
} else console.log('cargo not found, skipped')
