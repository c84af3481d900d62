/** Whether the project itself requires a package of a lockfile, from the lockfile and the manifests beside it. */

import { type FileFormat, settledFormats } from '../../ecosystems/file-format.ts'
import { folderName } from '../../paths.ts'
import type { Claim } from '../files.ts'
import type { Mention } from './mention.ts'
import { folderOf } from './settlers.ts'

/** Whether a folder has a manifest of a format, even one without a client. */
export type HasManifest = (format: FileFormat, folder: string) => boolean

/** Makes the test for manifests from the claimed files. */
export function manifestFinder(claims: readonly Claim[]): HasManifest {
  const folders = new Map<FileFormat, Set<string>>()
  for (const { file, detectors } of claims) {
    for (const { format } of detectors) {
      if (format) folders.set(format, (folders.get(format) ?? new Set()).add(folderName(file.path)))
    }
  }
  return (format, folder) => folders.get(format)?.has(folder) === true
}

/**
 * The mention with its final `direct`. If the lockfile does not mark it, a package that a manifest requires is direct
 * and needs no chain. A package with a parent that the manifest beside the lockfile does not name is indirect.
 */
export function withDirect(mention: Mention, isRequired: boolean, hasManifest: HasManifest): Mention {
  if (mention.origin !== 'lockfile' || mention.direct !== undefined) return mention
  const { chain, ...rest } = mention
  if (isRequired) return { ...rest, direct: true }
  const folder = folderOf(mention)
  const isBeside = chain !== undefined && settledFormats(mention.format).some(format => hasManifest(format, folder))
  return isBeside ? { ...mention, direct: false } : mention
}
