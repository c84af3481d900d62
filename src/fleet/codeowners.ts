/**
 * The team of a repository, by its CODEOWNERS: who owns all of it.
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 * Deliberately ignored: owners of parts.
 */

/** Where GitHub looks for the file, in this order. */
export const CODEOWNERS_FILES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const

const EVERYTHING: ReadonlySet<string> = new Set(['*', '/', '/*', '**', '/**', '/**/*'])
/** The most characters of a name. */
const LONGEST_NAME = 100

/** The first owner of the last rule for everything, hostile text; undefined if there is none. */
export function teamIn(text: string): string | undefined {
  let team: string | undefined
  for (const line of text.split('\n')) {
    const [pattern = '', owner] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)
    // The last rule that matches wins, also one without an owner.
    if (EVERYTHING.has(pattern)) team = owner
  }
  return team === undefined || team.length > LONGEST_NAME ? undefined : team
}
