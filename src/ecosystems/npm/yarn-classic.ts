/**
 * `yarn.lock` of yarn 1, in a line format of its own.
 * Specification: https://classic.yarnpkg.com/en/docs/yarn-lock, and in code
 * https://github.com/yarnpkg/yarn/tree/v1.22.22/src/lockfile.
 */

import { defined } from '../../collections.ts'
import { unknownVersion } from '../../syntax/fault.ts'
import type { Entry, Graph } from '../file-format.ts'
import { folderIn, meantIn, readSource, readSpecifier, splitPackage } from './specifier.ts'
import { type Block, blocks, strayGap, unquote } from './yarn-blocks.ts'
import { yarnGraph } from './yarn-graph.ts'

const HEADER = /^# yarn lockfile v(?<version>\d{1,9})\b/m
/**
 * One descriptor in the key of a block: in quotes if it contains a blank, a colon or the like, else up to the next
 * comma.
 */
const DESCRIPTOR = /"[^"\\]*(?:\\.[^"\\]*)*"|[^",\s][^,]*/g
/** The path before a name, which conversions from a `package-lock.json` leave in a descriptor. */
const FOLDERS = /^(?:@?[^@/\s]+\/)*node_modules\//

/** Descriptors of packages from folders and archives on disk. */
const FILE = 'file:'

/** Reads the packages. Their entries have no `direct`: yarn 1 does not write the project's own requirements. */
export function* readClassic(text: string): Generator<Entry> {
  const header = HEADER.exec(text)
  const version = header?.groups?.['version']
  if (header && version !== '1') {
    const at = header.index + header[0].length - (version?.length ?? 0)
    throw unknownVersion('yarn lockfile version', version, '1', at)
  }
  for (const block of blocks(text)) {
    if ('stray' in block) yield strayGap(block)
    else {
      yield entryOf(block)
      yield* membersOf(block)
    }
  }
}

/** The folders that a package comes from, by its descriptors. */
function* membersOf({ key }: Block): Generator<Entry> {
  if (!key.text.includes(FILE)) return
  for (const descriptor of key.text.match(DESCRIPTOR) ?? []) {
    const folder = folderIn(splitPackage(unquote(descriptor))?.rest ?? '')
    if (folder !== undefined) yield { member: folder, apart: true, at: key.at }
  }
}

/** Which package requires which. The file does not contain the project's own requirements. */
export function graphOfClassic(text: string): Graph {
  const described = Array.from(blocks(text)).flatMap(block => {
    const entry = 'stray' in block ? undefined : entryOf(block)
    if ('stray' in block || !entry || !('name' in entry)) return []
    const { key, fields, dependencies } = block
    const version = fields.get('version')?.text ?? ''
    return [{ name: entry.name, version, descriptors: (key.text.match(DESCRIPTOR) ?? []).map(unquote), dependencies }]
  })
  return yarnGraph(described, undefined, (name, value) => `${name}@${value}`)
}

function entryOf({ key, fields }: Block): Entry {
  const specifiers = (key.text.match(DESCRIPTOR) ?? []).flatMap(descriptor => {
    const { name, rest } = splitPackage(unquote(descriptor).replace(FOLDERS, '')) ?? {}
    return name === undefined ? [] : [{ key: name, ...readSpecifier(name, rest ?? '') }]
  })
  // All descriptors of a block lead to the same package: one that is not an alias has its name.
  const first = specifiers.find(({ alias }) => alias === undefined) ?? specifiers[0]
  const version = fields.get('version')
  if (!first || !version) return { gap: 'expected a package with a version', text: key.text, at: key.at }
  // yarn writes the name if the descriptor does not contain it.
  const name = fields.get('name')?.text ?? first.name
  const settlesFor = specifiers.map(specifier => ({ asked: meantIn(specifier) }))
  const base = { name, ...defined({ alias: name === first.key ? undefined : first.key }), settlesFor }
  if (first.requirement.kind !== 'source') {
    return { ...base, requirement: { kind: 'version', text: version.text }, at: version.at }
  }

  const resolved = fields.get('resolved')
  const source = resolved && readSource(resolved.text)
  if (source) return { ...base, requirement: source.requirement, at: resolved.at + source.offset }
  return {
    ...base,
    requirement: { kind: 'source', text: first.requirement.text },
    at: key.at + Math.max(0, key.text.indexOf(first.requirement.text))
  }
}
