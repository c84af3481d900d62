/** The laws that keep the tree, the registry, the tests and the documents in step. Each failure says what to create. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { settledFormats } from '../src/ecosystems/file-format.ts'
import { ecosystems } from '../src/ecosystems/index.ts'
import { allClients } from '../src/policy/clients/index.ts'
import { polyglotFormats } from '../src/polyglot/index.ts'
import { caseFile } from './support/cases.ts'

const root = join(import.meta.dirname, '..')
/** Every list of formats with the purl type it belongs to; `''` for the formats of several ecosystems. */
const families = [...ecosystems.map(({ id, formats }) => ({ id, formats })), { id: '', formats: polyglotFormats }]
const src = join(root, 'src')

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}

/** What a file imports: ours relative to `src`, others by name; `import type` and `import()` too. */
function imports(file: string): { name: string; ours: boolean }[] {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(?<name>[^']+)'/g)].map(({ groups }) => {
    const name = groups?.['name'] ?? ''
    if (!name.startsWith('.')) return { name, ours: false }
    return { name: relative(src, join(src, dirname(file), name)), ours: true }
  })
}

/** The sources, relative to `src`. */
const files = filesBelow(src)
  .filter(file => file.endsWith('.ts'))
  .map(file => relative(src, file))

describe('symmetry', () => {
  const folders = readdirSync(join(src, 'ecosystems')).filter(name =>
    statSync(join(src, 'ecosystems', name)).isDirectory()
  )

  test.each(folders)('the ecosystem %s is registered', folder => {
    if (!ecosystems.some(({ id }) => id === folder)) throw new Error(`add ${folder} to src/ecosystems/index.ts`)
  })

  test.each(ecosystems)('$id has a folder, clients and a test', ({ id }) => {
    expect(folders).toContain(id)
    if (![...allClients()].some(({ ecosystem }) => ecosystem === id)) throw new Error(`add src/policy/clients/${id}.ts`)
    const suite = join(root, '__tests__', 'ecosystems', id, `${id}.test.ts`)
    if (!existsSync(suite)) throw new Error(`create __tests__/ecosystems/${id}/${id}.test.ts`)
    expect(readFileSync(suite, 'utf8')).toContain(`holdsTheLaws(${id})`)
  })

  test.each(families.flatMap(({ id, formats }) => formats.map(({ name }) => ({ id, name }))))(
    '$id $name has a case file',
    ({ id, name }) => {
      const file = caseFile(id, name)
      if (!existsSync(file)) throw new Error(`create ${relative(root, file)}`)
    }
  )

  test('every reader file belongs to a registered format', () => {
    const readers = files.filter(
      file =>
        /^(?:ecosystems\/[^/]+|polyglot)\//.test(file) &&
        /\bFileFormat = \{/.test(readFileSync(join(src, file), 'utf8'))
    )
    const missing = readers.filter(file => {
      const index = readFileSync(join(src, dirname(file), 'index.ts'), 'utf8')
      return !index.includes(`/${file.split('/').at(-1)}'`)
    })
    expect(missing).toEqual([])
    expect(readers.length).toBeGreaterThan(0)
  })

  test('every case file belongs to a format', () => {
    const known = new Set(families.flatMap(({ id, formats }) => formats.map(({ name }) => caseFile(id, name))))
    const orphans = ['ecosystems', 'polyglot']
      .flatMap(folder => filesBelow(join(root, '__tests__', folder)))
      .filter(file => file.endsWith('.md') && !known.has(file))
    expect(orphans.map(file => relative(root, file))).toEqual([])
  })

  test('no two formats of an ecosystem have one name, no two ecosystems one id', () => {
    expect(new Set(ecosystems.map(({ id }) => id)).size).toBe(ecosystems.length)
    for (const { formats } of families) expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length)
  })

  test('a format refers to registered formats of its own ecosystem only', () => {
    let references = 0
    for (const { formats } of families) {
      for (const format of formats) {
        const referred = [...settledFormats(format), ...(format.definitions?.for ?? [])]
        references += referred.length
        expect({ format: format.name, unknown: referred.filter(other => !formats.includes(other)) }).toEqual({
          format: format.name,
          unknown: []
        })
      }
    }
    expect(references).toBeGreaterThan(0)
  })

  test('a format that others define versions for says how it refers to them', () => {
    for (const { formats } of families) {
      for (const { name, definitions } of formats)
        for (const user of definitions?.for ?? [])
          expect({ definedBy: name, user: user.name, refers: user.references !== undefined }).toEqual({
            definedBy: name,
            user: user.name,
            refers: true
          })
    }
  })
})

describe('import directions', () => {
  /** What every part may import: nouns and small things without knowledge of their own. */
  const COMMON = ['model/', 'collections.ts', 'paths.ts', 'settings/choices.ts']
  const INTERFACES = ['ecosystem', 'file-format', 'file-names', 'purl-spelling', 'version-scheme'].map(
    name => `ecosystems/${name}.ts`
  )
  const SHARED = ['bazel', 'development-names', 'gap', 'graph', 'interval', 'repeats', 'semver'].map(
    name => `ecosystems/${name}.ts`
  )
  /** A part of the sources → what it may import beside `COMMON` and itself. `''`: the files that are in no folder. */
  const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    model: [],
    settings: [],
    syntax: [],
    ecosystems: ['syntax/', 'ecosystems/'],
    polyglot: ['syntax/', 'visible.ts', ...INTERFACES, ...SHARED, 'ecosystems/index.ts', 'ecosystems/purl.ts'],
    hazards: ['syntax/', 'ecosystems/file-names.ts'],
    rules: ['hazards/index.ts', 'hazards/evidence.ts'],
    policy: [
      'version.ts',
      'rules/',
      ...INTERFACES,
      'ecosystems/index.ts',
      'ecosystems/interval.ts',
      'ecosystems/purl.ts',
      'ecosystems/semver.ts',
      // A row that no order of versions expresses reads versions by the scheme of its ecosystem.
      'ecosystems/*/version.ts',
      'ecosystems/golang/module-version.ts'
    ],
    scan: [
      'syntax/fault.ts',
      'syntax/lines.ts',
      'syntax/place.ts',
      ...INTERFACES,
      'ecosystems/index.ts',
      'polyglot/index.ts',
      'hazards/',
      'rules/',
      'policy/',
      'compare/',
      'settings/day.ts',
      'workspaces/workspace.ts'
    ],
    compare: [],
    cluster: ['compare/identity.ts', 'rules/', 'settings/', 'workspaces/decode.ts'],
    workspaces: [],
    configuration: [
      'syntax/',
      'visible.ts',
      'cluster/profile.ts',
      'rules/',
      'settings/',
      'policy/',
      ...INTERFACES,
      'ecosystems/index.ts',
      'ecosystems/purl.ts',
      'workspaces/workspace.ts'
    ],
    fix: [
      // To add an override where the notation of a file has its place.
      'syntax/',
      'configuration/closest.ts',
      'ecosystems/index.ts',
      'policy/judge.ts',
      'policy/policy.ts',
      'purl-text.ts',
      // Of the disk only the interface.
      'workspaces/disk-edits.ts',
      'workspaces/overlay.ts',
      'workspaces/workspace.ts'
    ],
    reporters: [
      'visible.ts',
      'version.ts',
      'purl-text.ts',
      'rules/',
      'ecosystems/index.ts',
      'settings/settings.ts',
      // Types of what is rendered, beside the report.
      'policy/judge-purl.ts',
      'policy/policy-rows.ts',
      'configuration/effective.ts',
      'fix/fix.ts',
      'fix/updaters.ts',
      'cluster/',
      'fleet/fleet.ts',
      'settings/day.ts'
    ],
    fleet: [
      'check.ts',
      'cluster/profile.ts',
      'command-line/command.ts',
      'command-line/terminal.ts',
      'configuration/',
      'github/clock.ts',
      'github/repositories.ts',
      'github/session.ts',
      'purl-text.ts',
      'reporters/fleet/page.ts',
      'reporters/phrases.ts',
      'settings/',
      'version.ts',
      'workspaces/'
    ],
    github: [
      'check.ts',
      'cluster/',
      'visible.ts',
      'version.ts',
      'configuration/',
      'policy/',
      'reporters/',
      'settings/',
      'workspaces/'
    ],
    'command-line': ['settings/', 'configuration/closest.ts'],
    'check.ts': [
      'cluster/found.ts',
      'cluster/judged-by-cluster.ts',
      'cluster/profile.ts',
      'compare/compare.ts',
      'configuration/',
      'policy/',
      'scan/inline-waivers.ts',
      'scan/scan.ts',
      'settings/values.ts',
      'workspaces/workspace.ts'
    ],
    'commands.ts': [
      'check.ts',
      'cluster/',
      'command-line/',
      'configuration/',
      'fix/run-fix.ts',
      'fleet/commands.ts',
      // Of the API what a configuration extends in another repository.
      'github/clock.ts',
      'github/session.ts',
      'policy/',
      'reporters/',
      'rules/',
      'scan/clusters.ts',
      'settings/',
      'visible.ts',
      'workspaces/'
    ],
    'main.ts': ['github/run.ts'],
    'cli.ts': ['command-line/terminal.ts', 'commands.ts', 'version.ts'],
    'visible.ts': [],
    'purl-text.ts': ['ecosystems/index.ts', 'ecosystems/purl-spelling.ts'],
    'collections.ts': [],
    'paths.ts': [],
    'version.ts': []
  }

  /** Whether a path is one of these: a file, or below a folder that ends with `/`; `*` is one part. */
  function isAmong(path: string, allowed: readonly string[]): boolean {
    return allowed.some(each => {
      const pattern = `^${each.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}${each.endsWith('/') ? '' : '$'}`
      return new RegExp(pattern).test(path)
    })
  }

  /** What a file may import. An ecosystem knows none of the others; of the shared files of all only the interfaces. */
  function allowedFor(file: string): readonly string[] {
    const own = /^ecosystems\/(?<id>[^/]+)\//.exec(file)?.groups?.['id']
    if (own !== undefined) return [...COMMON, 'syntax/', ...INTERFACES, ...SHARED, `ecosystems/${own}/`]
    if (INTERFACES.includes(file) || SHARED.includes(file))
      return [...COMMON, 'syntax/', ...INTERFACES, 'ecosystems/interval.ts']
    const part = file.includes('/') ? (file.split('/')[0] ?? '') : file
    const allowed = ALLOWED[part]
    if (!allowed) throw new Error(`state in laws.test.ts and src/README.md what ${part} may import`)
    return [...COMMON, ...allowed, ...(file.includes('/') ? [`${part}/`] : [])]
  }

  test.each(files)('%s', file => {
    const wrong = imports(file).filter(({ name, ours }) => ours && !isAmong(name, allowedFor(file)))
    expect(wrong.map(({ name }) => name)).toEqual([])
    if (!/^(?:main\.ts|github\/)/.test(file))
      expect(imports(file).filter(({ name }) => name.startsWith('@actions/'))).toEqual([])
  })

  test('no file imports itself through others, not even for types', () => {
    const above: string[] = []
    const done = new Set<string>()
    const visit = (file: string): void => {
      if (above.includes(file)) throw new Error(`a circle: ${[...above.slice(above.indexOf(file)), file].join(' → ')}`)
      if (done.has(file)) return
      above.push(file)
      for (const { name, ours } of imports(file)) if (ours && name.endsWith('.ts')) visit(name)
      above.pop()
      done.add(file)
    }
    for (const file of files) visit(file)
  })

  test('only the folder of an ecosystem and its clients treat it in a way of its own', () => {
    const ids = ecosystems.map(({ id }) => id).join('|')
    // A comparison with a purl type, or a pattern for its package URLs.
    const special = new RegExp(`(?:[=!]==|\\bcase) '(?:${ids})'|pkg:(?:${ids})\\\\/`)
    expect(["ecosystem === 'maven'", "case 'docker':", '/pkg:golang\\/x/'].filter(text => !special.test(text))).toEqual(
      []
    )
    const shared = files.filter(file => !/^(?:ecosystems\/[^/]+|policy\/clients)\//.test(file))
    const found = shared.flatMap(file => {
      const text = special.exec(readFileSync(join(src, file), 'utf8'))?.[0]
      return text === undefined ? [] : [`${file}: ${text}`]
    })
    expect(found).toEqual([])
  })

  test('only the entries, the workspaces and the GitHub side know the world', () => {
    const worldly = /\bprocess\.|\bDate\.now|new Date\(\)|\bconsole\.|\bfetch\(|performance\.now|Math\.random/
    const modules = /^node:(?:fs|child_process|http|https|net|os|process)/
    for (const file of files) {
      if (/^(?:main|cli)\.ts$|^(?:workspaces|github)\//.test(file)) continue
      expect({ file, world: worldly.exec(readFileSync(join(src, file), 'utf8'))?.[0] }).toEqual({
        file,
        world: undefined
      })
      if (file === 'commands.ts') continue
      expect({ file, imports: imports(file).filter(({ name }) => modules.test(name)) }).toEqual({ file, imports: [] })
    }
  })

  test('one file writes into a scanned folder', () => {
    const writes =
      /\b(?:rename|writeFile|appendFile|copyFile|cp|rm|rmdir|unlink|mkdir|chmod|chown|symlink|truncate)(?:Sync)?\(/
    // Those of the runner, of --output and of --results get the path from the user and not from the repository.
    const outside = ['commands.ts', 'github/step-summary.ts', 'github/outputs.ts', 'workspaces/result-files.ts']
    const writers = files.filter(file => writes.test(readFileSync(join(src, file), 'utf8')))
    expect(writers.filter(file => !outside.includes(file))).toEqual(['workspaces/disk-edits.ts'])
  })
})

test('every source file opens with a sentence that says what it is for', () => {
  const silent = files.filter(file => !/^(?:#!.*\n)?\/\*\*[\s*]*[\w`]/.test(readFileSync(join(src, file), 'utf8')))
  expect(silent).toEqual([])
})

// A format or an ecosystem is what the sentence at the top of its file describes.
test('every export is documented', () => {
  const bare = files.flatMap(file => {
    const lines = readFileSync(join(src, file), 'utf8').split('\n')
    return lines.flatMap((line, index) => {
      if (!/^export (?:async )?(?:function|class|const|interface|type)\b/.test(line)) return []
      if (/^export const \w+: (?:FileFormat|Ecosystem) = /.test(line)) return []
      return /\*\/\s*$|^\/\/ /.test(lines[index - 1] ?? '') ? [] : [`${file}:${index + 1} ${line.slice(0, 60)}`]
    })
  })
  expect(bare).toEqual([])
})

test('the map names every part of the sources', () => {
  const map = readFileSync(join(src, 'README.md'), 'utf8')
  for (const entry of readdirSync(src, { withFileTypes: true })) {
    if (entry.name === 'README.md' || entry.name === 'version.ts') continue
    expect(map).toContain(`\`${entry.name}${entry.isDirectory() ? '/' : ''}\``)
  }
})

describe('the tests mirror the sources', () => {
  const tests = join(root, '__tests__')
  /** Tests of something outside of `src`, by what they test. */
  const OTHERS: Readonly<Record<string, string>> = {
    'complaints.test.ts': 'what users of such tools complained about, against the whole Action',
    'documented-commands.test.ts': 'the commands that the documents show',
    'documents.test.ts': 'README.md, docs/ and action.yml',
    'evidence-freshness.test.ts': 'evidence/newer.mjs and evidence/proposal.mjs',
    'evidence-kube-apiserver.test.ts': 'evidence/kube-apiserver/',
    'cluster/audit-log-property.test.ts': 'the reader of audit logs, against a plain one',
    'evidence.test.ts': 'evidence/, against the policy',
    'github/faults.test.ts': 'the faults of GitHub, against every delivery',
    'laws.test.ts': 'the whole tree',
    'locked/locked.test.ts': 'the scan of projects that package managers locked',
    'package.test.ts': 'the archive that npm makes',
    'release.test.ts': 'the checks and the notes of a release'
  }
  /** Folders of nouns alone, which the tests of everything else use. */
  const UNTESTED = ['model']
  const suites = filesBelow(tests)
    .filter(file => file.endsWith('.test.ts'))
    .map(file => relative(tests, file))

  /** The files and folders that a test may be named after: `a/b.test.ts` after `a/b.ts`, `a/b/`; `a/a.test.ts` after `a/`. */
  function subjectsOf(suite: string): string[] {
    const path = suite.slice(0, -'.test.ts'.length)
    // What the tests share is beside its tests.
    if (path.startsWith('support/')) return [join(tests, `${path}.ts`)]
    const folder = dirname(path)
    const named = [join(src, `${path}.ts`), join(src, path)]
    return basename(folder) === basename(path) ? [...named, join(src, folder)] : named
  }

  test.each(suites.filter(suite => !(suite in OTHERS)))('%s is named after what it tests', suite => {
    const subjects = subjectsOf(suite)
    if (subjects.some(subject => existsSync(subject))) return
    const places = subjects.map(subject => relative(root, subject)).join(' or ')
    throw new Error(`__tests__/${suite} is named after ${places}, which do not exist: move it beside what it tests`)
  })

  test('what is tested outside of the sources has its test', () => {
    expect(Object.keys(OTHERS).filter(suite => !suites.includes(suite))).toEqual([])
  })

  const folders = new Set(files.map(dirname).filter(folder => folder !== '.' && !UNTESTED.includes(folder)))
  test.each([...folders])('src/%s has tests', folder => {
    if (suites.some(suite => dirname(suite) === folder || suite === `${folder}.test.ts`)) return
    throw new Error(`create __tests__/${folder}/${basename(folder)}.test.ts`)
  })
})

test('no test asserts how long something takes', () => {
  const clock = /performance\.now|hrtime|Date\.now\(\) - /
  const timed = filesBelow(join(root, '__tests__')).filter(
    file => file.endsWith('.test.ts') && !file.endsWith('laws.test.ts') && clock.test(readFileSync(file, 'utf8'))
  )
  expect(timed.map(file => relative(root, file))).toEqual([])
})
