/** What a page says of findings that need a person: a block with reason and fix, or a line. */

import { groupBy } from '../../collections.ts'
import type { Finding } from '../../model/finding.ts'
import { type Alike, packageKey } from '../digest.ts'
import { fixParts } from '../fix-parts.ts'
import { codeBlock, folded, link, paragraphs, prose } from '../markup.ts'
import { originClauses } from '../origin.ts'
import { count } from '../phrases.ts'
import {
  briefHeadWords,
  changeWord,
  headWords,
  lineWords,
  placesOf,
  placesWords,
  reasonSentences,
  subjectWords,
  useClause,
  useSentence
} from '../sentences.ts'
import type { Voice } from '../voice.ts'
import type { Page } from './options.ts'
import type { Plan } from './plan.ts'

/** So many places are named even where a page has to be short. */
const FEW_PLACES = 2
const SUGGESTION = 'the suggestion on the line'
const SUGGESTIONS = 'the suggestions on the lines'

/** What all parts of a page need. */
export interface Setting {
  readonly page: Page
  readonly plan: Plan
  readonly voice: Voice
}

/** Findings as blocks, then as lines, then by package, then as a number: as much of each as the plan allows. */
export function blockSection(groups: readonly Alike[], setting: Setting): string {
  const { blocks, lines, packages } = setting.plan
  const inLines = groups.slice(blocks, blocks + lines)
  const rest = groups.slice(blocks + lines)
  const byPackage = [...groupBy(rest.flat(), packageKey).values()]
  const shown = byPackage.slice(0, packages)
  const left = byPackage.length - shown.length
  const items = shown.map(findings => `- ${packageLine(findings, setting)}`)
  if (left > 0 && items.length > 0) items.push(`- and ${count(left, 'more package')}: ${seeElsewhere(setting.page)}`)
  return paragraphs([
    ...groups.slice(0, blocks).map(group => block(group, setting)),
    inLines.map(group => `- ${line(group, setting)}`).join('\n'),
    items.length > 0 ? folded(count(byPackage.length, 'more package'), items.join('\n')) : '',
    items.length === 0 && left > 0 ? `${count(left, 'more package')}: ${seeElsewhere(setting.page)}.` : ''
  ])
}

/** The change, the package and its verdict; where and why; the fix. */
export function block(findings: Alike, setting: Setting): string {
  const { plan, voice } = setting
  const [first, ...others] = findings
  const all = placesOf(findings)
  const most = all.length <= FEW_PLACES ? FEW_PLACES : Math.max(1, plan.places)
  const places = placesWords(all, voice, { most, more: moreLink(setting) })
  const clauses = others.length > 0 ? [] : originClauses(first, voice)
  const reasons = reasonSentences(findings, voice, plan.evidence)
  const [start, ...parts] = fixWords(findings, setting)
  const why = `${[places, ...clauses].join(', ')}. ${reasons.join(' ')}`
  return paragraphs([
    `${changeWord(first, voice)}${headWords(findings, voice)}.\n${start === undefined ? why : `${why} ${start}`}`,
    ...parts
  ])
}

/** The steps of the fix; where each stands as a suggestion on its line, only that. */
function fixWords(findings: Alike, { page: { suggested }, voice }: Setting): readonly string[] {
  const use = useSentence(findings[0], voice)
  if (use !== undefined && suggested && findings.every(finding => suggested.has(finding)))
    return [`${use}: commit ${placesOf(findings).length === 1 ? SUGGESTION : SUGGESTIONS}.`]
  return fixParts(findings, voice).map(part => (part.kind === 'commands' ? codeBlock(part.lines, 'sh') : part.text))
}

/** The same in one line, without reason and steps. */
export function line(findings: Alike, setting: Setting): string {
  const { voice } = setting
  return lineWords(findings, briefHeadWords(findings, voice), voice, { most: 1, more: moreLink(setting) })
}

/** All findings about one package: its first place, and how many there are. */
function packageLine(findings: readonly [Finding, ...Finding[]], { voice }: Setting): string {
  const [first] = findings
  const places = placesWords(placesOf(findings), voice, { most: 1, more: words => words })
  return `${subjectWords(findings, voice, 1)}${useClause(first, voice)}: ${places}`
}

/** Makes the words about places that are left out, with a link to where they are. */
export function moreLink({ page }: Setting): (words: string) => string {
  return words => link(words, page.elsewhere.url)
}

/** Where the rest can be seen: "see", and a link or a few words. */
export function seeElsewhere({ elsewhere: { name, url } }: Page): string {
  return `see ${link(prose(name), url)}`
}
