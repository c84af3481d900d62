/** The edits and commands that raise a gem to a version that reloads. */

import type { UpgradeContext } from '../file-format.ts'

/** For a gem that the Gemfile names: its line, then Bundler for this gem alone. */
export function gemfileUpgrade(name: string, version: string): readonly string[] {
  return [`gem '${name}', '>= ${version}' # in the Gemfile`, `bundle update ${name} --conservative`]
}

/** For a gem that a gemspec names: its line, then Bundler, which reads the gemspec through the Gemfile. */
export function gemspecUpgrade(name: string, version: string): readonly string[] {
  return [`spec.add_dependency '${name}', '>= ${version}' # in the gemspec`, `bundle update ${name} --conservative`]
}

/**
 * For a lockfile. An indirect gem gets a line of its own in the Gemfile, because only that line can require a version.
 */
export function lockfileUpgrade(name: string, version: string, { direct }: UpgradeContext): readonly string[] {
  return direct === false ? [`bundle add ${name} --version '>= ${version}'`] : gemfileUpgrade(name, version)
}
