/**
 * `*.props` and `*.targets`: what projects import, `Directory.Build.props` by its place, others by name. Their properties
 * carry versions that projects refer to.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory. Leaves out on purpose: which
 * project imports which file. Where no file above a project defines a property, the closest one that does is taken.
 */

import { baseName, type FileFormat } from '../ecosystem.ts'
import { importedItems, propertyIn } from './msbuild.ts'
import { importedUpgrade } from './upgrade.ts'

const NAME = /\.(?:props|targets)$/i
const KINDS = new Set(['packagereference', 'packagedownload', 'packageversion', 'globalpackagereference'])

export const props: FileFormat = {
  name: '*.props',
  origin: 'manifest',
  specification: 'https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory',
  claims: path => NAME.test(baseName(path)),
  read: text => importedItems(text, KINDS),
  mayInclude: /<PropertyGroup/i,
  refersTo: propertyIn,
  definesFor: ['*.csproj', 'Directory.Packages.props', '*.props'],
  definesEverywhere: true,
  answers: ['*.csproj'],
  central: true,
  upgrade: importedUpgrade
}
