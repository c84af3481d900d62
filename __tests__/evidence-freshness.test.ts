/**
 * What is newer than the policy, asked of a server in place of the registries by the real clients of each: npm, pip, go, cargo and mvn,
 * and git for repositories. A client that is not installed fails its test.
 */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Found, lookAt, type Subject } from '../evidence/newer.mjs'
import { MARKER, proposalOf } from '../evidence/proposal.mjs'
import { ecosystemOf } from '../src/ecosystems/index.ts'
import * as markup from '../src/reporters/markup.ts'

const READS_ONCE = 'token = read("/var/run/secrets/kubernetes.io/serviceaccount/token")\n'
const RELOADS = 'def token():\n    return read("/var/run/secrets/kubernetes.io/serviceaccount/token")\n'
/** The releases of every package: 1.0.0 was looked at, 1.1.0 is the newest, 1.2.0-rc.1 a candidate. */
const OLD = '1.0.0'
const NEW = '1.1.0'

/** Writes files into an archive without entries for folders, which Go refuses. */
const ZIP =
  'import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], "w") as a:\n    for name in sys.argv[2:]: a.write(name)'

const work = mkdtempSync(join(tmpdir(), 'evidence-freshness-'))
/** The bytes of each path that the server has; a path with the status alone fails. */
const served = new Map<string, string | Buffer | number>()
const asked: string[] = []
let server: Server
let address = ''

beforeAll(async () => {
  // The module proxy is asked alone, not the data base of checksums.
  process.env['GOSUMDB'] = 'off'
  server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '')
    asked.push(path)
    const found = served.get(path) ?? 404
    if (typeof found === 'number') response.writeHead(found).end()
    else response.writeHead(200, { 'content-type': typeOf(path) }).end(found)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  delete process.env['GOSUMDB']
  rmSync(work, { recursive: true, force: true })
  await new Promise(resolve => server.close(resolve))
})

function typeOf(path: string): string {
  return path.startsWith('/pypi/') ? 'text/html' : path.startsWith('/npm/') ? 'application/json' : 'text/plain'
}

/** The bytes of an archive with the files, made by a program. */
function archive(kind: 'tar' | 'zip', files: Readonly<Record<string, string>>): Buffer {
  const folder = mkdtempSync(join(work, 'archive-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const target = join(work, `${folder.slice(-6)}.${kind}`)
  if (kind === 'tar') execFileSync('tar', ['-czf', target, '-C', folder, ...readdirSync(folder)])
  else execFileSync('python3', ['-c', ZIP, target, ...Object.keys(files)], { cwd: folder })
  return readFileSync(target)
}

async function subjectOf(ecosystem: string, name: string, more: Partial<Subject> = {}): Promise<Subject> {
  const scheme = await ecosystemOf(ecosystem)?.versions()
  if (!scheme) throw new Error(`no ecosystem ${ecosystem}`)
  const own = {
    ecosystem,
    name,
    repository: 'https://github.com/acme/thing',
    examined: OLD,
    scheme,
    clients: ['client']
  }
  return { ...own, observedOf: () => 'reloads', ...more }
}

/** What is newer than a package, whose releases have the text in place of their loader. */
interface Registry {
  readonly name: string
  readonly versions: readonly [old: string, next: string]
  readonly publish: (texts: Readonly<Record<string, string>>) => void
}

const REGISTRIES: Readonly<Record<string, Registry>> = {
  npm: {
    name: 'thing',
    versions: [OLD, NEW],
    publish(texts) {
      const versions = Object.entries(texts).map(([version, text]) => {
        const manifest = { name: 'thing', version, dependencies: { client: text === RELOADS ? '^2.0.0' : '^1.0.0' } }
        const bytes = archive('tar', {
          'package/package.json': JSON.stringify(manifest, undefined, 2),
          'package/index.js': text
        })
        served.set(`/npm/thing/-/thing-${version}.tgz`, bytes)
        const shasum = createHash('sha1').update(bytes).digest('hex')
        return [version, { ...manifest, dist: { shasum, tarball: `${address}/npm/thing/-/thing-${version}.tgz` } }]
      })
      const document = {
        name: 'thing',
        'dist-tags': { latest: texts[NEW] === undefined ? OLD : NEW },
        versions: Object.fromEntries(versions)
      }
      served.set('/npm/thing', JSON.stringify(document))
    }
  },
  pypi: {
    name: 'thing',
    versions: [OLD, NEW],
    publish(texts) {
      const links = Object.entries(texts).map(([version, text]) => {
        const info = `thing-${version}.dist-info`
        const required = `Requires-Dist: client>=${text === RELOADS ? 2 : 1}`
        const bytes = archive('zip', {
          'thing/loader.py': text,
          [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: thing\nVersion: ${version}\n${required}\n`,
          [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
          [`${info}/RECORD`]: ''
        })
        const file = `thing-${version}-py3-none-any.whl`
        served.set(`/pypi/files/${file}`, bytes)
        return `<a href="${address}/pypi/files/${file}">${file}</a>`
      })
      served.set('/pypi/thing/', `<html><body>${links.join('')}</body></html>`)
    }
  },
  golang: {
    name: 'registry.example/thing',
    versions: [`v${OLD}`, `v${NEW}`],
    publish(texts) {
      const folder = '/golang/registry.example/thing/@v'
      for (const [version, text] of Object.entries(texts)) {
        const mod = `module registry.example/thing\n\nrequire client v1.0.${text === RELOADS ? 1 : 0}\n`
        const inside = `registry.example/thing@v${version}`
        served.set(
          `${folder}/v${version}.info`,
          JSON.stringify({ Version: `v${version}`, Time: '2026-01-01T00:00:00Z' })
        )
        served.set(`${folder}/v${version}.mod`, mod)
        served.set(
          `${folder}/v${version}.zip`,
          archive('zip', { [`${inside}/go.mod`]: mod, [`${inside}/token.go`]: `// ${text}` })
        )
      }
      served.set(
        `${folder}/list`,
        Object.keys(texts)
          .map(version => `v${version}\n`)
          .join('')
      )
    }
  },
  cargo: {
    name: 'thing',
    versions: [OLD, NEW],
    publish(texts) {
      const lines = Object.entries(texts).map(([version, text]) => {
        const required = `client = "${text === RELOADS ? 2 : 1}"`
        const bytes = archive('tar', {
          [`thing-${version}/Cargo.toml`]: `[package]\nname = "thing"\nversion = "${version}"\n\n[dependencies]\n${required}\n`,
          [`thing-${version}/src/lib.rs`]: text
        })
        served.set(`/cargo/dl/thing/${version}`, bytes)
        const cksum = createHash('sha256').update(bytes).digest('hex')
        return JSON.stringify({ name: 'thing', vers: version, deps: [], cksum, features: {}, yanked: false })
      })
      served.set('/cargo/config.json', JSON.stringify({ dl: `${address}/cargo/dl/{crate}/{version}` }))
      served.set('/cargo/th/in/thing', lines.join('\n'))
    }
  }
}

async function found(ecosystem: string, texts: Readonly<Record<string, string>>): Promise<Found> {
  const registry = REGISTRIES[ecosystem]
  if (!registry) throw new Error(`no registry ${ecosystem}`)
  registry.publish(texts)
  const examined = registry.versions[0]
  return lookAt(await subjectOf(ecosystem, registry.name, { examined }), { [ecosystem]: `${address}/${ecosystem}/` })
}

describe.each(Object.keys(REGISTRIES))('%s', ecosystem => {
  const [examined = '', newest = ''] = REGISTRIES[ecosystem]?.versions ?? []

  test('a release whose loader and requirements are the same is the same', async () => {
    const { subject, ...result } = await found(ecosystem, { [OLD]: READS_ONCE, [NEW]: READS_ONCE })
    expect(subject.examined).toBe(examined)
    expect(result).toEqual({
      state: 'newer',
      newest,
      newer: [newest],
      comparison: {
        kind: 'same',
        what: 'files that read the token: 1, lines that require other clients: 1',
        details: []
      }
    })
  }, 60_000)

  test('a release with another loader differs, and the difference names the file and the requirement', async () => {
    const result = await found(ecosystem, { [OLD]: READS_ONCE, [NEW]: RELOADS })
    const details = result.state === 'newer' ? result.comparison?.details?.join('\n') : undefined
    expect(result).toMatchObject({ state: 'newer', newest, comparison: { kind: 'differs' } })
    expect(details).toMatch(/(?:loader\.py|index\.js|token\.go|lib\.rs) +\| /)
    expect(details).toMatch(/^- .*client.*\n\+ .*client/m)
  }, 60_000)

  test('nothing newer is nothing newer', async () => {
    expect(await found(ecosystem, { [OLD]: READS_ONCE })).toMatchObject({ state: 'nothing-newer' })
  }, 60_000)

  test('a registry that fails is part of the result', async () => {
    for (const [path] of served) if (path.startsWith(`/${ecosystem}/`)) served.set(path, 403)
    const { name = '' } = REGISTRIES[ecosystem] ?? {}
    const subject = await subjectOf(ecosystem, name, { examined })
    const result = await lookAt(subject, { [ecosystem]: `${address}/${ecosystem}/` })
    expect(result).toMatchObject({ state: 'not-asked', reason: expect.stringMatching(/\S/) })
  }, 60_000)
})

test('a candidate is not the newest release, and is named', async () => {
  const result = await found('npm', { [OLD]: READS_ONCE, [NEW]: READS_ONCE, '1.2.0-rc.1': RELOADS })
  expect(result).toMatchObject({ newest: NEW, newer: [NEW, '1.2.0-rc.1'], comparison: { kind: 'same' } })
}, 60_000)

test('an archive that is gone leaves the release to a person', async () => {
  REGISTRIES['npm']?.publish({ [OLD]: READS_ONCE, [NEW]: READS_ONCE })
  served.set(`/npm/thing/-/thing-${NEW}.tgz`, 404)
  const result = await lookAt(await subjectOf('npm', 'thing'), { npm: `${address}/npm/` })
  expect(result).toMatchObject({
    newest: NEW,
    comparison: { kind: 'unknown', what: expect.stringContaining('not compared') }
  })
}, 60_000)

test.each([
  ['gem', 'kubeclient', 'gem is not installed'],
  ['nuget', 'KubernetesClient', 'dotnet is not installed'],
  ['npm', 'jsr:@scope/thing', 'npm does not ask JSR']
])('a client of %s that cannot be asked is named', async (ecosystem, name, reason) => {
  const { PATH } = process.env
  process.env['PATH'] = work
  try {
    const result = await lookAt(await subjectOf(ecosystem, name))
    expect(result).toMatchObject({ state: 'not-asked', reason })
  } finally {
    process.env['PATH'] = PATH
  }
})

test('a module that another release of Go can read alone is left to a person, with a sentence', async () => {
  REGISTRIES['golang']?.publish({ [OLD]: READS_ONCE, [NEW]: READS_ONCE })
  const mod = 'module registry.example/thing\n\ngo 1.999\n'
  served.set(`/golang/registry.example/thing/@v/v${NEW}.mod`, mod)
  const inside = `registry.example/thing@v${NEW}`
  served.set(
    `/golang/registry.example/thing/@v/v${NEW}.zip`,
    archive('zip', { [`${inside}/go.mod`]: mod, [`${inside}/token.go`]: `// ${READS_ONCE}` })
  )
  const subject = await subjectOf('golang', 'registry.example/thing', { examined: `v${OLD}` })
  const result = await lookAt(subject, { golang: `${address}/golang/` })
  expect(result).toMatchObject({
    comparison: { kind: 'unknown', what: expect.stringMatching(/^not compared: go: .* requires go >= 1\.999/) }
  })
}, 60_000)

test('Maven names the releases of a jar', async () => {
  const list = `<metadata><versioning><versions><version>${OLD}</version><version>${NEW}</version></versions></versioning></metadata>`
  served.set('/maven/org/acme/thing/maven-metadata.xml', list)
  const result = await lookAt(await subjectOf('maven', 'org.acme:thing', { examined: NEW }), {
    maven: `${address}/maven`
  })
  expect(result).toMatchObject({ state: 'nothing-newer' })
  expect(asked).toContain('/maven/org/acme/thing/maven-metadata.xml')
}, 60_000)

describe('an image', () => {
  const git = (folder: string, ...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' })
  const folder = join(work, 'git', 'acme', 'thing')

  beforeAll(() => {
    mkdirSync(folder, { recursive: true })
    git(folder, 'init', '--quiet')
    for (const [tag, version] of [
      ['v1.0.0', 'v0.17.0'],
      ['v1.1.0', 'v0.30.0']
    ] as const) {
      writeFileSync(join(folder, 'go.mod'), `require k8s.io/client-go ${version}\n`)
      git(folder, 'add', '.')
      git(folder, '-c', 'user.name=a', '-c', 'user.email=a@registry.example', 'commit', '--quiet', '-m', tag)
      git(folder, 'tag', tag)
    }
  })

  const image = (observed: string) =>
    subjectOf('docker', 'acme/thing', {
      examined: 'v1.0.0',
      versionsOf: tags => tags.map(tag => ({ tag, version: tag })),
      lockFiles: ['go.mod', 'Gopkg.lock'],
      heldBy: async texts => ({ held: texts.get('go.mod')?.trim().split(' ').at(-1) ?? '', observed }),
      observedOf: () => 'reloads'
    })

  test.each([
    ['reloads', 'same', 'its lock files state the client v0.30.0'],
    [
      'reads-once',
      'differs',
      'its lock files state the client v0.30.0, which is observed as reads-once; the policy says reloads'
    ]
  ])('whose lock file at the newest tag %s is %s', async (observed, kind, what) => {
    const result = await lookAt(await image(observed), { git: `file://${join(work, 'git')}` })
    expect(result).toMatchObject({ newest: 'v1.1.0', comparison: { kind, what } })
  })

  test('whose repository is not there cannot be asked', async () => {
    const result = await lookAt(await image('reloads'), { git: `file://${join(work, 'nowhere')}` })
    expect(result).toMatchObject({ state: 'not-asked' })
  })
})

describe('the proposal', () => {
  const newer = async (name: string, kind: 'same' | 'differs', more: Partial<Subject> = {}): Promise<Found> => ({
    subject: await subjectOf('npm', name, more),
    state: 'newer',
    newest: NEW,
    newer: [NEW],
    comparison: { kind, what: 'one file', details: kind === 'same' ? [] : [' a.js | 2 +-'] }
  })

  test('says of each client what to do', async () => {
    const undated = { ...(await subjectOf('npm', 'd')), examined: undefined }
    const text = proposalOf(
      [
        await newer('a', 'same'),
        await newer('b', 'differs'),
        { subject: await subjectOf('npm', 'c'), state: 'nothing-newer' },
        { subject: undated as unknown as Subject, state: 'newer', newest: NEW, newer: [NEW], comparison: undefined },
        { subject: await subjectOf('npm', 'e'), state: 'not-asked', reason: 'the registry answered 503' }
      ],
      markup
    )
    expect(text.split('\n')[0]).toBe(MARKER)
    expect(text).toBe(readFileSync(join(import.meta.dirname, 'evidence-freshness.md'), 'utf8'))
  })

  test('believes what a release did more than a comparison', async () => {
    const ran = (observation: string) => new Map([[`npm a ${NEW}`, { observation }]])
    expect(proposalOf([await newer('a', 'differs')], markup, ran('reloads'))).toContain('## Nothing differs')
    expect(proposalOf([await newer('a', 'same')], markup, ran('reads-once'))).toContain('## Look at these')
  })

  test('says why a release could not be run, and follows the comparison', async () => {
    const ran = new Map([[`npm a ${NEW}`, { couldNotRun: 'it requires go 1.27' }]])
    const text = proposalOf([await newer('a', 'same')], markup, ran)
    expect(text).toContain('## Nothing differs')
    expect(text).toContain('one file; it could not be run: it requires go 1.27')
    const undated = { ...(await newer('a', 'same')), comparison: undefined } as Found
    const other = new Map([[`npm a ${NEW}`, { observation: 'reloads' }]])
    expect(proposalOf([undated], markup, other)).toContain(`the newest is \`${NEW}\`; run: reloads`)
  })

  test('shows no text of a registry as markup, and fits into an issue', async () => {
    const hostile = '`x` | </table> @everyone #1 <!-- \u202e'
    const text = proposalOf([{ subject: await subjectOf('npm', 'a'), state: 'not-asked', reason: hostile }], markup)
    expect(text).not.toContain('</table>')
    expect(text).not.toContain('\u202e')
    const many = await Promise.all(Array.from({ length: 900 }, (_, index) => newer(`package-${index}`, 'differs')))
    const long = proposalOf(many, markup)
    expect(long.length).toBeLessThan(65_536)
    expect(long).toMatch(/\d+ paragraphs are left out here/)
  })
})
