/**
 * `cargo install` and `cargo add`.
 * Specification: https://doc.rust-lang.org/cargo/commands/cargo-install.html,
 * https://doc.rust-lang.org/cargo/commands/cargo-add.html.
 */

import type { InstallCommand, Installs } from '../ecosystem.ts'
import type { PlacedRequirement } from '../file-format.ts'

const CRATE = /^(?<name>[A-Za-z][\w-]*)(?:@(?<version>.+))?$/s
const EXACT = /^=?\s*(?<version>\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)$/
const VALUED = (
  '--git --branch --tag --rev --path --registry --index --root --bin --example -F --features --target --target-dir ' +
  '--profile -j --jobs --color --config -p --package --rename --manifest-path'
).split(' ')

/**
 * `cargo install` installs exactly a version with three numbers; `cargo add` writes it to Cargo.toml as a lower bound.
 */
function command(words: string, isExact: boolean): InstallCommand {
  const required = (text: string): PlacedRequirement => {
    const version = isExact || text.startsWith('=') ? EXACT.exec(text)?.groups?.['version'] : undefined
    if (version === undefined) return { requirement: { kind: 'range', text }, at: 0 }
    return { requirement: { kind: 'version', text: version }, at: text.length - version.length }
  }
  return {
    words: [words],
    development: ['--dev', '--build'],
    valued: VALUED,
    versions: ['--version', '--vers'],
    read: argument => {
      const { name, version } = (argument.length < 1_000 && CRATE.exec(argument)?.groups) || {}
      if (name === undefined) return { gap: 'expected a package name' }
      if (version === undefined) return { name, requirement: { kind: 'none' }, at: 0 }
      const { requirement, at } = required(version)
      return { name, requirement, at: argument.length - version.length + at }
    },
    readVersion: required
  }
}

/** The commands of Cargo. */
export const installs: Installs = {
  commands: [command('cargo install', true), command('cargo add', false)],
  edit: (name, version) => `cargo add ${name}@${version}`
}
