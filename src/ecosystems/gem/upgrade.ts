/** The edits and commands that raise a gem to a version that reloads. */

import type { FixStep } from '../../model/verdict.ts'
import type { UpgradeContext } from '../file-format.ts'

/** For a gem that the Gemfile names: its line, then Bundler for this gem alone. */
export function gemfileUpgrade(name: string, version: string): readonly FixStep[] {
  return [{ edit: 'in the Gemfile', text: `gem '${name}', '>= ${version}'` }, `bundle update ${name} --conservative`]
}

/** For a gem that a gemspec names: its line, then Bundler, which reads the gemspec through the Gemfile. */
export function gemspecUpgrade(name: string, version: string): readonly FixStep[] {
  return [
    { edit: 'in the gemspec', text: `spec.add_dependency '${name}', '>= ${version}'` },
    `bundle update ${name} --conservative`
  ]
}

/**
 * For a lockfile. An indirect gem gets a line of its own in the Gemfile, because only that line can require a version.
 */
export function lockfileUpgrade(name: string, version: string, { direct }: UpgradeContext): readonly FixStep[] {
  return direct === false ? [`bundle add ${name} --version '>= ${version}'`] : gemfileUpgrade(name, version)
}
