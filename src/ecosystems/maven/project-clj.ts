/**
 * `project.clj`: the libraries of a Leiningen project.
 * Specification: https://codeberg.org/leiningen/leiningen/src/branch/main/sample.project.clj. Deliberately ignored:
 * `:exclusions`, and versions that code puts together.
 */

import { defined } from '../../collections.ts'
import type { Entry, FileFormat, PackageEntry } from '../file-format.ts'
import { type Atom, type Form, libraryName, parseForms, type ScopedForms, scopedForms } from './clojure-forms.ts'
import { requirementOf } from './requirement.ts'

const LISTS = new Set([':dependencies', ':managed-dependencies', ':plugins'])

export const projectClj: FileFormat = {
  name: 'project.clj',
  role: { kind: 'manifest' },
  specification: 'https://codeberg.org/leiningen/leiningen/src/branch/main/sample.project.clj',
  comments: 'semicolons',
  names: { exact: ['project.clj'] },
  read,
  upgrade: (name, version, { usedAt }) => [
    usedAt === undefined
      ? { edit: 'in this file', text: `[${name.replace(':', '/')} "${version}"]` }
      : { edit: 'set the value on this line to', text: `"${version}"` }
  ]
}

function* read(text: string): Generator<Entry> {
  const { forms, fault } = parseForms(text)
  const lists = scopedForms(forms, ':profiles')
  const values = valuesIn(lists)
  for (const { forms: outer, scope } of lists) {
    for (const [index, key] of outer.forms.entries()) {
      const list = outer.forms[index + 1]
      if (key.kind !== 'symbol' || !LISTS.has(key.text) || list?.kind !== 'forms') continue
      const own = key.text === ':plugins' ? 'development' : scope
      const use = key.text === ':managed-dependencies' ? {} : defined({ scope: own })
      for (const library of list.forms) yield entryOf(library, values, use)
    }
  }
  if (fault) throw fault
}

/** `(def name "text")`. */
function valuesIn(lists: readonly ScopedForms[]): ReadonlyMap<string, Atom> {
  const values = new Map<string, Atom>()
  for (const { forms } of lists) {
    const [head, name, value] = forms.forms
    if (head?.kind === 'symbol' && head.text === 'def' && name?.kind === 'symbol' && value?.kind === 'text') {
      values.set(name.text, value)
    }
  }
  return values
}

function entryOf(library: Form, values: ReadonlyMap<string, Atom>, use: Pick<PackageEntry, 'scope'>): Entry {
  const [symbol, version] = library.kind === 'forms' ? library.forms : []
  // A name may be in quotes as well: Leiningen reads both alike.
  const written = symbol && symbol.kind !== 'forms' ? symbol : undefined
  const named = written && libraryName(written.text)
  if (!written || !named) {
    const text = library.kind === 'forms' ? (written?.text ?? '') : library.text
    return { gap: 'expected [group/artifact "version"]', text, at: library.at }
  }
  const { name, artifact } = named
  if (!version || version.kind === 'forms' || version.text.startsWith(':')) {
    return { name, requirement: { kind: 'none' }, at: written.at + artifact, direct: true, ...use }
  }
  // `~name` is a value that the file defines.
  const carrier = version.kind === 'symbol' ? values.get(version.text.replace(/^~/, '')) : undefined
  const { text: value, at } = carrier ?? version
  return { name, ...requirementOf({ value, at }), direct: true, ...use, ...defined({ usedAt: carrier && version.at }) }
}
