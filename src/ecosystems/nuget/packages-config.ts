/**
 * `packages.config`: the packages of an older .NET Framework project, each with its exact version.
 * Specification: https://learn.microsoft.com/nuget/reference/packages-config. Deliberately ignored: `allowedVersions`,
 * which only limits later updates.
 */

import { parseXml } from '../../syntax/xml.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { attribute } from './msbuild-statements.ts'
import { packagesConfigUpgrade } from './upgrade.ts'

export const packagesConfig: FileFormat = {
  name: 'packages.config',
  role: { kind: 'manifest' },
  specification: 'https://learn.microsoft.com/nuget/reference/packages-config',
  comments: 'xml',
  names: { extensions: ['.config'], pattern: /(?:^|\/)packages(?:\.[^/]+)?\.config$/i },
  read,
  sealed: true,
  upgrade: packagesConfigUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseXml(text)
  for (const element of root?.children ?? []) {
    const id = attribute(element, 'id')
    const version = attribute(element, 'version')
    const isWritten = (value: string, at: number) => value !== '' && text.startsWith(value, at)
    if (element.name !== 'package' || !id || !isWritten(id.value, id.at)) {
      yield gapFor(element, 'expected a package with an id')
    } else if (!version || version.value === '') {
      yield { name: id.value, requirement: { kind: 'none' }, at: id.at }
    } else if (!isWritten(version.value, version.at)) {
      yield { gap: 'the version contains an XML reference', text: id.value, at: version.at }
    } else yield { name: id.value, requirement: { kind: 'version', text: version.value }, at: version.at }
  }
  if (fault) throw fault
}
