/** Starlark, the language of Bazel's files, as words, texts in quotes and signs; and the edit of an upgrade in them. */

/** Of a text in quotes, `text` is its content, and `at` the offset of the first character of the content. */
export interface Token {
  readonly kind: 'word' | 'text' | 'sign'
  readonly text: string
  readonly at: number
}

// Linear: the branches differ in their first characters, and a text in quotes ends with its line at the latest.
const TOKEN =
  /#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"?|'[^'\\\r\n]*(?:\\.[^'\\\r\n]*)*'?|[\w.]+|[()[\]{},=%+]/g
const WORD = /[\w.]/
const TRIPLE = /^(?:"""|''')/

/** The tokens of a file, without comments. */
export function* tokens(text: string): Generator<Token> {
  for (const { 0: raw, index } of text.matchAll(TOKEN)) if (!raw.startsWith('#')) yield token(raw, index)
}

function token(raw: string, at: number): Token {
  const first = raw.charAt(0)
  if (first !== '"' && first !== "'") return { kind: WORD.test(first) ? 'word' : 'sign', text: raw, at }
  const quotes = TRIPLE.test(raw) ? 3 : 1
  const isClosed = raw.endsWith(first) && raw.length > quotes
  return { kind: 'text', text: raw.slice(quotes, isClosed ? -quotes : undefined), at: at + quotes }
}

/** The new element of the list of artifacts, and the command that updates the lockfile. */
export function bazelUpgrade(name: string, version: string): readonly string[] {
  return [`"${name}:${version}" in artifacts`, 'REPIN=1 bazel run @maven//:pin']
}
