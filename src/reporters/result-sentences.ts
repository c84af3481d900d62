/** The sentences about the whole result that reports share. `''` where there is nothing to say. */

import type { DifferingCluster } from '../cluster/found.ts'
import { PLATFORM_FACTS } from '../cluster/platforms.ts'
import type { KnownFact } from '../cluster/profile.ts'
import type { UnreadInBase } from '../model/comparison.ts'
import type { Finding } from '../model/finding.ts'
import type { Conclusion, Gap, Report } from '../model/report.ts'
import { type Alike, type Digest, packagesIn } from './digest.ts'
import { changeWords } from './headline.ts'
import { count, GAPS, listed, upperFirst } from './phrases.ts'
import type { Result } from './reporter.ts'
import {
  changeWord,
  DAY,
  dayWords,
  fixedWords,
  headWords,
  type Note,
  type PlaceWords,
  placesOf,
  placesWords,
  useClause
} from './sentences.ts'
import type { Voice } from './voice.ts'

const DETAIL_LENGTH = 300
/** So many of the clusters that differ are named. */
const MOST_CLUSTERS = 5

const WHEN =
  'A token expires after about an hour. Most clusters still accept it for a time of grace, 90 days on EKS and up to a year elsewhere; then every request of such a client is refused until it is restarted'

/** The title of what should have been read and was not. */
export function unreadTitle(voice: Voice): string {
  return `${voice.strong('What could not be read,')} so that a client may be missed there:`
}

/** A gap, and what to do about it. */
export function gapWords({ kind, place, detail, existing }: Gap, voice: Voice): string {
  const { label, remedy } = GAPS[kind]
  const before = existing === true ? ', as before' : ''
  return `${voice.place(place)}: ${label}${before}, ${voice.code(detail, DETAIL_LENGTH)}. ${voice.prose(remedy)}`
}

/** A gap as a title for its place, and the sentences below it. */
export function gapNote({ kind, detail, existing }: Gap, voice: Voice): Note {
  const { label, sentence, remedy } = GAPS[kind]
  return {
    title: `${label}${existing === true ? ', as before' : ''}: a Kubernetes client may be missed`,
    sentences: [`${voice.prose(sentence)} ${voice.prose(remedy)}`, voice.code(detail, DETAIL_LENGTH)]
  }
}

/** Why everything was judged where a comparison was to be expected. */
export function notComparedSentence({ report: { comparison } }: Result, voice: Voice): string {
  if (comparison?.kind !== 'not-compared') return ''
  return `${voice.strong('Not compared,')} because ${voice.prose(comparison.because)}; all of this may have been here before.`
}

/** The title of what could be read at the head alone, and what follows from that. */
export function unreadInBaseTitle(unread: readonly UnreadInBase[], voice: Voice): string {
  if (unread.length === 0) return ''
  const them = unread.length === 1 ? 'it' : 'them'
  return `${voice.strong(`${count(unread.length, 'place')} of the base could not be read.`)} What is in ${them} now counts as here before, because it may have been:`
}

/** What the head has and could not be read in the base. */
export function unreadInBase({ comparison }: Report): readonly UnreadInBase[] {
  return comparison?.kind === 'compared' ? comparison.unread : []
}

/** The same as a title for its place, and the sentences below it. */
export function unreadInBaseNote({ detail }: UnreadInBase, voice: Voice): Note {
  return {
    title: 'not compared: this could not be read in the base',
    sentences: ['What is here now counts as here before, because it may have been.', voice.code(detail, DETAIL_LENGTH)]
  }
}

/** Something of the base that could not be read. */
export function unreadInBaseWords({ place, detail }: UnreadInBase, voice: Voice): string {
  return `${voice.place(place, 'base')}: ${voice.code(detail, DETAIL_LENGTH)}`
}

/** When clients that cannot reload break, if some are reported: on its day, or in general. `help`: where more is said. */
export function whenSentence({ deadline }: Result, { worse, existing }: Digest, voice: Voice, help?: string): string {
  const reported = worse.length > 0 ? worse : existing
  if (!reported.some(([finding]) => breaksLater(finding))) return ''
  if (!deadline) return help === undefined ? `${WHEN}.` : `${WHEN} (${voice.link('more', help)}).`
  const { cluster } = deadline
  if ('after' in deadline)
    return `On this cluster (${voice.prose(cluster)}) that is ${voice.strong('an hour after the start of the pod')}: it grants no grace.`
  const { on, daysLeft } = deadline
  const [verb, left] = daysLeft < 0 ? ['was', `${count(-daysLeft, 'day')} ago`] : ['is', `in ${count(daysLeft, 'day')}`]
  return `On this cluster (${voice.prose(cluster)}) that ${verb} on ${voice.strong(`${dayWords(on, voice)}, ${left}`)}.`
}

/** What is known of the cluster, each fact with its source; or the clusters that differ, so that nothing is. */
export function clusterSentence({ cluster }: Result, voice: Voice): string {
  if (!cluster) return ''
  const { profile, differing } = cluster
  const { minor, platform, grace, upgradedOn } = profile
  const source = ({ source: text, place, side }: KnownFact<unknown>) =>
    place ? `${voice.place(place, side)}${side === 'base' ? ' of the base' : ''}` : voice.prose(text)
  const facts = [
    ...(minor ? [`version 1.${minor.value} (${source(minor)})`] : []),
    ...(platform ? [`platform ${PLATFORM_FACTS[platform.value].title} (${source(platform)})`] : []),
    ...(grace
      ? [`${grace.value === 0 ? 'no grace' : `a grace of ${count(grace.value, 'day')}`} (${source(grace)})`]
      : []),
    ...(upgradedOn ? [`upgraded on ${upgradedOn.value} (${source(upgradedOn)})`] : [])
  ]
  const sentences = [facts.length === 0 ? '' : `The cluster: ${facts.join(', ')}.`, differingSentence(differing, voice)]
  return sentences.filter(sentence => sentence !== '').join(' ')
}

/** The clusters of the repository that differ, so that nothing of them is used. */
export function differingSentence(differing: readonly DifferingCluster[], voice: Voice): string {
  if (differing.length === 0) return ''
  const named = differing
    .slice(0, MOST_CLUSTERS)
    .map(({ title, place }) => `${voice.prose(title)} (${voice.place(place)})`)
  const more = differing.length - named.length
  const all = listed([...named, ...(more === 0 ? [] : [`${more} more`])])
  return `The files make ${differing.length} clusters that differ, so that none of them counts: ${all}. The configuration can state the cluster.`
}

function breaksLater({ subject, level }: Finding): boolean {
  return subject.kind === 'client' && subject.verdict.kind === 'cannot-reload' && level === 'error'
}

/** What is better than in the base, a sentence each. */
export function betterSentences({ fixed, improved }: Digest, voice: Voice, places: PlaceWords): (() => string)[] {
  return [
    ...fixed.map(each => () => `${fixedWords(each, voice, places)}.`),
    ...improved.map(finding => () => {
      const head = `${changeWord(finding, voice)}${headWords([finding], voice)}${useClause(finding, voice)}`
      return `${head}: ${placesWords(placesOf([finding]), voice, places)}.`
    })
  ]
}

/** Whether nothing could be checked with the configuration of the change. */
export function isWrong({ configurationChange }: Report): boolean {
  return configurationChange !== undefined && 'problem' in configurationChange.effect
}

/** The title of what the change does to the configuration. */
export function configurationTitle({ report }: Result, voice: Voice): string {
  const change = upperFirst(changeWords(report) ?? 'this change')
  if (isWrong(report))
    return `${voice.strong(`${change} makes the configuration wrong.`)} After the merge, nothing would be checked.`
  return `${voice.strong(`${change} changes the configuration.`)} The configuration of the base decides until it is merged.`
}

/** What the changed configuration would do. */
export function effectSentence({ report: { configurationChange }, conclusion }: Result, voice: Voice): string {
  if (!configurationChange) return ''
  const { effect } = configurationChange
  if ('conclusion' in effect) return conclusionSentence(effect.conclusion, conclusion)
  return upperFirst(voice.prose(effect.problem))
}

function conclusionSentence({ verdict, counts }: Conclusion, now: Conclusion): string {
  const still = verdict === now.verdict ? 'still ' : ''
  if (verdict === 'passed') return `With it, the check would ${still}pass.`
  if (verdict === 'incomplete') return `With it, the check would ${still}be incomplete.`
  const numbers = (['error', 'warning', 'notice'] as const).flatMap(level =>
    counts[level] === 0 ? [] : [count(counts[level], level)]
  )
  return `With it, the check would ${still}fail${numbers.length === 0 ? '' : `: ${listed(numbers)}`}.`
}

/** Whether every client that was there before cannot reload, so that its line need not say so. */
export function isUsual(groups: readonly Alike[]): boolean {
  return groups.every(([{ subject }]) => subject.kind === 'client' && subject.verdict.kind === 'cannot-reload')
}

/** The title of what was there before and is no better. */
export function existingTitle({ existing, worse }: Digest): string {
  const findings = existing.flat()
  const number = packagesIn(findings)
  const areClients = findings.every(({ subject }) => subject.kind === 'client')
  const [was, needs] = number === 1 ? ['was', 'needs'] : ['were', 'need']
  const verb = isUsual(existing) ? `cannot reload${worse.length > 0 ? ' either' : ''}` : `${needs} a look`
  return `${count(number, areClients ? 'client' : 'finding')} that ${was} here before ${verb}`
}

/** How much there is that needs nobody, in a few words. */
export function restTitle({ report }: Result, digest: Digest): string {
  const { passing, waived, settled, notices, unread, remarks, idleWaivers } = digest
  const reloading = packagesIn(passing)
  const [first] = waived
  const until = waived.length === 1 && first?.status.kind === 'waived' ? first.status.by.until : ''
  const noted = notices.flat().length + remarks.length + idleWaivers.length
  const failed = report.coverage.failed
  const parts = [
    ...(reloading === 0 ? [] : [`${count(reloading, 'client')} ${reloading === 1 ? 'reloads' : 'reload'}`]),
    ...(waived.length === 0 ? [] : [`${waived.length} waived${DAY.test(until) ? ` until ${until}` : ''}`]),
    ...(noted === 0 ? [] : [count(noted, 'notice')]),
    ...(settled.length === 0 ? [] : [`${settled.length} settled by another file`]),
    unread.length === 0 ? 'every file was read' : `${count(failed, 'file')} not read in full`
  ]
  return upperFirst(parts.join(' · '))
}
