#!/usr/bin/env node
import { readFileSync } from 'node:fs'
// Compares the versions that a scan of uv projects finds with those that `uv tree` prints, on generated projects:
// npx tsc -p tsconfig.build.json && node scripts/oracles/uv-effective.mjs [COUNT]
// Needs uv and Python 3; UV names another uv. Its packages come from an index that this script serves.
import { createServer } from 'node:http'
import { join } from 'node:path'
import { compareProjects, output, programNamed } from './effective.mjs'

const LOCK = 'uv.lock'
const CLIENT = 'kubernetes'
const VERSIONS = ['11.0.0', '12.0.0', '12.0.1', '29.0.0']
/** Package → version → what it requires. */
const PACKAGES = {
  [CLIENT]: Object.fromEntries(VERSIONS.map(version => [version, []])),
  dash: { '1.0.0': [`${CLIENT}==11.0.0`], '1.1.0': [`${CLIENT}>=11,<13`], '2.0.0': [`${CLIENT}>=20`] },
  tool: { '1.0.0': ['dash>=1,<2', `${CLIENT}<20`], '2.0.0': ['dash==2.0.0'] }
}

/** An index that describes the wheels, which nobody fetches. */
async function pythonIndex() {
  const server = createServer((request, response) => {
    const parts = request.url.split('/').filter(part => part !== '')
    const text = parts[0] === 'simple' ? linksOf(parts[1]) : metadataOf(parts[1])
    response.statusCode = text === undefined ? 404 : 200
    response.setHeader('content-type', parts[0] === 'simple' ? 'text/html' : 'text/plain')
    response.end(text ?? '')
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${server.address().port}/simple/`, close: () => server.close() }
}

function linksOf(name) {
  const releases = Object.hasOwn(PACKAGES, name) ? Object.keys(PACKAGES[name]) : undefined
  const links = releases?.map(version => {
    const file = `${name}-${version}-py3-none-any.whl`
    return `<a href="/files/${file}#sha256=${'0'.repeat(64)}" data-dist-info-metadata="true" data-core-metadata="true">${file}</a>`
  })
  return links && `<!DOCTYPE html><html><body>${links.join('<br>')}</body></html>`
}

function metadataOf(file) {
  const [name, version] = file.split('-')
  const required = PACKAGES[name]?.[version]
  return (
    required &&
    [
      'Metadata-Version: 2.1',
      `Name: ${name}`,
      `Version: ${version}`,
      ...required.map(text => `Requires-Dist: ${text}`),
      ''
    ].join('\n')
  )
}

const ASKED = [...VERSIONS.map(version => `==${version}`), '>=11', '>=11,<13', '~=12.0', '']
const MEMBERS = ['a', 'b', 'c']

function table({ one, some, chance }, name, own, more = []) {
  const quoted = items => `[${items.map(item => `"${item}"`).join(', ')}]`
  const client = some([CLIENT], 0.7).map(each => `${each}${one(ASKED)}`)
  const others = some(['dash', 'tool'], 0.3).map(each => `${each}${one(['', '>=1', '<2', '==2.0.0'])}`)
  const isGroup = chance(0.2)
  return [
    ...['[project]', `name = "${name}"`, 'version = "1.0.0"', 'requires-python = ">=3.9"'],
    `dependencies = ${quoted([...(isGroup ? [] : client), ...others, ...own])}`,
    ...(isGroup ? ['[dependency-groups]', `dev = ${quoted(client)}`] : []),
    ...(own.length > 0 ? ['[tool.uv.sources]', ...own.map(other => `${other} = { workspace = true }`)] : []),
    ...more,
    ''
  ].join('\n')
}

function make(random) {
  const { chance, one, some } = random
  const members = some(MEMBERS, 0.6)
  const lists = ['override-dependencies', 'constraint-dependencies'].filter(() => chance(0.35))
  const settings = lists.map(list => `${list} = ["${CLIENT}${one(ASKED.filter(text => text !== ''))}"]`)
  const workspace = members.length > 0 ? ['[tool.uv.workspace]', 'members = ["packages/*"]'] : []
  const files = members.map((name, index) => {
    // What a member overrides is ignored.
    const own = chance(0.1) ? ['[tool.uv]', `override-dependencies = ["${CLIENT}${one(ASKED.slice(0, 4))}"]`] : []
    return [`packages/${name}/pyproject.toml`, table(random, name, some(members.slice(0, index), 0.2), own)]
  })
  const root = table(random, 'root', some(members, 0.3), [
    ...(settings.length > 0 ? ['[tool.uv]', ...settings] : []),
    ...workspace
  ])
  return { 'pyproject.toml': root, ...Object.fromEntries(files) }
}

/** The versions in the trees that `uv tree` prints: a line for each package, indented by its depth. */
function versionsIn(printed, files) {
  const paths = new Map(Object.keys(files).map(path => [/^name = "(.*)"/m.exec(files[path])[1], path]))
  const places = new Map()
  const all = new Set()
  const above = []
  for (const line of printed.split('\n')) {
    const [, indent, name, version] = /^([│├└─ ]*)([a-z]+) v(\S+)/.exec(line) ?? []
    if (name === undefined) continue
    const depth = indent.length / 4
    above[depth] = name
    if (name !== CLIENT) continue
    all.add(`${CLIENT} ${version}`)
    const path = depth > 0 ? paths.get(above[depth - 1]) : undefined
    if (path) places.set(`${path} ${CLIENT}`, version)
  }
  return { places, all }
}

const uv = programNamed('uv', 'UV')
if (uv) {
  const index = await pythonIndex()
  const resolve = async (cwd, files) => {
    const env = {
      UV_DEFAULT_INDEX: index.address,
      UV_CACHE_DIR: join(cwd, '.cache'),
      UV_NO_CONFIG: '1',
      UV_PYTHON_DOWNLOADS: 'never'
    }
    try {
      await output(uv.command, ['lock', '--quiet'], { cwd, env })
    } catch (error) {
      if (process.env.SHOW) console.log(error.stderr)
      return undefined
    }
    const printed = await output(uv.command, ['tree', '--frozen', '--no-dedupe', '--universal', '--quiet'], {
      cwd,
      env
    })
    return { files: { ...files, [LOCK]: readFileSync(join(cwd, LOCK), 'utf8') }, ...versionsIn(printed, files) }
  }
  await compareProjects({ oracle: uv.version.split(' (')[0], seed: 20_240_215, make, resolve, unlocked: [LOCK] })
  index.close()
} else console.log('uv not found, skipped')
