/** The look-up of formats by path finds exactly the formats whose names match, for every format of the registry. */

import { expect, test } from '@jest/globals'
import { fileNameIndex, matches } from '../../src/ecosystems/file-names.ts'
import { ecosystems } from '../../src/ecosystems/index.ts'
import { polyglotFormats as polyglot } from '../../src/polyglot/index.ts'

const all = [...ecosystems.flatMap(({ formats }) => formats), ...polyglot]

const FOLDERS = [
  ...['', 'a/', 'requirements/', 'project/', 'buildSrc/src/', '.github/workflows/', 'gradle/dependency-locks/'],
  ...['vendor/', 'Godeps/', '.config/']
]
const STEMS = [
  ...[
    'a',
    'bom',
    'app.cdx',
    'values',
    'values-prod',
    'compose',
    'docker-compose.prod',
    'conda-lock',
    'environment-dev'
  ],
  ...[
    'requirements',
    'dev-requirements',
    'constraints-3.12',
    'pylock',
    'pylock.cpu',
    'stack',
    'stack-lts',
    'import_map'
  ],
  ...['Packages', 'Directory.Packages', 'packages', 'packages.web', 'packages.lock', 'maven_install', 'Package'],
  ...['Package@swift-5.9', 'Gemfile', 'Gemfile.next', 'tools.gemfile', 'rules.MODULE', 'Dockerfile', 'web.Dockerfile'],
  ...['Makefile', 'GNUmakefile', 'stack.yaml', 'ci']
]
const ends = all.flatMap(({ names: { endings = [], extensions = [] } }) => [...endings, ...extensions])
const ENDS = [...new Set(['', '.md', ...ends, ...ends.map(end => end.toUpperCase())])]
const exact = all.flatMap(({ names }) => names.exact ?? [])

const paths = FOLDERS.flatMap(folder => [
  ...exact.map(name => folder + name),
  ...STEMS.flatMap(stem => ENDS.map(end => `${folder}${stem}${end}`))
])

test('the formats of a path', () => {
  const formatsOf = fileNameIndex(all)
  const wrong = paths.filter(path => {
    const found = formatsOf(path)
    const expected = all.filter(({ names }) => matches(names, path))
    return found.length !== expected.length || found.some((format, index) => format !== expected[index])
  })
  expect(wrong).toEqual([])
})

test('some path is of each format, so that the comparison covers all of them', () => {
  const without = all.filter(({ names }) => !paths.some(path => matches(names, path)))
  expect(without.map(({ name }) => name)).toEqual([])
})
