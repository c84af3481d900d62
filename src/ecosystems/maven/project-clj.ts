/**
 * `project.clj`: the libraries of a Leiningen project.
 * Specification: https://codeberg.org/leiningen/leiningen/src/branch/main/sample.project.clj. Leaves out on purpose:
 * `:exclusions`, and versions that code puts together.
 */

import type { Entry, FileFormat } from '../file-format.ts'
import { type Atom, type Form, libraryName, parseForms } from './clojure-forms.ts'
import { requirementOf } from './requirement.ts'

const LISTS = new Set([':dependencies', ':managed-dependencies', ':plugins'])

export const projectClj: FileFormat = {
  name: 'project.clj',
  role: { kind: 'manifest' },
  specification: 'https://codeberg.org/leiningen/leiningen/src/branch/main/sample.project.clj',
  names: { exact: ['project.clj'] },
  read,
  upgrade: (name, version, { usedAt }) => [
    usedAt === undefined ? `[${name.replace(':', '/')} "${version}"]` : `the value on this line: "${version}"`
  ]
}

function* read(text: string): Generator<Entry> {
  const { forms, fault } = parseForms(text)
  const values = new Map<string, Atom>()
  const levels: Form[] = [...forms]
  for (const form of levels) {
    if (form.kind !== 'forms') continue
    const [head, name, value] = form.forms
    if (head?.kind === 'symbol' && head.text === 'def' && name?.kind === 'symbol' && value?.kind === 'text') {
      values.set(name.text, value)
    }
    for (const inner of form.forms) levels.push(inner)
  }
  for (const form of levels) {
    if (form.kind !== 'forms') continue
    for (const [index, key] of form.forms.entries()) {
      const list = form.forms[index + 1]
      if (key.kind !== 'symbol' || !LISTS.has(key.text) || list?.kind !== 'forms') continue
      for (const library of list.forms) yield* dependency(library, values)
    }
  }
  if (fault) throw fault
}

function* dependency(library: Form, values: ReadonlyMap<string, Atom>): Generator<Entry> {
  const [symbol, version] = library.kind === 'forms' ? library.forms : []
  if (symbol?.kind !== 'symbol') {
    yield {
      gap: 'expected [group/artifact "version"]',
      text: library.kind === 'forms' ? '' : library.text,
      at: library.at
    }
    return
  }
  const { name, artifact } = libraryName(symbol.text)
  const isNone = !version || version.kind === 'forms' || version.text.startsWith(':')
  if (isNone) yield { name, requirement: { kind: 'none' }, at: symbol.at + artifact, direct: true }
  else {
    // `~name` is a value that the file defines.
    const carrier = version.kind === 'symbol' ? values.get(version.text.replace(/^~/, '')) : undefined
    const { text: value, at } = carrier ?? version
    yield { name, ...requirementOf({ value, at }), direct: true, ...(carrier ? { usedAt: version.at } : {}) }
  }
}
