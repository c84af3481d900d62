/**
 * The commands that install gems by name.
 * Specification: https://guides.rubygems.org/command-reference/#gem-install, https://bundler.io/man/bundle-add.1.html.
 * Deliberately ignored: gems in files.
 */

import type { InstallCommand, Installs } from '../ecosystem.ts'
import { requirementIn } from './requirement.ts'

const PROGRAMS = ['gem', 'fluent-gem', 'td-agent-gem', 'fluent-package-gem']
const NAME = /^(?<name>[A-Za-z0-9_][\w.-]*?)(?::(?<version>.+))?$/s
const FILE = /\.gem$/
const GAP = { gap: 'the package name is unknown' }

const gem: InstallCommand = {
  words: [...PROGRAMS.flatMap(program => [`${program} install`, `${program} i`]), 'bundle add'],
  valued: '-i --install-dir -n --bindir -s --source -p --http-proxy -g --file -P --group -B'.split(' '),
  versions: ['-v', '--version'],
  groups: ['--group'],
  read: argument => {
    // The arguments after `--` are for the compiler.
    if (FILE.test(argument) || argument.startsWith('-')) return undefined
    const { name, version } = (argument.length < 1_000 && NAME.exec(argument)?.groups) || {}
    if (name === undefined) return GAP
    if (version === undefined) return { name, requirement: { kind: 'none' }, at: 0 }
    return { name, ...requirementIn({ value: version, at: argument.length - version.length }) }
  },
  readVersion: value => requirementIn({ value, at: 0 })
}

/** The commands of RubyGems and Bundler. */
export const installs: Installs = {
  commands: [gem],
  edit: (name, version) => `gem install ${name} -v ${version}`
}
