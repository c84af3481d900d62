/**
 * The report as SARIF 2.1.0, for `--format sarif` and code scanning.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; what GitHub reads of it:
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
 *
 * Deliberately left out: `security-severity`, because a client that gets 401 is an outage and no vulnerability; `baselineState`,
 * because code scanning compares with the analysis of the base branch itself, and the standard wants it on every result or none;
 * `helpUri`, which GitHub does not read.
 */

import { defined } from '../collections.ts'
import { type Finding, type LineEdit, subjectPlace } from '../model/finding.ts'
import { comparePlaces, type Place } from '../model/place.ts'
import { type GapKind, leavesUnread } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
import type { Waiver } from '../model/waiver.ts'
import { purlText } from '../purl-text.ts'
import { rules } from '../rules/index.ts'
import { version } from '../version.ts'
import { cut, visible } from '../visible.ts'
import { type Repository, relativeAddress } from './address.ts'
import { editPlaces, editsOf, type Issue, issueNote, issuesOf, isWaived } from './issues.ts'
import { jsonText } from './json.ts'
import {
  SARIF_DESCRIPTION_LIMIT,
  SARIF_LOCATIONS_KEPT,
  SARIF_LOCATIONS_OF_FINDING,
  SARIF_MESSAGE_LIMIT,
  SARIF_NOTIFICATIONS_LIMIT,
  SARIF_RESULTS_KEPT,
  SARIF_RESULTS_LIMIT
} from './limits.ts'
import { paragraphs, prose } from './markup.ts'
import { count, GAPS, TOOL } from './phrases.ts'
import { perFinding } from './places.ts'
import { plainVoice, quoted } from './plain-voice.ts'
import type { Reporter, Result } from './reporter.ts'
import { notComparedSentence, unreadInBase, unreadInBaseNote } from './result-sentences.ts'
import { dependencyOf, requirementText } from './subject.ts'
import type { Voice } from './voice.ts'

/** The options of the SARIF report. */
export interface SarifOptions {
  /** Tells the analyses of several runs on one commit apart; `''` for the usual one. */
  readonly key?: string
  /** The commit that was scanned. */
  readonly repository?: Repository
  /** Leaves waived findings out: code scanning does not read `suppressions` and would show them as open alerts. */
  readonly withoutWaived?: boolean
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
/** The scanned folder, to which all paths are relative. */
const ROOT = '%SRCROOT%'
const TAGS = ['kubernetes', 'service-account-token', 'reliability']
const LEVELS = { error: 'error', warning: 'warning', notice: 'note', pass: 'none' } as const
const PROBLEM_SEVERITIES = {
  error: 'error',
  warning: 'warning',
  notice: 'recommendation',
  pass: 'recommendation'
} as const
/** How often findings of a level are right. */
const PRECISIONS = { error: 'very-high', warning: 'high', notice: 'medium', pass: 'medium' } as const
const PLAIN = plainVoice()
const SPECIAL = /[\\[\]]/g
const BRACES = /[{}]/g
/** A web address that the target of an embedded link can hold as it is. */
const PLAIN_ADDRESS = /^https:\/\/[\w\-.~:/?#@!$&'*+,;=%]+$/
const FIRST_SENTENCE = /^.*?[.](?=\s|$)/s

/** What a rule descriptor is made of: a rule of the catalogue, or a kind of gap that may hide a client. */
type Described = Pick<Rule, 'id' | 'level' | 'meaning' | 'why' | 'fix'>

const UNREAD: readonly Described[] = (Object.keys(GAPS) as GapKind[])
  .filter(kind => leavesUnread({ kind }))
  .map(kind => ({
    id: kind,
    level: 'error',
    meaning: GAPS[kind].sentence,
    why: 'A Kubernetes client may be named where nothing could be read.',
    fix: 'Repair the file, or exclude it under "paths" in the configuration if nothing is built from it.'
  }))

const DESCRIBED: readonly Described[] = [...rules, ...UNREAD]

/** The report as SARIF: all of it, also on a pull request, or code scanning would close the alerts that are missing. */
export const sarif: Reporter<Result, SarifOptions> = {
  name: 'sarif',
  render: (result, options) => `${jsonText({ $schema: SCHEMA, version: '2.1.0', runs: [runOf(result, options)] }, 2)}\n`
}

function runOf(result: Result, { key = '', repository, withoutWaived = false }: SarifOptions) {
  const issues = issuesOf(result)
  // A gap that hides nothing is a notification alone.
  const shown = issues.filter(
    issue => !(withoutWaived && isWaived(issue)) && (issue.about.kind !== 'gap' || leavesUnread(issue.about.gap))
  )
  const category = relativeAddress(key)
  return {
    tool: {
      driver: {
        name: TOOL,
        semanticVersion: version,
        rules: DESCRIBED.map(descriptor),
        notifications: Object.entries(GAPS).map(([id, { sentence }]) => ({ id, shortDescription: { text: sentence } }))
      }
    },
    // Code scanning takes what is before the last slash as the category.
    automationDetails: { id: `bound-token-check/${category === '' ? '' : `${category}/`}` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: 'The scanned folder.' } } },
    ...(repository ? { versionControlProvenance: [provenance(repository)] } : {}),
    invocations: [invocation(result, issues, shown.length)],
    results: shown.slice(0, SARIF_RESULTS_LIMIT).map(resultOf)
  }
}

function descriptor({ id, level, meaning, why, fix }: Described) {
  const [first = meaning] = FIRST_SENTENCE.exec(meaning) ?? []
  return {
    id,
    shortDescription: { text: cut(first, SARIF_DESCRIPTION_LIMIT) },
    fullDescription: { text: cut(`${meaning} ${why}`, SARIF_DESCRIPTION_LIMIT) },
    help: {
      text: `${meaning}\n\n${why}\n\nHow to fix it: ${quoted(fix)}`,
      markdown: paragraphs([prose(meaning), prose(why), '## How to fix it', prose(fix)])
    },
    defaultConfiguration: { level: LEVELS[level] },
    properties: { tags: TAGS, precision: PRECISIONS[level], 'problem.severity': PROBLEM_SEVERITIES[level] }
  }
}

function provenance({ server, name, commit }: Repository) {
  return { repositoryUri: `${server}/${relativeAddress(name)}`, revisionId: commit, mappedTo: { uriBaseId: ROOT } }
}

/** How the run went: each gap, and what is missing in the results. */
function invocation(result: Result, issues: readonly Issue[], results: number) {
  const { verdict, exitCode } = result.conclusion
  const gaps = issues.filter(({ about }) => about.kind === 'gap')
  const more = gaps.length - SARIF_NOTIFICATIONS_LIMIT
  return {
    executionSuccessful: verdict !== 'incomplete',
    exitCode,
    toolExecutionNotifications: [
      ...gaps.slice(0, SARIF_NOTIFICATIONS_LIMIT).map(issue => ({
        descriptor: { id: issue.rule },
        level: LEVELS[issue.level],
        message: { text: messageText(issue, linkedVoice([])) },
        locations: [{ physicalLocation: physicalLocation(issue.place) }]
      })),
      ...(more > 0 ? [note('warning', `${count(more, 'more place')} could not be read or understood.`)] : []),
      ...comparisonNotes(result),
      ...limitNotes(results)
    ]
  }
}

/** Why a result has no `change`, or not a sure one. */
function comparisonNotes(result: Result) {
  const voice = linkedVoice([])
  const because = notComparedSentence(result, voice)
  return [
    ...(because === '' ? [] : [note('note', doubled(because))]),
    ...unreadInBase(result.report)
      .slice(0, SARIF_NOTIFICATIONS_LIMIT)
      .map(unread => {
        const { title, sentences } = unreadInBaseNote(unread, voice)
        const locations = [{ physicalLocation: physicalLocation(unread.place) }]
        return { ...note('note', doubled([`${title}.`, ...sentences].join(' '))), locations }
      })
  ]
}

function limitNotes(results: number) {
  if (results > SARIF_RESULTS_LIMIT)
    return [note('warning', `The first ${SARIF_RESULTS_LIMIT} of ${results} results are in this file, by level.`)]
  if (results > SARIF_RESULTS_KEPT)
    return [note('note', `GitHub code scanning keeps ${SARIF_RESULTS_KEPT} of these ${results} results.`)]
  return []
}

function note(level: 'warning' | 'note', text: string) {
  return { level, message: { text } }
}

function resultOf(issue: Issue) {
  const { rule, level, place, about, fingerprint } = issue
  const finding = about.kind === 'finding' ? about.finding : undefined
  const edit = finding && editsByPlace(finding).get(place)
  const related = finding ? relatedPlaces(finding, place) : []
  const ruleIndex = DESCRIBED.findIndex(({ id }) => id === rule)
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[level],
    message: { text: messageText(issue, linkedVoice(related)) },
    locations: [{ physicalLocation: physicalLocation(place, widthAt(place, finding)) }],
    ...(related.length === 0 ? {} : { relatedLocations: related.map(relatedLocation) }),
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(edit ? { fixes: [fixOf(place, edit)] } : {}),
    ...(finding?.status.kind === 'waived' ? { suppressions: [suppression(finding.status.by)] } : {}),
    ...(finding ? { properties: propertiesOf(finding) } : {})
  }
}

/** The edit of one line, which editors offer to apply. */
function fixOf(place: Place, { old, new: text }: LineEdit) {
  const { artifactLocation, region: deletedRegion } = physicalLocation(place, old.length)
  const replacements = [{ deletedRegion, insertedContent: { text } }]
  return { artifactChanges: [{ artifactLocation, replacements }] }
}

/** The other places of a finding, as many as code scanning keeps beside the first; fewer where the finding is many results. */
function relatedPlaces(finding: Finding, shown: Place): Place[] {
  const share = Math.floor(SARIF_LOCATIONS_OF_FINDING / editPlacesOf(finding).length)
  const most = Math.min(SARIF_LOCATIONS_KEPT - 1, share)
  const lines = new Set([lineKey(shown)])
  const others: Place[] = []
  for (const { place } of [finding, ...finding.related]) {
    if (others.length >= most) break
    if (lines.has(lineKey(place))) continue
    lines.add(lineKey(place))
    others.push(place)
  }
  return others
}

/** Per finding, because each of its lines asks: the places to edit, and the edits there. */
const editPlacesOf = perFinding(editPlaces)
const editsByPlace = perFinding(finding => new Map(editsOf(finding).map(({ place, edit }) => [place, edit])))

function lineKey({ path, line }: Place): string {
  return `${line} ${path}`
}

function relatedLocation(place: Place, index: number) {
  return {
    id: index + 1,
    message: { text: doubled(PLAIN.place(place)) },
    physicalLocation: physicalLocation(place)
  }
}

/** A place as a link to one of the related locations: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html#_Toc34317469 */
function linkTo(place: Place, related: readonly Place[]): string {
  const words = inert(PLAIN.place(place))
  const index = related.findIndex(other => lineKey(other) === lineKey(place))
  return index < 0 ? words : `[${words}](${index + 1})`
}

/** The message: whole sentences, as many as fit. Code scanning shows the first alone where space is short. */
function messageText(issue: Issue, voice: Voice): string {
  const { title, sentences } = issueNote(issue, voice)
  let text = ''
  for (const sentence of [`${title}.`, ...sentences].map(doubled)) {
    if (text.length + 1 + sentence.length > SARIF_MESSAGE_LIMIT) break
    text += text === '' ? sentence : ` ${sentence}`
  }
  return text
}

/** The voice of messages with embedded links: to places among `related`, and to addresses. */
function linkedVoice(related: readonly Place[]): Voice {
  return {
    ...PLAIN,
    code: (text, most) => inert(PLAIN.code(text, most)),
    name: finding => inert(PLAIN.name(finding)),
    prose: text => inert(PLAIN.prose(text)),
    place: place => linkTo(place, related),
    link: (words, url) =>
      url !== undefined && PLAIN_ADDRESS.test(url) ? `[${words}](${url})` : inert(PLAIN.link(words, url))
  }
}

/** Brackets would begin a link, and a backslash could undo the escape of one. */
function inert(text: string): string {
  return text.replace(SPECIAL, '\\$&')
}

/** Braces enclose placeholders: doubled, they are text. */
function doubled(text: string): string {
  return text.replace(BRACES, '$&$&')
}

function physicalLocation({ path, line, column }: Place, width = 1) {
  return {
    // A gap may concern the scanned folder itself.
    artifactLocation: { uri: relativeAddress(path) || '.', uriBaseId: ROOT },
    // One line: code scanning shows an alert in a pull request only if the pull request changed all of its lines.
    region: { startLine: line, startColumn: column, endLine: line, endColumn: column + width }
  }
}

/** How many characters to mark: the requirement where it begins at the place. */
function widthAt(place: Place, finding: Finding | undefined): number {
  const dependency = finding && dependencyOf(finding)
  if (!finding || !dependency || comparePlaces(subjectPlace(finding), place) !== 0) return 1
  const text = requirementText(dependency)
  return text === '' || /\s/.test(text) ? 1 : text.length
}

/** A waiver stands in a file of its own, not at the line that it covers. */
function suppression({ reason, owner, until, place }: Waiver) {
  return {
    kind: 'external',
    justification: visible(reason, SARIF_DESCRIPTION_LIMIT),
    location: { physicalLocation: physicalLocation(place) },
    properties: { owner: visible(owner), until }
  }
}

function propertiesOf(finding: Finding) {
  const dependency = dependencyOf(finding)
  const { fix } = finding.explanation
  return defined({
    purl: dependency && purlText(dependency),
    scope: dependency?.scope,
    change: finding.change?.kind,
    fix: fix?.version
  })
}
