/** Renders a report full of hostile texts in every way, and says what acts, shows or outgrows that must not. */

import { parseXml } from '@rgrove/parse-xml'
import { marked } from 'marked'
import { printAnnotations } from '../../src/github/log.ts'
import type { Report } from '../../src/model/report.ts'
import { addressOf } from '../../src/reporters/address.ts'
import { annotations } from '../../src/reporters/annotations.ts'
import { comment } from '../../src/reporters/comment.ts'
import { gitlab } from '../../src/reporters/gitlab.ts'
import { helpAt } from '../../src/reporters/help.ts'
import { json } from '../../src/reporters/json.ts'
import { junit } from '../../src/reporters/junit.ts'
import {
  ANNOTATION_MESSAGE_LIMIT,
  ANNOTATION_TITLE_LIMIT,
  COMMENT_SIZE,
  SARIF_MESSAGE_LIMIT
} from '../../src/reporters/limits.ts'
import { list } from '../../src/reporters/list.ts'
import { markdown } from '../../src/reporters/markdown.ts'
import type { PageOptions } from '../../src/reporters/page/options.ts'
import { problemPage } from '../../src/reporters/problem.ts'
import type { Result } from '../../src/reporters/reporter.ts'
import { sarif } from '../../src/reporters/sarif.ts'
import { isSuggestible, type Suggestion, suggestion, suggestionMarker } from '../../src/reporters/suggestion.ts'
import { summary } from '../../src/reporters/summary.ts'
import { text } from '../../src/reporters/text.ts'
import { finding, HOSTILE, hostileFullScan, hostileReport, resultOf } from './report.ts'
import { faultsOfSarif } from './sarif.ts'

const SITE = 'https://github.example/acme/shop/'
const MARKER = '<!-- bound-token-check:default -->'

const OPTIONS: PageOptions = {
  link: addressOf({ server: 'https://github.example', name: 'acme/shop', commit: 'abc' }),
  help: helpAt(`${SITE}blob/v1`),
  origin: {
    commit: { id: '9fceb02d0ae598e95dc970b74767f19372d61af8' },
    run: `${SITE}actions/runs/42`,
    at: '1970-01-01T00:00:00Z'
  }
}

/** What a page is made of. A table, an image or any other element comes from a hostile text. */
const ELEMENTS = new Set(
  'h3 h4 p ul li a code pre strong details summary sub'.split(' ').flatMap(name => [name, `/${name}`])
)
const TAG = /<(?<name>\/?[a-z][a-z\d]*)(?<attributes>[^>]*)>/gi
const ATTRIBUTES = /^(?: class="language-(?:sh|suggestion)")?$|^ href="(?<url>[^"]*)"$/
/** What GitHub finds in the text of a finished page outside of code: mentions, references, addresses, emoji, commits. */
const ACTIVE = /@[\w-]|#\d|\bGH-\d|:\/\/|www\.|:[\w+-]+:(?!\d)|\b[\da-f]{7,40}\b|<!--/i
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
/** A folder as one word of a shell, and a command of ours behind it or on the next line. */
const CD = /^cd (?:[\w./@+,=][\w./@+,=-]*|'(?:[^']|'\\'')*') &&(?: [a-z][^$`;|&<]*)?$/

/**
 * What is wrong with the renderings of hostile texts; `say` gives the next of them,
 * `isCompared` says whether there is a base. Nothing where all is well.
 */
export function faultsOf(say: () => string, isCompared: boolean): string[] {
  return [
    ...faultsOfReport(isCompared ? hostileReport(say) : hostileFullScan(say), say),
    ...suggestionFaults(say),
    ...pageFaults(
      problemPage.render(
        {
          message: say(),
          problems: [{ place: { path: say(), line: 1, column: 1 }, message: `no rule is called ${say()}` }]
        },
        { ...OPTIONS, marker: MARKER }
      )
    )
  ]
}

function faultsOfReport(report: Report, say: () => string): string[] {
  const place = { path: say(), line: 3, column: 5 }
  const result = {
    ...resultOf(report),
    deadline: { cluster: say(), on: say(), daysLeft: 3 },
    cluster: {
      profile: { minor: { value: 28, source: `${place.path}:3:5`, place }, grace: { value: 0, source: say() } },
      differing: [{ title: say(), place }]
    }
  }
  const origin = { commit: { id: say() }, base: { id: say() }, at: '1970-01-01T00:00:00Z' }
  const body = comment.render(result, { ...OPTIONS, origin, marker: MARKER })
  const deliveries = [{ channel: 'check run', state: 'failed' as const, detail: say() }]
  return [
    ...fileFaults(result, say()),
    ...commandFaults(result),
    ...pageFaults(body),
    ...(Buffer.byteLength(body) > COMMENT_SIZE ? [`a comment of ${Buffer.byteLength(body)} bytes`] : []),
    ...pageFaults(summary.render(result, { ...OPTIONS, deliveries })),
    ...pageFaults(markdown.render(result, {})),
    ...textFaults(text.render(result, { colour: false })),
    ...annotations
      .render(result, {})
      .flatMap(({ title, message }) => [
        ...textFaults(title),
        ...textFaults(message),
        ...(title.length > ANNOTATION_TITLE_LIMIT ? ['a long title'] : []),
        ...(title.includes('\n') ? ['a title of several lines'] : []),
        ...(message.length > ANNOTATION_MESSAGE_LIMIT ? ['a long message'] : [])
      ])
  ]
}

/** What is wrong with the files for code review tools and programs. */
function fileFaults(result: Result, key: string): string[] {
  const files = {
    json: json.render(result, {}),
    list: list.render(result, {}),
    sarif: sarif.render(result, { key }),
    gitlab: gitlab.render(result, {}),
    junit: junit.render(result, {})
  }
  const { results, invocations } = JSON.parse(files.sarif).runs[0]
  const messages: { text: string; related: number }[] = [...results, ...invocations[0].toolExecutionNotifications].map(
    ({ message, relatedLocations = [] }) => ({ text: message.text, related: relatedLocations.length })
  )
  return [
    ...Object.entries(files).flatMap(([name, file]) => textFaults(file).map(fault => `${fault} in ${name}`)),
    ...faultsOfSarif(files.sarif).map(fault => JSON.stringify(fault)),
    ...messages.flatMap(({ text: words, related }) => messageFaults(words, related)),
    ...(JSON.parse(files.gitlab).length > 0 ? [] : ['an empty report for GitLab']),
    ...(parseXml(files.junit).root?.name === 'testsuites' ? [] : ['XML without its root'])
  ]
}

/** What is wrong with a message of SARIF: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html#_Toc34317459 */
function messageFaults(words: string, related: number): string[] {
  const links = words.replace(/\\[\\[\]]/g, '').matchAll(/\[[^\]]*\]\((?<target>[^)]*)\)/g)
  const foreign = Array.from(links, ({ groups }) => groups?.['target'] ?? '').filter(
    target => !(Number(target) <= related)
  )
  return [
    ...foreign.map(target => `a link of SARIF to ${target}`),
    ...(/[{}]/.test(words.replaceAll(/\{\{|\}\}/g, '')) ? ['a placeholder of SARIF'] : []),
    ...(words.length > SARIF_MESSAGE_LIMIT ? ['a long message of SARIF'] : [])
  ]
}

/** What is wrong with the workflow commands: each is one line that the runner reads as we mean it. */
function commandFaults(result: Result): string[] {
  const lines: string[] = []
  const { write } = process.stdout
  process.stdout.write = (chunk: unknown) => lines.push(String(chunk)) > 0
  try {
    printAnnotations(annotations.render(result, {}), { isHeaded: true })
  } finally {
    process.stdout.write = write
  }
  return lines
    .filter(
      line =>
        !/^::(?:error|warning|notice) title=[^:,\r\n]+(?:,file=[^:,\r\n]+)?,line=\d+,col=\d+::[^\r\n]+\r?\n$/.test(line)
    )
    .map(line => `a command ${JSON.stringify(line.slice(0, 1000))}`)
}

/** What is wrong with a suggestion for a line with a hostile text behind the version. */
function suggestionFaults(say: () => string): string[] {
  const place = { path: say(), line: 3, column: 1 }
  const own = finding('cannot-reload', {
    dependency: { name: say(), place, requirement: { kind: 'version', text: '11.0.0' } },
    verdict: { because: `It is ${say()}.`, fix: { version: say(), steps: [] } }
  })
  const edits = [{ finding: own, place, edit: { old: '11.0.0', new: '12.0.0' } }] as const
  const input: Suggestion = { path: place.path, line: 3, text: `11.0.0 ${say()}`, edits }
  if (!isSuggestible(input)) return []
  const marker = suggestionMarker(input, say(), 0)
  const body = suggestion.render(input, { marker })
  return [
    ...pageFaults(body.slice(marker.length + 1)),
    ...(/^<!-- [\w:-]+ [\da-f]+ [\da-f]+ -->$/.test(marker) ? [] : [`a marker ${marker}`]),
    ...(/\n(?<fence>`{3,})suggestion\n12\.0\.0 [^\n]*\n\k<fence>\n$/.test(body)
      ? []
      : ['a suggestion without its line'])
  ]
}

/** What is wrong with a page as GitHub renders it. */
function pageFaults(page: string): string[] {
  const own = page.startsWith(`${MARKER}\n`) ? page.slice(MARKER.length + 1) : page
  const html = marked.parse(own, { async: false })
  const faults: string[] = []
  for (const { groups = {} } of html.matchAll(TAG)) {
    const { name = '', attributes = '' } = groups
    const match = ATTRIBUTES.exec(attributes)
    if (!ELEMENTS.has(name) || !match) faults.push(`an element <${name}${attributes}>`)
    const url = match?.groups?.['url']
    if (url !== undefined && !url.startsWith(SITE)) faults.push(`a link to ${url}`)
  }
  const words = html
    .replaceAll(/<pre>[\s\S]*?<\/pre>/g, ' ')
    .replaceAll(/<code>[^<]*<\/code>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
  const active = ACTIVE.exec(words)
  if (active)
    faults.push(`an active text ${JSON.stringify(words.slice(Math.max(0, active.index - 20), active.index + 40))}`)
  const unseen = UNSEEN.exec(html)
  if (unseen)
    faults.push(`an unseen character ${JSON.stringify(html.slice(Math.max(0, unseen.index - 20), unseen.index + 20))}`)
  for (const [line] of own.matchAll(/^cd .*$/gm)) if (!CD.test(line)) faults.push(`a folder ${JSON.stringify(line)}`)
  return faults
}

/** What is wrong with plain text that a runner or a terminal shows. */
function textFaults(words: string): string[] {
  return words.split('\n').flatMap(line => [
    // https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
    ...(line.trimStart().startsWith('::') || line.includes('##[')
      ? [`a command ${JSON.stringify(line.slice(0, 60))}`]
      : []),
    ...(UNSEEN.test(line) ? [`an unseen character in ${JSON.stringify(line.slice(0, 60))}`] : [])
  ])
}

/** One to four of the hostile texts, or pieces of them, one behind the other. */
export function hostileText(random: () => number): string {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
    const whole = pick(HOSTILE) ?? ''
    if (random() < 0.6) return whole.slice(0, 400)
    const start = Math.floor(random() * whole.length)
    return whole.slice(start, start + Math.floor(random() * 30))
  }).join(random() < 0.5 ? '' : (pick([' ', '\n', '/', '`', '-']) ?? ''))
}
