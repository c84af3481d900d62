/** Sentences about one finding: how its client comes into the project, and the version that helps. */

import type { ChainLink } from '../model/dependency.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Fix } from '../model/verdict.ts'
import { count } from './phrases.ts'
import { otherPlaces } from './places.ts'
import { dependencyOf } from './subject.ts'

/** The most packages of a chain that are shown; real chains are shorter. */
const LONGEST_CHAIN = 8

/** The most further lines that state a requirement and are named one by one. */
const MOST_PLACES = 3

/** Makes a text of the repository fit for the channel. */
type Quote = (text: string) => string

/** Explains a client of the scope `development`. */
export const DEVELOPMENT = 'It is needed for development or tests only'

/** A chain of packages with arrows between them; the middle of a long one is only counted. */
export function chainText(chain: readonly ChainLink[], quote: Quote): string {
  const texts = chain.map(link => quote(linkText(link)))
  const left = chain.length - LONGEST_CHAIN
  if (left <= 0) return texts.join(' → ')
  const half = LONGEST_CHAIN / 2
  return [...texts.slice(0, half), `${left} more`, ...texts.slice(-half)].join(' → ')
}

/** A package of a chain: its name and, where the file gives one, its version. */
export function linkText({ name, version }: ChainLink): string {
  return version === '' ? name : `${name} ${version}`
}

/** Explains a client that a parent brings in, or may bring in, where its chain is unknown. */
export function indirectText({ subject }: Finding, quote: Quote): string | undefined {
  if (subject.kind !== 'client' || subject.dependency.chain) return undefined
  const { direct } = subject.dependency
  const why = subject.chainCommand
  const shows = why === undefined ? '' : `; ${quote(why)} shows which`
  if (direct === false) return `another package brings it in${shows}`
  return why === undefined ? undefined : `if no manifest names it, another package brings it in${shows}`
}

/** The version to upgrade to, of the client or of its parent; undefined where there is none. */
export function targetText({ version, through }: Fix, quote: Quote): string | undefined {
  if (through) return `${quote(through.name)} ${quote(through.version)} or newer, which brings a client that passes`
  return version === undefined ? undefined : `${quote(version)} or newer`
}

/** Sentences that name the further places of a finding. `at` writes a place as the channel does. */
export function placeSentences(finding: Finding, at: (place: Place) => string): string[] {
  const { resolved, used, declared } = otherPlaces(finding)
  const more = declared.length - MOST_PLACES
  return [
    ...(resolved ? [`It is resolved in ${at(resolved)}.`] : []),
    ...(used ? [`It is used in ${at(used)}.`] : []),
    ...declared.slice(0, MOST_PLACES).map(place => `It is also stated in ${at(place)}.`),
    ...(more > 0 ? [`It is stated in ${count(more, 'more place')}.`] : [])
  ]
}

/** Further sentences about a finding: its other names, and how it comes into the project. */
export function remarks(finding: Finding, quote: Quote): string[] {
  const { alias, replacement, direct, scope, chain } = dependencyOf(finding) ?? {}
  const indirect = indirectText(finding, quote)
  return [
    ...(alias === undefined ? [] : [`The file calls it ${quote(alias)}.`]),
    ...(replacement === undefined ? [] : [`${quote(replacement)} replaces it.`]),
    ...(scope === 'development' ? [`${DEVELOPMENT}.`] : []),
    ...(chain ? [origin(chain, quote)] : []),
    ...(indirect === undefined ? [] : [`${direct === false ? `It is indirect: ${indirect}` : upperFirst(indirect)}.`])
  ]
}

function origin([first, ...others]: readonly ChainLink[], quote: Quote): string {
  const between = others.slice(0, -1)
  const through = between.length === 0 ? '' : `, through ${chainText(between, quote)}`
  return `It is brought in by ${first ? quote(linkText(first)) : ''}, which the project requires${through}.`
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
