/**
 * Finds what to write in place of a requirement, where that one line is the whole fix. Deliberately ignored: files beside a lockfile,
 * even one that does not name the client, because a package manager refuses a manifest that its lockfile does not follow.
 */

import { groupBy } from '../../collections.ts'
import { ecosystemOf } from '../../ecosystems/index.ts'
import type { Requirement } from '../../model/dependency.ts'
import type { Finding, LineEdit } from '../../model/finding.ts'
import { folderName } from '../../paths.ts'
import { type JudgeSettings, judge } from '../../policy/judge.ts'
import type { Claim } from '../files.ts'
import { settles } from './absent.ts'
import type { SettlingFile } from './membership.ts'
import type { Found, Resolved } from './settle.ts'
import { folderOf } from './settlers.ts'

/** A version in a requirement, without the operator before it. */
const VERSION = /v?\d[\w.+-]*/g
/** A version without a name behind it: the tag of an image may end with the name of a variant. */
const PLAIN_VERSION = /^v?\d+(?:\.\d+)*$/
const V = /^v(?=\d)/

/** Makes the function that adds to a finding the edit that mends it, if there is one. */
export function editFinder(
  { claims, membership }: Pick<Found, 'claims' | 'membership'>,
  settings: JudgeSettings
): (finding: Finding, settled: Resolved) => Finding {
  const byFolder = groupBy(claims.flatMap(lockfiles), ({ folder }) => folder)
  return (finding, settled) => {
    const edit = isForEditing(finding, settled) ? editOf(finding, settled, settings) : undefined
    return edit && !hasLockfile(settled) ? { ...finding, edit } : finding
  }

  function hasLockfile({ mention }: Resolved): boolean {
    const reach = membership.reachOf(mention, folderOf(mention))
    return reach.folders
      .flatMap(folder => byFolder.get(folder) ?? [])
      .some(file => settles(file.format, mention.format) && reach.includes(file))
  }
}

/** Whether the line of the mention is the one to change, and nothing but a version of the client itself is advised. */
function isForEditing({ status, explanation: { fix } }: Finding, { mention, loader, override }: Resolved): boolean {
  const { origin, replaceable, replacement, direct } = mention
  if (!replaceable || origin !== 'manifest' || replacement !== undefined || direct === false) return false
  if (status.kind !== 'open' || loader || override) return false
  return fix?.version !== undefined && fix.through === undefined && fix.advice === undefined
}

/** The edit, proven: the line passes with the new text. */
function editOf(
  { explanation: { fix } }: Finding,
  { mention, scheme, beside }: Resolved,
  settings: JudgeSettings
): LineEdit | undefined {
  const { requirement } = mention
  if (fix?.version === undefined || (requirement.kind !== 'version' && requirement.kind !== 'range')) return undefined
  const text = withVersion(requirement.text, fix.version, ecosystemOf(mention.ecosystem)?.holders !== undefined)
  if (text === undefined || text === requirement.text) return undefined
  const edited: Requirement = { kind: requirement.kind, text }
  const companions = beside.map(({ mention: { name, requirement } }) => ({ name, requirement }))
  const { verdict } = judge({ ...mention, requirement: edited, beside: companions }, scheme, settings)
  return verdict.kind === 'reloads' ? { old: requirement.text, new: text } : undefined
}

/** A requirement with another version in the same notation; undefined unless it has one version that can be exchanged. */
function withVersion(text: string, version: string, isTag: boolean): string | undefined {
  const [found, ...others] = text.matchAll(VERSION)
  // Without an upper bound, how far to go is for a person to decide.
  if (!found || others.length > 0 || text.includes('>')) return undefined
  const [old] = found
  // Nobody knows whether the other variant of an image exists.
  if (isTag && !PLAIN_VERSION.test(text)) return undefined
  const bare = version.replace(V, '')
  const notation = V.test(old) ? `v${bare}` : bare
  return text.slice(0, found.index) + notation + text.slice(found.index + old.length)
}

/** The lockfile that a claimed file is, once for each format. */
function lockfiles({ file: { path }, detectors }: Claim): SettlingFile[] {
  return detectors.flatMap(({ format }) =>
    format?.role.kind === 'lockfile' ? [{ format, path, folder: format.folder?.(path) ?? folderName(path) }] : []
  )
}
