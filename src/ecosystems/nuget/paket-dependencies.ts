/**
 * `paket.dependencies`: what Paket is asked for.
 * Specification: https://fsprojects.github.io/Paket/dependencies-file.html. Leaves out on purpose: files from git and from
 * addresses (`git`, `github`, `gist`, `http`), which are no packages, and the options of a line.
 */

import type { Requirement } from '../../model/dependency.ts'
import { type Line, lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { paketUpgrade } from './upgrade.ts'

const PACKAGE = /^\s*(?:nuget|clitool)\s+(?<name>[^\s]+)/i
const KEYWORD = /^\s*(?:nuget|clitool)(?:\s|$)/i
const COMMENT = /(?:^|\s)(?:\/\/|#).*$/
/** An option such as `framework: net8.0` ends what is said of the version. */
const OPTION = /\s[A-Za-z_]+\s*:/
/** `= 7.0.5` and `== 7.0.5` are exact, as the bare version is. */
const EXACT = /^[!@]?(?:==?\s*)?(?<version>\d[\w.+-]*)$/

export const paketDependencies: FileFormat = {
  name: 'paket.dependencies',
  role: { kind: 'manifest' },
  specification: 'https://fsprojects.github.io/Paket/dependencies-file.html',
  names: { exact: ['paket.dependencies'] },
  read,
  upgrade: paketUpgrade
}

function* read(text: string): Generator<Entry> {
  for (const line of lines(text)) if (KEYWORD.test(line.text)) yield entryOf(line)
}

function entryOf({ text, at }: Line): Entry {
  const written = text.replace(COMMENT, '')
  const match = PACKAGE.exec(written)
  const name = match?.groups?.['name']
  if (!match || name === undefined) return { gap: 'expected the name of a package', text, at }
  const nameAt = at + match[0].length - name.length
  const behind = written.slice(match[0].length)
  const option = OPTION.exec(behind)
  const asked = option ? behind.slice(0, option.index) : behind
  const start = asked.length - asked.trimStart().length
  const requirement = requirementOf(asked.trim())
  if (requirement.kind === 'none') return { name, requirement, at: nameAt, direct: true }
  const offset = requirement.text === asked.trim() ? start : asked.indexOf(requirement.text, start)
  return { name, requirement, at: at + match[0].length + offset, direct: true }
}

/** A word alone, such as `prerelease`, says nothing of the version. */
function requirementOf(text: string): Requirement {
  const version = EXACT.exec(text)?.groups?.['version']
  if (version !== undefined) return { kind: 'version', text: version }
  return /^[A-Za-z]*$/.test(text) ? { kind: 'none' } : { kind: 'range', text }
}
