/** Go: `go.mod` is manifest and lockfile in one since Go 1.17; vendoring and dep have lists of their own. */

import type { Ecosystem } from '../ecosystem.ts'
import { gopkgLock } from './gopkg-lock.ts'
import { goMod } from './mod.ts'
import { vendorModules } from './vendor-modules.ts'

export const golang: Ecosystem = {
  id: 'golang',
  title: 'Go',
  formats: [goMod, vendorModules, gopkgLock],
  versions: async () => (await import('./version.ts')).goVersions,
  canonicalName: name => name,
  needle: name => name
}
