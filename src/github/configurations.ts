/** Finds the configuration that decides, and the one that a pull request proposes. */

import { type Configuration, NO_CONFIGURATION } from '../configuration/configuration.ts'
import type { Elsewhere, FileElsewhere } from '../configuration/extended.ts'
import { findConfiguration } from '../configuration/find.ts'
import { ConfigError, ConfigurationUnread } from '../model/config-error.ts'
import { CONFIGURATION_FILE } from '../settings/settings.ts'
import type { Failed } from '../workspaces/github-tree.ts'
import type { Reading, Workspace } from '../workspaces/workspace.ts'
import { onlyKnown } from './elsewhere.ts'
import type { Head } from './head.ts'

/** The configuration of one check. */
export interface Deciding {
  readonly configuration: Configuration
  /** What the pull request would make of it; absent if it leaves it as it is. */
  readonly proposed?: { readonly configuration: Configuration } | { readonly problem: string }
  /** What is wrong with the configuration of the pull request. It fails the job, or merging it would fail all later ones. */
  readonly broken?: ConfigError | ConfigurationUnread
  /**
   * Our own sentence, without a full stop: why the configuration of the base is not known, nor whether there is one. The built-in
   * values decide, and the check is incomplete.
   */
  readonly unread?: string
  /** What the reader of the log should know. */
  readonly notice?: string
}

/** What finding a configuration needs beside the files of the head. */
export interface Finding {
  readonly elsewhere: Elsewhere
  /** Whether the head is a stranger's. */
  readonly isFork: boolean
}

/** The configuration of what is checked. Throws as `findConfiguration` does. */
export async function ownConfiguration({ whole }: Head, { elsewhere }: Finding): Promise<Deciding> {
  return { configuration: await findConfiguration(whole, elsewhere) }
}

/**
 * The configuration of the base, and the committed one of the head as its proposal: a file that is not tracked counts for
 * nothing. Throws `ConfigError` if both are wrong, and `ConfigurationUnread` if what the base extends cannot be had. Only that of the
 * base is wrong: the built-in values decide, so that the pull request that corrects it can pass. A base that cannot be read leaves the
 * check incomplete although most repositories have no configuration: the pull request may delete a stricter one, and a pass would
 * mislead those who wrote it.
 */
export async function configurationOfBase(
  head: Head,
  base: Workspace | Failed,
  { elsewhere, isFork }: Finding
): Promise<Deciding> {
  if ('failed' in base) return { configuration: NO_CONFIGURATION, unread: base.failed }
  const committed = await head.committed()
  const reading = await base.read(CONFIGURATION_FILE)
  if ('unreadable' in reading && reading.isUnread)
    return { configuration: NO_CONFIGURATION, unread: reading.unreadable }
  const read: Read = { files: new Map(), elsewhere: [] }
  const decides = await attempt(remembering(base, read), async file => {
    read.elsewhere.push(file)
    return elsewhere(file)
  })
  if (decides instanceof ConfigurationUnread) throw decides
  if (!committed || (await readsTheSame(read, committed))) {
    if (decides instanceof ConfigError) throw decides
    return { configuration: decides }
  }
  const proposes = await attempt(committed, isFork ? onlyKnown(elsewhere, read.elsewhere) : elsewhere)
  if (proposes instanceof Error) {
    if (decides instanceof ConfigError) throw proposes
    const problem = { configuration: decides, proposed: { problem: proposes.message } }
    // What a stranger extends may be fine: who merges it sees whether it is.
    return proposes instanceof ConfigurationUnread && isFork ? problem : { ...problem, broken: proposes }
  }
  if (!(decides instanceof ConfigError)) return { configuration: decides, proposed: { configuration: proposes } }
  return {
    configuration: NO_CONFIGURATION,
    proposed: { configuration: proposes },
    notice: 'The configuration of the base is wrong, and this pull request changes it: the built-in values decided.'
  }
}

/** The files that a configuration was read from. They grow. */
interface Read {
  readonly files: Map<string, Reading>
  readonly elsewhere: FileElsewhere[]
}

/** The same workspace, which remembers what was read from it. */
function remembering(workspace: Workspace, { files }: Read): Pick<Workspace, 'read'> {
  return {
    async read(path) {
      const reading = await workspace.read(path)
      files.set(path, reading)
      return reading
    }
  }
}

async function attempt(
  workspace: Pick<Workspace, 'read'>,
  elsewhere: Elsewhere
): Promise<Configuration | ConfigError | ConfigurationUnread> {
  try {
    return await findConfiguration(workspace, elsewhere)
  } catch (error) {
    if (error instanceof ConfigError || error instanceof ConfigurationUnread) return error
    throw error
  }
}

/** Whether a workspace has the same in all files that the configuration was read from: what it extends, too. */
async function readsTheSame({ files }: Read, workspace: Workspace): Promise<boolean> {
  for (const [path, reading] of files) if (!isSame(reading, await workspace.read(path))) return false
  return true
}

/** Whether both are the same file, or both none. */
function isSame(one: Reading, other: Reading): boolean {
  if ('text' in one || 'text' in other) return 'text' in one && 'text' in other && one.text === other.text
  return 'absent' in one && 'absent' in other && !one.isLink && !other.isLink
}
