/**
 * The packages that a Gradle script names, and the values of its variables.
 * Specification: https://docs.gradle.org/current/userguide/declaring_dependencies.html.
 */

import { defined } from '../../collections.ts'
import type { KnownScope } from '../file-format.ts'
import { isForTests, scopeOfConfiguration } from './gradle-configurations.ts'
import { catalogVersionName } from './gradle-reference.ts'
import {
  type Group,
  isSign,
  isWord,
  type Quoted,
  type ScriptNode,
  separated,
  statements,
  withoutLineEnds
} from './gradle-script.ts'
import { type Block, targetOf, type Value, type Variables } from './gradle-variables.ts'

/** A package that a script names. */
export interface Declaration {
  readonly group: Value
  readonly artifact: Value
  /** Its value is empty if the script gives no version. */
  version: Value
  readonly direct: boolean
  /** What the name of its configuration says. */
  readonly scope?: KnownScope
  /** In `subprojects { }`: each project fills in its own properties. */
  readonly perProject: boolean
}

/** The code around a node, as far as it changes the meaning of the node. */
interface Scope {
  /** Inside `dependencies { }`: a text without a version is a dependency too. */
  readonly inDependencies: boolean
  /** In Spring's `dependencyManagement { }`, where `dependencies { }` only gives versions. */
  readonly managed: boolean
  /** Not in `constraints { }`, which only restricts the dependencies of others. */
  readonly direct: boolean
  /** Inside something that names packages without depending on them, such as `exclude`. */
  readonly silent: boolean
  /**
   * In the closure of a call: `strictly`, `require` and `prefer` for the dependencies in the call, with their values.
   */
  readonly rich: Map<string, Value> | undefined
  /** Inside the `version { }` of such a closure. */
  readonly inVersion: boolean
  /** The name of the variable whose value this is, and the keys of the maps around it. */
  readonly path: readonly string[]
  /** The Kotlin objects around, by which other scripts qualify their constants. */
  readonly owner: readonly string[]
  /** In the value of a variable that no other script sees. */
  readonly isLocal: boolean
  /** The name of the configuration, or of the set of sources around it. */
  readonly configuration: string
  readonly perProject: boolean
  /** Inside `dependencySet`: the group and version of its entries. */
  readonly set?: { readonly group: Value; readonly version: Value }
  readonly block: Block
}

/** A name and the brackets after it. */
interface Call {
  readonly name: string
  /** Whether the name is that of a Kotlin object, and the brackets hold its body. */
  readonly isObject: boolean
  readonly brackets: Group
  /** The closures after the brackets. */
  readonly closures: readonly Group[]
  /** The nodes after the brackets, as many as give a library of a catalog its version. */
  readonly behind: readonly ScriptNode[]
  /** Whether it is `.to(…)` behind `alias(…)`, which older catalogs wrote for `library`. */
  readonly isAliased: boolean
}

/** The arguments of a call, elements of a list or entries of a map. */
interface Items {
  readonly all: readonly (readonly ScriptNode[])[]
  readonly named: Map<string, readonly ScriptNode[]>
  /** The items that are a text in quotes and nothing else. */
  readonly texts: Quoted[]
  /** The items that are braces and nothing else. */
  readonly closures: Group[]
}

/** Calls whose arguments name packages, paths or reasons without depending on them. */
const SILENT_CALLS = new Set(
  `exclude exclusion because reason project files fileTree kotlin npm devNpm peerNpm optionalNpm capability
  requireCapability requireCapabilities withModule replacedBy reject rejectAll id alias println print url uri`.split(
    /\s+/
  )
)
/** Blocks whose content is run for each project below. */
const PROJECT_BLOCKS = new Set(['subprojects', 'allprojects'])
const SILENT_BLOCKS = new Set(['capabilities', 'components', 'exclusions', 'modules'])
/**
 * From strong to weak; https://docs.gradle.org/current/userguide/dependency_versions.html#sec:rich-version-constraints.
 */
const RICH_VERSIONS = ['strictly', 'require', 'prefer']
/** Words that a call without brackets cannot begin with. */
const KEYWORDS = new Set(
  `def val var const return if else for while when try catch import package class interface object fun public private
  protected internal static final new throw assert is in as`.split(/\s+/)
)
const NAME = /^[\w.-]+$/
const LONGEST_NAME = 256
const BLANK = /\s/
const BRACKET = /^[[\](]/
/** Matches every version; any other third part of a text is a task, a time, a title. */
const VERSION_LIKE = /\d|^\+|^latest\./
/** How many words, dots and brackets after `"group:artifact:" +` are taken for the version. */
const LONGEST_SUM = 16
/** How a catalog in a settings script gives a library its version. */
const CATALOG_VERSIONS = new Set(['version', 'versionRef'])

/** Finds the packages of a script, in the order of the text, and defines its variables. */
export function declarationsIn(nodes: readonly ScriptNode[], block: Block, variables: Variables): Declaration[] {
  const finder = new DeclarationFinder(variables)
  const script = finder.body(nodes, {
    inDependencies: false,
    managed: false,
    direct: false,
    silent: false,
    rich: undefined,
    inVersion: false,
    path: [],
    owner: [],
    isLocal: false,
    configuration: '',
    perProject: false,
    block
  })
  const running: Reading[] = [script]
  for (let last: Reading | undefined = script; last; last = running.at(-1)) {
    const { value: nested } = last.next()
    if (nested) running.push(nested)
    else running.pop()
  }
  return finder.declarations
}

/**
 * The reading of a part of the script. It yields the reading of each part inside it, which is completed
 * before it goes on: so brackets nested a thousand deep need no deeper call stack than others.
 */
interface Reading extends Generator<Reading, undefined, undefined> {}

class DeclarationFinder {
  readonly declarations: Declaration[] = []
  private readonly variables: Variables

  constructor(variables: Variables) {
    this.variables = variables
  }

  /** Reads the statements of a script or block. */
  *body(nodes: readonly ScriptNode[], scope: Scope): Reading {
    for (const statement of statements(nodes)) yield this.statement(statement, scope)
  }

  private *statement(nodes: readonly ScriptNode[], scope: Scope): Reading {
    const assignment = nodes.findIndex(node => isSign(node, '='))
    const delegate = nodes.findIndex(node => isWord(node, 'by'))
    if (assignment > 0) yield this.assignment(nodes.slice(0, assignment), nodes.slice(assignment + 1), scope)
    else if (delegate > 1 && isWord(nodes[delegate + 1], 'extra')) {
      this.extraProperty(nodes.slice(0, delegate), nodes[delegate + 2], scope)
    } else if (isWord(nodes[0], 'substitute')) {
      // The build uses the replacement only.
      const using = nodes.findIndex(node => isWord(node, 'using') || isWord(node, 'with'))
      if (using > 0) yield this.expression(nodes.slice(using), scope)
    } else {
      const head = commandAt(nodes)
      const name = head === undefined ? undefined : nodes[head]
      if (head !== undefined && name?.kind === 'word') yield this.list(name.text, nodes.slice(head + 1), scope)
      else yield this.expression(nodes, scope)
    }
  }

  private *assignment(left: readonly ScriptNode[], value: readonly ScriptNode[], scope: Scope): Reading {
    const { block, owner } = scope
    const target = targetOf(left)
    // Groovy's "def v", "String v", Kotlin's "val v".
    const isConstant = owner.length === 0 && left.some(node => isWord(node, 'const'))
    const isLocal = left[0]?.kind === 'word' && left[1]?.kind === 'word' && !isConstant
    this.variables.define(target, value, { block, isLocal })
    if (owner.length > 0 && target.length > 0) {
      this.variables.define([...owner, ...target], value, { block, isLocal: false })
    }
    yield this.expression(value, { ...scope, path: target, isLocal })
  }

  /** Kotlin: `val v by extra("9.0.0")` and `val v by extra { "9.0.0" }`. */
  private extraProperty(left: readonly ScriptNode[], brackets: ScriptNode | undefined, { block }: Scope): void {
    const value = brackets?.kind === 'group' ? withoutLineEnds(brackets.nodes) : []
    this.variables.define(targetOf(left), value, { block, isLocal: false })
  }

  private *expression(nodes: readonly ScriptNode[], scope: Scope): Reading {
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at]
      const call = callAt(nodes, at)
      if (call) {
        yield this.call(call, scope)
        at += 1 + call.closures.length
      } else if (node?.kind === 'group') {
        yield node.open === '{' ? this.block('', node, scope) : this.list('', node.nodes, scope)
      } else if (node?.kind === 'quoted') {
        const sum = textsOfSum(nodes, at)
        const added = isSign(nodes[at + 1], '+') ? nodes.slice(at + 2, at + 2 + LONGEST_SUM) : []
        if (sum.length > 1) this.sum(sum, scope)
        else this.notation(node, added, scope)
        at += 2 * (sum.length - 1)
      }
    }
  }

  private *call(call: Call, scope: Scope): Reading {
    const { name, isObject, brackets, closures, isAliased } = call
    let from = this.declarations.length
    if (name === 'dependencySet') {
      for (const closure of closures) yield this.block(name, closure, { ...scope, set: this.setIn(brackets) })
      return
    }
    const [key] = textsIn(brackets)
    const rich = name === 'version' && key && closures[0] && richText(closures[0])
    // `version("key") { strictly("1.0") }` of a catalog.
    if (rich) this.variables.define(catalogKey(key), [rich], { block: scope.block, isLocal: false })
    if (brackets.open === '{') {
      yield this.block(name, brackets, { ...scope, owner: isObject ? [...scope.owner, name] : [] })
    } else if (isAliased || (name === 'library' && isLibrary(brackets))) this.library(call, scope)
    else yield this.list(name, brackets.nodes, scope)
    for (const closure of closures) {
      yield this.closure(name, closure, from, scope)
      from = this.declarations.length
    }
  }

  private block(head: string, { nodes, at, end }: Group, scope: Scope): Reading {
    const isDependencies = head === 'dependencies' || head === 'constraints'
    const managed = scope.managed || head === 'dependencyManagement'
    return this.body(nodes, {
      ...scope,
      inDependencies: scope.inDependencies || isDependencies,
      managed,
      direct: isDependencies ? head === 'dependencies' && !managed : scope.direct,
      silent: scope.silent || SILENT_BLOCKS.has(head),
      configuration: isForTests(head) ? head : scope.configuration,
      perProject: scope.perProject || PROJECT_BLOCKS.has(head),
      rich: isDependencies ? undefined : scope.rich,
      inVersion: head === 'version' && scope.rich !== undefined,
      path: [],
      isLocal: false,
      block: { at, end }
    })
  }

  /** Reads a block after the arguments of a call; the dependencies of the call are those from the index `from` on. */
  private *closure(head: string, group: Group, from: number, scope: Scope): Reading {
    const to = this.declarations.length
    const rich = new Map<string, Value>()
    yield this.block(head, group, { ...scope, rich })
    const version = RICH_VERSIONS.map(word => rich.get(word)).find(value => value)
    if (version) for (const declaration of this.declarations.slice(from, to)) declaration.version = version
  }

  /** Reads the content of brackets, or the arguments after the name of a call. */
  private *list(head: string, nodes: readonly ScriptNode[], scope: Scope): Reading {
    let from = this.declarations.length
    const items: Items = { all: separated(nodes), named: new Map(), texts: [], closures: [] }
    const configuration = configurationOf(head, items.all, scope)
    const inner = { ...scope, silent: scope.silent || SILENT_CALLS.has(head), configuration }
    for (const item of items.all) yield this.item(item, items, inner)
    this.variableOf(head, items, scope)
    const [first] = items.all
    if (scope.set && head === 'entry') this.entries(items, scope)
    else if (scope.inVersion && first && RICH_VERSIONS.includes(head))
      scope.rich?.set(head, this.variables.valueOf(first))
    else if (!inner.silent) this.declareFrom(items, inner)
    for (const closure of items.closures) {
      yield this.closure(head, closure, from, scope)
      from = this.declarations.length
    }
  }

  /** Adds an item to those of its form, or reads it if it has none of these forms. */
  private *item(item: readonly ScriptNode[], { named, texts, closures }: Items, scope: Scope): Reading {
    const [first, second] = item
    if ((first?.kind === 'word' || first?.kind === 'quoted') && second && isAssigning(second)) {
      const value = item.slice(2)
      const path = scope.path.length > 0 ? [...scope.path, first.text] : []
      named.set(first.text, value)
      this.variables.define(path, value, scope)
      yield this.expression(value, { ...scope, path })
    } else if (item.length === 1 && first?.kind === 'quoted') texts.push(first)
    else if (item.length === 1 && first?.kind === 'group' && first.open === '{') closures.push(first)
    else yield this.expression(item, scope)
  }

  /** The variable of `set("name", value)`, and that of `version("key", "1.0")` in a catalog. */
  private variableOf(head: string, { all, texts }: Items, { block }: Scope): void {
    const [first, second] = all
    if (head === 'set' && first?.[0]?.kind === 'quoted' && second) {
      this.variables.define([first[0].text], second, { block, isLocal: false })
    } else if (head === 'version' && texts.length === 2 && texts[0] && texts[1]) {
      this.variables.define(catalogKey(texts[0]), [texts[1]], { block, isLocal: false })
    }
  }

  /**
   * `library("alias", "group", "artifact")` of a catalog in a settings script, or `alias("alias").to("group", "artifact")`; the
   * version follows, as in `.versionRef("k")`. In one text `"group:artifact:version"`, the last part may be missing.
   */
  private library({ brackets, behind, isAliased }: Call, scope: Scope): void {
    const texts = textsIn(brackets).slice(isAliased ? 0 : 1)
    const [first] = texts
    const parts =
      first && texts.length === 1 ? this.variables.partsOf(first) : texts.map(text => this.variables.valueOf([text]))
    const [group, artifact, version] = parts
    if (group && artifact) this.declare({ group, artifact, version: version ?? this.catalogVersion(behind) }, scope)
  }

  /** The group and version of `dependencySet(group: 'g', version: 'v')` and `dependencySet("g:v")`. */
  private setIn(brackets: Group): { readonly group: Value; readonly version: Value } {
    const items = separated(brackets.nodes)
    const named = (key: string) =>
      items.find(([name, sign]) => isNamed(name, key) && sign && isAssigning(sign))?.slice(2) ?? []
    const [text] = textsIn(brackets)
    const [group, version] = text && items.length === 1 ? this.variables.partsOf(text) : []
    return {
      group: group ?? this.variables.valueOf(named('group')),
      version: version ?? this.variables.valueOf(named('version'))
    }
  }

  private entries({ texts }: Items, scope: Scope): void {
    for (const text of scope.set ? texts : []) {
      if (scope.set) this.declare({ ...scope.set, artifact: this.variables.valueOf([text]) }, scope)
    }
  }

  /** `'group:' + 'artifact:version'`. */
  private sum(texts: readonly Quoted[], scope: Scope): void {
    const [group, artifact, version, , ...more] = this.variables.partsOfSum(texts)
    if (!group || !artifact || more.length > 0) for (const text of texts) this.notation(text, [], scope)
    else if (scope.silent || !isName(group) || !isName(artifact)) return
    else if (version?.value ? isVersion(version, scope.inDependencies) : scope.inDependencies) {
      this.declare({ group, artifact, version: version ?? this.variables.valueOf([]) }, scope)
    }
  }

  private declare(named: Pick<Declaration, 'group' | 'artifact' | 'version'>, scope: Scope): void {
    const { direct, perProject, configuration } = scope
    this.declarations.push(defined({ ...named, direct, perProject, scope: scopeOfConfiguration(configuration) }))
  }

  private catalogVersion([dot, word, brackets]: readonly ScriptNode[]): Value {
    const isStated =
      isSign(dot, '.') && word?.kind === 'word' && CATALOG_VERSIONS.has(word.text) && brackets?.kind === 'group'
    const [only] = isStated ? withoutLineEnds(brackets.nodes) : []
    const rich = isStated ? richText(brackets) : undefined
    if (rich) return this.variables.valueOf([rich])
    if (only?.kind !== 'quoted') return this.variables.valueOf([])
    const value = this.variables.valueOf([only])
    return isWord(word, 'versionRef') ? { ...value, segments: [{ variable: catalogKey(only) }] } : value
  }

  /** The three ways to name a package: `group: 'g', name: 'a'`, `"g", "a", "version"` and `"g:a:version"`. */
  private declareFrom({ all, named, texts }: Items, scope: Scope): void {
    const { inDependencies } = scope
    const [group, name, version = []] = ['group', 'name', 'version'].map(key => named.get(key))
    const [first, second] = texts
    const { variables } = this
    // A name is that of a package if two of these come with it; without a group it is a file of a local folder.
    if (name && [group, named.has('version'), inDependencies].filter(Boolean).length > 1) {
      const [groupId, artifact] = [variables.valueOf(group ?? []), variables.valueOf(name)]
      this.declare({ group: groupId, artifact, version: variables.valueOf(version) }, scope)
    } else if (inDependencies && first && second && NAME.test(first.text) && NAME.test(second.text)) {
      const isNamed = all[2]?.[1] !== undefined && isAssigning(all[2][1])
      const third = (isNamed ? undefined : all[2]) ?? version
      const [groupId, artifact] = [variables.valueOf([first]), variables.valueOf([second])]
      this.declare({ group: groupId, artifact, version: variables.valueOf(third) }, scope)
    } else for (const text of texts) this.notation(text, [], scope)
  }

  /** `group:artifact[:version[:classifier]][@extension]`; `added` are the nodes behind a plus sign. */
  private notation(quoted: Quoted, added: readonly ScriptNode[], scope: Scope): void {
    const { silent, inDependencies } = scope
    if (silent || !quoted.text.includes(':')) return
    const [group, artifact, version, , ...more] = this.variables.partsOf(quoted)
    if (!group || !artifact || more.length > 0 || !isName(artifact)) return
    // A file of a local folder has no group: ":client-java:8.0.2".
    if (!isName(group) && (group.value !== '' || !version?.value || !inDependencies)) return
    if (version?.value) {
      if (isVersion(version, inDependencies)) this.declare({ group, artifact, version }, scope)
    } else if (inDependencies || added.length > 0) {
      this.declare({ group, artifact, version: this.variables.valueOf(added) }, scope)
    }
  }
}

/**
 * The index of the name in a call without brackets, `implementation 'g:a:v'`
 * or `a.b.implementation 'g:a:v'`; undefined for any other statement.
 */
function commandAt(nodes: readonly ScriptNode[]): number | undefined {
  let at = 0
  while (nodes[at]?.kind === 'word' && isSign(nodes[at + 1], '.') && nodes[at + 2]?.kind === 'word') at += 2
  const [head, first] = [nodes[at], nodes[at + 1]]
  if (head?.kind !== 'word' || KEYWORDS.has(head.text)) return undefined
  return first?.kind === 'word' || first?.kind === 'quoted' ? at : undefined
}

/** The call whose name is at an index; undefined if there is none. */
function callAt(nodes: readonly ScriptNode[], at: number): Call | undefined {
  const [name, brackets] = [nodes[at], nodes[at + 1]]
  if ((name?.kind !== 'word' && name?.kind !== 'quoted') || brackets?.kind !== 'group' || brackets.open === '[') {
    return undefined
  }
  const closures: Group[] = []
  let next = nodes[at + 2]
  while (next?.kind === 'group' && next.open === '{') {
    closures.push(next)
    next = nodes[at + 2 + closures.length]
  }
  const isObject = isWord(nodes[at - 1], 'object')
  const isAliased = isWord(name, 'to') && isSign(nodes[at - 1], '.') && isWord(nodes[at - 3], 'alias')
  return { name: name.text, isObject, brackets, closures, behind: nodes.slice(at + 2, at + 5), isAliased }
}

/** The text in `{ strictly("1.0") }`, the strongest of several; the braces may be in round brackets. */
function richText({ nodes }: Group): Quoted | undefined {
  const inside = (node: ScriptNode) => (node.kind === 'group' ? node.nodes : [node])
  const all = withoutLineEnds(nodes.flatMap(inside).flatMap(inside))
  const stated = RICH_VERSIONS.flatMap(word => all.find((_, index) => isWord(all[index - 1], word)) ?? [])
  return stated.find(node => node.kind === 'quoted')
}

/** The texts that plus signs join from an index on: one where none follows, or where anything else is added. */
function textsOfSum(nodes: readonly ScriptNode[], from: number): readonly Quoted[] {
  const texts: Quoted[] = []
  for (let at = from; texts.length < LONGEST_SUM; at += 2) {
    const node = nodes[at]
    if (node?.kind !== 'quoted') return texts.slice(0, 1)
    texts.push(node)
    if (!isSign(nodes[at + 1], '+')) return texts
  }
  return texts.slice(0, 1)
}

/** The configuration that a call adds to: its own name, or the first text of `add("testImplementation", …)`. */
function configurationOf(head: string, [first]: readonly (readonly ScriptNode[])[], scope: Scope): string {
  if (!scope.inDependencies || isForTests(scope.configuration)) return scope.configuration
  const [only] = first ?? []
  const named = head === 'add' && only?.kind === 'quoted' ? only.text : head
  return scopeOfConfiguration(named) === undefined ? scope.configuration : named
}

function isNamed(node: ScriptNode | undefined, name: string): boolean {
  return (node?.kind === 'word' || node?.kind === 'quoted') && node.text === name
}

/** Whether the arguments of `library` are the alias, the group and the artifact. */
function isLibrary(brackets: Group): boolean {
  return textsIn(brackets).length === 3
}

function textsIn({ nodes }: Group): readonly Quoted[] {
  return withoutLineEnds(nodes).filter(node => node.kind === 'quoted')
}

/** The variable of a version in a catalog, under a name of its own: catalogs and scripts do not share variables. */
function catalogKey({ text }: Quoted): readonly string[] {
  return [catalogVersionName(text)]
}

function isName({ value, segments }: Value): boolean {
  const areNames = segments.every(segment => 'variable' in segment || NAME.test(segment.text))
  return areNames && segments.length > 0 && value.length <= LONGEST_NAME
}

/**
 * Whether the third part of a text is a version. Outside of dependencies it has to look like one or hold a variable.
 */
function isVersion({ value, segments }: Value, inDependencies: boolean): boolean {
  // An expression may have blanks in it.
  const hasBlank = segments.some(segment => 'text' in segment && BLANK.test(segment.text))
  if (hasBlank && !BRACKET.test(value)) return false
  return inDependencies || VERSION_LIKE.test(value) || segments.some(segment => 'variable' in segment)
}

/** Whether a node separates a name from its value: Groovy's `:`, Kotlin's `=` and `to`. */
function isAssigning(node: ScriptNode): boolean {
  return isSign(node, ':') || isSign(node, '=') || isWord(node, 'to')
}
