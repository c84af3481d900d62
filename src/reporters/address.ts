/** The web address of a place at one commit. */

import type { Place } from '../model/place.ts'

/** A repository as GitHub's web pages know it. */
export interface Repository {
  /** Such as `https://github.com`, from `GITHUB_SERVER_URL`. */
  readonly server: string
  /** `owner/name`. */
  readonly name: string
  readonly commit: string
  /** The scanned folder below the repository's root; `''` for the root itself. */
  readonly folder?: string
}

const LONE_SURROGATE = /\p{Cs}/gu
/** Characters that `encodeURIComponent` leaves, although Markdown or a shell gives them a meaning. */
const LEFT = /[!'()*]/g

/** Makes the function that gives each place its address. */
export function addressOf({ server, name, commit, folder = '' }: Repository): (place: Place) => string {
  return ({ path, line }) => {
    const below = relativeAddress(`${folder}/${path}`)
    // A gap may concern the scanned folder itself, which has no lines.
    const [view, anchor] = path === '' ? ['tree', ''] : ['blob', `#L${line}`]
    return `${[server, name, view, commit, ...(below === '' ? [] : [below])].join('/')}${anchor}`
  }
}

/** A path as a relative reference (RFC 3986) that holds nothing but letters, digits, `-`, `.`, `_`, `~`, `%` and `/`. */
export function relativeAddress(path: string): string {
  const parts = path.split('/').filter(part => part !== '')
  return parts.map(encodeSegment).join('/')
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(LONE_SURROGATE, '\ufffd')).replace(
    LEFT,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  )
}
