/** Every format there is: which of them read a file, and which one read it. */

import type { Ecosystem } from '../ecosystems/ecosystem.ts'
import type { FileFormat } from '../ecosystems/file-format.ts'
import { settledFormats } from '../ecosystems/file-format.ts'
import { fileNameIndex } from '../ecosystems/file-names.ts'
import { ecosystemOf, ecosystems } from '../ecosystems/index.ts'
import { namesOf } from '../policy/client.ts'
import type { Policy } from '../policy/policy.ts'
import { polyglotFormats } from '../polyglot/index.ts'
import { prefilter } from './prefilter.ts'

/** What is looked for in the files that one reader reads. */
export interface Watch {
  /** The name under which a client is told, by the purl type and any spelling of its name; undefined for other packages. */
  clientNamed(ecosystem: string, name: string): string | undefined
  /** Whether a fragment of text may name a client. */
  mentions(text: string): boolean
}

/** A format at work. */
export interface Reader {
  readonly format: FileFormat
  /** The purl type of its packages; `''` where every entry says its own. */
  readonly ecosystem: string
  readonly watch: Watch
}

/** Makes the function that gives the readers of a path: one for each ecosystem at the most, the first format in its list. */
export function readerFinder(policy: Policy): (path: string) => readonly Reader[] {
  const families = [
    ...ecosystems.map(ecosystem => ({
      id: ecosystem.id,
      formatsAt: fileNameIndex(ecosystem.formats),
      watch: watchFor([ecosystem], policy)
    })),
    { id: '', formatsAt: fileNameIndex(polyglotFormats), watch: watchFor(ecosystems, policy) }
  ]
  return path =>
    families.flatMap(({ id, formatsAt, watch }) => {
      const format = formatsAt(path)[0]
      return format ? [{ format, ecosystem: id, watch }] : []
    })
}

/** The formats of an ecosystem's family; the polyglot ones for `''`. */
export function formatsOf(ecosystem: string): readonly FileFormat[] {
  return ecosystem === '' ? polyglotFormats : (ecosystemOf(ecosystem)?.formats ?? [])
}

/** The format that somebody read a file with, by the names of its ecosystem and its own. */
export function formatOf({
  ecosystem,
  format
}: {
  readonly ecosystem: string
  readonly format: string
}): FileFormat | undefined {
  const isNamed = ({ name }: FileFormat) => name === format
  return formatsOf(ecosystem).find(isNamed) ?? polyglotFormats.find(isNamed)
}

/** The formats whose requirements the format of a dependency settles. */
export function settlesOf(dependency: { readonly ecosystem: string; readonly format: string }): readonly FileFormat[] {
  const format = formatOf(dependency)
  return format ? settledFormats(format) : []
}

function watchFor(watched: readonly Ecosystem[], policy: Policy): Watch {
  const names = new Map(
    watched.map(ecosystem => [ecosystem.id, { ecosystem, clients: clientNames(ecosystem, policy) }])
  )
  const needles = [...names.values()].flatMap(({ ecosystem, clients }) =>
    Array.from(clients.keys(), name => ecosystem.needle(name))
  )
  return {
    clientNamed: (id, name) => {
      const found = names.get(id)
      return found?.clients.get(found.ecosystem.canonicalName(name))
    },
    mentions: prefilter(needles)
  }
}

/** Canonical name to the spelling of the policy. */
function clientNames({ id, canonicalName }: Ecosystem, policy: Policy): ReadonlyMap<string, string> {
  return new Map(
    policy.clientsOf(id).flatMap(client => namesOf(client).map(other => [canonicalName(other), client.name]))
  )
}
