/** The outcome of a delivery: the log and the job summary list it. */

/** The outcome of a delivery to one channel. It never changes the verdict. */
export interface Delivery {
  /** The channel, such as "pull request comment". */
  readonly channel: string
  readonly state: 'delivered' | 'skipped' | 'failed'
  /** Whether somebody asked for the channel: one that was skipped is news only then. */
  readonly asked?: boolean
  /** Why it was skipped or failed, and the permission that is missing. */
  readonly detail?: string
  /** The address of what was delivered. */
  readonly url?: string
}
