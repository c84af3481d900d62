/** A dependency as a package URL; https://github.com/package-url/purl-spec. Written without a library: no input is parsed. */

import { ecosystemOf } from './ecosystems/index.ts'
import { plainPurls } from './ecosystems/purl-spelling.ts'
import type { Dependency } from './model/dependency.ts'

/** By the specification a colon is not encoded. */
const ENCODED_COLON = /%3A/g
const LONE_SURROGATE = /\p{Cs}/gu

/** The package URL of a dependency, with its version where the requirement is one version. Hostile text, percent-encoded. */
export function purlText({
  ecosystem,
  name,
  requirement
}: Pick<Dependency, 'ecosystem' | 'name' | 'requirement'>): string {
  const { format } = ecosystemOf(ecosystem)?.purl ?? plainPurls
  const path = format(name).split('/').map(encoded).join('/')
  const version = requirement.kind === 'version' ? `@${encoded(requirement.text)}` : ''
  return `pkg:${ecosystem}/${path}${version}`
}

function encoded(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, '\ufffd')).replace(ENCODED_COLON, ':')
}
