/** Decodes the bytes of dependency files. */

import type { Reading } from './workspace.ts'

/**
 * The first line of the pointer that Git LFS commits in place of a file:
 * https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md.
 */
const LFS_POINTER = 'version https://git-lfs.github.com/spec/'

/**
 * Decodes a file: UTF-8 with or without a byte-order mark, UTF-16 with one. Bytes that are not UTF-8 are read as
 * Latin-1: names and versions are the same in it, so an accented letter in a comment does not hide a file.
 */
export function decode(bytes: Uint8Array): Reading {
  const text = decodeText(bytes)
  if (text === undefined || text.includes('\0')) {
    return { unreadable: 'not a text file', fragments: new TextDecoder('latin1').decode(bytes) }
  }
  if (text.startsWith(LFS_POINTER))
    return { unreadable: 'a Git LFS pointer: check out with `lfs: true` to scan the file itself' }
  return { text }
}

function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  return decodeAs('utf-8', bytes) ?? decodeAs('latin1', bytes)
}

/** Decodes without the byte-order mark; undefined for invalid bytes. */
function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
