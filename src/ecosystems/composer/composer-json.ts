/**
 * `composer.json`: what a PHP project asks for.
 * Specification: https://getcomposer.org/doc/04-schema.md. Leaves out on purpose: `conflict`, `replace`, `provide` and
 * `suggest`, which ask for nothing; platform packages (`php`, `ext-json`), which Composer does not install; `repositories`,
 * which do not say which package comes from where; the package's own name.
 */

import { parseJson } from '../../syntax/json.ts'
import { members, words } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { readConstraint } from './constraint.ts'
import { manifestUpgrade } from './upgrade.ts'

const SECTIONS = new Set(['require', 'require-dev'])

export const composerJson: FileFormat = {
  name: 'composer.json',
  role: { kind: 'manifest' },
  specification: 'https://getcomposer.org/doc/04-schema.md',
  names: { exact: ['composer.json'] },
  read,
  upgrade: manifestUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield { gap: 'expected an object', text: words(root), at: root.at }
  for (const section of members(root)) {
    if (!SECTIONS.has(section.key)) continue
    // PHP writes an empty object as an empty list.
    if (section.value.kind !== 'map' && words(section.value) !== '')
      yield { gap: 'expected an object of names and constraints', text: words(section.value), at: section.keyAt }
    for (const { key, keyAt, value } of members(section.value)) {
      // Every other package is called "vendor/name".
      if (!key.includes('/')) continue
      const asked = value.kind === 'text' ? readConstraint(value.value) : undefined
      if (!asked) yield { gap: 'expected a version constraint', text: `${key} ${words(value)}`, at: keyAt }
      else
        yield entryAt(text, {
          name: key,
          requirement: asked.requirement,
          at: value.at + asked.offset,
          direct: true
        })
    }
  }
  if (fault) throw fault
}
