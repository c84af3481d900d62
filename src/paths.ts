/** Paths as workspaces write them: relative, with `/` between their parts. Text alone; no disk is asked. */

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Everything before the last `/` of a path; `''` for a file in the root. */
export function folderName(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Whether a folder is `above` or lies below it. */
export function isWithin(folder: string, above: string): boolean {
  return above === '' || folder === above || folder.startsWith(`${above}/`)
}

/** How many folders lead to a folder; 0 for the root. */
export function depth(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length
}

/** How many folders two paths have in common, from the root on. */
export function sharedDepth(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')]
  const end = left.findIndex((name, index) => name !== right[index])
  return end < 0 ? left.length : end
}

/** A folder and those that it lies in, the root at last. */
export function foldersAbove(folder: string): readonly string[] {
  const above = [folder]
  for (let at = folder; at !== ''; ) {
    at = folderName(at)
    above.push(at)
  }
  return above
}
