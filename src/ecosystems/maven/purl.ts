/**
 * Package URLs of Maven: the group is the namespace, the artifact the name;
 * https://github.com/package-url/purl-spec/blob/main/types/maven-definition.json.
 */

import { type PurlSpelling, plainPurls } from '../purl-spelling.ts'

// Neither a group nor an artifact has a colon or a slash: the last one is between them.
const LAST_SLASH = /\/(?=[^/]*$)/
const LAST_COLON = /:(?=[^:]*$)/

/** Names as `group:artifact`. Other tools than Maven have types of their own for the same packages. */
export const mavenPurls: PurlSpelling = {
  ...plainPurls,
  types: ['gradle', 'ivy', 'clojars'],
  parse: path => path.replace(LAST_SLASH, ':'),
  format: name => name.replace(LAST_COLON, '/')
}
