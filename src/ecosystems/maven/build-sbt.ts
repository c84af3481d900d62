/**
 * `build.sbt` and the files in `project/`: the libraries that an sbt build names.
 * Specification: https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html. Builds are
 * programs, and are read without running them. Deliberately ignored: versions that code gives to a list of libraries.
 * A name that is put together from several texts, or held by a value of another file, is reported as computed.
 */

import { defined } from '../../collections.ts'
import { folderName } from '../../paths.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { withoutRepeats } from '../repeats.ts'
import { isSign, isWord, parseScript, type Quoted, type ScriptNode, withoutLineEnds } from './gradle-script.ts'
import { requirementOf, type Stated } from './requirement.ts'

/** One side of a `%`: a text in quotes, or a reference to a value. */
interface Operand {
  /** The text, or the reference as written. */
  readonly value: string
  readonly at: number
  readonly isText: boolean
  /** The index of the node behind it. */
  readonly next: number
}

interface Library {
  readonly group: Operand
  readonly artifact: Operand
  readonly version?: Operand
  readonly scope: KnownScope
}

/** The values of `val`s by their names, plain and qualified by their object; undefined for an ambiguous name. */
type Values = ReadonlyMap<string, Operand | undefined>

/** The nodes of one pair of brackets, and what they are in. */
interface Level {
  readonly nodes: readonly ScriptNode[]
  /** The name of the object. */
  readonly owner: string
  /** Whether the libraries are plugins of sbt. */
  readonly isPlugin: boolean
}

const PROJECT_FOLDER = /(?:^|\/)project$/
const VALUE = new Set(['val', 'def'])
const OBJECT = new Set(['object', 'class', 'trait'])
/** `a.b.c`, `$c`, `${b.c}`: the last name, and the one before it. */
const REFERENCE =
  /^(?:\$(?<simple>[A-Za-z_]\w*)|(?:\$\{\s*)?(?:[\w$]+\.)*?(?<name>(?:[A-Za-z_$][\w$]*\.)?[A-Za-z_$][\w$]*)\s*\}?)$/
/** The prefixes of texts with expressions in them. https://docs.scala-lang.org/scala3/book/string-interpolation.html */
const INTERPOLATORS = new Set(['s', 'f', 'raw'])
/** Configurations of tests, alone or mapped to others: `Test`, `"test->test"`. */
const TESTS = /^\s*(?:test|it|integrationtest)(?:-internal)?\s*(?:$|->)/i
/** Calls whose last text counts where the property or the variable that they read is not set. */
const OR_ELSE = new Set(['getOrElse', 'getProperty', 'propOrElse', 'envOrElse'])
/** How many values may refer to one another in a chain. */
const LONGEST_CHAIN = 50
/** In characters, of a reference. */
const LONGEST = 256

export const buildSbt: FileFormat = {
  name: 'build.sbt',
  role: { kind: 'manifest' },
  specification: 'https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html',
  comments: 'slashes',
  names: { endings: ['.sbt'], extensions: ['.scala'], pattern: /(?:^|\/)project\/[^/]+\.scala$/ },
  read: text => withoutRepeats(read(text)),
  references: referenceIn,
  folder: path => folderName(path).replace(PROJECT_FOLDER, ''),
  prescreen: { always: /\b(?:val|def)\b/ },
  definitions: {
    get for() {
      return [buildSbt]
    },
    reach: 'below'
  },
  // The % or %% before the artifact stays as it is.
  upgrade: (name, version, { usedAt }) => [
    usedAt === undefined
      ? { edit: 'in this file', text: `"${name.slice(name.indexOf(':') + 1)}" % "${version}"` }
      : { edit: 'set the value on this line to', text: `"${version}"` }
  ]
}

function* read(text: string): Generator<Entry> {
  // As far as needed here, Scala has the texts, comments and brackets of Kotlin.
  const { nodes, fault } = parseScript(text, 'kotlin')
  const { values, libraries } = contentOf(nodes)
  for (const [name, value] of values) {
    const carrier = value && carrierOf(value, values)
    if (carrier && carrier.value !== '') yield { defines: name, ...requirementOf(carrier) }
  }
  for (const library of libraries) yield entryOf(library, values)
  if (fault) throw fault
}

/** Goes through the brackets of a build level by level. */
function contentOf(nodes: readonly ScriptNode[]): { values: Values; libraries: readonly Library[] } {
  const values = new Map<string, Operand | undefined>()
  const libraries: Library[] = []
  const levels: Level[] = [{ nodes, owner: '', isPlugin: false }]
  for (const { nodes: level, owner, isPlugin } of levels) {
    const flat = withoutLineEnds(level)
    for (const [index, node] of flat.entries()) {
      if (node.kind === 'group') {
        const isInPlugin = isPlugin || isWord(flat[index - 1], 'addSbtPlugin')
        levels.push({ nodes: node.nodes, owner: ownerOf(flat, index) ?? owner, isPlugin: isInPlugin })
      } else if (node.kind === 'word' && VALUE.has(node.text)) define(values, flat, index + 1, owner)
      else if (isSign(node, '%')) libraries.push(...libraryAt(flat, index, isPlugin))
    }
  }
  return { values, libraries }
}

/** `val name = "text"`, with or without its type. A name that is defined twice in a file has no known value. */
function define(
  values: Map<string, Operand | undefined>,
  nodes: readonly ScriptNode[],
  at: number,
  owner: string
): void {
  const name = nodes[at]
  const equals = [at + 1, at + 3].find(index => isSign(nodes[index], '='))
  const value = equals === undefined ? undefined : operandAt(nodes, equals + 1)
  if (name?.kind !== 'word' || !value) return
  // A call or a sum is more than a text or a reference.
  const behind = nodes[value.next]
  if (behind?.kind === 'group' || isSign(behind, '+')) return
  for (const key of owner === '' ? [name.text] : [name.text, `${owner}.${name.text}`]) {
    values.set(key, values.has(key) ? undefined : value)
  }
}

function entryOf({ group, artifact, version, scope }: Library, values: Values): Entry {
  const [groupId, artifactId] = [carrierOf(group, values), carrierOf(artifact, values)]
  if (!groupId || !artifactId) {
    const text = `${group.value}:${artifact.value}`
    return { gap: 'its name holds a value that is not defined here', text, at: artifact.at, computed: true }
  }
  const common = { name: `${groupId.value}:${artifactId.value}`, direct: true, scope } as const
  if (!version) return { ...common, requirement: { kind: 'none' }, at: artifactId.at, ...usedAt(artifact, artifactId) }
  const carrier = carrierOf(version, values)
  if (!carrier) return { ...common, requirement: { kind: 'version', text: version.value }, at: version.at }
  return { ...common, ...requirementOf(carrier), ...usedAt(version, carrier) }
}

function usedAt(written: Operand, carrier: Stated): { readonly usedAt?: number } {
  return defined({ usedAt: carrier.at === written.at ? undefined : written.at })
}

/** Follows references to the text that carries a value; undefined where one of them is not defined here. */
function carrierOf(operand: Operand, values: Values): Stated | undefined {
  let current: Operand | undefined = operand
  for (let steps = 0; current && steps < LONGEST_CHAIN; steps++) {
    if (current.isText) return { value: current.value, at: current.at }
    const key: string = referenceIn(current.value) ?? ''
    current = values.get(key) ?? values.get(key.slice(key.lastIndexOf('.') + 1))
  }
  return undefined
}

/**
 * `"group" % "artifact" % version % configuration`, where the first `%` is at an index; with `%%` and `%%%` sbt adds the version
 * of Scala to the name. One of the three at least is in quotes: otherwise it is a calculation.
 */
function libraryAt(nodes: readonly ScriptNode[], index: number, isPlugin: boolean): readonly Library[] {
  const group = operandBefore(nodes, index)
  let at = index
  while (isSign(nodes[at], '%')) at++
  const artifact = operandAt(nodes, at)
  if (!group || !artifact || at > index + 3) return []
  const version = isSign(nodes[artifact.next], '%') ? operandAt(nodes, artifact.next + 1) : undefined
  if (![group, artifact, version].some(operand => operand?.isText)) return []
  const isConfigured = version && isSign(nodes[version.next], '%')
  const configuration = isConfigured ? operandAt(nodes, version.next + 1) : undefined
  const scope = isPlugin || isForTests(configuration) ? 'development' : 'runtime'
  return [defined({ group, artifact, version, scope } as const)]
}

/** Whether every configuration that a library is in is for tests. */
function isForTests(configuration: Operand | undefined): boolean {
  if (!configuration) return false
  const names = configuration.value.slice(configuration.isText ? 0 : configuration.value.lastIndexOf('.') + 1)
  return names
    .slice(0, LONGEST)
    .split(/[;,]/)
    .every(name => TESTS.test(name))
}

/** The operand that ends before an index, and that nothing but the start of an expression comes before. */
function operandBefore(nodes: readonly ScriptNode[], index: number): Operand | undefined {
  let from = index - 1
  while (nodes[from]?.kind === 'word' && isSign(nodes[from - 1], '.')) from -= 2
  const prefix = nodes[from - 1]
  if (prefix?.kind === 'word' && INTERPOLATORS.has(prefix.text) && prefix.end + 1 === nodes[from]?.at) from--
  const operand = operandAt(nodes, from)
  return operand?.next === index && !isSign(nodes[from - 1], '%') ? operand : undefined
}

/** A text in quotes, also with a prefix, or a name with the names behind its dots; undefined for anything else. */
function operandAt(nodes: readonly ScriptNode[], at: number): Operand | undefined {
  const first = nodes[at]
  const second = nodes[at + 1]
  if (first?.kind === 'quoted') return { value: first.text, at: first.at, isText: true, next: at + 1 }
  if (first?.kind !== 'word') return undefined
  const fallback = defaultAt(nodes, at)
  if (fallback) return fallback
  if (INTERPOLATORS.has(first.text) && second?.kind === 'quoted' && first.end + 1 === second.at) {
    return { ...interpolated(second), next: at + 2 }
  }
  let next = at + 1
  let value = first.text
  for (; isSign(nodes[next], '.') && value.length <= LONGEST; next += 2) {
    const name = nodes[next + 1]
    if (name?.kind !== 'word') break
    value += `.${name.text}`
  }
  return { value, at: first.at, isText: false, next }
}

/** The default of `sys.props.getOrElse("name", "1.2")`, `Option(System.getProperty("name")).getOrElse("1.2")` and the like. */
function defaultAt(nodes: readonly ScriptNode[], from: number): Operand | undefined {
  let at = from
  for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
    const [name, called] = [nodes[at], nodes[at + 1]]
    if (name?.kind !== 'word') return undefined
    const isCall = called?.kind === 'group'
    if (isCall && OR_ELSE.has(name.text)) {
      const given = withoutLineEnds(called.nodes)
      const last = given.at(-1)
      const isDefault = name.text === 'getOrElse' || given.some(node => isSign(node, ','))
      if (isDefault && last?.kind === 'quoted') return { value: last.text, at: last.at, isText: true, next: at + 2 }
    }
    at += isCall ? 2 : 1
    if (!isSign(nodes[at], '.')) return undefined
    at++
  }
  return undefined
}

/** `s"$v"` is a reference, with the text as written; without an expression it is a text like any other. */
function interpolated({ text, at, holes }: Quoted): Omit<Operand, 'next'> {
  const [only] = holes
  if (!only) return { value: text, at, isText: true }
  return { value: text, at, isText: false }
}

/** The name that a text refers to; undefined where the text is more or less than a reference. */
function referenceIn(text: string): string | undefined {
  const { simple, name } = (text.length > LONGEST ? undefined : REFERENCE.exec(text)?.groups) ?? {}
  return simple ?? name
}

/** The name of the object whose braces these are. */
function ownerOf(nodes: readonly ScriptNode[], index: number): string | undefined {
  const name = nodes[index - 1]
  const keyword = nodes[index - 2]
  const isObject = keyword?.kind === 'word' && OBJECT.has(keyword.text)
  return isObject && name?.kind === 'word' && !isWord(name, 'object') ? name.text : undefined
}
