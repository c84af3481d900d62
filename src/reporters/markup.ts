/** Parts of Markdown that may hold text of the repository: code, links, tables, and our own sentences made inert. */

import { USUAL_LENGTH, visible } from '../visible.ts'

/** How a text is made fit for Markdown. */
export interface MarkupOptions {
  /** Whether it is in a cell of a table, which a pipe would end. */
  readonly table?: boolean
  /** The most characters of the text that are shown. */
  readonly most?: number
}

const BACKTICKS = /`+/g
const CODE_SPAN = /(`[^`]+`)/
const WORDS = /(\s+)/
const AFTER_WORD = /[.,;:!?)]*$/
/** The colon behind an emoji belongs to it. */
const AFTER_EMOJI = /[.,;!?)]*$/
/**
 * Text that GitHub turns into a mention, a reference, a link, an emoji or a commit, even if its characters are escaped:
 * it looks at the finished page, and ignores only code.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
const ACTIVE_MARKUP = /[@#]|:\/\/|www\.|\bGH-\d|:[\w+-]+:|\b[\da-f]{7,40}\b/i
const PUNCTUATION = /[\\*_[\]<>&|~$`]/g
/** Characters that begin a list, a rule or the underline of a heading at the start of a line. */
const BLOCK_START = /^(?<number>\d*)(?<sign>[-+=.)])/
// Everything but what RFC 3986 allows in an address, and the parentheses, which would end a Markdown link.
const UNSAFE_IN_LINK = /[^\w\-.~:/?#@!$&*+,;=%]/gu
/** Browsers accept more, but a path of thousands of characters must not fill the page. */
const LONGEST_ADDRESS = 2_000
const WEB = /^https?:\/\//i
const CONVERSATION = /^https:\/\/github\.com\/(?=[^/]+\/[^/]+\/(?:pull|issues|discussions)\/)/

/**
 * The one way for text from the repository into Markdown: a code span that nothing in the text can end or leave. A
 * longer fence would let a backtick in, but renderers read such spans in different ways inside a link.
 */
export function code(text: string, { table = false, most = USUAL_LENGTH }: MarkupOptions = {}): string {
  const seen = visible(text, most).replaceAll('`', '\\u{60}')
  if (seen === '') return '`""`'
  const inner = table ? inCell(seen) : seen
  // A space at both ends is taken for padding.
  const pad = inner.startsWith(' ') && inner.endsWith(' ') ? ' ' : ''
  return `\`${pad}${inner}${pad}\``
}

/** Lines of code as a block that nothing in them can end. `language` is ours. */
export function codeBlock(lines: readonly string[], language = ''): string {
  const seen = lines.map(line => visible(line, 2_000))
  const fence = '`'.repeat(Math.max(3, longestRun(seen.join('\n')) + 1))
  return [`${fence}${language}`, ...seen, fence].join('\n')
}

/**
 * One of our own sentences, which may contain package names: Markdown's signs are escaped, and words that GitHub would
 * turn into links (`@kubernetes/client-node`, `owner/repository#191`) become code. Backticks in pairs stay code.
 */
export function prose(text: string, { table = false, most = 2_000 }: MarkupOptions = {}): string {
  const parts = visible(text, most).split(CODE_SPAN)
  return parts
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1), { table, most }) : inert(part, table)))
    .join('')
    .replace(BLOCK_START, '$<number>\\$<sign>')
}

/** A link around a piece of Markdown made here; the piece alone where the address is none of the web, or endless. */
export function link(piece: string, address: string | undefined): string {
  if (address === undefined || address.length > LONGEST_ADDRESS || !WEB.test(address)) return piece
  // A plain link to somebody else's pull request would leave a note there, one for each of our comments.
  // https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls#avoiding-backlinks-to-linked-references
  const quiet = address.replace(CONVERSATION, 'https://redirect.github.com/')
  return `[${piece}](${quiet.replace(UNSAFE_IN_LINK, percentEncode)})`
}

/** A table with one column per heading; no rows, no table. Cells hold pieces made for tables. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Parts with a blank line between them; those that are empty are left out. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n\n')
}

/** A folded part: `summary` is ours. Blank lines around the body, or GitHub takes it for HTML. */
export function folded(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`
}

function inert(text: string, inTable: boolean): string {
  const words = text.split(WORDS)
  return words.map((word, index) => (index % 2 === 1 ? ' ' : inertWord(word, inTable))).join('')
}

function inertWord(word: string, inTable: boolean): string {
  const tail = AFTER_WORD.exec(word)?.[0] ?? ''
  const opening = word.startsWith('(') ? '(' : ''
  const core = word.slice(opening.length, word.length - tail.length)
  if (core !== '' && ACTIVE_MARKUP.test(core))
    return `${opening}${code(core, { table: inTable, most: core.length })}${tail}`
  if (ACTIVE_MARKUP.test(word)) {
    const end = AFTER_EMOJI.exec(word)?.[0] ?? ''
    return `${code(word.slice(0, word.length - end.length), { table: inTable, most: word.length })}${end}`
  }
  return word.replace(PUNCTUATION, '\\$&')
}

/** `\|` is a pipe inside a cell; a backslash before it would be read in two ways by different renderers, so it goes. */
function inCell(text: string): string {
  return text.replace(/\\(?=\|)/g, '\\u{5c}').replaceAll('|', '\\|')
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(BACKTICKS), ([run]) => run.length))
}

function percentEncode(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  ).join('')
}
