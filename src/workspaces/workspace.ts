/** The port to the files: everything that the scan may ask of the world. */

import type { Coverage, GapKind } from '../model/report.ts'

/** A gap that stands for a whole file or folder. */
export interface FileGap {
  readonly kind: GapKind
  readonly path: string
  readonly detail: string
}

/** The files of a workspace: paths relative to its root, `/` between their parts, in no particular order. */
export interface Listing {
  readonly source: Coverage['source']
  readonly paths: readonly string[]
  /** Files left out by the default excludes, by the folder name that excluded them. */
  readonly excluded: Readonly<Record<string, number>>
  /** Folders that could not be listed. */
  readonly gaps: readonly FileGap[]
}

/** One file: its text without a byte-order mark, or why it could not be read, or why it is not there at all. */
export type Reading =
  | { readonly text: string }
  /** `fragments`: what can be made out in a file that is no text, to tell whether it may name a client. */
  | { readonly unreadable: string; readonly fragments?: string }
  | { readonly absent: string }

/** Where files come from. Both methods answer the world's faults with values and throw only `ConfigError` and bugs. */
export interface Workspace {
  list(): Promise<Listing>
  read(path: string): Promise<Reading>
}
