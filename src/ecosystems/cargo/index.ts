/** Rust: crates in `Cargo.toml`, the manifest, and `Cargo.lock`, the lockfile of a package or a workspace. */

import type { Ecosystem } from '../ecosystem.ts'
import { plainPurls } from '../purl-spelling.ts'
import { cargoLock } from './cargo-lock.ts'
import { cargoToml } from './cargo-toml.ts'
import { installs } from './install.ts'
import { crateModuleBazel } from './module-bazel.ts'

export const cargo: Ecosystem = {
  id: 'cargo',
  title: 'Rust',
  formats: [cargoToml, cargoLock, crateModuleBazel],
  usualManifest: cargoToml,
  installs,
  versions: async () => (await import('./version.ts')).crateVersions,
  purl: plainPurls,
  // The registry refuses names that differ only in case or in `-` and `_`, but Cargo finds only the exact name.
  canonicalName: name => name,
  needle: name => name
}
