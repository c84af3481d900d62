/**
 * The names of Python packages.
 * Specification: https://packaging.python.org/en/latest/specifications/name-normalization/ (PEP 503).
 */

const SEPARATORS = /[-_.]+/g

/** The one spelling of a name: lower case, runs of `-`, `_` and `.` as one `-`. */
export function canonicalName(name: string): string {
  return name.replace(SEPARATORS, '-').toLowerCase()
}

/** The longest part between separators, which is in every spelling of the name, in any letter case. */
export function needle(canonicalName: string): string {
  let longest = ''
  for (const part of canonicalName.split('-')) if (part.length > longest.length) longest = part
  return longest
}
