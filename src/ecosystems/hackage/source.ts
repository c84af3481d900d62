/**
 * Packages that do not come from Hackage: a repository at a revision, an archive, a folder. Such a source seldom names
 * its packages; the folders in it that are meant are called like them.
 */

import { sourceRequirement } from '../../model/dependency.ts'
import type { Placed } from '../../syntax/lines.ts'
import type { PackageEntry } from '../file-format.ts'

/** A repository or archive at one revision, and the folders of it that are packages. */
export interface Source {
  readonly url: Placed
  /** The whole address, where the file has only a part of it. */
  readonly address?: string
  readonly revision?: Placed
  readonly branch?: Placed
  readonly folders: readonly string[]
  /** The package, where the file says it. */
  readonly name?: string
}

const NAME = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u
const VERSION = /^\d+(?:\.\d+)*$/
const ARCHIVE = /\.(?:tar\.gz|tgz|tar|zip)$/
// https://…, git@host:…; a path has no colon.
const REMOTE = /:/

/** One entry per folder, named after it; a file that gives only a repository does not say what packages are in it. */
export function* packagesOf({ url, address, revision, branch, folders, name }: Source): Generator<PackageEntry> {
  const { text, at } = revision ?? branch ?? url
  const names = name === undefined ? folders.map(lastPart) : [name]
  for (const folder of names.length > 0 ? names : ['']) {
    yield {
      name: folder === '' || folder === '.' ? repositoryName(url.text) : folder,
      requirement: sourceRequirement(text, {
        url: address ?? (REMOTE.test(url.text) ? url.text : undefined),
        revision: revision?.text,
        branch: branch?.text
      }),
      at
    }
  }
}

/** `foo-1.2.3` taken apart; undefined for anything else. */
export function identifier(text: string): { name: string; version: string } | undefined {
  const hyphen = text.lastIndexOf('-')
  const [name, version] = [text.slice(0, hyphen), text.slice(hyphen + 1)]
  return hyphen > 0 && NAME.test(name) && VERSION.test(version) ? { name, version } : undefined
}

/** What an address or path is called after: the repository, the package in an archive, the folder. */
function repositoryName(text: string): string {
  const parts = text.split(/[/:]/).filter(part => part !== '')
  // https://github.com/owner/repository/archive/REVISION.tar.gz
  const archive = parts.lastIndexOf('archive')
  const last = (archive > 0 ? parts[archive - 1] : parts.at(-1)) ?? text
  const name = last.replace(ARCHIVE, '').replace(/\.git$/, '')
  return identifier(name)?.name ?? name
}

function lastPart(folder: string): string {
  return (
    folder
      .split('/')
      .filter(part => part !== '')
      .at(-1) ?? ''
  )
}
