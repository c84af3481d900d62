/**
 * `pnpm-workspace.yaml`: the catalogs of a workspace, and its overrides for the packages that others require.
 * Specification: https://pnpm.io/pnpm-workspace_yaml, https://pnpm.io/catalogs, https://pnpm.io/settings#overrides.
 * Deliberately ignored: `packageExtensions` and `patchedDependencies`, which change packages that other keys name.
 */

import { child, type TreeNode } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { catalogReference, readCatalogs } from './catalogs.ts'
import { memberEntry, patchedMembers } from './dependency-members.ts'
import { effectiveMembers } from './json-members.ts'
import { keyOfPnpm } from './override-keys.ts'
import { overriding, packageJson, removed } from './package-json.ts'
import { readProjectYaml } from './project-yaml.ts'
import { catalogUpgrade } from './upgrade.ts'

/** The checksum that pnpm appends to the version of a configuration dependency. */
const INTEGRITY = /\+sha\d+-.*$/

export const pnpmWorkspace: FileFormat = {
  name: 'pnpm-workspace.yaml',
  role: { kind: 'manifest' },
  specification: 'https://pnpm.io/pnpm-workspace_yaml',
  names: { exact: ['pnpm-workspace.yaml'] },
  read: text => readProjectYaml(text, entries),
  references: catalogReference,
  definitions: {
    get for() {
      return [packageJson, pnpmWorkspace]
    },
    reach: 'below'
  },
  upgrade: catalogUpgrade('pnpm-workspace.yaml', 'pnpm install')
}

function* entries(root: TreeNode): Generator<Entry> {
  yield* readCatalogs(root)
  for (const member of effectiveMembers(child(root, 'overrides'))) {
    const { name, overrides } = keyOfPnpm(member.key)
    const text = member.value.kind === 'text' ? member.value.value : undefined
    if (text === '-') yield removed(member)
    else if (text === `$${name}`) {
      // Its requirement in package.json.
      const requirement = { kind: 'version', text } as const
      yield { name, requirement, at: member.value.at, direct: false, overrides: { ...overrides, asRequired: true } }
    } else yield overriding(memberEntry(member, name), overrides)
  }
  for (const member of effectiveMembers(child(root, 'configDependencies'))) {
    yield memberEntry({ ...member, value: configurationVersion(member.value) }, member.key, true)
  }
  yield* patchedMembers(child(root, 'patchedDependencies'))
}

/** The version of a configuration dependency: a string with its checksum, or a member of a table. */
function configurationVersion(value: TreeNode): TreeNode {
  if (value.kind === 'map') return child(value, 'version') ?? value
  return value.kind === 'text' ? { ...value, value: value.value.replace(INTEGRITY, '') } : value
}
