/** Opens the files that a user names as evidence of the cluster: metrics and audit logs, which may be of any size. */

import { createReadStream } from 'node:fs'
import { codeOf, explain } from './fault.ts'

/** How much of a file is read at once, in bytes. */
const PIECE = 256 * 1024

/** The bytes of a file in pieces. Reading them throws an error with a `code` and a message of ours where it cannot be read. */
export async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: PIECE })
  } catch (error) {
    throw Object.assign(new Error(explain(error)), { code: codeOf(error) })
  }
}
