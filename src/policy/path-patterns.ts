/** The path patterns of a configuration: those of `.gitignore` without `!`, https://git-scm.com/docs/gitignore. */

/**
 * Maximum runs of `*` in one pattern. A pattern becomes a regular
 * expression that takes time to the power of this number.
 */
const MOST_STARS = 3
const LONGEST_PATTERN = 200
const STARS = /\*+/g

/** The fault of a pattern and its remedy; undefined if the pattern is valid. */
export function faultOf(pattern: string): string | undefined {
  if (pattern.trim() === '' || pattern !== pattern.trim()) return 'it is empty, or has spaces at its ends. Write a path'
  if (pattern.startsWith('!')) return 'negation (!) is not supported. List the paths to match'
  if (pattern.startsWith('#')) return 'it begins with #, which marks a comment. Write [#] for the character'
  if (pattern.includes('\\')) return 'a backslash is not a separator. Write /'
  if (/[{}]/.test(pattern)) return 'braces are not supported. Write one pattern for each alternative'
  if (pattern.split('/').some(part => part === '.' || part === '..'))
    return '. and .. are not supported, because paths are relative to the scanned folder. Remove them'
  if (/\[[^\]]*$/.test(pattern)) return 'a bracket is not closed. Add ]'
  if (pattern.length > LONGEST_PATTERN) return `it is longer than ${LONGEST_PATTERN} characters. Write a shorter one`
  if ((pattern.match(STARS)?.length ?? 0) > MOST_STARS)
    return `it has more than ${MOST_STARS} runs of *. Write a simpler one`
  return undefined
}

/** Makes the test whether a pattern matches a path, or a folder that contains it. */
export async function pathMatcher(patterns: readonly string[]): Promise<(path: string) => boolean> {
  // On demand: most runs have no patterns.
  const { default: ignore } = await import('ignore')
  const rules = ignore({ ignorecase: false }).add([...patterns])
  return path => ignore.isPathValid(path) && rules.ignores(path)
}
