/** The sentences about findings that reports share: what changed, where it is, why, and what to use instead. */

import { groupBy } from '../collections.ts'
import type { FixedFinding } from '../model/comparison.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Evidence } from '../model/verdict.ts'
import { type WaiverResult, waivedName } from '../model/waiver.ts'
import type { Alike } from './digest.ts'
import { originClauses, versionWords } from './origin.ts'
import {
  CHANGES,
  count,
  FIXED,
  listed,
  PROOFS,
  REASONS,
  upperFirst,
  VERDICTS,
  WAIVERS,
  waiverSentence
} from './phrases.ts'
import { otherPlaces, perFinding } from './places.ts'
import { subjectName, subjectText } from './subject.ts'
import type { Side, Voice } from './voice.ts'

const URL_LENGTH = 300
const REASON_LENGTH = 300
/** The most characters of what the cluster shows, such as a user agent. */
const SEEN_LENGTH = 200
/** A day as `YYYY-MM-DD`. */
export const DAY = /^\d{4}-\d\d-\d\d$/
/** The versions of one package, and the reasons for them, that a block has. */
const MOST_LISTED = 3

/** The word of the change in front of a sentence, with a blank; `''` for what was there before. */
export function changeWord({ change }: Finding, voice: Voice): string {
  const word = change && CHANGES[change.kind]
  return word === undefined ? '' : `${voice.strong(`${word}:`)} `
}

/**
 * The package, and what is so of its versions and was before: a sentence without its full stop. Versions with another verdict follow
 * in a clause of their own.
 */
export function headWords(findings: Alike, voice: Voice): string {
  const [first, ...others] = [...groupBy(findings, verdictWords).values()]
  if (!first) return ''
  const clauses = others.map(
    same => `with ${versionsWords(same, voice)} it ${verdictWords(same[0])}${beforeWords(same, voice)}`
  )
  return [`${subjectWords(first, voice)} ${verdictWords(first[0])}${beforeWords(first, voice)}`, ...clauses].join('; ')
}

/** The same for a list: one version, and the worst verdict alone. */
export function briefHeadWords(findings: Alike, voice: Voice): string {
  const [worst = findings] = groupBy(findings, verdictWords).values()
  return `${subjectWords(worst, voice, 1)} ${verdictWords(worst[0])}`
}

/** The package and its versions, of which at most `most` are named, or the object of anything else. */
export function subjectWords(findings: Alike, voice: Voice, most: number = MOST_LISTED): string {
  const [first] = findings
  const name = voice.name(first)
  if (first.subject.kind === 'cluster' && first.subject.snippet !== '')
    return `${name} (${voice.code(first.subject.snippet, SEEN_LENGTH)}):`
  if (first.subject.kind === 'hazard') return `${objectsWords(findings, voice, most)}:`
  if (first.subject.kind !== 'client') return `${name}:`
  const versions = versionsWords(findings, voice, most)
  return findings.every(finding => subjectText(finding) === subjectText(first))
    ? `${name} ${versions}`
    : `${name} (${versions})`
}

/** The objects of hazards, each once. */
function objectsWords(findings: Alike, voice: Voice, most: number): string {
  const named = [...groupBy(findings, subjectName).values()].map(([first]) => first)
  const shown = named.slice(0, most).map(finding => voice.name(finding))
  const more = named.length - shown.length
  return listed(more === 0 ? shown : [...shown, count(more, 'more object')])
}

function versionsWords(findings: Alike, voice: Voice, most: number = MOST_LISTED): string {
  const versions = [...new Set(findings.map(subjectText))]
  const shown = versions.slice(0, most).map(text => versionWords(text, voice))
  const more = versions.length - shown.length
  return listed(more === 0 ? shown : [...shown, count(more, 'more version')])
}

/** What is so of a finding: the end of a sentence that its package begins. */
export function verdictWords({ subject, rule }: Finding): string {
  if (subject.kind !== 'client') return rule?.title ?? ''
  const { kind, reason } = subject.verdict
  return reason === undefined ? VERDICTS[kind].does : `${VERDICTS[kind].does} (${REASONS[reason]})`
}

/** What was in the base, if it is the same for all of the findings: `; v0.20.0 before it could`. */
function beforeWords(findings: Alike, voice: Voice): string {
  const [first] = findings
  const before = first.change?.before
  if (first.change?.kind === 'existing' || before?.subject.kind !== 'client' || first.subject.kind !== 'client')
    return ''
  const key = ({ change }: Finding) => change?.before && `${subjectName(change.before)} ${subjectText(change.before)}`
  if (findings.some(finding => key(finding) !== key(first))) return ''
  const { kind } = before.subject.verdict
  const did = kind === 'reloads' && first.subject.verdict.kind === 'cannot-reload' ? 'could' : VERDICTS[kind].did
  const isSameName = subjectName(before) === subjectName(first)
  if (isSameName && subjectText(before) === subjectText(first)) return `; before, it ${did}`
  const name = isSameName ? '' : `${voice.code(subjectName(before))} `
  return `; ${name}${versionWords(subjectText(before), voice)} before it ${did}`
}

/** The places to edit, each line once: those of the first finding in front. */
export function placesOf(findings: readonly Finding[]): readonly Place[] {
  const [only, ...others] = findings
  return only && others.length === 0 ? placesOfOne(only) : placesOfAll(findings)
}

const placesOfOne = perFinding(finding => placesOfAll([finding]))

function placesOfAll(findings: readonly Finding[]): readonly Place[] {
  const places: Place[] = []
  const seen = new Set<string>()
  for (const finding of findings) {
    for (const place of [finding.place, ...otherPlaces(finding).declared]) {
      const key = `${place.line} ${place.path}`
      if (!seen.has(key)) places.push(place)
      seen.add(key)
    }
  }
  return places
}

/** What is said at a place: a title without a full stop, and sentences. */
export interface Note {
  readonly title: string
  readonly sentences: readonly string[]
}

/** How places are written in a sentence. */
export interface PlaceWords {
  /** The most that are named. */
  readonly most: number
  readonly side?: Side
  /** Makes the words about the others. */
  more(words: string): string
}

/** Places in a sentence. */
export function placesWords(places: readonly Place[], voice: Voice, { most, side, more }: PlaceWords): string {
  const shown = places.slice(0, most).map(place => voice.place(place, side))
  const left = places.length - shown.length
  return listed(left === 0 ? shown : [...shown, more(count(left, 'more place'))])
}

/** Findings in one line, without reason and steps: the change, `head`, what to use instead, and the places. */
export function lineWords(findings: Alike, head: string, voice: Voice, places: PlaceWords): string {
  const [first] = findings
  return `${changeWord(first, voice)}${head}${useClause(first, voice)}: ${placesWords(placesOf(findings), voice, places)}`
}

/** Why the findings are what they are, each reason once and with its evidence; the versions beside them if there are several. */
export function reasonSentences(findings: Alike, voice: Voice, mostEvidence: number): string[] {
  const reasons = [...groupBy(findings, ({ explanation: { because } }) => because).values()]
  return reasons.slice(0, MOST_LISTED).map(same => {
    const { because, evidence } = same[0].explanation
    const whose = reasons.length === 1 ? '' : `${versionsWords(same, voice)}: `
    const proofs = evidence.slice(0, mostEvidence).map(proof => evidenceWords(proof, voice))
    if (proofs.length === 0) return `${whose}${voice.prose(because)}`
    return `${whose}${voice.prose(because.replace(/\.$/, ''))} (${proofs.join(', ')}).`
  })
}

/** Our own evidence is linked; evidence that the repository states is shown as a text like all of its texts. */
function evidenceWords({ text, url, proof }: Evidence, voice: Voice): string {
  if (proof !== 'stated') return voice.link(PROOFS[proof], url)
  const cited = text === url ? voice.code(text) : `${voice.code(text)} ${voice.code(url, URL_LENGTH)}`
  return `${PROOFS[proof]}: ${cited}`
}

/** Where the client of a finding comes from, as a sentence; `''` where there is nothing to say. */
export function originSentence(finding: Finding, voice: Voice): string {
  const clauses = originClauses(finding, voice)
  return clauses.length === 0 ? '' : `${upperFirst(clauses.join(', '))}.`
}

/** The version to use, as a clause: `use 9.0.0`; `''` where there is none. */
export function useClause({ explanation: { fix } }: Finding, voice: Voice): string {
  if (fix?.through) return `, use ${voice.code(fix.through.name)} ${voice.code(fix.through.version)}`
  return fix?.version === undefined ? '' : `, use ${voice.code(fix.version)}`
}

/** The version to use, as a sentence without its full stop; undefined where there is none. */
export function useSentence({ explanation: { fix } }: Finding, voice: Voice): string | undefined {
  const { through, version, newest } = fix ?? {}
  if (through)
    return `Use ${voice.code(through.name)} ${voice.code(through.version)} or newer, which brings a client that passes${newestWords(through.newest, voice)}`
  return version === undefined ? undefined : `Use ${voice.code(version)} or newer${newestWords(newest, voice)}`
}

function newestWords(newest: string | undefined, voice: Voice): string {
  return newest === undefined ? '' : ` (the newest of its major version seen to reload: ${voice.code(newest)})`
}

/** What was bad in the base and is so no more, and where it is now, or was. Without its full stop. */
export function fixedWords({ before, now }: FixedFinding, voice: Voice, places: PlaceWords): string {
  const word = voice.strong(`${FIXED}:`)
  const was = subjectWords([before], voice)
  if (!now) return `${word} ${was} is gone from ${placesWords(placesOf([before]), voice, { ...places, side: 'base' })}`
  const isSameName = subjectName(before) === subjectName(now)
  const arrow =
    before.subject.kind !== 'client'
      ? ''
      : ` → ${isSameName ? versionWords(subjectText(now), voice) : subjectWords([now], voice)}`
  return `${word} ${was}${arrow} in ${placesWords(placesOf([now]), voice, places)}`
}

/** A day as it is, and anything else as a text of the repository. */
export function dayWords(day: string, voice: Voice): string {
  return DAY.test(day) ? day : voice.code(day)
}

/** A waived finding, with the person who answers for it and the reason. */
export function waivedWords(finding: Finding, voice: Voice): string {
  const { status, place } = finding
  if (status.kind !== 'waived') return ''
  const { until, owner, reason, place: written } = status.by
  return `${subjectWords([finding], voice)} ${verdictWords(finding)} in ${voice.place(place)}, waived until ${dayWords(until, voice)} by ${voice.code(owner)} in ${voice.place(written)}: ${voice.code(reason, REASON_LENGTH)}`
}

/** A waiver that is not in force, and what to do about it. */
export function waiverWords(result: WaiverResult, voice: Voice): string {
  const { waiver, state, existing } = result
  const { rule, client, owner, place } = waiver
  const before = existing === true ? ', as before' : ''
  const what = `${voice.strong(`Waiver ${WAIVERS[state]}${before}:`)} ${rule.id} ${client ? 'of' : 'for'} ${voice.code(waivedName(waiver))} in ${voice.place(place)}`
  return `${what}, owner ${voice.code(owner)}. ${voice.prose(waiverSentence(result))}`
}

/** The same as a title for its place, and the sentence below it. */
export function waiverNote(result: WaiverResult, voice: Voice): Note {
  const { waiver, state, existing } = result
  const before = existing === true ? ', as before' : ''
  return {
    title: `${voice.code(waivedName(waiver))}: the waiver of ${waiver.rule.id} is ${WAIVERS[state]}${before}`,
    sentences: [
      voice.prose(waiverSentence(result)),
      `Owner: ${voice.code(waiver.owner)}.`,
      ...(waiver.via ? [`It is written in ${voice.place(waiver.place)}.`] : [])
    ]
  }
}

/** A requirement that another file settles. */
export function settledWords(finding: Finding, voice: Voice): string {
  const { status, place } = finding
  const by = status.kind === 'settled' ? `, settled by ${voice.place(status.by)}` : ''
  return `${subjectWords([finding], voice)} in ${voice.place(place)}${by}`
}
