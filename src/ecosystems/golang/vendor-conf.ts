/**
 * `vendor.conf`: the repositories that vndr and trash copy into `vendor`, each with its revision; trash also reads `trash.conf`.
 * Specification: https://github.com/LK4D4/vndr#vendorconf, and of trash the code
 * https://github.com/rancher/trash/blob/master/conf/conf.go. Deliberately ignored: the first line with one word, by which trash names
 * the project itself, the packages that trash leaves out (`-path`), and its options (`transitive=true`).
 */

import { defined } from '../../collections.ts'
import { conflictIn, type Line, lines, type Placed } from '../../syntax/lines.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { glideYaml } from './glide-yaml.ts'
import { inReleaseFolder } from './release-folder.ts'
import { replacementBy, repositoryOf } from './repository.ts'
import { checkedOut } from './revision.ts'
import { moveToModules } from './upgrade.ts'

const WORD = /[^\s#]+/g
/** Of trash's other notation: that of glide.yaml. */
const YAML = /^import:/m

export const vendorConf: FileFormat = {
  name: 'vendor.conf',
  role: { kind: 'manifest' },
  specification: 'https://github.com/LK4D4/vndr#vendorconf',
  names: { exact: ['vendor.conf', 'trash.conf'] },
  scopeOf: () => 'runtime',
  ownName: /^[ \t]*(?<name>[^\s#-][^\s#]*)[ \t]*(?:#.*)?\r?$/m,
  read: text => (YAML.test(text) ? glideYaml.read(text) : readLines(text)),
  sealed: true,
  upgrade: moveToModules
}

function* readLines(text: string): Generator<Entry> {
  let isNamed = false
  for (const line of lines(text)) {
    const conflict = conflictIn(line)
    if (conflict) throw conflict
    const [path, revision, third] = wordsOf(line)
    if (!path) continue
    if (path.text.startsWith('-')) yield ignored('packages that are left out', line)
    else if (revision) yield entryOf(path, revision, third)
    else if (isNamed) yield { name: repositoryOf(path.text), requirement: { kind: 'none' }, at: path.at }
    else {
      isNamed = true
      yield ignored('the package of the project itself', line)
    }
  }
}

/** The words before a comment. */
function wordsOf({ text, at }: Line): readonly Placed[] {
  const comment = text.indexOf('#')
  const content = comment < 0 ? text : text.slice(0, comment)
  return Array.from(content.matchAll(WORD), ({ 0: word, index }) => ({ text: word, at: at + index }))
}

function entryOf(path: Placed, revision: Placed, third: Placed | undefined): Entry {
  const name = repositoryOf(path.text)
  const address = third?.text.includes('=') ? undefined : third?.text
  const requirement = inReleaseFolder(checkedOut(revision.text), name, [path.text])
  return { name, requirement, at: revision.at, ...defined({ replacement: replacementBy(address, name) }) }
}

function ignored(what: string, { text, at }: Line): Entry {
  return { ignored: what, at, end: at + text.length }
}
