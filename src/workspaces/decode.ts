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

/** A file that can be written with another text. */
export interface EditableText {
  /** As `decode` returns it. */
  readonly text: string
  /** Whether it is UTF-8, so that a diff in UTF-8 can show it; the mark is what stands in front of the text then. */
  readonly utf8?: { readonly mark: string }
  /** The bytes of the file with another text, in the same encoding and with the same mark; undefined if that has no such bytes. */
  bytesOf(text: string): Uint8Array | undefined
}

const BYTE_ORDER_MARK = '\ufeff'

/** A file of text that can be written again; undefined for any that would not be the same with its own text. */
export function editable(bytes: Uint8Array): EditableText | undefined {
  const text = decodeText(bytes)
  if (text === undefined) return undefined
  const found = encodingOf(bytes)
  const own = found.bytesOf(text)
  return own !== undefined && Buffer.compare(own, bytes) === 0 ? { text, ...found } : undefined
}

function encodingOf(bytes: Uint8Array): Omit<EditableText, 'text'> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { bytesOf: text => Buffer.from(BYTE_ORDER_MARK + text, 'utf16le') }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { bytesOf: text => Buffer.from(BYTE_ORDER_MARK + text, 'utf16le').swap16() }
  if (decodeAs('utf-8', bytes) === undefined) return { bytesOf: latin1Bytes }
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? BYTE_ORDER_MARK : ''
  return { utf8: { mark }, bytesOf: text => Buffer.from(mark + text, 'utf8') }
}

/** The bytes of a text in what decoders call Latin-1, which has more characters: https://encoding.spec.whatwg.org/#windows-1252. */
function latin1Bytes(text: string): Uint8Array | undefined {
  const all = new TextDecoder('latin1').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  const codes = new Map(Array.from(all, (character, byte) => [character, byte]))
  const bytes = Array.from(text, character => codes.get(character) ?? -1)
  return bytes.includes(-1) ? undefined : Uint8Array.from(bytes)
}
