/** Packages whose code is a folder of the scanned repository: no release of a registry says anything about them. */

import { posix } from 'node:path'
import { folderName } from '../../paths.ts'
import type { Claim } from '../files.ts'
import type { Mention } from './mention.ts'

/** `file:../client`, `link:../client`, `portal:../client`, `path:client`. */
const PROTOCOL = /^(?:file|link|portal|path):/
const WORKSPACE = /^workspace:/

/** Makes the test for a package whose code is in the scanned repository, out of the files that were claimed. */
export function ownPackageFinder(claims: readonly Claim[]): (mention: Mention) => boolean {
  const folders = new Set(
    claims.flatMap(({ file, detectors }) =>
      detectors.flatMap(({ id, format }) =>
        format?.role.kind === 'manifest' ? `${id.split(' ')[0]} ${folderName(file.path)}` : []
      )
    )
  )
  return mention => {
    const written = pathOf(mention)
    if (written === undefined) return false
    if (WORKSPACE.test(written)) return true
    const folder = posix.join(folderName(mention.place.path), written.replace(PROTOCOL, ''), '.')
    return folders.has(`${mention.ecosystem} ${folder === '.' ? '' : folder.replace(/\/$/, '')}`)
  }
}

/** The path of a package that comes from a folder; undefined for one from a registry or an address. */
function pathOf({ replacement, requirement }: Mention): string | undefined {
  if (replacement !== undefined) return /^\.{1,2}(?:\/|$)/.test(replacement) ? replacement : undefined
  if (requirement.kind !== 'source') return undefined
  const { text, url, revision, branch } = requirement
  return url === undefined && revision === undefined && branch === undefined && !text.includes('://') ? text : undefined
}
