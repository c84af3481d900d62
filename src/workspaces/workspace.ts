/** The port to the files: everything that the scan may ask of the world. */

import type { GapKind } from '../model/report.ts'

/** A file of a workspace. */
export interface File {
  /** Relative to the root of the workspace, `/` between its parts. */
  readonly path: string
  /**
   * Equal for equal texts: the id of a git blob, where the workspace is made of git objects. A work tree may differ from what
   * its index records, so that a folder on disk has none, and the scan takes a hash of the text.
   */
  readonly id?: string
  /** In bytes, where it is known without opening the file. */
  readonly size?: number
}

/** A gap that concerns a whole file or folder. */
export interface FileGap {
  readonly kind: GapKind
  readonly path: string
  readonly detail: string
}

/** The files of a workspace, in no particular order. */
export interface Listing {
  /** How they were found, as the coverage reports it: `git`, `walk`, or whatever an adapter calls it. */
  readonly source: string
  readonly files: readonly File[]
  /** Files left out by default, by the name of the folder that excludes them. */
  readonly excluded: Readonly<Record<string, number>>
  /** Folders that could not be listed. */
  readonly gaps: readonly FileGap[]
}

/** One file: its text without a byte-order mark, or why it could not be read, or why it is not there at all. */
export type Reading =
  | { readonly text: string }
  /** `fragments`: what can be made out in a file that is not text, to tell whether it may name a client. */
  | { readonly unreadable: string; readonly fragments?: string }
  | { readonly absent: string }

/** Where files come from. Both methods answer the world's faults with values and throw only `ConfigError` and bugs. */
export interface Workspace {
  list(): Promise<Listing>
  /** Reads a file by its path: one of the listing, or any other, such as the configuration. */
  read(path: string): Promise<Reading>
}
