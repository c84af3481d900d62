/** The hazards that are looked for, one line each. */

import type { Hazard } from './hazard.ts'

/** In the order of the catalogue of rules. */
export const hazards: readonly Hazard[] = []
