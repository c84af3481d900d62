/** The edits and commands that raise a package to a version with pub. */

import type { FixStep } from '../../model/verdict.ts'
import type { UpgradeContext } from '../file-format.ts'

/** For a `pubspec.yaml`. */
export function manifestUpgrade(name: string, version: string, { requirement }: UpgradeContext): readonly FixStep[] {
  const written = requirement?.kind === 'version' ? version : `^${version}`
  return [{ edit: 'in pubspec.yaml', text: `${name}: ${written}` }, 'dart pub get']
}

/** For a `pubspec.lock`: what another package requires can only be overridden. */
export function lockUpgrade(name: string, version: string, { direct }: UpgradeContext): readonly FixStep[] {
  if (direct !== false) return manifestUpgrade(name, version, {})
  return [{ edit: 'in pubspec.yaml, below dependency_overrides', text: `${name}: ^${version}` }, 'dart pub get']
}
