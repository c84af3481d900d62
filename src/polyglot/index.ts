/** The registry of the formats whose files hold packages of several ecosystems, one line each. Their entries say which. */

import type { FileFormat } from '../ecosystems/file-format.ts'
import { bomJson } from './bom-json.ts'
import { bomXml } from './bom-xml.ts'
import { dockerfile } from './dockerfile.ts'
import { makefile } from './makefile.ts'
import { shellScript } from './shell-script.ts'
import { spdxTagValue } from './spdx-tag-value.ts'
import { workflow } from './workflow.ts'

/** In the order of docs/formats.md. A file is read by the first of them whose names match. */
export const polyglotFormats: readonly FileFormat[] = [
  bomJson,
  bomXml,
  spdxTagValue,
  dockerfile,
  shellScript,
  makefile,
  workflow
]
