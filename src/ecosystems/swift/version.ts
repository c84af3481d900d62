/**
 * Swift package versions, which are semantic versions, and the requirements of `Package.swift`.
 * Specification: https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html#version and the
 * ranges of
 * https://github.com/swiftlang/swift-package-manager/blob/main/Sources/PackageDescription/PackageRequirement.swift.
 * Deliberately ignored: versions of two numbers, which SwiftPM reads in tags and refuses in manifests.
 */

import { semanticVersions } from '../semver.ts'
import { LONGEST_RANGE, type Span, type VersionScheme } from '../version-scheme.ts'

type Version = NonNullable<ReturnType<typeof semanticVersions.parse>>

const QUOTED = '#*"(?<version>[^"\\\\\\s]+)"#*'
const FROM = new RegExp(
  `^(?:from\\s*:\\s*${QUOTED}|\\.(?<word>upToNextMajor|upToNextMinor)\\s*\\(\\s*from\\s*:\\s*${QUOTED.replace('version', 'nested')}\\s*\\))$`
)
const BETWEEN = new RegExp(`^${QUOTED}\\s*(?<operator>\\.\\.[.<])\\s*${QUOTED.replace('version', 'upper')}$`)

/** The order of semantic versions with the requirements of SwiftPM. */
export const swiftVersions: VersionScheme<Version> = {
  ...semanticVersions,
  title: 'Swift package version',
  specification: 'https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html',
  span
}

function span(text: string): Span<Version> | undefined {
  if (text.length > LONGEST_RANGE) return undefined
  const from = FROM.exec(text)?.groups
  if (from) {
    const version = semanticVersions.parse(from['version'] ?? from['nested'] ?? '')
    if (!version) return undefined
    const { major, minor } = version
    const next = semanticVersions.parse(
      from['word'] === 'upToNextMinor' ? `${major}.${minor + 1}.0` : `${major + 1}.0.0`
    )
    return next && between(version, next)
  }
  const { version = '', operator, upper = '' } = BETWEEN.exec(text)?.groups ?? {}
  const [lowest, last] = [semanticVersions.parse(version), semanticVersions.parse(upper)]
  // Swift refuses a range whose end comes before its start.
  if (!lowest || !last || semanticVersions.compare(lowest, last) > 0) return undefined
  return between(lowest, operator === '...' ? afterPatch(last) : last)
}

/** `"1.2.3"..."1.2.6"` is `"1.2.3"..<"1.2.7"` to SwiftPM. */
function afterPatch({ major, minor, patch, prerelease }: Version): Version | undefined {
  const labels = prerelease.length > 0 ? `-${prerelease.join('.')}` : ''
  return semanticVersions.parse(`${major}.${minor}.${patch + 1}${labels}`)
}

/** From a version up to another, exclusive. Pre-releases are allowed if one of the two is a pre-release. */
function between(version: Version, upper: Version | undefined): Span<Version> | undefined {
  if (!upper) return undefined
  const { major, minor, patch } = upper
  // Pre-releases of the end come before it, but are refused too.
  const end = semanticVersions.isPrerelease(upper) ? upper : semanticVersions.parse(`${major}.${minor}.${patch}-0`)
  if (!end) return undefined
  const interval = { from: { version, inclusive: true }, to: { version: end, inclusive: false } }
  const prereleases = semanticVersions.isPrerelease(version) || semanticVersions.isPrerelease(upper)
  return { intervals: semanticVersions.compare(version, end) < 0 ? [interval] : [], prereleases }
}
