/** The words of choices that other parts need as types. The defaults are in `settings.ts`. */

/** The minimum that counts if the vendor documents and the observed behaviour disagree. */
export const MINIMUM_MODES = ['documented', 'observed'] as const

/** One of `MINIMUM_MODES`. */
export type MinimumMode = (typeof MINIMUM_MODES)[number]

/** The scopes of a client: needed at run time, needed for development or tests only, not known. */
export const SCOPES = ['runtime', 'development', 'unknown'] as const

/** The lowest level that fails the job. */
export const FAIL_ON = ['error', 'warning', 'notice', 'never'] as const

/** One of `FAIL_ON`. */
export type FailOn = (typeof FAIL_ON)[number]
