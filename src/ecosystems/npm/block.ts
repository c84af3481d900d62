/**
 * The shape that both formats of `yarn.lock` share: blocks of a key at the margin, fields indented by two blanks, and
 * deeper lines below a field.
 */

import type { SyntaxFault } from '../../syntax/fault.ts'
import { parseJson } from '../../syntax/json.ts'
import { conflictIn, type Line, lines, type Placed } from '../../syntax/lines.ts'
import type { GapEntry, Graph, GraphPackage, PackageKey } from '../file-format.ts'

/** A key with its fields; each stands inside its quotes. Fields that only open a deeper list have an empty text. */
export interface Block {
  /** The line of the key, without its colon. */
  readonly key: Placed
  readonly fields: ReadonlyMap<string, Placed>
  /** The lines below the fields `dependencies` and `optionalDependencies`, each name with its value. */
  readonly dependencies: readonly (readonly [name: string, value: string])[]
}

/** A line at the margin that begins no block. */
export interface StrayLine {
  readonly stray: Line
}

const FIELD = /^ {2}(?<name>"[^"]*"|[^\s":]+):?(?: +(?<value>\S.*))?$/
const SECTIONS: ReadonlySet<string> = new Set(['dependencies', 'optionalDependencies'])
const DEPENDENCY = /^ {4}(?<name>"[^"]*"|[^\s":]+):? +(?<value>\S.*)$/

/** Reads the blocks of a text. A merge conflict ends in a fault, after the blocks of both sides. */
export function* blocks(text: string): Generator<Block | StrayLine> {
  let fault: SyntaxFault | undefined
  let key: Placed | undefined
  let fields = new Map<string, Placed>()
  let dependencies: [string, string][] = []
  let section = ''

  for (const line of lines(text)) {
    // yarn writes a key of more than 1,024 characters as `? key`, and its colon on a line of its own.
    if (line.text === '' || line.text.startsWith('#') || line.text === ':') continue
    if (line.text.startsWith(' ')) {
      if (!key) continue
      if (line.text.startsWith('    ')) {
        const { name = '', value = '' } = (SECTIONS.has(section) ? DEPENDENCY.exec(line.text)?.groups : undefined) ?? {}
        if (name !== '') dependencies.push([unquote(name), unquote(value)])
        continue
      }
      const { name, value = '' } = FIELD.exec(line.text)?.groups ?? {}
      if (name === undefined) continue
      section = unquote(name)
      const start = line.at + line.text.length - value.length
      fields.set(section, { text: unquote(value), at: value.startsWith('"') ? start + 1 : start })
      continue
    }
    if (key) yield { key, fields, dependencies }
    key = undefined
    fields = new Map()
    dependencies = []
    section = ''
    const conflict = conflictIn(line)
    if (conflict) fault ??= conflict
    else if (line.text.startsWith('? ')) key = { text: line.text.slice(2).trimEnd(), at: line.at + 2 }
    else if (line.text.trimEnd().endsWith(':')) key = { text: line.text.trimEnd().slice(0, -1), at: line.at }
    else yield { stray: line }
  }
  if (key) yield { key, fields, dependencies }
  if (fault) throw fault
}

/** The gap for a line at the margin that begins no block. */
export function strayGap({ stray }: StrayLine): GapEntry {
  return { gap: 'no key of yarn.lock stands on this line', text: stray.text, at: stray.at }
}

/** A text without its double quotes. */
export function unquote(text: string): string {
  const trimmed = text.trimEnd()
  if (!trimmed.startsWith('"')) return trimmed
  if (!trimmed.includes('\\')) return trimmed.slice(1, trimmed.endsWith('"') ? -1 : undefined)
  const { root } = parseJson(trimmed)
  return root.kind === 'text' ? root.value : trimmed
}

/** A package of `yarn.lock` and the descriptors, such as `ws@^7.2.3`, that lead to it. */
export interface Described extends GraphPackage {
  readonly descriptors: readonly string[]
  readonly dependencies: Block['dependencies']
}

/**
 * The graph of a `yarn.lock`. `descriptorOf` makes a descriptor of a name and what is asked of it. One that leads nowhere
 * was redirected by `resolutions` in package.json: the package of that name stands for it, if there is only one.
 */
export function graphOf(
  described: readonly Described[],
  asked: Block['dependencies'] | undefined,
  descriptorOf: (name: string, value: string) => string
): Graph {
  const byDescriptor = new Map<string, PackageKey>()
  const byName = new Map<string, PackageKey | undefined>()
  for (const [key, { name, descriptors }] of described.entries()) {
    byName.set(name, byName.has(name) ? undefined : key)
    for (const descriptor of descriptors) byDescriptor.set(descriptor, key)
  }
  return {
    packages: new Map(described.entries()),
    ...(asked ? { roots: keysOf(asked) } : {}),
    needsOf: key => keysOf(described[Number(key)]?.dependencies ?? [])
  }

  function* keysOf(dependencies: Block['dependencies']): Generator<PackageKey> {
    for (const [name, value] of dependencies) {
      const key = byDescriptor.get(descriptorOf(name, value)) ?? byName.get(name)
      if (key !== undefined) yield key
    }
  }
}
