/** Package URLs, as the command line takes them and bills of materials hold them; https://github.com/package-url/purl-spec. */

import { PackageURL } from 'packageurl-js'
import { ConfigError } from '../model/config-error.ts'
import { type Requirement, sourceRequirement } from '../model/dependency.ts'
import { ecosystemOf } from './index.ts'
import { plainPurls } from './purl-spelling.ts'

/** The content of a package URL. */
export interface PurlPackage {
  /** The purl type, which need not be one of ours. */
  readonly ecosystem: string
  /** The name as the ecosystem spells it. */
  readonly name: string
  readonly requirement: Requirement
}

// git+https://host/owner/name@revision#folder, and npm's …#commit; a plus sign that was not percent-encoded arrives as a blank.
const VCS_URL = /^git[+ ](?<url>[^@#]+(?:@[^@/#]+\/[^@#]+)?)(?:@(?<revision>[^@#]+)|#(?<commit>[\da-f]{40}))?(?:#.*)?$/

/** The most characters of a package URL in a file. No tool writes a longer one: it is hostile, and refused. */
const LONGEST_PURL = 8_192

/** As `parsePurl`, for a text of a file: undefined when it is no package URL. */
export function readPurl(text: string): PurlPackage | undefined {
  if (text.length > LONGEST_PURL) return undefined
  try {
    return packageOf(PackageURL.fromString(text))
  } catch {
    return undefined
  }
}

/**
 * Reads a package URL. A `vcs_url` qualifier makes it a git source where a revision or the qualifier `branch` goes with it,
 * or where there is no version: then the source is judged. Beside a version alone it only says where the code lives. Throws
 * `ConfigError` when the text is no package URL.
 */
export function parsePurl(text: string): PurlPackage {
  let purl: PackageURL
  try {
    purl = PackageURL.fromString(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/^Invalid purl: /, '') : 'unreadable'
    throw new ConfigError(`${text}: not a package URL (${detail}). Write it as pkg:npm/@kubernetes/client-node@0.10.2.`)
  }
  return packageOf(purl)
}

function packageOf(purl: PackageURL): PurlPackage {
  const { type, namespace, name, subpath } = purl
  const { parse } = ecosystemOf(type)?.purl ?? plainPurls
  return {
    ecosystem: type,
    name: parse(namespace ? `${namespace}/${name}` : name, subpath || undefined),
    requirement: requirementOf(purl)
  }
}

function requirementOf(purl: PackageURL): Requirement {
  const { url, revision, commit } = VCS_URL.exec(purl.qualifiers?.['vcs_url'] ?? '')?.groups ?? {}
  const branch = purl.qualifiers?.['branch']
  const code = revision ?? commit ?? branch
  if (url !== undefined && (code !== undefined || !purl.version)) {
    return sourceRequirement(code ?? url, { url, revision: revision ?? commit, branch })
  }
  return purl.version ? { kind: 'version', text: purl.version } : { kind: 'none' }
}
