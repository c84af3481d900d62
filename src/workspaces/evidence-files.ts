/** Opens the files that a user names as evidence of the cluster: metrics and audit logs, which may be of any size. */

import { Buffer } from 'node:buffer'
import { open } from 'node:fs/promises'
import { codeOf, explain } from './fault.ts'

/** How much of a file is read at once, in bytes. */
const PIECE = 1024 * 1024

/**
 * The bytes of a file in pieces, each valid until the next one is asked for: to allocate memory for each costs as much as to read it.
 * Reading them throws an error with a `code` and a message of ours where the file cannot be read.
 */
export async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const space = Buffer.allocUnsafe(PIECE)
      for (;;) {
        const { bytesRead } = await file.read(space, 0, PIECE, null)
        if (bytesRead === 0) return
        yield space.subarray(0, bytesRead)
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    throw Object.assign(new Error(explain(error)), { code: codeOf(error) })
  }
}
