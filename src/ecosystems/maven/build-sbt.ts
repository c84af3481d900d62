/**
 * `build.sbt` and what lies in `project/`: the libraries that an sbt build names.
 * Specification: https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html. A build is a program, and this reads it
 * without running it. Leaves out on purpose: names that are put together, and versions that code gives to a list of them.
 */

import { folderName } from '../../paths.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { isSign, isWord, parseScript, type Quoted, type ScriptNode, withoutLineEnds } from './gradle-script.ts'
import { requirementOf, type Stated, withoutRepeats } from './requirement.ts'

interface Library {
  readonly name: string
  readonly artifact: Quoted
  /** What stands behind the second `%`. */
  readonly version: readonly ScriptNode[]
}

const PROJECT_FOLDER = /(?:^|\/)project$/
const VALUE = new Set(['val', 'def'])
const OBJECT = new Set(['object', 'class', 'trait'])
const REFERENCE = /^(?:[\w$]+\.)*?(?<name>(?:[A-Za-z_$][\w$]*\.)?[A-Za-z_$][\w$]*)$/
const LONGEST = 256

export const buildSbt: FileFormat = {
  name: 'build.sbt',
  role: { kind: 'manifest' },
  specification: 'https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html',
  names: { endings: ['.sbt'], pattern: /(?:^|\/)project\/[^/]+\.scala$/ },
  read: text => withoutRepeats(read(text)),
  references: text => (text.length > LONGEST ? undefined : REFERENCE.exec(text)?.groups?.['name']),
  folder: path => folderName(path).replace(PROJECT_FOLDER, ''),
  prescreen: { always: /\bval\b/ },
  definitions: {
    get for() {
      return [buildSbt]
    },
    reach: 'below'
  },
  // Before the artifact stands % or %%, as it did.
  upgrade: (name, version, { usedAt }) => [
    usedAt === undefined
      ? `"${name.slice(name.indexOf(':') + 1)}" % "${version}"`
      : `the value on this line: "${version}"`
  ]
}

function* read(text: string): Generator<Entry> {
  // Scala's texts, comments and brackets are those of Kotlin, as far as this goes.
  const { nodes, fault } = parseScript(text, 'kotlin')
  const values = new Map<string, Stated | undefined>()
  const libraries: Library[] = []
  const levels: { readonly nodes: readonly ScriptNode[]; readonly owner: string }[] = [{ nodes, owner: '' }]
  for (const { nodes: level, owner } of levels) {
    const flat = withoutLineEnds(level)
    for (const [index, node] of flat.entries()) {
      if (node.kind === 'group') levels.push({ nodes: node.nodes, owner: ownerOf(flat, index) ?? owner })
      else if (node.kind === 'word' && VALUE.has(node.text)) define(flat.slice(index + 1, index + 6), owner)
      else if (node.kind === 'quoted') libraries.push(...libraryAt(flat, index, node))
    }
  }
  for (const [name, value] of values) {
    if (value && value.value !== '') yield { defines: name, ...requirementOf(value) }
  }
  for (const library of libraries) yield entryOf(library)
  if (fault) throw fault

  /** `val name = "text"`, with or without its type; of two with one name in one file neither is known. */
  function define(nodes: readonly ScriptNode[], owner: string): void {
    const [name] = nodes
    const equals = nodes.findIndex(node => isSign(node, '='))
    const value = nodes[equals + 1]
    if (name?.kind !== 'word' || (equals !== 1 && equals !== 3) || value?.kind !== 'quoted') return
    const stated = { value: value.text, at: value.at }
    for (const key of owner === '' ? [name.text] : [name.text, `${owner}.${name.text}`]) {
      values.set(key, values.has(key) ? undefined : stated)
    }
  }

  function entryOf({ name, artifact, version }: Library): Entry {
    const [first] = version
    const last = version.at(-1)
    if (!first || !last) return { name, requirement: { kind: 'none' }, at: artifact.at, direct: true }
    if (first.kind === 'quoted') {
      return { name, ...requirementOf({ value: first.text, at: first.at }), direct: true }
    }
    const written = { value: text.slice(first.at, last.end), at: first.at }
    const key = REFERENCE.exec(written.value.slice(0, LONGEST))?.groups?.['name'] ?? ''
    const carrier = values.get(key) ?? values.get(key.slice(key.lastIndexOf('.') + 1))
    if (!carrier) return { name, requirement: { kind: 'version', text: written.value }, at: written.at, direct: true }
    return { name, ...requirementOf(carrier), direct: true, usedAt: written.at }
  }
}

/** `"group" % "artifact" % version`; `%%` and `%%%` let sbt add the version of Scala to the name. */
function libraryAt(nodes: readonly ScriptNode[], index: number, group: Quoted): readonly Library[] {
  let at = index + 1
  while (isSign(nodes[at], '%')) at++
  const artifact = nodes[at]
  const before = nodes[index - 1]
  if (at === index + 1 || at > index + 4 || artifact?.kind !== 'quoted' || isSign(before, '%')) return []
  const version: ScriptNode[] = []
  if (isSign(nodes[at + 1], '%')) {
    const first = nodes[at + 2]
    if (first) version.push(first)
    for (let dot = at + 3; first?.kind === 'word' && isSign(nodes[dot], '.'); dot += 2) {
      const next = nodes[dot + 1]
      if (next?.kind !== 'word') break
      version.push(next)
    }
  }
  return [{ name: `${group.text}:${artifact.text}`, artifact, version }]
}

/** The name of the object whose braces these are. */
function ownerOf(nodes: readonly ScriptNode[], index: number): string | undefined {
  const name = nodes[index - 1]
  const keyword = nodes[index - 2]
  const isObject = keyword?.kind === 'word' && OBJECT.has(keyword.text)
  return isObject && name?.kind === 'word' && !isWord(name, 'object') ? name.text : undefined
}
