/** vcpkg: C and C++ libraries, declared in `vcpkg.json`. */

import type { Ecosystem } from '../ecosystem.ts'
import { plainPurls } from '../purl-spelling.ts'
import { vcpkgJson } from './vcpkg-json.ts'

export const vcpkg: Ecosystem = {
  id: 'vcpkg',
  title: 'C and C++ (vcpkg)',
  formats: [vcpkgJson],
  usualManifest: vcpkgJson,
  versions: async () => (await import('./version.ts')).vcpkgVersions,
  purl: plainPurls,
  canonicalName: name => name,
  needle: name => name
}
