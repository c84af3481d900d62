/** What a configuration extends: another file of its repository, or one of another repository at a commit. */

import { CONFIGURATION_FILE } from '../settings/settings.ts'
import type { Reading } from '../workspaces/workspace.ts'
import { quote } from './fields.ts'

/** A file of the same repository, by its path from the root. */
export interface OwnFile {
  readonly kind: 'own'
  readonly path: string
}

/** A file of another repository at a commit. */
export interface FileElsewhere {
  readonly kind: 'elsewhere'
  /** `owner/name`. */
  readonly repository: string
  readonly path: string
  /** The 40 hexadecimal digits of its id. */
  readonly commit: string
}

/** What a configuration extends. */
export type Extended = OwnFile | FileElsewhere

/**
 * Reads a file of another repository. One that could not be had is unreadable with `isUnread`, and the reason is our own sentence
 * without a full stop.
 */
export type Elsewhere = (file: FileElsewhere) => Promise<Reading>

/** Maximum characters of a configuration. */
export const LONGEST_FILE = 256 * 1024

const FORM = `Write owner/name@COMMIT for ${CONFIGURATION_FILE} of that repository, owner/name/PATH@COMMIT for another file of it, or ./PATH for a file of this one.`
/** Names of owners and repositories: https://docs.github.com/en/rest/repos/repos. */
const ELSEWHERE =
  /^(?<repository>[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[\w.-]{1,100})(?:\/(?<path>[^@]*))?(?:@(?<commit>.*))?$/
const COMMIT = /^[0-9a-f]{40}$/
const LONGEST_PATH = 1_000

/** What a text means, or what is wrong with it and what to do. */
export function extendedIn(text: string): Extended | { readonly fault: string } {
  if (text.startsWith('./')) {
    const path = text.slice(2)
    return isPath(path)
      ? { kind: 'own', path }
      : { fault: `${quote(text)} is no path of a file below the root. ${FORM}` }
  }
  const { repository, path = CONFIGURATION_FILE, commit } = ELSEWHERE.exec(text)?.groups ?? {}
  if (repository === undefined || /\/\.{1,2}$/.test(repository))
    return { fault: `${quote(text)} names no file. ${FORM}` }
  if (!isPath(path)) return { fault: `${quote(path)} is no path of a file below the root. ${FORM}` }
  if (commit === undefined) return { fault: `${quote(text)} names no commit. ${FORM}` }
  if (COMMIT.test(commit)) return { kind: 'elsewhere', repository, path, commit }
  return {
    fault: `${quote(commit)} is not the full id of a commit. A branch, a tag or a short id can come to mean something else, which nobody reviewed here. Write the 40 digits that "git rev-parse" prints, in lower case.`
  }
}

/** The name of the file in messages, such as `acme/policy/.github/bound-token-check.yml@0123456`. */
export function nameOf(file: Extended): string {
  return file.kind === 'own' ? file.path : `${file.repository}/${file.path}@${file.commit.slice(0, 7)}`
}

/** Whether a text is a path that leads nowhere but below the root, as git writes it. */
function isPath(path: string): boolean {
  const isPlain = path.length <= LONGEST_PATH && !/[\\\p{Cc}]/u.test(path)
  return isPlain && path.split('/').every(part => part !== '' && part !== '.' && part !== '..')
}
