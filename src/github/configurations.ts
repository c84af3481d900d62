/** Finds the configuration that decides, and the one that a pull request proposes. */

import { type Configuration, NO_CONFIGURATION } from '../configuration/configuration.ts'
import { findConfiguration } from '../configuration/find.ts'
import { ConfigError } from '../model/config-error.ts'
import { CONFIGURATION_FILE } from '../settings/settings.ts'
import type { Failed } from '../workspaces/github-tree.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import type { Head } from './head.ts'

/** The configuration of one check. */
export interface Deciding {
  readonly configuration: Configuration
  /** What the pull request would make of it; absent if it leaves it as it is. */
  readonly proposed?: { readonly configuration: Configuration } | { readonly problem: string }
  /** What is wrong in the configuration of the pull request. It fails the job, or merging it would fail all later ones. */
  readonly broken?: ConfigError
  /**
   * Our own sentence, without a full stop: why the configuration of the base is not known, nor whether there is one. The built-in
   * values decide, and the check is incomplete.
   */
  readonly unread?: string
  /** What the reader of the log should know. */
  readonly notice?: string
}

/** The configuration of what is checked. Throws `ConfigError` if it is wrong. */
export async function ownConfiguration({ whole }: Head): Promise<Deciding> {
  return { configuration: await findConfiguration(whole) }
}

/**
 * The configuration of the base, and the committed one of the head as its proposal: a file that is not tracked counts for
 * nothing. Throws `ConfigError` if both are wrong. Only that of the base: the built-in values decide, so that the pull request
 * that corrects it can pass. A base that cannot be read leaves the check incomplete although most repositories have no
 * configuration: the pull request may delete a stricter one, and a pass would mislead those who wrote it.
 */
export async function configurationOfBase(head: Head, base: Workspace | Failed): Promise<Deciding> {
  if ('failed' in base) return { configuration: NO_CONFIGURATION, unread: base.failed }
  const committed = await head.committed()
  const reading = await base.read(CONFIGURATION_FILE)
  if ('unreadable' in reading && reading.isUnread)
    return { configuration: NO_CONFIGURATION, unread: reading.unreadable }
  const decides = await attempt(base)
  if (!committed || (await isSame(base, committed))) {
    if (decides instanceof ConfigError) throw decides
    return { configuration: decides }
  }
  const proposes = await attempt(committed)
  if (proposes instanceof ConfigError) {
    if (decides instanceof ConfigError) throw proposes
    return { configuration: decides, proposed: { problem: proposes.message }, broken: proposes }
  }
  if (!(decides instanceof ConfigError)) return { configuration: decides, proposed: { configuration: proposes } }
  return {
    configuration: NO_CONFIGURATION,
    proposed: { configuration: proposes },
    notice: 'The configuration of the base is wrong, and this pull request changes it: the built-in values decided.'
  }
}

async function attempt(workspace: Workspace): Promise<Configuration | ConfigError> {
  try {
    return await findConfiguration(workspace)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
}

/** Whether both have the same file, or both none. */
async function isSame(base: Workspace, head: Workspace): Promise<boolean> {
  const [one, other] = [await base.read(CONFIGURATION_FILE), await head.read(CONFIGURATION_FILE)]
  if ('text' in one || 'text' in other) return 'text' in one && 'text' in other && one.text === other.text
  return 'absent' in one && 'absent' in other && !one.isLink && !other.isLink
}
