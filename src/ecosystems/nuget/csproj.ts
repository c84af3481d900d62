/**
 * `*.csproj`, `*.fsproj`, `*.vbproj`: the packages that a project refers to.
 * Specification: https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files. Leaves out on
 * purpose: `ProjectReference` and `Reference`, which are no packages, and what imported
 * files add: those are read on their own.
 */

import { baseName, type FileFormat } from '../ecosystem.ts'
import { packageItems, propertyIn } from './msbuild.ts'
import { projectUpgrade } from './upgrade.ts'

const NAME = /\.(?:cs|fs|vb)proj$/i
const KINDS = new Set(['packagereference', 'packagedownload', 'packageversion', 'globalpackagereference'])

export const csproj: FileFormat = {
  name: '*.csproj',
  origin: 'manifest',
  specification: 'https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files',
  claims: path => NAME.test(baseName(path)),
  read: text => packageItems(text, KINDS),
  refersTo: propertyIn,
  upgrade: projectUpgrade
}
