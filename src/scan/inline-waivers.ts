/**
 * Waivers that are written in a comment on the line that they excuse, or on a line of its own above it:
 * `# bound-token-check: ignore[client-cannot-reload] runs outside the cluster, until 2027-03-01`.
 * Only files with findings are looked into. Deliberately ignored: files whose format has no comments, such as JSON.
 */

import type { Finding } from '../model/finding.ts'
import type { Gap, Report } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
import type { Waiver } from '../model/waiver.ts'
import { rules } from '../rules/index.ts'
import { isDay } from '../settings/day.ts'
import type { Workspace } from '../workspaces/workspace.ts'

/** The waivers in the files of a report, and the comments that look like one and are none. */
export interface InlineWaivers {
  readonly waivers: readonly Waiver[]
  readonly gaps: readonly Gap[]
}

/** Who answers for a waiver that names nobody. */
const OWNER = 'a comment beside it'
/** The longest line that is looked at; a longer one is written by a program. */
const LONGEST_LINE = 1_000
const FORM = 'ignore[RULE] REASON, until YYYY-MM-DD'

/** The mark of comments by the names of files. The first that matches counts. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:json|jsonc|json5|lock|sum)$/i, ''],
  [/(?:^|\/)go\.(?:mod|work)$|\.(?:go|[cm]?[jt]sx?|java|kts?|gradle|groovy|cs|rs|swift|scala)$/i, '//'],
  [/\.(?:xml|pom|[a-z]+proj|props|targets|nuspec|md|html)$/i, '<!--'],
  [/\.(?:cabal|hs)$/i, '--'],
  [/\.(?:ya?ml|toml|tf|hcl|py|rb|sh|bash|txt|in|cfg|ini|conf|properties|exs?|mk|gemspec|bzl|bazel|star)$/i, '#'],
  [/(?:^|\/)(?:\w*Dockerfile|Containerfile)[^/]*$|(?:^|\/)(?:GNUm|M|m)akefile$|(?:^|\/)(?:Gemfile|Pipfile)$/, '#']
]

const COMMENT = /(?<before>^|.*\s)(?<mark>#|\/\/|<!--|--)\s*bound-token-check:\s*ignore(?<rest>.*)$/
const CONTENT = /^\[(?<rule>[a-z-]+)\]\s(?<reason>[^\s].*),\s?until\s(?<until>\d{4}-\d\d-\d\d)\s*(?:-->)?\s*$/

/** Finds the waivers in the files of a report's findings. */
export async function inlineWaivers(report: Report, workspace: Workspace): Promise<InlineWaivers> {
  const byPath = new Map<string, Finding[]>()
  for (const finding of report.findings) {
    if (finding.level === 'pass' || markOf(finding.place.path) === '') continue
    const own = byPath.get(finding.place.path)
    if (own) own.push(finding)
    else byPath.set(finding.place.path, [finding])
  }
  const waivers: Waiver[] = []
  const gaps: Gap[] = []
  for (const [path, findings] of byPath) {
    const reading = await workspace.read(path)
    if (!('text' in reading)) continue
    for (const { line, covers, content } of commentsIn(reading.text, markOf(path))) {
      const place = { path, line, column: 1 }
      const parsed = waiverIn(content)
      if ('fault' in parsed) {
        gaps.push({ kind: 'not-understood', place, detail: `a waiver in a comment: ${parsed.fault}` })
        continue
      }
      const { rule, reason, until } = parsed
      const own = findings.filter(finding => finding.rule?.id === rule.id && finding.place.line === covers)
      const identities = new Set(own.map(({ identity }) => identity))
      waivers.push({ rule, paths: [path], identities, reason, owner: OWNER, until, place })
    }
  }
  return { waivers, gaps }
}

function markOf(path: string): string {
  return MARKS.find(([names]) => names.test(path))?.[1] ?? ''
}

/** The comments that begin as a waiver does, and the line that each covers: its own, or if it has nothing else the next one. */
function commentsIn(text: string, mark: string): readonly { line: number; covers: number; content: string }[] {
  if (!text.includes('bound-token-check:')) return []
  const lines = text.split('\n')
  const found = lines.map(line => (line.length > LONGEST_LINE ? null : COMMENT.exec(line.trimEnd())))
  return found.flatMap((match, index) => {
    const { before = '', mark: own, rest = '' } = match?.groups ?? {}
    if (own !== mark) return []
    let covers = index
    // Several may stand above one line.
    if (before.trim() === '') while (found[covers]?.groups?.['before']?.trim() === '') covers++
    return [{ line: index + 1, covers: covers + 1, content: rest }]
  })
}

function waiverIn(
  content: string
): { readonly fault: string } | { readonly rule: Rule; readonly reason: string; readonly until: string } {
  const { rule: id, reason, until } = CONTENT.exec(content)?.groups ?? {}
  if (id === undefined || reason === undefined || until === undefined) return { fault: `write it as ${FORM}` }
  const rule = rules.find(each => each.id === id)
  if (!rule) return { fault: `no rule is called ${id}` }
  if (!rule.waivable) return { fault: `${id} cannot be waived` }
  if (!isDay(until)) return { fault: `${until} is no day of the calendar` }
  return { rule, reason, until }
}
