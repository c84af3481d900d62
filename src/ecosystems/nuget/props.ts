/**
 * MSBuild's property files, which projects import and which refer to each other's properties.
 * `Directory.Packages.props`: the versions of all packages of a repository, in one place; also `Packages.props` of the
 * MSBuild SDK that came before it, which updates package references. `*.props` and `*.targets`: `Directory.Build.props`
 * is imported because of its place, others by name; their properties carry versions that projects refer to.
 * Specification: https://learn.microsoft.com/nuget/consume-packages/central-package-management,
 * https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory. Deliberately ignored: which project
 * imports which file. Where no file above a project defines a property, the closest one that does is taken.
 */

import type { FileFormat } from '../file-format.ts'
import { csproj } from './csproj.ts'
import { importedItems } from './msbuild.ts'
import { propertyIn } from './msbuild-properties.ts'
import { centralUpgrade, importedUpgrade } from './upgrade.ts'

const CENTRAL_ITEMS = new Set(['packageversion', 'globalpackagereference', 'packagereference'])
const IMPORTED_ITEMS = new Set(['packagereference', 'packagedownload', 'packageversion', 'globalpackagereference'])

export const directoryPackagesProps: FileFormat = {
  name: 'Directory.Packages.props',
  role: { kind: 'manifest', settles: [csproj], pinsVersions: true },
  specification: 'https://learn.microsoft.com/nuget/consume-packages/central-package-management',
  comments: 'xml',
  names: { pattern: /(?:^|[/.])Packages\.props$/i },
  read: text => importedItems(text, CENTRAL_ITEMS),
  references: propertyIn,
  prescreen: { always: /<PropertyGroup/i },
  definitions: {
    get for() {
      return [csproj, props]
    },
    reach: 'below'
  },
  upgrade: centralUpgrade
}

export const props: FileFormat = {
  name: '*.props',
  role: { kind: 'manifest', settles: [csproj], pinsVersions: true },
  specification: 'https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory',
  comments: 'xml',
  names: { pattern: /\.(?:props|targets)$/i },
  read: text => importedItems(text, IMPORTED_ITEMS),
  references: propertyIn,
  prescreen: { always: /<PropertyGroup/i },
  definitions: {
    get for() {
      return [csproj, directoryPackagesProps, props]
    },
    reach: 'anywhere'
  },
  upgrade: importedUpgrade
}
