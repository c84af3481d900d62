/** Haskell: Cabal's package descriptions and projects, hpack's `package.yaml`, stack's projects. */

import type { Ecosystem } from '../ecosystem.ts'
import { plainPurls } from '../purl-spelling.ts'
import { cabalFile } from './cabal.ts'
import { cabalProject } from './cabal-project.ts'
import { cabalProjectFreeze } from './cabal-project-freeze.ts'
import { installs } from './install.ts'
import { packageYaml } from './package-yaml.ts'
import { stackYaml } from './stack-yaml.ts'
import { stackYamlLock } from './stack-yaml-lock.ts'

export const hackage: Ecosystem = {
  id: 'hackage',
  title: 'Haskell',
  formats: [cabalFile, packageYaml, cabalProject, cabalProjectFreeze, stackYaml, stackYamlLock],
  usualManifest: cabalFile,
  installs,
  versions: async () => (await import('./version.ts')).hackageVersions,
  purl: plainPurls,
  canonicalName: name => name,
  needle: name => name
}
