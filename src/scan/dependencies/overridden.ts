/**
 * Overrides of a project: `overrides`, `resolutions` and the like of the manifest beside a lockfile decide over what all manifests
 * of the project require. Package managers ignore them in the manifests of members.
 */

import { groupBy } from '../../collections.ts'
import { settledFormats } from '../../ecosystems/file-format.ts'
import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import type { Place } from '../../model/place.ts'
import { folderName } from '../../paths.ts'
import { meets, versionsIn } from '../../policy/span.ts'
import type { Claim } from '../files.ts'
import type { Membership } from './membership.ts'
import type { Mention } from './mention.ts'
import { folderOf, MOST_SETTLERS, nameKey } from './settlers.ts'

/** The most overrides of one package in one project that are tried: no real project comes near it. */
const MOST_OVERRIDES = 20

/** Finds the overrides that decide over a requirement, the one that its package manager takes first. */
export interface Overrides {
  /**
   * Those beside lockfiles of one folder that settle the requirement, each with the entries of the lockfiles that it may lead to;
   * without a scheme whatever requirements they mean.
   */
  beside(locks: readonly Mention[], asked: Mention, scheme: VersionScheme | undefined): readonly Deciding[]
  /** Whether it decides over some requirements of its package only, so that perhaps none is left that it means. */
  isNarrow(override: Mention): boolean
  /** Those in the folders of the workspaces that the requirement's file is a member of, or else in its own folder. */
  ofProject(asked: Mention, scheme: VersionScheme): readonly Mention[]
}

/** An override, and the entries of lockfiles that it may lead to. */
export interface Deciding {
  readonly override: Mention
  readonly locks: readonly Mention[]
}

/** Indexes the overrides of the workspace. */
export function overridesOf(mentions: readonly Mention[], membership: Membership): Overrides {
  const overrides = mentions.filter(isOverride).toSorted((a, b) => breadth(a) - breadth(b))
  const byFolder = groupBy(overrides, mention => keyIn(folderOf(mention), mention))
  const deciding = (folder: string, asked: Mention, scheme: VersionScheme | undefined) => {
    if (asked.direct === false || (asked.overrides && !asked.direct)) return []
    const all = byFolder.get(keyIn(folder, asked))?.slice(0, MOST_OVERRIDES) ?? []
    const fitting = scheme ? all.filter(other => decides(other, asked, scheme)) : all
    const ordered =
      scheme && all.some(isSorted) ? sortedByPnpm(isSorted(asked) ? [...fitting, asked] : fitting, scheme) : fitting
    // What the project requires may itself override: then only one that comes before it decides over it.
    if (!asked.overrides) return ordered
    return ordered.includes(asked)
      ? ordered.slice(0, ordered.indexOf(asked))
      : ordered.filter(other => breadth(other) < breadth(asked))
  }
  return {
    beside: (locks, asked, scheme) => {
      const [first] = locks
      const all = first ? deciding(folderOf(first), asked, scheme) : []
      return all.map(override => ({ override, locks: locks.filter(lock => isReadWith(lock, override)) }))
    },
    isNarrow: ({ overrides: { through, asked, pattern } = {}, ...override }) =>
      pattern !== undefined ||
      through !== undefined ||
      asked !== undefined ||
      (byFolder.get(keyIn(folderOf(override), override))?.length ?? 0) > 1,
    ofProject: (asked, scheme) => {
      const own = folderOf(asked)
      const { isOfWorkspace } = membership.reachOf(asked, own)
      const around = Array.from(membership.projectsOf(asked, own)).filter(folder => {
        return isOfWorkspace({ format: asked.format, path: '', folder })
      })
      return (around.length > 0 ? around.slice(0, MOST_SETTLERS) : [own]).flatMap(folder =>
        deciding(folder, asked, scheme).filter(other => reaches(other.format, asked.format) && !isAny(other))
      )
    }
  }
}

/**
 * Lets requirements of the project override where an override repeats them (`Overridden.asRequired`), and leaves that override out.
 * One that repeats nothing stays.
 */
export function withRepeated(mentions: readonly Mention[]): readonly Mention[] {
  const repeats = groupBy(
    mentions.filter(({ overrides }) => overrides?.asRequired),
    mention => keyIn(folderOf(mention), mention)
  )
  if (repeats.size === 0) return mentions
  const left = new Set<Mention>()
  const all = mentions.map(mention => {
    if (mention.direct !== true || mention.overrides) return mention
    const repeat = repeats.get(keyIn(folderOf(mention), mention))?.find(({ format }) => reaches(format, mention.format))
    if (!repeat?.overrides) return mention
    left.add(repeat)
    return { ...mention, overrides: repeat.overrides }
  })
  return all.filter(mention => !left.has(mention))
}

/**
 * Makes the function that finds the lockfile beside an override or constraint of a package that it does not have: nothing in the project requires
 * that package.
 */
export function leftoverFinder(
  mentions: readonly Mention[],
  claims: readonly Claim[]
): (override: Mention) => Place | undefined {
  const locked = new Set(mentions.filter(({ origin }) => origin === 'lockfile').map(fileKey))
  const lockfiles = claims.flatMap(({ file: { path }, detectors }) =>
    detectors.flatMap(({ format }) => (format?.role.kind === 'lockfile' ? [{ path, format }] : []))
  )
  const byFolder = groupBy(lockfiles, ({ path, format }) => format.folder?.(path) ?? folderName(path))
  return override => {
    // A lockfile may have a folder in place of a package as one of the project's own.
    if (!statesOnly(override) || override.requirement.kind === 'source') return undefined
    const beside = byFolder
      .get(folderOf(override))
      ?.filter(lock => settledFormats(lock.format).includes(override.format))
    const without = beside?.find(
      ({ path }) => !locked.has(fileKey({ ...override, place: { ...override.place, path } }))
    )
    return without && { path: without.path, line: 1, column: 1 }
  }
}

function fileKey(mention: Mention): string {
  return JSON.stringify([nameKey(mention), mention.place.path])
}

/** Whether a manifest requires nothing by it: an override, or a constraint of what others require. */
function statesOnly({ origin, direct, ...mention }: Mention): boolean {
  return origin === 'manifest' && direct !== true && (direct === false || mention.overrides !== undefined)
}

/** Whether a mention is a line that decides over others; a lockfile only repeats such lines. */
export function isOverride({ overrides, origin }: Mention): boolean {
  return overrides !== undefined && !overrides.ofMembers && origin === 'manifest'
}

/** Whether an override of one format decides over requirements of another where no lockfile belongs to both. */
function reaches(format: Mention['format'], other: Mention['format']): boolean {
  return format === other || format.definitions?.for.includes(other) === true
}

function decides({ overrides: { through, asked: condition } = {} }: Mention, asked: Mention, scheme: VersionScheme) {
  if (through && (through.length !== 1 || through[0] !== asked.requirer)) return false
  if (!condition) return true
  const text = asked.requirement.kind === 'none' ? '' : asked.requirement.text
  return condition.match === 'equals' ? text === condition.text : overlap(text, condition.text, scheme)
}

function overlap(text: string, other: string, scheme: VersionScheme): boolean {
  if (text === other) return true
  const [wanted, meant] = [versionsIn(scheme, text), versionsIn(scheme, other)]
  if (!wanted || !meant) return false
  return wanted.intervals.some(interval => meets(scheme, meant, interval))
}

/**
 * The order of pnpm 9 to 11: those with a parent, then the others, each sorted by whether their ranges overlap. That says of both of
 * two ranges that they are less than the other, so that the last of several that overlap comes first, and the rest is up to the
 * engine's way of sorting, which is that of pnpm.
 */
function sortedByPnpm(fitting: readonly Mention[], scheme: VersionScheme): readonly Mention[] {
  const textOf = ({ overrides }: Mention) => overrides?.asked?.text
  const less = (a: Mention, b: Mention) => {
    const [text, other] = [textOf(a), textOf(b)]
    return text === undefined || other === undefined || overlap(text, other, scheme) ? -1 : 1
  }
  const orderOf = ({ overrides }: Mention) => overrides?.order ?? 0
  const inOrder = fitting.toSorted((a, b) => orderOf(a) - orderOf(b))
  const hasParent = ({ overrides }: Mention) => overrides?.through !== undefined
  return [...inOrder.filter(hasParent).sort(less), ...inOrder.filter(mention => !hasParent(mention)).sort(less)]
}

function isSorted({ overrides }: Mention): boolean {
  return overrides?.choice === 'sorted'
}

/** Whether the package manager of a lockfile reads an override. */
function isReadWith(lock: Mention, { format, overrides }: Mention): boolean {
  return settledFormats(lock.format).includes(format) && !(overrides?.pattern && isWithoutPatterns(lock))
}

/** Whether a lockfile is of Yarn 2 or later, where a requirement that is overridden has another text. */
function isWithoutPatterns({ settlesFor = [] }: Mention): boolean {
  return settlesFor.some(requirement => 'overridden' in requirement)
}

/** Of several overrides that fit, the first one with the least number decides. */
function breadth({ overrides: { through, asked, choice } = {} }: Mention): number {
  if (choice === 'first') return 0
  return choice === 'deepest' ? -(through?.length ?? 0) : (through ? 0 : 2) + (asked ? 0 : 1)
}

/** Whether it allows every version: for npm it then decides nothing. */
function isAny({ requirement }: Mention): boolean {
  return requirement.kind === 'none' || requirement.text === '*'
}

/** A package in a folder. An override means the name under which a manifest requires the package. */
export function keyIn(folder: string, mention: Mention): string {
  return JSON.stringify([nameKey(mention), mention.alias, folder])
}
