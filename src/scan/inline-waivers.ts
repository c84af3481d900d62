/**
 * Waivers that are written in a comment on the line that they excuse, or on a line of its own above it:
 * `# bound-token-check: ignore[client-cannot-reload] runs outside the cluster, until 2027-03-01`.
 * Only files with findings are looked into. What looks like a waiver and stands in no comment of its language is told, and covers
 * nothing: so does one in a file whose format has no comments, such as JSON.
 */

import { groupBy } from '../collections.ts'
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

/** What every such comment has. */
const WAIVER_WORD = 'bound-token-check:'

/** Who answers for a waiver that names nobody. */
const OWNER = 'a comment beside it'
/** The longest line that is looked at; a longer one is written by a program. */
const LONGEST_LINE = 1_000
const FORM = 'ignore[RULE] REASON, until YYYY-MM-DD'
const NO_COMMENT = 'it is no comment of this file; write it in one, or in the configuration'

const REFUSED = 'it covers nothing, because the configuration has "other-waivers: refused"; ask for it there'

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
const LIKE_ONE = /bound-token-check:\s*ignore\[/
const CONTENT = /^\[(?<rule>[a-z-]+)\]\s(?<reason>[^\s].*),\s?until\s(?<until>\d{4}-\d\d-\d\d)\s*(?:-->)?\s*$/

/** The same workspace, and the texts that were read from it and may have such a comment, so that nobody reads them again. They grow. */
export function rememberingComments(workspace: Workspace): {
  readonly workspace: Workspace
  readonly texts: ReadonlyMap<string, string>
} {
  const texts = new Map<string, string>()
  return {
    texts,
    workspace: {
      prepare: async paths => workspace.prepare?.(paths),
      list: () => workspace.list(),
      async read(path) {
        const reading = await workspace.read(path)
        if ('text' in reading && reading.text.includes(WAIVER_WORD)) texts.set(path, reading.text)
        return reading
      }
    }
  }
}

/**
 * Finds the waivers in the files of a report's findings. `texts`: as `rememberingComments` collects them, by their paths. Where the
 * configuration refuses them, each is told, and covers nothing.
 */
export function inlineWaivers(
  report: Report,
  texts: ReadonlyMap<string, string>,
  { areRefused }: { readonly areRefused: boolean }
): InlineWaivers {
  const failing = report.findings.filter(({ level, place }) => level !== 'pass' && texts.has(place.path))
  const waivers: Waiver[] = []
  const gaps: Gap[] = []
  for (const [path, findings] of groupBy(failing, ({ place }) => place.path)) {
    for (const { line, covers, content } of commentsIn(texts.get(path) ?? '', markOf(path))) {
      const place = { path, line, column: 1 }
      const parsed = faultOrWaiver(content, areRefused)
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

function faultOrWaiver(content: string | undefined, areRefused: boolean): ReturnType<typeof waiverIn> {
  if (areRefused) return { fault: REFUSED }
  return content === undefined ? { fault: NO_COMMENT } : waiverIn(content)
}

function markOf(path: string): string {
  return MARKS.find(([names]) => names.test(path))?.[1] ?? ''
}

/** What looks like a waiver: the line that it covers, its own, or if it has nothing else the next one; no content outside of a comment. */
interface LikeWaiver {
  readonly line: number
  readonly covers: number
  readonly content?: string
}

/** The comments that begin as a waiver does, and what else looks like one. */
function commentsIn(text: string, mark: string): readonly LikeWaiver[] {
  const lines = text.split('\n')
  const found = lines.map(line => (line.length > LONGEST_LINE ? null : COMMENT.exec(line.trimEnd())))
  return lines.flatMap((line, index): LikeWaiver[] => {
    const { before = '', mark: own, rest = '' } = found[index]?.groups ?? {}
    if (own === undefined || own !== mark)
      return line.length <= LONGEST_LINE && LIKE_ONE.test(line) ? [{ line: index + 1, covers: index + 1 }] : []
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
