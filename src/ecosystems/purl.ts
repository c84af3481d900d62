/**
 * Package URLs, on the command line and in bills of materials.
 * Specification: https://github.com/package-url/purl-spec. Deliberately ignored: what each type demands of its parts, because tools break
 * it: a name without its version is a name.
 */

import { PackageURL } from 'packageurl-js'
import { defined } from '../collections.ts'
import { ConfigError } from '../model/config-error.ts'
import { type Requirement, sourceRequirement } from '../model/dependency.ts'
import { ecosystems } from './index.ts'
import { type PurlParts, type PurlSpelling, plainPurls } from './purl-spelling.ts'

/** The package and version that a package URL names. */
export interface PurlPackage {
  /** The ecosystem of the purl type, or the type if none of ours has it. */
  readonly ecosystem: string
  /** The name as the ecosystem spells it. */
  readonly name: string
  /** A version is written as in the package URL: `PurlSpelling.version` makes it one of the ecosystem. */
  readonly requirement: Requirement
  /** The qualifier that has the version; absent if it is after the `@`. */
  readonly qualifier?: string
  /** The module that the package may be in, as in `PurlSpelling.moduleOf`. */
  readonly module?: string
}

/** The parts of a package URL without percent-encoding. */
interface Purl extends Required<PurlParts> {
  /** `namespace/name`. */
  readonly path: string
  readonly version: string
}

// git+https://host/owner/name@revision#folder, and npm's …#commit. A plus sign that is not percent-encoded becomes a
// space.
const VCS_URL = /^git[+ ](?<url>[^@#]+(?:@[^@/#]+\/[^@#]+)?)(?:@(?<revision>[^@#]+)|#(?<commit>[\da-f]{40}))?(?:#.*)?$/
const TYPE = /^[a-z][a-z\d.+-]*$/
const SPELLINGS = new Map(
  ecosystems.flatMap(({ id, purl }) => [id, ...(purl.types ?? [])].map(type => [type, { id, purl }] as const))
)

/** In characters. A longer package URL in a file is hostile and refused: no tool writes one. */
const LONGEST_PURL = 8_192

/** As `parsePurl`, for a text of a file: undefined if it is not a package URL. */
export function readPurl(text: string): PurlPackage | undefined {
  if (text.length > LONGEST_PURL) return undefined
  try {
    return packageOf(partsOf(text))
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
  try {
    return packageOf(partsOf(text))
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/^Invalid purl: /, '') : 'unreadable'
    throw new ConfigError(`${text}: not a package URL (${detail}). Write it as pkg:npm/@kubernetes/client-node@0.10.2.`)
  }
}

/** Throws if the text has not the form of a package URL. */
function partsOf(text: string): Purl {
  const [type = '', namespace, name, version = '', qualifiers, subpath = ''] = PackageURL.parseString(text)
  const path = [...(namespace ?? '').split('/'), name ?? ''].filter(part => part !== '').join('/')
  if (!TYPE.test(type.toLowerCase())) throw new Error('it has no type')
  if (!name) throw new Error('it has no name')
  return {
    type: type.toLowerCase(),
    path,
    version,
    subpath: withoutSlashes(subpath),
    qualifiers: new Map(Array.from(new URLSearchParams(qualifiers), ([key, value]) => [key.toLowerCase(), value]))
  }
}

function withoutSlashes(path: string): string {
  return path
    .split('/')
    .filter(part => part !== '' && part !== '.' && part !== '..')
    .join('/')
}

function packageOf(purl: Purl): PurlPackage {
  const { type, path } = purl
  const { id, purl: spelling = plainPurls } = SPELLINGS.get(type) ?? {}
  const name = spelling.parse(path, purl)
  if (id === undefined || name === undefined)
    return { ecosystem: type, name: path, requirement: requirementOf(purl, plainPurls) }
  const { versionQualifier } = spelling
  return {
    ecosystem: id,
    name,
    requirement: requirementOf(purl, spelling),
    ...defined({
      qualifier: versionQualifier !== undefined && purl.qualifiers.get(versionQualifier) ? versionQualifier : undefined,
      module: spelling.moduleOf?.(path, purl)
    })
  }
}

function requirementOf({ path, version, qualifiers }: Purl, { isFolder, versionQualifier }: PurlSpelling): Requirement {
  if (isFolder?.(path)) return { kind: 'source', text: path }
  const { url, revision, commit } = VCS_URL.exec(qualifiers.get('vcs_url') ?? '')?.groups ?? {}
  const branch = qualifiers.get('branch')
  const code = revision ?? commit ?? branch
  if (url !== undefined && (code !== undefined || version === '')) {
    return sourceRequirement(code ?? url, { url, revision: revision ?? commit, branch })
  }
  const text = (versionQualifier !== undefined && qualifiers.get(versionQualifier)) || version
  return text === '' ? { kind: 'none' } : { kind: 'version', text }
}
