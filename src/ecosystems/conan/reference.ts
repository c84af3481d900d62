/** References to recipes: `name/version@user/channel#revision%time`, with a range in brackets instead of the version. */

import type { PackageEntry } from '../file-format.ts'

const REFERENCE = /^(?<name>[^\s/@#[\]]+)\/(?:\[(?<range>[^[\]]*)\]|(?<version>[^\s/@#%[\]]+))(?:[@#%]\S*)?$/

/** Conan bounds each part of a reference at 101 characters; a longer line is a hostile one. */
const LONGEST_REFERENCE = 10_000

/** What the reference that begins at `at` asks for; undefined when the text is none. */
export function readReference(text: string, at: number): PackageEntry | undefined {
  const { name, range, version } = (text.length <= LONGEST_REFERENCE ? REFERENCE.exec(text)?.groups : undefined) ?? {}
  if (name === undefined) return undefined
  const behind = at + name.length + 1
  if (version !== undefined) return { name, requirement: { kind: 'version', text: version }, at: behind }
  const content = range?.trim() ?? ''
  if (range === undefined || content === '') return { name, requirement: { kind: 'none' }, at }
  return { name, requirement: { kind: 'range', text: content }, at: behind + 1 + range.indexOf(content) }
}
