/**
 * Says of a finding without a certain version that a file which may settle it is absent, as in a sparse checkout. Its path is a text
 * of the repository and stands at its gap; the finding has the name of its format.
 */

import { groupBy } from '../../collections.ts'
import { type FileFormat, isCompiledFrom, pinsVersions, settledFormats } from '../../ecosystems/file-format.ts'
import type { Finding } from '../../model/finding.ts'
import type { UnknownReason } from '../../model/verdict.ts'
import { folderName } from '../../paths.ts'
import type { Claim } from '../files.ts'
import type { Membership, SettlingFile } from './membership.ts'
import type { Mention } from './mention.ts'
import { folderOf } from './settlers.ts'

/** The reasons that a version in another file does away with. */
const SETTLED_ELSEWHERE: ReadonlySet<UnknownReason | undefined> = new Set(['open-range', 'no-version'])

/** The most absent files of one folder that are looked at; a project has one of each kind. */
const MOST_ABSENT = 100

/** Makes the function that adds to the finding of a mention the absent file of its project that may settle it. */
export function absentSettlerNotes(
  claims: readonly Claim[],
  membership: Membership
): (finding: Finding, mention: Mention) => Finding {
  const byFolder = groupBy(claims.flatMap(absentFiles), ({ folder }) => folder)
  return (finding, mention) => {
    const { subject, status, explanation } = finding
    if (byFolder.size === 0 || subject.kind !== 'client' || status.kind !== 'open') return finding
    if (!SETTLED_ELSEWHERE.has(subject.verdict.reason)) return finding
    const reach = membership.reachOf(mention, folderOf(mention))
    const absent = reach.folders
      .flatMap(folder => byFolder.get(folder)?.slice(0, MOST_ABSENT) ?? [])
      .find(file => settles(file.format, mention.format) && reach.includes(file))
    if (!absent) return finding
    const because = `${explanation.because} A ${absent.format.name} that is not in this checkout may settle it.`
    return { ...finding, explanation: { ...explanation, because } }
  }
}

/** The file of a claim, once for each format, if it is listed and not there. */
function absentFiles({ file: { path }, detectors, isAbsent }: Claim): SettlingFile[] {
  if (isAbsent !== true) return []
  return detectors.flatMap(({ format }) =>
    format ? [{ format, path, folder: format.folder?.(path) ?? folderName(path) }] : []
  )
}

/** Whether files of one format choose versions for another one. */
export function settles(format: FileFormat, settled: FileFormat): boolean {
  if (isCompiledFrom(format, settled)) return true
  return (format.role.kind === 'lockfile' || pinsVersions(format)) && settledFormats(format).includes(settled)
}
