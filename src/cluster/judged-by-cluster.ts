/** A report under a cluster: the levels that findings have there, client-go behind it, and what the cluster itself shows. */

import { withIdentities } from '../compare/identity.ts'
import { type ClientFinding, compareFindings, type Finding, isAboutClient } from '../model/finding.ts'
import { comparePlaces } from '../model/place.ts'
import type { Gap, Report } from '../model/report.ts'
import type { Level, RuleLevels } from '../model/rule.ts'
import { clientSendsNoToken } from '../rules/clients.ts'
import { clientGoBehindCluster } from '../rules/cluster.ts'
import { levelUnder } from '../rules/index.ts'
import { VENDOR_DOCUMENT } from '../rules/statements.ts'
import { evidenceFindings, withConfirmations } from './evidence.ts'
import { type ClusterEvidence, fateOf, isStaleUseProven, metricsDoubts } from './extension.ts'
import {
  type ClusterProfile,
  hasPermanentTokens,
  makesNoSecrets,
  type ProfileSource,
  permanenceNote
} from './profile.ts'
import { kubernetesMinorOf, leastMinor } from './skew.ts'

/** What is known of the cluster without a look into the repository. */
export interface StatedCluster {
  readonly facts: ProfileSource
  readonly evidence: ClusterEvidence
}

/** What is known of the cluster. */
export interface Cluster {
  readonly profile: ClusterProfile
  readonly evidence: ClusterEvidence
}

/** The settings that the levels depend on, and the day of the run as `YYYY-MM-DD`. */
export interface ClusterSettings {
  readonly levels: RuleLevels
  readonly today: string
}

/** The hazards that fail on clusters that make no Secrets for service accounts; elsewhere they are warnings. By their rules. */
export const NEED_SECRETS: ReadonlySet<string> = new Set([
  'pod-mounts-token-secret',
  'reads-service-account-secret-name',
  'terraform-default-secret-name'
])

/** The report of a scan under a cluster. */
export function judgedByCluster(report: Report, { profile, evidence }: Cluster, settings: ClusterSettings): Report {
  const findings = withConfirmations(
    report.findings.map(finding => levelled(finding, profile, settings.levels)),
    evidence
  )
  const own = [
    ...skewFindings(report.findings, { profile, evidence }, settings),
    ...evidenceFindings(evidence, report.findings, { ...settings, profile }).map(outside)
  ]
  const gaps = evidenceGaps(evidence).map(outside)
  return {
    ...report,
    findings: [...findings, ...withIdentities(own)].map(withFate).sort(compareFindings),
    gaps: [...report.gaps, ...gaps].sort((a, b) => comparePlaces(a.place, b.place))
  }
}

/** The same at a place that no report links to, because the evidence need not be in the repository. */
function outside<Found extends Finding | Gap>(found: Found): Found {
  return { ...found, place: { ...found.place, isOutside: true } }
}

function withFate(finding: Finding): Finding {
  return finding.level === 'pass' ? finding : { ...finding, withoutExtension: fateOf(finding) }
}

/** What of the evidence could not be read, and that metrics prove nothing where they do not. */
export function evidenceGaps({ metrics, audit }: ClusterEvidence): readonly Gap[] {
  const doubts = metrics ? metricsDoubts(metrics) : []
  return [
    ...(metrics?.gaps ?? []),
    ...doubts.map(
      (detail): Gap => ({
        kind: 'inconclusive',
        place: { path: metrics?.files[0] ?? '', line: 1, column: 1 },
        detail
      })
    ),
    ...(audit?.gaps ?? [])
  ]
}

/** A finding with its level on the cluster. A level that the configuration states for its rule stays. */
function levelled(finding: Finding, profile: ClusterProfile, levels: RuleLevels): Finding {
  const { rule, level } = finding
  if (!rule || level === 'pass') return finding
  // Whoever sends no token at all is refused by every cluster.
  if (hasPermanentTokens(profile) && rule !== clientSendsNoToken) return asNotice(finding, profile, levels)
  if (!profile.minor) return finding
  if (isFatal(finding, profile.minor.value)) return asFatal(finding, profile.minor.value)
  if (!NEED_SECRETS.has(rule.id)) return finding
  if (!makesNoSecrets(profile)) return { ...finding, level: levelUnder(levels, rule, 'warning') }
  // A Secret that a person made is there on every cluster, so that mounting it stays what it is.
  return rule.id === 'pod-mounts-token-secret' ? finding : { ...finding, level: 'error' }
}

function isFatal({ subject }: Finding, minor: number): boolean {
  return subject.kind === 'hazard' && subject.fatalFrom !== undefined && minor >= subject.fatalFrom
}

function asFatal(finding: Finding, minor: number): Finding {
  const { explanation } = finding
  const because = [explanation.because, `A component of this cluster (1.${minor}) does not start with it.`].join(' ')
  return { ...finding, level: 'error', explanation: { ...explanation, because } }
}

function asNotice(finding: Finding, profile: ClusterProfile, levels: RuleLevels): Finding {
  const { rule, explanation } = finding
  if (!rule) return finding
  const because = [explanation.because, permanenceNote(profile)].filter(text => text !== undefined).join(' ')
  return { ...finding, level: levelUnder(levels, rule, 'notice'), explanation: { ...explanation, because } }
}

/** The findings about client-go that is too far behind. Where another file fixes the version, that file counts. */
function skewFindings(
  findings: readonly Finding[],
  { profile, evidence }: Cluster,
  { levels }: ClusterSettings
): Finding[] {
  const least = leastMinor(profile)
  const { minor } = profile
  if (least === undefined || !minor) return []
  const usual: Level = isStaleUseProven(evidence) ? 'error' : clientGoBehindCluster.level
  return findings.filter(isAboutClient).flatMap(client => {
    const own = client.status.kind === 'settled' ? undefined : kubernetesMinorOf(client.subject.dependency)
    if (own === undefined || own >= least) return []
    return skewFinding(client, levelUnder(levels, clientGoBehindCluster, usual), {
      because: `It is of Kubernetes 1.${own}, and the cluster is 1.${minor.value}: the documents of CCE ask for 1.${least} or newer.`,
      version: `v0.${least}.0`
    })
  })
}

function skewFinding(
  { subject: { dependency }, place, related }: ClientFinding,
  level: Level,
  { because, version }: { readonly because: string; readonly version: string }
): Finding {
  const { name, requirement } = dependency
  return {
    rule: clientGoBehindCluster,
    level,
    subject: {
      kind: 'cluster',
      evidence: 'skew',
      object: name,
      snippet: requirement.kind === 'none' ? '' : requirement.text
    },
    place,
    related,
    explanation: {
      because,
      evidence: [VENDOR_DOCUMENT],
      fix: { version, steps: [] }
    },
    status: { kind: 'open' },
    identity: ''
  }
}
