/**
 * The registry of the formats whose files hold packages of several ecosystems, one line each. Each entry has its own.
 */

import type { FileFormat } from '../ecosystems/file-format.ts'
import { bomJson, otherJson } from './bom-json.ts'
import { bomXml, otherXml } from './bom-xml.ts'
import { dockerfileInstalls } from './dockerfile-installs.ts'
import { makefile } from './makefile.ts'
import { shellScript } from './shell-script.ts'
import { spdxTagValue } from './spdx-tag-value.ts'
import { workflow } from './workflow.ts'

/** In the order of docs/formats.md. The first format whose names match reads a file, so that those for any name stand behind the others. */
export const polyglotFormats: readonly FileFormat[] = [
  bomJson,
  bomXml,
  otherJson,
  otherXml,
  spdxTagValue,
  dockerfileInstalls,
  shellScript,
  makefile,
  workflow
]
