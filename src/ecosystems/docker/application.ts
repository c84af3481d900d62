/** Which application an image or a chart holds, so that a chart's version and the images of its values find each other. */

import { baseName } from '../../paths.ts'

/** What an image is, which charts leave out of their names. */
const ROLE = /-(?:controller|operator)$/
const NEITHER_LETTER_NOR_DIGIT = /[^a-z0-9]/g

/**
 * The application that an image or a chart holds: `jetstack/cert-manager-controller` and `cert-manager` are one. A chart says
 * nothing of other images that its values name.
 */
export function applicationOf(name: string): string {
  return baseName(name.toLowerCase()).replace(ROLE, '').replace(NEITHER_LETTER_NOR_DIGIT, '')
}
