/**
 * The commands and edits that raise a crate to a version, run with cargo 1.95. None of them contains the alias, which
 * is a text of the repository.
 */

import type { FixStep } from '../../model/verdict.ts'
import type { UpgradeContext } from '../file-format.ts'

/** For a `Cargo.toml`: an edit of the line, because `cargo add` writes to `[dependencies]` only. */
export function manifestUpgrade(
  name: string,
  version: string,
  { requirement, alias, direct }: UpgradeContext
): readonly FixStep[] {
  const written = `${requirement?.kind === 'version' ? '=' : ''}${version}`
  const edit = alias === undefined ? `${name} = "${written}"` : `{ package = "${name}", version = "${written}" }`
  const where = requirement?.kind === 'none' && direct === true ? 'in the Cargo.toml of the workspace' : 'in Cargo.toml'
  return [{ edit: where, text: edit }, `cargo update -p ${name}`]
}

/** For a `Cargo.lock`: `--precise` alone cannot select a version that a parent of the crate does not allow. */
export function lockUpgrade(name: string, version: string, { direct }: UpgradeContext): readonly FixStep[] {
  if (direct === true) return [{ edit: 'in Cargo.toml', text: `${name} = "${version}"` }, `cargo update -p ${name}`]
  const precise = `cargo update -p ${name} --precise ${version}`
  const parent = {
    run: `cargo tree -i ${name}`,
    when: 'if Cargo, which overrides no release, refuses, this shows the crate to update instead'
  }
  return [precise, parent]
}
