/**
 * `project.assets.json`: the packages that NuGet restored for a project, for all of its frameworks.
 * Specification: https://learn.microsoft.com/nuget/concepts/package-installation-process, and in code LockFileFormat of
 * NuGet.ProjectModel. Deliberately ignored: the libraries that `targets` repeats for each framework.
 */

import { folderName } from '../../paths.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, items, members, type TreeNode } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph } from '../file-format.ts'
import { type KnownVersions, requireKnownVersion } from '../gap.ts'
import { csproj } from './csproj.ts'
import { graphOfTargets, packagesIn } from './libraries.ts'
import { directoryPackagesProps, props } from './props.ts'
import { projectUpgrade } from './upgrade.ts'

const VERSIONS: KnownVersions = { name: 'version', kind: 'scalar', pattern: /^[23]$/, known: '2 and 3' }
const FOLDER = /(?:^|\/)obj$/
const NAME = /^\S+/

export const projectAssets: FileFormat = {
  name: 'project.assets.json',
  role: { kind: 'lockfile', locks: [csproj, directoryPackagesProps, props], chain: { graph } },
  specification: 'https://learn.microsoft.com/nuget/concepts/package-installation-process',
  versions: '2, 3',
  comments: 'none',
  names: { exact: ['project.assets.json'] },
  read,
  folder: path => folderName(path).replace(FOLDER, ''),
  renew: () => ['dotnet restore'],
  upgrade: projectUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const version = child(root, 'version')
  if (!version && fault) throw fault
  requireKnownVersion(version, VERSIONS)
  const required = requiredIn(root)
  const entries = packagesIn(members(child(root, 'libraries')), fault ? undefined : name => required.has(name))
  for (const entry of entries) if (!(fault && 'gap' in entry)) yield entry
  if (fault) throw fault
}

function graph(text: string): Graph {
  const { root } = parseJson(text)
  return graphOfTargets(root, requiredIn(root))
}

/** The names in the requirements of the project, such as `KubernetesClient >= 7.0.5`, in lower case. */
function requiredIn(root: TreeNode): ReadonlySet<string> {
  const texts = members(child(root, 'projectFileDependencyGroups')).flatMap(({ value }) => items(value))
  return new Set(texts.flatMap(text => (text.kind === 'text' ? [NAME.exec(text.value)?.[0].toLowerCase() ?? ''] : [])))
}
