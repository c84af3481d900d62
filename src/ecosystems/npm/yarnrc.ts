/**
 * `.yarnrc.yml`: the versions that the packages of a workspace refer to, from yarn 4.10 on.
 * Specification: https://yarnpkg.com/configuration/yarnrc, https://yarnpkg.com/features/catalogs. Leaves out on purpose:
 * `packageExtensions`, which changes what other packages ask for.
 */

import type { Entry, FileFormat } from '../file-format.ts'
import { readCatalogs } from './asked.ts'
import { packageJson } from './package-json.ts'
import { catalogUpgrade } from './upgrade.ts'
import { writtenAsText } from './yaml-texts.ts'

export const yarnrc: FileFormat = {
  name: '.yarnrc.yml',
  role: { kind: 'manifest' },
  specification: 'https://yarnpkg.com/configuration/yarnrc',
  names: { exact: ['.yarnrc.yml'] },
  read,
  definitions: { for: [packageJson], reach: 'below' },
  upgrade: catalogUpgrade('.yarnrc.yml', 'yarn install')
}

async function* read(text: string): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  for (const entry of readCatalogs(writtenAsText(root))) if (!(fault && 'gap' in entry)) yield entry
  if (fault) throw fault
}
