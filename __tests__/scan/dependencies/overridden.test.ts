/** Overrides of a project decide over the lines of its manifests; the lockfile has the version in use. `scripts/oracles/*-effective.mjs`. */

import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/model/finding.ts'
import { scan } from '../../../src/scan/scan.ts'
import { lineOf } from '../../support/findings.ts'
import { memoryWorkspace } from '../../support/memory-workspace.ts'

/** `PATH:LINE REQUIREMENT LEVEL`, then what settles it, or the override that a notice is about. */
async function told(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings } = await scan(memoryWorkspace(files), { minimum: 'documented' })
  return findings.map(words)
}

function words({ subject, place, level, status, related }: Finding): string {
  if (subject.kind !== 'client') {
    const overrides = related.map(other => lineOf(other.place))
    return `${lineOf(place)} ${subject.snippet} ${level} overridden by ${overrides.join(' ')}`
  }
  const { requirement, place: own } = subject.dependency
  const text = requirement.kind === 'none' ? 'none' : requirement.text
  return `${lineOf(own)} ${text} ${status.kind === 'settled' ? `settled by ${lineOf(status.by)}` : level}`
}

const CLIENT = '@kubernetes/client-node'
const BAD = '0.10.2'
const GOOD = '0.22.3'
const json = (value: object) => JSON.stringify(value, null, 1)
const member = (name: string, version: string) => json({ name, dependencies: { [CLIENT]: version } })
const root = (more: object) => json({ name: 'root', workspaces: ['packages/*'], ...more })

/** A lockfile of npm: the version at the top, and those of members that differ. */
const npmLock = (top: string, members: Readonly<Record<string, string>>, own: Readonly<Record<string, string>> = {}) =>
  json({
    lockfileVersion: 3,
    packages: {
      '': {},
      [`node_modules/${CLIENT}`]: { version: top },
      ...Object.fromEntries(
        Object.entries(members).map(([path, asked]) => [path, { dependencies: { [CLIENT]: asked } }])
      ),
      ...Object.fromEntries(
        Object.entries(own).map(([path, version]) => [`${path}/node_modules/${CLIENT}`, { version }])
      )
    }
  })

test("npm: the root's override answers the pin of a member, and a notice says that they disagree", async () => {
  expect(
    await told({
      'package.json': root({ overrides: { [CLIENT]: GOOD } }),
      'packages/a/package.json': member('a', BAD),
      'package-lock.json': npmLock(GOOD, { 'packages/a': BAD })
    })
  ).toEqual([
    'package-lock.json:6 0.22.3 pass',
    'package.json:7 0.22.3 settled by package-lock.json:6',
    'packages/a/package.json:4 0.10.2 settled by package-lock.json:6',
    'packages/a/package.json:4 0.10.2 notice overridden by package.json:7'
  ])
})

test('npm: nothing is said of a good line that an override decides over; the bad override is told at its own line', async () => {
  expect(
    await told({
      'package.json': root({ overrides: { [CLIENT]: BAD } }),
      'packages/a/package.json': member('a', GOOD),
      'package-lock.json': npmLock(BAD, { 'packages/a': GOOD })
    })
  ).toEqual([
    'package-lock.json:6 0.10.2 error',
    'package.json:7 0.10.2 settled by package-lock.json:6',
    'packages/a/package.json:4 0.22.3 settled by package-lock.json:6'
  ])
})

test('npm: without a lockfile the override of a workspace decides over its members, whose own overrides do nothing', async () => {
  const own = json({ name: 'a', overrides: { [CLIENT]: BAD }, dependencies: { [CLIENT]: BAD } })
  expect(
    await told({
      'package.json': root({ overrides: { [CLIENT]: GOOD } }),
      'packages/a/package.json': own,
      'other/package.json': member('other', BAD)
    })
  ).toEqual([
    'other/package.json:4 0.10.2 error',
    'package.json:7 0.22.3 pass',
    'packages/a/package.json:4 0.10.2 error',
    'packages/a/package.json:7 0.10.2 settled by package.json:7',
    'packages/a/package.json:7 0.10.2 notice overridden by package.json:7'
  ])
})

test('npm: each member gets the version that the lockfile has for it', async () => {
  expect(
    await told({
      'package.json': root({ overrides: { a: { [CLIENT]: GOOD } } }),
      'packages/a/package.json': member('a', BAD),
      'packages/b/package.json': member('b', BAD),
      'package-lock.json': npmLock(BAD, { 'packages/a': BAD, 'packages/b': BAD }, { 'packages/a': GOOD })
    })
  ).toEqual([
    'package-lock.json:6 0.10.2 error',
    'package-lock.json:19 0.22.3 pass',
    'package.json:8 0.22.3 settled by package-lock.json:19',
    'packages/a/package.json:4 0.10.2 settled by package-lock.json:19',
    'packages/a/package.json:4 0.10.2 notice overridden by package.json:8',
    'packages/b/package.json:4 0.10.2 settled by package-lock.json:6'
  ])
})

test('npm: an override that nothing follows from is settled, also where the lockfile does not have the package', async () => {
  expect(
    await told({
      'package.json': root({ overrides: { dash: { [CLIENT]: BAD } } }),
      'packages/a/package.json': member('a', GOOD),
      'package-lock.json': npmLock(GOOD, { 'packages/a': GOOD })
    })
  ).toEqual([
    'package-lock.json:6 0.22.3 pass',
    'package.json:8 0.10.2 settled by package-lock.json:6',
    'packages/a/package.json:4 0.22.3 settled by package-lock.json:6'
  ])
  expect(
    await told({
      'package.json': root({ overrides: { [CLIENT]: BAD } }),
      'package-lock.json': json({ lockfileVersion: 3, packages: { '': {} } })
    })
  ).toEqual(['package.json:7 0.10.2 settled by package-lock.json:1'])
})

test('npm: a lockfile that contradicts the override of everything leaves the override open', async () => {
  expect(
    await told({
      'package.json': root({ overrides: { [CLIENT]: BAD } }),
      'packages/a/package.json': member('a', GOOD),
      'package-lock.json': npmLock(GOOD, { 'packages/a': GOOD })
    })
  ).toEqual([
    'package-lock.json:6 0.22.3 pass',
    'package.json:7 0.10.2 error',
    'packages/a/package.json:4 0.22.3 settled by package-lock.json:6'
  ])
})

const pnpmLock = (version: string) =>
  [
    "lockfileVersion: '9.0'",
    'importers:',
    '  packages/a:',
    '    dependencies:',
    `      '${CLIENT}':`,
    `        specifier: ${version}`,
    `        version: ${version}`,
    'packages:',
    `  '${CLIENT}@${version}':`,
    '    resolution: {integrity: sha512-a}',
    ''
  ].join('\n')

test('pnpm: overrides in each place, with a parent or a range', async () => {
  const workspace = (key: string) => `packages: ['packages/*']\noverrides:\n  '${key}': ${GOOD}\n`
  const locked = { 'packages/a/package.json': member('a', BAD), 'pnpm-lock.yaml': pnpmLock(GOOD) }
  const inWorkspace = async (key: string) =>
    told({ 'package.json': root({}), 'pnpm-workspace.yaml': workspace(key), ...locked })
  const inManifest = async (more: object) => told({ 'package.json': root(more), ...locked })
  for (const key of [CLIENT, `a>${CLIENT}`, `${CLIENT}@<1`, `a@1>${CLIENT}@^0.10.0`]) {
    expect(await inWorkspace(key)).toEqual([
      'packages/a/package.json:4 0.10.2 settled by pnpm-lock.yaml:7',
      'packages/a/package.json:4 0.10.2 notice overridden by pnpm-workspace.yaml:3',
      'pnpm-lock.yaml:7 0.22.3 pass',
      'pnpm-workspace.yaml:3 0.22.3 settled by pnpm-lock.yaml:7'
    ])
    expect(await inManifest({ pnpm: { overrides: { [key]: GOOD } } })).toEqual([
      'package.json:8 0.22.3 settled by pnpm-lock.yaml:7',
      'packages/a/package.json:4 0.10.2 settled by pnpm-lock.yaml:7',
      'packages/a/package.json:4 0.10.2 notice overridden by package.json:8',
      'pnpm-lock.yaml:7 0.22.3 pass'
    ])
    expect(await inManifest({ resolutions: { [key]: GOOD } })).toEqual([
      'package.json:7 0.22.3 settled by pnpm-lock.yaml:7',
      'packages/a/package.json:4 0.10.2 settled by pnpm-lock.yaml:7',
      'packages/a/package.json:4 0.10.2 notice overridden by package.json:7',
      'pnpm-lock.yaml:7 0.22.3 pass'
    ])
  }
})

test('pnpm: of several overrides in package.json the last one of those that overlap decides', async () => {
  const decisive = async (keys: Record<string, string>, asked = BAD) =>
    (await told({ 'package.json': root({ pnpm: { overrides: keys } }), 'packages/a/package.json': member('a', asked) }))
      .filter(line => line.includes(' settled by package.json:'))
      .map(line => line.split(':').at(-1))
  expect(await decisive({ [CLIENT]: BAD, [`${CLIENT}@<1`]: GOOD })).toEqual(['9'])
  expect(await decisive({ [`${CLIENT}@<1`]: GOOD, [CLIENT]: BAD })).toEqual(['9'])
  expect(await decisive({ [`${CLIENT}@<1`]: BAD, [`${CLIENT}@0.10.2`]: GOOD, [CLIENT]: GOOD })).toEqual(['10'])
  expect(await decisive({ [`${CLIENT}@<0.5`]: BAD, [`${CLIENT}@>=0.8`]: GOOD }, '>=0.4')).toEqual(['8'])
  expect(await decisive({ [`a>${CLIENT}`]: GOOD, [CLIENT]: BAD })).toEqual(['8'])
})

test('pnpm: an override that repeats what the project requires counts where it stands', async () => {
  const own = async (keys: Record<string, string>) =>
    told({ 'package.json': root({ dependencies: { [CLIENT]: BAD }, pnpm: { overrides: keys } }) })
  const repeated = { [CLIENT]: `$${CLIENT}` }
  expect(await own({ [`${CLIENT}@<1`]: GOOD, ...repeated })).toContainEqual(expect.stringContaining(' 0.10.2 error'))
  expect(await own({ ...repeated, [`${CLIENT}@<1`]: GOOD })).toContainEqual(
    expect.stringContaining(' 0.10.2 settled by package.json:')
  )
})

test('yarn 1: the block of a requirement has its version, whatever the paths of the resolutions', async () => {
  const lock = `# yarn lockfile v1\n\n"${CLIENT}@${BAD}", "${CLIENT}@${GOOD}":\n  version "${GOOD}"\n`
  for (const key of [CLIENT, `**/${CLIENT}`, `a/${CLIENT}`, `dash/**/${CLIENT}`]) {
    const files = {
      'package.json': root({ resolutions: { [key]: GOOD } }),
      'packages/a/package.json': member('a', BAD)
    }
    expect(await told({ ...files, 'yarn.lock': lock })).toEqual([
      'package.json:7 0.22.3 settled by yarn.lock:4',
      'packages/a/package.json:4 0.10.2 settled by yarn.lock:4',
      'packages/a/package.json:4 0.10.2 notice overridden by package.json:7',
      'yarn.lock:4 0.22.3 pass'
    ])
  }
})

test('yarn 4: the first resolution that fits decides', async () => {
  const lock = [
    '__metadata:\n  version: 8',
    `"${CLIENT}@npm:${GOOD}":\n  version: ${GOOD}\n  resolution: "${CLIENT}@npm:${GOOD}"`,
    `"a@workspace:packages/a":\n  version: 0.0.0-use.local\n  resolution: "a@workspace:packages/a"\n  dependencies:\n    "${CLIENT}": "npm:${BAD}"`,
    ''
  ].join('\n\n')
  for (const first of [CLIENT, `${CLIENT}@npm:${BAD}`, `a/${CLIENT}`]) {
    const resolutions = { [first]: GOOD, [`**/${CLIENT}`]: '1.3.0' }
    const files = { 'package.json': root({ resolutions }), 'packages/a/package.json': member('a', BAD) }
    expect(await told({ ...files, 'yarn.lock': lock })).toEqual([
      'package.json:7 0.22.3 settled by yarn.lock:5',
      'package.json:8 1.3.0 settled by yarn.lock:5',
      'packages/a/package.json:4 0.10.2 settled by yarn.lock:5',
      'packages/a/package.json:4 0.10.2 notice overridden by package.json:7',
      'yarn.lock:5 0.22.3 pass'
    ])
  }
})

test('yarn 4: the first resolution that fits decides, also where the lockfile has the version of the second one', async () => {
  const lock = [
    '__metadata:\n  version: 8',
    ...['1.3.0', GOOD].map(
      version => `"${CLIENT}@npm:${version}":\n  version: ${version}\n  resolution: "${CLIENT}@npm:${version}"`
    ),
    ...['a', 'b'].map(
      name =>
        `"${name}@workspace:packages/${name}":\n  version: 0.0.0-use.local\n  resolution: "${name}@workspace:packages/${name}"\n  dependencies:\n    "${CLIENT}": "npm:${name === 'a' ? BAD : '1.3.0'}"`
    ),
    ''
  ].join('\n\n')
  const resolutions = { [`${CLIENT}@npm:${BAD}`]: GOOD, [`${CLIENT}@${BAD}`]: '1.3.0' }
  expect(
    await told({
      'package.json': root({ resolutions }),
      'packages/a/package.json': member('a', BAD),
      'packages/b/package.json': member('b', '1.3.0'),
      'yarn.lock': lock
    })
  ).toEqual([
    'package.json:7 0.22.3 settled by yarn.lock:9',
    'package.json:8 1.3.0 settled by yarn.lock:5',
    'packages/a/package.json:4 0.10.2 settled by yarn.lock:9',
    'packages/a/package.json:4 0.10.2 notice overridden by package.json:7',
    'packages/b/package.json:4 1.3.0 settled by yarn.lock:5',
    'yarn.lock:5 1.3.0 pass',
    'yarn.lock:9 0.22.3 pass'
  ])
})

test.each([
  ['the first of two that fit', { [CLIENT]: GOOD, [`${CLIENT}@^0.10.0`]: '1.3.0' }, 7],
  ['the first of two that fit, the narrower one', { [`${CLIENT}@^0.10.0`]: GOOD, [CLIENT]: '1.3.0' }, 7],
  ['the one below another package', { [CLIENT]: '1.3.0', a: { [CLIENT]: GOOD } }, 9],
  ['the first one that fits', { [`${CLIENT}@^1.0.0`]: '1.3.0', [`${CLIENT}@<1`]: GOOD, [CLIENT]: '0.11.0' }, 8]
])('npm: without a lockfile %s decides', async (_which, overrides, line) => {
  const files = { 'package.json': root({ overrides }), 'packages/a/package.json': member('a', BAD) }
  expect(await told(files)).toContain(`packages/a/package.json:4 0.10.2 settled by package.json:${line}`)
})

test('pnpm: the lockfile settles an override that it does not repeat, because pnpm does not read it', async () => {
  for (const list of [{ pnpm: { overrides: { [CLIENT]: BAD } } }, { resolutions: { [CLIENT]: BAD } }]) {
    const files = { 'package.json': root(list), 'packages/a/package.json': member('a', GOOD) }
    expect(
      (await told({ ...files, 'pnpm-lock.yaml': pnpmLock(GOOD) })).map(line => line.replace(/^package.json:\d/, ''))
    ).toEqual([
      ' 0.10.2 settled by pnpm-lock.yaml:7',
      'packages/a/package.json:4 0.22.3 settled by pnpm-lock.yaml:7',
      'pnpm-lock.yaml:7 0.22.3 pass'
    ])
  }
})

test('bun: overrides and resolutions', async () => {
  const lock = json({
    lockfileVersion: 1,
    workspaces: { '': { name: 'root' }, 'packages/a': { name: 'a', dependencies: { [CLIENT]: BAD } } },
    packages: { [CLIENT]: [`${CLIENT}@${GOOD}`, '', {}, 'sha512-a'], a: ['a@workspace:packages/a'] }
  })
  for (const list of ['overrides', 'resolutions']) {
    const files = { 'package.json': root({ [list]: { [CLIENT]: GOOD } }), 'packages/a/package.json': member('a', BAD) }
    expect(await told({ ...files, 'bun.lock': lock })).toEqual([
      'bun.lock:16 0.22.3 pass',
      'package.json:7 0.22.3 settled by bun.lock:16',
      'packages/a/package.json:4 0.10.2 settled by bun.lock:16',
      'packages/a/package.json:4 0.10.2 notice overridden by package.json:7'
    ])
  }
})

const project = (name: string, asked: string, more = '') =>
  `[project]\nname = "${name}"\ndependencies = ["kubernetes==${asked}"]\n${more}`

test('uv and PDM: overrides of the root answer pins; those of a member do nothing', async () => {
  const workspace = '[tool.uv.workspace]\nmembers = ["packages/*"]\n'
  const override = (version: string) => `[tool.uv]\noverride-dependencies = ["kubernetes==${version}"]\n`
  const locked = (version: string) =>
    [
      'version = 1',
      '[[package]]\nname = "kubernetes"\nversion = "VERSION"\nsource = { registry = "https://registry.example/simple" }',
      '[[package]]\nname = "a"\nversion = "1"\nsource = { editable = "packages/a" }\ndependencies = [{ name = "kubernetes" }]',
      '[[package]]\nname = "root"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [{ name = "a" }]\n'
    ]
      .join('\n')
      .replace('VERSION', version)
  expect(
    await told({
      'pyproject.toml': project('root', '11.0.0', `${workspace}${override('12.0.1')}`),
      'packages/a/pyproject.toml': project('a', '11.0.0'),
      'uv.lock': locked('12.0.1')
    })
  ).toEqual([
    'packages/a/pyproject.toml:3 11.0.0 settled by uv.lock:4',
    'packages/a/pyproject.toml:3 11.0.0 notice overridden by pyproject.toml:7',
    'pyproject.toml:3 11.0.0 settled by uv.lock:4',
    'pyproject.toml:3 11.0.0 notice overridden by pyproject.toml:7',
    'pyproject.toml:7 12.0.1 settled by uv.lock:4',
    'uv.lock:4 12.0.1 pass'
  ])
  expect(
    await told({
      'pyproject.toml': `${workspace}`,
      'packages/a/pyproject.toml': project('a', '12.0.1', override('11.0.0')),
      'uv.lock': locked('12.0.1')
    })
  ).toEqual([
    'packages/a/pyproject.toml:3 12.0.1 settled by uv.lock:4',
    'packages/a/pyproject.toml:5 11.0.0 settled by uv.lock:4',
    'uv.lock:4 12.0.1 pass'
  ])
  expect(
    await told({
      'pyproject.toml': project('root', '11.0.0', '[tool.pdm.resolution.overrides]\nkubernetes = "12.0.1"\n'),
      'pdm.lock': '[metadata]\nlock_version = "4.5.0"\n\n[[package]]\nname = "kubernetes"\nversion = "12.0.1"\n'
    })
  ).toEqual([
    'pdm.lock:6 12.0.1 pass',
    'pyproject.toml:3 11.0.0 settled by pdm.lock:6',
    'pyproject.toml:3 11.0.0 notice overridden by pyproject.toml:5',
    'pyproject.toml:5 12.0.1 settled by pdm.lock:6'
  ])
})

test('without a lockfile an override decides over the lines of its own folder', async () => {
  expect(
    await told({
      'pyproject.toml': project('root', '11.0.0', '[tool.uv]\noverride-dependencies = ["kubernetes==12.0.1"]\n')
    })
  ).toEqual([
    'pyproject.toml:3 11.0.0 settled by pyproject.toml:5',
    'pyproject.toml:3 11.0.0 notice overridden by pyproject.toml:5',
    'pyproject.toml:5 12.0.1 pass'
  ])
})

test('Cargo: each package gets the version that the lockfile has for it', async () => {
  const locked = (version: string) =>
    `[[package]]\nname = "kube"\nversion = "${version}"\nsource = "registry+https://registry.example/index"\n`
  const own = (name: string, version: string) =>
    `[[package]]\nname = "${name}"\nversion = "1.0.0"\ndependencies = ["kube ${version}"]\n`
  const manifest = (name: string, asked: string) => `[package]\nname = "${name}"\n[dependencies]\nkube = "${asked}"\n`
  expect(
    await told({
      'Cargo.toml': '[workspace]\nmembers = ["a", "b"]\n',
      'a/Cargo.toml': manifest('a', '>=0.68, <1'),
      'b/Cargo.toml': manifest('b', '=0.68.0'),
      'Cargo.lock': `version = 4\n${own('a', '0.87.1')}${own('b', '0.68.0')}${locked('0.68.0')}${locked('0.87.1')}`
    })
  ).toEqual([
    'Cargo.lock:12 0.68.0 error',
    'Cargo.lock:16 0.87.1 pass',
    'a/Cargo.toml:4 >=0.68, <1 settled by Cargo.lock:16',
    'b/Cargo.toml:4 0.68.0 settled by Cargo.lock:12'
  ])
})

test('Go: what nobody in its module requires, a replacement replaces for the other modules of the workspace alone', async () => {
  const replaces = 'module a\ngo 1.22\nreplace k8s.io/client-go => k8s.io/client-go v0.28.0\n'
  const asks = 'module b\ngo 1.22\nrequire k8s.io/client-go v0.15.6\n'
  const work = 'go 1.22\nuse ./a\nuse ./b\n'
  expect(await told({ 'a/go.mod': replaces, 'b/go.mod': asks, 'go.work': work })).toEqual([
    'a/go.mod:3 v0.28.0 pass',
    'b/go.mod:3 v0.15.6 settled by a/go.mod:3'
  ])
  expect(await told({ 'a/go.mod': replaces, 'b/go.mod': asks })).toEqual(['b/go.mod:3 v0.15.6 error'])
})

describe('pnpm: `$name` in pnpm-workspace.yaml', () => {
  const files = {
    'package.json': json({ name: 'root', dependencies: { [CLIENT]: GOOD } }),
    'packages/a/package.json': member('a', BAD),
    'pnpm-workspace.yaml': `packages: ['packages/*']\noverrides:\n  '${CLIENT}': '$${CLIENT}'\n`
  }
  const lock = [
    "lockfileVersion: '9.0'",
    'importers:',
    ...['.', 'packages/a'].flatMap(path => [
      `  ${path}:`,
      '    dependencies:',
      `      '${CLIENT}': {specifier: ${GOOD}, version: ${GOOD}}`
    ]),
    'packages:',
    `  '${CLIENT}@${GOOD}': {resolution: {integrity: sha512-AA==}}`,
    ''
  ].join('\n')

  test('is the requirement of the root, which then decides over members', async () => {
    expect(await told({ ...files, 'pnpm-lock.yaml': lock })).toEqual([
      'package.json:4 0.22.3 settled by pnpm-lock.yaml:10',
      'packages/a/package.json:4 0.10.2 settled by pnpm-lock.yaml:10',
      'packages/a/package.json:4 0.10.2 notice overridden by package.json:4',
      'pnpm-lock.yaml:10 0.22.3 pass'
    ])
  })

  test('is open where the root requires nothing of the kind', async () => {
    expect(await told({ ...files, 'package.json': json({ name: 'root' }) })).toEqual([
      'packages/a/package.json:4 0.10.2 error',
      'pnpm-workspace.yaml:3 $@kubernetes/client-node warning'
    ])
  })
})

test.each([
  ['a parent behind which is a package', { [`dash>${CLIENT}`]: '1.3.0' }, {}],
  ['a reference', { ms: '$ms' }, {}],
  ['the name of pnpm', {}, { packageManager: 'pnpm@10.0.0' }]
])('resolutions are read as pnpm reads them with %s', async (_, sign, more) => {
  const resolutions = { [CLIENT]: BAD, [`${CLIENT}@<1`]: GOOD, ...sign }
  const text = json({ name: 'root', ...more, dependencies: { [CLIENT]: '0.10.3' }, resolutions })
  const lines = text.split('\n')
  const at = (part: string) => lines.findIndex(line => line.includes(part)) + 1
  expect(await told({ 'package.json': text })).toContain(
    `package.json:${at('"0.10.3"')} 0.10.3 settled by package.json:${at('@<1')}`
  )
})

test('pnpm: a narrower override decides over what the root requires and others repeat', async () => {
  const overrides = { [CLIENT]: `$${CLIENT}`, [`${CLIENT}@<1`]: '1.3.0' }
  const text = json({ name: 'root', dependencies: { [CLIENT]: BAD }, pnpm: { overrides } })
  expect(await told({ 'package.json': text })).toEqual([
    'package.json:4 0.10.2 settled by package.json:9',
    'package.json:4 0.10.2 notice overridden by package.json:9',
    'package.json:9 1.3.0 pass'
  ])
})

test('yarn 2 and later: a pattern of yarn 1 decides nothing', async () => {
  const lock = `__metadata:\n  version: 8\n\n"${CLIENT}@npm:${BAD}":\n  version: ${BAD}\n  resolution: "${CLIENT}@npm:${BAD}"\n`
  const text = json({ name: 'root', dependencies: { [CLIENT]: BAD }, resolutions: { [`**/${CLIENT}`]: GOOD } })
  expect(await told({ 'package.json': text, 'yarn.lock': lock })).toEqual([
    'package.json:4 0.10.2 settled by yarn.lock:5',
    'package.json:7 0.22.3 settled by yarn.lock:5',
    'yarn.lock:5 0.10.2 error'
  ])
})

test('pub: an override decides, in either of its files', async () => {
  const manifest = 'name: a\ndependencies:\n  k8s: 1.27.0+dev.1\n'
  const overrides = 'dependency_overrides:\n  k8s: 1.26.3\n'
  expect(await told({ 'pubspec.yaml': `${manifest}${overrides}` })).toContain(
    'pubspec.yaml:3 1.27.0+dev.1 settled by pubspec.yaml:5'
  )
  expect(await told({ 'pubspec.yaml': manifest, 'pubspec_overrides.yaml': overrides })).toContain(
    'pubspec.yaml:3 1.27.0+dev.1 settled by pubspec_overrides.yaml:2'
  )
})
