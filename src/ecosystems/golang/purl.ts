/** Package URLs of Go modules; https://github.com/package-url/purl-spec/blob/main/types/golang-definition.json. */

import { type PurlSpelling, plainPurls } from '../purl-spelling.ts'

const DIGIT_FIRST = /^\d/

/** Names with slashes throughout, and versions with a `v`. */
export const goPurls: PurlSpelling = {
  ...plainPurls,
  // The subpath is a package of the module, or the rest of the module's path: nothing in the package URL tells which.
  parse: (path, subpath) => (subpath ? `${path}/${subpath}` : path),
  // Some tools omit the `v`.
  version: text => (DIGIT_FIRST.test(text) ? `v${text}` : text)
}
