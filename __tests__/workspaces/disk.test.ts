/** The disk adapter on real folders and real git repositories. */

import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { ConfigError } from '../../src/model/config-error.ts'
import { diskWorkspace } from '../../src/workspaces/disk.ts'
import { excluding } from '../../src/workspaces/excluding.ts'
import { openRepository } from '../../src/workspaces/git-objects.ts'
import { MAXIMUM_FILE_SIZE } from '../../src/workspaces/readings.ts'
import { commit, git, removeTrees, repository, tree, write } from '../support/trees.ts'

afterAll(removeTrees)

async function listed(root: string) {
  const { files, ...listing } = await excluding(await diskWorkspace(root)).list()
  return { ...listing, paths: files.map(({ path }) => path).sort() }
}

/** Runs with another `PATH`. */
async function withPath<Result>(folders: readonly string[], action: () => Promise<Result>): Promise<Result> {
  const before = process.env['PATH']
  process.env['PATH'] = folders.join(delimiter)
  try {
    return await action()
  } finally {
    process.env['PATH'] = before
  }
}

/** A link outside of a folder that leads to it. */
function linkTo(folder: string): string {
  const link = join(tree({}), 'link')
  mkdirSync(folder, { recursive: true })
  symlinkSync(folder, link)
  return link
}

/** A program called git that leaves a trace and lists nothing. */
function impostor(folder: string, trace: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'git'), `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 })
}

async function read(root: string, path: string) {
  return (await diskWorkspace(root)).read(path)
}

describe('in a git work tree', () => {
  test('lists what git tracks, and neither ignored nor untracked files', async () => {
    const root = repository({ 'go.mod': 'module a', 'deep/er/package.json': '{}', '.gitignore': 'out\n' })
    write(root, { 'untracked.txt': '', 'out/x': '' })
    expect(await listed(root)).toMatchObject({
      source: 'git',
      paths: ['.gitignore', 'deep/er/package.json', 'go.mod'],
      gaps: []
    })
  })

  test('lists a subfolder relative to itself', async () => {
    const root = repository({ 'a/go.mod': '', 'b/go.mod': '' })
    expect((await listed(join(root, 'a'))).paths).toEqual(['go.mod'])
  })

  test('lists the files of submodules', async () => {
    const inner = repository({ 'go.mod': 'module inner' })
    const root = repository({ 'README.md': '' })
    git(root, 'submodule', '--quiet', 'add', inner, 'third_party/inner')
    commit(root)
    expect((await listed(root)).paths).toEqual(['.gitmodules', 'README.md', 'third_party/inner/go.mod'])
  })

  test('tells a submodule that is not checked out', async () => {
    const inner = repository({ 'go.mod': 'module inner' })
    const root = repository({ 'README.md': '' })
    git(root, 'submodule', '--quiet', 'add', inner, 'third_party/inner')
    commit(root)
    git(root, 'submodule', '--quiet', 'deinit', '--force', 'third_party/inner')
    expect(await listed(root)).toMatchObject({
      paths: ['.gitmodules', 'README.md'],
      gaps: [{ kind: 'absent-file', path: 'third_party/inner', detail: 'a submodule that is not checked out' }]
    })
  })

  test('keeps names that git would quote', async () => {
    const names = ['a "quoted" name', 'líne', 'new\nline', 'tab\there']
    const root = repository(Object.fromEntries(names.map(name => [`${name}/go.mod`, ''])))
    expect((await listed(root)).paths).toEqual(names.map(name => `${name}/go.mod`).sort())
  })

  test('runs no command that the repository configures', async () => {
    const root = repository({ 'go.mod': '' })
    const trace = join(root, 'was-run')
    writeFileSync(join(root, 'monitor.sh'), `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 })
    git(root, 'config', 'core.fsmonitor', join(root, 'monitor.sh'))
    await listed(root)
    expect(await read(root, 'was-run')).toHaveProperty('absent')
  })

  test('runs no command that a submodule configures', async () => {
    const inner = repository({ 'go.mod': '' })
    const root = repository({ 'a.txt': '' })
    git(root, 'submodule', '--quiet', 'add', inner, 'inner')
    commit(root)
    const trace = join(root, 'was-run')
    writeFileSync(join(root, 'monitor.sh'), `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 })
    git(join(root, 'inner'), 'config', 'core.fsmonitor', join(root, 'monitor.sh'))
    expect((await listed(root)).paths).toContain('inner/go.mod')
    expect(await read(root, 'was-run')).toHaveProperty('absent')
  })

  test.each<[string, (root: string) => string]>([
    ['in the scanned folder', root => join(root, 'sub/tools')],
    ['in the repository around it', root => join(root, 'tools')],
    ['behind a link that leads there', root => linkTo(join(root, 'tools'))],
    ['that is given relative to the current folder', root => relative(process.cwd(), join(root, 'tools'))],
    ['of the commands of installed packages', () => join(tree({}), 'node_modules/.bin')]
  ])('git is never taken from a folder %s', async (_, folderIn) => {
    const root = repository({ 'sub/go.mod': '' })
    const trace = join(tree({}), 'was-run')
    const folder = folderIn(root)
    impostor(folder, trace)
    const { source, paths } = await withPath([folder, '', '.', process.env['PATH'] ?? ''], () =>
      listed(join(root, 'sub'))
    )
    expect([source, paths.filter(path => !path.startsWith('tools'))]).toEqual(['git', ['go.mod']])
    expect(existsSync(trace)).toBe(false)
  })

  test('a link outside to a program inside is no git either', async () => {
    const root = repository({ 'go.mod': '' })
    const trace = join(tree({}), 'was-run')
    impostor(join(root, 'tools'), trace)
    const outside = tree({})
    symlinkSync(join(root, 'tools/git'), join(outside, 'git'))
    expect(await withPath([outside], () => listed(root))).toMatchObject({ source: 'walk', withoutGit: 'no-git' })
    expect(existsSync(trace)).toBe(false)
  })

  test('names a repository in the folder that it does not track, at any depth, and none that it ignores', async () => {
    const root = repository({ 'go.mod': '', '.gitignore': 'cache\n' })
    write(root, { 'other/go.mod': '', 'untracked/deep/er/go.mod': '', 'cache/go.mod': '' })
    for (const folder of ['other', 'untracked/deep', 'cache']) git(join(root, folder), 'init', '--quiet')
    const { paths, gaps } = await listed(root)
    expect(paths).toEqual(['.gitignore', 'go.mod'])
    expect(gaps.map(({ kind, path }) => [kind, path])).toEqual([
      ['other-repository', 'other'],
      ['other-repository', 'untracked/deep']
    ])
  })

  test('fetches no objects, which would run what the repository configures', async () => {
    const root = repository({ 'd/e/go.mod': '', 'a.txt': '' })
    const trace = join(root, 'was-run')
    writeFileSync(join(root, 'fetch.sh'), `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 })
    git(root, 'sparse-checkout', 'init', '--cone', '--sparse-index')
    git(root, 'sparse-checkout', 'set', 'nothing')
    // A sparse index names a folder by an object; where that is missing, git asks the remote for it.
    const folder = execFileSync('git', ['-C', root, 'rev-parse', 'HEAD:d'], { encoding: 'utf8' }).trim()
    rmSync(join(root, '.git/objects', folder.slice(0, 2), folder.slice(2)))
    git(root, 'config', 'core.repositoryformatversion', '1')
    git(root, 'config', 'extensions.partialClone', 'origin')
    git(root, 'config', 'remote.origin.url', `ext::${join(root, 'fetch.sh')} %S`)
    git(root, 'config', 'protocol.ext.allow', 'always')
    await listed(root)
    expect(await read(root, 'was-run')).toHaveProperty('absent')
  })

  test('takes committed files for no repository, whatever they look like', async () => {
    const root = repository({
      'svc/HEAD': 'ref: refs/heads/main\n',
      'svc/config': '[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n',
      'svc/objects/keep': '',
      'svc/refs/keep': '',
      'svc/go.mod': '',
      'svc/harmless.txt': ''
    })
    const svc = join(root, 'svc')
    // An index that names one harmless file would hide all others.
    execFileSync('git', ['--git-dir=.', '--work-tree=.', 'add', 'harmless.txt'], { cwd: svc })
    expect((await listed(svc)).paths).toContain('go.mod')
  })

  test('is not led astray by the environment of a git hook', async () => {
    const root = repository({ 'go.mod': '' })
    const other = repository({ 'other.mod': '' })
    process.env['GIT_DIR'] = join(other, '.git')
    try {
      expect((await listed(root)).paths).toEqual(['go.mod'])
    } finally {
      delete process.env['GIT_DIR']
    }
  })

  test('a tracked file that was deleted is absent, not unreadable', async () => {
    const root = repository({ 'go.mod': '' })
    rmSync(join(root, 'go.mod'))
    expect((await listed(root)).paths).toEqual(['go.mod'])
    expect(await read(root, 'go.mod')).toHaveProperty('absent')
  })

  test('a folder that the enclosing work tree ignores is walked', async () => {
    const root = repository({ '.gitignore': 'out\n' })
    write(root, { 'out/go.mod': '' })
    expect(await listed(join(root, 'out'))).toMatchObject({ source: 'walk', paths: ['go.mod'] })
  })
})

describe.each<[string, string, (root: string) => ReturnType<typeof listed>]>([
  ['without git', 'no-git', root => withPath([tree({})], () => listed(root))],
  [
    'in an archive of the repository',
    'no-work-tree',
    root => {
      rmSync(join(root, '.git'), { recursive: true })
      return listed(root)
    }
  ],
  [
    'with an index that git cannot read',
    'git-failed',
    root => {
      writeFileSync(join(root, '.git/index'), 'no index')
      return listed(root)
    }
  ]
])('%s', (_, withoutGit, list) => {
  test('what git has committed is read, although .gitignore lists it', async () => {
    const root = repository({
      '.gitignore': '*.txt\n/secret/\n/build/\nnode_modules\n',
      'requirements.txt': '',
      'secret/go.mod': '',
      'secret/deep/go.mod': '',
      'sub/build/go.mod': ''
    })
    write(root, { 'build/go.mod': '', 'sub/node_modules/a/package.json': '', 'secret/node_modules/b/package.json': '' })
    expect(await list(root)).toMatchObject({
      source: 'walk',
      withoutGit,
      paths: ['.gitignore', 'requirements.txt', 'secret/deep/go.mod', 'secret/go.mod', 'sub/build/go.mod'],
      ignored: { build: 1, node_modules: 2 }
    })
  })
})

describe('files that never end count as ones that git cannot read', () => {
  const unread = { source: 'walk', withoutGit: 'git-failed', files: [{ path: 'sub/go.mod' }] }

  // With this patience, a run of git would exceed the time of the test.
  test.each([
    '.git/index',
    '.git/HEAD',
    '.git/config',
    '.git/packed-refs',
    '.git/info/exclude',
    '.git/objects/pack/pack-1.idx',
    '.gitignore',
    '.gitmodules'
  ])('a pipe as %s, without a run of git', async path => {
    const root = repository({ 'sub/go.mod': '' })
    rmSync(join(root, path), { force: true })
    execFileSync('mkfifo', [join(root, path)])
    const listing = await (await diskWorkspace(root, { patience: 600_000 })).list()
    expect({ ...listing, files: listing.files.filter(file => file.path !== path) }).toMatchObject(unread)
    expect(await openRepository(root)).toEqual({ withoutGit: 'git-failed' })
  })

  test('any other one, after one run of git', async () => {
    const root = repository({ 'sub/go.mod': '' })
    const folder = tree({ git: '#!/bin/sh\necho run >> "$0.log"\nexec sleep 600\n' })
    chmodSync(join(folder, 'git'), 0o755)
    await withPath([folder, process.env['PATH'] ?? ''], async () => {
      for (const sub of ['', 'sub']) {
        const listing = await (await diskWorkspace(join(root, sub), { patience: 300 })).list()
        expect(listing).toMatchObject({ source: 'walk', withoutGit: 'git-failed' })
      }
    })
    expect(readFileSync(join(folder, 'git.log'), 'utf8')).toBe('run\n')
  })
})

describe('outside a work tree', () => {
  test('walks, leaves out what tools fill and ignore files hide, and stays out of .git', async () => {
    const root = tree({
      '.gitignore': '/target\n/dist/*\n!/dist/keep.txt\n/hidden/\n',
      'target/go.mod': '',
      'dist/keep.txt': '',
      'dist/go.mod': '',
      'dist/more/go.mod': '',
      'hidden/go.mod': '',
      'hidden/out/go.mod': '',
      'sub/target/go.mod': '',
      'sub/.gitignore': 'build\n',
      'sub/build/go.mod': '',
      'sub/vendor/go.mod': '',
      '.venv/.gitignore': '*\n',
      '.venv/lib/requirements.txt': '',
      'inner/.git/go.mod': '',
      'inner/go.mod': ''
    })
    expect(await listed(root)).toMatchObject({
      source: 'walk',
      paths: [
        '.gitignore',
        'dist/keep.txt',
        'hidden/go.mod',
        'inner/go.mod',
        'sub/.gitignore',
        'sub/target/go.mod',
        'sub/vendor/go.mod'
      ],
      ignored: { target: 1, dist: 1, out: 1, build: 1, '.venv': 1 }
    })
  })

  test('names the submodules of which it has nothing, as in an archive', async () => {
    const root = tree({
      '.gitmodules': '[submodule "a"]\n\tpath = libs/a\n\turl = x\n[submodule "b"]\n\tpath=libs/b/\n\tpath = ../c\n',
      'libs/a/go.mod': ''
    })
    mkdirSync(join(root, 'libs/b'))
    expect((await listed(root)).gaps).toEqual([
      { kind: 'absent-file', path: 'libs/b', detail: 'a submodule that is not checked out' }
    ])
  })

  test('an ignore file of endless rules hides nothing, and takes no time that grows with them and the files', async () => {
    const endless = tree({ '.gitignore': 'build\n'.repeat(60_000), 'build/go.mod': '' })
    expect((await listed(endless)).paths).toContain('build/go.mod')
    const files = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`build/${index}.txt`, '']))
    const rules = Array.from({ length: 20_000 }, (_, index) => `/x${index}\n`).join('')
    const { paths } = await listed(tree({ '.gitignore': `${rules}*.txt\n`, ...files }))
    // The first thousand files are held against every rule, the rest is listed as it is.
    expect(paths.length).toBeGreaterThan(1_900)
  })

  test('a rule of an ignore file that would take for ever hides nothing', async () => {
    const deep = 'aa/'.repeat(60)
    const root = tree({
      '.gitignore': `${'**/*a*/'.repeat(12)}b\n*.log\nGO.MOD\n`,
      [`build/${deep}x`]: '',
      'build/y.log': '',
      'build/go.mod': ''
    })
    expect((await listed(root)).paths).toEqual(['.gitignore', `build/${deep}x`, 'build/go.mod'])
  })

  test('a path that is not UTF-8 is a gap', async () => {
    const root = tree({ 'go.mod': '' })
    try {
      writeFileSync(Buffer.concat([Buffer.from(`${root}/requirements-`), Buffer.of(0xff), Buffer.from('.txt')]), '')
    } catch {
      return // Not every file system takes such a name.
    }
    const { paths } = await listed(root)
    const path = paths.find(each => each.startsWith('requirements')) ?? ''
    expect(await read(root, path)).toEqual({ unreadable: 'its path is not UTF-8: not read' })
  })

  test('does not descend into linked folders', async () => {
    const outside = tree({ 'go.mod': 'module secret' })
    const root = tree({ 'a/go.mod': '' })
    symlinkSync(outside, join(root, 'linked'))
    symlinkSync('..', join(root, 'a/loop'))
    expect((await listed(root)).paths).toEqual(['a/go.mod', 'a/loop', 'linked'])
    expect(await read(root, 'linked/go.mod')).toEqual({
      unreadable: expect.stringContaining('outside the scanned folder')
    })
  })
})

test('the default excludes are counted, at any depth, and only below the scanned folder', async () => {
  const root = repository({
    'node_modules/a/package.json': '{}',
    'x/node_modules/b/package.json': '{}',
    'testdata/go.mod': '',
    'y/fixtures/go.mod': '',
    'y/__fixtures__/z/go.mod': '',
    'my-fixtures/go.mod': ''
  })
  const listing = await listed(root)
  expect(listing.paths).toEqual(['my-fixtures/go.mod'])
  expect(listing.excluded).toEqual({ node_modules: 2, testdata: 1, fixtures: 1, __fixtures__: 1 })
  expect((await listed(join(root, 'testdata'))).paths).toEqual(['go.mod'])
})

test.each([
  ['modules', 'a/go.mod', 'a/vendor/modules.txt'],
  ['modules without their list', 'a/go.mod', 'a/vendor/deep/go.mod'],
  ['dep', 'a/Gopkg.lock', 'a/vendor/k8s.io/x/Gopkg.lock'],
  ['glide', 'a/glide.yaml', 'a/vendor/k8s.io/x/glide.lock'],
  ['godep', 'a/Godeps/Godeps.json', 'a/vendor/k8s.io/x/Godeps/Godeps.json'],
  ['govendor', 'a/main.go', 'a/vendor/vendor.json'],
  ['gvt', 'a/main.go', 'a/vendor/manifest'],
  ['vndr', 'a/vendor.conf', 'a/vendor/k8s.io/x/vendor.conf'],
  ['trash', 'a/trash.conf', 'a/vendor/k8s.io/x/vendor.conf']
])('what Go copies into vendor is counted, its list is scanned: %s', async (_, beside, inside) => {
  const list = /\/vendor\/[^/]+$/.test(inside) ? [inside] : []
  const copied = [
    'a/vendor/k8s.io/client-go/Dockerfile',
    'a/vendor/x/vendor/y/go.mod',
    ...(list.length ? [] : [inside])
  ]
  const paths = [beside, inside, ...copied, 'b/vendor/go.mod', 'a/my-vendor/go.mod']
  const listing = await listed(tree(Object.fromEntries(paths.map(path => [path, '']))))
  expect(listing.paths).toEqual([beside, ...list, 'a/my-vendor/go.mod', 'b/vendor/go.mod'].sort())
  expect(listing.excluded).toEqual({ vendor: copied.length })
})

test('a folder named vendor without a project of Go beside it is scanned', async () => {
  const paths = ['composer.json', 'vendor/chart/values.yaml', 'vendor/composer/installed.json']
  const listing = await listed(tree(Object.fromEntries(paths.map(path => [path, '']))))
  expect(listing).toMatchObject({ paths, excluded: {} })
})

describe('reading', () => {
  const text = 'module é\r\n'
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['Latin-1', Buffer.from(text, 'latin1')]
  ])('%s gives the same text', async (_, bytes) => {
    expect(await read(tree({ 'go.mod': bytes }), 'go.mod')).toEqual({ text })
  })

  test('an empty file is a text', async () =>
    expect(await read(tree({ 'go.mod': '' }), 'go.mod')).toEqual({ text: '' }))

  test('a link inside the folder is followed', async () => {
    const root = tree({ 'real/requirements.lst': 'kubernetes==11.0.0' })
    symlinkSync('real/requirements.lst', join(root, 'requirements.txt'))
    expect(await read(root, 'requirements.txt')).toEqual({ text: 'kubernetes==11.0.0' })
  })

  test.each(['nowhere', '/nowhere', 'nowhere/nowhere'])('a link to %s is one to nothing', async target => {
    const root = tree({})
    symlinkSync(target, join(root, 'go.mod'))
    expect(await read(root, 'go.mod')).toEqual({ absent: 'a symbolic link to nothing', isLink: true })
  })

  test.each([
    ['a link out of the folder', 'outside the scanned folder', (path: string) => symlinkSync('/etc/passwd', path)],
    ['a link to itself', 'link to itself', (path: string) => symlinkSync('go.mod', path)],
    ['a folder', 'not a regular file', (path: string) => mkdirSync(path)],
    ['a named pipe', 'not a regular file', (path: string) => execFileSync('mkfifo', [path])],
    ['a binary', 'not a text file', (path: string) => writeFileSync(path, Buffer.from([1, 0, 2, 0]))],
    [
      'a Git LFS pointer',
      'LFS',
      (path: string) => writeFileSync(path, 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n')
    ],
    [
      'a file of 200 MB',
      '64 MiB',
      (path: string) => {
        writeFileSync(path, '')
        truncateSync(path, 200e6)
      }
    ]
  ])('%s is unreadable, with the reason', async (_, reason, make) => {
    const root = tree({})
    make(join(root, 'go.mod'))
    expect(await read(root, 'go.mod')).toMatchObject({ unreadable: expect.stringContaining(reason) })
  })

  test('a file of the greatest size is read', async () => {
    const root = tree({ 'go.mod': Buffer.alloc(MAXIMUM_FILE_SIZE, 32) })
    expect(await read(root, 'go.mod')).toHaveProperty('text')
  })
})

test('a root that is no folder is wrong use, said with what to do', async () => {
  const root = tree({ 'go.mod': '' })
  await expect(diskWorkspace(join(root, 'nowhere'))).rejects.toThrow(
    new ConfigError(
      `${root}/nowhere: does not exist, or is a broken symbolic link. Give the path of a folder that exists.`
    )
  )
  await expect(diskWorkspace(join(root, 'go.mod'))).rejects.toThrow('this is a file')
})
