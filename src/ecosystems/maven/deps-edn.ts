/**
 * `deps.edn` and `bb.edn`: the libraries of a Clojure project.
 * Specification: https://clojure.org/reference/deps_edn. Leaves out on purpose: `:exclusions`.
 */

import type { Entry, FileFormat } from '../file-format.ts'
import { entriesOf, type Form, type Forms, libraryName, parseForms } from './clojure-forms.ts'
import { requirementOf } from './requirement.ts'

const SOURCES = [':git/sha', ':sha', ':git/tag', ':tag', ':local/root'] as const
const DEPENDENCIES = new Set([':deps', ':extra-deps', ':override-deps', ':default-deps', ':replace-deps'])

export const depsEdn: FileFormat = {
  name: 'deps.edn',
  role: { kind: 'manifest' },
  specification: 'https://clojure.org/reference/deps_edn',
  names: { exact: ['deps.edn', 'bb.edn'] },
  read,
  upgrade: (name, version) => [`${name.replace(':', '/')} {:mvn/version "${version}"}`]
}

function* read(text: string): Generator<Entry> {
  const { forms, fault } = parseForms(text)
  const levels: Form[] = [...forms]
  for (const form of levels) {
    if (form.kind !== 'forms') continue
    for (const inner of form.forms) levels.push(inner)
    if (form.open !== '{') continue
    for (const [key, value] of entriesOf(form)) {
      if (!DEPENDENCIES.has(key) || value.kind !== 'forms') continue
      for (const entry of dependencies(value)) if (!(fault && 'gap' in entry)) yield entry
    }
  }
  if (fault) throw fault
}

function* dependencies({ forms }: Forms): Generator<Entry> {
  for (let index = 0; index < forms.length; index += 2) {
    const [symbol, coordinates] = [forms[index], forms[index + 1]]
    if (symbol?.kind !== 'symbol') continue
    const { name, artifact } = libraryName(symbol.text)
    if (coordinates?.kind !== 'forms') {
      yield { gap: 'expected a map that says where the library comes from', text: symbol.text, at: symbol.at }
      continue
    }
    const said = entriesOf(coordinates)
    const version = said.get(':mvn/version')
    const source = SOURCES.map(key => said.get(key)).find(form => form?.kind === 'text')
    if (version?.kind === 'text') {
      yield { name, ...requirementOf({ value: version.text, at: version.at }), direct: true }
    } else if (source?.kind === 'text') {
      const url = said.get(':git/url')
      const from = url?.kind === 'text' ? { url: url.text } : {}
      const isRevision = said.get(':git/sha') === source || said.get(':sha') === source
      const revision = isRevision ? { revision: source.text } : {}
      yield {
        name,
        requirement: { kind: 'source', text: source.text, ...from, ...revision },
        at: source.at,
        direct: true
      }
    } else yield { name, requirement: { kind: 'none' }, at: symbol.at + artifact, direct: true }
  }
}
