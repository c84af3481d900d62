/** NuGet: projects ask for packages, often with the versions in one central file; a lockfile is rare. */

import type { Ecosystem } from '../ecosystem.ts'
import { csproj } from './csproj.ts'
import { directoryPackagesProps } from './directory-packages-props.ts'
import { packagesConfig } from './packages-config.ts'
import { packagesLockJson } from './packages-lock-json.ts'

export const nuget: Ecosystem = {
  id: 'nuget',
  title: '.NET',
  formats: [csproj, directoryPackagesProps, packagesConfig, packagesLockJson],
  versions: async () => (await import('./version.ts')).nugetVersions,
  // https://learn.microsoft.com/nuget/reference/nuspec#id: case-insensitive.
  canonicalName: name => name.toLowerCase(),
  needle: name => name
}
