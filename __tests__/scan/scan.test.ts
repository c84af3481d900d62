/** The pipeline: what is listed is accounted for, what is found is settled and judged, whatever the order. */

import { afterAll, describe, expect, test } from '@jest/globals'
import { type DocumentKind, found, type Hazard, type HazardFiles, looksInto } from '../../src/hazards/hazard.ts'
import { stepLine } from '../../src/model/verdict.ts'
import { conclude } from '../../src/policy/conclude.ts'
import { scan } from '../../src/scan/scan.ts'
import { diskWorkspace } from '../../src/workspaces/disk.ts'
import { type FlatReport, findingLines, gapLines, scanned } from '../support/findings.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'
import { toyRule } from '../support/report.ts'
import { git, removeTrees, repository, tree } from '../support/trees.ts'

afterAll(removeTrees)

const GO = (version: string) => `require k8s.io/client-go ${version}\n`

const PLATFORM = {
  'README.md': 'k8s.io/client-go',
  'a/go.mod': GO('v11.0.0+incompatible'),
  'b/go.mod': GO('v0.29.3'),
  'b/vendor/modules.txt': '# k8s.io/client-go v0.29.3\n## explicit\n',
  'c/go.mod': 'module c\n',
  'd/go.mod': 'require k8s.io/client-go\n',
  'e/requirements.txt': '-r ../lists/shared.lst\n-r missing.txt\nflask==3.0\n',
  'lists/shared.lst': 'kubernetes==11.0.0\n',
  'f/package.json': '{"dependencies": {"@kubernetes/client-node": "^0.10.2"}}',
  'f/package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { '@kubernetes/client-node': '^0.10.2' } },
      'node_modules/@kubernetes/client-node': { version: '0.10.3' }
    }
  })
}

/** One line for each finding and gap. */
function told({ findings, gaps }: FlatReport): string[] {
  return [...findingLines(findings, ['place', 'name', 'verdict', 'level', 'settled', 'declared']), ...gapLines(gaps)]
}

test('a platform of several ecosystems', async () => {
  expect(told(await scanned(PLATFORM))).toEqual([
    'a/go.mod:1:26 k8s.io/client-go cannot-reload error',
    'b/go.mod:1:26 k8s.io/client-go reloads pass settled by b/vendor/modules.txt:1',
    'b/vendor/modules.txt:1:20 k8s.io/client-go reloads pass declared at b/go.mod:1',
    'f/package-lock.json:1:143 @kubernetes/client-node reloads pass declared at f/package.json:1',
    'f/package.json:1:47 @kubernetes/client-node unknown warning settled by f/package-lock.json:1',
    'lists/shared.lst:1:13 kubernetes cannot-reload error',
    'd/go.mod:1 unrecognised-entry expected "module version"',
    'e/requirements.txt:2 absent-file includes missing.txt, which is not among the scanned files'
  ])
})

test('a file that another one reads in is read in the format that is named for it', async () => {
  const files = {
    'pyproject.toml': '[tool.setuptools.dynamic]\ndependencies = { file = ["deps/core.list"] }\n',
    'setup.cfg': '[options]\ninstall_requires = file: deps/core.list, deps/more.list\n',
    'deps/core.list': 'kubernetes==11.0.0\n',
    'deps/more.list': 'kopf==1.37.2\n'
  }
  expect(told(await scanned(files))).toEqual([
    'deps/core.list:1:13 kubernetes cannot-reload error',
    'deps/more.list:1:7 kopf reloads-late warning'
  ])
})

test('what a tool compiled or locked settles what it was made of', async () => {
  const commit = '1195e3a8ee1a529d53eed7c624527a68555ddf1f'
  const files = {
    'a/Pipfile': '[packages]\nkubernetes = "*"\n',
    'a/Pipfile.lock': '{"default": {"kubernetes": {"version": "==36.0.3"}}}',
    'b/requirements.in': 'kubernetes>=11\n',
    'b/requirements.txt': 'kubernetes==12.0.1\n',
    'c/Gopkg.toml': '[[constraint]]\nname = "k8s.io/client-go"\nversion = "kubernetes-1.13.0"\n',
    'c/Gopkg.lock': '[[projects]]\nname = "k8s.io/client-go"\nversion = "kubernetes-1.13.0"\n',
    'd/glide.yaml': 'import:\n- package: k8s.io/client-go\n  version: ^4.0.0\n',
    'd/glide.lock': `updated: 2017-11-14T01:06:12Z\nimports:\n- name: k8s.io/client-go\n  version: ${commit}\n`
  }
  expect(told(await scanned(files))).toEqual([
    'a/Pipfile:2:15 kubernetes unknown warning settled by a/Pipfile.lock:1',
    'a/Pipfile.lock:1:43 kubernetes reloads pass declared at a/Pipfile:2',
    'b/requirements.in:1:11 kubernetes unknown warning settled by b/requirements.txt:1',
    'b/requirements.txt:1:13 kubernetes reloads pass declared at b/requirements.in:1',
    'c/Gopkg.lock:3:12 k8s.io/client-go below-minimum error declared at c/Gopkg.toml:3',
    'c/Gopkg.toml:3:12 k8s.io/client-go below-minimum error settled by c/Gopkg.lock:3',
    'd/glide.lock:4:12 k8s.io/client-go cannot-reload error declared at d/glide.yaml:3',
    'd/glide.yaml:3:12 k8s.io/client-go cannot-reload error settled by d/glide.lock:4'
  ])
})

describe('laws', () => {
  test('coverage adds up', async () => {
    const { coverage } = await scanned(PLATFORM)
    expect(coverage).toEqual({
      source: 'walk',
      listed: 10,
      excluded: {},
      ignored: {},
      leftOut: 0,
      claimed: 9,
      unmentioned: 1,
      read: 7,
      failed: 1,
      absent: 0
    })
    expect(coverage.unmentioned + coverage.read + coverage.failed + coverage.absent).toBe(coverage.claimed)
  })

  test('the order of the listing changes nothing', async () => {
    const expected = await scanned(PLATFORM)
    const paths = Object.entries(PLATFORM)
    for (const order of [
      paths.toReversed(),
      paths.toSorted(([a], [b]) => a.length - b.length),
      [...paths.slice(4), ...paths.slice(0, 4)]
    ]) {
      expect(await scanned(Object.fromEntries(order))).toEqual(expected)
    }
  })

  test('nor does it where two lockfiles settle one requirement', async () => {
    const files = {
      'package.json': '{"dependencies": {"@kubernetes/client-node": "^0.10.0"}}',
      'yarn.lock': '"@kubernetes/client-node@^0.10.0":\n  version "0.10.1"\n',
      'bun.lock': '{"lockfileVersion": 1, "packages": {"@kubernetes/client-node": ["@kubernetes/client-node@0.10.1"]}}'
    }
    const report = async (paths: Readonly<Record<string, string>>) =>
      JSON.stringify(
        (await scanned(paths)).whole.findings.map(({ edit, edits, status, place }) => [edit, edits, status, place])
      )
    const expected = await report(files)
    expect(expected).toContain('bun install')
    expect(await report(Object.fromEntries(Object.entries(files).toReversed()))).toBe(expected)
  })

  test('every workspace adapter gives the same report', async () => {
    const expected = (await scanned(PLATFORM)).whole
    const walked = await scan(await diskWorkspace(tree(PLATFORM)), { minimum: 'documented' })
    const tracked = await scan(await diskWorkspace(repository(PLATFORM)), { minimum: 'documented' })
    const { withoutGit, ...coverage } = walked.coverage
    expect(withoutGit).toBe('no-work-tree')
    expect({ ...walked, coverage }).toEqual(expected)
    expect({ ...tracked, coverage: { ...tracked.coverage, source: 'walk' } }).toEqual(expected)
  })

  test('progress counts every claimed file once', async () => {
    const seen: string[] = []
    await scan(memoryWorkspace(PLATFORM), {
      minimum: 'documented',
      onProgress: (done, claimed) => seen.push(`${done}/${claimed}`)
    })
    expect(seen.at(-1)).toBe('9/9')
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('what cannot be read', () => {
  test('a Python file that nobody can look into is no script; one with the mark of a script is a gap', async () => {
    const UNREADABLE = 'a symbolic link to nothing'
    const { gaps, coverage } = await scanned({
      'link.py': { unreadable: UNREADABLE },
      'binary.py': { unreadable: 'not a text file', fragments: 'kubernetes' },
      'script.py': { unreadable: 'not a text file', fragments: '# /// script kubernetes' },
      'link.sh': { unreadable: UNREADABLE }
    })
    expect(gaps.map(({ kind, place }) => [kind, place.path])).toEqual([
      ['unreadable-file', 'link.sh'],
      ['unreadable-file', 'script.py']
    ])
    expect(coverage).toMatchObject({ listed: 4, claimed: 2, failed: 2 })
  })

  test('is a gap, makes the scan incomplete, and loses nothing else', async () => {
    const found = await scanned({ 'go.mod': { unreadable: 'no permission to read it' }, 'a/go.mod': GO('v0.29.3') })
    expect(told(found)).toEqual([
      'a/go.mod:1:26 k8s.io/client-go reloads pass',
      'go.mod:1 unreadable-file no permission to read it'
    ])
    expect(conclude(found.whole, { failOn: 'error', allowIncomplete: false })).toMatchObject({
      verdict: 'incomplete',
      exitCode: 2
    })
    expect(conclude(found.whole, { failOn: 'error', allowIncomplete: true })).toMatchObject({
      verdict: 'passed',
      exitCode: 0
    })
  })

  test('a finding fails the job even when the scan is incomplete as well', async () => {
    const found = await scanned({ 'go.mod': { unreadable: 'x' }, 'a/go.mod': GO('v11.0.0+incompatible') })
    expect(conclude(found.whole, { failOn: 'error', allowIncomplete: false })).toMatchObject({
      verdict: 'failed',
      exitCode: 1
    })
    expect(conclude(found.whole, { failOn: 'never', allowIncomplete: false })).toMatchObject({
      verdict: 'incomplete',
      exitCode: 2
    })
  })

  test('a lockfile that ends in the middle keeps what came before', async () => {
    const text =
      '{\n"lockfileVersion": 3,\n"packages": {\n"node_modules/@kubernetes/client-node": {"version": "0.10.2"},\n"node_modules/x": {"ver'
    expect(told(await scanned({ 'package-lock.json': text }))).toEqual([
      'package-lock.json:4:54 @kubernetes/client-node cannot-reload error',
      expect.stringMatching(/^package-lock\.json:5 unparseable-file /)
    ])
  })

  test('a file that a tracked name promises and nobody finds is told and fails nothing', async () => {
    const found = await scanned({ 'go.mod': { absent: 'git tracks it' } })
    expect(told(found)).toEqual(['go.mod:1 absent-file git tracks it'])
    expect(found.coverage).toMatchObject({ claimed: 1, read: 0, failed: 0, absent: 1 })
    expect(conclude(found.whole, { failOn: 'error', allowIncomplete: false })).toMatchObject({ verdict: 'passed' })
  })

  test('what a sparse checkout leaves out is told as absent, and not counted as read', async () => {
    const manifest = '{"dependencies": {"@kubernetes/client-node": "^0.10.0"}}'
    const root = repository({
      'app/package.json': manifest,
      'app/package-lock.json': '{}',
      'other/package.json': manifest
    })
    git(root, 'sparse-checkout', 'set', '--no-cone', '/*', '!/app/package-lock.json', '!/other/')
    const { coverage, gaps } = await scan(await diskWorkspace(root), { minimum: 'documented' })
    expect(coverage).toMatchObject({ claimed: 3, unmentioned: 0, read: 1, failed: 0, absent: 2 })
    expect(gaps.map(({ kind, place }) => [kind, place.path])).toEqual([
      ['absent-file', 'app/package-lock.json'],
      ['absent-file', 'other/package.json']
    ])
  })

  test('what a file says without end is cut off as a gap', async () => {
    const { findings, gaps, coverage } = await scanned({ 'go.mod': GO('v0.1.0').repeat(200_000) })
    expect(findings).toHaveLength(10_000)
    expect(gaps).toMatchObject([{ kind: 'unparseable-file', place: { line: 10_001 } }])
    expect(coverage.failed).toBe(1)
  })

  test('a file that is no text is a gap only where it may name a client', async () => {
    const found = await scanned({
      'a/bun.lockb': { unreadable: 'not a text file', fragments: 'left-pad' },
      'b/bun.lockb': { unreadable: 'not a text file', fragments: '@kubernetes/client-node' }
    })
    expect(told(found)).toEqual([
      expect.stringMatching(/^b\/bun\.lockb:1 unreadable-file not a text file: run `bun install/)
    ])
  })

  test('a folder that could not be listed is a gap', async () => {
    const workspace = memoryWorkspace({}, [{ kind: 'unreadable-file', path: 'secret', detail: 'no permission' }])
    expect(gapLines((await scan(workspace, { minimum: 'documented' })).gaps)).toEqual([
      'secret:1 unreadable-file no permission'
    ])
  })
})

const BILL = (purl: string) =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', components: [{ type: 'library', name: 'x', purl }] })

test.each([
  ['a comment', 'pom.xml', '<artifactId>client<!-- x -->-java</artifactId>'],
  ['an instruction', 'pom.xml', '<artifactId>client-<?x y?>java</artifactId>'],
  ['a CDATA section', 'pom.xml', '<artifactId><![CDATA[client]]>-java</artifactId>'],
  ['a reference', 'pom.xml', '<artifactId>&#99;lient-java</artifactId>'],
  ['a line end of TOML', 'pyproject.toml', '[project]\ndependencies = ["""kuber\\\n  netes==11.0.0"""]\n'],
  ['a line end of YAML', 'package.yaml', 'dependencies:\n- "kubernetes-\\\n  client"\n'],
  ['a line end of pip', 'requirements.txt', 'kuber\\\nnetes==11.0.0\n'],
  ['an escaped slash of JSON', 'vendor/vendor.json', '{"package": [{"path": "k8s.io\\/client-go", "revision": "0"}]}'],
  ['an escaped sign of a package URL', 'bom.json', BILL('pkg:pypi/k%75bernetes@11.0.0')],
  ['quotes of a shell', 'install.sh', 'pip install kuber""netes==11.0.0\n'],
  ['other quotes of a shell', 'Dockerfile', "FROM a\nRUN pip install kube'rnetes'==11.0.0\n"],
  ['a backslash of a shell', 'install.sh', 'pip install kuber\\netes==11.0.0\n'],
  ['the end of a text of Python', 'setup.py', 'setup(install_requires=["kuber"\n  "netes==11.0.0"])\n'],
  ['an escape of Ruby', 'Gemfile', 'gem "\\u{6b}ubeclient", "4.0"\n']
])('a name that %s splits is not overlooked', async (_, path, text) => {
  const dependency = `<dependency><groupId>io.kubernetes</groupId>${text}<version>8.0.0</version></dependency>`
  const pom = `<project><dependencies>${dependency}</dependencies></project>`
  const { findings, gaps } = await scanned({ [path]: path === 'pom.xml' ? pom : text })
  expect(findings.length + gaps.length).toBe(1)
})

describe('includes', () => {
  test('cycles end, files are read once, paths outside are absent', async () => {
    const found = await scanned({
      'requirements.txt': '-r requirements-dev.txt\n-r ../outside.txt\nkubernetes==11.0.0\n',
      'requirements-dev.txt': '-r requirements.txt\n-c ./locks/pins.lst\n',
      'locks/pins.lst': '-r ../requirements.txt\nkubernetes==12.0.1\n'
    })
    expect(told(found)).toEqual([
      'locks/pins.lst:2:13 kubernetes reloads pass',
      'requirements.txt:3:13 kubernetes cannot-reload error',
      'requirements.txt:2 absent-file includes ../outside.txt, which is not among the scanned files'
    ])
  })
})

describe('settling', () => {
  const lock = (version: string) =>
    JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/@kubernetes/client-node': { version } } })
  const manifest = (range: string) => `{"dependencies": {"@kubernetes/client-node": "${range}"}}`
  const settledBy = async (files: Record<string, string>, path: string) =>
    (await scanned(files)).findings.find(finding => finding.dependency.place.path === path)?.settledBy?.path

  test('a lockfile above settles the packages of its folders, the nearest one first', async () => {
    const dependency = { ...JSON.parse(lock('0.10.3')).packages, 'packages/a': {} }
    const files = {
      'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages: dependency }),
      'packages/a/package.json': manifest('^0.10.2')
    }
    expect(await settledBy(files, 'packages/a/package.json')).toBe('package-lock.json')
    expect(
      await settledBy({ ...files, 'packages/a/package-lock.json': lock('0.10.2') }, 'packages/a/package.json')
    ).toBe('packages/a/package-lock.json')
  })

  test('a lockfile beside or below does not answer', async () => {
    expect(
      await settledBy(
        { 'b/package-lock.json': lock('0.10.3'), 'a/package.json': manifest('^0.10.2') },
        'a/package.json'
      )
    ).toBeUndefined()
    expect(
      await settledBy({ 'a/package-lock.json': lock('0.10.3'), 'package.json': manifest('^0.10.2') }, 'package.json')
    ).toBeUndefined()
  })

  test('a lockfile that the manifest has outgrown does not answer', async () => {
    const files = { 'package-lock.json': lock('0.10.2'), 'package.json': manifest('^1.4.0') }
    expect(await settledBy(files, 'package.json')).toBeUndefined()
  })

  test('a bill of materials answers what states no version, in its own file and in a parent', async () => {
    const pom = (version: string, bill: string) =>
      `<project>${bill}<dependencies><dependency><groupId>io.fabric8</groupId><artifactId>openshift-client</artifactId>${version}</dependency></dependencies></project>`
    const BILL =
      '<dependencyManagement><dependencies><dependency><groupId>io.fabric8</groupId><artifactId>kubernetes-client-bom</artifactId><version>5.7.4</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>'
    const parent = `<project>${BILL}</project>`
    const stated = '<version>5.12.4</version>'
    const { findings } = await scanned({ 'pom.xml': pom('', BILL) })
    expect(findings.map(({ dependency, settledBy }) => [dependency.name, settledBy?.column])).toEqual([
      ['io.fabric8:kubernetes-client-bom', undefined],
      ['io.fabric8:openshift-client', findings[0]?.dependency.place.column]
    ])
    expect(await settledBy({ 'pom.xml': parent, 'a/pom.xml': pom('', '') }, 'a/pom.xml')).toBe('pom.xml')
    expect(await settledBy({ 'pom.xml': parent, 'a/pom.xml': pom(stated, '') }, 'a/pom.xml')).toBeUndefined()
    expect(await settledBy({ 'b/pom.xml': parent, 'a/pom.xml': pom('', '') }, 'a/pom.xml')).toBeUndefined()
  })

  test('what pip-compile made of an exact version answers it, another version does not', async () => {
    const files = { 'requirements.in': 'kubernetes==11.0.0\n' }
    expect(await settledBy({ ...files, 'requirements.txt': 'kubernetes==11.0.0\n' }, 'requirements.in')).toBe(
      'requirements.txt'
    )
    expect(await settledBy({ ...files, 'requirements.txt': 'kubernetes==12.0.1\n' }, 'requirements.in')).toBeUndefined()
  })

  test('what workspaces ask for is changed in the workspaces', async () => {
    const commands = async (files: Readonly<Record<string, string>>) => {
      const { findings } = await scanned({ 'package-lock.json': workspaces, ...files })
      const steps = findings.find(({ settledBy }) => !settledBy)?.verdict.fix?.steps ?? []
      return steps.map(step => [typeof step === 'object' && 'in' in step ? step.in : '', stepLine(step)])
    }
    const workspaces = JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { workspaces: ['packages/*'], dependencies: { '@kubernetes/client-node': '0.10.2' } },
        'packages/a': { dependencies: { '@kubernetes/client-node': '0.10.2' } },
        'node_modules/@kubernetes/client-node': { version: '0.10.2' }
      }
    })
    const command = 'npm install @kubernetes/client-node@0.10.3'
    const beside = ['', command]
    const inWorkspace = ['packages/a', command]
    expect(await commands({ 'package.json': manifest('0.10.2') })).toEqual([beside])
    expect(await commands({ 'packages/a/package.json': manifest('0.10.2') })).toEqual([inWorkspace])
    expect(
      await commands({ 'package.json': manifest('0.10.2'), 'packages/a/package.json': manifest('0.10.2') })
    ).toEqual([beside, inWorkspace])
  })

  test('an exact version is one finding with its lockfile', async () => {
    const files = { 'package-lock.json': lock('0.10.2'), 'package.json': manifest('0.10.2') }
    expect(await settledBy(files, 'package.json')).toBe('package-lock.json')
    expect(conclude((await scanned(files)).whole, { failOn: 'error', allowIncomplete: false }).counts).toMatchObject({
      error: 1,
      settled: 1
    })
  })
})

describe('a package that brings a client in', () => {
  const go = (...lines: string[]) => `go 1.16\nrequire (\n${lines.map(line => `\t${line}\n`).join('')})\n`

  test('speaks for itself where no client stands beside it', async () => {
    expect(told(await scanned({ 'go.mod': go('sigs.k8s.io/controller-runtime v0.2.2') }))).toEqual([
      'go.mod:3:33 sigs.k8s.io/controller-runtime cannot-reload notice'
    ])
  })

  test('is settled by the client beside it, and by what replaces that', async () => {
    const required = go('k8s.io/client-go v0.17.2', 'sigs.k8s.io/controller-runtime v0.2.2')
    expect(told(await scanned({ 'go.mod': required }))).toEqual([
      'go.mod:3:19 k8s.io/client-go reloads pass',
      'go.mod:4:33 sigs.k8s.io/controller-runtime reloads pass settled by go.mod:3'
    ])
    const replaced = `${go('sigs.k8s.io/controller-runtime v0.2.2')}replace k8s.io/client-go => k8s.io/client-go v0.17.2\n`
    expect(told(await scanned({ 'go.mod': replaced }))).toEqual([
      'go.mod:3:33 sigs.k8s.io/controller-runtime reloads pass settled by go.mod:5',
      'go.mod:5:46 k8s.io/client-go reloads pass'
    ])
  })

  test('is settled by none but the clients of its release', async () => {
    const beside = (spawner: string) => ({
      'requirements.txt': `jupyterhub-kubespawner${spawner}\nkubernetes==28.1.0\n`
    })
    expect(told(await scanned(beside('==2.0.1')))).toEqual([
      'requirements.txt:1:25 jupyterhub-kubespawner reloads pass settled by requirements.txt:2',
      'requirements.txt:2:13 kubernetes reloads pass'
    ])
    for (const spawner of ['==3.0.0', '>=2']) {
      expect(told(await scanned(beside(spawner)))[0]).toMatch(/jupyterhub-kubespawner unknown warning$/)
    }
  })
})

test('two scans read a text that both have once, in whatever files', async () => {
  const texts: string[] = []
  const toys: DocumentKind<string> = { name: 'toys' }
  const counting: Hazard = {
    rule: toyRule,
    keywords: ['toy'],
    finders: [looksInto(toys, () => [{ at: 0 }])],
    examples: { fires: [], silent: [] }
  }
  const files: HazardFiles = {
    name: 'toys',
    names: { endings: ['.toys'] },
    read: text => {
      texts.push(text)
      return { documents: [found(toys, text)], unexamined: [] }
    }
  }
  const options = { minimum: 'documented', hazards: { hazards: [counting], files: [files] }, known: new Map() } as const
  const base = await scan(memoryWorkspace({ 'a.toys': 'toy 1', 'b.toys': 'toy 2' }), options)
  const head = await scan(memoryWorkspace({ 'b.toys': 'toy 3', 'c/a.toys': 'toy 1' }), options)
  expect(texts).toEqual(['toy 1', 'toy 2', 'toy 3'])
  expect([base, head].map(({ findings }) => findings.map(({ place }) => place.path))).toEqual([
    ['a.toys', 'b.toys'],
    ['b.toys', 'c/a.toys']
  ])
})
