/** Makes findings of what the cluster shows: counters above zero, and the users of stale and permanent tokens. */

import { groupBy } from '../collections.ts'
import type { ClusterSubject } from '../model/cluster.ts'
import { type ClientFinding, type Finding, isAboutClient } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Level, Rule, RuleLevels } from '../model/rule.ts'
import { legacyTokenAudit, legacyTokensMetric, staleTokenAudit, staleTokensMetric } from '../rules/cluster.ts'
import { levelUnder } from '../rules/index.ts'
import { dayAfter, dayOf, daysBetween } from '../settings/day.ts'
import type { TokenUse } from './audit-log.ts'
import type { ClusterEvidence } from './extension.ts'
import { type Count, TOKEN_COUNTERS, type TokenCounter, type TokenMetrics } from './metrics.ts'
import type { ClusterProfile } from './profile.ts'
import { clientsMeant, isMeant } from './user-agents.ts'

/** What findings about the cluster depend on beside the evidence. */
export interface EvidenceSettings {
  readonly profile: ClusterProfile
  readonly levels: RuleLevels
  /** The day of the run as `YYYY-MM-DD`. */
  readonly today: string
}

/** The uses of one kind of token by one service account and user agent, from whatever pods. */
export type AlikeUses = readonly [TokenUse, ...TokenUse[]]

/** The cluster revokes Secrets that it made itself and that nobody used for a year: KEP-2799, on by default from 1.29 on. */
const FIRST_WITH_CLEAN_UP = 29
/** A name as Kubernetes allows it, which can do nothing in a report. */
const POD_NAME = /^[a-z0-9][a-z0-9.-]{0,252}$/
const MOST_PODS = 3
const HOUR = 3600

/** The findings of the evidence, with empty identities. `clients`: the findings of the repository, to which user agents are joined. */
export function evidenceFindings(
  { metrics, audit }: ClusterEvidence,
  clients: readonly Finding[] | undefined,
  settings: EvidenceSettings
): Finding[] {
  return [
    ...(metrics ? metricFindings(metrics, settings) : []),
    ...alikeUses(audit?.uses ?? []).map(uses => auditFinding(uses, clients?.filter(isAboutClient), settings))
  ]
}

/** The uses of audit logs, those of several pods together. */
export function alikeUses(uses: readonly TokenUse[]): readonly AlikeUses[] {
  return [
    ...groupBy(uses, ({ kind, account, userAgent, secret }) =>
      JSON.stringify([kind, account, userAgent, secret])
    ).values()
  ]
}

/** The findings of the repository with what the audit log says of their clients. */
export function withConfirmations(findings: readonly Finding[], { audit }: ClusterEvidence): Finding[] {
  const stale = alikeUses(audit?.uses.filter(({ kind }) => kind === 'stale') ?? [])
  if (stale.length === 0) return [...findings]
  return findings.map(finding => {
    if (!isAboutClient(finding) || !mayBreak(finding)) return finding
    const seen = stale.filter(([{ userAgent }]) => isMeantBy(userAgent, finding))
    if (seen.length === 0) return finding
    const requests = seen.flat().reduce((sum, use) => sum + use.requests, 0)
    const accounts = new Set(seen.flat().map(({ account }) => account)).size
    const confirmed = `Confirmed in the cluster: ${counted(requests, 'request')} of ${counted(accounts, 'service account')} with stale tokens came from such a client.`
    const { explanation } = finding
    return { ...finding, explanation: { ...explanation, because: `${explanation.because} ${confirmed}` } }
  })
}

function mayBreak({ subject, level, status }: ClientFinding): boolean {
  return status.kind === 'open' && level !== 'pass' && subject.verdict.kind !== 'sends-no-token'
}

function isMeantBy(userAgent: string, { subject }: ClientFinding): boolean {
  const meant = clientsMeant(userAgent)
  return meant !== undefined && isMeant(meant, subject.dependency)
}

/** What a counter above zero breaks, its level, and what it says. */
const METRICS: readonly {
  readonly counter: TokenCounter
  readonly rule: Rule
  level(profile: ClusterProfile): Level
  readonly because: string
}[] = [
  {
    counter: 'stale',
    rule: staleTokensMetric,
    level: () => 'error',
    because:
      'The API server has seen tokens that are more than an hour old since it started: in requests, or in reviews that others asked for (TokenReview), which no audit log shows.'
  },
  {
    counter: 'legacy',
    rule: legacyTokensMetric,
    level: () => 'warning',
    because: 'The API server has counted requests with permanent tokens out of Secrets since it started.'
  },
  {
    counter: 'auto',
    rule: legacyTokensMetric,
    level: ({ minor }) => (minor && minor.value >= FIRST_WITH_CLEAN_UP ? 'error' : 'warning'),
    because:
      'The API server has counted requests with tokens of Secrets that the cluster made itself. From 1.29 on it revokes those that nobody used for a year.'
  },
  {
    counter: 'invalid',
    rule: legacyTokensMetric,
    level: () => 'error',
    because:
      'The API server has refused requests with tokens of Secrets that it has revoked: somebody still needs them.'
  },
  {
    counter: 'manual',
    rule: legacyTokensMetric,
    level: () => 'notice',
    because: 'The API server has counted requests with tokens of Secrets that a person made, which may have a reason.'
  }
]

/** Both are what a real API server did: evidence/kube-apiserver/README.md. */
const LOWER_BOUND = 'It counts each token once in ten seconds, so that there were at least so many.'

function metricFindings({ counts }: TokenMetrics, { profile, levels }: EvidenceSettings): Finding[] {
  return METRICS.flatMap(({ counter, rule, level, because }) => {
    const count = counts[counter]
    if (!count || count.total === 0) return []
    return finding({
      rule,
      level: levelUnder(levels, rule, level(profile)),
      subject: { kind: 'cluster', evidence: 'metric', object: TOKEN_COUNTERS[counter], snippet: countText(count) },
      place: count.place,
      because: `${because} ${LOWER_BOUND}`
    })
  })
}

function countText({ total, subjects }: Count): string {
  return subjects.length === 0 ? String(total) : `${total} (${subjects.join(', ')})`
}

function auditFinding(
  uses: AlikeUses,
  clients: readonly ClientFinding[] | undefined,
  { profile, levels, today }: EvidenceSettings
): Finding {
  const [{ kind, account, userAgent, secret, place }] = uses
  const rule = kind === 'stale' ? staleTokenAudit : legacyTokenAudit
  const sentences = [
    requestsSentence(uses),
    kind === 'stale' ? ageSentence(uses, profile, today) : secretSentence(secret),
    kind === 'stale' && clients ? clientSentence(userAgent, clients) : ''
  ]
  return finding({
    rule,
    level: levelUnder(levels, rule),
    subject: { kind: 'cluster', evidence: 'audit', object: account, snippet: userAgent },
    place,
    because: sentences.filter(sentence => sentence !== '').join(' ')
  })
}

/** How often, from which pods, and when. */
function requestsSentence(uses: AlikeUses): string {
  const requests = uses.reduce((sum, use) => sum + use.requests, 0)
  const pods = [...new Set(uses.flatMap(({ pod }) => (POD_NAME.test(pod) ? pod : [])))]
  const named = pods.slice(0, MOST_PODS).map(pod => `\`${pod}\``)
  const more = pods.length - named.length
  const from =
    pods.length === 0 ? '' : ` from ${[...named, ...(more === 0 ? [] : [counted(more, 'more pod')])].join(', ')}`
  const firsts = uses.flatMap(({ first }) => first ?? [])
  const lasts = uses.flatMap(({ last }) => last ?? [])
  if (firsts.length === 0 || lasts.length === 0) return `${counted(requests, 'request')}${from}.`
  const [first, last] = [dayOf(least(firsts)), dayOf(-least(lasts.map(moment => -moment)))]
  const when = first === last ? ` on ${first}` : ` from ${first} to ${last}`
  return `${counted(requests, 'request')}${from}${when}.`
}

/** How old the tokens are, and how long the cluster accepts them. The oldest one that is still in use counts. */
function ageSentence(uses: AlikeUses, { grace }: ClusterProfile, today: string): string {
  const issued = uses.flatMap(use => use.issued ?? [])
  const ages = uses.flatMap(({ age }) => age ?? [])
  if (ages.length === 0) return ''
  const age = `The token was ${ageText(-least(ages.map(each => -each)))} old.`
  if (!grace) return `${age} State the platform or the grace of the cluster to see when it is refused.`
  if (grace.value === 0 || issued.length === 0) return age
  const on = dayAfter(dayOf(least(issued)), grace.value)
  const left = daysBetween(today, on)
  const when = left < 0 ? `since ${on}` : `from ${on} on, in ${counted(left, 'day')}`
  return `${age} The cluster refuses it ${when}, unless its pod starts anew.`
}

function ageText(seconds: number): string {
  const hours = Math.floor(seconds / HOUR)
  return hours < 48 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day')
}

function secretSentence(secret: TokenUse['secret']): string {
  switch (secret?.origin) {
    case 'auto':
      return 'The cluster made the Secret of the token itself.'
    case 'manual':
      return 'A person made the Secret of the token.'
    case 'invalidated':
      return 'The cluster has revoked the Secret of the token, and refuses these requests.'
    default:
      return ''
  }
}

/** Which client sends the requests, and whether it was found in the repository. */
function clientSentence(userAgent: string, clients: readonly ClientFinding[]): string {
  const meant = clientsMeant(userAgent)
  if (!meant) return 'Its user agent is of no client that is known.'
  const found = clients.filter(client => isMeant(meant, client.subject.dependency))
  if (found.length === 0) return `It is ${meant.title}: seen in the cluster and not found here.`
  return `It is ${meant.title}, and such a client was found here.`
}

function finding({
  rule,
  level,
  subject,
  place,
  because
}: {
  readonly rule: Rule
  readonly level: Level
  readonly subject: ClusterSubject
  readonly place: Place
  readonly because: string
}): Finding {
  return {
    rule,
    level,
    subject,
    place,
    related: [],
    explanation: { because, evidence: [], fix: { steps: [], advice: rule.fix } },
    status: { kind: 'open' },
    identity: ''
  }
}

/** Without `Math.min(...)`, whose arguments must fit on the stack. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
