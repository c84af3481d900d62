/** Starlark, the language of Bazel's files, as words, texts in quotes and signs; and what changes in them. */

/** A piece of a file. A text in quotes is what stands between them, and `at` is the offset of its first character. */
export interface Token {
  readonly kind: 'word' | 'text' | 'sign'
  readonly text: string
  readonly at: number
}

// Linear: the branches exclude each other by their first characters, and a text in quotes ends with its line at the latest.
const TOKEN =
  /#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"?|'[^'\\\r\n]*(?:\\.[^'\\\r\n]*)*'?|[\w.]+|[()[\]{},=%+]/g
const TRIPLE = /^(?:"""|''')/

/** Cuts a file into its tokens; comments are none. */
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

/** The edit of the list of artifacts, and the command that writes the lockfile anew. */
export function bazelUpgrade(name: string, version: string): readonly string[] {
  return [`"${name}:${version}" among the artifacts`, 'REPIN=1 bazel run @maven//:pin']
}
