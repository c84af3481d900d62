/** Settles the mentions of a scan, and finds what the verdict of each depends on. */

import { defined, groupBy, memoised } from '../../collections.ts'
import { pinsVersions } from '../../ecosystems/file-format.ts'
import { ecosystemOf } from '../../ecosystems/index.ts'
import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import { widerScope } from '../../model/dependency.ts'
import type { Place } from '../../model/place.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Sightings } from '../detector.ts'
import type { Claim } from '../files.ts'
import { companionFinder } from './companions.ts'
import { manifestFinder, withDirect } from './direct.ts'
import { type Inheritance, inheritanceOf } from './inheritance.ts'
import { layerFinder } from './layers.ts'
import { loaderPackagesOf, withoutIdlePlatforms } from './loader-package.ts'
import type { Membership } from './membership.ts'
import type { Mention } from './mention.ts'
import { usedInsteadFinder } from './outdated.ts'
import { leftoverFinder } from './overridden.ts'
import { unlistedUseFinder } from './overrides.ts'
import { handledFinder, ownPackageFinder } from './own-package.ts'
import type { Projects } from './projects.ts'
import { redefinitionsOf } from './redefined.ts'
import { followReferences } from './references.ts'
import { settledByFinder } from './settled-by.ts'
import { isInventory } from './settlers.ts'

const STATED_OUTSIDE = 'The version is stated in a parent or bill of materials outside of the scanned repository.'
const HANDLED_HERE = 'The code of this project handles the token for it, so that its own loader does not count here.'

/** What a scan knows of its mentions and of the files that state them. */
export interface Found {
  readonly sightings: Sightings
  readonly claims: readonly Claim[]
  readonly membership: Membership
  /** Has all mentions. */
  readonly projects: Projects
}

/** A mention, the mention that settles it, and the manifest lines that it settles. */
export interface SettledMention {
  readonly mention: Mention
  readonly scheme: VersionScheme
  readonly by?: Mention
  /** The override that decides otherwise. */
  readonly override?: Mention
  /** What else settles it: the module of the workspace that it is, or what every project uses instead. */
  readonly settledBy?: Place
  /** What is used in place of an entry that an inventory keeps. */
  readonly usedInstead?: Mention
  readonly declared: readonly Mention[]
  /** Whether its code is in the scanned repository. */
  readonly isOwn: boolean
  /** Why something else than its requirement decides, in a sentence. */
  readonly elsewhere?: string
}

/** A settled mention, with the others of its resolution that its verdict depends on. */
export interface Resolved extends SettledMention {
  /** The package whose token loader is used instead of one of its own, with its companions. */
  readonly loader?: SettledMention & { readonly beside: readonly SettledMention[] }
  /** The clients beside which it may do otherwise than by itself. */
  readonly beside: readonly SettledMention[]
  /** The packages that use its token loader. */
  readonly users: readonly SettledMention[]
}

/** A mention with the scheme of its ecosystem. */
interface Known {
  readonly mention: Mention
  readonly scheme: VersionScheme
}

/** What settles one mention. */
interface Settlement {
  readonly by: Mention | undefined
  /** The override that decides otherwise. */
  readonly override?: Mention | undefined
  /** Set if another file changes the text, so that its place is not for editing. */
  readonly isChange?: true
}

/** What settles all mentions. */
interface Settlements {
  readonly by: ReadonlyMap<Mention, Mention>
  readonly overrides: ReadonlyMap<Mention, Mention>
  /** The manifest lines that a mention settles. */
  readonly declared: ReadonlyMap<Mention, readonly Mention[]>
  /** The mentions whose packages a manifest requires. */
  readonly required: ReadonlySet<Mention>
}

/** Settles all mentions. The result is in their order and does not depend on it otherwise. */
export async function settle(found: Found, policy: Policy): Promise<readonly Resolved[]> {
  const { sightings, membership, projects } = found
  const inheritance = inheritanceOf(sightings.modules)
  const followed = followReferences(projects, sightings.definitions, inheritance)
  const { mentions, definedBy } = followed
  const known = await withSchemes(mentions)
  const { inContextOf, insteadOf, isManagedAnew } = redefinitionsOf(followed, inheritance, projects)
  const settledBy = settledByFinder(mentions, policy, { membership, inheritance, projects })
  const changedBy = layerFinder(mentions, sightings.layers)
  const settlements = settlementsOf(known, ({ mention, scheme }) => {
    const change = changedBy(mention)
    if (change) return { by: change, isChange: true }
    const settlement = settledBy(mention, scheme)
    if (!settlement) return { by: definedBy.get(mention) }
    return { by: inContextOf(mention, settlement.by), override: settlement.override }
  })
  const mayBeUsed = unlistedUseFinder(mentions, sightings.modules, membership)
  // A lockfile shows that a leftover override is in use.
  const isInUse = (mention: Mention) =>
    !mention.overrides?.leftover || settlements.by.has(mention) || mayBeUsed(mention)
  const isStated = (mention: Mention) =>
    (!isManagedAnew(mention) && isInUse(mention)) || settlements.declared.has(mention)
  const stated = known.filter(({ mention }) => isStated(mention))
  const loaders = loadersOf(mentions, stated, settlements, policy)
  const settlers = stated.map(({ mention, scheme }) => ({
    dependency: mention,
    scheme,
    by: settlements.by.get(mention) ?? loaders.get(mention)
  }))
  const finalOf = finalFinder(found, settlements)
  const otherwise = otherwiseFinder(found, mentions, policy, {
    inheritance,
    instead: mention => [insteadOf(mention)].find(other => other && isStated(other))?.place
  })
  const settled = withoutIdlePlatforms(settlers, policy).map(({ dependency, scheme, by }) => {
    return [dependency, { scheme, ...finalOf(dependency), ...(by ? { by } : otherwise(dependency, scheme)) }] as const
  })
  return resolve(new Map(settled), loaders, companionFinder(mentions, policy))
}

/** Each mention with the scheme of its ecosystem. A scheme parses a version or range once, because it is compared with many others. */
async function withSchemes(mentions: readonly Mention[]): Promise<readonly Known[]> {
  const schemes = new Map<string, VersionScheme>()
  for (const id of new Set(mentions.map(({ ecosystem }) => ecosystem))) {
    const scheme = await ecosystemOf(id)?.versions()
    if (!scheme) continue
    const parse = memoised((text: string) => scheme.parse(text))
    const span = memoised((text: string) => scheme.span(text))
    schemes.set(id, { ...scheme, parse, span })
  }
  return mentions.flatMap(mention => {
    const scheme = schemes.get(mention.ecosystem)
    return scheme ? [{ mention, scheme }] : []
  })
}

/** Collects what settles each mention, and from it the lines that each mention settles. */
function settlementsOf(known: readonly Known[], settlementOf: (known: Known) => Settlement): Settlements {
  const settlers = new Map<Mention, Mention>()
  const overrides = new Map<Mention, Mention>()
  const declared = new Map<Mention, Mention[]>()
  const required = new Set<Mention>()
  for (const each of known) {
    const { mention } = each
    const { by, override, isChange } = settlementOf(each)
    if (override) overrides.set(mention, override)
    if (!by) continue
    settlers.set(mention, by)
    // The lines of an inventory, or those that another file changes, are not for editing.
    if (isChange || by.name !== mention.name || isInventory(mention)) continue
    declared.set(by, [...(declared.get(by) ?? []), mention])
    if (isRequirement(mention)) required.add(by)
  }
  return { by: settlers, overrides, declared, required }
}

/**
 * Whether a manifest requires the package. An override, a constraint or a line
 * of a file that pins versions only states the version for other requirements.
 */
function isRequirement({ origin, direct, usedAt, format }: Mention): boolean {
  if (origin !== 'manifest' || usedAt) return false
  return direct ?? !pinsVersions(format)
}

/** The package whose token loader each of the mentions uses that nothing settles. `mentions` are all of the workspace. */
function loadersOf(
  mentions: readonly Mention[],
  stated: readonly Known[],
  { by, required }: Settlements,
  policy: Policy
): ReadonlyMap<Mention, Mention> {
  const { loaderOf, handlerOf } = loaderPackagesOf(mentions, policy)
  const loaders = new Map<Mention, Mention>()
  for (const { mention, scheme } of stated) {
    if (by.has(mention)) continue
    // What the project requires itself, it uses itself.
    const isRequired = mention.direct === true || required.has(mention)
    const loader = loaderOf(mention, scheme) ?? (isRequired ? undefined : handlerOf(mention, scheme))
    if (loader) loaders.set(mention, loader)
  }
  return loaders
}

/** Makes the function that completes a mention with what its project says of it, beside the lines that it settles. */
function finalFinder({ sightings, claims }: Found, { declared, required, overrides }: Settlements) {
  const hasManifest = manifestFinder(claims)
  const isOwn = ownPackageFinder(claims, sightings.ownNames)
  return (mention: Mention) => {
    // The lines to edit come before those that an override decides over.
    const lines = (declared.get(mention) ?? []).toSorted((a, b) => Number(overrides.has(a)) - Number(overrides.has(b)))
    const final = withScope(withDirect(mention, required.has(mention), hasManifest), lines)
    return { mention: final, declared: lines, isOwn: isOwn(mention), ...defined({ override: overrides.get(mention) }) }
  }
}

/**
 * The mention with the scope of the manifest lines that it settles, where its own file has no mark. A lockfile with a graph may also
 * need for other reasons what the lines require for development.
 */
function withScope(mention: Mention, declared: readonly Mention[] = []): Mention {
  const [first, ...others] = declared
  if (mention.scope !== 'unknown' || !first) return mention
  const scope = others.reduce((scope, other) => widerScope(scope, other.scope), first.scope)
  const isLock = mention.format.role.kind === 'lockfile' && mention.format.role.chain?.graph !== undefined
  return scope === 'development' && isLock ? mention : { ...mention, scope }
}

/** Makes the function that finds what decides in place of a mention that no other mention settles. */
function otherwiseFinder(
  { sightings, claims }: Found,
  mentions: readonly Mention[],
  policy: Policy,
  { inheritance, instead }: { readonly inheritance: Inheritance; instead(mention: Mention): Place | undefined }
): (mention: Mention, scheme: VersionScheme) => Pick<SettledMention, 'elsewhere' | 'usedInstead' | 'settledBy'> {
  const leftoverBy = leftoverFinder(mentions, claims)
  const isHandledHere = handledFinder(sightings.ownNames, policy)
  const usedInsteadOf = usedInsteadFinder(mentions)
  return (mention, scheme) =>
    defined({
      elsewhere: elsewhere(mention),
      usedInstead: usedInsteadOf(mention, scheme),
      settledBy: inheritance.moduleOf(mention)?.place ?? instead(mention) ?? leftoverBy(mention)
    })

  function elsewhere(mention: Mention): string | undefined {
    if (isHandledHere(mention)) return HANDLED_HERE
    const isOpen = mention.requirement.kind === 'none'
    return isOpen && inheritance.inheritsFromOutside(mention.place.path) ? STATED_OUTSIDE : undefined
  }
}

/** Adds to each settled mention what its verdict depends on. `loaders` leads from a mention to the one whose loader it uses. */
function resolve(
  settled: ReadonlyMap<Mention, SettledMention>,
  loaders: ReadonlyMap<Mention, Mention>,
  companionsOf: (mention: Mention) => readonly Mention[]
): readonly Resolved[] {
  const usersOf = groupBy([...loaders], ([, loader]) => loader)
  const besideOf = (mention: Mention) => companionsOf(mention).flatMap(other => inForce(other) ?? [])
  return Array.from(settled, ([mention, each]) => {
    const last = lastLoader(mention)
    const loader = last && settled.get(last)
    return {
      ...each,
      beside: besideOf(mention),
      users: usersOf.get(mention)?.flatMap(([user]) => settled.get(user) ?? []) ?? [],
      ...(last && loader ? { loader: { ...loader, beside: besideOf(last) } } : {})
    }
  })

  /** A manifest line of a companion means the version that settles it. */
  function inForce(companion: Mention): SettledMention | undefined {
    const own = settled.get(companion)
    const by = own?.by?.name === companion.name ? settled.get(own.by) : undefined
    return by?.mention.requirement.kind === 'version' ? by : own
  }

  /** A loader package may itself use the loader of another one. */
  function lastLoader(mention: Mention): Mention | undefined {
    const seen = new Set([mention])
    let last = loaders.get(mention)
    for (let next = last; next && !seen.has(next); next = loaders.get(next)) {
      seen.add(next)
      last = next
    }
    return last
  }
}
