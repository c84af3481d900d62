/** One package as one file declares or resolves it. */

import { defined } from '../collections.ts'
import type { SCOPES } from '../settings/choices.ts'
import type { Place } from './place.ts'

/**
 * What a file asks of one package. `text` is hostile: it is copied from the scanned repository.
 * - `version`: one exact version.
 * - `range`: several versions may answer it.
 * - `source`: not a registry: a git address, a folder, a URL. `revision` and `branch` are set where the file names them.
 * - `none`: the package is named and nothing is said of its version.
 */
export type Requirement =
  | { readonly kind: 'version'; readonly text: string }
  | { readonly kind: 'range'; readonly text: string }
  | SourceRequirement
  | { readonly kind: 'none' }

/** A requirement of the kind `source`. */
export interface SourceRequirement {
  readonly kind: 'source'
  /** What a person would change to get another code: the revision or branch, else the address. */
  readonly text: string
  readonly url?: string
  readonly revision?: string
  readonly branch?: string
  /** When the revision was committed, and a time before which it was, as the file writes them (RFC 3339). */
  readonly committed?: string
  readonly committedBefore?: string
}

/** Makes a source requirement out of the facts that a file may state. */
export function sourceRequirement(
  text: string,
  facts: { [fact in Exclude<keyof SourceRequirement, 'kind' | 'text'>]?: string | undefined }
): SourceRequirement {
  const { url, revision, branch, committed, committedBefore } = facts
  return { kind: 'source', text, ...defined({ url, revision, branch, committed, committedBefore }) }
}

/** Whether a file states what somebody wants (`manifest`) or what a package manager chose (`lockfile`). */
export type Origin = 'manifest' | 'lockfile'

/**
 * Whether a client is needed when the program runs (`runtime`), or only to develop, build or test it (`development`). `unknown`: no
 * file states it.
 */
export type Scope = (typeof SCOPES)[number]

/** The scope of a package with two scopes: needed at run time by one is needed at run time, and what is not known may be. */
export function widerScope(a: Scope, b: Scope): Scope {
  const order: readonly Scope[] = ['development', 'unknown', 'runtime']
  return order.indexOf(a) < order.indexOf(b) ? b : a
}

/** A package that leads to a client. Hostile text; the version is empty where the file gives none. */
export interface ChainLink {
  readonly name: string
  readonly version: string
}

/** A file format, as far as a report names it. */
export interface NamedFormat {
  /** Such as `go.mod`. */
  readonly name: string
}

/** One client as one file declares or resolves it. */
export interface Dependency {
  /** The purl type, which is also the name of the folder below `src/ecosystems`. */
  readonly ecosystem: string
  /** The file format that named it. */
  readonly format: NamedFormat
  /** The client's name, as the policy spells it. */
  readonly name: string
  readonly requirement: Requirement
  readonly origin: Origin
  readonly place: Place
  /** Further places of the same lockfile that repeat the same package and version. */
  readonly repeatedAt: readonly Place[]
  /** What the file adds to the name to say for which platform the package was built: Scala's `_2.13`. */
  readonly build?: string
  /** The package whose code is really used instead: Go's `replace`, dep's `source`. Hostile text. */
  readonly replacement?: string
  /** The name under which the file installs it, where that differs: npm's `npm:` aliases. Hostile text. */
  readonly alias?: string
  /** Whether the file says that somebody asked for it (true) or that another package brings it (false). */
  readonly direct?: boolean
  readonly scope: Scope
  /**
   * Why it is there, where the lockfile holds the answer: from the package that the project requires to this one. One of the
   * shortest chains.
   */
  readonly chain?: readonly ChainLink[]
  /** Where the package is used, when `place` is the property, variable or catalog entry that carries its version. */
  readonly usedAt?: Place
}
