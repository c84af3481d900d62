/** What a change does: the findings of its head against those of its base. */

import type { Finding } from './finding.ts'
import type { Place } from './place.ts'

/** A finding of the base that did not pass and is gone, or passes. */
export interface FixedFinding {
  readonly before: Finding
  /** What is in its place at the head, which passes. Absent if the dependency is gone. */
  readonly now?: Finding
}

/**
 * Why a commit is the base. `first-parent`: of the merge commit that GitHub made for the pull request. `merge-base`: of the pull
 * request and its base branch. `queue-parent`: the commit below the merge group. `before-push`: what the branch was before the
 * push. `named`: the user named it.
 */
export type BaseKind = 'first-parent' | 'merge-base' | 'queue-parent' | 'before-push' | 'named'

/** The commit that the head is compared with. */
export interface BaseCommit {
  /** The full id. */
  readonly id: string
  readonly kind: BaseKind
}

/** Something of the base that could not be read, and that could be read at the head. `detail` may hold hostile text. */
export interface UnreadInBase {
  /** A file, or a folder such as a submodule. */
  readonly place: Place
  readonly detail: string
}

/** What a comparison of head and base found out. */
export interface Compared {
  readonly kind: 'compared'
  readonly base: BaseCommit
  /** In the order of their places in the base. */
  readonly fixed: readonly FixedFinding[]
  /**
   * Empty where the whole base was read. A finding of the head in one of these files or folders that has no counterpart in the
   * base is called existing, because it may have been there. What the head could not read is not called fixed either.
   */
  readonly unread: readonly UnreadInBase[]
}

/** A full scan where a comparison was to be expected. */
export interface NotCompared {
  readonly kind: 'not-compared'
  /** Our own sentence, without a full stop: why there is no base. */
  readonly because: string
}

/** Whether and with what the findings of a report were compared. */
export type Comparison = Compared | NotCompared
