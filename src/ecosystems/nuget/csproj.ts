/**
 * `*.csproj`, `*.fsproj`, `*.vbproj`: the packages that a project refers to.
 * Specification: https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files.
 * The projects are evaluated with the files that they import (`msbuild-projects.ts`). Deliberately ignored: `ProjectReference` and
 * `Reference`, which are not packages.
 */

import type { Entry, FileFormat } from '../file-format.ts'
import { projectItems } from './msbuild.ts'
import { msbuildProjects } from './msbuild-projects.ts'
import { propertyIn } from './msbuild-values.ts'
import { projectUpgrade } from './upgrade.ts'

/** The root element of every MSBuild file, which may have a prefix of a namespace. */
export const MSBUILD = /<(?:[\w.-]{1,50}:)?Project\b/i

export const csproj: FileFormat = {
  name: '*.csproj',
  role: { kind: 'manifest' },
  specification: 'https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files',
  comments: 'xml',
  names: { extensions: ['.csproj', '.fsproj', '.vbproj'], pattern: /\.(?:cs|fs|vb)proj$/i },
  read,
  prescreen: { always: MSBUILD },
  references: propertyIn,
  projects: msbuildProjects,
  upgrade: projectUpgrade
}

/** A project without a client is read with others, which may refer to its properties. */
function* read(text: string, mentions: (fragment: string) => boolean = () => true): Generator<Entry> {
  if (mentions(text)) yield* projectItems(text)
}
