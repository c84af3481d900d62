/** Elixir: `mix.exs` has the requirements, `mix.lock` the versions that Mix chose. */

import type { Ecosystem } from '../ecosystem.ts'
import { plainPurls } from '../purl-spelling.ts'
import { mixExs } from './mix-exs.ts'
import { mixLock } from './mix-lock.ts'

export const hex: Ecosystem = {
  id: 'hex',
  title: 'Elixir',
  formats: [mixExs, mixLock],
  usualManifest: mixExs,
  versions: async () => (await import('./version.ts')).elixirVersions,
  purl: plainPurls,
  // The names are atoms: letter case counts.
  canonicalName: name => name,
  needle: name => name
}
