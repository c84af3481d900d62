/** The registry of the formats whose files hold packages of several ecosystems, one line each. Their entries say which. */

import type { FileFormat } from '../ecosystems/ecosystem.ts'

/** In the order of the tables in README.md. A file is read by the first of them that claims it. */
export const polyglotFormats: readonly FileFormat[] = []
