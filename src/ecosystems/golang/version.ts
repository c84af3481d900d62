/**
 * Go module versions: semantic versions with a `v`, pseudo-versions, `+incompatible`.
 * Specification: https://go.dev/ref/mod#versions. Deliberately
 * ignored: branch names and commits, which only queries use.
 */

import compare from 'semver/functions/compare.js'
import parse from 'semver/functions/parse.js'
import { LONGEST_VERSION, type VersionScheme } from '../version-scheme.ts'
import type { GoVersion } from './module-version.ts'
import { spanOf } from './range.ts'

const CANONICAL = /^v(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?(?:\+incompatible)?$/
// The three forms: vX.0.0-DATE-HASH, vX.Y.Z-PRE.0.DATE-HASH, vX.Y.(Z+1)-0.DATE-HASH.
// https://go.dev/ref/mod#pseudo-versions
const PSEUDO =
  /^v\d+\.\d+\.\d+-(?:(?:[0-9A-Za-z.-]+\.)?0\.)?(?<timestamp>\d{14})-(?<revision>[0-9a-f]{12})(?:\+incompatible)?$/

/** Reads a Go version; undefined for a text that `go.mod` does not accept as a canonical version. */
export function parseGoVersion(text: string): GoVersion | undefined {
  if (text.length > LONGEST_VERSION || !CANONICAL.test(text)) return undefined
  const semver = parse(text.slice(1))
  if (!semver) return undefined
  const incompatible = text.endsWith('+incompatible')
  const { timestamp, revision } = PSEUDO.exec(text)?.groups ?? {}
  return timestamp && revision ? { semver, incompatible, pseudo: { timestamp, revision } } : { semver, incompatible }
}

/**
 * The order of `golang.org/x/mod/semver`: build metadata, including `+incompatible`, is not compared. Only dep and
 * glide have ranges.
 */
export const goVersions: VersionScheme<GoVersion> = {
  title: 'Go module version',
  specification: 'https://go.dev/ref/mod#versions',
  parse: parseGoVersion,
  compare: (a, b) => compare(a.semver, b.semver),
  isPrerelease: version => version.semver.prerelease.length > 0,
  span: spanOf
}
