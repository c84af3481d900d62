/**
 * Package URLs, on the command line and in bills of materials.
 * Specification: https://github.com/package-url/purl-spec.
 */

import { PackageURL } from 'packageurl-js'
import { ConfigError } from '../model/config-error.ts'
import { type Requirement, sourceRequirement } from '../model/dependency.ts'
import { ecosystemOf } from './index.ts'
import { plainPurls } from './purl-spelling.ts'

/** The package and version that a package URL names. */
export interface PurlPackage {
  /** The purl type, which need not be one of ours. */
  readonly ecosystem: string
  /** The name as the ecosystem spells it. */
  readonly name: string
  readonly requirement: Requirement
}

// git+https://host/owner/name@revision#folder, and npm's …#commit. A plus sign that is not percent-encoded becomes a
// space.
const VCS_URL = /^git[+ ](?<url>[^@#]+(?:@[^@/#]+\/[^@#]+)?)(?:@(?<revision>[^@#]+)|#(?<commit>[\da-f]{40}))?(?:#.*)?$/

/** In characters. A longer package URL in a file is hostile and refused: no tool writes one. */
const LONGEST_PURL = 8_192

/** As `parsePurl`, for a text of a file: undefined if it is not a package URL. */
export function readPurl(text: string): PurlPackage | undefined {
  if (text.length > LONGEST_PURL) return undefined
  try {
    return packageOf(PackageURL.fromString(text))
  } catch {
    return undefined
  }
}

/**
 * Reads a package URL. A `vcs_url` qualifier with a revision, with the qualifier `branch` or without a version makes it
 * a git source, which is judged. Beside a version alone, the qualifier is only the address of the code. Throws
 * `ConfigError` if the text is not a package URL.
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
