/**
 * `paket.dependencies`: the packages that a project with Paket requires.
 * Specification: https://fsprojects.github.io/Paket/dependencies-file.html. Deliberately ignored: files from
 * git and from addresses (`git`, `github`, `gist`, `http`), which are not packages, and the options of a line.
 */

import type { Requirement } from '../../model/dependency.ts'
import { type Line, lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { paketUpgrade } from './upgrade.ts'

const PACKAGE = /^\s*(?:nuget|clitool)\s+(?<name>[^\s]+)/i
const KEYWORD = /^\s*(?:nuget|clitool)(?:\s|$)/i
const COMMENT = /(?:^|\s)(?:\/\/|#).*$/
/** An option such as `framework: net8.0`, which ends the requirement. */
const OPTION = /\s[A-Za-z_]+\s*:/
/** `= 7.0.5` and `== 7.0.5` are exact, as the bare version is. */
const EXACT = /^[!@]?(?:==?\s*)?(?<version>\d[\w.+-]*)$/

export const paketDependencies: FileFormat = {
  name: 'paket.dependencies',
  role: { kind: 'manifest' },
  specification: 'https://fsprojects.github.io/Paket/dependencies-file.html',
  comments: 'slashes',
  names: { exact: ['paket.dependencies'] },
  read,
  upgrade: paketUpgrade
}

function* read(text: string): Generator<Entry> {
  for (const line of lines(text)) if (KEYWORD.test(line.text)) yield entryOf(line)
}

function entryOf({ text, at }: Line): Entry {
  const line = text.replace(COMMENT, '')
  const match = PACKAGE.exec(line)
  const name = match?.groups?.['name']
  if (!match || name === undefined) return { gap: 'expected a package name', text, at }
  const nameAt = at + match[0].length - name.length
  const behind = line.slice(match[0].length)
  const option = OPTION.exec(behind)
  const written = option ? behind.slice(0, option.index) : behind
  const start = written.length - written.trimStart().length
  const requirement = requirementOf(written.trim())
  if (requirement.kind === 'none') return { name, requirement, at: nameAt, direct: true }
  const offset = requirement.text === written.trim() ? start : written.indexOf(requirement.text, start)
  return { name, requirement, at: at + match[0].length + offset, direct: true }
}

/** A single word, such as `prerelease`, does not restrict the version. */
function requirementOf(text: string): Requirement {
  const version = EXACT.exec(text)?.groups?.['version']
  if (version !== undefined) return { kind: 'version', text: version }
  return /^[A-Za-z]*$/.test(text) ? { kind: 'none' } : { kind: 'range', text }
}
