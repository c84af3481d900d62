// A registry for npm, pnpm, Yarn and bun with packages that exist only here, and projects that use them.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

export const CLIENT = '@kubernetes/client-node'
export const VERSIONS = ['0.10.2', '0.10.3', '0.22.3', '1.3.0']
/** Package → version → what it requires. */
const PACKAGES = {
  [CLIENT]: Object.fromEntries(VERSIONS.map(version => [version, {}])),
  dash: {
    '1.0.0': { [CLIENT]: '0.10.2' },
    '1.1.0': { [CLIENT]: '^0.10.2' },
    '2.0.0': { [CLIENT]: '^0.22.0' }
  },
  tool: { '1.0.0': { dash: '^1.0.0', [CLIENT]: '>=0.10.2 <1.0.0' }, '2.0.0': { dash: '2.0.0' } }
}
const BLOCK = 512

/** Starts the registry. The caller closes it. */
export async function npmRegistry() {
  const archives = new Map()
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1)
    const archive = archives.get(path)
    if (archive) return response.end(archive)
    const body = describe(path)
    response.statusCode = body ? 200 : 404
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(body ?? {}))
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${server.address().port}/`
  return { address, close: () => server.close() }

  function describe(name) {
    const releases = Object.hasOwn(PACKAGES, name) ? PACKAGES[name] : undefined
    if (!releases) return undefined
    const versions = Object.entries(releases).map(([version, dependencies]) => {
      const path = `${name}/-/${name.split('/').at(-1)}-${version}.tgz`
      const manifest = { name, version, dependencies }
      const archive = archives.get(path) ?? archiveOf(JSON.stringify(manifest))
      archives.set(path, archive)
      const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`
      const shasum = createHash('sha1').update(archive).digest('hex')
      return [version, { ...manifest, dist: { tarball: `${address}${path}`, integrity, shasum } }]
    })
    const time = Object.fromEntries(versions.map(([version]) => [version, '2020-01-01T00:00:00.000Z']))
    return { name, 'dist-tags': { latest: versions.at(-1)[0] }, versions: Object.fromEntries(versions), time }
  }
}

/** A compressed archive with `package/package.json` alone. */
function archiveOf(text) {
  const content = Buffer.from(text)
  const header = Buffer.alloc(BLOCK)
  header.write('package/package.json')
  const octal = (number, length, at) => header.write(`${number.toString(8).padStart(length - 1, '0')}\0`, at)
  octal(0o644, 8, 100)
  octal(0, 8, 108)
  octal(0, 8, 116)
  octal(content.length, 12, 124)
  octal(0, 12, 136)
  header.write('        0', 148)
  header.write('ustar\x0000', 257)
  octal(
    header.reduce((sum, byte) => sum + byte, 0),
    7,
    148
  )
  const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)
  return gzipSync(Buffer.concat([header, content, padding, Buffer.alloc(2 * BLOCK)]))
}

const ASKED = [...VERSIONS, '^0.10.2', '~0.22.0', '*', '>=0.10.2 <1.0.0']
const MEMBERS = { 'packages/a': 'a', 'packages/b': '@acme/b', 'packages/c': 'c' }

/** The manifests of a project by their paths: its root and some members, which may require each other. */
export function manifests({ chance, one, some }, { own, share = 0.6 }) {
  const folders = some(Object.keys(MEMBERS), share)
  const asked = name =>
    ({ [CLIENT]: one(ASKED), dash: one(['^1.0.0', '2.0.0', '1.0.0']), tool: one(['1.0.0', '^2.0.0']) })[name]
  const manifest = (name, others) => {
    const all = [...some([CLIENT], 0.7), ...some(['dash', 'tool'], 0.35)].map(each => [each, asked(each)])
    const section = chance(0.3) ? 'devDependencies' : 'dependencies'
    const siblings = some(others, 0.2).map(other => [other, own])
    return { name, version: '1.0.0', private: true, [section]: Object.fromEntries([...all, ...siblings]) }
  }
  const root = { ...manifest('root', []), workspaces: folders }
  const members = folders.map((folder, index) => [
    `${folder}/package.json`,
    manifest(
      MEMBERS[folder],
      folders.slice(0, index).map(other => MEMBERS[other])
    )
  ])
  return { 'package.json': root, ...Object.fromEntries(members) }
}

/** Manifests as texts. */
export function written(project) {
  const texts = Object.entries(project).map(([path, value]) => [path, `${JSON.stringify(value, null, 2)}\n`])
  return Object.fromEntries(texts)
}

/** The manifests among files, each with the name of its package. */
export function manifestPaths(files) {
  const paths = Object.keys(files).filter(path => path.endsWith('package.json'))
  return paths.map(path => [JSON.parse(files[path]).name, path])
}

/** The version of the client in the nearest folder of packages, as Node finds it. */
export function installedFor(folder, cwd) {
  for (let at = join(cwd, folder); at.startsWith(cwd); at = dirname(at)) {
    const manifest = join(at, 'node_modules', CLIENT, 'package.json')
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, 'utf8')).version
  }
  return undefined
}

/** The versions of the client in all folders of packages below a folder, its cache aside. */
export function installedIn(cwd) {
  const manifests = readdirSync(cwd, { recursive: true }).filter(
    path => !path.startsWith('.') && path.endsWith(join('node_modules', CLIENT, 'package.json'))
  )
  return manifests.map(path => JSON.parse(readFileSync(join(cwd, path), 'utf8')).version)
}

function requires(text) {
  const { dependencies, devDependencies } = JSON.parse(text)
  return { ...dependencies, ...devDependencies }[CLIENT] !== undefined
}

/** The version that each project which requires the client gets; `versionFor` finds it by the folder. */
export function placesOf(files, versionFor) {
  const asking = manifestPaths(files).filter(([, path]) => requires(files[path]))
  return new Map(asking.map(([, path]) => [`${path} ${CLIENT}`, versionFor(dirname(path))]))
}
