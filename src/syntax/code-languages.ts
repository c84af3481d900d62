/**
 * The languages whose source code is read: their tokens, and what their blocks are made of. References: the lexical chapters of
 * https://docs.python.org/3/reference/lexical_analysis.html, https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar,
 * https://go.dev/ref/spec#Lexical_elements, https://docs.oracle.com/javase/specs/jls/se21/html/jls-3.html,
 * https://kotlinlang.org/docs/reference/grammar.html, https://docs.ruby-lang.org/en/3.4/syntax/literals_rdoc.html,
 * https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/lexical-structure,
 * https://doc.rust-lang.org/reference/tokens.html.
 */

import type { Lexis, Literal } from './code-tokens.ts'

/** The languages. */
export type LanguageName = 'python' | 'javascript' | 'go' | 'java' | 'kotlin' | 'ruby' | 'csharp' | 'rust'

/** What the structure of a language is made of. */
export interface Language {
  readonly name: LanguageName
  readonly lexis: Lexis
  /** What begins and ends a block. */
  readonly blocks: 'braces' | 'indentation' | 'keywords'
  /** Whether a line end may end a statement. */
  readonly hasLines: boolean
  /** Whether the last expression of a block is its value. */
  readonly hasBlockValues: boolean
  /** The words in front of the name of a function. */
  readonly functionWords: ReadonlySet<string>
  /** Whether a function in a class is a name and brackets without a word before. */
  readonly hasBareMethods: boolean
  /** The mark between the parameters and the body of a function without a name. */
  readonly arrow?: string
  /** Whether braces after a name or after brackets are a function. */
  readonly hasTrailingFunctions?: boolean
  /** Whether a function without a name has its parameters between bars. */
  readonly hasBars?: boolean
  /** Whether a name in front of braces is the type of a literal. */
  readonly hasTypedLiterals?: boolean
}

const C_LINE = /\/\/[^\n]*/y
const HASH_LINE = /#[^\n]*/y
const MARKS =
  /\?\?=|\|\|=|&&=|>>>=|<<=|>>=|\*\*=|\/\/=|&\^=|===|!==|\.\.\.|\.\.=|=>|->|<-|::|:=|\?\?|\?\.|!!|\|\||&&|==|!=|<=|>=|\+=|-=|\*=|\/=|%=|\|=|&=|\^=|\+\+|--|&\.|\*\*|\.\.|@/y
const IDENTIFIER = /[\p{L}_$][\p{L}\p{N}_$]*/uy
const double: Literal = { open: /"/y, close: '"', escapes: 'backslash', oneLine: true }
const single: Literal = { open: /'/y, close: "'", escapes: 'backslash', oneLine: true }
const triple: Literal = { open: /"""/y, close: '"""', escapes: 'backslash' }
const character: Literal = { open: /'(?=\\|[^'\\\n]')/y, close: "'", escapes: 'backslash', oneLine: true }
const none: ReadonlySet<string> = new Set()

const python: Language = {
  name: 'python',
  lexis: {
    lineComment: HASH_LINE,
    blockComments: 'none',
    literals: [
      {
        open: /[rRbBuUfFtT]{0,2}(?<close>"""|''')/y,
        escapes: 'backslash',
        insertion: 'braces',
        insertsIf: /^[rRbBtT]?[fF]/
      },
      {
        open: /[rRbBuUfFtT]{0,2}(?<close>"|')/y,
        escapes: 'backslash',
        insertion: 'braces',
        insertsIf: /^[rRbBtT]?[fF]/,
        oneLine: true
      }
    ],
    name: IDENTIFIER,
    marks: MARKS
  },
  blocks: 'indentation',
  hasLines: true,
  hasBlockValues: false,
  functionWords: new Set(['def', 'lambda']),
  hasBareMethods: false
}

const javascript: Language = {
  name: 'javascript',
  lexis: {
    lineComment: C_LINE,
    blockComments: 'flat',
    literals: [double, single, { open: /`/y, close: '`', escapes: 'backslash', insertion: '${' }],
    name: /#?[\p{L}_$][\p{L}\p{N}_$]*/uy,
    marks: MARKS,
    hasPatterns: true
  },
  blocks: 'braces',
  hasLines: true,
  hasBlockValues: false,
  functionWords: new Set(['function']),
  hasBareMethods: true,
  arrow: '=>'
}

const go: Language = {
  name: 'go',
  lexis: {
    lineComment: C_LINE,
    blockComments: 'flat',
    literals: [double, { open: /`/y, close: '`', escapes: 'none' }, character],
    name: IDENTIFIER,
    marks: MARKS
  },
  blocks: 'braces',
  hasLines: true,
  hasBlockValues: false,
  functionWords: new Set(['func']),
  hasBareMethods: false,
  hasTypedLiterals: true
}

const java: Language = {
  name: 'java',
  lexis: {
    lineComment: C_LINE,
    blockComments: 'flat',
    literals: [triple, double, character],
    name: IDENTIFIER,
    marks: MARKS
  },
  blocks: 'braces',
  hasLines: false,
  hasBlockValues: false,
  functionWords: none,
  hasBareMethods: true,
  arrow: '->'
}

const kotlin: Language = {
  name: 'kotlin',
  lexis: {
    lineComment: C_LINE,
    blockComments: 'nested',
    literals: [
      { open: /"""/y, close: '"""', escapes: 'none', insertion: 'dollar' },
      { ...double, insertion: 'dollar' },
      character
    ],
    name: IDENTIFIER,
    marks: MARKS
  },
  blocks: 'braces',
  hasLines: true,
  hasBlockValues: true,
  functionWords: new Set(['fun']),
  hasBareMethods: false,
  hasTrailingFunctions: true
}

const csharp: Language = {
  name: 'csharp',
  lexis: {
    lineComment: /\/\/[^\n]*|#(?:region|endregion|if|else|elif|endif|pragma|nullable|define|undef)\b[^\n]*/y,
    blockComments: 'flat',
    literals: [
      { open: /\$*(?<close>"""+)/y, escapes: 'none' },
      { open: /(?:\$@|@\$)"/y, close: '"', escapes: 'doubled', insertion: 'braces' },
      { open: /@"/y, close: '"', escapes: 'doubled' },
      { open: /\$"/y, close: '"', escapes: 'backslash', insertion: 'braces', oneLine: true },
      double,
      character
    ],
    name: IDENTIFIER,
    marks: MARKS
  },
  blocks: 'braces',
  hasLines: false,
  hasBlockValues: false,
  functionWords: none,
  hasBareMethods: true,
  arrow: '=>',
  hasTypedLiterals: true
}

const rust: Language = {
  name: 'rust',
  lexis: {
    lineComment: C_LINE,
    blockComments: 'nested',
    literals: [
      { open: /(?:br|cr|r)(?<hashes>#*)"/y, close: '"', escapes: 'none' },
      { open: /[bc]?"/y, close: '"', escapes: 'backslash', insertion: 'braced-names' },
      character
    ],
    name: /(?:r#)?[\p{L}_][\p{L}\p{N}_]*/uy,
    marks: MARKS
  },
  blocks: 'braces',
  hasLines: false,
  hasBlockValues: true,
  functionWords: new Set(['fn']),
  hasBareMethods: false,
  hasBars: true,
  hasTypedLiterals: true
}

const ruby: Language = {
  name: 'ruby',
  lexis: {
    lineComment: HASH_LINE,
    blockComments: 'none',
    longComment: /=begin\b[\s\S]*?(?:\n=end\b[^\n]*|$)/y,
    literals: [
      { open: /%[qQ]?\{/y, close: '}', escapes: 'backslash', insertion: '#{' },
      { open: /%[qQ]\(/y, close: ')', escapes: 'backslash', insertion: '#{' },
      { open: /%x\(/y, close: ')', escapes: 'backslash', insertion: '#{', calls: 'popen' },
      { open: /%x\{/y, close: '}', escapes: 'backslash', insertion: '#{', calls: 'popen' },
      { open: /`/y, close: '`', escapes: 'backslash', insertion: '#{', calls: 'popen' },
      { open: /"/y, close: '"', escapes: 'backslash', insertion: '#{' },
      { open: /'/y, close: "'", escapes: 'backslash' }
    ],
    name: /(?:@@|@|\$)?[\p{L}_][\p{L}\p{N}_]*(?:[?!](?!=))?/uy,
    marks: MARKS,
    hasPatterns: true,
    hasHereDocuments: true
  },
  blocks: 'keywords',
  hasLines: true,
  hasBlockValues: true,
  functionWords: new Set(['def']),
  hasBareMethods: false,
  arrow: '->'
}

/** All languages, by name. */
export const languages = { python, javascript, go, java, kotlin, ruby, csharp, rust } satisfies Record<
  LanguageName,
  Language
>
