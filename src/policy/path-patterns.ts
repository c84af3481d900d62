/** Patterns of paths, as a configuration writes them: those of `.gitignore` without `!`, https://git-scm.com/docs/gitignore. */

/**
 * The runs of `*` in one pattern. Patterns become regular expressions, which take a time that grows with the power of
 * this number.
 */
const MOST_STARS = 3
const LONGEST_PATTERN = 200
const STARS = /\*+/g

/** What is wrong with a pattern, and what to do; undefined where nothing is. */
export function faultOf(pattern: string): string | undefined {
  if (pattern.trim() === '' || pattern !== pattern.trim())
    return 'blanks stand around it, or nothing else: write a path'
  if (pattern.startsWith('!')) return 'the sign ! takes nothing back here: list what is meant'
  if (pattern.startsWith('#')) return 'a pattern that begins with # means nothing: write [#] for the sign'
  if (pattern.includes('\\')) return 'a backslash parts no folders here: write /'
  if (/[{}]/.test(pattern)) return 'braces mean nothing here: write one pattern for each'
  if (pattern.split('/').some(part => part === '.' || part === '..'))
    return 'paths begin in the scanned folder: leave . and .. out'
  if (/\[[^\]]*$/.test(pattern)) return 'the bracket is never closed'
  if (pattern.length > LONGEST_PATTERN) return `it is longer than ${LONGEST_PATTERN} characters`
  if ((pattern.match(STARS)?.length ?? 0) > MOST_STARS) return `more than ${MOST_STARS} runs of * are not tried`
  return undefined
}

/** Makes the test for paths that any of the patterns names: the file itself, or a folder that it lies in. */
export async function pathMatcher(patterns: readonly string[]): Promise<(path: string) => boolean> {
  // On demand: most runs have no patterns.
  const { default: ignore } = await import('ignore')
  const rules = ignore({ ignorecase: false }).add([...patterns])
  return path => ignore.isPathValid(path) && rules.ignores(path)
}
