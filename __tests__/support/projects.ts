/** The files of all cases, scenarios and archives of these tests, and of the example: trees to hold adapters against. */

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { FileFormat } from '../../src/ecosystems/file-format.ts'
import { fileNameIndex } from '../../src/ecosystems/file-names.ts'
import { ecosystems } from '../../src/ecosystems/index.ts'
import { polyglotFormats } from '../../src/polyglot/index.ts'
import { parseArchive } from './archives.ts'
import { caseFile, parseCases } from './cases.ts'
import { parseScenarios } from './scenarios.ts'
import type { Files } from './trees.ts'

const tests = join(import.meta.dirname, '..')
const example = join(tests, '..', 'example')
/** Names for the formats whose names are patterns. */
const NAMES = [
  'buildSrc/Versions.kt',
  'a.py',
  'a.sh',
  'deploy/a.yaml',
  'requirements.txt',
  '.github/workflows/a.yml',
  'Dockerfile',
  'a.json'
]

/** The trees by their names: of each ecosystem, of the scenarios, of the archives, and the example. */
export function projects(): Readonly<Record<string, Files>> {
  const trees: Record<string, Files> = {}
  for (const { id, formats } of ecosystems) trees[id] = casesOf(id, formats)
  return {
    ...trees,
    polyglot: casesOf('', polyglotFormats),
    scenarios: scenarios(),
    locked: archives(),
    example: below(example)
  }
}

/** Each case under a name of its format, in a folder of its own. */
function casesOf(id: string, formats: readonly FileFormat[]): Files {
  const files: Record<string, string> = {}
  for (const [number, format] of formats.entries()) {
    const cases = parseCases(readFileSync(caseFile(id, format.name), 'utf8'))
    for (const [index, { input }] of cases.entries()) files[`${number}/${index}/${nameFor(format)}`] = input
  }
  return files
}

/** A path that the format reads. */
function nameFor(format: FileFormat): string {
  const { exact = [], endings = [], extensions = [] } = format.names
  const find = fileNameIndex([format])
  const names = [
    ...exact,
    ...[...endings, ...extensions].map(end => `a${end}`),
    format.name.replaceAll('*', 'a'),
    format.name.replaceAll('*', ''),
    ...NAMES
  ]
  const name = names.find(each => find(each).length > 0)
  if (name === undefined) throw new Error(`${format.name}: add a name that it reads to NAMES`)
  return name
}

function scenarios(): Files {
  return documents(
    path => !path.startsWith('locked/'),
    markdown =>
      (/^```expect$/m.test(markdown) && /^### /m.test(markdown) ? parseScenarios(markdown) : []).map(each => each.files)
  )
}

function archives(): Files {
  return documents(
    path => path.startsWith('locked/'),
    markdown => [parseArchive(markdown).files]
  )
}

/** The trees of Markdown documents, each in a folder of its own. */
function documents(selects: (path: string) => boolean, treesIn: (markdown: string) => readonly Files[]): Files {
  const cases = new Set([...ecosystems.flatMap(({ id, formats }) => formats.map(({ name }) => caseFile(id, name)))])
  const files: Record<string, string | Uint8Array> = {}
  for (const path of paths(tests).filter(
    each => each.endsWith('.md') && !cases.has(join(tests, each)) && selects(each)
  )) {
    for (const [index, tree] of treesIn(readFileSync(join(tests, path), 'utf8')).entries())
      for (const [name, content] of Object.entries(tree)) files[`${basename(path, '.md')}/${index}/${name}`] = content
  }
  return files
}

function below(folder: string): Files {
  return Object.fromEntries(paths(folder).map(path => [path, readFileSync(join(folder, path))]))
}

function paths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}
