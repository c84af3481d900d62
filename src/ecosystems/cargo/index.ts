/** Rust: `Cargo.toml` asks, and `Cargo.lock` holds what Cargo chose for a package or a workspace. */

import type { Ecosystem } from '../ecosystem.ts'
import { cargoLock } from './cargo-lock.ts'
import { cargoToml } from './cargo-toml.ts'
import { installs } from './install.ts'

export const cargo: Ecosystem = {
  id: 'cargo',
  title: 'Rust',
  formats: [cargoToml, cargoLock],
  usualManifest: cargoToml,
  installs,
  versions: async () => (await import('./version.ts')).crateVersions,
  // The registry allows no two names that differ in case or in `-` and `_` only, but Cargo finds none but the exact one.
  canonicalName: name => name,
  needle: name => name
}
