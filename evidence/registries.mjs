/**
 * Asks package registries through the ordinary client of each ecosystem: which releases a package has, and what is in the archive of one.
 * A registry is the one that the client is configured with, or `address`. Nothing of an archive is executed. Needs the clients, and
 * `tar` and `unzip`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goVersionsOf } from './go-modules.mjs'
import { run } from './process.mjs'

/** The minutes that a client has for one question. */
const PATIENCE = 5
const METADATA = /^maven-metadata-.*\.xml$/
const VERSION = /<version>([^<]+)/g

/** An array or a single value, as some clients print it. */
function listed(value) {
  return value === undefined ? [] : [value].flat()
}

/** The only entry of a folder whose name matches. Throws if there is none. */
function entryOf(folder, pattern = /./) {
  const name = existsSync(folder) ? readdirSync(folder).find(each => pattern.test(each)) : undefined
  if (name === undefined) throw new Error('there is no archive that can be compared')
  return join(folder, name)
}

async function unzipped(archive, folder) {
  mkdirSync(folder, { recursive: true })
  await run(['unzip', '-qq', '-o', archive, '-d', folder], folder, {}, PATIENCE)
  return folder
}

async function untarred(archive, folder) {
  mkdirSync(folder, { recursive: true })
  await run(['tar', '-xzf', archive, '-C', folder, '--no-same-owner'], folder, {}, PATIENCE)
  return folder
}

const npm = {
  async releases(name, { address, folder }) {
    if (name.startsWith('jsr:')) throw new Error('npm does not ask JSR')
    const shown = await run(
      ['npm', 'view', name, 'versions', '--json', ...npmOptions(address, folder)],
      folder,
      {},
      PATIENCE
    )
    return shown.trim() === '' ? [] : listed(JSON.parse(shown))
  },
  async unpack(name, version, { address, folder }) {
    const options = ['--ignore-scripts', '--pack-destination', folder, ...npmOptions(address, folder)]
    await run(['npm', 'pack', '--silent', `${name}@${version}`, ...options], folder, {}, PATIENCE)
    return entryOf(await untarred(entryOf(folder, /\.tgz$/), join(folder, 'unpacked')))
  }
}

function npmOptions(address, folder) {
  return [...(address ? ['--registry', address] : []), '--cache', join(folder, 'cache'), '--no-update-notifier']
}

const pypi = {
  async releases(name, { address, folder }) {
    const shown = await pip(['index', 'versions', '--pre', '--ignore-requires-python', name], address, folder)
    return /^Available versions: (.*)$/m.exec(shown)?.[1].split(', ') ?? []
  },
  // A wheel: a source archive would be built, which executes it.
  async unpack(name, version, { address, folder }) {
    const options = [
      '--no-deps',
      '--only-binary',
      ':all:',
      '--ignore-requires-python',
      '--no-cache-dir',
      '--dest',
      folder
    ]
    await pip(['download', ...options, `${name}==${version}`], address, folder)
    return unzipped(entryOf(folder, /\.whl$/), join(folder, 'unpacked'))
  }
}

function pip(args, address, folder) {
  const index = address ? ['--index-url', address] : []
  const quiet = { PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1', ...(address ? { PIP_FIND_LINKS: '' } : {}) }
  return run([process.env.PYTHON ?? 'python3', '-m', 'pip', ...args, ...index], folder, quiet, PATIENCE)
}

const golang = {
  releases: (name, { address }) => goVersionsOf(name, address ? { GOPROXY: address } : {}),
  async unpack(name, version, { address, folder }) {
    const env = {
      GOFLAGS: '-modcacherw',
      GOMODCACHE: join(folder, 'modules'),
      ...(address ? { GOPROXY: address } : {})
    }
    // Without -json, the tool says what fails as a sentence.
    await run(['go', 'mod', 'download', `${name}@${version}`], folder, env, PATIENCE)
    return JSON.parse(await run(['go', 'mod', 'download', '-json', `${name}@${version}`], folder, env, PATIENCE)).Dir
  }
}

const cargo = {
  // The newest only: cargo shows no others.
  async releases(name, { address, folder }) {
    const shown = await cargoInfo(name, address, folder)
    const [, version, latest] = /^version: (\S+)(?: \(latest ([^)\s]+)\))?/m.exec(shown) ?? []
    return listed(latest ?? version)
  },
  async unpack(name, version, { address, folder }) {
    await cargoInfo(`${name}@${version}`, address, folder)
    return entryOf(entryOf(join(folder, 'cargo', 'registry', 'src')), /./)
  }
}

function cargoInfo(asked, address, folder) {
  const index = address ? ['--index', `sparse+${address}`] : []
  return run(
    ['cargo', 'info', asked, '--color', 'never', ...index],
    folder,
    { CARGO_HOME: join(folder, 'cargo') },
    PATIENCE
  )
}

const maven = {
  // Maven reads the list of releases for a range. A jar is no parent, so that it fails then: what it has read counts.
  async releases(name, context) {
    const [group, artifact] = name.split(':')
    const parent = `<parent>${coordinates(group, artifact, '[0,)')}<relativePath/></parent><artifactId>a</artifactId>`
    let problem
    await mvn(parent, ['validate'], context).catch(error => {
      problem = error
    })
    const folder = join(context.folder, 'local', ...group.split('.'), artifact)
    const metadata = existsSync(folder) ? readdirSync(folder).find(file => METADATA.test(file)) : undefined
    if (metadata === undefined) throw problem ?? new Error('Maven gave no list of releases')
    return Array.from(readFileSync(join(folder, metadata), 'utf8').matchAll(VERSION), ([, version]) => version)
  },
  async unpack(name, version, context) {
    const [group, artifact] = name.split(':')
    const own = coordinates('a', 'a', '1')
    const jars = join(context.folder, 'jars')
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy'
    const asked = `${group}:${artifact}:${version}:jar:sources`
    await mvn(own, [goal, `-Dartifact=${asked}`, `-DoutputDirectory=${jars}`], context)
    return unzipped(entryOf(jars, /\.jar$/), join(context.folder, 'unpacked'))
  }
}

function coordinates(group, artifact, version) {
  return `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`
}

function mvn(content, goals, { address, folder }) {
  const repository = address
    ? `<repositories><repository><id>central</id><url>${address}</url></repository></repositories>`
    : ''
  const project = `<project><modelVersion>4.0.0</modelVersion>${content}<packaging>pom</packaging>${repository}</project>`
  writeFileSync(join(folder, 'pom.xml'), project)
  return run(
    ['mvn', '-q', '-B', `-Dmaven.repo.local=${join(folder, 'local')}`, '-f', folder, ...goals],
    folder,
    {},
    PATIENCE
  )
}

const gem = {
  async releases(name, { address, folder }) {
    const source = address ? ['--clear-sources', '--source', address] : []
    const options = ['--remote', '--all', '--prerelease', '--exact', '--no-update-sources', ...source]
    const shown = await run(['gem', 'list', ...options, name], folder, {}, PATIENCE)
    const versions = shown.split('\n').find(line => line.startsWith(`${name} (`))
    // A list does not say why it is empty.
    if (versions === undefined) await run(['gem', 'specification', '--remote', name, ...source], folder, {}, PATIENCE)
    return (versions ?? '')
      .slice(name.length + 2, -1)
      .split(', ')
      .map(text => text.split(' ')[0])
      .filter(Boolean)
  },
  async unpack(name, version, { address, folder }) {
    const source = address ? ['--clear-sources', '--source', address] : []
    await run(['gem', 'fetch', name, '--version', version, ...source], folder, {}, PATIENCE)
    const archive = entryOf(folder, /\.gem$/)
    await run(['gem', 'unpack', archive, '--target', join(folder, 'unpacked')], folder, {}, PATIENCE)
    const unpacked = entryOf(join(folder, 'unpacked'))
    // What it requires is beside the files.
    const specification = await run(['gem', 'specification', archive, '--ruby'], folder, {}, PATIENCE)
    writeFileSync(join(unpacked, `${name}.gemspec`), specification)
    return unpacked
  }
}

const nuget = {
  async releases(name, { address, folder }) {
    const source = address ? ['--source', address] : []
    const options = ['--exact-match', '--prerelease', '--format', 'json', ...source]
    const shown = JSON.parse(await run(['dotnet', 'package', 'search', name, ...options], folder, {}, PATIENCE))
    return shown.searchResult.flatMap(({ packages }) => packages.map(({ version }) => version))
  },
  async unpack() {
    throw new Error('an archive of NuGet has no sources')
  }
}

/** By ecosystem: `releases(name, context)` and `unpack(name, version, context)`; a context has an empty `folder` and maybe an `address`. */
export const REGISTRIES = { npm, pypi, golang, cargo, maven, gem, nuget }

/** The tags of a repository, by `git ls-remote`. Throws if it cannot be asked. */
export async function tagsOf(address, folder) {
  const shown = await run(
    ['git', 'ls-remote', '--tags', '--refs', '--', address],
    folder,
    { GIT_TERMINAL_PROMPT: '0' },
    PATIENCE
  )
  return shown.split('\n').flatMap(line => /\trefs\/tags\/(.+)$/.exec(line)?.[1] ?? [])
}

/** By path: the texts of files at a tag of a repository, of which nothing else is fetched; undefined for a file that is not there. */
export async function filesAt(address, tag, paths, folder) {
  const git = (...args) => run(['git', ...args], folder, { GIT_TERMINAL_PROMPT: '0' }, PATIENCE)
  await git('init', '--quiet', '--bare', '.')
  await git('remote', 'add', 'origin', address)
  await git('config', 'remote.origin.promisor', 'true')
  await git(
    'fetch',
    '--quiet',
    '--depth',
    '1',
    '--filter=blob:none',
    '--no-tags',
    'origin',
    `refs/tags/${tag}:refs/tags/${tag}`
  )
  const texts = new Map()
  for (const path of paths) texts.set(path, await git('show', `refs/tags/${tag}:${path}`).catch(() => undefined))
  return texts
}
