/** The reporters that `--format` chooses from. */

import { json } from './json.ts'
import { markdown } from './markdown.ts'
import type { Reporter } from './reporter.ts'
import { text } from './text.ts'

/** One line for each value of `--format`. */
export const reporters: readonly Reporter[] = [text, markdown, json]
