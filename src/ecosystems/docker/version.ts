/**
 * Tags of container images that carry a version: `v1.6.7`, `1.17`, `stable-2.8.0`, `0.7.1-debian-10-r0`,
 * `1.8.7-eksbuild.3`; after the version of an API as well: `v1beta2-1.3.8-3.1.1`.
 * Specification: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests defines what a
 * tag may contain, but no order. The order here: the numbers, then a pre-release, then the number of a rebuild at the
 * end; the name of the base image does not count. Deliberately ignored: dates, hashes, and words such as `latest`.
 */

import { defined } from '../../collections.ts'
import { LONGEST_VERSION, type Span, type VersionScheme } from '../version-scheme.ts'

interface ImageTag {
  readonly numbers: readonly [number, number, number, number]
  /** The count of numbers in the tag. */
  readonly precision: number
  /** Kind and number of a pre-release; absent for a release. */
  readonly prerelease?: readonly [number, number]
  readonly rebuild: readonly number[]
}

const TAG =
  /^(?:stable-|release-|edge-|v\d(?:alpha|beta)\d-)?v?(?<numbers>\d{1,5}(?:\.\d{1,6}){0,3})(?:[-_.+]?(?<prerelease>alpha|beta|rc|pre|dev|snapshot)[-_.]?(?<count>\d{0,6}))?(?<rest>[-_+][\w.+-]*)?$/i
const REBUILD = /[-.](?<rebuild>\d{1,6}(?:\.\d{1,6})*)$/
/**
 * A commit behind a single number: the build of a branch, whose name is that of a major version or of an API, such as `v1-3f15cb8`
 * of the Kubeflow training operator, which is a build of 1.8.
 */
const COMMIT = /^-[\da-f]{7,40}$/i
/** From early to late. */
const PRERELEASES = ['snapshot', 'dev', 'alpha', 'beta', 'pre', 'rc']

/** As a version, a tag of one or two numbers means its first release; as a range, all releases that begin with them. */
export const imageTags: VersionScheme<ImageTag> = {
  title: 'container image tag',
  specification: 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests',
  pinned: 'a tag with the whole version',
  moves: true,
  parse,
  compare,
  isPrerelease: tag => tag.prerelease !== undefined,
  span
}

function parse(text: string): ImageTag | undefined {
  const { numbers, prerelease, count, rest = '' } = (text.length <= LONGEST_VERSION && TAG.exec(text)?.groups) || {}
  if (numbers === undefined || (!numbers.includes('.') && COMMIT.test(rest))) return undefined
  const [major = 0, minor = 0, patch = 0, fourth = 0] = numbers.split('.').map(Number)
  return defined({
    numbers: [major, minor, patch, fourth] as const,
    precision: numbers.split('.').length,
    prerelease: prereleaseOf(prerelease, count),
    rebuild: REBUILD.exec(rest)?.groups?.['rebuild']?.split('.').map(Number) ?? []
  })
}

function prereleaseOf(word: string | undefined, count: string | undefined): ImageTag['prerelease'] | undefined {
  return word === undefined ? undefined : [PRERELEASES.indexOf(word.toLowerCase()), Number(count)]
}

function compare(a: ImageTag, b: ImageTag): number {
  return compareNumbers(a.numbers, b.numbers) || comparePrereleases(a, b) || compareNumbers(a.rebuild, b.rebuild)
}

function comparePrereleases({ prerelease: a }: ImageTag, { prerelease: b }: ImageTag): number {
  if (a && b) return compareNumbers(a, b)
  return Number(b !== undefined) - Number(a !== undefined)
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const order = (a[i] ?? -1) - (b[i] ?? -1)
    if (order !== 0) return order
  }
  return 0
}

/**
 * `1.17` is every release from 1.17.0 on and before 1.18. A tag with three numbers or more is one version and no range.
 */
function span(text: string): Span<ImageTag> | undefined {
  const tag = parse(text)
  if (!tag || tag.precision > 2 || tag.prerelease) return undefined
  const [major, minor] = tag.numbers
  const next = {
    ...tag,
    numbers: tag.precision === 1 ? ([major + 1, 0, 0, 0] as const) : ([major, minor + 1, 0, 0] as const)
  }
  return {
    intervals: [{ from: { version: tag, inclusive: true }, to: { version: next, inclusive: false } }],
    prereleases: false
  }
}
