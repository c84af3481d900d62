/**
 * `go.sum`: the hashes of all modules that the go command has looked at for a `go.mod`.
 * Specification: https://go.dev/ref/mod#go-sum-files. Deliberately ignored: its modules, because it also has those that nothing
 * uses and keeps old versions. So it belongs to the go.mod beside it, and where that is missing, nobody can tell which version is used.
 */

import { lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { goMod } from './go-mod.ts'
import { goUpgrade } from './upgrade.ts'

const NO_GO_MOD = 'names a client, but the go.mod that states its version is not among the scanned files'

export const goSum: FileFormat = {
  name: 'go.sum',
  role: { kind: 'inventory' },
  specification: 'https://go.dev/ref/mod#go-sum-files',
  comments: 'none',
  names: { exact: ['go.sum'] },
  scopeOf: () => 'runtime',
  read,
  upgrade: goUpgrade
}

function* read(text: string, mentions: (fragment: string) => boolean = () => true): Generator<Entry> {
  for (const line of lines(text)) {
    if (line.text.trim() === '' || !mentions(line.text)) continue
    yield { include: 'go.mod', as: goMod, absent: NO_GO_MOD, at: line.at }
    break
  }
  if (text.trim() !== '') yield { ignored: 'hashes, also of modules that nothing uses', at: 0, end: text.length }
}
