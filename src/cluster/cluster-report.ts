/** What the evidence of a cluster shows without a repository, and how the command ends. */

import { withIdentities } from '../compare/identity.ts'
import type { Deadline } from '../model/cluster.ts'
import type { Finding } from '../model/finding.ts'
import { type Gap, leavesUnread } from '../model/report.ts'
import { type RuleLevels, SEVERITY } from '../model/rule.ts'
import type { FailOn } from '../settings/choices.ts'
import type { TokenUse } from './audit-log.ts'
import { evidenceFindings } from './evidence.ts'
import { canExtensionBeOff, type ExtensionAnswer } from './extension.ts'
import type { ShownCluster } from './found.ts'
import { evidenceGaps, type StatedCluster } from './judged-by-cluster.ts'
import type { TokenMetrics } from './metrics.ts'
import { deadlineOf, titleOf } from './profile.ts'

/** What the command `cluster` reports. */
export interface ClusterReport extends ShownCluster {
  /** The cluster in a few words. */
  readonly title: string
  /** Absent where it is not known. */
  readonly deadline?: Deadline
  /** By level, worst first. */
  readonly findings: readonly Finding[]
  readonly counts: TokenMetrics['counts']
  readonly uses: readonly TokenUse[]
  readonly gaps: readonly Gap[]
  readonly extension: ExtensionAnswer
  /** 0: no finding at or above `failOn`; 1: one is; 2: part of the evidence could not be read, or its metrics prove nothing. */
  readonly exitCode: 0 | 1 | 2
}

/** The settings that the report depends on, and the day of the run as `YYYY-MM-DD`. */
export interface ClusterReportSettings {
  readonly levels: RuleLevels
  readonly today: string
  readonly failOn: FailOn
  readonly allowIncomplete: boolean
}

/** The report about a cluster. `unread` are the gaps of the files that may show more of it. */
export function clusterReport(
  { profile, differing }: ShownCluster,
  evidence: StatedCluster['evidence'],
  settings: ClusterReportSettings,
  unread: readonly Gap[] = []
): ClusterReport {
  const { levels, today } = settings
  const found = withIdentities(evidenceFindings(evidence, undefined, { profile, levels, today }))
  const gaps = [...evidenceGaps(evidence), ...unread]
  const deadline = deadlineOf(profile, today)
  return {
    title: titleOf(profile),
    profile,
    differing,
    ...(deadline ? { deadline } : {}),
    findings: found.toSorted((a, b) => SEVERITY[b.level] - SEVERITY[a.level]),
    counts: evidence.metrics?.counts ?? {},
    uses: evidence.audit?.uses ?? [],
    gaps,
    extension: canExtensionBeOff(profile, evidence),
    exitCode: exitCodeOf(found, gaps, settings)
  }
}

function exitCodeOf(
  findings: readonly Finding[],
  gaps: readonly Gap[],
  { failOn, allowIncomplete }: ClusterReportSettings
): ClusterReport['exitCode'] {
  const fails = ({ level }: Finding) => failOn !== 'never' && SEVERITY[level] >= SEVERITY[failOn]
  if (findings.some(fails)) return 1
  const isOpen = gaps.some(gap => leavesUnread(gap) || gap.kind === 'inconclusive')
  return isOpen && !allowIncomplete ? 2 : 0
}
