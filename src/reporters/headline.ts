/** The whole result in one sentence, the way the job ends, and the level of the worst that was found. */

import { ecosystemOf } from '../ecosystems/index.ts'
import { type ClientFinding, type Finding, isAboutClient, isOpen } from '../model/finding.ts'
import { leavesUnread, type Report } from '../model/report.ts'
import type { Level } from '../model/rule.ts'
import type { VerdictKind } from '../model/verdict.ts'
import { overrideDisagrees } from '../rules/overrides.ts'
import { count, VERDICTS } from './phrases.ts'
import { VERDICT_ORDER } from './rank.ts'
import type { Result } from './reporter.ts'

const BROKEN: ReadonlySet<VerdictKind> = new Set<VerdictKind>(['sends-no-token', 'cannot-reload', 'below-minimum'])

/** A noun or the end of a sentence, in singular and plural. */
interface Inflected {
  readonly one: string
  readonly many: string
}

/** How many findings have a verdict. */
interface Tally {
  readonly kind: VerdictKind
  readonly number: number
}

/** The whole result in one sentence that holds nothing from the repository. */
export function headline({ report, conclusion }: Result): string {
  const judged = [judgement(report), ...waiverClauses({ report, conclusion })].join('; ')
  const gaps = unread(report)
  if (gaps === 0) return `${judged}.`
  const unreadPlaces = `${count(gaps, 'place')} could not be read`
  if (conclusion.verdict === 'incomplete') return `Incomplete: ${unreadPlaces}; ${lowerFirst(judged)}.`
  return `${judged}; ${unreadPlaces}.`
}

/** The headline of a comment that once reported findings, when there are none any more. */
export function resolvedHeadline(result: Result): string {
  return `Resolved: ${lowerFirst(headline(result))}`
}

/** How the job ends, and which setting says so, where the headline alone would leave that open; else undefined. */
export function outcome({ report, conclusion }: Result): string | undefined {
  const { verdict, failOn, counts } = conclusion
  if (verdict === 'incomplete') return 'The check fails, because what could not be read may name a client that breaks.'
  if (verdict === 'failed') {
    return counts.error > 0 ? undefined : `The check fails, because fail-on is set to ${failOn}.`
  }
  const passesDespite = counts.error > 0 || unread(report) > 0
  return passesDespite ? 'The check passes nevertheless, because its settings allow it.' : undefined
}

/** The highest level among findings and waivers; `error` for every job that fails. */
export function worstLevel({ report: { waivers }, conclusion: { verdict, counts } }: Result): Level {
  const isAt = (level: Level) => counts[level] > 0 || waivers.some(waiver => waiver.level === level)
  if (verdict !== 'passed' || isAt('error')) return 'error'
  if (isAt('warning')) return 'warning'
  return isAt('notice') ? 'notice' : 'pass'
}

function waiverClauses({ report, conclusion: { counts } }: Result): string[] {
  const { error, warning, notice, pass, waived } = counts
  const others = error + warning + notice + pass
  const expired = report.waivers.filter(({ state }) => state === 'expired').length
  return [
    ...(waived === 0 || others === 0 ? [] : [`${waived} more ${waived === 1 ? 'is' : 'are'} waived`]),
    ...(expired === 0 ? [] : [`${count(expired, 'waiver')} ${expired === 1 ? 'has' : 'have'} expired`])
  ]
}

function unread({ gaps }: Report): number {
  return gaps.filter(leavesUnread).length
}

/** The open findings about clients. */
function clientsIn({ findings }: Report): ClientFinding[] {
  return findings.filter(isAboutClient).filter(isOpen)
}

function judgement(report: Report): string {
  const clients = clientsIn(report)
  const hazards = hazardClause(report)
  if (clients.length === 0) return hazards ?? withoutClients(report)
  const judged = clientJudgement(clients)
  return hazards === undefined ? judged : `${judged}; ${lowerFirst(hazards)}`
}

/** The number of hazards; undefined where there is none. */
function hazardClause({ findings }: Report): string | undefined {
  const isHazard = (finding: Finding) => !isAboutClient(finding) && finding.rule !== overrideDisagrees
  const number = findings.filter(finding => isOpen(finding) && isHazard(finding)).length
  if (number === 0) return undefined
  return `${count(number, 'hazard')} ${number === 1 ? 'defeats' : 'defeat'} the reloading of tokens`
}

function clientJudgement(clients: readonly ClientFinding[]): string {
  const failing = clients.filter(({ level }) => level !== 'pass')
  // A notice fails nothing, whatever its verdict.
  const isBroken = ({ subject, level }: ClientFinding) => BROKEN.has(subject.verdict.kind) && level !== 'notice'
  const broken = tallies(failing.filter(isBroken))
  const doubtful = tallies(failing.filter(finding => !isBroken(finding)))
  if (broken.length === 0 && doubtful.length === 0) return allReload(clients)
  if (broken.length === 0) return sentence(doubtful, clients, { one: 'needs a look', many: 'need a look' })
  const first = sentence(broken, clients, {
    one: 'fails the bound-token check',
    many: 'fail the bound-token check'
  })
  const more = sum(doubtful)
  return more === 0 ? first : `${first}; ${more} more ${more === 1 ? 'needs' : 'need'} a look`
}

function allReload(clients: readonly ClientFinding[]): string {
  const { one, many } = nounFor(clients)
  const total = clients.length
  if (total === 1) return `The only ${one} ${VERDICTS.reloads.one}`
  return `${total === 2 ? 'Both' : `All ${total}`} ${many} ${VERDICTS.reloads.many}`
}

/** "2 of 5 Kubernetes clients" and their verdict; for several verdicts `ending`, and the number of each. */
function sentence(parts: readonly Tally[], clients: readonly ClientFinding[], ending: Inflected): string {
  const number = sum(parts)
  const { one, many } = nounFor(clients)
  const subject = clients.length === 1 ? `The only ${one}` : `${number} of ${clients.length} ${many}`
  const inflected = (words: Inflected) => (number === 1 ? words.one : words.many)
  const [only, ...others] = parts
  if (only && others.length === 0) return `${subject} ${inflected(VERDICTS[only.kind])}`
  const listed = parts.map(
    part => `${part.number} ${part.number === 1 ? VERDICTS[part.kind].shortOne : VERDICTS[part.kind].shortMany}`
  )
  return `${subject} ${inflected(ending)}: ${listed.join(', ')}`
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

function sum(parts: readonly Tally[]): number {
  return parts.reduce((total, { number }) => total + number, 0)
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

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
