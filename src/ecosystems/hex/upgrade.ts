/** The edits and commands that bring a package to a version with Mix. An alias is a text of the repository and stands in none. */

import type { UpgradeContext } from '../file-format.ts'

/** For a `mix.exs`: Mix has no command that writes to it. */
export function manifestUpgrade(
  name: string,
  version: string,
  { requirement, alias }: UpgradeContext
): readonly string[] {
  const written = requirement?.kind === 'version' ? version : `>= ${version}`
  if (alias !== undefined) return [`# in mix.exs, beside hex: :${name}: "${written}"`, 'mix deps.update --all']
  return [`# in mix.exs: {:${name}, "${written}"}`, `mix deps.update ${name}`]
}

/** For a `mix.lock`, which does not say what is direct. */
export function lockUpgrade(name: string, version: string, present: UpgradeContext): readonly string[] {
  const { alias } = present
  return manifestUpgrade(name, version, alias === undefined ? {} : { alias })
}
