/**
 * `composer require`.
 * Specification: https://getcomposer.org/doc/03-cli.md#require-r. Deliberately ignored: a constraint as a word of its
 * own.
 */

import type { InstallCommand, Installs } from '../ecosystem.ts'
import { readConstraint } from './constraint.ts'

const PACKAGE = /^(?<name>[\w.-]+\/[\w.-]+)(?:[:=\s](?<constraint>.+))?$/s

const requireCommand: InstallCommand = {
  words: ['composer require', 'composer r', 'composer global require', 'composer.phar require'],
  valued: ['-d', '--working-dir'],
  development: ['--dev'],
  read: argument => {
    const { name, constraint } = (argument.length < 1_000 && PACKAGE.exec(argument)?.groups) || {}
    if (name === undefined) return undefined
    const found = readConstraint(constraint ?? '')
    if (!found || constraint === undefined) return { name, requirement: { kind: 'none' }, at: 0 }
    return { name, requirement: found.requirement, at: argument.length - constraint.length + found.at }
  }
}

/** The commands of Composer. */
export const installs: Installs = {
  commands: [requireCommand],
  edit: (name, version, requirement) =>
    `composer require '${name}:${requirement?.kind === 'version' ? '' : '^'}${version}'`
}
