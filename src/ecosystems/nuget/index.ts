/**
 * NuGet: projects require packages, often with the versions in one central file or in properties; lockfiles are rare.
 */

import type { Ecosystem } from '../ecosystem.ts'
import { plainPurls } from '../purl-spelling.ts'
import { csproj } from './csproj.ts'
import { depsJson } from './deps-json.ts'
import { dotnetTools } from './dotnet-tools-json.ts'
import { installs } from './install.ts'
import { packagesConfig } from './packages-config.ts'
import { packagesLockJson } from './packages-lock-json.ts'
import { paketDependencies } from './paket-dependencies.ts'
import { paketLock } from './paket-lock.ts'
import { projectAssets } from './project-assets-json.ts'
import { directoryPackagesProps, props } from './props.ts'

export const nuget: Ecosystem = {
  id: 'nuget',
  title: 'NuGet',
  formats: [
    csproj,
    directoryPackagesProps,
    props,
    packagesConfig,
    packagesLockJson,
    paketDependencies,
    paketLock,
    dotnetTools,
    projectAssets,
    depsJson
  ],
  usualManifest: csproj,
  installs,
  versions: async () => (await import('./version.ts')).nugetVersions,
  purl: plainPurls,
  // https://learn.microsoft.com/nuget/reference/nuspec#id: case-insensitive.
  canonicalName: name => name.toLowerCase(),
  needle: name => name
}
