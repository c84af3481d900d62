/**
 * References to recipes: `name/version@user/channel#revision%time`, with a range in brackets instead of the version.
 */

import type { PackageEntry } from '../file-format.ts'

const REFERENCE = /^(?<name>[^\s/@#[\]]+)\/(?:\[(?<range>[^[\]]*)\]|(?<version>[^\s/@#%[\]]+))(?:[@#%]\S*)?$/

/** In characters. Conan allows 101 for each part of a reference; a longer line is hostile. */
const LONGEST_REFERENCE = 10_000

/** Reads the reference at an offset of the file; undefined for any other text. */
export function readReference(text: string, at: number): PackageEntry | undefined {
  const { name, range, version } = (text.length <= LONGEST_REFERENCE ? REFERENCE.exec(text)?.groups : undefined) ?? {}
  if (name === undefined) return undefined
  const end = at + name.length + 1
  if (version !== undefined) return { name, requirement: { kind: 'version', text: version }, at: end }
  const content = range?.trim() ?? ''
  if (range === undefined || content === '') return { name, requirement: { kind: 'none' }, at }
  return { name, requirement: { kind: 'range', text: content }, at: end + 1 + range.indexOf(content) }
}
