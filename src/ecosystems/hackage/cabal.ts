/**
 * `*.cabal`: the dependencies of the components of a Haskell package, of its build tools and of its setup script.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html. Deliberately ignored:
 * `build-tools`, which names programs and no packages; `pkgconfig-depends`; the package itself, on which its own
 * components may depend. The bare name of a library inside the package counts as a package, which is its meaning from
 * `cabal-version: 3.4` on.
 */

import type { Entry, FileFormat } from '../file-format.ts'
import { dependency, listed } from './dependency.ts'
import { type Field, readFields } from './fields.ts'
import { cabalUpgrade } from './upgrade.ts'

const LISTS = new Set(['build-depends', 'build-tool-depends', 'setup-depends'])

export const cabalFile: FileFormat = {
  name: '*.cabal',
  role: { kind: 'manifest' },
  specification: 'https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html',
  comments: 'dashes',
  names: { extensions: ['.cabal'], pattern: /[^/]\.cabal$/ },
  read,
  upgrade: cabalUpgrade
}

function* read(text: string): Generator<Entry> {
  const { parts, fault } = readFields(text)
  const own = ownName(parts.filter(part => 'content' in part))
  for (const part of parts) {
    if ('gap' in part) yield part
    else if (LISTS.has(part.name)) {
      for (const { at, text: written } of listed(part.content, part.at)) {
        // The content has blanks instead of comments; the requirement must be the text of the file.
        const entry = dependency({ text: text.slice(at, at + written.length), at })
        if ('name' in entry && entry.name !== own) yield { ...entry, direct: true }
        else if ('gap' in entry) yield entry
      }
    }
  }
  if (fault) throw fault
}

function ownName(fields: readonly Field[]): string | undefined {
  return fields.find(field => field.name === 'name' && !field.section)?.content.trim()
}
