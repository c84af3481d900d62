/** The user's configuration: where it is, and that nothing of it is parsed where there is none. */

import { ConfigError } from '../model/config-error.ts'
import { CONFIGURATION_FILE } from '../settings/settings.ts'
import type { Reading, Workspace } from '../workspaces/workspace.ts'
import { type Configuration, NO_CONFIGURATION } from './configuration.ts'

/** What somebody may have meant; found alone it is refused, since a file that is not read must not look as if it were. */
const MISNAMED_FILE = '.github/bound-token-check.yaml'

/** Characters of a configuration; no person writes more. */
const LONGEST_FILE = 256 * 1024

/** The configuration of a workspace. Throws `ConfigError` with everything that is wrong in it. */
export async function findConfiguration(workspace: Workspace): Promise<Configuration> {
  const reading = await workspace.read(CONFIGURATION_FILE)
  if (!('absent' in reading)) return readConfiguration(reading, CONFIGURATION_FILE)
  const misnamed = await workspace.read(MISNAMED_FILE)
  if ('absent' in misnamed) return NO_CONFIGURATION
  throw new ConfigError(`${MISNAMED_FILE} is not read. Rename it to ${CONFIGURATION_FILE}.`)
}

/** The configuration in one file, which is told as `path`. Throws `ConfigError` with everything that is wrong in it. */
export async function readConfiguration(reading: Reading, path: string): Promise<Configuration> {
  if ('absent' in reading) throw new ConfigError(`${path}: ${reading.absent}. Give the path of a file that exists.`)
  if ('unreadable' in reading) throw new ConfigError(`${path}: ${reading.unreadable}. Replace it with a text file.`)
  if (reading.text.length > LONGEST_FILE)
    throw new ConfigError(`${path}: longer than ${LONGEST_FILE} characters. Shorten it.`)
  // On demand: without a file neither the parser nor the checks are needed.
  const { parseConfiguration } = await import('./parse.ts')
  return parseConfiguration(reading.text, path)
}
