/** Package URLs, as the command line takes them; https://github.com/package-url/purl-spec. */

import { PackageURL } from 'packageurl-js'
import { ConfigError, type Requirement, sourceRequirement } from '../model.ts'

/** What a package URL asks about. */
export interface Question {
  readonly ecosystem: string
  /** The name as the ecosystem writes it: `group:artifact` for Maven, with slashes elsewhere. */
  readonly name: string
  readonly requirement: Requirement
}

// git+https://host/owner/name@revision; a plus sign that was not percent-encoded arrives as a blank.
const VCS_URL = /^git[+ ](?<url>[^@]+(?:@[^@/]+\/[^@]+)?)(?:@(?<revision>[^@]+))?$/

/**
 * Reads a package URL. A `vcs_url` qualifier makes it a git source: its revision, or the qualifier's `branch`, is judged
 * and not the version. Throws `ConfigError` when the text is no package URL.
 */
export function parsePurl(text: string): Question {
  let purl: PackageURL
  try {
    purl = PackageURL.fromString(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/^Invalid purl: /, '') : 'not readable'
    throw new ConfigError(`${text}: no package URL (${detail}). Write it as pkg:npm/@kubernetes/client-node@0.10.2.`)
  }
  const name = [purl.namespace, purl.name].filter(part => part !== undefined && part !== null && part !== '')
  return {
    ecosystem: purl.type,
    name:
      name.join(purl.type === 'maven' ? ':' : '/') + (purl.type === 'golang' && purl.subpath ? `/${purl.subpath}` : ''),
    requirement: requirementOf(purl)
  }
}

function requirementOf(purl: PackageURL): Requirement {
  const source = VCS_URL.exec(purl.qualifiers?.['vcs_url'] ?? '')?.groups
  if (source?.['url'] !== undefined) {
    const revision = source['revision']
    const branch = purl.qualifiers?.['branch']
    return sourceRequirement(revision ?? branch ?? source['url'], { url: source['url'], revision, branch })
  }
  return purl.version ? { kind: 'version', text: purl.version } : { kind: 'none' }
}
