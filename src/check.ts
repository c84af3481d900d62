/** The pipeline of one check: scan, waive, compare, fold, conclude. Both entries run it. */

import { type ShownCluster, shownCluster } from './cluster/found.ts'
import { judgedByCluster, type StatedCluster } from './cluster/judged-by-cluster.ts'
import { deadlineOf, isKnown } from './cluster/profile.ts'
import { defined } from './collections.ts'
import { compare } from './compare/compare.ts'
import { configurationEdits } from './configuration/changes.ts'
import type { Configuration } from './configuration/configuration.ts'
import type { Deadline } from './model/cluster.ts'
import type { BaseCommit, NotCompared } from './model/comparison.ts'
import { ConfigError } from './model/config-error.ts'
import { comparePlaces } from './model/place.ts'
import type { Conclusion, ConfigurationChange, Coverage, Gap, Report } from './model/report.ts'
import type { Waiver } from './model/waiver.ts'
import { type ConcludeOptions, conclude } from './policy/conclude.ts'
import { fold } from './policy/fold.ts'
import { waive } from './policy/waivers.ts'
import { inlineWaivers, rememberingComments } from './scan/inline-waivers.ts'
import { type ScanOptions, scan } from './scan/scan.ts'
import type { Workspace } from './workspaces/workspace.ts'

/** The state of the repository that the scanned one is compared with. */
export interface Base {
  readonly workspace: Workspace
  readonly commit: BaseCommit
}

/** The settings that decide the result, in effect: the configuration states them, an input or option may override it. */
export interface CheckSettings extends ConcludeOptions, Pick<ScanOptions, 'minimum'> {
  /** Absent where the settings say nothing of the cluster. */
  readonly cluster?: StatedCluster
}

/** The configuration of the head where another one decides: with the settings that would be in effect, or what is wrong with it. */
export type Proposed =
  | { readonly configuration: Configuration; readonly settings: CheckSettings }
  | { readonly problem: string }

/** What a check depends on beside the files and the configuration. */
export interface CheckOptions extends CheckSettings, Pick<ScanOptions, 'onProgress'> {
  /** The day of the run as `YYYY-MM-DD`, in UTC. */
  readonly today: string
  /** What the findings are compared with, or why with nothing. Absent where no comparison is to be expected. */
  readonly base?: Base | NotCompared
  /** Absent where the configuration of the head decides. */
  readonly proposed?: Proposed
  /** Whether the head is not merged, so that what its files show of the cluster makes no finding milder. With a base it never does. */
  readonly isProposal?: boolean
}

/** What a check found, and how the job ends. */
export interface Checked {
  readonly report: Report
  /** The report before equal findings were folded: one finding for each dependency. */
  readonly unfolded: Report
  readonly conclusion: Conclusion
  /** When clients that cannot reload break; absent where that is not known. */
  readonly deadline?: Deadline
  /** Absent where nothing is known of the cluster, and no files differ over it. */
  readonly cluster?: ShownCluster
}

/** The reports of both states under one configuration, before waivers. */
interface Scanned {
  readonly head: Report
  readonly base?: { readonly report: Report; readonly commit: BaseCommit }
  /** The waivers in comments of both. */
  readonly inline: { readonly head: readonly Waiver[]; readonly base: readonly Waiver[] }
}

/** Why nothing is compared where the settings require a base and the caller knows of none. */
const NO_BASE: NotCompared = { kind: 'not-compared', because: 'this run has no base to compare with' }

/**
 * Checks a workspace. The base is scanned under the same configuration; what cannot be read there is listed in the comparison, and
 * does not make the check incomplete. Throws `ConfigError` if the configuration excludes every file.
 */
export async function check(
  workspace: Workspace,
  configuration: Configuration,
  options: CheckOptions
): Promise<Checked> {
  const { proposed } = options
  const sides = { head: workspace, ...(options.base && 'workspace' in options.base ? { base: options.base } : {}) }
  const known: ScanOptions['known'] = new Map()
  const scanned = await scanBoth(sides, configuration, { ...options, known })
  const checked = await concluded(scanned, configuration, options)
  const change = proposed && (await configurationChange(proposed))
  return change ? { ...checked, report: { ...checked.report, configurationChange: change } } : checked

  async function configurationChange(proposal: Proposed): Promise<ConfigurationChange | undefined> {
    if ('problem' in proposal) return { edits: [], effect: proposal }
    const edits = configurationEdits(configuration, proposal.configuration)
    return edits.length === 0 ? undefined : { edits, effect: await effectOf(proposal) }
  }

  async function effectOf(proposal: Exclude<Proposed, { problem: string }>): Promise<ConfigurationChange['effect']> {
    const { configuration: other, settings } = proposal
    try {
      const isSame = seesTheSame(configuration, other) && options.minimum === settings.minimum
      // What detectors see depends on the clients of the policy.
      const shared = defined({ known: configuration.policy === other.policy ? known : undefined })
      const own = isSame ? scanned : await scanBoth(sides, other, { minimum: settings.minimum, ...shared })
      return { conclusion: (await concluded(own, other, { ...options, ...settings })).conclusion }
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      return { problem: error.message }
    }
  }
}

/** Scans the head, and the base if there is one. They share what was seen in texts: most files are the same in both. */
async function scanBoth(
  { head, base }: { readonly head: Workspace; readonly base?: Base },
  configuration: Configuration,
  { minimum, known = new Map(), onProgress }: Pick<ScanOptions, 'minimum' | 'known' | 'onProgress'>
): Promise<Scanned> {
  const options = { ...configuration, minimum, known, areRefused: configuration.stated.otherWaivers === 'refused' }
  const own = await scanWithComments(head, { ...options, ...defined({ onProgress }) })
  assertSomethingScanned(own.report.coverage, configuration)
  if (!base) return { head: own.report, inline: { head: own.waivers, base: [] } }
  const before = await scanWithComments(base.workspace, options)
  return {
    head: own.report,
    base: { report: before.report, commit: base.commit },
    inline: { head: own.waivers, base: before.waivers }
  }
}

/** Scans one state, and finds the waivers in its comments. */
async function scanWithComments(
  workspace: Workspace,
  options: ScanOptions & { readonly areRefused: boolean }
): Promise<{ readonly report: Report; readonly waivers: readonly Waiver[] }> {
  const heard = rememberingComments(workspace)
  const report = await scan(heard.workspace, options)
  const { waivers, gaps } = inlineWaivers(report, heard.texts, options)
  return { report: withMoreGaps(report, gaps), waivers }
}

function withMoreGaps(report: Report, gaps: readonly Gap[]): Report {
  if (gaps.length === 0) return report
  return { ...report, gaps: [...report.gaps, ...gaps].sort((a, b) => comparePlaces(a.place, b.place)) }
}

/**
 * The waivers in comments that count for the head. A pull request cannot excuse itself: there only those of the base count, for what they
 * covered in the base, and none if there is no base.
 */
function countedInline({ inline }: Scanned, { isProposal }: CheckOptions): readonly Waiver[] {
  return isProposal ? inline.base : inline.head
}

/** From the reports of both states to the result. */
async function concluded(scanned: Scanned, configuration: Configuration, options: CheckOptions): Promise<Checked> {
  const { head, base } = scanned
  const { levels, waivers } = configuration
  const { cluster, today, isProposal } = options
  const sides = { head, ...defined({ base: base?.report, isProposal }) }
  const shown = shownCluster(sides, cluster?.facts ?? {}, today)
  const { profile } = shown
  const isJudged = cluster !== undefined || isKnown(profile)
  const known = { profile, evidence: cluster?.evidence ?? {} }
  const judged = (report: Report) => (isJudged ? judgedByCluster(report, known, { levels, today }) : report)
  const waived = (report: Report, inline: readonly Waiver[]) =>
    waive(judged(report), { waivers: [...waivers, ...inline], levels, today })
  const own = await waived(head, countedInline(scanned, options))
  const unfolded = base
    ? compare(own, await waived(base.report, scanned.inline.base), base.commit)
    : { ...own, ...defined({ comparison: whyNotCompared(options) }) }
  const report = fold(unfolded)
  const deadline = deadlineOf(profile, today)
  return {
    report,
    unfolded,
    conclusion: conclude(report, options),
    ...defined({ deadline, cluster: isKnown(profile) || shown.differing.length > 0 ? shown : undefined })
  }
}

/** Why a report without a base has none; undefined where none is to be expected. */
function whyNotCompared({ base, scope }: CheckOptions): NotCompared | undefined {
  if (base && 'because' in base) return base
  return scope === 'introduced' ? NO_BASE : undefined
}

/** Whether scans under two configurations find the same. */
function seesTheSame(a: Configuration, b: Configuration): boolean {
  const parts = ({ levels, paths, clients, stated }: Configuration) =>
    JSON.stringify([
      Object.entries(levels).sort(),
      paths,
      stated.otherWaivers,
      clients.map(client => ({ ...client, place: undefined }))
    ])
  return parts(a) === parts(b)
}

/** Whether a report is about a folder without files: a forgotten checkout or a wrong name. To call it clean would be a false pass. */
export function isEmpty({ coverage, gaps }: Report): boolean {
  return coverage.listed + coverage.leftOut === 0 && gaps.length === 0 && Object.keys(coverage.excluded).length === 0
}

/** Throws if no file was scanned: that must not look like a pass. */
function assertSomethingScanned({ listed, leftOut }: Coverage, { places }: Configuration): void {
  const place = places.get('paths')
  if (listed > 0 || leftOut === 0 || !place) return
  const message = `"paths" excludes all ${leftOut} files. Include more, or exclude less.`
  throw new ConfigError(`${place.path}:${place.line}:${place.column}: ${message}`, [{ place, message }])
}
