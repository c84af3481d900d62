/**
 * `deps.edn` and `bb.edn`: the libraries of a Clojure project.
 * Specification: https://clojure.org/reference/deps_edn. Deliberately ignored: `:exclusions`.
 */

import { defined } from '../../collections.ts'
import { sourceRequirement } from '../../model/dependency.ts'
import type { Entry, FileFormat, PlacedRequirement } from '../file-format.ts'
import { type Atom, entriesOf, type Form, type Forms, libraryName, parseForms, scopedForms } from './clojure-forms.ts'
import { requirementOf } from './requirement.ts'

const SOURCES = [':git/sha', ':sha', ':git/tag', ':tag', ':local/root'] as const
/** Versions for libraries that something else requires. */
const PINS = new Set([':override-deps', ':default-deps'])
const DEPENDENCIES = new Set([':deps', ':extra-deps', ':override-deps', ':default-deps', ':replace-deps'])

export const depsEdn: FileFormat = {
  name: 'deps.edn',
  role: { kind: 'manifest' },
  specification: 'https://clojure.org/reference/deps_edn',
  comments: 'semicolons',
  names: { exact: ['deps.edn', 'bb.edn'] },
  read,
  upgrade: (name, version) => [{ edit: 'in this file', text: `${name.replace(':', '/')} {:mvn/version "${version}"}` }]
}

function* read(text: string): Generator<Entry> {
  const { forms, fault } = parseForms(text)
  for (const { forms: map, scope } of scopedForms(forms, ':aliases')) {
    for (const [key, value] of map.open === '{' ? entriesOf(map) : []) {
      if (!DEPENDENCIES.has(key) || value.kind !== 'forms') continue
      const use = PINS.has(key) ? {} : defined({ scope })
      for (const entry of dependencies(value)) if (!(fault && 'gap' in entry)) yield { ...entry, ...use }
    }
  }
  if (fault) throw fault
}

function* dependencies({ forms }: Forms): Generator<Entry> {
  for (let index = 0; index < forms.length; index += 2) {
    const [symbol, coordinates] = [forms[index], forms[index + 1]]
    if (symbol?.kind === 'symbol') yield entryOf(symbol, coordinates)
  }
}

function entryOf(symbol: Atom, coordinates: Form | undefined): Entry {
  const library = libraryName(symbol.text)
  if (!library) return { gap: 'expected the name of a library', text: symbol.text, at: symbol.at }
  const { name, artifact } = library
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
