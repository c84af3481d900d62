/** One package of `Pipfile` or `Pipfile.lock`: a version, or a table with a version or a source. */

import { child, type Member, type TextNode, textOf } from '../../syntax/tree.ts'
import type { GapEntry, PackageEntry, PlacedRequirement } from '../file-format.ts'
import { entryAt, gapFor } from '../gap.ts'
import { sourceAt } from './source.ts'

/** `11.0.0` and `==11.0.0` are one version each. */
const EXACT = /^(?:={2,3}\s*(?<pinned>[^\s,*=]+)|(?<bare>v?\d[^\s,*]*))$/
const VERSION_CONTROL = ['git', 'hg', 'svn', 'bzr'] as const
/** The folder of the project, as the value of `path`. */
const ITSELF = /^\.\/?$/

/** The command for both files. */
export function pipenvInstall(name: string, version: string): string {
  return `pipenv install '${name}>=${version}'  # for dev-packages, add --dev`
}

/** The entry of one package; undefined for the project itself. */
export function packageEntry(member: Member, text: string): PackageEntry | GapEntry | undefined {
  const { key, keyAt, value } = member
  const version = value.kind === 'text' ? value : child(value, 'version')
  if ((value.kind !== 'map' && value.kind !== 'text') || (version && version.kind !== 'text')) {
    return gapFor(member, 'expected a version or a table with a version')
  }
  const path = textOf(value, 'path')
  if (path && ITSELF.test(path.value)) return undefined
  const repository = VERSION_CONTROL.map(tool => textOf(value, tool)).find(node => node !== undefined)
  const revision = repository && textOf(value, 'ref')
  const file = textOf(value, 'file')
  const source = sourceAt([revision, repository, path, file], {
    url: repository?.value ?? file?.value,
    revision: revision?.value
  })
  const found = source ?? (version && version.value.trim() !== '' ? versionIn(version) : undefined)
  return entryAt(text, { name: key, ...(found ?? { requirement: { kind: 'none' }, at: keyAt }) })
}

function versionIn({ value, at }: TextNode): PlacedRequirement {
  const written = value.trim()
  const start = at + value.indexOf(written)
  const { pinned, bare } = EXACT.exec(written)?.groups ?? {}
  const version = pinned ?? bare
  if (version === undefined) return { requirement: { kind: 'range', text: written }, at: start }
  return { requirement: { kind: 'version', text: version }, at: start + written.length - version.length }
}
