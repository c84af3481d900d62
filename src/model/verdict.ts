/** What the policy says of a client: the verdict, why, and how to get a client that reloads. */

/** What the policy says of one dependency; README.md, "Verdicts". */
export type VerdictKind = 'reloads' | 'cannot-reload' | 'sends-no-token' | 'below-minimum' | 'reloads-late' | 'unknown'

/** Why a dependency cannot be judged. */
export type UnknownReason =
  | 'open-range'
  | 'source'
  | 'placeholder'
  | 'fork'
  | 'not-a-version'
  | 'no-version'
  | 'never-released'
  | 'not-examined'
  | 'moving-version'
  | 'no-order'
  | 'no-loader'

/** How sure a statement about a client is. `stated`: the scanned repository says so itself, in its configuration. */
export type Proof = 'executed' | 'source' | 'documented' | 'unsure' | 'stated'

/** One thing a reader can check: a commit, a pull request, a page. */
export interface Evidence {
  readonly text: string
  readonly url: string
  readonly proof: Proof
}

/** What released code was seen to do with the token file. `stops`: it sends no more requests to the API server. */
export type Behaviour = 'reloads' | 'reloads-late' | 'reads-once' | 'sends-no-token' | 'stops' | 'not-known'

/** The policy's verdict of one dependency. */
export interface Verdict {
  readonly kind: VerdictKind
  /** Set exactly when `kind` is `unknown`. */
  readonly reason?: UnknownReason
  /** What was observed, whatever the documented minimum says; `not-known` where nothing was. */
  readonly observed: Behaviour
  /** The documented minimum, where the vendor documents name one for this client. */
  readonly minimum?: string
}

/** How to get a client that reloads. Every text here is ours, never the repository's. */
export interface Fix {
  /** The lowest version above the present one that passes; for a range the one from which every known release does. */
  readonly version?: string
  /** The package manager's commands or the edits to make, one line each. */
  readonly commands: readonly string[]
  /**
   * The parent to move instead, and its lowest version above the present one that brings a client that passes: the commands
   * are about it.
   */
  readonly through?: { readonly name: string; readonly version: string }
  /** What else to know; what to do where no version helps. */
  readonly advice?: string
}

/**
 * Why a finding is what it is. The texts are ours and not the repository's, but for the evidence and the versions of clients
 * that its configuration adds.
 */
export interface Explanation {
  /** One or two sentences. */
  readonly because: string
  readonly evidence: readonly Evidence[]
  /** Absent where nothing is to be done. */
  readonly fix?: Fix
}
