/**
 * MSBuild's property files, which projects import and which refer to each other's properties.
 * `Directory.Packages.props`: the versions of all packages of a repository, in one place; also `Packages.props` of the
 * MSBuild SDK that came before it, which updates package references. `*.props` and `*.targets`: `Directory.Build.props`
 * is imported because of its place, others by name; their properties carry versions that projects refer to.
 * Specification: https://learn.microsoft.com/nuget/consume-packages/central-package-management,
 * https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory. The projects that
 * import a file decide what it means (`msbuild-projects.ts`). Deliberately ignored: files that only an SDK or a package imports. Where
 * the files of a project do not define a property, the closest of those that no project imports counts.
 */

import type { FileFormat } from '../file-format.ts'
import { csproj, MSBUILD } from './csproj.ts'
import { importedItems } from './msbuild.ts'
import { msbuildProjects } from './msbuild-projects.ts'
import { propertyIn } from './msbuild-values.ts'
import { centralUpgrade, importedUpgrade } from './upgrade.ts'

export const directoryPackagesProps: FileFormat = {
  name: 'Directory.Packages.props',
  role: { kind: 'manifest', settles: [csproj], pinsVersions: true },
  specification: 'https://learn.microsoft.com/nuget/consume-packages/central-package-management',
  comments: 'xml',
  names: { extensions: ['.props'], pattern: /(?:^|[/.])Packages\.props$/i },
  read: importedItems,
  references: propertyIn,
  prescreen: { always: MSBUILD },
  projects: msbuildProjects,
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
  names: { extensions: ['.props', '.targets'], pattern: /\.(?:props|targets)$/i },
  read: importedItems,
  references: propertyIn,
  prescreen: { always: MSBUILD },
  projects: msbuildProjects,
  definitions: {
    get for() {
      return [csproj, directoryPackagesProps, props]
    },
    reach: 'anywhere'
  },
  upgrade: importedUpgrade
}
