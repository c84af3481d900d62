/**
 * `*.cabal`: what the components of a Haskell package depend on, the tools and the setup script they are built with.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html. Leaves out on purpose:
 * `build-tools`, which names programs and no packages; `pkgconfig-depends`; the package itself, on which its own
 * components may depend. A library inside the package that is asked for by its bare name counts as a package: from
 * `cabal-version: 3.4` on that is what it means.
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
  names: { pattern: /[^/]\.cabal$/ },
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
        // The content has blanks where comments stand, the file is what people read.
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
