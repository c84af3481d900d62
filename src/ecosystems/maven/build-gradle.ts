/**
 * `build.gradle` and `build.gradle.kts`: the dependencies that a Gradle script writes out.
 * Specification: https://docs.gradle.org/current/userguide/declaring_dependencies.html. A script is a program, and this
 * reads it without running it. Extra properties of scripts above and in `gradle/`, constants of `buildSrc` and properties of
 * `gradle.properties` are followed by the scan. Leaves out on purpose: which script `apply from` names; versions of catalogs
 * (`libs.versions.x.get()`) and those put together from several texts, which stay placeholders; versions that code sets for
 * whatever it is asked for (`eachDependency`); `dependencySet` of Spring's plugin.
 */

import { folderName } from '../../paths.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { propertyReference } from './gradle-reference.ts'
import {
  type Dialect,
  type Group,
  isSign,
  isWord,
  parseScript,
  type Quoted,
  type ScriptNode,
  separated,
  statements,
  withoutLineEnds
} from './gradle-script.ts'
import { type Block, targetOf, type Value, variablesOf } from './gradle-variables.ts'
import { requirementOf, withoutRepeats } from './requirement.ts'

/** Where a part of the script stands, and what that means for the texts in it. */
interface Context {
  /** Inside `dependencies { }`: a text without a version is a dependency too. */
  readonly inDependencies: boolean
  /** In Spring's `dependencyManagement { }`, where `dependencies { }` gives versions only. */
  readonly managed: boolean
  /** Not in `constraints { }`, which only says what others may bring. */
  readonly direct: boolean
  /** Inside something that names packages without depending on them, such as `exclude`. */
  readonly silent: boolean
  /** In the closure of a call: what it says of the version of the dependencies in the call. */
  readonly rich: RichVersion | undefined
  /** Inside the `version { }` of such a closure. */
  readonly inVersion: boolean
  /** The name of the variable whose value this is, and the keys of the maps around it. */
  readonly path: readonly string[]
  /** The Kotlin objects around, whose constants other scripts name with them. */
  readonly owner: readonly string[]
  /** In the value of a variable that no other script sees. */
  readonly isLocal: boolean
  readonly block: Block
}

/** `strictly`, `require` and `prefer` with what they say. */
type RichVersion = Map<string, Value>

interface Declaration {
  readonly group: Value
  readonly artifact: Value
  readonly version: Value | undefined
  readonly direct: boolean
  rich?: RichVersion
}

/** The arguments of a call, elements of a list or entries of a map. */
interface Items {
  readonly all: readonly (readonly ScriptNode[])[]
  readonly named: ReadonlyMap<string, readonly ScriptNode[]>
  /** Those that are a text in quotes and nothing else. */
  readonly texts: readonly Quoted[]
}

/** Calls whose arguments name packages, paths or reasons without depending on them. */
const SILENT_CALLS = new Set(
  `exclude exclusion because reason project files fileTree kotlin npm devNpm peerNpm optionalNpm capability
  requireCapability requireCapabilities withModule replacedBy reject rejectAll id alias println print url uri`.split(
    /\s+/
  )
)
const SILENT_BLOCKS = new Set(['capabilities', 'components', 'exclusions', 'modules'])
/** From strong to weak; https://docs.gradle.org/current/userguide/dependency_versions.html#sec:rich-version-constraints. */
const RICH = ['strictly', 'require', 'prefer']
/** Words that a call without brackets cannot begin with. */
const KEYWORDS = new Set(
  `def val var const return if else for while when try catch import package class interface object fun public private
  protected internal static final new throw assert is in as`.split(/\s+/)
)
const NAME = /^[\w.-]+$/
const LONGEST_NAME = 256
const BLANK = /\s/
const BRACKET = /^[[\](]/
/** What every version has; any other third part is a task, a time, a title. */
const VERSION_LIKE = /\d|^\+|^latest\./
/** A number or a range: a property with another value carries no version. */
const DEFINED = /^[\d[(][^\s\\]*$/
/** How many words, dots and brackets behind `"group:artifact:" +` are taken for the version. */
const LONGEST_SUM = 16

/** The folders whose scripts and constants are for the build around them. */
const BUILD_FOLDER = /(?:^|\/)(?:gradle|buildSrc(?:\/.*)?)$/
/** How a catalog in a settings script says which version a library has. */
const CATALOG_VERSIONS = new Set(['version', 'versionRef'])
const BUILD_SOURCE = /(?:^|\/)buildSrc\/(?:[^/]+\/)*[^/]+\.kt$/

export const buildGradle: FileFormat = format('build.gradle', 'groovy', '.gradle')
export const buildGradleKts: FileFormat = format('build.gradle.kts', 'kotlin', '.gradle.kts')

/** Constants that every script of a build may name, and libraries written out among them. */
export const buildSrc: FileFormat = {
  ...format('Versions.kt', 'kotlin', '.kt'),
  specification: 'https://docs.gradle.org/current/userguide/sharing_build_logic_between_subprojects.html',
  names: { pattern: BUILD_SOURCE },
  prescreen: { always: /\bval\b/ }
}

/** Scripts of any name are claimed: what they declare is applied to builds. */
function format(name: string, dialect: Dialect, suffix: string): FileFormat {
  return {
    name,
    role: { kind: 'manifest' },
    specification: 'https://docs.gradle.org/current/userguide/declaring_dependencies.html',
    names: { endings: [suffix] },
    read: text => withoutRepeats(read(text, dialect)),
    references: propertyReference,
    folder: path => folderName(path).replace(BUILD_FOLDER, ''),
    prescreen: { always: /\b(?:ext|extra)\b/ },
    definitions: {
      get for() {
        return [buildGradle, buildGradleKts, buildSrc]
      },
      reach: 'below'
    },
    upgrade: (packageName, version, { usedAt }) => [
      usedAt === undefined ? `implementation("${packageName}:${version}")` : `the variable on this line: "${version}"`
    ]
  }
}

function* read(text: string, dialect: Dialect): Generator<Entry> {
  const { nodes, fault } = parseScript(text, dialect)
  const variables = variablesOf(text, dialect)
  const declarations: Declaration[] = []
  const file: Context = {
    inDependencies: false,
    managed: false,
    direct: false,
    silent: false,
    rich: undefined,
    inVersion: false,
    path: [],
    owner: [],
    isLocal: false,
    block: { at: 0, end: text.length }
  }
  for (const one of statements(nodes)) statement(one, file)
  for (const [defines, carrier] of variables.seenByOthers()) {
    if (DEFINED.test(carrier.value)) yield { defines, ...requirementOf(carrier) }
  }
  for (const declaration of declarations) yield entryOf(declaration)
  if (fault) throw fault

  function statement(nodes: readonly ScriptNode[], context: Context): void {
    const assignment = nodes.findIndex(node => isSign(node, '='))
    const delegate = nodes.findIndex(node => isWord(node, 'by'))
    if (assignment > 0) {
      const target = targetOf(nodes.slice(0, assignment))
      const value = nodes.slice(assignment + 1)
      // Groovy's "def v", "String v", Kotlin's "val v".
      const isConstant = context.owner.length === 0 && nodes.slice(0, assignment).some(node => isWord(node, 'const'))
      const isLocal = nodes[0]?.kind === 'word' && nodes[1]?.kind === 'word' && !isConstant
      variables.define(target, value, context.block, isLocal)
      if (context.owner.length > 0 && target.length > 0)
        variables.define([...context.owner, ...target], value, context.block)
      walk(value, { ...context, path: target, isLocal })
    } else if (delegate > 1 && isWord(nodes[delegate + 1], 'extra')) {
      // Kotlin: val v by extra("9.0.0") and val v by extra { "9.0.0" }
      const group = nodes[delegate + 2]
      const value = group?.kind === 'group' ? withoutLineEnds(group.nodes) : []
      variables.define(targetOf(nodes.slice(0, delegate)), value, context.block)
    } else if (isWord(nodes[0], 'substitute')) {
      // Only what is used instead will be there.
      const using = nodes.findIndex(node => isWord(node, 'using') || isWord(node, 'with'))
      if (using > 0) walk(nodes.slice(using), context)
    } else {
      const head = commandAt(nodes)
      const name = head === undefined ? undefined : nodes[head]
      if (head !== undefined && name?.kind === 'word') list(name.text, nodes.slice(head + 1), context)
      else walk(nodes, context)
    }
  }

  /** Goes through the parts of an expression. */
  function walk(nodes: readonly ScriptNode[], context: Context): void {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]
      const after = nodes[i + 1]
      if (node?.kind === 'group') {
        if (node.open === '{') block('', node, context)
        else list('', node.nodes, context)
      } else if ((node?.kind === 'word' || node?.kind === 'quoted') && after?.kind === 'group' && after.open !== '[') {
        let from = declarations.length
        i++
        const owner = isWord(nodes[i - 2], 'object') ? [...context.owner, node.text] : []
        if (after.open === '{') block(node.text, after, { ...context, owner })
        else if (node.text === 'library') library(after, nodes.slice(i + 1, i + 4), context)
        else list(node.text, after.nodes, context)
        for (let next = nodes[i + 1]; next?.kind === 'group' && next.open === '{'; next = nodes[i + 1]) {
          closure(node.text, next, from, context)
          from = declarations.length
          i++
        }
      } else if (node?.kind === 'quoted') {
        notation(node, isSign(after, '+') ? nodes.slice(i + 2, i + 2 + LONGEST_SUM) : [], context)
      }
    }
  }

  function block(head: string, { nodes, at, end }: Group, context: Context): void {
    const isDependencies = head === 'dependencies' || head === 'constraints'
    const managed = context.managed || head === 'dependencyManagement'
    const inner: Context = {
      inDependencies: context.inDependencies || isDependencies,
      managed,
      direct: isDependencies ? head === 'dependencies' && !managed : context.direct,
      silent: context.silent || SILENT_BLOCKS.has(head),
      rich: isDependencies ? undefined : context.rich,
      inVersion: head === 'version' && context.rich !== undefined,
      path: [],
      owner: context.owner,
      isLocal: false,
      block: { at, end }
    }
    for (const one of statements(nodes)) statement(one, inner)
  }

  /** A block behind the arguments of a call; the call's dependencies are those from `from` on. */
  function closure(head: string, group: Group, from: number, context: Context): void {
    const to = declarations.length
    const rich: RichVersion = new Map()
    block(head, group, { ...context, rich })
    if (rich.size > 0) for (const declaration of declarations.slice(from, to)) declaration.rich = rich
  }

  /** Goes through what stands between brackets or behind the name of a call. */
  function list(head: string, nodes: readonly ScriptNode[], context: Context): void {
    const inner = { ...context, silent: context.silent || SILENT_CALLS.has(head) }
    const all = separated(nodes)
    const named = new Map<string, readonly ScriptNode[]>()
    const texts: Quoted[] = []
    const closures: Group[] = []
    let from = declarations.length
    for (const item of all) {
      const [first, second] = item
      if ((first?.kind === 'word' || first?.kind === 'quoted') && second && isAssigning(second)) {
        const value = item.slice(2)
        const path = context.path.length > 0 ? [...context.path, first.text] : []
        named.set(first.text, value)
        variables.define(path, value, context.block, context.isLocal)
        walk(value, { ...inner, path })
      } else if (item.length === 1 && first?.kind === 'quoted') texts.push(first)
      else if (item.length === 1 && first?.kind === 'group' && first.open === '{') closures.push(first)
      else walk(item, inner)
    }
    const [first, second] = all
    if (head === 'set' && first?.[0]?.kind === 'quoted' && second) {
      variables.define([first[0].text], second, context.block)
    } else if (head === 'version' && texts.length === 2 && texts[0] && texts[1]) {
      variables.define(catalogKey(texts[0]), [texts[1]], context.block, true)
    }
    if (context.inVersion && first && RICH.includes(head)) context.rich?.set(head, variables.valueFrom(first))
    else if (!inner.silent) declareFrom({ all, named, texts }, inner)
    for (const group of closures) {
      closure(head, group, from, context)
      from = declarations.length
    }
  }

  /** `library("alias", "group", "artifact")` of a catalog in a settings script, and `.versionRef("k")` or the like behind it. */
  function library(group: Group, [dot, word, version]: readonly ScriptNode[], context: Context): void {
    const texts = withoutLineEnds(group.nodes).filter(node => node.kind === 'quoted')
    const [, groupId, artifact] = texts
    if (texts.length !== 3 || !groupId || !artifact) {
      list('library', group.nodes, context)
      return
    }
    const said =
      isSign(dot, '.') && word?.kind === 'word' && CATALOG_VERSIONS.has(word.text) && version?.kind === 'group'
    const [only] = said ? withoutLineEnds(version.nodes) : []
    const stated = only?.kind === 'quoted' ? variables.valueFrom([only]) : undefined
    const value =
      stated && only?.kind === 'quoted' && isWord(word, 'versionRef')
        ? { ...stated, pieces: [{ variable: catalogKey(only) }] }
        : stated
    declare(variables.valueFrom([groupId]), variables.valueFrom([artifact]), value, context)
  }

  /** The three ways to name a package: `group: 'g', name: 'a'`, `"g", "a", "version"` and `"g:a:version"`. */
  function declareFrom({ all, named, texts }: Items, context: Context): void {
    const [group, name, version] = ['group', 'name', 'version'].map(key => named.get(key))
    const [first, second] = texts
    // A name is a package's when two of these come with it; without a group it is a file of a local folder.
    if (name && [group, version, context.inDependencies].filter(Boolean).length > 1) {
      declare(variables.valueFrom(group ?? []), variables.valueFrom(name), version, context)
    } else if (context.inDependencies && first && second && NAME.test(first.text) && NAME.test(second.text)) {
      const third = all[2]?.[1] && isAssigning(all[2][1]) ? undefined : all[2]
      declare(variables.valueFrom([first]), variables.valueFrom([second]), third ?? version, context)
    } else for (const text of texts) notation(text, [], context)
  }

  /** `group:artifact[:version[:classifier]][@extension]`; `added` is what stands behind a plus sign. */
  function notation(quoted: Quoted, added: readonly ScriptNode[], context: Context): void {
    if (context.silent || !quoted.text.includes(':')) return
    const [group, artifact, version, , ...more] = variables.partsOf(quoted)
    if (!group || !artifact || more.length > 0 || !isName(artifact)) return
    // A file of a local folder has no group: ":client-java:8.0.2".
    if (!isName(group) && (group.value !== '' || !version?.value || !context.inDependencies)) return
    if (!version?.value) {
      if (context.inDependencies || added.length > 0) declare(group, artifact, added, context)
    } else if (!BLANK.test(version.value) || BRACKET.test(version.value)) {
      const isVersion = version.pieces.some(piece => 'variable' in piece) || VERSION_LIKE.test(version.value)
      if (isVersion || context.inDependencies) declare(group, artifact, version, context)
    }
  }

  function declare(
    group: Value,
    artifact: Value,
    version: Value | readonly ScriptNode[] | undefined,
    { direct }: Context
  ): void {
    const value = version && ('value' in version ? version : variables.valueFrom(version))
    declarations.push({ group, artifact, version: value, direct })
  }

  function entryOf({ group, artifact, version: written, rich, direct }: Declaration): Entry {
    const [groupId, artifactId] = [variables.textOf(group), variables.textOf(artifact)]
    if (!groupId || !artifactId) {
      const gap = groupId === '' ? 'it has no group' : 'its name holds a variable that is not defined here'
      return { gap, text: `${group.value}:${artifact.value}`, at: artifact.at }
    }
    const common = { name: `${groupId}:${artifactId}`, ...(direct ? { direct } : {}) }
    const version = RICH.map(word => rich?.get(word)).find(value => value) ?? written
    if (!version?.value) return { ...common, requirement: { kind: 'none' }, at: artifact.at }
    const carrier = variables.carrierOf(version) ?? version
    return { ...common, ...requirementOf(carrier), ...(carrier === version ? {} : { usedAt: version.at }) }
  }
}

/**
 * Where the name stands in a call without brackets, `implementation 'g:a:v'` or `a.b.implementation 'g:a:v'`; undefined
 * for any other statement.
 */
function commandAt(nodes: readonly ScriptNode[]): number | undefined {
  let at = 0
  while (nodes[at]?.kind === 'word' && isSign(nodes[at + 1], '.') && nodes[at + 2]?.kind === 'word') at += 2
  const [head, first] = [nodes[at], nodes[at + 1]]
  if (head?.kind !== 'word' || KEYWORDS.has(head.text)) return undefined
  return first?.kind === 'word' || first?.kind === 'quoted' ? at : undefined
}

/** The versions of a catalog have names of their own. */
function catalogKey({ text }: Quoted): readonly string[] {
  return ['versions of the catalog', text]
}

function isName({ value, pieces }: Value): boolean {
  const areNames = pieces.every(piece => 'variable' in piece || NAME.test(piece.text))
  return areNames && pieces.length > 0 && value.length <= LONGEST_NAME
}

/** What stands between a name and its value: Groovy's `:`, Kotlin's `=` and `to`. */
function isAssigning(node: ScriptNode): boolean {
  return isSign(node, ':') || isSign(node, '=') || isWord(node, 'to')
}
