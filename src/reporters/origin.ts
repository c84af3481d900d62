/** How the client of a finding comes to its place: clauses that follow the place. */

import type { ChainLink } from '../model/dependency.ts'
import type { Finding } from '../model/finding.ts'
import { count } from './phrases.ts'
import { otherPlaces } from './places.ts'
import { dependencyOf } from './subject.ts'
import type { Voice } from './voice.ts'

/** The most packages of a chain that are shown; real chains are shorter. */
const LONGEST_CHAIN = 8
const VERSION_LENGTH = 60

/** The other places of a finding, the packages that bring its client in, and its other names. */
export function originClauses(finding: Finding, voice: Voice): string[] {
  const { resolved, used, repeated } = otherPlaces(finding)
  const dependency = dependencyOf(finding)
  const { alias, replacement, scope, chain = [] } = dependency ?? {}
  const [parent, ...others] = chain
  const between = others.slice(0, -1)
  const through = between.length === 0 ? '' : ` through ${chainText(between, voice)}`
  const indirect = indirectClause(finding, voice)
  return [
    ...(used ? [`used in ${voice.place(used)}`] : []),
    ...(resolved ? [`${dependency ? 'resolved' : 'decided'} in ${voice.place(resolved)}`] : []),
    ...(repeated === 0 ? [] : [`repeated there ${count(repeated, 'time')}`]),
    ...(parent ? [`brought in by ${linkWords(parent, voice)}${through}`] : []),
    ...(indirect === undefined ? [] : [indirect]),
    ...(alias === undefined ? [] : [`called ${voice.code(alias)} there`]),
    ...(replacement === undefined ? [] : [`replaced by ${voice.code(replacement)}`]),
    ...(scope === 'development' ? ['needed for development or tests only'] : [])
  ]
}

/** A package of a chain: its name and, where the file gives one, its version. */
export function linkText({ name, version }: ChainLink): string {
  return version === '' ? name : `${name} ${version}`
}

/** A text of the repository that says a version, or that there is none. */
export function versionWords(text: string, voice: Voice): string {
  return text === '' ? 'without a version' : voice.code(text, VERSION_LENGTH)
}

function linkWords({ name, version }: ChainLink, voice: Voice): string {
  return version === '' ? voice.code(name) : `${voice.code(name)} ${versionWords(version, voice)}`
}

/** A chain of packages with arrows between them; the middle of a long one is only counted. */
function chainText(chain: readonly ChainLink[], voice: Voice): string {
  const texts = chain.map(link => voice.code(linkText(link)))
  const left = chain.length - LONGEST_CHAIN
  if (left <= 0) return texts.join(' → ')
  const half = LONGEST_CHAIN / 2
  return [...texts.slice(0, half), `${left} more`, ...texts.slice(-half)].join(' → ')
}

/** That a parent brings the client in, or may bring it in, where its chain is unknown. */
function indirectClause({ subject }: Finding, voice: Voice): string | undefined {
  if (subject.kind !== 'client' || subject.dependency.chain) return undefined
  const { direct } = subject.dependency
  const why = subject.chainCommand
  const shows = why === undefined ? '' : `; ${voice.code(why)} shows which`
  if (direct === false) return `another package brings it in${shows}`
  return why === undefined ? undefined : `if no manifest names it, another package brings it in${shows}`
}
