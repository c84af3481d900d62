/** The words that reports share: one row per verdict, reason, gap, level and state of a waiver. */

import type { Origin } from '../model/dependency.ts'
import type { Finding } from '../model/finding.ts'
import type { GapKind, Report } from '../model/report.ts'
import type { Level, Rule } from '../model/rule.ts'
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

/** Words with a marker for the start of a line: ASCII for logs, one character that GitHub draws for Markdown. */
export interface Marked extends Phrase {
  readonly marker: { readonly text: string; readonly markdown: string }
}

/**
 * A verdict also continues a sentence: `one` and `many` after "2 of 5 Kubernetes clients", the short forms in a list.
 */
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

/** The state of a waiver that is not in force, and the remedy. */
export function waiverSentence({ waiver, state, findings }: WaiverResult): string {
  if (state === 'unused') return `${WAIVERS.unused.sentence} Remove it.`
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

/** The words before the place that a version comes from. */
export const ORIGINS: Readonly<Record<Origin, string>> = { manifest: 'stated in', lockfile: 'resolved in' }

/** The meaning of the documented minimums, and the limit of every verdict. */
export const MINIMUMS =
  'A minimum is the lowest version that the vendor documents name for a client; what the released code was seen to do counts as well. The verdict is about the library: a program that copies the token out of it defeats any version.'

/** "1 file" or "2 files"; `many` is the singular with an s unless given. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** The title of the rule, with the reason where there is one: `unknown (open range)`. */
export function verdictLabel({ subject, rule }: Finding): string {
  if (subject.kind === 'hazard') return rule?.title ?? ''
  const { kind, reason } = subject.verdict
  const { label } = VERDICTS[kind]
  return reason === undefined ? label : `${label} (${REASONS[reason].label})`
}

/** The number of files in each state; the numbers add up. */
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
