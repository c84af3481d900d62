/** The reporters of the command line. Those that the Action delivers are called by name in `github/`. */

import { clusterJson, clusterText } from './cluster.ts'
import { configurationJson, configurationText } from './doctor.ts'
import { rulesJson, rulesText } from './explain.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { verdictLine, verdictText } from './judge.ts'
import { junit } from './junit.ts'
import { list, listText } from './list.ts'
import { markdown } from './markdown.ts'
import { policyJson } from './policy/json.ts'
import { policyMarkdown } from './policy/markdown.ts'
import { policyText } from './policy/text.ts'
import type { Reporter } from './reporter.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** The reporters of each command. `--format` chooses one by its name; without it, the first is used. */
export const reporters = {
  scan: [text, markdown, json, sarif, gitlab, junit],
  list: [list, listText],
  judge: [verdictLine, verdictText],
  policy: [policyText, policyMarkdown, policyJson],
  explain: [rulesText, rulesJson],
  doctor: [configurationText, configurationJson],
  cluster: [clusterText, clusterJson]
} as const satisfies Readonly<Record<string, readonly Reporter<never, never>[]>>
