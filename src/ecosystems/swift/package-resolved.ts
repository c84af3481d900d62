/**
 * `Package.resolved`: the versions that SwiftPM or Xcode chose.
 * Specification: none is published; https://docs.swift.org/package-manager/ describes its use, and
 * https://github.com/swiftlang/swift-package-manager/blob/main/Sources/PackageGraph/ResolvedPackagesStore.swift writes
 * it. The file does not mark direct packages.
 */

import { sourceRequirement } from '../../model/dependency.ts'
import { folderName } from '../../paths.ts'
import { SyntaxFault, unknownVersion } from '../../syntax/fault.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, type TextNode, type TreeNode, textOf, textOrScalar, words } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { packageSwift } from './package-swift.ts'
import { lockUpgrade } from './upgrade.ts'

const VERSIONS = new Set(['1', '2', '3'])
const XCODE = /(?:^|\/)[^/]+\.(?:xcodeproj|xcworkspace)(?:\/|$)/

export const packageResolved: FileFormat = {
  name: 'Package.resolved',
  role: { kind: 'lockfile', locks: [packageSwift], chain: { command: () => 'swift package show-dependencies' } },
  specification: 'https://docs.swift.org/package-manager/',
  versions: '1, 2, 3',
  comments: 'none',
  names: { exact: ['Package.resolved'] },
  read,
  folder,
  // Which local packages belong to a project of Xcode is in its project.pbxproj, which is not read.
  settlesBelow: path => XCODE.test(folderName(path)),
  renew: () => ['swift package resolve'],
  upgrade: lockUpgrade
}

/** Xcode writes the file inside its project, which is a folder beside the sources. */
function folder(path: string): string {
  const own = folderName(path)
  const project = XCODE.exec(own)
  return project ? own.slice(0, project.index) : own
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const version = textOrScalar(root, 'version')
  if (version && !VERSIONS.has(version.text))
    throw unknownVersion('Package.resolved version', version.text, '1 to 3', version.at)
  const pins = child(root, 'pins') ?? child(root, 'object', 'pins')
  if (!fault && !version) throw new SyntaxFault('expected "version"', root.at)
  if (!fault && pins?.kind !== 'list')
    yield { gap: 'expected a list of pins', text: words(root), at: (pins ?? root).at }
  for (const pin of pins?.kind === 'list' ? pins.items : []) {
    const found = entry(text, pin)
    // If the file breaks off, its last pin is incomplete: the fault reports that.
    if (!('gap' in found && fault)) yield found
  }
  if (fault) throw fault
}

function entry(text: string, pin: TreeNode): Entry {
  // A package from a registry has an identity instead of a location.
  const location = filled(textOf(pin, 'location')) ?? filled(textOf(pin, 'repositoryURL'))
  const name = location ?? filled(textOf(pin, 'identity'))
  const state = child(pin, 'state')
  const version = textOf(state, 'version')
  if (name && version) {
    return entryAt(text, { name: name.value, requirement: { kind: 'version', text: version.value }, at: version.at })
  }
  const branch = textOf(state, 'branch')
  const revision = textOf(state, 'revision')
  const changed = revision ?? branch
  if (!name || !changed) {
    return { gap: 'expected a pin with a location and a version or revision', text: words(pin), at: pin.at }
  }
  const requirement = sourceRequirement(changed.value, {
    url: location?.value,
    revision: revision?.value,
    branch: branch?.value
  })
  return entryAt(text, { name: name.value, requirement, at: changed.at })
}

function filled(node: TextNode | undefined): TextNode | undefined {
  return node?.value === '' ? undefined : node
}
