/**
 * A unified diff of a text and the same text with some of its lines changed or added, as `git apply` and `patch -p1` take it:
 * https://git-scm.com/docs/diff-format#generate_patch_text_with_p. It has no `diff --git` line: with one, git takes the path from the top
 * of its repository, and not from the folder in which it runs.
 */

/** The lines around a change. */
const CONTEXT = 3
/** The lines in a row that are looked over for the one that stays behind them. */
const MOST_ADDED = 200
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

/** The diff of two texts; `''` if they are equal. */
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

/**
 * A way from one text to the other. Edits change lines where they stand, or add lines in front of one that stays: what else a text differs
 * in is still a right way, but not the shortest one.
 */
function scriptOf(old: readonly string[], fresh: readonly string[]): readonly Step[] {
  const steps: Step[] = []
  let [from, to] = [0, 0]
  while (from < old.length || to < fresh.length) {
    const [line, other] = [old[from], fresh[to]]
    const added = line === other ? 0 : addedBefore(line, fresh, to, fresh.length - to - (old.length - from))
    if (line === other && line !== undefined) {
      steps.push({ mark: BLANK, line })
      from++
      to++
    } else if (added > 0) {
      for (const each of fresh.slice(to, to + added)) steps.push({ mark: '+', line: each })
      to += added
    } else {
      if (line !== undefined) steps.push({ mark: '-', line })
      if (other !== undefined) steps.push({ mark: '+', line: other })
      from++
      to++
    }
  }
  return steps
}

/** How many lines stand before the one that stays, of at most so many that are added; 0 if it does not stay. */
function addedBefore(line: string | undefined, fresh: readonly string[], to: number, most: number): number {
  if (line === undefined) return 0
  const end = to + Math.min(most, MOST_ADDED)
  for (let at = to + 1; at <= end; at++) if (fresh[at] === line) return at - to
  return 0
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
