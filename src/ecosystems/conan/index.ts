/** Conan: C and C++ libraries, declared in `conanfile.txt`. */

import type { Ecosystem } from '../ecosystem.ts'
import { conanfileTxt } from './conanfile-txt.ts'

export const conan: Ecosystem = {
  id: 'conan',
  title: 'C and C++ (Conan)',
  formats: [conanfileTxt],
  versions: async () => (await import('./version.ts')).conanVersions,
  canonicalName: name => name,
  needle: name => name
}
