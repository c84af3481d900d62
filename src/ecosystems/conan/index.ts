/** Conan: C and C++ libraries, declared in `conanfile.txt`; `conan.lock` holds what Conan chose. */

import type { Ecosystem } from '../ecosystem.ts'
import { conanLock } from './conan-lock.ts'
import { conanfileTxt } from './conanfile-txt.ts'

export const conan: Ecosystem = {
  id: 'conan',
  title: 'C and C++ (Conan)',
  formats: [conanfileTxt, conanLock],
  usualManifest: conanfileTxt,
  versions: async () => (await import('./version.ts')).conanVersions,
  canonicalName: name => name,
  needle: name => name
}
