/**
 * `*.cabal`: the dependencies of the components of a Haskell package, of its build tools and of its setup script.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html. Deliberately ignored:
 * `build-tools`, which names programs and no packages; `pkgconfig-depends`; the package itself, on which its own
 * components may depend. The bare name of a library inside the package counts as a package, which is its meaning from
 * `cabal-version: 3.4` on.
 */

import { defined, groupBy } from '../../collections.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { dependency, listed } from './dependency.ts'
import { type Field, readFields, type Section } from './fields.ts'
import { cabalUpgrade } from './upgrade.ts'

const LISTS = new Set(['build-depends', 'build-tool-depends', 'setup-depends'])
/** The lists of what only the build runs. */
const FOR_BUILD = new Set(['build-tool-depends', 'setup-depends'])
const COMMON = 'common'
const FOR_TESTS = new Set(['test-suite', 'benchmark', 'custom-setup'])

export const cabalFile: FileFormat = {
  name: '*.cabal',
  role: { kind: 'manifest' },
  specification: 'https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html',
  comments: 'dashes',
  names: { extensions: ['.cabal'], pattern: /[^/]\.cabal$/ },
  ownName: /^name[ \t]*:\s*(?<name>[\w-]+)/im,
  read,
  upgrade: cabalUpgrade
}

function* read(text: string): Generator<Entry> {
  const { parts, fault } = readFields(text)
  const fields = parts.filter(part => 'content' in part)
  const own = ownName(fields)
  const scopeOf = scopeFinder(fields)
  for (const part of parts) {
    if ('gap' in part) yield part
    else if (LISTS.has(part.name)) {
      for (const { at, text: written } of listed(part.content, part.at)) {
        // The content has blanks instead of comments; the requirement must be the text of the file.
        const entry = dependency({ text: text.slice(at, at + written.length), at })
        if ('name' in entry && entry.name !== own)
          yield { ...entry, direct: true, ...defined({ scope: scopeOf(part) }) }
        else if ('gap' in entry) yield entry
      }
    }
  }
  if (fault) throw fault
}

/** Makes the function that returns the scope of the dependencies of a field; undefined for a stanza that nothing imports. */
function scopeFinder(fields: readonly Field[]): (field: Field) => KnownScope | undefined {
  const ofStanzas = stanzaScopes(fields)
  return ({ name, component }) => {
    if (FOR_BUILD.has(name)) return 'development'
    return component?.kind === COMMON ? ofStanzas.get(component.title) : scopeOfComponent(component)
  }
}

function scopeOfComponent(component: Section | undefined): KnownScope {
  return FOR_TESTS.has(component?.kind ?? '') ? 'development' : 'runtime'
}

/** The scopes of the common stanzas by name: `runtime` if a component of the program imports them, even through others. */
function stanzaScopes(fields: readonly Field[]): ReadonlyMap<string, KnownScope> {
  const imports = fields
    .filter(({ name }) => name === 'import')
    .flatMap(({ component, content }) => content.split(',').map(title => ({ component, title: title.trim() })))
  const byStanza = groupBy(
    imports.filter(({ component }) => component?.kind === COMMON),
    ({ component }) => component?.title
  )
  const scopes = new Map<string, KnownScope>()
  const steps = imports
    .filter(({ component }) => component?.kind !== COMMON)
    .map(({ component, title }) => ({ title, scope: scopeOfComponent(component) }))
  // What a stanza imports is added to the end of the list while it is worked off, at most once for each scope.
  for (const { title, scope } of steps) {
    const known = scopes.get(title)
    if (known === scope || known === 'runtime') continue
    scopes.set(title, scope)
    for (const inner of byStanza.get(title) ?? []) steps.push({ title: inner.title, scope })
  }
  return scopes
}

function ownName(fields: readonly Field[]): string | undefined {
  return fields.find(field => field.name === 'name' && !field.section)?.content.trim()
}
