/** What the text of a constraint asks for: one version, a branch, or several versions. */

import type { Requirement } from '../../model/dependency.ts'

/** What a constraint asks for, and where that begins in the text it was read from. */
export interface Asked {
  readonly requirement: Requirement
  readonly offset: number
}

// What a constraint is when the flag and the alias behind it are left aside: `1.0@beta`, `dev-main as 1.0.x-dev`.
const FLAG = /@(?:stable|rc|beta|alpha|dev)$/i
const ALIAS = /^(?<real>[^,\s]+)\s+as\s+[^,\s]+$/
// https://getcomposer.org/doc/articles/versions.md#branches
const NAMED_BRANCH = /^dev-(?<branch>[^\s,|#]+)(?:#(?<revision>[^\s,|]+))?$/i
const NUMBERED_BRANCH = /^(?<branch>v?\d+(?:\.\d+){0,2}(?:\.[xX*]){1,3})[.-]?dev(?:#(?<revision>[^\s,|]+))?$/i
const OLD_BRANCH = /^(?<branch>master|trunk|default)$/
const EXACT = /^={0,2} *(?<version>v?\d[^\s,|*^~<>=!#@]*)$/i
const WITH_WILDCARD = /\.[xX](?:\.|$)/
// What templates put where a version should stand; Composer's own is `self.version`.
const PLACEHOLDER = /^self\.version$|\{\{|\$\{|^@[^@]*@$|^%[^%]*%$|^<[^<>=\d][^<>]*>$/
const LONGEST = 1_024

/** Reads a constraint; undefined when it is empty. Whatever is none of the known forms is a range, for the scheme to refuse. */
export function readConstraint(written: string): Asked | undefined {
  const text = written.trim()
  const offset = written.length - written.trimStart().length
  if (text === '') return undefined
  if (text.length > LONGEST) return { requirement: { kind: 'range', text }, offset }
  const real = (ALIAS.exec(text)?.groups?.['real'] ?? text).replace(FLAG, '')
  const branch = readBranch(real)
  if (branch)
    return { requirement: branch, offset: offset + (branch.text === real ? 0 : real.lastIndexOf(branch.text)) }
  const version = EXACT.exec(real)?.groups?.['version']
  if (version !== undefined && !WITH_WILDCARD.test(version))
    return { requirement: { kind: 'version', text: version }, offset: offset + real.length - version.length }
  return { requirement: { kind: PLACEHOLDER.test(text) ? 'version' : 'range', text }, offset }
}

/** A branch as a version names it; its text is the commit where one is given. Undefined when the text names none. */
export function readBranch(text: string): Extract<Requirement, { kind: 'source' }> | undefined {
  if (text.length > LONGEST) return undefined
  const groups = (NAMED_BRANCH.exec(text) ?? NUMBERED_BRANCH.exec(text) ?? OLD_BRANCH.exec(text))?.groups
  const branch = groups?.['branch']
  if (branch === undefined) return undefined
  const revision = groups?.['revision']
  return { kind: 'source', text: revision ?? text, ...(revision === undefined ? {} : { revision }), branch }
}
