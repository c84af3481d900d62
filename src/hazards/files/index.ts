/** The kinds of files in which hazards are looked for, one line each. Of several that match a path the first one reads it. */

import type { HazardFiles } from '../hazard.ts'
import { codeFiles } from './code.ts'
import {
  dockerfiles,
  filesWithoutExtension,
  jenkinsfiles,
  makefiles,
  powerShellFiles,
  shellFiles,
  unitFiles
} from './scripts.ts'
import { bicepFiles, terraformSources } from './terraform.ts'
import { jsonFiles, kubeconfigFiles, yamlFiles } from './yaml.ts'

/** In the order in which they are asked. */
export const hazardFiles: readonly HazardFiles[] = [
  yamlFiles,
  jsonFiles,
  shellFiles,
  makefiles,
  jenkinsfiles,
  dockerfiles,
  unitFiles,
  powerShellFiles,
  terraformSources,
  bicepFiles,
  kubeconfigFiles,
  filesWithoutExtension,
  ...codeFiles
]
