/**
 * Finds what to write in place of requirements: at the line of a finding, or at the lines of manifests from which a lockfile chose the
 * version, or at those of the parent that brings the client in. Each edit is proven: its line passes with the new text. Deliberately
 * ignored: what a command alone can change, such as `go.mod` with its checksums.
 */

import { defined, groupBy } from '../../collections.ts'
import { ecosystemOf } from '../../ecosystems/index.ts'
import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import type { Requirement } from '../../model/dependency.ts'
import type { Finding, FollowUp, LineEdit, NewOverride, PlacedEdit } from '../../model/finding.ts'
import { comparePlaces } from '../../model/place.ts'
import type { FixStep, Narrowed } from '../../model/verdict.ts'
import { baseName, folderName } from '../../paths.ts'
import { type JudgeSettings, judge } from '../../policy/judge.ts'
import { admits } from '../../policy/span.ts'
import type { Claim } from '../files.ts'
import { settles } from './absent.ts'
import type { SettlingFile } from './membership.ts'
import type { Mention } from './mention.ts'
import { goodVersionOf, isTiedTo } from './moved-together.ts'
import type { Found, Resolved } from './settle.ts'
import { folderOf, nameKey } from './settlers.ts'

/** A version in a requirement, with the operator before it. */
const BOUND = /(?<operator>[<>=!~^]*)(?<blank>\s*)(?<version>v?\d[\w.+-]*)/g
/** An operator that sets a lower bound. */
const LOWER = /^(?:|[~^=]=?=?|~>|>=?)$/
/** A version without a name behind it: the tag of an image may end with the name of a variant. */
const PLAIN_VERSION = /^v?\d+(?:\.\d+)*$/
const V = /^v(?=\d)/
/** A name of a file that a shell takes as it is. */
const PLAIN_NAME = /^\w[\w.-]*$/

/** Every version. */
const ANY = '*'

/** A line to change, the version that it is to have, and what its verdict depends on. */
interface Target {
  readonly line: Mention
  readonly version: string
  readonly narrowed?: Narrowed | undefined
  readonly scheme: VersionScheme
  readonly beside: Resolved['beside']
}

/** Makes the function that adds to a finding the edits that mend it. `all` are the mentions of the workspace. */
export function editFinder(
  { claims, membership }: Pick<Found, 'claims' | 'membership'>,
  all: readonly Resolved[],
  settings: JudgeSettings
): (finding: Finding, settled: Resolved) => Finding {
  const byFolder = groupBy(claims.flatMap(lockfiles), ({ folder }) => folder)
  const inFile = groupBy(all, ({ mention }) => keyIn(mention, mention.place.path))
  return (finding, settled) => {
    const targets = targetsOf(finding, settled)
    const edits = targets && editsOf(targets, settled, finding.explanation.fix?.advice)
    if (!edits) return { ...finding, ...defined({ override: newOverride(finding, settled.mention) }) }
    const own = edits.find(({ place }) => comparePlaces(place, finding.place) === 0)
    const others = edits.filter(edit => edit !== own)
    return { ...finding, ...(own ? { edit: own.edit } : {}), ...(others.length > 0 ? { edits: others } : {}) }
  }

  /** The lines to change; undefined where no version mends it. */
  function targetsOf({ status, explanation: { fix } }: Finding, settled: Resolved): readonly Target[] | undefined {
    const { mention, loader, override, scheme, beside, users, declared } = settled
    if (status.kind !== 'open' || loader || override || mention.replacement !== undefined) return undefined
    if (fix?.version === undefined) return undefined
    const { version, narrowed, through } = fix
    if (through) return linesOf(through.name, settled).map(line => ({ ...line, version: through.version }))
    const lines = linesAt(mention, declared)
    const parents = users.flatMap(user => parentTargets(user.mention, settled))
    return [...lines.map(line => ({ line, version, narrowed, scheme, beside })), ...parents]
  }

  /** The lines of a parent that forbids what the client is to be, because every version of it does. */
  function parentTargets(parent: Mention, settled: Resolved): readonly Target[] {
    const { mention, declared } = settled
    const isInTheWay = parent.origin === 'lockfile' ? declared.length > 0 : isTiedTo(mention, parent)
    if (!isInTheWay || parent.name === mention.name) return []
    const version = goodVersionOf(parent, settled.scheme, settings)
    return version === undefined ? [] : linesOf(parent.name, settled).map(line => ({ ...line, version }))
  }

  /** The lines of manifests that require another package of the file. */
  function linesOf(name: string, { mention, scheme }: Resolved): readonly Omit<Target, 'version'>[] {
    const others = inFile.get(keyIn({ ...mention, name }, mention.place.path)) ?? []
    return others.flatMap(other => {
      return linesAt(other.mention, other.declared).map(line => ({ line, scheme, beside: [] }))
    })
  }

  /** The edits of all lines that do not pass by themselves; undefined unless each of them has one, and all lockfiles can follow. */
  function editsOf(
    targets: readonly Target[],
    settled: Resolved,
    also: string | undefined
  ): readonly PlacedEdit[] | undefined {
    const edits: PlacedEdit[] = []
    for (const target of targets) {
      const edit = editOf(target, settings)
      if (edit === 'passes') continue
      const renewals = edit && followUps(target.line, settled)
      if (!edit || !renewals) return undefined
      const whole = { ...edit, ...defined({ followUps: renewals.length === 0 ? undefined : renewals, also }) }
      edits.push({ place: target.line.place, edit: whole })
    }
    return edits.length === 0 ? undefined : edits
  }

  /** What follows in the files that tools write from a line; undefined where a file is that no known command renews. */
  function followUps(line: Mention, { mention }: Resolved): readonly FollowUp[] | undefined {
    const reach = membership.reachOf(line, folderOf(line))
    const locks = reach.folders
      .flatMap(folder => byFolder.get(folder) ?? [])
      .filter(file => settles(file.format, line.format) && reach.includes(file))
    const own = { format: mention.format, path: mention.place.path, folder: folderOf(mention) }
    const isOwn = mention.place.path === line.place.path || locks.some(({ path }) => path === own.path)
    const all: FollowUp[] = []
    for (const { format, path, folder } of isOwn ? locks : [...locks, own]) {
      const steps = format.renew?.(line.name, inputOf(line, path))
      if (steps === undefined || steps.length === 0) return undefined
      all.push({ folder, steps })
    }
    return distinct(all)
  }
}

/** The override that may be added for a package of a lockfile that only other packages require. */
function newOverride(
  { status, explanation: { fix } }: Finding,
  { name, origin, direct, patched, replacement, format, place: { path } }: Mention
): NewOverride | undefined {
  if (status.kind !== 'open' || origin !== 'lockfile' || direct !== false || patched || replacement !== undefined)
    return undefined
  const steps = format.renew?.(name)
  if (fix?.version === undefined || fix.through || !format.overrides || !steps?.length) return undefined
  const { version } = fix
  const folder = format.folder?.(path) ?? folderName(path)
  const places = format.overrides.map(({ file, syntax, keys, entry }) => {
    return { path: folder === '' ? file : `${folder}/${file}`, syntax, keys, entry: entry(name, version) }
  })
  return { places, followUps: [{ folder, steps }] }
}

/** The line of a mention, or those from which a tool wrote it. */
function linesAt(mention: Mention, declared: readonly Mention[]): readonly Mention[] {
  return mention.origin === 'manifest' && (mention.replaceable || declared.length === 0) ? [mention] : declared
}

/** The edit, proven: the line passes with the new text. `passes` where it does as it is. Undefined where there is none. */
function editOf(
  { line, version, narrowed, scheme, beside }: Target,
  settings: JudgeSettings
): LineEdit | 'passes' | undefined {
  const { requirement } = line
  // What gives no version takes it from another line.
  if (requirement.kind === 'none') return 'passes'
  if (requirement.kind === 'source') return undefined
  const companions = beside.map(({ mention: { name, requirement } }) => ({ name, requirement }))
  const passes = (text: string) => {
    const edited: Requirement = { kind: requirement.kind, text }
    return judge({ ...line, requirement: edited, beside: companions }, scheme, settings).verdict.kind === 'reloads'
  }
  if (passes(requirement.text)) return 'passes'
  // A patch is made for one version.
  if (!line.replaceable || line.patched) return undefined
  const found = candidates(line, requirement.text, { version, narrowed, scheme }).find(
    ({ text, from }) => allows(scheme, text, from) && passes(text)
  )
  return found && { old: requirement.text, new: found.text }
}

/** Whether the new text allows the version: it may end below. A text that is no range of the scheme is one version. */
function allows(scheme: VersionScheme, text: string, version: string): boolean {
  const span = scheme.span(text)
  const parsed = scheme.parse(version)
  return !span || parsed === undefined || admits(scheme, { ...span, prereleases: true }, parsed)
}

/** A requirement, and the version that it begins with. */
interface Candidate {
  readonly text: string
  readonly from: string
}

/** What may take the place of a requirement, the one that changes the least first. */
function candidates(
  { ecosystem: id }: Mention,
  text: string,
  { version, narrowed, scheme }: Pick<Target, 'version' | 'narrowed' | 'scheme'>
): readonly Candidate[] {
  const ecosystem = ecosystemOf(id)
  // Nobody knows whether the other variant of an image exists, and an image has no order in which candidates for a release are told apart.
  if (ecosystem?.holders !== undefined && !(PLAIN_VERSION.test(text) && PLAIN_VERSION.test(version))) return []
  const { excluding } = ecosystem ?? {}
  const narrow = narrowed && excluding ? textsWith(text, narrowed.from, scheme) : []
  const without = narrowed?.except.map(version => excluding?.(version) ?? '').join('') ?? ''
  const excepting = narrow.map(({ text, from }) => ({ text: text + without, from }))
  // Where the lower bound is good, it stays.
  const kept = without === '' || text === ANY ? [] : [{ text: text + without, from: version }]
  return [...kept, ...narrow, ...excepting, ...textsWith(text, version, scheme)]
}

/** The requirement with a higher lower bound in the same notation, once for each version in it that may be one. */
function textsWith(text: string, version: string, scheme: VersionScheme): readonly Candidate[] {
  const parsed = scheme.parse(version)
  if (text === ANY) return [{ text: `>=${version}`, from: version }]
  const bare = version.replace(V, '')
  return Array.from(text.matchAll(BOUND)).flatMap(match => {
    const { operator = '', blank = '', version: old = '' } = match.groups ?? {}
    const present = scheme.parse(old)
    const isLower = parsed !== undefined && present !== undefined && scheme.compare(parsed, present) < 0
    if (isLower || !LOWER.test(operator)) return []
    const notation = V.test(old) ? `v${bare}` : bare
    const lower = operator === '>' ? '>=' : operator
    const end = match.index + match[0].length
    return [{ text: text.slice(0, match.index) + lower + blank + notation + text.slice(end), from: version }]
  })
}

/** The base name of the file of a line, where a command beside it can name it. */
function inputOf({ place: { path } }: Mention, lock: string): string | undefined {
  const name = baseName(path)
  return folderName(path) === folderName(lock) && PLAIN_NAME.test(name) ? name : undefined
}

function distinct(all: readonly FollowUp[]): readonly FollowUp[] {
  return Array.from(
    groupBy(all, ({ folder }) => folder),
    ([folder, same]) => ({ folder, steps: [...new Set<FixStep>(same.flatMap(({ steps }) => steps))] })
  )
}

/** A package in a file. */
function keyIn(mention: Mention, path: string): string {
  return JSON.stringify([nameKey(mention), path])
}

/** The lockfile that a claimed file is, once for each format. */
function lockfiles({ file: { path }, detectors }: Claim): SettlingFile[] {
  return detectors.flatMap(({ format }) =>
    format?.role.kind === 'lockfile' ? [{ format, path, folder: format.folder?.(path) ?? folderName(path) }] : []
  )
}
