/**
 * `deno.json` and import maps: the names under which a Deno project imports packages of the npm registry, of JSR and of
 * deno.land/x. Packages of the last two have names that npm does not allow, `jsr:@scope/name` and `deno.land/x/name`.
 * Specification: https://docs.deno.com/runtime/fundamentals/configuration/#dependencies,
 * https://html.spec.whatwg.org/multipage/webappapis.html#import-maps.
 * Deliberately ignored: other addresses, and specifiers in source code.
 */

import { defined } from '../../collections.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, type Member, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { denoModule, type Imported } from './deno-module.ts'
import { effectiveMembers } from './json-members.ts'
import { readSpecifier } from './specifier.ts'
import { denoManifestUpgrade } from './upgrade.ts'

// `npm:name@range/path`, with a slash before the name if the key is a prefix.
const SPECIFIER = /^(?<registry>npm|jsr):(?<slash>\/?)(?<name>@[^/@]+\/[^/@]+|[^/@]+)(?:@(?<range>[^/]*))?(?:\/.*)?$/
const REGISTRY = /^(?:npm|jsr):/
const TRAILING_SLASH = /\/$/
const IMPORT_MAP = /(?:^|\/)(?:import[-_]?map|importMap)\.jsonc?$/

export const denoJson: FileFormat = {
  name: 'deno.json',
  role: { kind: 'manifest' },
  scopeOf: () => 'runtime',
  specification: 'https://docs.deno.com/runtime/fundamentals/configuration/#dependencies',
  comments: 'slashes',
  names: { exact: ['deno.json', 'deno.jsonc'] },
  read,
  prescreen: { always: /importMap|\\u/ },
  upgrade: denoManifestUpgrade
}

export const importMap: FileFormat = {
  name: 'import_map.json',
  role: { kind: 'manifest' },
  scopeOf: () => 'runtime',
  specification: 'https://html.spec.whatwg.org/multipage/webappapis.html#import-maps',
  comments: 'slashes',
  names: { extensions: ['.json', '.jsonc'], pattern: IMPORT_MAP },
  read,
  upgrade: denoManifestUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield { gap: 'expected an object', text, at: root.at }
  const scopes = Array.from(effectiveMembers(child(root, 'scopes')), ({ value }) => value)
  for (const imports of [child(root, 'imports'), ...scopes]) {
    for (const member of effectiveMembers(imports)) yield* imported(member)
  }
  const elsewhere = textOf(root, 'importMap')
  if (elsewhere) yield { include: elsewhere.value, at: elsewhere.at }
  if (fault) throw fault
}

/** One import; nothing for an address outside of the registries. */
function* imported(member: Member): Generator<Entry> {
  const { key, value } = member
  // `null` forbids the import.
  if (value.kind === 'scalar') return
  if (value.kind !== 'text') {
    yield gapFor(member, 'expected a module specifier')
    return
  }
  const address = value.value
  const isOfRegistry = REGISTRY.test(address)
  const found = isOfRegistry ? registryPackage(address) : denoModule(address)
  if (!found) {
    if (isOfRegistry) yield gapFor(member, `expected "${address.slice(0, 4)}name@version"`)
    return
  }
  const { name, nameAt, range, rangeAt } = found
  const { requirement, offset } = readSpecifier(name, range)
  const at = value.at + (offset === undefined ? nameAt : rangeAt + offset)
  const written = key.replace(TRAILING_SLASH, '')
  const alias = written === name.replace(REGISTRY, '') ? undefined : written
  yield { name, requirement, at, direct: true, ...defined({ alias }) }
}

function registryPackage(specifier: string): Imported | undefined {
  const { registry = '', slash = '', name = '', range = '' } = SPECIFIER.exec(specifier)?.groups ?? {}
  if (name === '') return undefined
  const start = registry.length + 1 + slash.length
  const rangeAt = start + name.length + 1
  if (registry === 'npm') return { name, nameAt: start, range, rangeAt }
  // The slash comes between `jsr:` and the name, so that without a version no text of the file is the reported name.
  return slash !== '' && range === '' ? undefined : { name: `jsr:${name}`, nameAt: 0, range, rangeAt }
}
