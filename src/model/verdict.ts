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

/**
 * A step that a shell runs. `when`: the condition under which this alternative is the right one. `note`: what else to know of it. `in`:
 * the folder, if it is not that of the fix, relative to the scanned folder; hostile text.
 */
export interface Command {
  readonly run: string
  readonly in?: string
  readonly when?: string
  readonly note?: string
}

/** A step that a person takes: what to do, or where to put `text`. It continues a sentence or begins one. */
export interface Edit {
  readonly edit: string
  readonly text?: string
  readonly when?: string
}

/** A step of a fix. A text alone is a command. Steps in a row with the same `when` are one alternative. */
export type FixStep = string | Command | Edit

/** The versions from `from` on, but for a few. */
export interface Narrowed {
  readonly from: string
  readonly except: readonly string[]
}

/** How to get a client that reloads. Every text here is ours, never the repository's, except the folder. */
export interface Fix {
  /** The lowest version above the present one that passes; for a range the one from which every known release does. */
  readonly version?: string
  /** The newest release of its major version that was seen to reload, if that is a later one. */
  readonly newest?: string
  /** For a range, if it is lower: the version from which every known release passes but for a few, and these. */
  readonly narrowed?: Narrowed
  /** The commands of the package manager and the edits, in the order in which to do them. */
  readonly steps: readonly FixStep[]
  /** Where the commands run, relative to the scanned folder; `''` for the scanned folder itself. Hostile text. */
  readonly folder?: string
  /**
   * The parent to move instead, and its lowest version above the present one that brings a client that passes: the steps
   * are about it.
   */
  readonly through?: { readonly name: string; readonly version: string; readonly newest?: string }
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

/** A step as a line for a shell, where an edit is a comment. */
export function stepLine(step: FixStep): string {
  if (typeof step === 'string') return step
  if ('run' in step) return [step.run, ...[step.when, step.note].flatMap(text => text ?? [])].join('  # ')
  const text = step.text === undefined ? '' : `: ${step.text}`
  return `# ${step.when === undefined ? '' : `${step.when}: `}${step.edit}${text}`
}
