/** Elixir and Erlang: `mix.exs` and `rebar.config` have the requirements, `mix.lock` and `rebar.lock` the chosen versions. */

import type { Ecosystem } from '../ecosystem.ts'
import { plainPurls } from '../purl-spelling.ts'
import { mixExs } from './mix-exs.ts'
import { mixLock } from './mix-lock.ts'
import { rebarConfig } from './rebar-config.ts'
import { rebarLock } from './rebar-lock.ts'

export const hex: Ecosystem = {
  id: 'hex',
  title: 'Elixir and Erlang',
  formats: [mixExs, mixLock, rebarConfig, rebarLock],
  usualManifest: mixExs,
  versions: async () => (await import('./version.ts')).elixirVersions,
  purl: plainPurls,
  // The names are atoms: letter case counts.
  canonicalName: name => name,
  needle: name => name
}
