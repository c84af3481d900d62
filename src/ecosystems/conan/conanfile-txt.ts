/**
 * `conanfile.txt`: the requirements of a C or C++ project.
 * Specification: https://docs.conan.io/2/reference/conanfile_txt.html. Deliberately ignored: `[options]`,
 * `[generators]`, `[layout]` and `[imports]`, which require nothing; user, channel and revision of a recipe.
 */

import { lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { readReference } from './reference.ts'

/** The lists of requirements with their scopes. */
const LISTS: ReadonlyMap<string, KnownScope> = new Map([
  ['requires', 'runtime'],
  ['tool_requires', 'development'],
  ['build_requires', 'development'],
  ['test_requires', 'development']
])
const SECTION = /^\[(?<name>[a-z_]{2,50})\]$/
// A `#` after a blank begins a comment; any other `#` begins the revision of a recipe.
const COMMENT = /\s#.*$/

export const conanfileTxt: FileFormat = {
  name: 'conanfile.txt',
  role: { kind: 'manifest' },
  specification: 'https://docs.conan.io/2/reference/conanfile_txt.html',
  names: { exact: ['conanfile.txt'] },
  read,
  upgrade: (name, version) => [{ edit: 'on this line', text: `${name}/${version}` }, 'conan install . --build=missing']
}

function* read(text: string): Generator<Entry> {
  let section: string | undefined
  for (const line of lines(text)) {
    const start = line.text.search(/\S/)
    if (start < 0 || line.text[start] === '#') continue
    const at = line.at + start
    const written = withoutComment(line.text.slice(start))
    if (written.startsWith('[')) {
      section = SECTION.exec(written)?.groups?.['name'] ?? ''
      if (section === '') yield { gap: 'expected a section such as "[requires]"', text: line.text, at }
    } else if (section === undefined) yield { gap: 'line outside any section', text: line.text, at }
    else {
      const scope = LISTS.get(section)
      if (!scope) continue
      const found = readReference(written, at)
      yield found ? { ...found, direct: true, scope } : { gap: 'expected "name/version"', text: written, at }
    }
  }
}

function withoutComment(text: string): string {
  const comment = text.search(COMMENT)
  return (comment < 0 ? text : text.slice(0, comment)).trimEnd()
}
