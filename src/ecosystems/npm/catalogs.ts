/**
 * Catalogs of pnpm, yarn and bun: versions under a name to which the packages of a workspace refer.
 * Specification: https://pnpm.io/catalogs, https://yarnpkg.com/features/catalogs, https://bun.com/docs/pm/catalogs.
 */

import { child, type TreeNode } from '../../syntax/tree.ts'
import type { Entry } from '../file-format.ts'
import { memberEntry } from './dependency-members.ts'
import { effectiveMembers } from './json-members.ts'

const PROTOCOL = 'catalog:'
const DEFAULT_CATALOG = 'default'

/**
 * The definitions of all catalogs below a node: `catalog` is the default one, `catalogs` holds those with names. An
 * entry for an alias is a package instead, because references use the name of the alias.
 */
export function* readCatalogs(node: TreeNode | undefined): Generator<Entry> {
  yield* readCatalog(DEFAULT_CATALOG, child(node, 'catalog'))
  for (const { key, value } of effectiveMembers(child(node, 'catalogs'))) yield* readCatalog(key, value)
}

function* readCatalog(catalog: string, list: TreeNode | undefined): Generator<Entry> {
  for (const member of effectiveMembers(list)) {
    const entry = memberEntry(member, member.key)
    if ('gap' in entry || entry.alias !== undefined) yield entry
    else if (entry.requirement.kind !== 'none') {
      yield { defines: definitionName(catalog, member.key), requirement: entry.requirement, at: entry.at }
    }
  }
}

/** The definition that `catalog:` or `catalog:name` refers to for a package; undefined for any other requirement. */
export function catalogReference(text: string, name: string): string | undefined {
  if (!text.startsWith(PROTOCOL)) return undefined
  return definitionName(text.slice(PROTOCOL.length).trim() || DEFAULT_CATALOG, name)
}

function definitionName(catalog: string, name: string): string {
  return `${catalog} ${name}`
}
