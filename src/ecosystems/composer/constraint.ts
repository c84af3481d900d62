/** The requirement of a constraint: one version, a branch, or several versions. */

import { type SourceRequirement, sourceRequirement } from '../../model/dependency.ts'
import type { PlacedRequirement } from '../file-format.ts'

// The flag and the alias after a constraint do not change it: `1.0@beta`, `dev-main as 1.0.x-dev`.
const FLAG = /@(?:stable|rc|beta|alpha|dev)$/i
const ALIAS = /^(?<real>[^,\s]+)\s+as\s+[^,\s]+$/
// https://getcomposer.org/doc/articles/versions.md#branches
const NAMED_BRANCH = /^dev-(?<branch>[^\s,|#]+)(?:#(?<revision>[^\s,|]+))?$/i
const NUMBERED_BRANCH = /^(?<branch>v?\d+(?:\.\d+){0,2}(?:\.[xX*]){1,3})[.-]?dev(?:#(?<revision>[^\s,|]+))?$/i
const OLD_BRANCH = /^(?<branch>master|trunk|default)$/
const EXACT = /^={0,2} *(?<version>v?\d[^\s,|*^~<>=!#@]*)$/i
const WITH_WILDCARD = /\.[xX](?:\.|$)/
// Placeholders of templates; Composer's own is `self.version`.
const PLACEHOLDER = /^self\.version$|\{\{|\$\{|^@[^@]*@$|^%[^%]*%$|^<[^<>=\d][^<>]*>$/
const LONGEST = 1_024

/**
 * Reads a constraint; undefined if it is empty. `at` counts from its beginning. An unknown form is a range, which the
 * scheme refuses.
 */
export function readConstraint(written: string): PlacedRequirement | undefined {
  const text = written.trim()
  const at = written.length - written.trimStart().length
  if (text === '') return undefined
  if (text.length > LONGEST) return { requirement: { kind: 'range', text }, at }
  const real = (ALIAS.exec(text)?.groups?.['real'] ?? text).replace(FLAG, '')
  const branch = readBranch(real)
  if (branch) return { requirement: branch, at: at + (branch.text === real ? 0 : real.lastIndexOf(branch.text)) }
  const version = EXACT.exec(real)?.groups?.['version']
  if (version !== undefined && !WITH_WILDCARD.test(version))
    return { requirement: { kind: 'version', text: version }, at: at + real.length - version.length }
  return { requirement: { kind: PLACEHOLDER.test(text) ? 'version' : 'range', text }, at }
}

/** The branch that a version names; its text is the commit if there is one. Undefined for any other version. */
export function readBranch(text: string): SourceRequirement | undefined {
  if (text.length > LONGEST) return undefined
  const groups = (NAMED_BRANCH.exec(text) ?? NUMBERED_BRANCH.exec(text) ?? OLD_BRANCH.exec(text))?.groups
  const branch = groups?.['branch']
  if (branch === undefined) return undefined
  const revision = groups?.['revision']
  return sourceRequirement(revision ?? text, { revision, branch })
}
