/** Finds the user's configuration. Without a file the parser is not loaded. */

import { ConfigError } from '../model/config-error.ts'
import { CONFIGURATION_FILE } from '../settings/settings.ts'
import type { Reading, Workspace } from '../workspaces/workspace.ts'
import { type Configuration, NO_CONFIGURATION } from './configuration.ts'

/** A likely mistake in the name. Rejected, because a file that is not read must not look as if it were. */
const MISNAMED_FILE = '.github/bound-token-check.yaml'

/** Maximum characters of a configuration. */
const LONGEST_FILE = 256 * 1024

/** The configuration of a workspace. Throws `ConfigError` with all problems in it. */
export async function findConfiguration(workspace: Workspace): Promise<Configuration> {
  const reading = await workspace.read(CONFIGURATION_FILE)
  if (!('absent' in reading) || reading.isLink) return readConfiguration(reading, CONFIGURATION_FILE)
  const misnamed = await workspace.read(MISNAMED_FILE)
  if ('absent' in misnamed && !misnamed.isLink) return NO_CONFIGURATION
  throw new ConfigError(`${MISNAMED_FILE} is not read. Rename it to ${CONFIGURATION_FILE}.`)
}

/** The configuration in one file; `path` is its name in messages. Throws `ConfigError` with all problems in it. */
export async function readConfiguration(reading: Reading, path: string): Promise<Configuration> {
  if ('absent' in reading) throw new ConfigError(`${path}: ${reading.absent}. Give the path of a file that exists.`)
  if ('unreadable' in reading) throw new ConfigError(`${path}: ${reading.unreadable}. Replace it with a text file.`)
  if (reading.text.length > LONGEST_FILE)
    throw new ConfigError(`${path}: longer than ${LONGEST_FILE} characters. Shorten it.`)
  // On demand: without a file neither the parser nor the checks are needed.
  const { parseConfiguration } = await import('./parse.ts')
  return parseConfiguration(reading.text, path)
}
