/**
 * `pnpm-workspace.yaml`: the versions that the packages of a workspace refer to, and what is forced upon others.
 * Specification: https://pnpm.io/pnpm-workspace_yaml, https://pnpm.io/catalogs, https://pnpm.io/settings#overrides. Leaves
 * out on purpose: `packageExtensions` and `patchedDependencies`, which change packages that others name.
 */

import { child, type Member, type TreeNode } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { askedEntry, catalogReference, overriddenByPnpm, readCatalogs } from './asked.ts'
import { effectiveMembers } from './element.ts'
import { packageJson } from './package-json.ts'
import { catalogUpgrade } from './upgrade.ts'
import { writtenAsText } from './yaml-texts.ts'

const INTEGRITY = /\+sha\d+-.*$/

export const pnpmWorkspace: FileFormat = {
  name: 'pnpm-workspace.yaml',
  role: { kind: 'manifest' },
  specification: 'https://pnpm.io/pnpm-workspace_yaml',
  names: { exact: ['pnpm-workspace.yaml'] },
  read,
  references: catalogReference,
  definitions: {
    get for() {
      return [packageJson, pnpmWorkspace]
    },
    reach: 'below'
  },
  upgrade: catalogUpgrade('pnpm-workspace.yaml', 'pnpm install')
}

async function* read(text: string): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  // What a fault cuts off has an unexpected shape of its own.
  for (const entry of entries(writtenAsText(root))) if (!(fault && 'gap' in entry)) yield entry
  if (fault) throw fault
}

function* entries(root: TreeNode): Generator<Entry> {
  yield* readCatalogs(root)
  for (const member of effectiveMembers(child(root, 'overrides'))) {
    const name = overriddenByPnpm(member.key)
    // `-` takes the package out; `$name` means what package.json says of it, which is an entry there.
    if (!isText(member, '-') && !isText(member, `$${name}`)) yield askedEntry(member, name)
  }
  for (const member of effectiveMembers(child(root, 'configDependencies'))) {
    const { value } = member
    const bare = value.kind === 'text' ? { ...value, value: value.value.replace(INTEGRITY, '') } : value
    if (value.kind !== 'map') yield askedEntry({ ...member, value: bare }, member.key, true)
    else yield askedEntry({ ...member, value: child(value, 'version') ?? value }, member.key, true)
  }
}

function isText({ value }: Member, text: string): boolean {
  return value.kind === 'text' && value.value === text
}
