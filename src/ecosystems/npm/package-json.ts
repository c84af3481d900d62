/**
 * `package.json`: what a project asks for, and what it forces upon the packages that others bring.
 * Specification: https://docs.npmjs.com/cli/v11/configuring-npm/package-json, for `resolutions`
 * https://yarnpkg.com/configuration/manifest#resolutions, for `pnpm.overrides` https://pnpm.io/settings#overrides,
 * for the catalogs of bun https://bun.com/docs/pm/catalogs.
 * Leaves out on purpose: `bundleDependencies` and `peerDependenciesMeta`, which only repeat names, and `name` and
 * `version`, which are the project's own.
 */

import { parseJson } from '../../syntax/json.ts'
import { child, type Member, type TextNode, type TreeNode } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import {
  askedEntry,
  catalogReference,
  nameAt,
  overriddenByPnpm,
  readCatalogs,
  toEntry,
  withoutSelector
} from './asked.ts'
import { effectiveMembers, SECTIONS } from './element.ts'
import { manifestUpgrade } from './upgrade.ts'

/** The description that yarn lets follow a name, unless it is a range: it may hold slashes of its own. */
const YARN_DESCRIPTION = /@(?!npm:)[a-z][a-z0-9+]*:.*$/
const YARN_LAST_NAME = /(?:^|\/)(?<name>@[^/@]+\/[^/@]+|[^/@]+)(?:@[^/]*)?$/

export const packageJson: FileFormat = {
  name: 'package.json',
  role: { kind: 'manifest' },
  specification: 'https://docs.npmjs.com/cli/v11/configuring-npm/package-json',
  names: { exact: ['package.json'] },
  read,
  references: catalogReference,
  definitions: {
    get for() {
      return [packageJson]
    },
    reach: 'below'
  },
  upgrade: manifestUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield gapFor(root, 'expected an object')
  const asked = new Map<string, TextNode>()

  for (const section of effectiveMembers(root)) {
    if (!SECTIONS.some(name => name === section.key)) continue
    if (section.value.kind !== 'map') yield gapFor(section, 'expected an object of names and versions')
    for (const member of effectiveMembers(section.value)) {
      if (member.value.kind === 'text') asked.set(member.key, member.value)
      yield askedEntry(member, member.key, true)
    }
  }
  yield* npmOverrides(child(root, 'overrides'))
  for (const member of effectiveMembers(child(root, 'resolutions'))) {
    const path = member.key.replace(YARN_DESCRIPTION, '')
    yield askedEntry(member, YARN_LAST_NAME.exec(path)?.groups?.['name'] ?? member.key, false)
  }
  for (const member of effectiveMembers(child(root, 'pnpm', 'overrides'))) {
    yield* override(member, overriddenByPnpm(member.key))
  }
  yield* readCatalogs(root)
  yield* readCatalogs(child(root, 'workspaces'))
  if (fault) throw fault

  /** Keys are packages, with or without a range; `.` is the package of the key above. Level by level, so that depth costs nothing. */
  function* npmOverrides(overrides: TreeNode | undefined): Generator<Entry> {
    const levels: { readonly node: TreeNode | undefined; readonly above?: string }[] = [{ node: overrides }]
    for (const { node, above } of levels) {
      for (const member of effectiveMembers(node)) {
        const name = member.key === '.' && above !== undefined ? above : withoutSelector(member.key)
        if (member.value.kind === 'map') levels.push({ node: member.value, above: name })
        else yield* override(member, name)
      }
    }
  }

  /**
   * `$name` means what a dependency section of this file says of `name`; pnpm's `-` takes the package out. An override says
   * which version others get: it asks for nothing.
   */
  function* override(member: Member, name: string): Generator<Entry> {
    const { value } = member
    if (value.kind !== 'text' || !/^(?:\$|-$)/.test(value.value)) yield askedEntry(member, name, false)
    else if (value.value.startsWith('$')) {
      const referred = value.value.slice(1)
      const target = asked.get(referred)
      if (!target) yield { name, requirement: { kind: 'version', text: value.value }, at: value.at, direct: false }
      // The same package at the same line is an entry already.
      else if (referred !== name) yield { ...toEntry(name, target, nameAt(member, name), false), usedAt: value.at }
    }
  }
}
