/** The findings of a page that need a person: a row in the table and an explanation for all that have the same one. */

import { groupBy } from '../../collections.ts'
import type { Finding } from '../../model/finding.ts'
import type { Evidence } from '../../model/verdict.ts'
import { code, codeBlock, link, paragraphs, prose } from '../markup.ts'
import { count, LEVELS, PROOFS, verdictLabel } from '../phrases.ts'
import { otherPlaces } from '../places.ts'
import { remarks, targetText } from '../remarks.ts'
import { subjectName, subjectText } from '../subject.ts'
import { type Page, packageCell, placeLink, seeElsewhere, versionCell } from './page.ts'

/** Findings with the same explanation, in the order of the report. */
export type Alike = readonly [Finding, ...Finding[]]

/** The headings of the table. */
export const FINDING_HEADINGS = ['', 'Package', 'Version', 'Verdict', 'Use at least', 'Where']

const MOST_DECLARED = 5
const MOST_EVIDENCE = 5
const URL_LENGTH = 300

/** Findings that need the same explanation, in the order of their first. */
export function alike(findings: readonly Finding[]): readonly Alike[] {
  return [...groupBy(findings, explanationKey).values()]
}

/** Equal for findings that need the same explanation. */
function explanationKey({ subject, rule, level, explanation: { because, fix } }: Finding): string {
  if (subject.kind === 'hazard') return JSON.stringify([rule?.id, level, because, subject.object, subject.snippet])
  const { ecosystem, name, requirement, replacement, alias, direct, chain } = subject.dependency
  const own = [ecosystem, name, requirement, replacement, alias, direct, chain, subject.chainCommand]
  return JSON.stringify([...own, level, subject.verdict.kind, because, fix])
}

/** The row of the table. */
export function findingRow([finding, ...others]: Alike, page: Page): string[] {
  const { explanation, level, place } = finding
  const version = explanation.fix?.version
  return [
    LEVELS[level].marker.markdown,
    packageCell(finding),
    versionCell(finding),
    verdictLabel(finding),
    version === undefined ? '–' : code(version, { table: true }),
    `${placeLink(place, page, true)}${others.length === 0 ? '' : ` and ${others.length} more`}`
  ]
}

/** The explanation with its heading: why, where, and the fix. */
export function explanationText(findings: Alike, page: Page): string {
  const [first] = findings
  const { level, explanation } = first
  const text = subjectText(first)
  const subject = `${code(subjectName(first))}${text === '' ? '' : ` ${code(text)}`}`
  const evidence = explanation.evidence.slice(0, MOST_EVIDENCE).map(evidenceText)
  return paragraphs([
    `#### ${LEVELS[level].marker.markdown} ${subject}: ${verdictLabel(first)}`,
    [
      prose(explanation.because),
      ...remarks(first, code),
      ...(evidence.length === 0 ? [] : [`Evidence: ${evidence.join(', ')}.`])
    ].join(' '),
    whereAndFix(findings, page)
  ])
}

/** Our own evidence is linked; evidence that the repository states is code like all its texts. */
function evidenceText({ text, url, proof }: Evidence): string {
  const cited = text === url ? code(text) : `${code(text)} ${code(url, { most: URL_LENGTH })}`
  return `${proof === 'stated' ? cited : link(prose(text), url)} (${PROOFS[proof]})`
}

/** The places to edit, the version to upgrade to, and the commands: one line and a block where there is one place. */
function whereAndFix(findings: Alike, page: Page): string {
  const { fix } = findings[0].explanation
  const places = findings.slice(0, page.mostPlaces).map(finding => placesText(finding, page))
  const more = findings.length - places.length
  if (more > 0) places.push(`and ${count(more, 'more place')} with the same explanation: ${seeElsewhere(page)}`)
  const [where, ...others] = places
  const isListed = others.length > 0
  const version = fix && targetText(fix, code)
  const commands = fix?.commands ?? []
  const isFixable = version !== undefined || commands.length > 0
  const only = isFixable ? '' : `Where: ${where}`
  return paragraphs([
    isListed ? places.map(place => `- ${place}`).join('\n') : only,
    fix?.advice === undefined ? '' : prose(fix.advice),
    isFixable ? `**Fix**${isListed ? '' : ` at ${where}`}${version === undefined ? '' : `: ${version}`}` : '',
    commands.length === 0 ? '' : codeBlock(commands)
  ])
}

function placesText(finding: Finding, page: Page): string {
  const { resolved, used, declared, repeated } = otherPlaces(finding)
  return [
    placeLink(finding.place, page),
    ...declared.slice(0, MOST_DECLARED).map(place => `also ${placeLink(place, page)}`),
    ...(declared.length > MOST_DECLARED ? [`and ${count(declared.length - MOST_DECLARED, 'more place')}`] : []),
    ...(used ? [`used in ${placeLink(used, page)}`] : []),
    ...(resolved ? [`resolved in ${placeLink(resolved, page)}`] : []),
    ...(repeated === 0 ? [] : [`repeated there ${count(repeated, 'time')}`])
  ].join(', ')
}
