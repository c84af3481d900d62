/** Package URLs of Go modules; https://github.com/package-url/purl-spec/blob/main/types/golang-definition.json. */

import { type PurlParts, type PurlSpelling, plainPurls } from '../purl-spelling.ts'
import { repositoryOf } from './repository.ts'

const DIGIT_FIRST = /^\d/
/** The end of a module's path: the directory of a major version, or of a module inside Kubernetes. */
const PATH_END = /^(?:v\d+(?:\/|$)|staging\/src\/)/
/** A directory in place of a module, by a `replace` of go.mod; Kubernetes has that of client-go here. */
const FOLDER = /^(?:\.{1,2}|staging\/src)\//

/** Names with slashes throughout, and versions with a `v`. */
export const goPurls: PurlSpelling = {
  ...plainPurls,
  parse: (path, { subpath = '' } = {}) => {
    if (FOLDER.test(path)) return moduleIn(path)
    return subpath === '' || hasPackage(path, subpath) ? path : `${path}/${subpath}`
  },
  moduleOf: (path, { subpath = '' }: PurlParts) =>
    subpath === '' || hasPackage(path, subpath) || PATH_END.test(subpath) ? undefined : path,
  isFolder: path => FOLDER.test(path),
  // Some tools omit the `v`.
  version: text => (DIGIT_FIRST.test(text) ? `v${text}` : text)
}

/**
 * Whether the subpath is surely a package of the module. By the specification it always is; but syft puts the rest of a module's path
 * there, from the fourth part on: https://github.com/anchore/syft.
 */
function hasPackage(path: string, subpath: string): boolean {
  return path.split('/').length < 3 && repositoryOf(`${path}/-`) === path && !PATH_END.test(subpath)
}

/** The path of the module in a folder: from its host on. */
function moduleIn(folder: string): string {
  const parts = folder.split('/')
  const host = parts.findIndex(part => part.includes('.') && part !== '.' && part !== '..')
  return parts.slice(Math.max(0, host)).join('/')
}
