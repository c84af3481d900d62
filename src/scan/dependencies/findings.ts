/** From mentions to findings: settles and judges each mention, and adds its explanation and places. */

import { defined, groupBy, memoised } from '../../collections.ts'
import { noteOf, pinsVersions } from '../../ecosystems/file-format.ts'
import { ecosystemOf } from '../../ecosystems/index.ts'
import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import { widerScope } from '../../model/dependency.ts'
import type { Finding, RelatedPlace, Status } from '../../model/finding.ts'
import type { Place } from '../../model/place.ts'
import type { Fix } from '../../model/verdict.ts'
import { folderName } from '../../paths.ts'
import { fixOf } from '../../policy/fix.ts'
import { type Judgement, type JudgeSettings, judge } from '../../policy/judge.ts'
import { levelOf } from '../../policy/level.ts'
import { builtIn } from '../../policy/policy.ts'
import { ruleBrokenBy } from '../../rules/clients.ts'
import { levelUnder } from '../../rules/index.ts'
import { overrideDisagrees } from '../../rules/overrides.ts'
import type { Sightings } from '../detector.ts'
import type { Claim } from '../files.ts'
import { companionFinder } from './companions.ts'
import { manifestFinder, withDirect } from './direct.ts'
import { fixViaParent } from './fix-via-parent.ts'
import { inheritanceOf } from './inheritance.ts'
import { layerFinder } from './layers.ts'
import { loaderPackagesOf, withoutIdlePlatforms } from './loader-package.ts'
import type { Membership } from './membership.ts'
import type { Mention } from './mention.ts'
import { usedInsteadFinder } from './outdated.ts'
import { isOverride, leftoverFinder } from './overridden.ts'
import { handledFinder, ownPackageFinder } from './own-package.ts'
import { evaluateProjects } from './projects.ts'
import { redefinitionsOf } from './redefined.ts'
import { followReferences } from './references.ts'
import { settledByFinder } from './settled-by.ts'
import { isInventory } from './settlers.ts'

const STATED_OUTSIDE = 'The version is stated in a parent or bill of materials outside of the scanned repository.'
const HANDLED_HERE = 'The code of this project handles the token for it, so that its own loader does not count here.'
const OUTDATED =
  'Perhaps nothing uses this version: its tool never removes an entry from this file, and the project has another version of the package.'

const PATCHED = 'The project patches this package, which may change that.'

const OVERRIDDEN = 'An override of the project decides over this line: another version is in use.'

/** A mention, the mention that settles it, and the manifest lines that it settles. */
interface SettledMention {
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
interface Resolved extends SettledMention {
  /** The package whose token loader is used instead of one of its own, with its companions. */
  readonly loader?: SettledMention & { readonly beside: readonly SettledMention[] }
  /** The clients beside which it may do otherwise than by itself. */
  readonly beside: readonly SettledMention[]
  /** The packages that use its token loader. */
  readonly users: readonly Mention[]
}

/** One finding for each mention, in their order, and one for each bad version that an override keeps out; their identities are still empty. The order of the sightings does not matter. */
export async function clientFindings(
  sightings: Sightings,
  membership: Membership,
  claims: readonly Claim[],
  settings: JudgeSettings
): Promise<Finding[]> {
  const settled = await settle(sightings, membership, claims, settings)
  return settled.flatMap(each => [findingOf(each, settings), ...disagreementOf(each, settings)])
}

/** Decides for each mention what settles it, whether it is direct, and what its verdict depends on. */
async function settle(
  { mentions, definitions, modules, layers, sources, ownNames }: Sightings,
  membership: Membership,
  claims: readonly Claim[],
  { policy = builtIn }: JudgeSettings
): Promise<readonly Resolved[]> {
  const inheritance = inheritanceOf(modules)
  const projects = evaluateProjects(mentions, sources)
  const followed = followReferences(projects, definitions, inheritance)
  const schemes = await schemesOf(followed.mentions)
  const { inContextOf, insteadOf, isManagedAnew } = redefinitionsOf(followed, inheritance, projects)
  const settledBy = settledByFinder(followed.mentions, policy, { membership, inheritance, projects })
  const changedBy = layerFinder(followed.mentions, layers)
  const { loaderOf, handlerOf } = loaderPackagesOf(followed.mentions, policy)
  const hasManifest = manifestFinder(claims)
  const leftoverBy = leftoverFinder(followed.mentions, claims)
  const isOwn = ownPackageFinder(claims, ownNames)
  const isHandledHere = handledFinder(ownNames, policy)
  const usedInsteadOf = usedInsteadFinder(followed.mentions)
  const declared = new Map<Mention, Mention[]>()
  const required = new Set<Mention>()
  const loaders = new Map<Mention, Mention>()
  const overrides = new Map<Mention, Mention>()

  const settled = followed.mentions.flatMap(mention => {
    const scheme = schemes.get(mention.ecosystem)
    if (!scheme) return []
    const change = changedBy(mention)
    const settlement = change ? undefined : settledBy(mention, scheme)
    const by = change ?? (settlement ? inContextOf(mention, settlement.by) : followed.definedBy.get(mention))
    if (settlement?.override) overrides.set(mention, settlement.override)
    // The lines of an inventory, or those that another file changes, are not for editing.
    if (by && !change && by.name === mention.name && !isInventory(mention)) {
      declared.set(by, [...(declared.get(by) ?? []), mention])
      if (isRequirement(mention)) required.add(by)
    }
    return [{ dependency: mention, scheme, by }]
  })
  const elsewhere = (mention: Mention) => {
    if (isHandledHere(mention)) return HANDLED_HERE
    const isOpen = mention.requirement.kind === 'none'
    return isOpen && inheritance.inheritsFromOutside(mention.place.path) ? STATED_OUTSIDE : undefined
  }
  const isStated = (mention: Mention | undefined) =>
    !!mention && ((!isManagedAnew(mention) && !mention.overrides?.leftover) || declared.has(mention))
  const insteadPlace = (mention: Mention) => [insteadOf(mention)].find(isStated)?.place
  const stated = settled.filter(({ dependency }) => isStated(dependency))
  const withLoaders = stated.map(({ dependency, scheme, by }) => {
    if (by) return { dependency, scheme, by }
    // What the project requires itself, it uses itself.
    const isRequired = dependency.direct === true || required.has(dependency)
    const loader = loaderOf(dependency, scheme) ?? (isRequired ? undefined : handlerOf(dependency, scheme))
    if (loader) loaders.set(dependency, loader)
    return { dependency, scheme, by: loader }
  })
  const found = withoutIdlePlatforms(withLoaders, policy).map(({ dependency: mention, scheme, by }) => {
    const lines = editedFirst(declared.get(mention) ?? [], overrides)
    const final = withScope(withDirect(mention, required.has(mention), hasManifest), lines)
    const settlers = defined({
      by,
      override: overrides.get(mention),
      elsewhere: by ? undefined : elsewhere(mention),
      usedInstead: by ? undefined : usedInsteadOf(mention, scheme),
      settledBy: by ? undefined : (inheritance.moduleOf(mention)?.place ?? insteadPlace(mention) ?? leftoverBy(mention))
    })
    return [mention, { mention: final, scheme, declared: lines, isOwn: isOwn(mention), ...settlers }] as const
  })
  return resolve(new Map(found), loaders, companionFinder(followed.mentions, policy))
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
      users: usersOf.get(mention)?.map(([user]) => user) ?? [],
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

/** The lines to edit before those that an override decides over. */
function editedFirst(lines: readonly Mention[], overrides: ReadonlyMap<Mention, Mention>): readonly Mention[] {
  return lines.toSorted((a, b) => Number(overrides.has(a)) - Number(overrides.has(b)))
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

/** The schemes by purl type. Each parses a version or range once, because it is compared with many others. */
async function schemesOf(mentions: readonly Mention[]): Promise<ReadonlyMap<string, VersionScheme>> {
  const schemes = new Map<string, VersionScheme>()
  for (const id of new Set(mentions.map(({ ecosystem }) => ecosystem))) {
    const scheme = await ecosystemOf(id)?.versions()
    if (!scheme) continue
    const parse = memoised((text: string) => scheme.parse(text))
    const span = memoised((text: string) => scheme.span(text))
    schemes.set(id, { ...scheme, parse, span })
  }
  return schemes
}

/**
 * Whether a manifest requires the package. An override, a constraint or a line
 * of a file that pins versions only states the version for other requirements.
 */
function isRequirement({ origin, direct, usedAt, format }: Mention): boolean {
  if (origin !== 'manifest' || usedAt) return false
  return direct ?? !pinsVersions(format)
}

function findingOf(settled: Resolved, settings: JudgeSettings): Finding {
  const { mention, scheme, by, settledBy, usedInstead } = settled
  const judgement = judgementOf(settled, settings)
  const rule = ruleBrokenBy(judgement.verdict)
  const notes = [remarkOn(settled), mention.patched && PATCHED]
  const because = rule ? [judgement.because, ...notes].filter(text => text !== undefined).join(' ') : judgement.because
  const fix = rule && fixFor(judgement, settled, settings)
  return {
    subject: {
      kind: 'client',
      dependency: mention,
      verdict: judgement.verdict,
      ...defined({ chainCommand: chainCommandOf(mention) })
    },
    level: levelOf(judgement, settings, {
      isOutsideClusters: noteOf(mention.format) !== undefined,
      isOwn: settled.isOwn && !isRelease(mention, judgement),
      isDecidedElsewhere: settled.elsewhere !== undefined,
      isOutdated: usedInstead !== undefined,
      moves: scheme.moves === true
    }),
    place: editedLine(settled)?.place ?? mention.place,
    related: relatedPlaces(settled),
    explanation: { because, evidence: judgement.evidence, ...defined({ fix }) },
    status: statusOf(judgement, by?.place ?? settledBy),
    identity: '',
    ...defined({ rule })
  }
}

/** What an override keeps out: the version of a line that does not pass, where the one in force does. */
function disagreementOf(
  { mention, scheme, override, by }: Resolved,
  { levels = {}, ...settings }: JudgeSettings
): readonly Finding[] {
  if (!override || !by || mention.requirement.kind === 'none') return []
  const [own, used] = [mention, by].map(each => ruleBrokenBy(judge({ ...each, beside: [] }, scheme, settings).verdict))
  if (!own || used) return []
  const { name, requirement, place } = mention
  return [
    {
      rule: overrideDisagrees,
      subject: { kind: 'hazard', object: name, snippet: requirement.text },
      level: levelUnder(levels, overrideDisagrees),
      place,
      related: [{ role: 'resolved', place: override.place }],
      explanation: { because: OVERRIDDEN, evidence: [] },
      status: { kind: 'open' },
      identity: ''
    }
  ]
}

/** What is said of a mention besides its verdict. */
function remarkOn({ mention, usedInstead, elsewhere }: Resolved): string | undefined {
  return elsewhere ?? (usedInstead ? OUTDATED : noteOf(mention.format))
}

/** Whether a requirement is a release. One of the project itself, which an example or a plug-in requires, is like any other. */
function isRelease({ requirement }: Mention, { verdict }: Judgement): boolean {
  return requirement.kind === 'version' && verdict.kind !== 'unknown'
}

/** The verdict of a mention in its resolution; that of its loader package where it has none of its own. */
function judgementOf({ mention, scheme, beside, loader }: Resolved, settings: JudgeSettings): Judgement {
  const companions = (others: readonly SettledMention[]) =>
    others.map(({ mention: { name, requirement } }) => ({ name, requirement }))
  if (!loader) return judge({ ...mention, beside: companions(beside) }, scheme, settings)
  const other = judge({ ...loader.mention, beside: companions(loader.beside) }, scheme, settings)
  const { verdict, because, evidence } = other
  return { verdict, because: `Here ${loader.mention.name} handles the token. ${because}`, evidence }
}

function statusOf({ verdict: { reason } }: Judgement, by: Place | undefined): Status {
  if (by) return { kind: 'settled', by }
  return { kind: reason === 'no-loader' ? 'without-loader' : 'open' }
}

/** The fix by an upgrade of the parent, or else of the client itself. */
function fixFor(
  judgement: Judgement,
  { mention, scheme, declared, beside, users, usedInstead }: Resolved,
  settings: JudgeSettings
): Fix | undefined {
  const { role } = mention.format
  if (usedInstead) return role.kind === 'inventory' && role.removal ? { commands: [role.removal] } : undefined
  const own = fixOf(judgement, (version, other) => {
    const moved = other === undefined ? undefined : beside.find(companion => companion.mention.name === other)
    return upgradeOf(moved?.mention ?? mention, moved?.declared ?? declared, version)
  })
  // What moves several packages at once is the fix of a pair, whatever brings them in.
  if (judgement.remedy?.moves) return own
  const viaParent = fixViaParent(mention, scheme, settings, users)
  return viaParent ? { ...own, ...viaParent } : own
}

/** The commands of the file's format, which depend on the folders of the manifests that state the package. */
function upgradeOf(mention: Mention, declared: readonly Mention[], version: string): readonly string[] {
  const { format, name, build = '', place } = mention
  // The override is what decides, whoever requires the package.
  if (declared.some(isOverride)) return format.upgrade(`${name}${build}`, version, { ...mention, direct: false })
  const folder = folderName(place.path)
  const beside = declared.some(({ place: { path } }) => folderName(path) === folder)
  const below = declared.some(({ place: { path } }) => folderName(path) !== folder)
  const present = declared.length === 0 ? mention : { ...mention, asked: { beside, below } }
  return format.upgrade(`${name}${build}`, version, present)
}

/** The line to edit where that is not the one with the version: a manifest's, where a lockfile chose the version. */
function editedLine({ mention, declared }: SettledMention): Mention | undefined {
  return mention.origin === 'lockfile' ? declared[0] : undefined
}

/** The places of a finding besides the one to edit. */
function relatedPlaces(settled: SettledMention): readonly RelatedPlace[] {
  const { mention, declared } = settled
  const edited = editedLine(settled)
  const { place, usedAt, repeatedAt } = mention
  return [
    ...(edited ? [{ role: 'resolved', place } as const] : []),
    ...(usedAt ? [{ role: 'used', place: usedAt } as const] : []),
    ...declared.filter(other => other !== edited).map(other => ({ role: 'declared', place: other.place }) as const),
    ...repeatedAt.map(other => ({ role: 'repeated', place: other }) as const)
  ]
}

/** The command for the chain: for a client of a manifest marked as indirect, or of a lockfile not marked as direct. */
function chainCommandOf({ direct, chain, origin, name, format }: Mention): string | undefined {
  if (chain || (direct ?? origin === 'manifest')) return undefined
  return format.role.chain?.command?.(name)
}
