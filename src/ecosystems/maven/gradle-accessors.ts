/**
 * The libraries of catalogs that a Gradle script names by their accessors: `libs.k8s.client`, `libs.bundles.all`, and
 * `libs.findLibrary("k8s-client")`.
 * Specification: https://docs.gradle.org/current/userguide/version_catalogs.html#sec:mapping-aliases-to-accessors. Any chain of
 * words counts: which of them name a library, only the catalog shows.
 */

import { defined } from '../../collections.ts'
import type { AccessorUse, KnownScope } from '../file-format.ts'
import { isForTests, scopeOfConfiguration } from './gradle-configurations.ts'
import { normalizedAlias } from './gradle-reference.ts'
import { type Dialect, isSign, parseScript, type ScriptNode, type Word } from './gradle-script.ts'

/** What follows the accessor of a library: the value of its provider. */
const GETTERS = new Set(['get', 'getOrNull', 'asProvider'])
const FINDERS: ReadonlyMap<string, string> = new Map([
  ['findLibrary', ''],
  ['findBundle', 'bundles.']
])
/** In words; Gradle's own accessors are far shorter. */
const LONGEST_CHAIN = 32

/** The uses in a script, in the order of its text. */
export function accessorsIn(text: string, dialect: Dialect): Iterable<AccessorUse> {
  return usesIn(parseScript(text, dialect).nodes, undefined)
}

/** The uses among nodes; `around` is what the configuration around them says. */
function* usesIn(nodes: readonly ScriptNode[], around: KnownScope | undefined): Generator<AccessorUse> {
  let scope = around
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index]
    const chain = chainAt(nodes, index)
    const [first] = chain
    if (!first) {
      if (node?.kind === 'group') yield* usesIn(node.nodes, scope)
      else if (isSign(node, '\n')) scope = around
      index++
      continue
    }
    index += 2 * chain.length - 1
    const next = nodes[index]
    const accessor = accessorOf(chain.slice(1), next)
    if (accessor !== '') yield { catalog: first.text, accessor, at: first.at, ...defined({ scope }) }
    if (chain.length === 1 || next?.kind === 'group') scope = chain.reduce(scopeWith, scope)
  }
}

/** The words from a node on that dots join. */
function chainAt(nodes: readonly ScriptNode[], start: number): readonly Word[] {
  const chain: Word[] = []
  for (let index = start; chain.length < LONGEST_CHAIN; index += 2) {
    const node = nodes[index]
    if (node?.kind !== 'word') break
    chain.push(node)
    if (!isSign(nodes[index + 1], '.') || nodes[index + 2]?.kind !== 'word') break
  }
  return chain
}

/** The words behind the name of a catalog as the accessor of a library. */
function accessorOf(words: readonly Word[], next: ScriptNode | undefined): string {
  const texts = words.map(({ text }) => text)
  const finder = FINDERS.get(texts.at(-1) ?? '')
  if (finder !== undefined) {
    const [alias] = next?.kind === 'group' ? next.nodes : []
    return alias?.kind === 'quoted' ? `${finder}${normalizedAlias(alias.text)}` : ''
  }
  while (GETTERS.has(texts.at(-1) ?? '')) texts.pop()
  return texts.join('.')
}

/** What a configuration, or a set of sources around it, says: tests decide. */
function scopeWith(scope: KnownScope | undefined, { text }: Word): KnownScope | undefined {
  if (scope === 'development' || isForTests(text)) return 'development'
  return scopeOfConfiguration(text) ?? scope
}
