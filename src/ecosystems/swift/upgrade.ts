/** The edits and commands that raise a package to a version with SwiftPM. */

import type { FixStep } from '../../model/verdict.ts'
import type { UpgradeContext } from '../file-format.ts'

/** For a `Package.swift`, which no command changes. */
export function manifestUpgrade(name: string, version: string, { requirement }: UpgradeContext): readonly FixStep[] {
  const word = requirement?.kind === 'version' ? 'exact' : 'from'
  return [
    { edit: 'in Package.swift', text: `.package(url: "https://${name}", ${word}: "${version}")` },
    `swift package update ${identity(name)}`
  ]
}

/** For a `Package.resolved`, which does not mark direct packages; Xcode writes one too. */
export function lockUpgrade(name: string, version: string): readonly FixStep[] {
  return [
    ...manifestUpgrade(name, version, {}),
    { edit: 'in Xcode: File > Packages > Update to Latest Package Versions', when: 'if Xcode manages the packages' }
  ]
}

/** The name of a package in commands of SwiftPM: the last part of its address. */
function identity(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
