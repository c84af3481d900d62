/** A Markdown page: its content, the limits it has to keep, and the cells and links that its parts share. */

import type { Finding } from '../../model/finding.ts'
import type { Place } from '../../model/place.ts'
import type { Delivery } from '../delivery.ts'
import { code, link, prose } from '../markup.ts'
import type { Result } from '../reporter.ts'
import { dependencyOf, subjectName, subjectText } from '../subject.ts'

/** The address of a place at the scanned commit; undefined where there is none. */
export type PlaceLink = (place: Place) => string | undefined

/** Where the rest of a page that had to be cut can be seen. `name` continues "see", as in "see the log". */
export interface Elsewhere {
  readonly name: string
  readonly url?: string
}

/** One page. */
export interface Page {
  readonly result: Result
  /** The hidden first line; `''` for none. */
  readonly marker: string
  /** The most characters (UTF-16 code units) that the channel takes. */
  readonly limit: number
  /** The most places that are listed for one explanation. */
  readonly mostPlaces: number
  readonly elsewhere: Elsewhere
  /** The deliveries that ended before this one. */
  readonly deliveries: readonly Delivery[]
  readonly link: PlaceLink
}

const PLACE_LENGTH = 100

/** Where the rest can be seen: "see", and a link or a few words. */
export function seeElsewhere({ elsewhere: { name, url } }: Page): string {
  return `see ${link(prose(name), url)}`
}

/** A place as path and line, with its link. */
export function placeLink(place: Place, page: Page, inTable = false): string {
  return link(code(`${place.path || '.'}:${place.line}`, { table: inTable, most: PLACE_LENGTH }), page.link(place))
}

/** The cell of a table for what a finding is about. */
export function packageCell(finding: Finding): string {
  const { replacement, direct } = dependencyOf(finding) ?? {}
  const instead = replacement === undefined ? '' : ` → ${code(replacement, { table: true })}`
  return `${code(subjectName(finding), { table: true })}${instead}${direct === false ? ' (indirect)' : ''}`
}

/** The cell of a table for a requirement, or for the text at a hazard. */
export function versionCell(finding: Finding): string {
  const text = subjectText(finding)
  return text === '' ? 'none given' : code(text, { table: true, most: 60 })
}
