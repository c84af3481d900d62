/**
 * The `constraints` of a Cabal project: versions and flags of its dependencies.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-project-description-file.html (constraints). Deliberately
 * ignored: flags (`foo +bar`), `test` and `bench`, which do not concern versions.
 */

import type { Placed } from '../../syntax/lines.ts'
import type { Entry } from '../file-format.ts'
import { dependency, listed } from './dependency.ts'
import type { Field } from './fields.ts'

// `any.foo`, `setup.foo` and `foo:setup.bar`: the scope of the constraint.
const SCOPE = /^(?:any\.|setup\.|[\p{L}\p{N}-]+:setup\.)/u
const NOT_A_VERSION = /^(?<name>[\p{L}\p{N}-]+)\s+(?<property>[+-]\S|(?:installed|source|test|bench)\s*$)/u
// `installed` is the package of the compiler, `source` one that Cabal builds: neither gives a version.
const UNSAID = /^(?:installed|source)/

/** The entries of a `constraints` field. `text` is the whole file. */
export function* constrained(text: string, field: Field): Generator<Entry> {
  for (const { at, text: written } of listed(field.content, field.at)) {
    const entry = constraint({ text: text.slice(at, at + written.length), at })
    if (entry) yield entry
  }
}

function constraint({ text, at }: Placed): Entry | undefined {
  const scope = SCOPE.exec(text)?.[0].length ?? 0
  const scoped = { text: text.slice(scope), at: at + scope }
  const { name, property } = NOT_A_VERSION.exec(scoped.text)?.groups ?? {}
  if (name === undefined || property === undefined) return dependency(scoped)
  return UNSAID.test(property) ? { name, requirement: { kind: 'none' }, at: scoped.at } : undefined
}
