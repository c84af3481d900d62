/** Where something is: a line of a file. */

/** Where something is: a path relative to the scanned folder with `/` between its parts, line and column from 1. */
export interface Place {
  readonly path: string
  readonly line: number
  /** In UTF-16 code units, as editors and GitHub's annotations count them. */
  readonly column: number
  /** The file is one that a user named, such as the metrics of a cluster: no commit of the repository need have it. */
  readonly isOutside?: true
}

/** Orders places by path, line and column; paths by code unit, so that the order is the same everywhere. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.line - b.line || a.column - b.column
}
