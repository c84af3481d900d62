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
const TRIPLE = /^(?:"""|''')/

/** The tokens of a file, without comments. */
export function* tokens(text: string): Generator<Token> {
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0]
    const first = raw.charAt(0)
    if (first === '#') continue
    if (first === '"' || first === "'") {
      const quotes = TRIPLE.test(raw) ? 3 : 1
      const end = raw.endsWith(first) && raw.length > quotes ? raw.length - quotes : raw.length
      yield { kind: 'text', text: raw.slice(quotes, end), at: match.index + quotes }
    } else yield { kind: /[\w.]/.test(first) ? 'word' : 'sign', text: raw, at: match.index }
  }
}

/** The new element of the list of artifacts, and the command that updates the lockfile. */
export function bazelUpgrade(name: string, version: string): readonly string[] {
  return [`"${name}:${version}" among the artifacts`, 'REPIN=1 bazel run @maven//:pin']
}
