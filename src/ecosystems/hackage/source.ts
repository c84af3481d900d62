/**
 * Packages from elsewhere than Hackage: a repository at a revision, an archive, a folder. Such a source seldom names
 * its packages, but the folders of the packages have their names.
 */

import { sourceRequirement } from '../../model/dependency.ts'
import type { Placed } from '../../syntax/lines.ts'
import type { PackageEntry } from '../file-format.ts'

/** A repository or archive at one revision, and the folders of it that are packages. */
export interface Source {
  readonly url: Placed
  /** The whole address, if the file has only a part of it. */
  readonly address?: string
  readonly revision?: Placed
  readonly branch?: Placed
  readonly folders: readonly string[]
  /** The package, if the file names it. */
  readonly name?: string
}

const NAME = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u
const VERSION = /^\d+(?:\.\d+)*$/
const ARCHIVE = /\.(?:tar\.gz|tgz|tar|zip)$/
// https://…, git@host:…; a path has no colon.
const REMOTE = /:/

/** One entry per folder, with its name; one entry with the name of the repository if the file gives no folder. */
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

/** The name and the version in `foo-1.2.3`; undefined for any other text. */
export function identifier(text: string): { name: string; version: string } | undefined {
  const hyphen = text.lastIndexOf('-')
  const [name, version] = [text.slice(0, hyphen), text.slice(hyphen + 1)]
  return hyphen > 0 && NAME.test(name) && VERSION.test(version) ? { name, version } : undefined
}

/** The name in an address or path: of the repository, of the package in an archive, of the folder. */
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
