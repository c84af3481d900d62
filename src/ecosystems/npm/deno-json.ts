/**
 * `deno.json` and import maps: the names under which a Deno project imports packages of the npm registry, of JSR and of
 * deno.land/x. The last two are told apart from npm's by their names, `jsr:@scope/name` and `deno.land/x/name`.
 * Specification: https://docs.deno.com/runtime/fundamentals/configuration/#dependencies, https://html.spec.whatwg.org/multipage/webappapis.html#import-maps.
 * Leaves out on purpose: other addresses, and specifiers in source code.
 */

import { parseJson } from '../../syntax/json.ts'
import { child, type Member, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { denoModule, type Imported } from './deno-module.ts'
import { effectiveMembers } from './element.ts'
import { readSpecifier } from './specifier.ts'
import { denoManifestUpgrade } from './upgrade.ts'

// `npm:name@range/path`, with a slash before the name where the key stands for everything below it.
const SPECIFIER = /^(?<registry>npm|jsr):(?<slash>\/?)(?<name>@[^/@]+\/[^/@]+|[^/@]+)(?:@(?<range>[^/]*))?(?:\/.*)?$/
const REGISTRY = /^(?:npm|jsr):/
const TRAILING_SLASH = /\/$/
const IMPORT_MAP = /(?:^|\/)(?:import[-_]?map|importMap)\.jsonc?$/

export const denoJson: FileFormat = {
  name: 'deno.json',
  role: { kind: 'manifest' },
  specification: 'https://docs.deno.com/runtime/fundamentals/configuration/#dependencies',
  names: { exact: ['deno.json', 'deno.jsonc'] },
  read,
  prescreen: { always: /"importMap"/ },
  upgrade: denoManifestUpgrade
}

export const importMap: FileFormat = {
  name: 'import_map.json',
  role: { kind: 'manifest' },
  specification: 'https://html.spec.whatwg.org/multipage/webappapis.html#import-maps',
  names: { pattern: IMPORT_MAP },
  read,
  upgrade: denoManifestUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield { gap: 'expected an object', text, at: root.at }
  yield* imports(child(root, 'imports'))
  for (const { value } of effectiveMembers(child(root, 'scopes'))) yield* imports(value)
  const elsewhere = textOf(root, 'importMap')
  if (elsewhere) yield { include: elsewhere.value, at: elsewhere.at }
  if (fault) throw fault

  function* imports(node: TreeNode | undefined): Generator<Entry> {
    for (const member of effectiveMembers(node)) yield* imported(member)
  }

  function* imported(member: Member): Generator<Entry> {
    const { key, value } = member
    // A name that leads nowhere is forbidden: `null`.
    if (value.kind === 'scalar') return
    if (value.kind !== 'text') {
      yield gapFor(member, 'expected an address')
      return
    }
    const address = value.value
    const found = REGISTRY.test(address) ? registryPackage(address) : denoModule(address)
    if (!found) {
      if (REGISTRY.test(address)) yield gapFor(member, `expected "${address.slice(0, 4)}name@version"`)
      return
    }
    const { name, nameAt, range, rangeAt } = found
    const alias = key.replace(TRAILING_SLASH, '')
    const { requirement, offset } = readSpecifier(name, range)
    yield {
      name,
      ...(alias === name.replace(REGISTRY, '') ? {} : { alias }),
      requirement,
      at: value.at + (offset === undefined ? nameAt : rangeAt + offset),
      direct: true
    }
  }
}

function registryPackage(specifier: string): Imported | undefined {
  const { registry = '', slash = '', name = '', range = '' } = SPECIFIER.exec(specifier)?.groups ?? {}
  if (name === '') return undefined
  const start = registry.length + 1 + slash.length
  const rangeAt = start + name.length + 1
  if (registry === 'npm') return { name, nameAt: start, range, rangeAt }
  // The slash stands within the name as it is told, so that without a version there is nothing to point at.
  return slash !== '' && range === '' ? undefined : { name: `jsr:${name}`, nameAt: 0, range, rangeAt }
}
