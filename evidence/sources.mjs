#!/usr/bin/env node
// Reads from the sources of each release of a package which client it brings in, or what its own loader does, and writes it
// into evidence/sources.json: `node evidence/sources.mjs CLONES [PROJECT…]`, where CLONES holds clones of the repositories
// below, `OWNER+NAME` or `OWNER/NAME`, with all tags. A test holds the policy against the file. Needs `git`, and for the packages that are
// read from a registry `mvn`, `npm` and `pip`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cloneOf, git, textsOf } from './clones.mjs'
import { filesOf, PROJECTS, said } from './projects.mjs'

/** Releases that npm is asked for at once. */
const AT_ONCE = 500
const file = fileURLToPath(new URL('sources.json', import.meta.url))
const [clones, ...wanted] = process.argv.slice(2)
if (clones === undefined) {
  process.stderr.write('usage: node evidence/sources.mjs CLONES [PROJECT…]\n')
  process.exit(3)
}

/** The output of a program; what it writes when it fails ends the run. */
function run(program, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 30, ...options })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr || stdout}`)
  return stdout
}

/** From the tags of a clone. */
function ofTags(project) {
  const clone = cloneOf(clones, project.repository)
  if (clone === undefined) throw new Error(`${clones} has no clone of ${project.repository}`)
  const tags = git(clone, ['tag']).toString().trim().split('\n')
  const releases = tags.flatMap(tag => {
    const version = project.tags.exec(tag)?.[1]
    return version === undefined ? [] : [{ tag, version }]
  })
  const paths = filesOf(project)
  const names = releases.flatMap(({ tag }) => paths.map(path => `refs/tags/${tag}:${path}`))
  const texts = textsOf(clone, names)
  return releases.map(({ version }, at) => [
    version,
    said(project, path => texts[at * paths.length + paths.indexOf(path)])
  ])
}

/** From the POMs of all releases, which Maven fetches into a folder of its own. `pins` names those that have the version. */
function ofPoms(project) {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'))
  const mvn = (text, ...goals) => {
    writeFileSync(join(folder, 'pom.xml'), text)
    return run('mvn', ['-q', '-B', `-Dmaven.repo.local=${join(folder, 'local')}`, '-f', folder, ...goals])
  }
  const coordinates = name => name.split(':')
  const dependency = ([group, artifact], version, type = '') =>
    `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${type}`
  const whole = content =>
    `<project><modelVersion>4.0.0</modelVersion>${dependency(['a', 'b'], '1')}<packaging>pom</packaging>${content}</project>`
  try {
    const own = coordinates(project.packages[0])
    mvn(
      whole(
        `<dependencyManagement><dependencies><dependency>${dependency(own, '0')}</dependency></dependencies></dependencyManagement>`
      ),
      'org.codehaus.mojo:versions-maven-plugin:2.18.0:display-dependency-updates'
    )
    const metadata = join(folder, 'local', ...own[0].split('.'), own[1], 'maven-metadata-central.xml')
    const versions = Array.from(readFileSync(metadata, 'utf8').matchAll(/<version>([^<]+)/g), ([, version]) => version)
    const items = filesOf(project).flatMap(pom =>
      versions.map(
        version => `<artifactItem>${dependency(coordinates(pom), version, '<type>pom</type>')}</artifactItem>`
      )
    )
    mvn(
      whole(
        `<build><plugins><plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId><version>3.8.1</version><configuration><outputDirectory>${folder}/poms</outputDirectory><artifactItems>${items.join('')}</artifactItems></configuration></plugin></plugins></build>`
      ),
      'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy'
    )
    const textOf = version => pom => readFileSync(join(folder, 'poms', `${coordinates(pom)[1]}-${version}.pom`), 'utf8')
    return versions.map(version => [version, said(project, textOf(version))])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** From the dependencies of all releases, as npm shows them. A range leaves out the candidates of other releases, so that each is named. */
function ofNpm({ packages: [name], client }) {
  const versions = [JSON.parse(run('npm', ['view', name, 'versions', '--json']))].flat()
  const asked = Array.from({ length: Math.ceil(versions.length / AT_ONCE) }, (_, index) =>
    versions.slice(index * AT_ONCE, (index + 1) * AT_ONCE).join(' || ')
  )
  const shown = asked.flatMap(range =>
    JSON.parse(run('npm', ['view', `${name}@${range}`, 'name', 'version', 'dependencies', '--json']))
  )
  return shown.map(({ version, dependencies }) => [version, dependencies?.[client]])
}

/** From the metadata of all wheels, as pip shows them. */
function ofWheels({ packages: [name], client, among = /^/ }) {
  const shown = run('pip', ['index', 'versions', '--pre', name])
  const versions = /Available versions: (.*)/.exec(shown)[1].split(', ')
  const asks = new RegExp(`^${client.replace(/[-_]/, '[-_]')}(?![-\\w])\\s*\\(?([^;)]*)\\)?`, 'i')
  const options = ['--dry-run', '--no-deps', '--ignore-installed', '--only-binary', ':all:', '--ignore-requires-python']
  return versions
    .filter(version => among.test(version))
    .map(version => {
      const command = [...options, '--quiet', '--report', '-', `${name}==${version}`]
      const { status, stdout } = spawnSync('pip', ['install', ...command], { encoding: 'utf8', maxBuffer: 2 ** 28 })
      if (status !== 0) return [version, undefined]
      const { requires_dist: required = [] } = JSON.parse(stdout).install[0].metadata
      const [asked] = required.flatMap(text => asks.exec(text)?.[1].trim().replaceAll(' ', '') ?? [])
      // Without bounds every release will do.
      return [version, asked === '' ? '>=0' : asked]
    })
}

const records = {}
for (const project of PROJECTS) {
  const { ecosystem, packages, client, repository } = project
  const ofRegistry = { maven: ofPoms, npm: ofNpm, pypi: ofWheels }[ecosystem]
  const id = `${ecosystem} ${packages[0]}`
  if (wanted.length > 0 && !wanted.some(name => id.includes(name))) continue
  const read = repository ? ofTags(project) : ofRegistry(project)
  const releases = {}
  for (const [version, found] of read.toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
    if (found === undefined || project.skip?.test(version)) continue
    releases[found] = [releases[found] ?? [], version].flat()
  }
  const source = repository ? `https://github.com/${repository}` : 'the registry'
  const record = {
    ecosystem,
    packages,
    ...(client ? { client } : {}),
    source,
    files: filesOf(project),
    releases: Object.fromEntries(
      Object.entries(releases)
        .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
        .map(([said, versions]) => [said, versions.join(' ')])
    )
  }
  records[id] = record
  process.stdout.write(`${id}: ${Object.values(releases).flat().length} of ${read.length} releases\n`)
}
const results = { ...(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}), ...records }
const sorted = Object.fromEntries(Object.entries(results).toSorted(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(sorted, undefined, 2)}\n`)
// In the form that the linter asks for, so that the same sources bring the same bytes.
run('npx', ['biome', 'format', '--write', file])
