/** Lists of packages with what is asked of each: sections, overrides and catalogs of a project, in JSON and in YAML. */

import { child, type Member, type TextNode, type TreeNode } from '../../syntax/tree.ts'
import type { DefinitionEntry, Entry, GapEntry, PackageEntry } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { effectiveMembers } from './element.ts'
import { readSpecifier } from './specifier.ts'

/** Where pnpm cuts `parent>child`; a `>` of a range stands behind a blank, `|` or `@`. */
const PNPM_PARENT = /^.*?[^ |@]>/
const CATALOG = 'catalog:'
const DEFAULT_CATALOG = 'default'

/** One member of a list: `"name": "what is asked of it"`. */
export function askedEntry(member: Member, name: string, direct?: boolean): PackageEntry | GapEntry {
  if (member.value.kind !== 'text') return gapFor(member, 'expected a version, a range or an address')
  return toEntry(name, member.value, nameAt(member, name), direct)
}

/** `at` is where the name stands, for values that name none and no version. */
export function toEntry(key: string, value: TextNode, at: number, direct?: boolean): PackageEntry {
  const { offset, ...specifier } = readSpecifier(key, value.value)
  return {
    ...specifier,
    at: offset === undefined ? at : value.at + offset,
    ...(direct === undefined ? {} : { direct })
  }
}

/** Where the name stands in a key such as `parent/name`. */
export function nameAt({ key, keyAt }: Member, name: string): number {
  return keyAt + Math.max(0, key.lastIndexOf(name))
}

/** The package of a key such as `name@^1`. */
export function withoutSelector(key: string): string {
  const at = key.indexOf('@', 1)
  return at < 0 ? key : key.slice(0, at)
}

/** The package that a key of pnpm's overrides means: `name`, `name@^1`, `parent>name`. */
export function overriddenByPnpm(key: string): string {
  return withoutSelector(key.replace(PNPM_PARENT, ''))
}

/**
 * The catalogs of pnpm, yarn and bun, which all look the same: `catalog` is the default one, `catalogs` those with names.
 * https://pnpm.io/catalogs, https://yarnpkg.com/features/catalogs, https://bun.com/docs/pm/catalogs. An entry that stands
 * for another package is that package's: whoever refers to it only knows the alias.
 */
export function* readCatalogs(node: TreeNode | undefined): Generator<Entry> {
  yield* catalog(DEFAULT_CATALOG, child(node, 'catalog'))
  for (const { key, value } of effectiveMembers(child(node, 'catalogs'))) yield* catalog(key, value)

  function* catalog(name: string, list: TreeNode | undefined): Generator<Entry> {
    for (const member of effectiveMembers(list)) {
      const entry = askedEntry(member, member.key)
      if ('gap' in entry || entry.alias !== undefined) yield entry
      else if (entry.requirement.kind !== 'none') yield definition(catalogName(name, member.key), entry)
    }
  }
}

/** What `catalog:` or `catalog:name` refers to for a package; undefined for any other requirement. */
export function catalogReference(text: string, name: string): string | undefined {
  return text.startsWith(CATALOG) ? catalogName(text.slice(CATALOG.length).trim() || DEFAULT_CATALOG, name) : undefined
}

function catalogName(catalog: string, name: string): string {
  return `${catalog} ${name}`
}

function definition(defines: string, { requirement, at }: PackageEntry): DefinitionEntry {
  return { defines, requirement, at }
}
