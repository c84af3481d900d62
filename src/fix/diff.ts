/**
 * A unified diff of a text and the same text with some of its lines changed, as `git apply` and `patch -p1` take it:
 * https://git-scm.com/docs/diff-format#generate_patch_text_with_p. It has no `diff --git` line: with one, git takes the path from the top
 * of its repository, and not from the folder in which it runs.
 */

/** The lines around a change. */
const CONTEXT = 3
const NO_END = '\\ No newline at end of file\n'
const BLANK = ' '
/** Characters that git writes as escapes in a quoted path: https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to escape.
const SPECIAL = /["\\\x00-\x1f\x7f]/g
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t'
}

/** The diff of two texts with equally many lines; `''` if they are equal. Throws if one has more lines. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  if (old.length !== fresh.length) throw new Error(`${path}: an edit changes the number of lines`)
  const changed = old.flatMap((line, index) => (line === fresh[index] ? [] : [index]))
  if (changed.length === 0) return ''
  const hunks = spansOf(changed, old.length).map(({ from, to }) => hunk({ old, fresh, from, to }))
  return [`--- ${fileName(`a/${path}`)}\n`, `+++ ${fileName(`b/${path}`)}\n`, ...hunks].join('')
}

/** The lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** A part of the lines, from `from` to before `to`. */
interface Span {
  readonly from: number
  readonly to: number
}

/** The changed lines with what is around them; what touches is one span. */
function spansOf(changed: readonly number[], count: number): readonly Span[] {
  const spans: Span[] = []
  for (const index of changed) {
    const next = { from: Math.max(0, index - CONTEXT), to: Math.min(count, index + CONTEXT + 1) }
    const last = spans.at(-1)
    if (last && next.from <= last.to) spans.splice(-1, 1, { from: last.from, to: next.to })
    else spans.push(next)
  }
  return spans
}

function hunk({
  old,
  fresh,
  from,
  to
}: Span & { readonly old: readonly string[]; readonly fresh: readonly string[] }): string {
  const parts: string[] = []
  // Lines in a row that change are removed together before the new ones.
  let added: string[] = []
  for (let index = from; index < to; index++) {
    const [line = '', changed = ''] = [old[index], fresh[index]]
    if (line === changed) {
      parts.push(...added, marked(BLANK, line))
      added = []
    } else {
      parts.push(marked('-', line))
      added.push(marked('+', changed))
    }
  }
  const range = `${from + 1},${to - from}`
  return [`@@ -${range} +${range} @@\n`, ...parts, ...added].join('')
}

function marked(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n${NO_END}`
}

/** The path as git reads it behind `---`: a tab ends one with blanks, and one with other special characters is quoted. */
function fileName(path: string): string {
  const escaped = path.replace(SPECIAL, character => ESCAPES[character] ?? octal(character))
  if (escaped !== path) return `"${escaped}"`
  return path.includes(BLANK) ? `${path}\t` : path
}

function octal(character: string): string {
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
}
