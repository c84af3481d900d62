/**
 * `composer.json`: the requirements of a PHP project.
 * Specification: https://getcomposer.org/doc/04-schema.md. Deliberately ignored: `conflict`, `replace`, `provide` and
 * `suggest`, which require nothing; platform packages (`php`, `ext-json`), which Composer does not install;
 * `repositories`, which do not name the packages in them; the package's own name. The files that a plugin merges into
 * this one (https://github.com/wikimedia/composer-merge-plugin) are members.
 */

import { parseJson } from '../../syntax/json.ts'
import { child, items, type Member, members, words } from '../../syntax/tree.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { readConstraint } from './constraint.ts'
import { manifestUpgrade } from './upgrade.ts'

/** The lists of requirements with their scopes. */
const SECTIONS: ReadonlyMap<string, KnownScope> = new Map([
  ['require', 'runtime'],
  ['require-dev', 'development']
])

export const composerJson: FileFormat = {
  name: 'composer.json',
  role: { kind: 'manifest' },
  specification: 'https://getcomposer.org/doc/04-schema.md',
  comments: 'none',
  names: { exact: ['composer.json'] },
  ownName: /^\s*\{(?:\s*"[^"]*"\s*:\s*(?:"[^"]*"|true|false)\s*,)*\s*"name"\s*:\s*"(?<name>[^"]+)"/,
  read,
  prescreen: { members: /merge-plugin|\\u/ },
  upgrade: manifestUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield { gap: 'expected an object', text: words(root), at: root.at }
  const sections = members(root)
  for (const [index, section] of sections.entries()) {
    // Packages that a repository defines here are not required by that.
    if (section.key === 'repositories')
      yield { ignored: 'definitions of packages', at: section.keyAt, end: sections[index + 1]?.keyAt ?? text.length }
    const scope = SECTIONS.get(section.key)
    if (!scope) continue
    // PHP writes an empty object as an empty list.
    if (section.value.kind !== 'map' && words(section.value) !== '')
      yield { gap: 'expected an object of names and constraints', text: words(section.value), at: section.keyAt }
    // The name of a package has a vendor before the slash, that of the platform has none.
    for (const member of members(section.value)) if (member.key.includes('/')) yield entryOf(text, member, scope)
  }
  for (const list of ['include', 'require']) {
    const files = child(root, 'extra', 'merge-plugin', list)
    for (const item of files?.kind === 'text' ? [files] : items(files)) {
      if (item.kind === 'text') yield { member: item.value, as: 'pattern', at: item.at }
    }
  }
  if (fault) throw fault
}

function entryOf(text: string, { key: name, keyAt, value }: Member, scope: KnownScope): Entry {
  const found = value.kind === 'text' ? readConstraint(value.value) : undefined
  if (!found) return { gap: 'expected a version constraint', text: `${name} ${words(value)}`, at: keyAt }
  return entryAt(text, { name, requirement: found.requirement, at: value.at + found.at, direct: true, scope })
}
