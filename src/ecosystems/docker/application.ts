/** Which application an image or a chart holds: it relates the version of a chart to the images of its values. */

import { baseName } from '../../paths.ts'

/** The suffix of an image's name that charts leave out of their own. */
const ROLE = /-(?:controller|operator)$/
const NEITHER_LETTER_NOR_DIGIT = /[^a-z0-9]/g

/**
 * The application of an image or a chart: `jetstack/cert-manager-controller` and `cert-manager` have the same. The
 * version of a chart does not apply to the images of other applications in its values.
 */
export function applicationOf(name: string): string {
  return baseName(name.toLowerCase()).replace(ROLE, '').replace(NEITHER_LETTER_NOR_DIGIT, '')
}
