/**
 * The commands that install npm packages by name: npm, yarn, pnpm, bun, Deno.
 * Specification: https://docs.npmjs.com/cli/v11/commands/npm-install, https://yarnpkg.com/cli/add,
 * https://pnpm.io/cli/add, https://docs.deno.com/runtime/reference/cli/add/. Deliberately ignored: folders, which are
 * the project's own.
 */

import type { InstallCommand, Installs, InstallTarget } from '../ecosystem.ts'
import { isAddress, readSource, readSpecifier, splitPackage } from './specifier.ts'

const FOLDER = /^(?:\.{0,2}[/\\]|\.{1,2}$|~)/
const DENO_PREFIX = /^npm:\/?/

/** The options whose value is the next word. */
const VALUED = (
  '--prefix -C --dir --cwd --registry --cache -w --workspace --filter -F --tag --loglevel --omit --include ' +
  '--modules-folder --global-folder --cache-folder --mutex --userconfig --network-timeout --install-strategy --os ' +
  '--cpu --libc --fetch-timeout --store-dir --global-dir'
).split(' ')

const node: InstallCommand = {
  words: [
    ...'install i add in ins isntall'.split(' ').map(command => `npm ${command}`),
    ...'add install i'.split(' ').map(command => `pnpm ${command}`),
    ...['add', 'global add', 'workspace * add', 'up', 'upgrade'].map(command => `yarn ${command}`)
  ],
  valued: VALUED,
  development: ['-D', '--save-dev', '--dev'],
  read
}

const bun: InstallCommand = {
  words: 'add install i'.split(' ').map(command => `bun ${command}`),
  valued: VALUED,
  development: ['-D', '--dev', '-d'],
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
  development: ['-D', '--dev'],
  // A package of npm begins with the protocol.
  read: argument => {
    const prefix = DENO_PREFIX.exec(argument)?.[0]
    const found = prefix === undefined ? undefined : read(argument.slice(prefix.length))
    return found && !('gap' in found) ? { ...found, at: found.at + (prefix?.length ?? 0) } : found
  }
}

/** The commands of npm, yarn, pnpm, bun and Deno. */
export const installs: Installs = {
  commands: [node, bun, run, deno],
  edit: (name, version) => `npm install ${name}@${version}`
}

function read(argument: string): InstallTarget | undefined {
  if (FOLDER.test(argument)) return undefined
  const { name, rest } = splitPackage(argument) ?? {}
  if (name === undefined || isAddress(argument) || (!name.startsWith('@') && readSource(argument)))
    return { gap: 'the package name is unknown' }
  if (rest === undefined) return { name, requirement: { kind: 'none' }, at: 0 }
  const { offset, ...specifier } = readSpecifier(name, rest)
  return { ...specifier, at: offset === undefined ? 0 : argument.length - rest.length + offset }
}
