/** The words of every report: one row per verdict, reason, gap and level, and the headline. Every reporter speaks from here. */

import { ecosystemOf } from '../ecosystems/index.ts'
import type { ChainLink, Origin } from '../model/dependency.ts'
import { type ClientFinding, type Finding, isAboutClient, isOpen } from '../model/finding.ts'
import { type Conclusion, type GapKind, leavesUnread, type Report } from '../model/report.ts'
import type { Level, Rule } from '../model/rule.ts'
import type { Fix, Proof, UnknownReason, VerdictKind } from '../model/verdict.ts'
import type { WaiverResult, WaiverState } from '../model/waiver.ts'
import {
  clientBelowMinimum,
  clientCannotReload,
  clientReloadsLate,
  clientSendsNoToken,
  clientUnknown
} from '../rules/clients.ts'
import { waiverExpired, waiverUnused } from '../rules/waivers.ts'
import { dependencyOf } from './subject.ts'

/** The name under which every report goes. */
export const TOOL = 'Bound Token Check'

/** The most packages of a chain that are shown; real chains are shorter. */
const LONGEST_CHAIN = 8

/** A few words for a table, and a sentence for whoever meets them for the first time. */
export interface Phrase {
  readonly label: string
  readonly sentence: string
}

/** What stands in front of a line: ASCII for logs, one character that GitHub draws for Markdown. */
export interface Marked extends Phrase {
  readonly marker: { readonly text: string; readonly markdown: string }
}

/** A verdict also continues a sentence: `one` and `many` after "2 of 5 Kubernetes clients", the short ones in a list. */
export interface VerdictPhrase extends Phrase {
  readonly one: string
  readonly many: string
  readonly shortOne: string
  readonly shortMany: string
}

/** The words of a rule, which are those of the verdict that breaks it. */
function wordsOf({ title, meaning }: Rule): Phrase {
  return { label: title, sentence: meaning }
}

/** The words of each verdict. */
export const VERDICTS: Readonly<Record<VerdictKind, VerdictPhrase>> = {
  'sends-no-token': {
    ...wordsOf(clientSendsNoToken),
    one: 'sends no service-account token at all',
    many: 'send no service-account token at all',
    shortOne: 'sends no token',
    shortMany: 'send no token'
  },
  'cannot-reload': {
    ...wordsOf(clientCannotReload),
    one: 'cannot reload bound service-account tokens',
    many: 'cannot reload bound service-account tokens',
    shortOne: 'cannot reload',
    shortMany: 'cannot reload'
  },
  'below-minimum': {
    ...wordsOf(clientBelowMinimum),
    one: 'is below the documented minimum version',
    many: 'are below the documented minimum version',
    shortOne: 'is below the minimum',
    shortMany: 'are below the minimum'
  },
  'reloads-late': {
    ...wordsOf(clientReloadsLate),
    one: 'reloads the token late',
    many: 'reload the token late',
    shortOne: 'reloads late',
    shortMany: 'reload late'
  },
  unknown: {
    ...wordsOf(clientUnknown),
    one: 'cannot be judged',
    many: 'cannot be judged',
    shortOne: 'is unknown',
    shortMany: 'are unknown'
  },
  reloads: {
    label: 'reloads',
    sentence: 'The client reads the token again before it ends.',
    one: 'reloads bound service-account tokens',
    many: 'reload bound service-account tokens',
    shortOne: 'reloads',
    shortMany: 'reload'
  }
}

/** From bad to good, which is also the order of telling. */
export const VERDICT_ORDER: readonly VerdictKind[] = [
  'sends-no-token',
  'cannot-reload',
  'below-minimum',
  'reloads-late',
  'unknown',
  'reloads'
]

const BROKEN: ReadonlySet<VerdictKind> = new Set<VerdictKind>(['sends-no-token', 'cannot-reload', 'below-minimum'])

/** Why something is unknown. */
export const REASONS: Readonly<Record<UnknownReason, Phrase>> = {
  'open-range': {
    label: 'open range',
    sentence: 'The range allows versions that reload and versions that do not, and no lockfile says which one is used.'
  },
  source: {
    label: 'not from a registry',
    sentence: 'The package comes from git, a folder or an address, so no release stands for it.'
  },
  placeholder: {
    label: 'unresolved placeholder',
    sentence: 'The version is a variable or a property that this file does not define.'
  },
  fork: {
    label: 'fork',
    sentence: 'A fork stands in for the client, and releases of the original say nothing about it.'
  },
  'not-a-version': { label: 'not a version', sentence: 'The text is no version in this ecosystem.' },
  'no-version': {
    label: 'no version',
    sentence: 'The file names the package without a version, and no lockfile says which one is used.'
  },
  'not-examined': { label: 'not examined', sentence: 'Nobody has looked at what this version does.' },
  'never-released': { label: 'never released', sentence: 'No release carries this version.' },
  'no-order': { label: 'no order', sentence: 'No order of versions says where this one stands.' },
  'moving-version': {
    label: 'moving version',
    sentence: 'The text names something that changes, such as a branch or a snapshot.'
  },
  'no-loader': {
    label: 'no token loader',
    sentence: 'The package reads no token itself; whatever hands it one decides.'
  }
}

/** The words of each kind of gap. */
export const GAPS: Readonly<Record<GapKind, Marked>> = {
  'unreadable-file': {
    label: 'unreadable file',
    sentence: 'The file could not be opened, or is no text.',
    marker: { text: 'GAP', markdown: '❓' }
  },
  'unparseable-file': {
    label: 'unparseable file',
    sentence: 'From this place on the file breaks the rules of its format.',
    marker: { text: 'GAP', markdown: '❓' }
  },
  'unrecognised-entry': {
    label: 'unrecognised entry',
    sentence: 'One entry has a form that is not known; the rest of the file was read.',
    marker: { text: 'GAP', markdown: '❓' }
  },
  'computed-entry': {
    label: 'computed entry',
    sentence:
      'A script works out what it installs, and the words suggest a client. Nobody can read more: that alone makes no scan incomplete.',
    marker: { text: 'NOTE', markdown: 'ℹ️' }
  },
  'absent-file': {
    label: 'absent file',
    sentence: 'Something names this file, and it is not in the scanned folder. That alone makes no scan incomplete.',
    marker: { text: 'NOTE', markdown: 'ℹ️' }
  }
}

/** The words of each level. */
export const LEVELS: Readonly<Record<Level, Marked>> = {
  error: {
    label: 'error',
    sentence: 'Breaks, or breaks the documented rule.',
    marker: { text: 'ERROR', markdown: '❌' }
  },
  warning: {
    label: 'warning',
    sentence: 'Works only under conditions, or could not be judged.',
    marker: { text: 'WARN', markdown: '⚠️' }
  },
  notice: { label: 'notice', sentence: 'Worth knowing.', marker: { text: 'NOTE', markdown: 'ℹ️' } },
  pass: { label: 'pass', sentence: 'Nothing to do.', marker: { text: 'OK', markdown: '✅' } }
}

/** The words of each state of a waiver. */
export const WAIVERS: Readonly<Record<WaiverState, Phrase>> = {
  'in-force': { label: 'in force', sentence: 'It covers findings, which are told and count for nothing.' },
  expired: { label: waiverExpired.title, sentence: 'Its last day has passed, and it covers nothing any more.' },
  unused: { label: waiverUnused.title, sentence: 'It covers no finding.' }
}

/** What became of a waiver that is not in force, and what to do. */
export function waiverSentence({ waiver, state, findings }: WaiverResult): string {
  if (state === 'unused') return `${WAIVERS.unused.sentence} Remove it.`
  const remedy =
    findings === 0
      ? 'Nothing needs it: remove it.'
      : `${count(findings, 'finding')} that it covered ${findings === 1 ? 'counts' : 'count'} again: fix ${findings === 1 ? 'it' : 'them'}, or agree on a new day.`
  return `Its last day was ${waiver.until}. ${remedy}`
}

/** How sure a piece of evidence is, as words that follow it in brackets. */
export const PROOFS: Readonly<Record<Proof, string>> = {
  executed: 'seen by running it',
  source: 'read in its source',
  documented: 'documented',
  unsure: 'not certain',
  stated: 'stated by this repository itself'
}

/** Where the version of a finding comes from, before its place. */
export const ORIGINS: Readonly<Record<Origin, string>> = { manifest: 'stated in', lockfile: 'resolved in' }

/** What the documented minimums mean, and what no verdict says. */
export const MINIMUMS =
  'A minimum is the lowest version that the vendor documents name for a client; what the released code was seen to do counts as well. The verdict is about the library: a program that copies the token out of it defeats any version.'

/** "1 file" or "2 files"; `many` is the singular with an s unless given. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** A chain of packages with arrows between them; the middle of a long one is only counted. */
export function chainText(chain: readonly ChainLink[], quote: (text: string) => string): string {
  const texts = chain.map(link => quote(linkText(link)))
  const left = chain.length - LONGEST_CHAIN
  if (left <= 0) return texts.join(' → ')
  const half = LONGEST_CHAIN / 2
  return [...texts.slice(0, half), `${left} more`, ...texts.slice(-half)].join(' → ')
}

/** A package of a chain: its name and, where the file gives one, its version. */
export function linkText({ name, version }: ChainLink): string {
  return version === '' ? name : `${name} ${version}`
}

/** What is known of who asked for it where nobody is known to have, and where the file does not tell what brings it in. */
export function indirectText({ subject }: Finding, quote: (text: string) => string): string | undefined {
  if (subject.kind !== 'client' || subject.dependency.chain) return undefined
  const { direct } = subject.dependency
  const why = subject.chainCommand
  const tells = why === undefined ? '' : `; ${quote(why)} tells which`
  if (direct === false) return `another package brings it in${tells}`
  return why === undefined ? undefined : `where no manifest names it, another package brings it in${tells}`
}

/** The version that helps: of the client, or of the package that brings it in; undefined where there is none. */
export function targetText({ version, through }: Fix, quote: (text: string) => string): string | undefined {
  if (through) return `${quote(through.name)} ${quote(through.version)} or newer, which brings a client that passes`
  return version === undefined ? undefined : `${quote(version)} or newer`
}

/** What else is to be said of a finding, a sentence each. `quote` makes the repository's texts fit for the channel. */
export function remarks(finding: Finding, quote: (text: string) => string): string[] {
  const { alias, replacement, direct, chain } = dependencyOf(finding) ?? {}
  const indirect = indirectText(finding, quote)
  return [
    ...(alias === undefined ? [] : [`The file calls it ${quote(alias)}.`]),
    ...(replacement === undefined ? [] : [`${quote(replacement)} stands in for it.`]),
    ...(chain ? [origin(chain, quote)] : []),
    ...(indirect === undefined ? [] : [`${direct === false ? `It is indirect: ${indirect}` : upperFirst(indirect)}.`])
  ]
}

function origin([first, ...others]: readonly ChainLink[], quote: (text: string) => string): string {
  const between = others.slice(0, -1)
  const through = between.length === 0 ? '' : `, through ${chainText(between, quote)}`
  return `It is brought in by ${first ? quote(linkText(first)) : ''}, which the project asks for${through}.`
}

/** The title of the rule, with the reason where there is one: `unknown (open range)`. */
export function verdictLabel({ subject, rule }: Finding): string {
  if (subject.kind === 'hazard') return rule?.title ?? ''
  const { kind, reason } = subject.verdict
  const { label } = VERDICTS[kind]
  return reason === undefined ? label : `${label} (${REASONS[reason].label})`
}

/** The whole report in one sentence that holds nothing from the repository. */
export function headline(report: Report, conclusion: Conclusion): string {
  const judged = [judgement(report), ...waiverClauses(report, conclusion)].join('; ')
  const gaps = unread(report)
  if (gaps === 0) return `${judged}.`
  const unreadPlaces = `${count(gaps, 'place')} could not be read`
  if (conclusion.verdict === 'incomplete') return `Incomplete: ${unreadPlaces}; ${lowerFirst(judged)}.`
  return `${judged}; ${unreadPlaces}.`
}

/** How the job ends, and which setting says so, where the headline alone would leave that open; else undefined. */
export function outcome(report: Report, conclusion: Conclusion): string | undefined {
  const { verdict, failOn, counts: numbers } = conclusion
  if (verdict === 'incomplete') return 'The check fails, because what could not be read may name a client that breaks.'
  if (verdict === 'failed') {
    return numbers.error > 0
      ? undefined
      : `The check fails, because findings of the level ${failOn} are set to fail it.`
  }
  const loud = numbers.error > 0 || unread(report) > 0
  return loud ? 'The check passes all the same: its settings say so.' : undefined
}

function waiverClauses(
  { waivers }: Report,
  { counts: { error, warning, notice, pass, waived } }: Conclusion
): string[] {
  const others = error + warning + notice + pass
  const expired = waivers.filter(({ state }) => state === 'expired').length
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

/** How many hazards there are; undefined where there is none. */
function hazardClause({ findings }: Report): string | undefined {
  const number = findings.filter(finding => isOpen(finding) && !isAboutClient(finding)).length
  return number === 0
    ? undefined
    : `${count(number, 'hazard')} ${number === 1 ? 'defeats' : 'defeat'} the reloading of tokens`
}

function judgement(report: Report): string {
  const clients = clientsIn(report).length
  const dangers = hazardClause(report)
  if (clients === 0) return dangers ?? nothing(report)
  const judged = clientJudgement(report, clients)
  return dangers === undefined ? judged : `${judged}; ${lowerFirst(dangers)}`
}

function clientJudgement(report: Report, total: number): string {
  const told = clientsIn(report).filter(({ level }) => level !== 'pass')
  // What is only worth a notice fails nothing, whatever its verdict.
  const fails = ({ subject, level }: ClientFinding) => BROKEN.has(subject.verdict.kind) && level !== 'notice'
  const broken = kindsOf(told.filter(fails))
  const doubtful = kindsOf(told.filter(finding => !fails(finding)))
  const subjects = subjectsOf(report)
  if (broken.length === 0) {
    if (doubtful.length === 0) {
      if (total === 1) return `The only ${subjects.one} ${VERDICTS.reloads.one}`
      return `${total === 2 ? 'Both' : `All ${total}`} ${subjects.many} ${VERDICTS.reloads.many}`
    }
    return sentence(doubtful, total, subjects, 'needs a look', 'need a look')
  }
  const first = sentence(broken, total, subjects, 'fails the bound-token check', 'fail the bound-token check')
  const more = sum(doubtful)
  return more === 0 ? first : `${first}; ${more} more ${more === 1 ? 'needs' : 'need'} a look`
}

interface Kind {
  readonly kind: VerdictKind
  readonly number: number
}

function kindsOf(findings: readonly ClientFinding[]): Kind[] {
  return VERDICT_ORDER.flatMap(kind => {
    const number = findings.filter(({ subject }) => subject.verdict.kind === kind).length
    return number === 0 ? [] : [{ kind, number }]
  })
}

/** What the findings that stand for themselves are: packages, images that hold one, or both. */
function subjectsOf(report: Report): Subjects {
  const own = clientsIn(report)
  const holders = own.flatMap(({ subject }) => ecosystemOf(subject.dependency.ecosystem)?.holders ?? [])
  const [holder] = holders
  if (!holder) return { one: 'Kubernetes client', many: 'Kubernetes clients' }
  if (holders.length === own.length)
    return { one: `${holder.one} with a Kubernetes client`, many: `${holder.many} with a Kubernetes client` }
  return { one: 'Kubernetes client', many: `Kubernetes clients and ${holder.many}` }
}

interface Subjects {
  readonly one: string
  readonly many: string
}

function sentence(kinds: readonly Kind[], total: number, subjects: Subjects, one: string, many: string): string {
  const number = sum(kinds)
  const subject = total === 1 ? `The only ${subjects.one}` : `${number} of ${total} ${subjects.many}`
  const singular = number === 1
  const [only, ...others] = kinds
  if (only && others.length === 0) return `${subject} ${singular ? VERDICTS[only.kind].one : VERDICTS[only.kind].many}`
  const parts = kinds.map(
    ({ kind, number }) => `${number} ${number === 1 ? VERDICTS[kind].shortOne : VERDICTS[kind].shortMany}`
  )
  return `${subject} ${singular ? one : many}: ${parts.join(', ')}`
}

function sum(kinds: readonly Kind[]): number {
  return kinds.reduce((total, { number }) => total + number, 0)
}

function nothing({ coverage, findings }: Report): string {
  const files = count(coverage.listed, 'listed file')
  if (coverage.listed === 0) return 'Nothing to scan: no file was found'
  const waived = findings.filter(({ status }) => status.kind === 'waived').length
  if (waived > 0)
    return waived === 1 ? 'The only Kubernetes client is waived' : `All ${waived} Kubernetes clients are waived`
  if (findings.length > 0) return 'No Kubernetes client stands for itself: other files settle all that were found'
  if (coverage.claimed === 0)
    return `No Kubernetes client was found: ${coverage.listed === 1 ? 'the only listed file is no dependency file' : `none of the ${files} is a dependency file`}`
  return `No Kubernetes client was found in ${count(coverage.claimed, 'dependency file')} (${files} in all)`
}

/** What became of the files, as a sum that adds up. */
export function coverageSentence({ coverage }: Report): string {
  const { source, listed, excluded, leftOut, claimed, unmentioned, read, failed } = coverage
  const out = Object.values(excluded).reduce((total, number) => total + number, 0)
  const found = `${count(listed, 'file')} ${source === 'git' ? 'listed by git' : 'found in the folder'}`
  const files = [
    found,
    ...(out === 0 ? [] : [`${out} left out by default`]),
    ...(leftOut === 0 ? [] : [`${leftOut} left out by the configuration`])
  ].join(', ')
  if (claimed === 0) return `${files}; no dependency file.`
  return `${files}; ${count(claimed, 'dependency file')}: ${unmentioned} without a client, ${read} read in full, ${failed} with gaps.`
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** The headline of a comment that once told of findings, when there are none any more. */
export function resolvedHeadline(report: Report, conclusion: Conclusion): string {
  return `Resolved: ${lowerFirst(headline(report, conclusion))}`
}
