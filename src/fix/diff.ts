/**
 * A unified diff of a text and the same text with some of its lines changed or added, as `git apply` and `patch -p1` take it:
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

/** The diff of two texts; `''` if they are equal. Its work grows with the number of lines times the number of changes. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const script = scriptOf(linesOf(before), linesOf(after))
  const hunks = spansOf(script).map(span => hunk(script, span))
  if (hunks.length === 0) return ''
  return [`--- ${fileName(`a/${path}`)}\n`, `+++ ${fileName(`b/${path}`)}\n`, ...hunks].join('')
}

/** The lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** A line of one text or of both. */
interface Step {
  readonly mark: ' ' | '-' | '+'
  readonly line: string
}

/** The shortest way from one text to the other: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986. */
function scriptOf(old: readonly string[], fresh: readonly string[]): readonly Step[] {
  const trace: Map<number, number>[] = []
  let ends = new Map([[1, 0]])
  for (let changes = 0; ; changes++) {
    trace.push(new Map(ends))
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let at = fromAbove(ends, diagonal, changes) ? end(ends, diagonal + 1) : end(ends, diagonal - 1) + 1
      while (at < old.length && at - diagonal < fresh.length && old[at] === fresh[at - diagonal]) at++
      ends.set(diagonal, at)
      if (at >= old.length && at - diagonal >= fresh.length) return walkedBack(trace, old, fresh)
    }
    ends = new Map(ends)
  }
}

function end(ends: ReadonlyMap<number, number>, diagonal: number): number {
  return ends.get(diagonal) ?? -1
}

/** Whether the furthest way to a diagonal comes from the one above, by a line of the new text. */
function fromAbove(ends: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean {
  return diagonal === -changes || (diagonal !== changes && end(ends, diagonal - 1) < end(ends, diagonal + 1))
}

function walkedBack(
  trace: readonly ReadonlyMap<number, number>[],
  old: readonly string[],
  fresh: readonly string[]
): readonly Step[] {
  const steps: Step[] = []
  let [x, y] = [old.length, fresh.length]
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const ends = trace[changes] ?? new Map()
    const isNew = fromAbove(ends, x - y, changes)
    const before = isNew ? x - y + 1 : x - y - 1
    const [fromX, fromY] = changes === 0 ? [0, 0] : [end(ends, before), end(ends, before) - before]
    while (x > fromX && y > fromY) {
      steps.push({ mark: BLANK, line: old[x - 1] ?? '' })
      x--
      y--
    }
    if (changes === 0) break
    if (isNew) steps.push({ mark: '+', line: fresh[--y] ?? '' })
    else steps.push({ mark: '-', line: old[--x] ?? '' })
  }
  return steps.reverse()
}

/** A part of the steps, from `from` to before `to`. */
interface Span {
  readonly from: number
  readonly to: number
}

/** The changes with what is around them; what touches is one span. */
function spansOf(script: readonly Step[]): readonly Span[] {
  const spans: Span[] = []
  for (const [index, { mark }] of script.entries()) {
    if (mark === BLANK) continue
    const next = { from: Math.max(0, index - CONTEXT), to: Math.min(script.length, index + CONTEXT + 1) }
    const last = spans.at(-1)
    if (last && next.from <= last.to) spans.splice(-1, 1, { from: last.from, to: next.to })
    else spans.push(next)
  }
  return spans
}

function hunk(script: readonly Step[], { from, to }: Span): string {
  const parts: string[] = []
  // Lines in a row that change are removed together before the new ones.
  const added: string[] = []
  for (const { mark, line } of script.slice(from, to)) {
    if (mark === '+') added.push(marked(mark, line))
    else {
      if (mark === BLANK) parts.push(...added.splice(0))
      parts.push(marked(mark, line))
    }
  }
  const range = (other: Step['mark']) => {
    const start = count(script.slice(0, from), other)
    const length = count(script.slice(from, to), other)
    return `${length === 0 ? start : start + 1},${length}`
  }
  return [`@@ -${range('+')} +${range('-')} @@\n`, ...parts, ...added].join('')
}

/** The lines that do not have a mark. */
function count(steps: readonly Step[], mark: Step['mark']): number {
  return steps.filter(step => step.mark !== mark).length
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
