/** Conan, for C and C++ libraries: `conanfile.txt` or `conanfile.py` has the requirements, `conan.lock` the versions that Conan chose. */

import type { Ecosystem } from '../ecosystem.ts'
import { plainPurls } from '../purl-spelling.ts'
import { conanLock } from './conan-lock.ts'
import { conanfilePy } from './conanfile-py.ts'
import { conanfileTxt } from './conanfile-txt.ts'

export const conan: Ecosystem = {
  id: 'conan',
  title: 'C and C++ (Conan)',
  formats: [conanfileTxt, conanfilePy, conanLock],
  usualManifest: conanfileTxt,
  versions: async () => (await import('./version.ts')).conanVersions,
  purl: plainPurls,
  canonicalName: name => name,
  needle: name => name
}
