/** A way in which the Action delivers its result. */

/** One channel. */
export interface Channel {
  /** Its name in the table of deliveries. */
  readonly name: string
  /** The permission that a token needs for it. */
  readonly permission?: string
}
