/** The words that settings choose from. */

/** Which answer counts where the vendor documents and the observed behaviour disagree; the first is the default. */
export const MINIMUM_MODES = ['documented', 'observed'] as const

/** One of `MINIMUM_MODES`. */
export type MinimumMode = (typeof MINIMUM_MODES)[number]

/** The lowest level that fails the job; the first is the default. */
export const FAIL_ON = ['error', 'warning', 'notice', 'never'] as const

/** One of `FAIL_ON`. */
export type FailOn = (typeof FAIL_ON)[number]
