/**
 * `cabal install` and `stack install`: a target is a name, `name-version`, or for cabal a name with a range.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-commands.html#cabal-install,
 * https://docs.haskellstack.org/en/stable/commands/install_command/. Deliberately ignored: folders and components.
 */

import type { InstallCommand, Installs } from '../ecosystem.ts'
import { dependency } from './dependency.ts'
import { identifier } from './source.ts'

const TARGET = /^[\p{L}\p{N}]/u

const cabal: InstallCommand = {
  words: ['cabal install', 'cabal v2-install', 'cabal new-install', 'cabal v1-install', 'stack install', 'stack build'],
  valued: ['--installdir', '--package-env', '--resolver', '--snapshot', '-w', '--with-compiler', '-j', '--ghc-options'],
  packages: ['--constraint'],
  read: argument => {
    if (argument.length > 1_000 || !TARGET.test(argument)) return undefined
    const release = identifier(argument)
    if (release) {
      const { name, version } = release
      return { name, requirement: { kind: 'version', text: version }, at: argument.length - version.length }
    }
    const entry = dependency({ text: argument, at: 0 })
    return 'name' in entry ? entry : undefined
  }
}

/** The commands of cabal and stack. */
export const installs: Installs = {
  commands: [cabal],
  edit: (name, version) => `cabal install --lib ${name}-${version}`
}
