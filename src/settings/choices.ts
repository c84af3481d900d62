/** The words of choices that other parts need as types. The defaults are in `settings.ts`. */

/** The minimum that counts if the vendor documents and the observed behaviour disagree. */
export const MINIMUM_MODES = ['documented', 'observed'] as const

/** One of `MINIMUM_MODES`. */
export type MinimumMode = (typeof MINIMUM_MODES)[number]

/** When a report as text is coloured. */
export const COLOR_WHEN = ['auto', 'always', 'never'] as const

/** One of `COLOR_WHEN`. */
export type ColorWhen = (typeof COLOR_WHEN)[number]

/** The scopes of a client: needed at run time, needed for development or tests only, not known. */
export const SCOPES = ['runtime', 'development', 'unknown'] as const

/** The lowest level that fails the job. */
export const FAIL_ON = ['error', 'warning', 'notice', 'never'] as const

/** One of `FAIL_ON`. */
export type FailOn = (typeof FAIL_ON)[number]

/** The lowest level of what is fixed. */
export const FIXED_LEVELS = ['error', 'warning', 'notice'] as const

/** The results for which a comment is posted on a pull request. */
export const COMMENT_WHEN = ['always', 'on-findings', 'on-failure', 'never'] as const

/** One of `COMMENT_WHEN`. */
export type CommentWhen = (typeof COMMENT_WHEN)[number]

/** What becomes of a comment that said that all is well, when there is something to report again. */
export const COMMENT_ON_RELAPSE = ['update', 'new'] as const

/** One of `COMMENT_ON_RELAPSE`. */
export type CommentOnRelapse = (typeof COMMENT_ON_RELAPSE)[number]

/** The findings that can fail the job: all, or those that the change introduces or worsens. */
export const COUNTED = ['all', 'introduced'] as const

/** One of `COUNTED`. */
export type Counted = (typeof COUNTED)[number]

/** Whether waivers outside of a configuration count. */
export const OTHER_WAIVERS = ['allowed', 'refused'] as const

/** The platforms whose time of grace is known, and clusters that nobody changed: `upstream`. */
export const PLATFORMS = ['cce', 'eks', 'aks', 'gke', 'ack', 'tke', 'openshift', 'rke2', 'k3s', 'upstream'] as const

/** One of `PLATFORMS`. */
export type Platform = (typeof PLATFORMS)[number]

/** How far client-go may be behind the cluster: two releases of CCE, four minor versions of Kubernetes, or however far. */
export const SKEWS = ['cce-releases', 'minor-versions', 'off'] as const

/** One of `SKEWS`. */
export type Skew = (typeof SKEWS)[number]
