/**
 * `Pipfile.lock`: what Pipenv resolved for the `Pipfile` beside it, per category of packages.
 * Specification: https://pipenv.pypa.io/en/latest/pipfile.html and https://github.com/pypa/pipfile. Leaves out on
 * purpose: the project itself (`"path": "."`), and what is direct, which the file does not say.
 */

import { unknownVersion } from '../../syntax/fault.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, type Member, members, type TextNode, textOf } from '../../syntax/tree.ts'
import { baseName, type Entry, type FileFormat, type PlacedRequirement } from '../ecosystem.ts'
import { gapFor } from '../gap.ts'
import { entryAt, sourceAt } from './entry.ts'

/** `pipfile-spec` counts the rewrites of the format; since 2017 it is 6. */
const KNOWN_SPEC = /^[1-6]$/
const EXACT = /^={2,3}\s*(?<version>[^\s,*]+)$/
const VERSION_CONTROL = ['git', 'hg', 'svn', 'bzr'] as const
/** The folder of the project, as `"path"` may spell it. */
const ITSELF = /^\.\/?$/

export const pipfileLock: FileFormat = {
  name: 'Pipfile.lock',
  origin: 'lockfile',
  specification: 'https://pipenv.pypa.io/en/latest/pipfile.html',
  formatVersions: 'pipfile-spec 1–6',
  claims: path => baseName(path) === 'Pipfile.lock',
  read,
  answers: ['Pipfile'],
  upgrade: (name, version, { direct }) => [
    direct === false
      ? `pipenv upgrade '${name}>=${version}'`
      : `pipenv install '${name}>=${version}'  # in dev-packages add --dev`
  ]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const spec = child(root, '_meta', 'pipfile-spec')
  if (spec && !(spec.kind === 'scalar' && KNOWN_SPEC.test(spec.text))) {
    throw unknownVersion('pipfile-spec', spec.kind === 'scalar' ? spec.text : undefined, '1 to 6 are', spec.at)
  }
  for (const { key, keyAt, value } of members(root)) {
    // Beside "default" and "develop" a project may have categories of its own.
    if (key === '_meta') continue
    if (value.kind !== 'map') yield gapFor({ key, keyAt, value }, 'expected an object of packages')
    for (const member of members(value)) {
      for (const found of entries(member, text)) {
        // Where the file breaks off, its last package lacks something: the fault says so.
        if (!(fault && ('gap' in found || ('name' in found && found.requirement.kind === 'none')))) yield found
      }
    }
  }
  if (fault) throw fault
}

function* entries({ key, keyAt, value }: Member, text: string): Generator<Entry> {
  const version = value.kind === 'text' ? value : child(value, 'version')
  if ((value.kind !== 'map' && value.kind !== 'text') || (version && version.kind !== 'text')) {
    yield gapFor({ key, keyAt, value }, 'expected an object with a version')
    return
  }
  const path = textOf(value, 'path')
  if (path && ITSELF.test(path.value)) return
  const repository = VERSION_CONTROL.map(tool => textOf(value, tool)).find(node => node !== undefined)
  const revision = repository && textOf(value, 'ref')
  const file = textOf(value, 'file')
  const source = sourceAt([revision, repository, path, file], {
    url: repository?.value ?? file?.value,
    revision: revision?.value
  })
  const found = source ?? (version && version.value !== '' ? versionIn(version) : undefined)
  yield entryAt(text, { name: key, ...(found ?? { requirement: { kind: 'none' }, at: keyAt }) })
}

function versionIn({ value, at }: TextNode): PlacedRequirement {
  const version = EXACT.exec(value)?.groups?.['version']
  if (version === undefined) return { requirement: { kind: 'range', text: value }, at }
  return { requirement: { kind: 'version', text: version }, at: at + value.length - version.length }
}
