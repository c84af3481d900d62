/**
 * `vendor/composer/installed.json`: the packages that Composer has put into the folder `vendor`.
 * Specification: none is published; the code that writes it,
 * https://github.com/composer/composer/blob/main/src/Composer/Repository/FilesystemRepository.php. Deliberately ignored: `installed.php`
 * beside it, which repeats the versions.
 */

import { folderName } from '../../paths.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, items, words } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { composerJson } from './composer-json.ts'
import { lockedPackage } from './composer-lock.ts'
import { lockUpgrade } from './upgrade.ts'

export const installedJson: FileFormat = {
  name: 'vendor/composer/installed.json',
  role: {
    kind: 'lockfile',
    locks: [composerJson],
    chain: { command: name => `composer why ${name}` }
  },
  specification: 'https://github.com/composer/composer/blob/main/src/Composer/Repository/FilesystemRepository.php',
  versions: 'a list (Composer 1), an object (Composer 2)',
  comments: 'none',
  names: { exact: ['vendor/composer/installed.json'] },
  read,
  folder: path => folderName(folderName(folderName(path))),
  upgrade: lockUpgrade
}

function* read(text: string): Generator<Entry> {
  const { nodes, root, fault, development } = packagesIn(text)
  if (!nodes && !fault) yield { gap: 'expected a list of packages', text: words(root), at: root.at }
  for (const node of nodes ?? []) {
    const found = lockedPackage(text, node)
    // If the file breaks off, its last package is incomplete: the fault reports that.
    if ('gap' in found) {
      if (!fault) yield found
    } else if (!development) yield found
    else yield { ...found, scope: development.has(found.name) ? 'development' : 'runtime' }
  }
  if (fault) throw fault
}

/** The packages of either form; `development` is absent where the file does not tell which are for development. */
function packagesIn(text: string) {
  const { root, fault } = parseJson(text)
  const list = root.kind === 'list' ? root : child(root, 'packages')
  const names = child(root, 'dev-package-names')
  const development =
    names && !fault ? new Set(items(names).flatMap(one => (one.kind === 'text' ? [one.value] : []))) : undefined
  return { root, fault, nodes: list?.kind === 'list' ? items(list) : undefined, development }
}
