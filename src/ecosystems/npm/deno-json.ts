/**
 * `deno.json` and import maps: the names under which a Deno project imports packages of the npm registry.
 * Specification: https://docs.deno.com/runtime/fundamentals/configuration/#dependencies, https://html.spec.whatwg.org/multipage/webappapis.html#import-maps.
 * Leaves out on purpose: what comes from JSR and from addresses, and `npm:` specifiers in source code.
 */

import { parseJson } from '../../syntax/json.ts'
import { child, type Member, type TreeNode, textOf } from '../../syntax/tree.ts'
import { baseName, type Entry, type FileFormat } from '../ecosystem.ts'
import { gapFor } from '../gap.ts'
import { effectiveMembers } from './element.ts'
import { readSpecifier } from './specifier.ts'
import { denoManifestUpgrade } from './upgrade.ts'

// `npm:name@range/path`, with a slash before the name where the key stands for everything below it.
const SPECIFIER = /^npm:(?<slash>\/?)(?<name>@[^/@]+\/[^/@]+|[^/@]+)(?:@(?<range>[^/]*))?(?:\/.*)?$/
const TRAILING_SLASH = /\/$/
const CONFIGURATION = /^deno\.jsonc?$/
const IMPORT_MAP = /^(?:import[-_]?map|importMap)\.jsonc?$/

export const denoJson: FileFormat = {
  name: 'deno.json',
  origin: 'manifest',
  specification: 'https://docs.deno.com/runtime/fundamentals/configuration/#dependencies',
  claims: path => CONFIGURATION.test(baseName(path)),
  read,
  mayInclude: /"importMap"/,
  upgrade: denoManifestUpgrade
}

export const importMap: FileFormat = {
  name: 'import_map.json',
  origin: 'manifest',
  specification: 'https://html.spec.whatwg.org/multipage/webappapis.html#import-maps',
  claims: path => IMPORT_MAP.test(baseName(path)),
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
    if (value.kind !== 'text') yield gapFor(member, 'expected an address')
    else if (value.value.startsWith('npm:')) {
      const { slash = '', name, range } = SPECIFIER.exec(value.value)?.groups ?? {}
      if (name === undefined) {
        yield gapFor(member, 'expected "npm:name@version"')
        return
      }
      const alias = key.replace(TRAILING_SLASH, '')
      const nameAt = value.at + 'npm:'.length + slash.length
      const { requirement, offset } = readSpecifier(name, range ?? '')
      yield {
        name,
        ...(alias === name ? {} : { alias }),
        requirement,
        at: offset === undefined ? nameAt : nameAt + name.length + 1 + offset,
        direct: true
      }
    }
  }
}
