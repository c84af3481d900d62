/**
 * `dotnet add package`, `dotnet tool install` and `nuget install`.
 * Specification: https://learn.microsoft.com/dotnet/core/tools/dotnet-package-add,
 * https://learn.microsoft.com/nuget/reference/cli-reference/cli-ref-install. Deliberately ignored: `Install-Package` of
 * PowerShell, which other shells do not have.
 */

import type { InstallCommand, Installs } from '../ecosystem.ts'
import type { PlacedRequirement } from '../file-format.ts'
import { versionRequirement } from './msbuild.ts'

const PACKAGE = /^(?<name>[A-Za-z_][\w.-]*)(?:@(?<version>.+))?$/s

const dotnet: InstallCommand = {
  words: [
    'dotnet add package',
    'dotnet add * package',
    'dotnet package add',
    'dotnet tool install',
    'dotnet tool update',
    'nuget install'
  ],
  valued:
    `-s --source -f --framework --package-directory --project --tool-path --add-source --configfile --tool-manifest
    -a --arch -Source -OutputDirectory -ConfigFile -Framework`.split(/\s+/),
  versions: ['-v', '--version', '-Version'],
  read: argument => {
    const { name, version } = (argument.length < 1_000 && PACKAGE.exec(argument)?.groups) || {}
    if (name === undefined) return undefined
    if (version === undefined) return { name, requirement: { kind: 'none' }, at: 0 }
    return { name, requirement: versionRequirement(version), at: argument.length - version.length }
  },
  readVersion: (text): PlacedRequirement => ({ requirement: versionRequirement(text), at: 0 })
}

/** The commands of dotnet and nuget. */
export const installs: Installs = {
  commands: [dotnet],
  edit: (name, version) => `dotnet add package ${name} --version ${version}`
}
