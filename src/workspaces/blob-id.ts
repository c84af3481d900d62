/** The id that git gives a blob: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_object_storage. */

import { createHash } from 'node:crypto'

/** The digits of an id in a repository that uses SHA-1; one that uses SHA-256 has 64. */
const SHA1_DIGITS = 40

/** Whether the content has this id. The length of the id tells the hash function of its repository. */
export function hasId(content: Uint8Array, id: string): boolean {
  const hash = createHash(id.length === SHA1_DIGITS ? 'sha1' : 'sha256')
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex') === id
}
