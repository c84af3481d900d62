/** How sentences are written for a channel: the same words as Markdown and as plain text. */

import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'

/** Whether a place is in the head or in the base that it is compared with. */
export type Side = 'head' | 'base'

/** Makes texts fit for one channel. What each returns can stand in a sentence of that channel. */
export interface Voice {
  /** A text of the repository, such as a name; nothing in it acts. `most`: the characters that are shown. */
  code(text: string, most?: number): string
  /** The name of what a finding is about. */
  name(finding: Finding): string
  /** A sentence of ours, which may quote names. */
  prose(text: string): string
  /** The words that catch the eye, made by this voice. */
  strong(words: string): string
  place(place: Place, side?: Side): string
  /** Words of ours that lead to an address; the words alone where the channel has no links. */
  link(words: string, url: string | undefined): string
}
