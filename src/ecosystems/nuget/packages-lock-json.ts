/**
 * `packages.lock.json`: the packages that NuGet chose for a project, once for each framework it is built for.
 * Specification: https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files, and
 * in code PackagesLockFileFormat of NuGet.ProjectModel. Deliberately ignored: entries of type `Project`,
 * which are folders of the repository.
 */

import { defined } from '../../collections.ts'
import { SyntaxFault, unknownVersion } from '../../syntax/fault.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, type Member, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph, GraphPackage, PackageKey } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { csproj } from './csproj.ts'
import { packagesConfig } from './packages-config.ts'
import { directoryPackagesProps, props } from './props.ts'
import { lockfileUpgrade } from './upgrade.ts'

/** Version 2 came with central package management; version 3 moves the frameworks to the outermost level. */
const VERSIONS = new Set(['1', '2', '3'])

export const packagesLockJson: FileFormat = {
  name: 'packages.lock.json',
  role: {
    kind: 'lockfile',
    locks: [csproj, directoryPackagesProps, props, packagesConfig],

    chain: { graph }
  },
  specification:
    'https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies',
  versions: '1, 2, 3',
  comments: 'none',
  names: { extensions: ['.json'], pattern: /(?:^|\/)packages(?:\.[^/]+)?\.lock\.json$/i },
  read,
  renew: () => ['dotnet restore --force-evaluate'],
  upgrade: lockfileUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const stated = child(root, 'version')
  const version = stated?.kind === 'scalar' ? stated.text : ''
  if (!stated) throw fault ?? new SyntaxFault('expected "version"', 0)
  if (!VERSIONS.has(version)) throw unknownVersion('lockfile version', version, '1 to 3', stated.at)
  for (const target of targets(root, version)) {
    const packages = packagesOf(target, version)
    if (packages?.kind !== 'map' && !fault) yield gapFor(target, 'expected an object of packages')
    for (const member of members(packages)) yield* locked(text, member, fault !== undefined)
  }
  if (fault) throw fault
}

/** The frameworks, each with its packages. */
function targets(root: TreeNode, version: string): readonly Member[] {
  return version === '3' ? members(root).filter(({ key }) => key !== 'version') : members(child(root, 'dependencies'))
}

function packagesOf({ value }: Member, version: string): TreeNode | undefined {
  return version === '3' ? child(value, 'dependencies') : value
}

/** The needs of each package, within each framework. Projects that this one refers to have no version. */
function graph(text: string): Graph {
  const { root } = parseJson(text)
  const stated = child(root, 'version')
  const version = stated?.kind === 'scalar' ? stated.text : ''
  const packages = new Map<PackageKey, GraphPackage>()
  const needs = new Map<PackageKey, readonly PackageKey[]>()
  const roots: PackageKey[] = []
  for (const [index, target] of targets(root, version).entries()) {
    const keyOf = (name: string) => `${index} ${name.toLowerCase()}`
    for (const { key: name, value } of members(packagesOf(target, version))) {
      const key = keyOf(name)
      const type = textOf(value, 'type')?.value.toLowerCase()
      const dependencies = members(child(value, 'dependencies'))
      packages.set(key, { name, version: textOf(value, 'resolved')?.value ?? '' })
      needs.set(
        key,
        Array.from(dependencies, need => keyOf(need.key))
      )
      if (type === 'direct' || type === 'project') roots.push(key)
    }
  }
  return { packages, roots, needsOf: key => needs.get(key) ?? [] }
}

/** One package. In a file that is cut off, a package may lack its version. */
function* locked(text: string, { key, keyAt, value }: Member, isCut: boolean): Generator<Entry> {
  const type = textOf(value, 'type')?.value.toLowerCase()
  const resolved = textOf(value, 'resolved')
  if (type === 'project') return
  if (!resolved || resolved.value === '' || !text.startsWith(resolved.value, resolved.at)) {
    if (!isCut) yield { gap: 'expected a "resolved" version', text: key, at: keyAt }
    return
  }
  const isKnown = type === 'direct' || type === 'transitive' || type === 'centraltransitive'
  const requirement = { kind: 'version', text: resolved.value } as const
  yield defined({ name: key, requirement, at: resolved.at, direct: isKnown ? type === 'direct' : undefined })
}
