/** Finds the blobs of another commit among the files of a folder on disk, so that only what differs has to be fetched. */

import { readlinkSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hasId } from './blob-id.ts'
import { type BytesOnDisk, diskReader } from './disk.ts'
import { pathsByBlob } from './git.ts'
import { isWithin, PATIENCE } from './git-command.ts'
import { withoutCarriageReturns } from './line-ends.ts'
import { type Lookup, SYMBOLIC_LINK, type TreeEntry } from './tree.ts'

/** The most files that are tried for one blob. Equal files are equal at the first, unless an earlier step rewrote them. */
const MOST_TRIES = 3

/**
 * Makes the lookup of blobs among the files that git tracks in the repository at `root`, a resolved path. The index names the
 * files with the blob, or without git the path does; each is read, and counts only if its content has the id of the blob.
 */
export async function blobsOnDisk(root: string, { patience = PATIENCE } = {}): Promise<Lookup> {
  const paths = await pathsByBlob(root, patience)
  const bytesAt = diskReader(root)
  return async entry => {
    const candidates = paths.get(entry.id) ?? (paths.size === 0 ? [entry.path] : [])
    for (const path of candidates.slice(0, MOST_TRIES)) {
      const found = contentAt(root, path, entry, bytesAt)
      if (found) return found
    }
    return undefined
  }
}

/** The content of a file, if it is this blob. */
function contentAt(
  root: string,
  path: string,
  { id, mode }: TreeEntry,
  bytesAt: (path: string) => BytesOnDisk
): Uint8Array | undefined {
  if (mode === SYMBOLIC_LINK) return ownIf(linkAt(root, path), id)
  const found = bytesAt(path)
  if (!('bytes' in found)) return undefined
  // git may have written the file with the line ends of Windows: https://git-scm.com/docs/gitattributes#_text.
  const own = ownIf(found.bytes, id) ?? ownIf(withoutCarriageReturns(found.bytes), id)
  // The next file is read into the same bytes.
  return own && new Uint8Array(own)
}

function ownIf(content: Uint8Array | undefined, id: string): Uint8Array | undefined {
  return content && hasId(content, id) ? content : undefined
}

function linkAt(root: string, path: string): Uint8Array | undefined {
  try {
    const link = join(root, path)
    return isWithin(realpathSync.native(dirname(link)), root) ? readlinkSync(link, 'buffer') : undefined
  } catch {
    return undefined
  }
}
