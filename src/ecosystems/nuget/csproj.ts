/**
 * `*.csproj`, `*.fsproj`, `*.vbproj`: the packages that a project refers to.
 * Specification: https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files.
 * Deliberately ignored: `ProjectReference` and `Reference`, which are not packages, and the items of
 * imported files, which are read on their own.
 */

import type { FileFormat } from '../file-format.ts'
import { packageItems } from './msbuild.ts'
import { propertyIn } from './msbuild-properties.ts'
import { projectUpgrade } from './upgrade.ts'

const KINDS = new Set(['packagereference', 'packagedownload', 'packageversion', 'globalpackagereference'])

export const csproj: FileFormat = {
  name: '*.csproj',
  role: { kind: 'manifest' },
  specification: 'https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files',
  comments: 'xml',
  names: { pattern: /\.(?:cs|fs|vb)proj$/i },
  read: text => packageItems(text, KINDS),
  references: propertyIn,
  upgrade: projectUpgrade
}
