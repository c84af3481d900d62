/**
 * From dependencies to findings: each with what settles it (the answer of another file, the definition it refers to, the
 * client that speaks for it), its verdict, the lines that people edit and the commands that help.
 */

import { noteOf, pinsVersions } from '../ecosystems/file-format.ts'
import { ecosystemOf } from '../ecosystems/index.ts'
import type { VersionScheme } from '../ecosystems/version-scheme.ts'
import type { Dependency } from '../model/dependency.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { folderName } from '../paths.ts'
import { type Grounds, judge, levelOf } from '../policy/judge.ts'
import { builtIn } from '../policy/policy.ts'
import { answerFinder } from './answers.ts'
import { folderOf, isCopy } from './candidates.ts'
import type { Member } from './extract.ts'
import type { Followed } from './follow.ts'
import { formatOf, settlesOf } from './formats.ts'
import type { Lineage } from './lineage.ts'
import { principalFinder, withoutIdlePlatforms } from './principal.ts'
import { fixedThrough } from './through.ts'

/** Which manifests there are, whether they name a client or not, and which of them belong together. */
export interface Manifests {
  readonly members: readonly Member[]
  readonly lineage: Lineage
  has(manifest: { readonly ecosystem: string; readonly format: string; readonly folder: string }): boolean
}

/** Settles and judges every dependency; one finding each, in the same order. `manifests` are all in the workspace. */
export async function settleAndJudge(
  { dependencies, definedBy }: Followed,
  manifests: Manifests,
  grounds: Grounds
): Promise<Finding[]> {
  const { policy = builtIn } = grounds
  const schemes = new Map<string, VersionScheme>()
  for (const id of new Set(dependencies.map(dependency => dependency.ecosystem))) {
    const scheme = await ecosystemOf(id)?.versions()
    if (scheme) schemes.set(id, remembering(scheme))
  }
  const answerOf = answerFinder(dependencies, policy, manifests)
  const principalOf = principalFinder(dependencies, policy)
  const declaredAt = new Map<Dependency, Place[]>()
  const asked = new Set<Dependency>()

  const settled = dependencies.map(dependency => {
    const scheme = schemes.get(dependency.ecosystem) as VersionScheme
    const by = answerOf(dependency, scheme) ?? definedBy.get(dependency) ?? principalOf(dependency, scheme)
    // A copy is no line that anybody edits.
    if (by && by.name === dependency.name && !isCopy(dependency)) {
      const places = declaredAt.get(by)
      if (places) places.push(dependency.place)
      else declaredAt.set(by, [dependency.place])
      if (asks(dependency)) asked.add(by)
    }
    return { dependency, scheme, by }
  })
  return withoutIdlePlatforms(settled, policy).map(({ dependency: found, scheme, by }) => {
    const dependency = withManifest(found, asked.has(found), manifests)
    const declared = declaredAt.get(found) ?? []
    const own = judge(dependency, scheme, { ...grounds, upgrade: upgradeOf(dependency, declared) })
    const through = fixedThrough(own, dependency, scheme, grounds)
    const outside = noteOf(formatOf(dependency))
    const verdict =
      outside === undefined || through.kind === 'reloads'
        ? through
        : { ...through, because: `${through.because} ${outside}` }
    const why = whyOf(dependency)
    return {
      dependency,
      verdict,
      level: levelOf(verdict, grounds, outside !== undefined),
      ...(by ? { settledBy: by.place } : {}),
      declaredAt: declared,
      ...(why === undefined ? {} : { why })
    }
  })
}

/** The same scheme, reading each version and range once: one is held against many. */
function remembering(scheme: VersionScheme): VersionScheme {
  return { ...scheme, parse: remember(text => scheme.parse(text)), span: remember(text => scheme.span(text)) }
}

function remember<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>()
  return text => {
    const before = known.get(text) ?? { result: read(text) }
    known.set(text, before)
    return before.result
  }
}

/**
 * Whether a manifest asks for the package. It may merely say which version others get: an override, a constraint, a line of
 * a file that states versions for others.
 */
function asks(dependency: Dependency): boolean {
  const { origin, direct, usedAt } = dependency
  if (origin !== 'manifest' || usedAt) return false
  return direct ?? !pinsVersions(formatOf(dependency))
}

/**
 * What a lockfile holds that does not say what is direct, with what its manifests know: what somebody asked for needs no
 * other reason to be there; what another package needs and the manifest beside it does not name is indirect.
 */
function withManifest(locked: Dependency, isAsked: boolean, manifests: Manifests): Dependency {
  if (locked.origin !== 'lockfile' || locked.direct !== undefined) return locked
  const { chain, ...dependency } = locked
  if (isAsked) return { ...dependency, direct: true }
  const isBeside = settlesOf(locked).some(({ name: format }) =>
    manifests.has({ ...locked, format, folder: folderOf(locked) })
  )
  return chain && isBeside ? { ...locked, direct: false } : locked
}

/** Of a manifest only what it calls indirect was asked for by nobody; of a lockfile, whatever it does not call direct. */
function whyOf(dependency: Dependency): string | undefined {
  const { direct, chain, origin, name } = dependency
  if (chain || (direct ?? origin === 'manifest')) return undefined
  return formatOf(dependency)?.role.chain?.command?.(name)
}

function upgradeOf(dependency: Dependency, declaredAt: readonly Place[]): (version: string) => readonly string[] {
  const format = formatOf(dependency)
  const name = `${dependency.name}${dependency.build ?? ''}`
  const own = folderName(dependency.place.path)
  const beside = declaredAt.some(({ path }) => folderName(path) === own)
  const below = declaredAt.some(({ path }) => folderName(path) !== own)
  const present = declaredAt.length === 0 ? dependency : { ...dependency, asked: { beside, below } }
  return version => format?.upgrade(name, version, present) ?? []
}
