/**
 * The commands that install npm packages by name: npm, yarn, pnpm, bun, Deno.
 * Specification: https://docs.npmjs.com/cli/v11/commands/npm-install, https://yarnpkg.com/cli/add,
 * https://pnpm.io/cli/add, https://docs.deno.com/runtime/reference/cli/add/. Leaves out on purpose: folders, which are
 * the project's own.
 */

import type { InstallCommand, Installs, InstallTarget } from '../ecosystem.ts'
import { isAddress, readSource, readSpecifier, splitPackage } from './specifier.ts'

const FOLDER = /^(?:\.{0,2}[/\\]|\.{1,2}$|~)/
const DENO_PREFIX = /^npm:\/?/

const VALUED = [
  ...['--prefix', '-C', '--dir', '--cwd', '--registry', '--cache', '-w', '--workspace', '--filter', '-F', '--tag'],
  ...[
    '--loglevel',
    '--omit',
    '--include',
    '--modules-folder',
    '--global-folder',
    '--cache-folder',
    '--mutex',
    '--userconfig'
  ],
  ...[
    '--network-timeout',
    '--install-strategy',
    '--os',
    '--cpu',
    '--libc',
    '--fetch-timeout',
    '--store-dir',
    '--global-dir'
  ]
]

const node: InstallCommand = {
  words: [
    ...['npm install', 'npm i', 'npm add', 'npm in', 'npm ins', 'npm isntall', 'pnpm add', 'pnpm install', 'pnpm i'],
    ...[
      'yarn add',
      'yarn global add',
      'yarn workspace * add',
      'yarn up',
      'yarn upgrade',
      'bun add',
      'bun install',
      'bun i'
    ]
  ],
  valued: VALUED,
  read
}

const run: InstallCommand = {
  words: ['npx', 'npm exec', 'npm x', 'pnpm dlx', 'yarn dlx', 'bunx'],
  valued: VALUED,
  packages: ['-p', '--package'],
  onlyOptions: true,
  read
}

const deno: InstallCommand = {
  words: ['deno add', 'deno install'],
  // Only with its protocol is it a package of npm.
  read: argument => {
    const prefix = DENO_PREFIX.exec(argument)?.[0]
    const found = prefix === undefined ? undefined : read(argument.slice(prefix.length))
    return found && !('gap' in found) ? { ...found, at: found.at + (prefix?.length ?? 0) } : found
  }
}

/** npm, yarn, pnpm, bun and Deno, by their commands. */
export const installs: Installs = {
  commands: [node, run, deno],
  edit: (name, version) => `npm install ${name}@${version}`
}

function read(argument: string): InstallTarget | undefined {
  if (FOLDER.test(argument)) return undefined
  const { name, rest } = splitPackage(argument) ?? {}
  if (name === undefined || isAddress(argument) || (!name.startsWith('@') && readSource(argument)))
    return { gap: 'nothing tells the name of this package' }
  if (rest === undefined) return { name, requirement: { kind: 'none' }, at: 0 }
  const { offset, ...specifier } = readSpecifier(name, rest)
  return { ...specifier, at: offset === undefined ? 0 : argument.length - rest.length + offset }
}
