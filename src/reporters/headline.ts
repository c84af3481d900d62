/** The whole result in one sentence, the way the job ends, and the level of the worst that was found. */

import { groupBy } from '../collections.ts'
import { ecosystemOf } from '../ecosystems/index.ts'
import { type ClientFinding, type Finding, isAboutClient, isOpen } from '../model/finding.ts'
import { type Conclusion, type Gap, leavesUnread, type Report } from '../model/report.ts'
import type { Level, Rule } from '../model/rule.ts'
import type { VerdictKind } from '../model/verdict.ts'
import {
  clientGoBehindCluster,
  legacyTokenAudit,
  legacyTokensMetric,
  staleTokenAudit,
  staleTokensMetric
} from '../rules/cluster.ts'
import { type Digest, digestOf, packageKey, packagesIn } from './digest.ts'
import { COMPARED, count, HARMS, listed, lowerFirst, upperFirst, VERDICTS } from './phrases.ts'
import { VERDICT_ORDER } from './rank.ts'
import type { Result } from './reporter.ts'

const BROKEN: ReadonlySet<VerdictKind> = new Set<VerdictKind>(['sends-no-token', 'cannot-reload', 'below-minimum'])

/** A noun in singular and plural. */
interface Inflected {
  readonly one: string
  readonly many: string
}

/** How many packages have a verdict. */
interface Tally {
  readonly kind: VerdictKind
  readonly number: number
}

/** What a sentence about clients begins with: some of them, of how many, and where they come from. */
interface Among {
  /** All clients, of which those of the sentence are a part; absent where the sentence does not count them. */
  readonly all?: readonly ClientFinding[]
  /** Words after the noun: ` in this pull request`. */
  readonly where?: string
}

/**
 * The whole result in one sentence that holds nothing from the repository: the packages that the change makes worse; else what it
 * fixed; else what is there. Packages are counted, not their places.
 */
export function headline(result: Result): string {
  const clauses = [...configurationClause(result), judgement(result), ...furtherClauses(result)]
  const judged = clauses.map((clause, index) => (index === 0 ? clause : lowerFirst(clause))).join('; ')
  const gaps = unread(result.report)
  if (gaps === 0) return `${judged}.`
  const unreadPlaces = `${count(gaps, 'place')} could not be read`
  if (result.conclusion.verdict === 'incomplete') return `Incomplete: ${unreadPlaces}; ${lowerFirst(judged)}.`
  return `${judged}; ${unreadPlaces}.`
}

/** The headline of a comment that once reported findings, when there are none any more. */
export function resolvedHeadline(result: Result): string {
  return `Resolved: ${lowerFirst(headline(result))}`
}

/** How the job ends, and which setting says so, where the headline alone would leave that open; else undefined. */
export function outcome(result: Result): string | undefined {
  const { report, conclusion } = result
  const { verdict, failOn, failing, counted, counts } = conclusion
  if (verdict === 'incomplete') return 'The check fails, because what could not be read may name a client that breaks.'
  const change = changeWords(report)
  if (verdict === 'failed') {
    if (failing.every(({ level }) => level !== 'error')) return `The check fails, because fail-on is set to ${failOn}.`
    const isOld = change !== undefined && failing.every(wasThere)
    return isOld ? `The check fails, because it counts what was here before ${change} too.` : undefined
  }
  const unreadPlaces = report.gaps.filter(leavesUnread)
  if (counts.error === 0 && unreadPlaces.length === 0) return undefined
  const errors = report.findings.filter(finding => isOpen(finding) && finding.level === 'error')
  return counted === 'introduced' && [...errors, ...unreadPlaces].every(wasThere)
    ? `The check passes, because it counts only what ${change} introduces or worsens.`
    : 'The check passes nevertheless, because its settings allow it.'
}

/** Whether a finding, a gap or a waiver was the same or worse in the base. */
function wasThere({ change, existing }: Pick<Finding, 'change'> & { readonly existing?: boolean }): boolean {
  return change ? change.kind === 'existing' || change.kind === 'improved' : existing === true
}

/** The highest level among findings and waivers; `error` for every job that fails. */
export function worstLevel({ report: { waivers }, conclusion: { verdict, counts } }: Result): Level {
  const isAt = (level: Level) => counts[level] > 0 || waivers.some(waiver => waiver.level === level)
  if (verdict !== 'passed' || isAt('error')) return 'error'
  if (isAt('warning')) return 'warning'
  return isAt('notice') ? 'notice' : 'pass'
}

/** The level of a gap: what leaves something unread is an error unless the check passes all the same. */
export function gapLevel(gap: Pick<Gap, 'kind'>, { verdict }: Conclusion): Exclude<Level, 'pass'> {
  if (!leavesUnread(gap)) return 'notice'
  return verdict === 'passed' ? 'warning' : 'error'
}

/** The things of a change: `this pull request`; undefined where nothing was compared. */
export function changeWords({ comparison }: Report): string | undefined {
  return comparison?.kind === 'compared' ? COMPARED[comparison.base.kind] : undefined
}

/** With a wrong configuration nothing would be checked any more, so that it comes first. */
function configurationClause({ report: { configurationChange } }: Result): string[] {
  const { effect } = configurationChange ?? {}
  return effect !== undefined && 'problem' in effect ? ['The new configuration is wrong'] : []
}

function furtherClauses({ report, conclusion: { counts } }: Result): string[] {
  const { error, warning, notice, pass, waived } = counts
  const others = error + warning + notice + pass
  const expired = report.waivers.filter(({ state }) => state === 'expired').length
  return [
    ...(waived === 0 || others === 0 || changeWords(report) !== undefined
      ? []
      : [`${waived} more ${waived === 1 ? 'is' : 'are'} waived`]),
    ...(expired === 0 ? [] : [`${count(expired, 'waiver')} ${expired === 1 ? 'has' : 'have'} expired`])
  ]
}

function unread({ gaps }: Report): number {
  return gaps.filter(leavesUnread).length
}

function judgement(result: Result): string {
  const digest = digestOf(result)
  const change = changeWords(result.report)
  const worse = digest.worse.flat()
  if (change === undefined) return stateJudgement(result.report)
  if (worse.length > 0) return problems(worse, { where: ` in ${change}` })
  return betterJudgement(digest, change) ?? unchangedJudgement(digest, change) ?? stateJudgement(result.report)
}

/** What a change fixes or improves, and what is left; undefined where it does neither. */
function betterJudgement({ fixed, improved, existing, passing }: Digest, change: string): string | undefined {
  const done = [
    ...(fixed.length === 0 ? [] : [`fixes ${things(fixed.map(({ before }) => before))}`]),
    ...(improved.length === 0 ? [] : [`improves ${things(improved)}`])
  ]
  if (done.length === 0) return undefined
  const left = [...existing.flat(), ...improved]
  const all = passing.filter(isAboutClient)
  if (left.length > 0) return `${upperFirst(change)} ${listed(done)}; ${lowerFirst(problems(left, { where: ' left' }))}`
  return [
    `${upperFirst(change)} ${listed(done)}`,
    ...(all.length === 0 ? [] : [lowerFirst(allReload(all, true))])
  ].join('; ')
}

function unchangedJudgement({ existing }: Digest, change: string): string | undefined {
  return existing.length === 0 ? undefined : `${problems(existing.flat(), {})}, as before ${change}`
}

/** What there is, whether a change brought it or not. */
function stateJudgement(report: Report): string {
  const open = report.findings.filter(isOpen)
  const clients = open.filter(isAboutClient)
  const failing = open.filter(({ level }) => level !== 'pass')
  const judged = failing.length === 0 ? undefined : problems(failing, { all: clients })
  if (judged !== undefined) return judged
  return clients.length === 0 ? withoutClients(report) : allReload(clients)
}

/** Findings that do not pass, as a sentence: the broken clients, how many others there are, and the hazards. */
function problems(findings: readonly Finding[], among: Among): string {
  const clients = findings.filter(isAboutClient)
  const hazards = hazardClause(findings, among)
  const clauses = [
    ...(clients.length === 0 ? [] : [clientProblems(clients, among)]),
    ...(hazards === undefined ? [] : [hazards]),
    ...clusterClauses(findings)
  ]
  if (clauses.length === 0) return 'An override disagrees with a line that it decides over'
  return clauses.map((clause, index) => (index === 0 ? clause : lowerFirst(clause))).join('; ')
}

/** How many hazards there are and what they do, the most frequent first; undefined where there is none. */
function hazardClause(findings: readonly Finding[], { where = '' }: Among): string | undefined {
  const harms = findings.flatMap(({ rule }) => rule?.harm ?? [])
  const kinds = [...groupBy(harms, harm => harm).values()].sort((a, b) => b.length - a.length)
  const words = kinds.map(([harm, ...more]) => {
    const { one, many } = HARMS[harm]
    return { number: more.length + 1, does: more.length === 0 ? one : many }
  })
  const [only, ...others] = words
  if (!only) return undefined
  const hazards = `${count(harms.length, 'hazard')}${where}`
  if (others.length === 0) return `${hazards} ${only.does}`
  return `${hazards}: ${listed(words.map(({ number, does }) => `${number} ${does}`))}`
}

/** What the cluster shows, and how many packages are behind it. */
function clusterClauses(findings: readonly Finding[]): string[] {
  const isOf = (...rules: readonly Rule[]) => findings.filter(({ rule }) => rule && rules.includes(rule))
  const stale = isOf(staleTokensMetric, staleTokenAudit)
  const legacy = isOf(legacyTokensMetric, legacyTokenAudit)
  const behind = packagesIn(isOf(clientGoBehindCluster))
  return [
    ...(stale.length === 0 ? [] : ['The cluster shows that stale tokens are in use']),
    ...(legacy.length === 0 ? [] : ['The cluster shows that permanent tokens are in use']),
    ...(behind === 0 ? [] : [`${count(behind, 'package')} ${behind === 1 ? 'is' : 'are'} behind the cluster`])
  ]
}

function clientProblems(clients: readonly ClientFinding[], among: Among): string {
  const worst = worstOfEach(clients)
  // A notice fails nothing, whatever its verdict.
  const isBroken = ({ subject, level }: ClientFinding) => BROKEN.has(subject.verdict.kind) && level !== 'notice'
  const broken = worst.filter(isBroken)
  const doubtful = worst.filter(finding => !isBroken(finding))
  if (broken.length === 0) return sentence(doubtful, among)
  const more = doubtful.length
  if (more === 0) return sentence(broken, among)
  // A notice of an unknown client is nothing that anybody could look at.
  const isBeyond = doubtful.every(({ subject, level }) => subject.verdict.kind === 'unknown' && level === 'notice')
  const look = more === 1 ? 'needs a look' : 'need a look'
  return `${sentence(broken, among)}; ${more} more ${isBeyond ? verb({ kind: 'unknown', number: more }) : look}`
}

/** One finding for each package: the first of the worst verdict that is no notice. */
function worstOfEach(clients: readonly ClientFinding[]): readonly ClientFinding[] {
  const rank = ({ subject, level }: ClientFinding) =>
    VERDICT_ORDER.indexOf(subject.verdict.kind) + (level === 'notice' ? VERDICT_ORDER.length : 0)
  const worst = new Map<string, ClientFinding>()
  for (const finding of clients) {
    const key = packageKey(finding)
    const before = worst.get(key)
    if (!before || rank(finding) < rank(before)) worst.set(key, finding)
  }
  return [...worst.values()]
}

/** That all clients reload; `isShort`: the sentence has said before what they are. */
function allReload(clients: readonly ClientFinding[], isShort = false): string {
  const different = worstOfEach(clients)
  const { one, many } = nounFor(different)
  const total = different.length
  if (total === 1) return `The only ${isShort ? 'one' : one} ${VERDICTS.reloads.one}`
  return `${everyone(total)}${isShort ? '' : ` ${many}`} ${VERDICTS.reloads.many}`
}

/** "2 of 5 Kubernetes clients" and their verdict; for several verdicts, the number of each. */
function sentence(findings: readonly ClientFinding[], { all, where = '' }: Among): string {
  const total = all && worstOfEach(all).length
  const noun = nounFor(all ?? findings)
  const [first, ...others] = tallies(findings)
  if (!first) return ''
  const counted = total === undefined ? count(first.number, noun.one, noun.many) : share(first.number, total, noun)
  const parts = others.map(tally => `${tally.number} ${verb(tally)}`)
  const start = `${counted}${where} ${verb(first)}`
  return parts.length === 0 ? start : `${start}, ${parts.length === 1 ? 'and ' : ''}${listed(parts)}`
}

function share(number: number, total: number, { one, many }: Inflected): string {
  if (total === 1) return `The only ${one}`
  return number === total ? `${everyone(total)} ${many}` : `${number} of ${total} ${many}`
}

function everyone(total: number): string {
  return total === 2 ? 'Both' : `All ${total}`
}

function verb({ kind, number }: Tally): string {
  return number === 1 ? VERDICTS[kind].one : VERDICTS[kind].many
}

/** How many packages and other things there are: `2 Kubernetes clients and 1 hazard`. */
function things(findings: readonly Finding[]): string {
  const clients = worstOfEach(findings.filter(isAboutClient))
  const { one, many } = nounFor(clients)
  const hazards = findings.filter(({ subject }) => subject.kind === 'hazard').length
  const others = findings.filter(({ subject }) => subject.kind === 'cluster').length
  return listed([
    ...(clients.length === 0 ? [] : [count(clients.length, one, many)]),
    ...(hazards === 0 ? [] : [count(hazards, 'hazard')]),
    ...(others === 0 ? [] : [count(others, 'finding about the cluster', 'findings about the cluster')])
  ])
}

/** Packages, what holds one, such as a container image, or both. */
function nounFor(clients: readonly ClientFinding[]): Inflected {
  const holders = clients.flatMap(({ subject }) => ecosystemOf(subject.dependency.ecosystem)?.holders ?? [])
  const [holder] = holders
  if (!holder) return { one: 'Kubernetes client', many: 'Kubernetes clients' }
  if (holders.length < clients.length)
    return { one: 'Kubernetes client', many: `Kubernetes clients and ${holder.many}` }
  return { one: `${holder.one} with a Kubernetes client`, many: `${holder.many} with a Kubernetes client` }
}

function tallies(findings: readonly ClientFinding[]): Tally[] {
  return VERDICT_ORDER.flatMap(kind => {
    const number = findings.filter(({ subject }) => subject.verdict.kind === kind).length
    return number === 0 ? [] : [{ kind, number }]
  })
}

function withoutClients({ coverage, findings, gaps }: Report): string {
  const files = count(coverage.listed, 'listed file')
  if (coverage.listed === 0) return 'Nothing to scan: no file was found'
  const waived = findings.filter(({ status }) => status.kind === 'waived').length
  if (waived === 1) return 'The only Kubernetes client is waived'
  if (waived > 0) return `All ${waived} Kubernetes clients are waived`
  if (findings.length > 0) return 'Every Kubernetes client that was found is settled by another file'
  const named = gaps.filter(({ kind }) => kind === 'not-understood').length
  if (named > 0) return `A Kubernetes client is named, but not understood, in ${count(named, 'place')}`
  const there = coverage.claimed - coverage.absent
  if (there > 0) return `No Kubernetes client was found in ${count(there, 'dependency file')} (${files} in all)`
  if (coverage.claimed > 0) return 'No Kubernetes client was found: the listed dependency files are absent'
  const none =
    coverage.listed === 1
      ? 'the only listed file is not a dependency file'
      : `none of the ${files} is a dependency file`
  return `No Kubernetes client was found: ${none}`
}
