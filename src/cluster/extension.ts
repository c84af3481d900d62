/** What becomes of findings when the extension of tokens is switched off, and whether it can be on a cluster. */

import type { Fate } from '../model/cluster.ts'
import { type Finding, isAboutClient } from '../model/finding.ts'
import { legacyTokenAudit, legacyTokensMetric, staleTokenAudit, staleTokensMetric } from '../rules/cluster.ts'
import type { AuditFindings } from './audit-log.ts'
import type { TokenMetrics } from './metrics.ts'
import { type ClusterProfile, hasPermanentTokens } from './profile.ts'

/** Whether the extension can be switched off, and why. The reasons are sentences of ours with numbers. */
export interface ExtensionAnswer {
  readonly canBeOff: 'yes' | 'no' | 'unknown'
  readonly reasons: readonly string[]
}

/** What the cluster itself shows. */
export interface ClusterEvidence {
  readonly metrics?: TokenMetrics
  readonly audit?: AuditFindings
}

const STALE_RULES = new Set([staleTokensMetric, staleTokenAudit])
const LEGACY_RULES = new Set([legacyTokensMetric, legacyTokenAudit])

/** Hazards that keep a token which expires, and hazards about tokens that the extension does not concern. By their rules. */
export const HAZARD_FATES: ReadonlyMap<string, Fate> = new Map([
  ['kubeconfig-static-token', 'breaks'],
  ['token-copied-at-start', 'breaks'],
  ['token-read-once-in-script', 'breaks'],
  ['token-via-subpath', 'breaks'],
  ['manual-token-secret', 'goes-on'],
  ['pod-mounts-token-secret', 'goes-on'],
  ['projected-token-without-grace', 'goes-on'],
  ['terraform-token-secret', 'goes-on'],
  ['token-in-environment', 'goes-on']
])

// That tokens from before the switch keep their grace, and are counted, is what a real API server did: evidence/kube-apiserver/README.md.
const WITHOUT_METRICS =
  'An audit log alone does not show whether tokens have a grace at all: give the metrics of the API server too.'

/** What becomes of what a finding is about when the extension is switched off. */
export function fateOf(finding: Finding): Fate {
  const { rule } = finding
  if (rule && STALE_RULES.has(rule)) return 'is-refused'
  if (rule && LEGACY_RULES.has(rule)) return 'goes-on'
  if (!isAboutClient(finding)) return HAZARD_FATES.get(rule?.id ?? '') ?? 'unknown'
  switch (finding.subject.verdict.observed) {
    case 'reloads':
    case 'sends-no-token':
      return 'goes-on'
    case 'reads-once':
    case 'stops':
      return 'breaks'
    default:
      // What reloads late may do so after a 401, every five minutes, or only with an option set.
      return 'unknown'
  }
}

/** Whether stale tokens are proven to be in use. */
export function isStaleUseProven({ metrics, audit }: ClusterEvidence): boolean {
  return (metrics?.counts.stale?.total ?? 0) > 0 || audit?.uses.some(({ kind }) => kind === 'stale') === true
}

/** Whether the extension can be switched off, by what the cluster shows. Nothing less than a count of valid tokens is a yes. */
export function canExtensionBeOff(profile: ClusterProfile, evidence: ClusterEvidence): ExtensionAnswer {
  if (hasPermanentTokens(profile))
    return { canBeOff: 'unknown', reasons: ['The tokens of this cluster are permanent until it is upgraded to 1.21.'] }
  const stale = staleReasons(evidence)
  if (stale.length > 0) return { canBeOff: 'no', reasons: stale }
  if (profile.grace?.value === 0)
    return { canBeOff: 'yes', reasons: ['It is off already: the grace of this cluster is 0 days.'] }
  const doubts = doubtsAbout(evidence)
  if (doubts.length > 0) return { canBeOff: 'unknown', reasons: doubts }
  return { canBeOff: 'yes', reasons: goodReasons(evidence) }
}

function staleReasons({ metrics, audit }: ClusterEvidence): string[] {
  const total = metrics?.counts.stale?.total ?? 0
  const accounts = new Set(audit?.uses.flatMap(({ kind, account }) => (kind === 'stale' ? account : []))).size
  return [
    ...(total > 0 ? [`The API server has counted stale tokens ${total} times since it started.`] : []),
    ...(accounts > 0
      ? [
          `The audit log shows stale tokens of ${accounts} service account${accounts === 1 ? '' : 's'}, whose requests would be refused an hour after their pods start anew: the tokens of now keep their grace.`
        ]
      : [])
  ]
}

function doubtsAbout({ metrics, audit }: ClusterEvidence): string[] {
  const gaps = [...(metrics?.gaps ?? []), ...(audit?.gaps ?? [])].length
  return [
    ...(metrics ? metricsDoubts(metrics) : [WITHOUT_METRICS]),
    ...(gaps > 0 ? [`${gaps} place${gaps === 1 ? '' : 's'} of the evidence could not be read.`] : [])
  ]
}

/** Why metrics prove neither that stale tokens are in use nor that none is; empty where they do. */
export function metricsDoubts({ counts, files }: TokenMetrics): string[] {
  const { stale, valid } = counts
  if (files.length === 0 || (stale && stale.total > 0)) return []
  if (!stale && !valid)
    return ['The metrics have neither serviceaccount_stale_tokens_total nor serviceaccount_valid_tokens_total.']
  if (!stale) return ['The metrics lack serviceaccount_stale_tokens_total.']
  if (!valid)
    return ['The metrics lack serviceaccount_valid_tokens_total, without which a count of zero proves nothing.']
  if (valid.total === 0)
    return [
      'Both counters are zero, which proves nothing: the API server has just started, or its extension of tokens is off and no token from before is in use.'
    ]
  return []
}

function goodReasons({ metrics, audit }: ClusterEvidence): string[] {
  const total = metrics?.counts.valid?.total ?? 0
  return [
    `The API server has counted ${total} requests with tokens that have a grace since it started, and none of them was stale.`,
    ...(audit ? ['The audit log shows no stale token.'] : []),
    'A client that sends a request less often than the API server restarts is not seen.'
  ]
}
