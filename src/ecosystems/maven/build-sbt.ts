/**
 * `build.sbt` and the files in `project/`: the libraries that an sbt build names.
 * Specification: https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html. Builds are
 * programs, and are read without running them. Deliberately ignored: names put together
 * from several texts, and versions that code gives to a list of libraries.
 */

import { folderName } from '../../paths.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { withoutRepeats } from '../repeats.ts'
import { isSign, isWord, parseScript, type Quoted, type ScriptNode, withoutLineEnds } from './gradle-script.ts'
import { requirementOf, type Stated } from './requirement.ts'

interface Library {
  readonly name: string
  readonly artifact: Quoted
  /** The nodes after the second `%`; none if there is no version. */
  readonly version: readonly ScriptNode[]
}

/** The texts of `val`s by their names, plain and qualified by their object; undefined for an ambiguous name. */
type Values = ReadonlyMap<string, Stated | undefined>

const PROJECT_FOLDER = /(?:^|\/)project$/
const VALUE = new Set(['val', 'def'])
const OBJECT = new Set(['object', 'class', 'trait'])
const REFERENCE = /^(?:[\w$]+\.)*?(?<name>(?:[A-Za-z_$][\w$]*\.)?[A-Za-z_$][\w$]*)$/
/** In characters, of a reference. */
const LONGEST = 256

export const buildSbt: FileFormat = {
  name: 'build.sbt',
  role: { kind: 'manifest' },
  specification: 'https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html',
  comments: 'slashes',
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
  // The % or %% before the artifact stays as it is.
  upgrade: (name, version, { usedAt }) => [
    usedAt === undefined
      ? `"${name.slice(name.indexOf(':') + 1)}" % "${version}"`
      : `the value on this line: "${version}"`
  ]
}

function* read(text: string): Generator<Entry> {
  // As far as needed here, Scala has the texts, comments and brackets of Kotlin.
  const { nodes, fault } = parseScript(text, 'kotlin')
  const { values, libraries } = contentOf(nodes)
  for (const [name, value] of values) {
    if (value && value.value !== '') yield { defines: name, ...requirementOf(value) }
  }
  for (const library of libraries) yield entryOf(library, text, values)
  if (fault) throw fault
}

/** Goes through the brackets of a build level by level. */
function contentOf(nodes: readonly ScriptNode[]): { values: Values; libraries: readonly Library[] } {
  const values = new Map<string, Stated | undefined>()
  const libraries: Library[] = []
  const levels: { readonly nodes: readonly ScriptNode[]; readonly owner: string }[] = [{ nodes, owner: '' }]
  for (const { nodes: level, owner } of levels) {
    const flat = withoutLineEnds(level)
    for (const [index, node] of flat.entries()) {
      if (node.kind === 'group') levels.push({ nodes: node.nodes, owner: ownerOf(flat, index) ?? owner })
      else if (node.kind === 'word' && VALUE.has(node.text)) define(values, flat.slice(index + 1, index + 6), owner)
      else if (node.kind === 'quoted') libraries.push(...libraryAt(flat, index, node))
    }
  }
  return { values, libraries }
}

/** `val name = "text"`, with or without its type. A name that is defined twice in a file has no known value. */
function define(values: Map<string, Stated | undefined>, nodes: readonly ScriptNode[], owner: string): void {
  const [name] = nodes
  const equals = nodes.findIndex(node => isSign(node, '='))
  const value = nodes[equals + 1]
  if (name?.kind !== 'word' || (equals !== 1 && equals !== 3) || value?.kind !== 'quoted') return
  const stated = { value: value.text, at: value.at }
  for (const key of owner === '' ? [name.text] : [name.text, `${owner}.${name.text}`]) {
    values.set(key, values.has(key) ? undefined : stated)
  }
}

function entryOf({ name, artifact, version }: Library, text: string, values: Values): Entry {
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

/** `"group" % "artifact" % version`; with `%%` and `%%%` sbt adds the version of Scala to the name. */
function libraryAt(nodes: readonly ScriptNode[], index: number, group: Quoted): readonly Library[] {
  let at = index + 1
  while (isSign(nodes[at], '%')) at++
  const artifact = nodes[at]
  const before = nodes[index - 1]
  if (at === index + 1 || at > index + 4 || artifact?.kind !== 'quoted' || isSign(before, '%')) return []
  const version = isSign(nodes[at + 1], '%') ? versionAt(nodes, at + 2) : []
  return [{ name: `${group.text}:${artifact.text}`, artifact, version }]
}

/** The nodes of a version at an index: a text in quotes, or a name with the names after its dots. */
function versionAt(nodes: readonly ScriptNode[], at: number): readonly ScriptNode[] {
  const first = nodes[at]
  const version = first ? [first] : []
  for (let dot = at + 1; first?.kind === 'word' && isSign(nodes[dot], '.'); dot += 2) {
    const next = nodes[dot + 1]
    if (next?.kind !== 'word') break
    version.push(next)
  }
  return version
}

/** The name of the object whose braces these are. */
function ownerOf(nodes: readonly ScriptNode[], index: number): string | undefined {
  const name = nodes[index - 1]
  const keyword = nodes[index - 2]
  const isObject = keyword?.kind === 'word' && OBJECT.has(keyword.text)
  return isObject && name?.kind === 'word' && !isWord(name, 'object') ? name.text : undefined
}
