/** Finds the user's configuration. Without a file the parser is not loaded. */

import { ConfigError, ConfigurationUnread } from '../model/config-error.ts'
import { CONFIGURATION_FILE } from '../settings/settings.ts'
import type { Reading, Workspace } from '../workspaces/workspace.ts'
import { type Configuration, NO_CONFIGURATION } from './configuration.ts'
import { type Elsewhere, type Extended, LONGEST_FILE, nameOf } from './extended.ts'

/** A likely mistake in the name. Rejected, because a file that is not read must not look as if it were. */
const MISNAMED_FILE = '.github/bound-token-check.yaml'

/** Where a configuration finds the one that it extends. */
export interface Surroundings {
  /** The repository of the configuration. */
  readonly whole: Pick<Workspace, 'read'>
  readonly elsewhere: Elsewhere
}

/**
 * The configuration of a repository. Throws `ConfigError` with all problems in it, or in the one that it extends, and
 * `ConfigurationUnread` if that one could not be had.
 */
export async function findConfiguration(whole: Surroundings['whole'], elsewhere: Elsewhere): Promise<Configuration> {
  const reading = await whole.read(CONFIGURATION_FILE)
  if (!('absent' in reading) || reading.isLink)
    return readConfiguration(reading, CONFIGURATION_FILE, { whole, elsewhere })
  const misnamed = await whole.read(MISNAMED_FILE)
  if ('absent' in misnamed && !misnamed.isLink) return NO_CONFIGURATION
  throw new ConfigError(`${MISNAMED_FILE} is not read. Rename it to ${CONFIGURATION_FILE}.`)
}

/** The configuration in one file; `path` is its name in messages. Throws as `findConfiguration` does. */
export async function readConfiguration(
  reading: Reading,
  path: string,
  surroundings: Surroundings
): Promise<Configuration> {
  const text = textOf(reading, path)
  // On demand: without a file neither the parser nor the checks are needed.
  const { parseConfiguration } = await import('./parse.ts')
  return parseConfiguration(text, { path }, file => openExtended(file, surroundings))
}

/** The configuration that another one extends. */
async function openExtended(file: Extended, { whole, elsewhere }: Surroundings): Promise<Configuration> {
  const path = nameOf(file)
  const reading = file.kind === 'own' ? await whole.read(file.path) : await elsewhere(file)
  if ('unreadable' in reading && reading.isUnread)
    throw new ConfigurationUnread(`the configuration extends ${path}, which could not be read: ${reading.unreadable}`)
  const text = textOf(reading, `the configuration extends ${path}`)
  const { parseConfiguration } = await import('./parse.ts')
  return parseConfiguration(text, file.kind === 'own' ? { path } : { path, isOutside: true })
}

function textOf(reading: Reading, name: string): string {
  if ('absent' in reading) throw new ConfigError(`${name}: ${reading.absent}. Give the path of a file that exists.`)
  if ('unreadable' in reading) throw new ConfigError(`${name}: ${reading.unreadable}. Replace it with a text file.`)
  if (reading.text.length > LONGEST_FILE)
    throw new ConfigError(`${name}: longer than ${LONGEST_FILE} characters. Shorten it.`)
  return reading.text
}
