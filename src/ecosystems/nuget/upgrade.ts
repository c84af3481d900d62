/** The edits and commands that raise a NuGet package to a version that reloads. */

import type { FixStep } from '../../model/verdict.ts'
import type { UpgradeContext } from '../file-format.ts'

/**
 * For a project file and its lockfile. An indirect package becomes a direct one, whose version takes precedence. The command does not
 * change a version that a property carries.
 */
export function projectUpgrade(name: string, version: string, { usedAt }: UpgradeContext): readonly FixStep[] {
  return usedAt === undefined ? [`dotnet add package ${name} --version ${version}`] : propertyUpgrade(version)
}

/** The same, with an update of the lockfile. */
export function lockfileUpgrade(name: string, version: string, present: UpgradeContext): readonly FixStep[] {
  return [...projectUpgrade(name, version, present), 'dotnet restore --force-evaluate']
}

/** For versions in one central file. */
export function centralUpgrade(name: string, version: string, { usedAt }: UpgradeContext): readonly FixStep[] {
  if (usedAt !== undefined) return propertyUpgrade(version)
  return [
    { edit: 'in Directory.Packages.props', text: `<PackageVersion Include="${name}" Version="${version}" />` },
    'dotnet restore'
  ]
}

/** For a project that has no package references yet. */
export function packagesConfigUpgrade(name: string, version: string): readonly FixStep[] {
  return [`nuget update packages.config -Id ${name} -Version ${version}`]
}

/** For a file that projects import: its property, or its own reference. */
export function importedUpgrade(name: string, version: string, { usedAt }: UpgradeContext): readonly FixStep[] {
  if (usedAt !== undefined) return propertyUpgrade(version)
  return [
    { edit: 'in this file', text: `<PackageReference Include="${name}" Version="${version}" />` },
    'dotnet restore'
  ]
}

/** For a property that carries the version. */
function propertyUpgrade(version: string): readonly FixStep[] {
  return [{ edit: 'set the property on this line to', text: version }, 'dotnet restore']
}

/** For tools that `dotnet` installs. */
export function toolUpgrade(name: string, version: string): readonly FixStep[] {
  return [`dotnet tool update ${name} --version ${version}`]
}

/**
 * For `paket.dependencies` and its lockfile. An indirect package becomes a direct one, whose version takes precedence.
 */
export function paketUpgrade(name: string, version: string): readonly FixStep[] {
  return [{ edit: 'in paket.dependencies', text: `nuget ${name} >= ${version}` }, 'dotnet paket install']
}
