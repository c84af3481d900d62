/** From settled mentions to findings: judges each, and adds its explanation and places. */

import { defined } from '../../collections.ts'
import { noteOf } from '../../ecosystems/file-format.ts'
import type { Finding, RelatedPlace, Status } from '../../model/finding.ts'
import type { Place } from '../../model/place.ts'
import type { Fix, FixStep } from '../../model/verdict.ts'
import { folderName, isWithin } from '../../paths.ts'
import { fixOf } from '../../policy/fix.ts'
import { type Judgement, type JudgeSettings, judge } from '../../policy/judge.ts'
import { levelOf } from '../../policy/level.ts'
import { builtIn } from '../../policy/policy.ts'
import { ruleBrokenBy } from '../../rules/clients.ts'
import { levelUnder } from '../../rules/index.ts'
import { overrideDisagrees } from '../../rules/overrides.ts'
import { absentSettlerNotes } from './absent.ts'
import { editFinder } from './edits.ts'
import { fixViaParent } from './fix-via-parent.ts'
import type { Mention } from './mention.ts'
import { type Moved, movedParents, movedTogether } from './moved-together.ts'
import { isOverride } from './overridden.ts'
import { type Found, type Resolved, type SettledMention, settle } from './settle.ts'

/** What a fix moves, and whether the project itself requires the package, in whatever version. */
type Moving = Resolved & { readonly isRequired: boolean }

/** The most folders in which a command is repeated. */
const MOST_FOLDERS = 10

const OUTDATED =
  'Perhaps nothing uses this version: its tool never removes an entry from this file, and the project has another version of the package.'

const PATCHED = 'The project patches this package, which may change that.'

const OVERRIDDEN = 'An override of the project decides over this line: another version is in use.'

/**
 * One finding for each mention, in their order, and one for each bad version that an override keeps out. Their identities are still
 * empty. The order of the sightings does not matter.
 */
export async function clientFindings(found: Found, settings: JudgeSettings): Promise<Finding[]> {
  const settled = await settle(found, settings.policy ?? builtIn)
  const directIn = new Set(settled.flatMap(({ mention }) => (mention.direct === true ? inFileKey(mention) : [])))
  const isRequired = (mention: Mention) => directIn.has(inFileKey(mention))
  const withAbsentSettler = absentSettlerNotes(found.claims, found.membership)
  const withEdit = editFinder(found, settled, settings)
  return settled.flatMap(each => [
    withEdit(withAbsentSettler(findingOf(each, settings, isRequired), each.mention), each),
    ...disagreementOf(each, settings)
  ])
}

function findingOf(settled: Resolved, settings: JudgeSettings, isRequired: (mention: Mention) => boolean): Finding {
  const { mention, scheme, by, settledBy, usedInstead } = settled
  const judgement = judgementOf(settled, settings)
  const rule = ruleBrokenBy(judgement.verdict)
  const notes = [remarkOn(settled), mention.patched && PATCHED]
  const because = rule ? [judgement.because, ...notes].filter(text => text !== undefined).join(' ') : judgement.because
  const found = rule && fixFor(judgement, { ...settled, isRequired: isRequired(mention) }, settings)
  const fix = found && { ...found, folder: projectFolder(mention) }
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
function fixFor(judgement: Judgement, resolved: Moving, settings: JudgeSettings): Fix | undefined {
  const { mention, scheme, beside, users, usedInstead } = resolved
  const { role } = mention.format
  if (usedInstead) return role.kind === 'inventory' && role.removal ? { steps: [{ edit: role.removal }] } : undefined
  const own = fixOf(judgement, (version, other) => {
    const moved = other === undefined ? undefined : beside.find(companion => companion.mention.name === other)
    return upgradeOf({ ...resolved, ...moved }, version)
  })
  // What moves several packages at once is the fix of a pair, whatever brings them in.
  if (judgement.remedy?.moves) return own
  const joint = own && movedTogether(mention, scheme, settings, users)
  if (joint) {
    const { version, others } = joint
    // Which package fits a newer one is not known.
    const { newest: _, ...rest } = own
    return { ...rest, version, steps: upgradeOf(resolved, version, others) }
  }
  const parents = own?.version === undefined ? [] : movedParents(resolved, settings)
  if (own?.version !== undefined && parents.length > 0)
    return { ...own, steps: upgradeOf(resolved, own.version, parents) }
  const viaParent = fixViaParent(mention, scheme, settings, users)
  return viaParent ? { ...own, ...viaParent } : own
}

/** The folder of the file whose package manager makes the fix. */
function projectFolder({ format, place: { path } }: Mention): string {
  const own = folderName(path)
  const counted = format.folder?.(path) ?? own
  // A lockfile of a script counts for that script, which is no folder.
  return isWithin(own, counted) ? counted : own
}

/** A package in a file. */
function inFileKey({ ecosystem, name, place: { path } }: Mention): string {
  return JSON.stringify([ecosystem, name, path])
}

/** The steps of the file's format, which depend on the folders of the manifests that state the package. */
function upgradeOf(
  { mention, declared, isRequired }: Pick<Moving, 'mention' | 'declared' | 'isRequired'>,
  version: string,
  together?: readonly Moved[]
): readonly FixStep[] {
  const { format, name, build = '', place } = mention
  // The override is what decides, whoever requires the package.
  if (declared.some(isOverride)) {
    const direct = declared.some(line => line.direct === true && !isOverride(line))
    return format.upgrade(`${name}${build}`, version, { ...mention, direct, isOverridden: true })
  }
  const folder = folderName(place.path)
  const folders = new Set(declared.map(({ place: { path } }) => folderName(path)))
  const beside = folders.delete(folder)
  const asked = declared.length === 0 ? undefined : { beside, below: [...folders].slice(0, MOST_FOLDERS) }
  const alsoRequired = mention.direct === false ? isRequired : undefined
  return format.upgrade(`${name}${build}`, version, { ...mention, ...defined({ asked, together, alsoRequired }) })
}

/** The line to edit where that is not the one with the version: a manifest's, where a lockfile chose the version. */
function editedLine({ mention, declared }: SettledMention): Mention | undefined {
  return mention.origin === 'lockfile' ? declared[0] : undefined
}

/** The places of a finding besides the one to edit. */
function relatedPlaces(settled: SettledMention): readonly RelatedPlace[] {
  const { mention, declared } = settled
  const edited = editedLine(settled)
  const { place, usedAt, usedIn = [], repeatedAt } = mention
  return [
    ...(edited ? [{ role: 'resolved', place } as const] : []),
    ...usedIn.map(other => ({ role: 'used', place: other }) as const),
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
