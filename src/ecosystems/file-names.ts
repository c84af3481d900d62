/** Finds the formats that read a path: by base name and extension; only patterns are tried one by one. */

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

/** Returns a function that returns all items whose names match a path, in the order of `items`. */
export function fileNameIndex<Item extends Named>(items: readonly Item[]): (path: string) => readonly Item[] {
  const byBase = new Map<string, number[]>()
  const byExtension = new Map<string, number[]>()
  const patterns: number[] = []
  for (const [index, { names }] of items.entries()) {
    for (const name of names.exact ?? []) add(byBase, baseName(name), index)
    for (const ending of names.endings ?? []) add(byExtension, extensionOf(ending), index)
    if (names.pattern) patterns.push(index)
  }
  return path => {
    const base = baseName(path)
    const named = [...(byBase.get(base) ?? []), ...(byExtension.get(extensionOf(base)) ?? [])]
    const candidates = new Set([...named, ...patterns])
    const found = Array.from(candidates).sort((a, b) => a - b)
    return found.flatMap(index => {
      const item = items[index]
      return item && matches(item.names, path) ? [item] : []
    })
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
