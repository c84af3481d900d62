/** Finds the formats that read a path, by base name and extension. Only patterns without extensions are tried on every path. */

import { baseName } from '../paths.ts'

/**
 * Which files a format reads. All of it is data, so that the formats of a path are found by its base name and its
 * extension.
 */
export interface FileNames {
  /** Base names, such as `go.mod`; or the last parts of a path with `/` between them, such as `vendor/modules.txt`. */
  readonly exact?: readonly string[]
  /** Ends of base names, such as `.gemspec`. */
  readonly endings?: readonly string[]
  /** Tested on the whole path, for names that are neither exact nor an ending. Linear in the path. */
  readonly pattern?: RegExp
  /** The extensions of the paths that `pattern` matches, such as `.yaml`, in any letter case; `''` for names without a dot. Absent: it is tried on every path. */
  readonly extensions?: readonly string[]
  /** Paths of another format, although they match. */
  readonly except?: RegExp
}

/** Anything with file names: a format, a kind of document. */
export interface Named {
  readonly names: FileNames
}

/** Whether a path has one of these names. */
export function matches({ exact = [], endings = [], pattern, except }: FileNames, path: string): boolean {
  if (except?.test(path)) return false
  const base = baseName(path)
  return (
    exact.some(name => base === name || (name.includes('/') && `/${path}`.endsWith(`/${name}`))) ||
    endings.some(ending => base.endsWith(ending)) ||
    pattern?.test(path) === true
  )
}

const NONE: readonly never[] = []

/** Returns a function that returns all items whose names match a path, in the order of `items`. */
export function fileNameIndex<Item extends Named>(items: readonly Item[]): (path: string) => readonly Item[] {
  const byBase = new Map<string, number[]>()
  const byExtension = new Map<string, number[]>()
  const patternsByExtension = new Map<string, number[]>()
  const patterns: number[] = []
  for (const [index, { names }] of items.entries()) {
    for (const name of names.exact ?? []) add(byBase, baseName(name), index)
    for (const ending of names.endings ?? []) add(byExtension, extensionOf(ending), index)
    for (const extension of names.extensions ?? []) add(patternsByExtension, extension, index)
    if (names.pattern && !names.extensions) patterns.push(index)
  }
  return path => {
    const base = baseName(path)
    const extension = extensionOf(base)
    const candidates = [
      ...(byBase.get(base) ?? []),
      ...(byExtension.get(extension) ?? []),
      ...(patternsByExtension.get(extension.toLowerCase()) ?? []),
      ...((extension === base && !base.includes('.') && patternsByExtension.get('')) || []),
      ...patterns
    ]
    const found = candidates.filter(index => items[index] && matches(items[index].names, path))
    if (found.length === 0) return NONE
    return [...new Set(found)].sort((a, b) => a - b).flatMap(index => items[index] ?? [])
  }
}

function add(index: Map<string, number[]>, key: string, item: number): void {
  const items = index.get(key)
  if (items) items.push(item)
  else index.set(key, [item])
}

/** From the last dot on; the whole name if it has no dot. */
function extensionOf(name: string): string {
  return name.slice(Math.max(0, name.lastIndexOf('.')))
}
