/**
 * `deps.edn` and `bb.edn`: the libraries of a Clojure project.
 * Specification: https://clojure.org/reference/deps_edn. Deliberately ignored: `:exclusions`.
 */

import { sourceRequirement } from '../../model/dependency.ts'
import type { Entry, FileFormat, PlacedRequirement } from '../file-format.ts'
import { type Atom, entriesOf, type Form, type Forms, libraryName, parseForms } from './clojure-forms.ts'
import { requirementOf } from './requirement.ts'

const SOURCES = [':git/sha', ':sha', ':git/tag', ':tag', ':local/root'] as const
const DEPENDENCIES = new Set([':deps', ':extra-deps', ':override-deps', ':default-deps', ':replace-deps'])

export const depsEdn: FileFormat = {
  name: 'deps.edn',
  role: { kind: 'manifest' },
  specification: 'https://clojure.org/reference/deps_edn',
  comments: 'semicolons',
  names: { exact: ['deps.edn', 'bb.edn'] },
  read,
  upgrade: (name, version) => [`${name.replace(':', '/')} {:mvn/version "${version}"}`]
}

function* read(text: string): Generator<Entry> {
  const { forms, fault } = parseForms(text)
  for (const map of mapsIn(forms)) {
    for (const [key, value] of entriesOf(map)) {
      if (!DEPENDENCIES.has(key) || value.kind !== 'forms') continue
      for (const entry of dependencies(value)) if (!(fault && 'gap' in entry)) yield entry
    }
  }
  if (fault) throw fault
}

/** Every map at any depth, the outer ones first. */
function* mapsIn(forms: readonly Form[]): Generator<Forms> {
  const levels: Form[] = [...forms]
  for (const form of levels) {
    if (form.kind !== 'forms') continue
    for (const inner of form.forms) levels.push(inner)
    if (form.open === '{') yield form
  }
}

function* dependencies({ forms }: Forms): Generator<Entry> {
  for (let index = 0; index < forms.length; index += 2) {
    const [symbol, coordinates] = [forms[index], forms[index + 1]]
    if (symbol?.kind === 'symbol') yield entryOf(symbol, coordinates)
  }
}

function entryOf(symbol: Atom, coordinates: Form | undefined): Entry {
  const { name, artifact } = libraryName(symbol.text)
  if (coordinates?.kind !== 'forms') {
    return { gap: 'expected a map with the coordinates of the library', text: symbol.text, at: symbol.at }
  }
  const stated = entriesOf(coordinates)
  const version = stated.get(':mvn/version')
  if (version?.kind === 'text') {
    return { name, ...requirementOf({ value: version.text, at: version.at }), direct: true }
  }
  const source = sourceIn(stated)
  if (source) return { name, ...source, direct: true }
  return { name, requirement: { kind: 'none' }, at: symbol.at + artifact, direct: true }
}

/** A revision, tag or folder; undefined if the coordinates have none. */
function sourceIn(stated: ReadonlyMap<string, Form>): PlacedRequirement | undefined {
  const source = SOURCES.map(key => stated.get(key)).find(form => form?.kind === 'text')
  if (source?.kind !== 'text') return undefined
  const { text, at } = source
  const url = stated.get(':git/url')
  const isRevision = stated.get(':git/sha') === source || stated.get(':sha') === source
  const facts = { url: url?.kind === 'text' ? url.text : undefined, revision: isRevision ? text : undefined }
  return { requirement: sourceRequirement(text, facts), at }
}
