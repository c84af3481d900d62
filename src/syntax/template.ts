/**
 * Templates of Helm, Jinja and others that write `{{ … }}` into YAML. Without their actions most of them are YAML.
 * Specification: https://pkg.go.dev/text/template#hdr-Actions. Deliberately ignored: what an action computes.
 */

/** Stands for each character of an action inside a value. It is for private use, printable in YAML, and has no meaning there. */
export const MASK = '\uE000'
const ALL_BUT_LINE_ENDS = /[^\r\n]/g
/** A statement or comment of Jinja on one line. */
const STATEMENT = /\{(?:%[^\n%]*%|#[^\n#]*#)\}/g
const BLANK = /^[ \t]*$/
const BLANKS = /^[ \t]*/
const LINE_END = /^[ \t]*(?:\r?\n|$)/
/** In characters: the text before an action on its line, and between two actions or behind one. */
const LONGEST_INDENT = 200
const LONGEST_GAP = 100
/** Actions that render nothing themselves. */
const CONTROL = /^\{\{-?\s*(?:if|else|end|range|with|define|block|break|continue|\/\*|\$\w+\s*:?=)/

/**
 * The text with a character of its own in place of each character of an action, and blanks where the action has lines
 * for itself or begins its line and renders nothing. All offsets stay.
 */
export function withoutActions(text: string): string {
  const parts: string[] = []
  let last = 0
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', last)) {
    const end = endOfActions(text, at)
    if (end === undefined) break
    parts.push(text.slice(last, at), masked(text, at, end))
    last = end
  }
  parts.push(text.slice(last))
  return parts.join('')
}

/**
 * The same for templates of Jinja, as Ansible has them, which also write statements and comments:
 * https://jinja.palletsprojects.com/en/stable/templates/.
 */
export function withoutExpressions(text: string): string {
  const statements = text.includes('{%') || text.includes('{#') ? text.replace(STATEMENT, blanked) : text
  return statements.includes('{{') ? withoutActions(statements) : statements
}

function blanked(statement: string): string {
  return statement.replace(ALL_BUT_LINE_ENDS, ' ')
}

/** The end of an action and of those that follow it at once on its line; undefined if it has none. */
function endOfActions(text: string, at: number): number | undefined {
  let end: number | undefined
  for (let start = at; text.startsWith('{{', start); ) {
    const close = text.indexOf('}}', start + 2)
    if (close < 0) break
    end = close + 2
    start = end + (BLANKS.exec(text.slice(end, end + LONGEST_GAP))?.[0].length ?? 0)
  }
  return end
}

function masked(text: string, at: number, end: number): string {
  const action = text.slice(at, end)
  const before = text.slice(Math.max(0, at - LONGEST_INDENT), at)
  const beginsLine = BLANK.test(before.slice(before.lastIndexOf('\n') + 1))
  const endsLine = LINE_END.test(text.slice(end, end + LONGEST_GAP))
  const isBlank = action.includes('\n') || (beginsLine && (endsLine || CONTROL.test(action)))
  return action.replace(ALL_BUT_LINE_ENDS, isBlank ? ' ' : MASK)
}
