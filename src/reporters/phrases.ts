/** The words that reports share: one row per verdict, reason, gap, level and state of a waiver. */

import type { BaseKind } from '../model/comparison.ts'
import type { ChangeKind } from '../model/finding.ts'
import type { Coverage, GapKind, Report, WithoutGit } from '../model/report.ts'
import type { Harm, Rule } from '../model/rule.ts'
import type { Proof, UnknownReason, VerdictKind } from '../model/verdict.ts'
import type { WaiverResult, WaiverState } from '../model/waiver.ts'
import {
  clientBelowMinimum,
  clientCannotReload,
  clientReloadsLate,
  clientSendsNoToken,
  clientUnknown
} from '../rules/clients.ts'
import { waiverExpired, waiverUnused } from '../rules/waivers.ts'

/** The name under which every report goes. */
export const TOOL = 'Bound Token Check'

/** A few words for a table, and a sentence that explains them. */
export interface Phrase {
  readonly label: string
  readonly sentence: string
}

/**
 * A verdict as the end of a sentence: `one` and `many` after a number of clients, `does` after the client and its version, `did`
 * after "before, it".
 */
export interface VerdictPhrase extends Phrase {
  readonly one: string
  readonly many: string
  readonly does: string
  readonly did: string
}

/** The words of a rule, which are those of the verdict that breaks it. */
function wordsOf({ title, meaning }: Rule): Phrase {
  return { label: title, sentence: meaning }
}

/** The words of each verdict. */
export const VERDICTS: Readonly<Record<VerdictKind, VerdictPhrase>> = {
  'sends-no-token': {
    ...wordsOf(clientSendsNoToken),
    one: 'sends no token at all',
    many: 'send no token at all',
    does: 'sends no token',
    did: 'sent no token'
  },
  'cannot-reload': {
    ...wordsOf(clientCannotReload),
    one: 'stops working when its token expires',
    many: 'stop working when their token expires',
    does: 'cannot reload its token',
    did: 'could not reload its token'
  },
  'below-minimum': {
    ...wordsOf(clientBelowMinimum),
    one: 'is below the documented minimum version',
    many: 'are below the documented minimum version',
    does: 'is below the documented minimum',
    did: 'was below the documented minimum'
  },
  'reloads-late': {
    ...wordsOf(clientReloadsLate),
    one: 'reloads its token late',
    many: 'reload their token late',
    does: 'reloads its token late',
    did: 'reloaded its token late'
  },
  unknown: {
    ...wordsOf(clientUnknown),
    one: 'cannot be judged',
    many: 'cannot be judged',
    does: 'cannot be judged',
    did: 'could not be judged'
  },
  reloads: {
    label: 'reloads',
    sentence: 'The client reads the token again before it expires.',
    one: 'reloads its token',
    many: 'reload their token',
    does: 'reloads its token',
    did: 'reloaded its token'
  }
}

/** The word in front of what a change does; none for what was there before. */
export const CHANGES: Readonly<Record<ChangeKind, string | undefined>> = {
  introduced: 'Introduced',
  worsened: 'Worsened',
  existing: undefined,
  improved: 'Improved'
}

/** The word in front of what was bad in the base and is so no more. */
export const FIXED = 'Fixed'

/** What is compared with each kind of base. */
export const COMPARED: Readonly<Record<BaseKind, string>> = {
  'first-parent': 'this pull request',
  'merge-base': 'this pull request',
  'queue-parent': 'this merge group',
  'before-push': 'this push',
  named: 'this change'
}

/** Why something is unknown. */
export const REASONS: Readonly<Record<UnknownReason, string>> = {
  'open-range': 'open range',
  source: 'not from a registry',
  placeholder: 'unresolved placeholder',
  fork: 'fork',
  'not-a-version': 'not a version',
  'no-version': 'no version',
  'not-examined': 'not examined',
  'never-released': 'never released',
  'no-order': 'no order',
  'moving-version': 'moving version',
  'no-loader': 'no token loader'
}

/** A gap also says what to do about it. */
export interface GapPhrase extends Phrase {
  readonly remedy: string
}

const LEAVE_OUT = 'or leave it out with "paths.exclude" in the configuration'

/** The words of each kind of gap. */
export const GAPS: Readonly<Record<GapKind, GapPhrase>> = {
  'unreadable-file': {
    label: 'unreadable file',
    sentence: 'The file could not be opened, or it is not a text file.',
    remedy: `Make the file readable, ${LEAVE_OUT}.`
  },
  'unparseable-file': {
    label: 'unparseable file',
    sentence: 'From this place on, the file does not follow the rules of its format.',
    remedy: `Correct the file at this line, ${LEAVE_OUT}.`
  },
  'unrecognised-entry': {
    label: 'unrecognised entry',
    sentence: 'One entry has an unknown form; the rest of the file was read.',
    remedy: `Write the entry in a documented form, ${LEAVE_OUT}.`
  },
  'computed-entry': {
    label: 'computed entry',
    sentence:
      'A script computes the name of a package that it installs, and its words suggest a client. This alone does not make the scan incomplete.',
    remedy: 'Look at what the script installs.'
  },
  'not-understood': {
    label: 'not understood',
    sentence:
      'A client is named in a place where no dependency is known to be stated. That alone makes no scan incomplete.',
    remedy: 'Look at the line.'
  },
  'absent-file': {
    label: 'absent file',
    sentence:
      'Git or another file names this file, but it is not in the scanned folder. This alone does not make the scan incomplete.',
    remedy: 'If it belongs to the repository, check it out before the scan.'
  },
  'other-repository': {
    label: 'other repository',
    sentence:
      'A git repository of its own lies in the scanned folder, and the scanned one does not track it. That alone makes no scan incomplete.',
    remedy: 'Scan it by itself.'
  },
  inconclusive: {
    label: 'inconclusive',
    sentence:
      'The metrics of the cluster prove neither that stale tokens are in use nor that none is. That alone makes no scan incomplete.',
    remedy: 'Give the whole metrics of every API server, taken after it has run for a day or longer.'
  }
}

/** Why git did not list the files of the folder. */
const WITHOUT_GIT: Readonly<Record<WithoutGit, string>> = {
  'no-git': 'git was not found',
  'no-work-tree': 'not a work tree of git',
  'git-failed': 'git could not read its index',
  'nothing-tracked': 'git tracks none of them'
}

/** What one hazard and what several of a kind do, for the headline. */
export const HARMS: Readonly<Record<Harm, { readonly one: string; readonly many: string }>> = {
  'keeps-token': { one: 'keeps a token that expires', many: 'keep a token that expires' },
  'permanent-token': { one: 'makes or uses a permanent token', many: 'make or use a permanent token' },
  'needs-secret': {
    one: 'needs a Secret that clusters no longer make',
    many: 'need a Secret that clusters no longer make'
  },
  'changes-lifetime': { one: 'changes how long tokens are valid', many: 'change how long tokens are valid' },
  'old-add-on': {
    one: 'is an add-on that is too old to reload its token',
    many: 'are add-ons that are too old to reload their token'
  }
}

/** The words of each state of a waiver. */
export const WAIVERS: Readonly<Record<WaiverState, string>> = {
  'in-force': 'in force',
  expired: waiverExpired.title,
  unused: waiverUnused.title
}

/** The state of a waiver that is not in force, and the remedy. */
export function waiverSentence({ waiver, state, findings }: WaiverResult): string {
  if (state === 'unused') return 'It covers no finding. Remove it.'
  const remedy =
    findings === 0
      ? 'Nothing needs it: remove it.'
      : `${count(findings, 'finding')} that it covered ${findings === 1 ? 'counts' : 'count'} again: fix ${findings === 1 ? 'it' : 'them'}, or agree on a new day.`
  return `Its last day was ${waiver.until}. ${remedy}`
}

/** The strength of a piece of evidence, as words that follow it in brackets. */
export const PROOFS: Readonly<Record<Proof, string>> = {
  executed: 'seen by running it',
  source: 'read in its source',
  documented: 'documented',
  unsure: 'not certain',
  stated: 'stated by this repository itself'
}

/** The meaning of the documented minimums, and the limit of every verdict. */
export const MINIMUMS =
  'A minimum is the lowest version that the vendor documents name for a client; the observed behaviour of the released code counts as well. The verdict is about the library: a program that copies the token out of it defeats any version.'

/** "1 file" or "2 files"; `many` is the singular with an s unless given. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** "a", "a and b", "a, b and c". */
export function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`
}

/** A text with a capital letter at its start. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A text with a small letter at its start. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** The number of files in each state, whose numbers add up, and how many of all files were searched for hazards. */
export function coverageSentence({ coverage }: Report): string {
  return [dependencyFileSentence(coverage), ...hazardFileSentence(coverage)].join(' ')
}

function dependencyFileSentence(coverage: Coverage): string {
  const { claimed, unmentioned, read, failed, absent } = coverage
  const files = listingWords(coverage)
  if (claimed === 0) return `${files}; no dependency file.`
  const missing = absent === 0 ? '' : `, ${absent} absent`
  return `${files}; ${count(claimed, 'dependency file')}: ${unmentioned} without a client, ${read} read in full, ${failed} with gaps${missing}.`
}

function hazardFileSentence({ hazards }: Coverage): readonly string[] {
  if (!hazards) return []
  const { searched, notScanned, unexamined } = hazards
  const inPart = unexamined === 0 ? '' : ` (${unexamined} not in full)`
  const others = notScanned === 0 ? '' : `; ${notScanned} of tests, documents and copies not searched`
  return [`${count(searched, 'file')} searched for hazards${inPart}${others}.`]
}

/** How the files of a folder were found, by the source of the coverage. All other sources read a commit. */
const FOUND: Readonly<Record<string, string>> = { git: 'listed by git', walk: 'found in the folder' }

/** How many files were found, in which way, and what was left out. */
function listingWords({ source, withoutGit, listed, excluded, ignored, leftOut }: Coverage): string {
  const found = `${count(listed, 'file')} ${FOUND[source] ?? 'found in the commit'}`
  const out = total(excluded)
  return [
    withoutGit === undefined ? found : `${found} (${WITHOUT_GIT[withoutGit]})`,
    ...(out === 0 ? [] : [`${out} left out by default`]),
    ...(leftOut === 0 ? [] : [`${leftOut} left out by the configuration`]),
    ...ignoredWords(ignored)
  ].join(', ')
}

/** The folders of tools' outputs that were not visited. Their names are constants: `OUTPUT_FOLDERS`. */
function ignoredWords(ignored: Coverage['ignored']): readonly string[] {
  const folders = total(ignored)
  if (folders === 0) return []
  const names = Object.keys(ignored).sort().join(', ')
  return [
    `${count(folders, 'folder')} of tools' outputs not visited because .gitignore lists ${folders === 1 ? 'it' : 'them'} (${names})`
  ]
}

function total(counted: Readonly<Record<string, number>>): number {
  return Object.values(counted).reduce((sum, number) => sum + number, 0)
}
