/** The hazards that are looked for and the files in which they are, one line each. */

import type { Hazard, HazardCatalogue } from './hazard.ts'

/** In the order of precedence and of the catalogue of rules. */
export const hazards: readonly Hazard[] = []

/** All of it. */
export const hazardCatalogue: HazardCatalogue = { hazards, files: [] }
