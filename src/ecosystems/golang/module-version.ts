/** A version of a Go module, as its parts. */

import type { SemVer } from 'semver'

/** A Go version; `pseudo` is set for a pseudo-version, which names a commit. */
export interface GoVersion {
  readonly semver: SemVer
  readonly incompatible: boolean
  readonly pseudo?: PseudoVersion
}

/** The commit that a pseudo-version names. */
export interface PseudoVersion {
  /** UTC, `yyyymmddhhmmss`. */
  readonly timestamp: string
  /** The first twelve hexadecimal digits of the commit. */
  readonly revision: string
}
