/**
 * `yarn.lock` of yarn 1: neither YAML nor TOML, a line format of its own.
 * Specification: https://classic.yarnpkg.com/en/docs/yarn-lock, and in code https://github.com/yarnpkg/yarn/tree/v1.22.22/src/lockfile.
 */

import { unknownVersion } from '../../syntax/fault.ts'
import type { Entry, Graph } from '../file-format.ts'
import { type Block, blocks, graphOf, strayGap, unquote } from './block.ts'
import { readSource, readSpecifier, splitPackage } from './specifier.ts'

const HEADER = /^# yarn lockfile v(?<version>\d{1,9})\b/m
/** The keys of a block: quoted where they hold a blank, a colon or the like, else up to the next comma. */
const DESCRIPTOR = /"[^"\\]*(?:\\.[^"\\]*)*"|[^",\s][^,]*/g

/** Reads the packages; yarn 1 does not say which of them the project itself asks for. */
export function* readClassic(text: string): Generator<Entry> {
  const header = HEADER.exec(text)
  const version = header?.groups?.['version']
  if (header && version !== '1') {
    const at = header.index + header[0].length - (version?.length ?? 0)
    throw unknownVersion('yarn lockfile version', version, '1 is', at)
  }
  for (const block of blocks(text)) {
    yield 'stray' in block ? strayGap(block) : entryOf(block)
  }
}

/** Which package needs which; what the project itself asks for is not in the file. */
export function graphOfClassic(text: string): Graph {
  const described = Array.from(blocks(text)).flatMap(block => {
    const entry = 'stray' in block ? undefined : entryOf(block)
    if ('stray' in block || !entry || !('name' in entry)) return []
    const { key, fields, dependencies } = block
    const version = fields.get('version')?.text ?? ''
    return [{ name: entry.name, version, descriptors: (key.text.match(DESCRIPTOR) ?? []).map(unquote), dependencies }]
  })
  return graphOf(described, undefined, (name, value) => `${name}@${value}`)
}

function entryOf({ key, fields }: Block): Entry {
  const specifiers = (key.text.match(DESCRIPTOR) ?? []).flatMap(descriptor => {
    const { name, rest } = splitPackage(unquote(descriptor)) ?? {}
    return name === undefined ? [] : [{ key: name, ...readSpecifier(name, rest ?? '') }]
  })
  // Several descriptors share a block when they lead to the same package: one that is no alias speaks for all.
  const first = specifiers.find(({ alias }) => alias === undefined) ?? specifiers[0]
  const version = fields.get('version')
  if (!first || !version) return { gap: 'expected a package with its version', text: key.text, at: key.at }
  // yarn writes the name where the descriptor does not have it.
  const name = fields.get('name')?.text ?? first.name
  const alias = name === first.key ? undefined : first.key
  const base = { name, ...(alias === undefined ? {} : { alias }) }
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
