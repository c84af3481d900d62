/**
 * Clients that a text names and its reader did not report: a name in a place that the reader does not know is shown, so that
 * nobody takes silence for a good result.
 */

import type { Comments, IgnoredEntry } from '../../ecosystems/file-format.ts'
import { lines } from '../../syntax/lines.ts'

/** The name of a client in a text. */
export interface NamedClient {
  /** As the policy spells it. */
  readonly name: string
  readonly at: number
}

/** What is known of a text before it is searched. */
export interface SearchedText {
  readonly text: string
  readonly comments: Comments
  /** Whether the packages are images, whose names are also those of services: only a name with a tag or digest counts. */
  readonly areImages: boolean
  /** Parts of the text where a name requires nothing. */
  readonly ignored: readonly IgnoredEntry[]
  /** Whether a fragment may name a client. */
  mentions(fragment: string): boolean
  /** The client with a name; undefined for other packages. */
  clientNamed(name: string): string | undefined
}

/** Characters of names, and those between a name and its version. */
const WORD = /[\w@][\w.@/:+-]*/g
/** The ends of a name inside such a word: `name@npm:1.0`, `group:name:1.0`, `image:tag`. */
const NAME_END = /[@:]/g
/** Maximum ends that are tried in one word. */
const MOST_ENDS = 4
/** A name without punctuation may be a word of a sentence: it counts only if it is written like a package. */
const PLAIN = /^[a-z\d_]+$/i
const BEFORE_PACKAGE = /(?:^\s*(?:[-*]\s+)?|["'`>([{,]\s*)$/
const AFTER_PACKAGE = /^(?:["'`<]|\s*(?:[=~!^<>]=|[~!^<>@[;]|=(?!\s*(?:[[(]|["']?[A-Za-z_][\w.]*:[A-Za-z_]))|$))/
/** A tag or digest with a digit, but no port of a service. */
const AFTER_IMAGE = /^(?!:\d{2,5}(?![\w.-]))[:@][\w.:-]*\d/
/** The keys before the name of the project itself. */
const OWN_NAME = /(?:^|[\s"'.({,<])(?:name|module|AssemblyName|PackageId|RootNamespace)["']?[\s:=(>]*["']?$/
/** What is before the name of an extra of a Python package: `extra == 'NAME'`, `extras = ["NAME"]`. */
const EXTRA_NAME = /\bextras?["']?\s*(?:[=!]=\s*["']|[=:]\s*\[[^\]]*)$/
/** The keys of descriptions, and the tables of TOML whose keys and values are names of the project's own. */
const DESCRIPTION = /(?:^|[\s"'.({,])(?:keywords|classifiers|description|summary|topics|provides-extras)["']?\s*[:=]/
const OWN_TABLE = /^\[(?:features|tool\.poetry\.extras)\]/
const OPENED = /[[(][^\])]*$/
/** A description of YAML or INI whose text begins on the line of its key: deeper lines belong to it. */
const TEXT_BELOW = /^\s*(?:-\s+)?description\s*[:=]\s*\S/
const CLOSED = /[\])]/
/** In characters. Longer lines are data, not declarations; searching each word of them would take long. */
const LONGEST_LINE = 2_000

/** The clients that a text names outside of comments, descriptions and ignored parts, each once, at its first place. */
export function namedClients(searched: SearchedText): readonly NamedClient[] {
  const found = new Map<string, NamedClient>()
  const comments = new CommentFinder(searched.comments)
  const descriptions = new DescriptionFinder()
  const isIgnored = ignoredFinder(searched.ignored)
  for (const line of lines(searched.text)) {
    const comment = comments.startIn(line.text)
    const code = line.text.slice(0, comment)
    if (descriptions.includes(code) || line.text.length > LONGEST_LINE || !searched.mentions(code)) continue
    for (const { name, index } of namesIn(code, searched)) {
      const at = line.at + index
      if (!isIgnored(at) && !found.has(name)) found.set(name, { name, at })
    }
  }
  return Array.from(found.values())
}

/** Whether an offset is in an ignored part; offsets are asked in their order. A lockfile may have as many parts as names. */
function ignoredFinder(ignored: readonly IgnoredEntry[]): (at: number) => boolean {
  const parts = ignored.toSorted((a, b) => a.at - b.at)
  let next = 0
  let end = 0
  return at => {
    for (let part = parts[next]; part && part.at <= at; part = parts[++next]) end = Math.max(end, part.end)
    return at < end
  }
}

function* namesIn(line: string, searched: SearchedText): Generator<{ name: string; index: number }> {
  for (const { 0: word, index } of line.matchAll(WORD)) {
    for (const candidate of candidatesIn(word)) {
      const name = searched.clientNamed(candidate)
      if (name === undefined) continue
      if (isPackage(line, candidate, index, searched)) yield { name, index }
      break
    }
  }
}

/** The texts of a word that may be a name: all of it, and what comes before each mark behind its first character. */
function candidatesIn(word: string): readonly string[] {
  const ends = Array.from(word.matchAll(NAME_END), ({ index }) => index).filter(index => index > 0)
  // A dash at the end makes it the beginning of other names.
  return [word.replace(/[.:/@]+$/, ''), ...ends.slice(0, MOST_ENDS).map(end => word.slice(0, end))]
}

function isPackage(line: string, name: string, index: number, { areImages }: SearchedText): boolean {
  const before = line.slice(0, index)
  const after = line.slice(index + name.length)
  if (OWN_NAME.test(before) || EXTRA_NAME.test(before)) return false
  if (areImages) return AFTER_IMAGE.test(after)
  return !PLAIN.test(name) || (BEFORE_PACKAGE.test(before) && AFTER_PACKAGE.test(after))
}

/** Finds the lines that describe the project itself; lines are passed in their order. */
class DescriptionFinder {
  private isOpen = false
  private isOwnTable = false
  /** The indentation of the key of a description. */
  private indent = Infinity

  includes(line: string): boolean {
    if (line.startsWith('[')) this.isOwnTable = OWN_TABLE.test(line)
    if (this.isOpen) {
      this.isOpen = !CLOSED.test(line)
      return true
    }
    const indent = line.search(/\S/)
    if (indent > this.indent) return true
    if (indent >= 0) this.indent = TEXT_BELOW.test(line) ? indent : Infinity
    const begin = DESCRIPTION.exec(line)
    if (begin) this.isOpen = OPENED.test(line.slice(begin.index + begin[0].length))
    return begin !== null || this.isOwnTable
  }
}

/** The marks of comments: from the mark to the end of the line, and from an opening to a closing mark. */
const MARKS: Readonly<Record<Comments, { readonly line?: RegExp; readonly open?: RegExp; readonly close?: string }>> = {
  none: {},
  hash: { line: /(?:^|\s)#/ },
  slashes: { line: /(?:^|\s)\/\//, open: /(?:^|\s)\/\*/, close: '*/' },
  dashes: { line: /(?:^|\s)--/ },
  semicolons: { line: /;/ },
  percents: { line: /%/ },
  xml: { open: /<!--/, close: '-->' }
}

/** Finds the comment of each line; lines are passed in their order. */
class CommentFinder {
  private readonly marks: (typeof MARKS)[Comments]
  private isOpen = false

  constructor(comments: Comments) {
    this.marks = MARKS[comments]
  }

  /**
   * The index at which a comment begins, or the length of the line; 0 in a comment that began on a line before. What follows a
   * closing mark on its line counts as comment.
   */
  startIn(line: string): number {
    const { open, close = '', line: mark } = this.marks
    if (this.isOpen) {
      this.isOpen = !line.includes(close)
      return 0
    }
    const begin = mark?.exec(line)?.index ?? line.length
    const opened = open?.exec(line)
    if (!opened || opened.index > begin) return begin
    this.isOpen = !line.includes(close, opened.index + opened[0].length)
    return opened.index
  }
}
