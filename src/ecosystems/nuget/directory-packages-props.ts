/**
 * `Directory.Packages.props`: the versions of all packages of a repository, in one place.
 * Specification: https://learn.microsoft.com/nuget/consume-packages/central-package-management. Also reads
 * `Packages.props` of the MSBuild SDK that came before it, which updates package references.
 */

import { baseName, type FileFormat } from '../ecosystem.ts'
import { importedItems, propertyIn } from './msbuild.ts'
import { centralUpgrade } from './upgrade.ts'

const NAME = /^(?:[^/]*\.)?Packages\.props$/i
const KINDS = new Set(['packageversion', 'globalpackagereference', 'packagereference'])

export const directoryPackagesProps: FileFormat = {
  name: 'Directory.Packages.props',
  origin: 'manifest',
  specification: 'https://learn.microsoft.com/nuget/consume-packages/central-package-management',
  claims: path => NAME.test(baseName(path)),
  read: text => importedItems(text, KINDS),
  mayInclude: /<PropertyGroup/i,
  refersTo: propertyIn,
  definesFor: ['*.csproj', '*.props'],
  answers: ['*.csproj'],
  central: true,
  upgrade: centralUpgrade
}
