/** The shells that have a script of completions. */

/** The shells that have a script of completions. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const

/** One of `SHELLS`. */
export type Shell = (typeof SHELLS)[number]
