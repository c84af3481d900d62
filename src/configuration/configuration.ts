/** The user's configuration: where it lies, what it may say, and that nothing of it is read where there is none. */

import { ConfigError } from '../model/config-error.ts'
import type { Place } from '../model/place.ts'
import type { RuleLevels } from '../model/rule.ts'
import type { Waiver } from '../model/waiver.ts'
import { builtIn, type Policy } from '../policy/policy.ts'
import type { FailOn, MinimumMode } from '../settings/choices.ts'
import type { Reading, Workspace } from '../workspaces/workspace.ts'

/** Where the file is looked for: from the scanned folder on the command line, from the repository's root in the Action. */
export const CONFIGURATION_FILE = '.github/bound-token-check.yml'

/** What somebody may have meant; found alone it is refused, since a file that is not read must not look as if it were. */
const MISNAMED_FILE = '.github/bound-token-check.yaml'

/** Characters of a configuration; no person writes more. */
const LONGEST_FILE = 256 * 1024

/** What a configuration says, checked. Whatever it leaves out is absent. */
export interface Configuration {
  /** Absent where there is no file. */
  readonly path?: string
  /** Where each key of the file stands. */
  readonly places: ReadonlyMap<string, Place>
  readonly minimum?: MinimumMode
  readonly failOn?: FailOn
  readonly levels: RuleLevels
  /** Whether a path is scanned. Absent: every path is. */
  selects?(path: string): boolean
  /** The built-in clients with those that the file adds or tightens. */
  readonly policy: Policy
  /** How many clients the file adds or tightens. */
  readonly clients: number
  readonly waivers: readonly Waiver[]
}

/** What holds without a file. */
const NONE: Configuration = { places: new Map(), levels: {}, policy: builtIn, clients: 0, waivers: [] }

/** The configuration of a workspace. Throws `ConfigError` with everything that is wrong in it. */
export async function findConfiguration(workspace: Workspace): Promise<Configuration> {
  const reading = await workspace.read(CONFIGURATION_FILE)
  if (!('absent' in reading)) return readConfiguration(reading, CONFIGURATION_FILE)
  const misnamed = await workspace.read(MISNAMED_FILE)
  if ('absent' in misnamed) return NONE
  throw new ConfigError(`${MISNAMED_FILE} is not read: rename it to ${CONFIGURATION_FILE}.`)
}

/** The configuration in one file, which is told as `path`. Throws `ConfigError` with everything that is wrong in it. */
export async function readConfiguration(reading: Reading, path: string): Promise<Configuration> {
  if ('absent' in reading) throw new ConfigError(`${path}: ${reading.absent}. Give the path of a file that exists.`)
  if ('unreadable' in reading) throw new ConfigError(`${path}: ${reading.unreadable}. Put a text file in its place.`)
  if (reading.text.length > LONGEST_FILE)
    throw new ConfigError(`${path}: longer than ${LONGEST_FILE} characters. Move what is no configuration elsewhere.`)
  // On demand: without a file neither the parser nor the checks are needed.
  const { parseConfiguration } = await import('./parse.ts')
  return parseConfiguration(reading.text, path)
}
