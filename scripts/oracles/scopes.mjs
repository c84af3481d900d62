#!/usr/bin/env node
// Compares the scopes that we say clients have in lockfiles with what package managers install without the packages for
// development: npx tsc -p tsconfig.build.json && node scripts/oracles/scopes.mjs [npm pnpm yarn bun uv poetry pdm pipenv cargo]
// Runs those that are in the path; `yarn` may be any version. Resolves made-up packages with the names of clients from a registry on
// this machine alone, in temporary folders that it removes.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { builtIn } from '../../lib/policy/policy.js'
import { scan } from '../../lib/scan/scan.js'
import { diskWorkspace } from '../../lib/workspaces/disk.js'
import { conclude, pick, randomNumbers } from './compare.mjs'
import { serve } from './local-registry.mjs'

const PROJECTS = Number(process.env.PROJECTS ?? 40)
const VERSIONS = ['1.0.0', '2.0.0']
const random = randomNumbers(20_261_129)
const chance = part => random() < part
const run = promisify(execFile)

/** Names of clients, and of packages that are none and bring clients in. */
function namesOf(ecosystem) {
  const clients = builtIn.clientsOf(ecosystem).map(({ name }) => name)
  const own = clients.filter(name => !name.includes(':') && !name.startsWith('deno.land/') && !name.startsWith('@jsr/'))
  return [...own, ...Array.from({ length: 6 }, (_, at) => `plain-${at}`)].sort(() => random() - 0.5).slice(0, 14)
}

/** Packages that need each other without circles, and what the project and perhaps a member require. */
function world(ecosystem, { versions = VERSIONS, operator = '^', hasExtras = false }) {
  const names = namesOf(ecosystem)
  const need = name => ({
    name,
    range: `${operator}${pick(random, versions)}`,
    ...(hasExtras && chance(0.3) ? { extra: 'more' } : {})
  })
  const below = (at, part) =>
    names
      .slice(at + 1)
      .filter(() => chance(part))
      .map(need)
  const packages = names.flatMap((name, at) =>
    versions.map(version => ({
      name,
      version,
      needs: below(at, 0.2),
      extras: hasExtras ? { more: below(at, 0.2) } : {}
    }))
  )
  const project = () => {
    const runtime = names.filter(() => chance(0.15)).map(need)
    const taken = new Set(runtime.map(({ name }) => name))
    return { runtime, development: names.filter(name => !taken.has(name) && chance(0.25)).map(need) }
  }
  return { packages, root: project(), ...(chance(0.4) ? { member: project() } : {}) }
}

function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** Runs a program in a folder, with a home beside it that no other project uses, and returns its output. */
async function output(folder, program, words) {
  const home = join(folder, '..', 'home')
  const rustup = process.env.RUSTUP_HOME ?? join(process.env.HOME ?? '', '.rustup')
  const env = {
    ...process.env,
    HOME: home,
    CARGO_HOME: join(home, 'cargo'),
    RUSTUP_HOME: rustup,
    NO_COLOR: '1',
    CI: ''
  }
  const { stdout } = await run(program, words, { cwd: folder, env, maxBuffer: 100_000_000 })
  return stdout
}

const ranges = list => Object.fromEntries(list.map(({ name, range }) => [name, range]))

function packageJson(name, { runtime, development }, more = {}) {
  return JSON.stringify(
    { name, version: '1.0.0', dependencies: ranges(runtime), devDependencies: ranges(development), ...more },
    null,
    2
  )
}

function nodeProject({ root, member }) {
  const more = { private: true, ...(member ? { workspaces: ['member'] } : {}) }
  return {
    'package.json': packageJson('root', root, more),
    ...(member ? { 'member/package.json': packageJson('member', member) } : {})
  }
}

/** The packages of folders `node_modules`, as `name version`. */
function installedIn(folder) {
  const found = new Set()
  const walk = at => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue
      const path = join(at, entry.name)
      if (dirname(path).includes('node_modules') && existsSync(join(path, 'package.json'))) {
        const { name, version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
        found.add(`${name} ${version}`)
      }
      walk(path)
    }
  }
  walk(folder)
  return found
}

function removeInstalled(folder) {
  for (const path of ['node_modules', 'member/node_modules'])
    rmSync(join(folder, path), { recursive: true, force: true })
}

/** The packages in a tree of npm or pnpm, as `name version`. */
function inTree(trees) {
  const found = new Set()
  const walk = tree => {
    for (const list of ['dependencies', 'optionalDependencies']) {
      for (const [name, one] of Object.entries(tree[list] ?? {})) {
        if (one.version && !one.version.startsWith('link:')) found.add(`${name} ${one.version}`)
        walk(one)
      }
    }
  }
  for (const tree of trees) walk(tree)
  return found
}

const python = (list, { versions = '>=1' } = {}) =>
  JSON.stringify(list.map(({ name, extra }) => `${name}${extra ? `[${extra}]` : ''}${versions}`))

function pyproject({ root }, more = '') {
  const half = root.development.length >> 1
  return {
    'pyproject.toml': `[project]
name = "root"
version = "1.0.0"
requires-python = ">=3.9"
dependencies = ${python(root.runtime)}
[dependency-groups]
dev = ${python(root.development.slice(0, half))}
operations = ${python(root.development.slice(half))}
${more}`
  }
}

/** Names and versions in lines such as `name==1.0` and `name 1.0`. */
function inLines(text, line = /^(?<name>[A-Za-z][\w.-]*)(?:\[[^\]]*\])?\s*==\s*(?<version>[\w.]+)/) {
  return new Set(
    text.split('\n').flatMap(each => {
      const { name, version } = line.exec(each.trim())?.groups ?? {}
      return name === undefined ? [] : [`${name} ${version}`]
    })
  )
}

const PYTHON = { versions: ['1.0'], operator: '>=', hasExtras: true }

/** For each package manager: the ecosystem, its kind of world, and what it installs for run time after it has locked a project. */
const managers = {
  npm: {
    ecosystem: 'npm',
    async runtime(folder, made, registry) {
      const version = made.member ? pick(random, [2, 3]) : pick(random, [1, 2, 3])
      write(folder, nodeProject(made))
      const options = ['--registry', registry.npm, '--no-audit', '--no-fund', '--ignore-scripts']
      await output(folder, 'npm', ['install', '--package-lock-only', '--lockfile-version', String(version), ...options])
      // npm reads a tree of version 1 with the registry only.
      const words = ['ls', '--omit=dev', '--all', '--json', '--package-lock-only', ...options]
      return inTree([JSON.parse(await output(folder, 'npm', words))])
    }
  },
  pnpm: {
    ecosystem: 'npm',
    async runtime(folder, made, registry) {
      write(folder, nodeProject(made))
      write(folder, { 'pnpm-workspace.yaml': `packages: [${made.member ? 'member' : ''}]\nminimumReleaseAge: 0\n` })
      await output(folder, 'pnpm', ['install', '--lockfile-only', '--registry', registry.npm])
      await output(folder, 'pnpm', [
        'install',
        '--prod',
        '--frozen-lockfile',
        '--ignore-scripts',
        '--registry',
        registry.npm
      ])
      const words = ['list', '--prod', '--depth', 'Infinity', '--json', ...(made.member ? ['-r'] : [])]
      return inTree(JSON.parse(await output(folder, 'pnpm', words)))
    }
  },
  yarn: {
    ecosystem: 'npm',
    async runtime(folder, made, registry) {
      write(folder, nodeProject(made))
      const isClassic = (await output(folder, 'yarn', ['--version'])).startsWith('1.')
      if (isClassic) {
        write(folder, { '.yarnrc': `registry "${registry.npm}"\n` })
        await output(folder, 'yarn', ['install', '--ignore-scripts', '--non-interactive'])
        removeInstalled(folder)
        await output(folder, 'yarn', ['install', '--production', '--frozen-lockfile', '--ignore-scripts'])
        return installedIn(folder)
      }
      write(folder, {
        '.yarnrc.yml': `npmRegistryServer: "${registry.npm}"\nunsafeHttpWhitelist: ["127.0.0.1"]\nnodeLinker: node-modules\nenableImmutableInstalls: false\nnpmMinimalAgeGate: 0\n`
      })
      await output(folder, 'yarn', ['install'])
      removeInstalled(folder)
      await output(folder, 'yarn', ['workspaces', 'focus', '--all', '--production'])
      return installedIn(folder)
    }
  },
  bun: {
    ecosystem: 'npm',
    async runtime(folder, made, registry) {
      write(folder, { ...nodeProject(made), 'bunfig.toml': `[install]\nregistry = "${registry.npm}"\n` })
      await output(folder, 'bun', ['install', '--save-text-lockfile', '--ignore-scripts'])
      removeInstalled(folder)
      await output(folder, 'bun', ['install', '--production', '--frozen-lockfile', '--ignore-scripts'])
      return installedIn(folder)
    }
  },
  uv: {
    ecosystem: 'pypi',
    kind: PYTHON,
    async runtime(folder, made, registry) {
      write(folder, pyproject(made, `[[tool.uv.index]]\nurl = "${registry.pypi}"\ndefault = true\n`))
      await output(folder, 'uv', ['lock'])
      return inLines(
        await output(folder, 'uv', [
          'export',
          '--frozen',
          '--no-dev',
          '--no-default-groups',
          '--no-hashes',
          '--no-emit-project'
        ])
      )
    }
  },
  poetry: {
    ecosystem: 'pypi',
    kind: PYTHON,
    async runtime(folder, made, registry) {
      const source = `[tool.poetry]\npackage-mode = false\n[[tool.poetry.source]]\nname = "local"\nurl = "${registry.pypi}"\npriority = "primary"\n`
      write(folder, pyproject(made, source))
      await output(folder, 'poetry', ['lock', '--no-interaction'])
      const shown = await output(folder, 'poetry', ['show', '--only', 'main', '--no-ansi', '--no-interaction'])
      const lock = join(folder, 'poetry.lock')
      // Poetry 1.5 to 1.8 wrote neither groups nor categories: then the manifest decides.
      if (chance(0.5)) writeFileSync(lock, readFileSync(lock, 'utf8').replaceAll(/^groups = .*\n/gm, ''))
      return inLines(shown, /^(?<name>[\w.-]+)\s+(?:\(!\)\s+)?(?<version>\d[\w.]*)/)
    }
  },
  pdm: {
    ecosystem: 'pypi',
    kind: PYTHON,
    async runtime(folder, made, registry) {
      const source = `[[tool.pdm.source]]\nname = "pypi"\nurl = "${registry.pypi}"\nverify_ssl = false\n`
      write(folder, pyproject(made, source))
      await output(folder, 'pdm', ['lock', '-G', ':all'])
      return inLines(
        await output(folder, 'pdm', ['export', '--prod', '--no-hashes', '--no-markers', '-f', 'requirements'])
      )
    }
  },
  pipenv: {
    ecosystem: 'pypi',
    kind: { ...PYTHON, hasExtras: false },
    async runtime(folder, { root }, registry) {
      const table = list => list.map(({ name }) => `${name} = "*"\n`).join('')
      const source = `[[source]]\nname = "local"\nurl = "${registry.pypi}"\nverify_ssl = false\n`
      write(folder, {
        Pipfile: `${source}[packages]\n${table(root.runtime)}[dev-packages]\n${table(root.development)}`
      })
      await output(folder, 'pipenv', ['lock'])
      return inLines(await output(folder, 'pipenv', ['requirements']))
    }
  },
  cargo: {
    ecosystem: 'cargo',
    kind: { operator: '' },
    async runtime(folder, made) {
      const rows = (table, list) => `[${table}]\n${list.map(({ name, range }) => `${name} = "${range}"\n`).join('')}`
      const head = (name, version) => `[package]\nname = "${name}"\nversion = "${version}"\nedition = "2021"\n`
      const manifest = (name, { runtime, development }) => {
        const half = development.length >> 1
        const [dev, build] = [development.slice(0, half), development.slice(half)]
        return [
          head(name, '1.0.0'),
          rows('dependencies', runtime),
          rows('dev-dependencies', dev),
          rows('build-dependencies', build)
        ].join('')
      }
      const workspace = made.member ? '[workspace]\nmembers = ["member"]\n' : ''
      write(folder, {
        'Cargo.toml': manifest('root', made.root) + workspace,
        'src/lib.rs': '',
        'build.rs': 'fn main() {}'
      })
      if (made.member)
        write(folder, {
          'member/Cargo.toml': manifest('member', made.member),
          'member/src/lib.rs': '',
          'member/build.rs': 'fn main() {}'
        })
      const vendor = join(folder, '..', 'vendor')
      for (const { name, version, needs } of made.packages) {
        const own = `${name}-${version}`
        write(vendor, {
          [`${own}/Cargo.toml`]: head(name, version) + rows('dependencies', needs),
          [`${own}/src/lib.rs`]: '',
          [`${own}/.cargo-checksum.json`]: JSON.stringify({ files: {}, package: '0'.repeat(64) })
        })
      }
      const words = [
        '--config',
        'source.crates-io.replace-with="vendored"',
        '--config',
        `source.vendored.directory="${vendor}"`
      ]
      await output(folder, 'cargo', ['generate-lockfile', '--offline', ...words])
      const tree = await output(folder, 'cargo', [
        'tree',
        '--workspace',
        '-e',
        'normal',
        '--prefix',
        'none',
        '--offline',
        '--locked',
        '--no-dedupe',
        ...words
      ])
      return inLines(tree, /^(?<name>[\w-]+) v(?<version>[\d.]+)/)
    }
  }
}

/** What we say otherwise than the package manager of one project, and how many clients were compared. */
async function compareOne(manager, { ecosystem, kind = {}, runtime }, number) {
  const made = world(ecosystem, kind)
  const parent = mkdtempSync(join(tmpdir(), `scopes-${manager}-`))
  const folder = join(parent, 'project')
  mkdirSync(folder)
  const registry = await serve(made.packages)
  try {
    const expected = await runtime(folder, made, registry)
    removeInstalled(folder)
    const { findings } = await scan(await diskWorkspace(folder), { minimum: 'documented' })
    const locked = findings.map(({ subject }) => subject.dependency).filter(one => one?.origin === 'lockfile')
    const clients = new Set(builtIn.clientsOf(ecosystem).map(({ name }) => name))
    const told = new Map(locked.map(({ name, requirement, scope }) => [`${name} ${requirement.text}`, scope]))
    const missing = [...expected].filter(id => clients.has(id.split(' ')[0]) && !told.has(id))
    const wrong = [...told].filter(([id, scope]) => scope !== (expected.has(id) ? 'runtime' : 'development'))
    const differences = [
      ...wrong.map(([id, scope]) => `${manager} ${number}: ${id}: ${scope}`),
      ...missing.map(id => `${manager} ${number}: ${id}: no finding`)
    ]
    if (differences.length > 0 && process.env.KEEP) console.log(`kept ${parent}`)
    const forDevelopment = locked.filter(({ scope }) => scope === 'development').length
    return { compared: told.size, forDevelopment, differences }
  } finally {
    registry.close()
    if (!process.env.KEEP) rmSync(parent, { recursive: true, force: true })
  }
}

const asked = process.argv.slice(2)
for (const [name, manager] of Object.entries(managers)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const version = await output(tmpdir(), name, ['--version']).catch(() => undefined)
  if (version === undefined) {
    console.log(`${name}: not in the path`)
    continue
  }
  const differences = []
  let compared = 0
  let forDevelopment = 0
  for (let number = 0; number < PROJECTS; number++) {
    const one = await compareOne(name, manager, number)
    compared += one.compared
    forDevelopment += one.forDevelopment
    differences.push(...one.differences)
  }
  conclude(
    `${name} ${version.trim().split('\n')[0]}`,
    { projects: PROJECTS, packages: compared, 'of them for development': forDevelopment },
    differences
  )
}
