/** The port to the files: the only access of the scan to the world outside. */

import type { GapKind, WithoutGit } from '../model/report.ts'

/** A file of a workspace. */
export interface File {
  /** Relative to the root of the workspace, `/` between its parts. */
  readonly path: string
  /**
   * Equal for equal texts: the id of a git blob, for a workspace of git objects. A work tree may differ from its index,
   * so a folder on disk has no ids, and the scan hashes the texts.
   */
  readonly id?: string
  /** In bytes, if known without opening the file. */
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
  /** How the files were found, for the coverage: see `Coverage.source`. */
  readonly source: string
  readonly files: readonly File[]
  /** The number of files excluded by default, by the name of the excluded folder. */
  readonly excluded: Readonly<Record<string, number>>
  /** Folders of tools' outputs that ignore files hide and that were not visited, counted by their name. */
  readonly ignored?: Readonly<Record<string, number>>
  /** Why git did not list the files, where it was asked. */
  readonly withoutGit?: WithoutGit
  /** Folders that could not be listed, and those that belong to another repository. */
  readonly gaps: readonly FileGap[]
}

/** The result of reading a file: its text without a byte-order mark, or why it is unreadable or absent. */
export type Reading =
  | { readonly text: string }
  /**
   * `fragments`: the bytes of a binary file, each as one character, to test whether it may name a client. `isUnread`: the
   * source did not return the file, so nothing is known of its content, and other files may lack for the same reason.
   */
  | { readonly unreadable: string; readonly fragments?: string; readonly isUnread?: true }
  /** `isLink`: a symbolic link to nothing is in its place. */
  | { readonly absent: string; readonly isLink?: true }

/** A source of files. Both methods return faults of files as values, and throw only `ConfigError` and bugs. */
export interface Workspace {
  list(): Promise<Listing>
  /**
   * Announces files that will be read, in this order, so that an adapter can get many of them at once. Reading does not
   * depend on it.
   */
  prepare?(paths: readonly string[]): Promise<void>
  /** Reads a file by its path: one of the listing, or any other, such as the configuration. */
  read(path: string): Promise<Reading>
}
