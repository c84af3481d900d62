/**
 * Patterns of folders and files, as the `workspaces` of a package.json have them: `*` and `?` within one name, `**` for any number
 * of folders, `{a,b}` for either. Deliberately ignored: `[a-z]` and extended patterns, which no such list was seen to use; they stand
 * for themselves.
 */

/** The most patterns that one with braces is expanded to. */
const MOST_EXPANDED = 100

const BRACES = /\{(?<inner>[^{}]*)\}/

/** A pattern in two parts: the folder that it begins with, free of wildcards, and the names after it. */
export interface Wildcards {
  readonly base: string
  readonly rest: readonly string[]
}

/** The parts of a pattern; several for one with braces. */
export function wildcardsIn(pattern: string): readonly Wildcards[] {
  return expanded(pattern).map(text => {
    const names = text.split('/').filter(name => name !== '' && name !== '.')
    const first = names.findIndex(name => /[*?]/.test(name))
    const end = first < 0 ? names.length : first
    return { base: names.slice(0, end).join('/'), rest: names.slice(end) }
  })
}

/** Whether the names of a path match those of a pattern. The work is at most the product of the two lengths. */
export function matches(rest: readonly string[], names: readonly string[]): boolean {
  const last = rest.at(-1)
  // Most paths fail here.
  if (last !== undefined && last !== '**' && !matchesName(last, names.at(-1) ?? '')) return false
  return matchesAll(rest, names, '**', (at, index) => matchesName(rest[at] ?? '', names[index] ?? ''))
}

function matchesName(pattern: string, name: string): boolean {
  // A name that begins with a dot must be written out, as in a shell.
  if (name[0] === '.' && pattern[0] !== '.') return false
  return matchesAll(pattern, name, '*', (at, index) => pattern[at] === '?' || pattern[at] === name[index])
}

/**
 * Matches items from the left; `one` compares those at two indexes, `many` stands for any number. Only the last `many` takes more
 * items if the rest does not match, which finds every match.
 */
function matchesAll(
  pattern: ArrayLike<string>,
  items: ArrayLike<string>,
  many: string,
  one: (at: number, index: number) => boolean
): boolean {
  let [at, index] = [0, 0]
  let last: { readonly at: number; index: number } | undefined
  while (index < items.length) {
    if (pattern[at] === many) last = { at: ++at, index }
    else if (at < pattern.length && one(at, index)) {
      at++
      index++
    } else if (last) {
      at = last.at
      index = ++last.index
    } else return false
  }
  while (pattern[at] === many) at++
  return at === pattern.length
}

function expanded(pattern: string): readonly string[] {
  const done: string[] = []
  const waiting = [pattern]
  // The loop appends to this list.
  for (const text of waiting) {
    const match = BRACES.exec(text)
    const choices = match?.groups?.['inner']?.split(',') ?? []
    if (!match || choices.length < 2) done.push(text)
    else if (waiting.length + choices.length <= MOST_EXPANDED) {
      const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)]
      for (const choice of choices) waiting.push(before + choice + after)
    }
  }
  return done
}
