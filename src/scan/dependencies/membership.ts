/**
 * Which files belong to the project of another one, so that its lockfile settles them: those in its folder, the members that the
 * lockfile or a manifest beside it names, and the files that these include. A lockfile above any other file says nothing about it.
 */

import { groupBy, memoised } from '../../collections.ts'
import { type FileFormat, isCompiledFrom, originOf, settlesBelow } from '../../ecosystems/file-format.ts'
import { folderName, foldersAbove, isWithin } from '../../paths.ts'
import type { Include, Member, Mention, Module } from './mention.ts'
import { namerFinder } from './namers.ts'

/** What the files of a repository say about their projects. */
interface Facts {
  readonly members: readonly Member[]
  readonly includes: readonly Include[]
  readonly modules: readonly Module[]
}

/** A file that may settle a mention. `folder` is the one to which it applies. */
export interface SettlingFile {
  readonly format: FileFormat
  readonly path: string
  readonly folder: string
}

/** What may be a member of projects: a mention, or a file that may have none. */
type Joining = Pick<Mention, 'ecosystem'> & { readonly place: { readonly path: string } }

/** The same, of a format. */
type Belonging = Joining & Pick<Mention, 'format'>

/** The projects that a mention belongs to. */
export interface Reach {
  /** The folder of the mention, and those of the files that include its file and of the manifests that name it. */
  readonly near: readonly string[]
  /** The folders in which their files may be, the mention's own first. */
  readonly folders: readonly string[]
  /** Their files in any other folder. */
  readonly files: readonly string[]
  /** Whether a file is of one of them, and settles the mention if its version fits. */
  includes(file: SettlingFile): boolean
  /** Whether a lockfile is that of a workspace. Its tool does not read a lockfile in the folder of a member. */
  isOfWorkspace(file: SettlingFile): boolean
}

/** The projects of the files of a repository. */
export interface Membership {
  /** The folders of the files that name the file of a mention, or its folder, as a member of their workspace. */
  projectsOf(mention: Joining, folder: string): Iterable<string>
  /** The projects of a mention that applies to a folder. */
  reachOf(mention: Belonging, folder: string): Reach
}

/** Makes the finder of the projects. The order of the facts does not matter. */
export function membershipOf({ members, includes, modules }: Facts): Membership {
  const namersOf = memoised(namerFinder(members, includes), key => JSON.stringify(key))
  const nameOf = new Map(modules.map(({ path, name }) => [path, name]))
  const locked = members.filter(({ origin, apart }) => origin === 'lockfile' && !apart)
  const byFile = groupBy(locked, ({ path }) => path)
  const namesIn = memoised((path: string): ReadonlySet<string | undefined> => {
    return new Set(byFile.get(path)?.flatMap(({ member, as }) => (as === 'name' ? [member] : [])))
  })
  const reachOfEach = memoised(
    ({ mention, folder }: { readonly mention: Belonging; readonly folder: string }) => computedReach(mention, folder),
    ({ mention: { ecosystem, format, place }, folder }) => JSON.stringify([ecosystem, format.name, place.path, folder])
  )
  return {
    projectsOf: ({ ecosystem, place: { path } }, folder) =>
      new Set(Array.from(namersOf({ ecosystem, path, folder }).files, folderName)),
    // Settlement and edits ask for it in turn.
    reachOf: (mention, folder) => reachOfEach({ mention, folder })
  }

  function computedReach({ ecosystem, format, place }: Belonging, folder: string): Reach {
    const { own, files, byManifest, workspaces } = namersOf({ ecosystem, path: place.path, folder })
    const near = [...own, ...byManifest]
    return {
      near,
      folders: [...new Set([...near, ...near.flatMap(foldersAbove)])],
      files: [...files],
      includes: file => {
        if (isCompiledFrom(file.format, format)) return files.has(file.path)
        if (file.folder === folder || files.has(file.path)) return true
        if (isWithin(folder, file.folder) && settlesBelow(file.format, file.path)) return true
        const names = namesIn(file.path)
        if (names.size > 0) {
          return names.has(nameOf.get(place.path)) && near.some(each => isWithin(each, file.folder))
        }
        if (own.has(file.folder)) return true
        // A lockfile that lists the members of its workspace knows better than a manifest.
        return originOf(file.format) === 'lockfile' && byManifest.has(file.folder) && !byFile.has(file.path)
      },
      isOfWorkspace: file => workspaces.has(file.path) || (file.folder !== folder && workspaces.has(file.folder))
    }
  }
}
