/** The reporters of the command line. Those that the Action delivers are called by name in `github/`. */

import { doctor } from './doctor.ts'
import { explanation } from './explain.ts'
import { json } from './json.ts'
import { verdictLine } from './judge.ts'
import { list } from './list.ts'
import { markdown } from './markdown.ts'
import { policyJson } from './policy/json.ts'
import { policyMarkdown } from './policy/markdown.ts'
import { policyText } from './policy/text.ts'
import type { Reporter } from './reporter.ts'
import { text } from './text.ts'

/** The reporters of each command. Where there are several, `--format` chooses one by its name. */
export const reporters = {
  scan: [text, markdown, json],
  list: [list],
  judge: [verdictLine],
  policy: [policyText, policyMarkdown, policyJson],
  explain: [explanation],
  doctor: [doctor]
} as const satisfies Readonly<Record<string, readonly Reporter<never, never>[]>>

/** The values of `--format`: the names that some command chooses among. */
export const formats: readonly string[] = [
  ...new Set(
    Object.values(reporters)
      .filter(choices => choices.length > 1)
      .flatMap(choices => choices.map(({ name }) => name))
  )
]
