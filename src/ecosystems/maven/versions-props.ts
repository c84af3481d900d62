/**
 * `versions.props` of gradle-consistent-versions: the lowest versions of packages that Gradle scripts name without one.
 * Specification: https://github.com/palantir/gradle-consistent-versions#versionsprops-lower-bounds-for-dependencies. Deliberately
 * ignored: lines with a star, which name no artifact; `versions.lock` has the versions that they lead to.
 */

import { lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat, PackageEntry, PlacedRequirement } from '../file-format.ts'
import { buildGradle, buildGradleKts, buildSrc } from './build-gradle.ts'
import { propertyUpgrade } from './java-properties.ts'
import { requirementOf } from './requirement.ts'

const LINE = /^(?<name>[^\s:=#*]+:[^\s:=*]+)(?<sign>\s*=\s*)(?<version>[^\s=#]+)\s*(?:#.*)?$/
/** Any line with a star in its name. */
const STAR = /^[^\s=#]*\*[^\s=#]*\s*=/
/** In characters, of a line. */
const LONGEST = 500

export const versionsProps: FileFormat = {
  name: 'versions.props',
  role: { kind: 'manifest', settles: [buildGradle, buildGradleKts, buildSrc] },
  specification: 'https://github.com/palantir/gradle-consistent-versions#versionsprops-lower-bounds-for-dependencies',
  names: { exact: ['versions.props'] },
  read,
  upgrade: (name, version) => [...propertyUpgrade(name, version), './gradlew --write-locks']
}

function* read(text: string): Generator<Entry> {
  for (const line of lines(text)) {
    const content = line.text.trim()
    if (content === '' || content.startsWith('#') || STAR.test(content)) continue
    const at = line.at + line.text.indexOf(content)
    const { name, sign = '', version } = (content.length > LONGEST ? undefined : LINE.exec(content)?.groups) ?? {}
    if (name === undefined || version === undefined)
      yield { gap: 'expected "group:artifact = version"', text: content, at }
    else yield { name, ...atLeast(requirementOf({ value: version, at: at + name.length + sign.length })) }
  }
}

/** A version is the lowest one that may be chosen. */
function atLeast({ requirement, at }: PlacedRequirement): PlacedRequirement & Pick<PackageEntry, 'means'> {
  if (requirement.kind !== 'version') return { requirement, at }
  return { requirement: { kind: 'range', text: requirement.text }, at, means: `[${requirement.text},)` }
}
