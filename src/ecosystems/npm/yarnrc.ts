/**
 * `.yarnrc.yml`: the catalogs of a workspace, from yarn 4.10 on.
 * Specification: https://yarnpkg.com/configuration/yarnrc, https://yarnpkg.com/features/catalogs. Deliberately ignored:
 * `packageExtensions`, which changes the dependencies of other packages.
 */

import type { FileFormat } from '../file-format.ts'
import { readCatalogs } from './catalogs.ts'
import { packageJson } from './package-json.ts'
import { readProjectYaml } from './project-yaml.ts'
import { catalogUpgrade } from './upgrade.ts'

export const yarnrc: FileFormat = {
  name: '.yarnrc.yml',
  role: { kind: 'manifest' },
  specification: 'https://yarnpkg.com/configuration/yarnrc',
  names: { exact: ['.yarnrc.yml'] },
  read: text => readProjectYaml(text, readCatalogs),
  definitions: { for: [packageJson], reach: 'below' },
  upgrade: catalogUpgrade('.yarnrc.yml', 'yarn install')
}
