/** The files that bring a file into their projects: they name it or its folder as a member, or include it. */

import { posix } from 'node:path'
import { groupBy, memoised } from '../../collections.ts'
import { folderName, foldersAbove } from '../../paths.ts'
import type { Include, Member } from './mention.ts'
import { matches, type Wildcards, wildcardsIn } from './wildcards.ts'

/** The most patterns with wildcards of one file; real ones have a handful. */
const MOST_PATTERNS = 50

/** The most files that are followed from one file to those that name it, and the most that name one. */
const MOST_NAMING = 100

/** A file to bring in, and the folder to which it applies. */
export interface Named {
  readonly ecosystem: string
  readonly path: string
  readonly folder: string
}

/** The files that bring a file into their projects. */
export interface Namers {
  /** The folders of the file itself, and of the files that include it. */
  readonly own: ReadonlySet<string>
  /** The files that name one of these as a member, and those that the file itself includes. */
  readonly files: ReadonlySet<string>
  /**
   * The folders of the manifests among them, and of the manifests that name these. A lockfile in one of them that lists its members
   * knows better.
   */
  readonly byManifest: ReadonlySet<string>
  /** The files that name it as a member of a workspace, and the folders of the manifests among them. */
  readonly workspaces: ReadonlySet<string>
}

/** Makes the finder of the files that name another one. */
export function namerFinder(members: readonly Member[], includes: readonly Include[]): (named: Named) => Namers {
  const index = new MemberIndex(members)
  const namingOf = memoised(
    ({ ecosystem, path, folder }: Named) => index.naming(ecosystem, [folder, path]),
    ({ ecosystem, path, folder }) => JSON.stringify([ecosystem, path, folder])
  )
  const pairs = includes.map(({ path, place }) => {
    return { from: place.path, to: posix.normalize(posix.join(folderName(place.path), path)) }
  })
  const includersOf = groupBy(pairs, ({ to }) => to)
  const includedBy = groupBy(pairs, ({ from }) => from)

  return start => {
    const own = new Set([start.folder])
    const files = new Set(includedBy.get(start.path)?.map(({ to }) => to))
    const byManifest = new Set<string>()
    const workspaces = new Set<string>()
    /** The files to look at, each with whether a manifest named one on the way to it. */
    const waiting = new Map([[start.path, { folder: start.folder, isNamed: false }]])
    // The loop adds to this map.
    for (const [path, { folder, isNamed }] of waiting) {
      for (const { from } of includersOf.get(path)?.slice(0, MOST_NAMING) ?? []) {
        if (!isNamed) own.add(folderName(from))
        wait(from, isNamed)
      }
      for (const { path: from, origin, apart } of namingOf({ ecosystem: start.ecosystem, path, folder })) {
        if (!isNamed) files.add(from)
        if (!isNamed && !apart) workspaces.add(from)
        if (!isNamed && !apart && origin === 'manifest') workspaces.add(folderName(from))
        if (origin === 'manifest') byManifest.add(folderName(from))
        if (origin === 'manifest' && apart) wait(from, true)
      }
    }
    return { own, files, byManifest, workspaces }

    function wait(path: string, isNamed: boolean): void {
      if (waiting.size < MOST_NAMING && !waiting.has(path)) waiting.set(path, { folder: folderName(path), isNamed })
    }
  }
}

interface Pattern extends Wildcards {
  readonly member: Member
}

/** The members of all projects, by the paths that they name. */
class MemberIndex {
  private readonly byPath: ReadonlyMap<string, readonly Member[]>
  private readonly byBase: ReadonlyMap<string, readonly Pattern[]>

  constructor(members: readonly Member[]) {
    const key = ({ ecosystem, member }: Member) => keyOf(ecosystem, member)
    this.byPath = groupBy(
      members.filter(({ as }) => as === undefined),
      key
    )
    const patterns = groupBy(
      members.filter(({ as }) => as === 'pattern'),
      ({ path }) => path
    )
    const all = Array.from(patterns.values()).flatMap(own => {
      const found = own.flatMap(member => wildcardsIn(member.member).map((each): Pattern => ({ ...each, member })))
      const [plain, others] = [found.filter(isPlain), found.filter(pattern => !isPlain(pattern))]
      return [...plain, ...others.slice(0, MOST_PATTERNS)]
    })
    this.byBase = groupBy(all, ({ base, rest, member: { ecosystem } }) =>
      keyOf(ecosystem, rest.length > 0 ? `${base}/` : base)
    )
  }

  /** The members that have one of these paths. */
  naming(ecosystem: string, paths: readonly string[]): readonly Member[] {
    const exact = paths.flatMap(path => this.byPath.get(keyOf(ecosystem, path))?.slice(0, MOST_NAMING) ?? [])
    return [...exact, ...paths.flatMap(path => this.matching(ecosystem, path))]
  }

  private matching(ecosystem: string, path: string): readonly Member[] {
    const plain = this.byBase.get(keyOf(ecosystem, path)) ?? []
    const found = foldersAbove(path).flatMap(base => {
      const patterns = this.byBase.get(keyOf(ecosystem, `${base}/`)) ?? []
      if (patterns.length === 0) return []
      const below = path.slice(base === '' ? 0 : base.length + 1)
      const names = below === '' ? [] : below.split('/')
      return patterns.filter(({ rest }) => matches(rest, names))
    })
    return [...plain, ...found].slice(0, MOST_NAMING).map(({ member }) => member)
  }
}

/** Whether a pattern has no wildcards. */
function isPlain({ rest }: Pattern): boolean {
  return rest.length === 0
}

function keyOf(ecosystem: string, path: string): string {
  return `${ecosystem} ${path}`
}
