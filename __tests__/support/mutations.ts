/**
 * Other ways to write a text that leave its meaning or its kind alone: blanks, quotes, separators, escapes, comments, line
 * ends. They know no format: where one breaks the text, its reader yields nothing and nothing is claimed.
 */

/** One way to write a text otherwise; the text itself where it does not apply. */
interface Mutation {
  readonly name: string
  readonly apply: (text: string) => string
}

const replacing = (name: string, from: RegExp, to: string | ((...groups: string[]) => string)): Mutation => ({
  name,
  apply: text => (typeof to === 'string' ? text.replace(from, to) : text.replace(from, to))
})

const hex = (character: string) => character.charCodeAt(0).toString(16)
const each = (text: string, encode: (character: string) => string) => Array.from(text, encode).join('')

/** The second character of each word as an escape, or only of words that are part of the names of clients. */
const escaping = (name: string, encode: (character: string) => string): readonly Mutation[] => {
  const encoded = (_: string, first = '', second = '') => `${first}${each(second, encode)}`
  return [
    replacing(name, /\b([A-Za-z])([A-Za-z])(?=[\w-]{2})/g, encoded),
    replacing(`${name}, in names`, /(?<=\b|_)(k|c|l|f)(ub|8s|li|ig|ab|op)(?=[\w-])/gi, encoded)
  ]
}

/** The key at the beginning of a line or after an opening bracket or comma. */
const KEY = /(^[ \t]*(?:- +)?|[{,] *)([A-Za-z][\w.-]*)(?=[ \t]*[:=])/gm
/** The separator between a key and its value. */
const SEPARATOR = /(?<=^[ \t]*(?:- +)?["']?[\w.@/-]+["']?)[ \t]*[:=][ \t]*/gm
const BLANK = /(?<=[\w"')\]}>,]) (?=[\w"'([{<-])/g
const TAG = /<([A-Za-z][\w.:-]*)/g
const WORD_END = /(?<=[A-Za-z]{3})(?=[ (:=])/g

const blanks: readonly Mutation[] = [
  replacing('line ends of Windows', /\n/g, '\r\n'),
  replacing('a blank before each line', /^(?=.)/gm, ' '),
  replacing('tabs for blanks', / /g, '\t'),
  replacing('two blanks for one', BLANK, '  '),
  replacing('no blanks before a line', /^[ \t]+/gm, ''),
  replacing('a line end for a blank', BLANK, '\n'),
  replacing('a form feed before each line', /^(?=.)/gm, '\f'),
  replacing('a no-break space before each line', /^(?=.)/gm, '\u00a0'),
  replacing('one line', /\n[ \t]*/g, ' '),
  replacing('semicolons for line ends', /\n/g, '; '),
  replacing('blanks after a dash', /^([ \t]*)- /gm, '$1-   '),
  replacing('a line end after a dash', /^([ \t]*)- /gm, '$1-\n$1    '),
  replacing('blanks in brackets', /([[({])(?=\S)/g, '$1 '),
  replacing('blanks around dots', /(?<=[\w"'])\.(?=[A-Za-z"'])/g, ' . '),
  replacing('blanks before brackets', /(?<=\w)([[({])/g, ' $1'),
  replacing('no blanks before brackets', / ([[({])/g, '$1'),
  replacing('brackets for a blank', /\b([a-z_]\w*) (["'][^"'\n]*["'])/g, '$1($2)')
]

const separators: readonly Mutation[] = [
  ...[
    '=',
    ' = ',
    ':',
    ' : ',
    ': ',
    ' ',
    '\t',
    '  ',
    ' =\n  ',
    ':\n  ',
    ' := ',
    ' += ',
    '\t:\t',
    ' \\\n  = ',
    '=\\\n  '
  ].map(separator => replacing(`${JSON.stringify(separator)} for a separator`, SEPARATOR, separator)),
  replacing('an equals sign for a blank', /(?<=\s--?[a-z-]+) /g, '='),
  replacing('nothing for a blank', /(?<=(?:^|\s)--?[a-z-]+) /gm, ''),
  replacing('a set call for an assignment', /\b(\w+)\.(\w+) *= *(\S.*)$/gm, '$1.set("$2", $3)'),
  replacing('an index for a member', /\b([a-z]+)\.([a-zA-Z]\w*)/g, '$1["$2"]')
]

const quotes: readonly Mutation[] = [
  replacing('double quotes around keys', KEY, '$1"$2"'),
  replacing('single quotes around keys', KEY, "$1'$2'"),
  replacing('double quotes around the parts of keys', /(?<=[[.]|^)([\w-]+)(?=[\].])/gm, '"$1"'),
  replacing('single quotes', /"/g, "'"),
  replacing('double quotes', /'/g, '"'),
  replacing('three double quotes', /(?<!")"(?!")/g, '"""'),
  replacing('no quotes', /["']/g, ''),
  replacing('double quotes around words', /(?<=[ \t])([A-Za-z][\w./-]*)$/gm, '"$1"'),
  replacing('back quotes', /["']/g, '`'),
  replacing('a tag before keys', KEY, '$1!!str $2'),
  replacing('an anchor before keys', KEY, '$1&a $2'),
  replacing('a tag before items', /^([ \t]*- )/gm, '$1!!str '),
  replacing('quotes around items', /^([ \t]*- )([^\s"'].*)$/gm, '$1"$2"'),
  replacing('blocks for items', /^([ \t]*)- ([^\s"'].*)$/gm, '$1- >-\n$1    $2'),
  replacing('marked keys', /^([ \t]*)([A-Za-z][\w.-]*):[ \t]+(\S.*)$/gm, '$1? $2\n$1: $3'),
  replacing('blocks for values', /^([ \t]*)([A-Za-z][\w.-]*):[ \t]+([^\s"'].*)$/gm, '$1$2: >-\n$1  $3'),
  {
    name: 'one flow mapping',
    apply: text =>
      `{${text
        .trim()
        .split('\n')
        .filter(line => !line.startsWith('#'))
        .join(', ')}}`
  },
  {
    name: 'one flow sequence for items',
    apply: text =>
      text.replace(
        /(?:^[ \t]*- .*\n?)+/gm,
        items =>
          ` [${items
            .trim()
            .slice(2)
            .split(/\n[ \t]*- /)
            .join(', ')}]\n`
      )
  }
]

const escapes: readonly Mutation[] = [
  ...escaping('escapes of JSON', character => `\\u00${hex(character)}`),
  ...escaping('long escapes of TOML', character => `\\U000000${hex(character)}`),
  ...escaping('short escapes', character => `\\x${hex(character)}`),
  ...escaping('escapes in braces', character => `\\u{${hex(character)}}`),
  ...escaping('short escapes in braces', character => `\\x{${hex(character)}}`),
  ...escaping('octal escapes', character => `\\${character.charCodeAt(0).toString(8)}`),
  ...escaping('decimal references', character => `&#${character.charCodeAt(0)};`),
  ...escaping('hexadecimal references', character => `&#x${hex(character)};`),
  ...escaping('padded references', character => `&#x000${hex(character)};`),
  ...escaping('percent signs', character => `%${hex(character)}`),
  ...escaping('needless backslashes', character => `\\${character}`),
  replacing('percent signs for punctuation', /(?<=\w)[-./](?=\w)/g, sign => `%${hex(sign)}`),
  replacing('percent signs for slashes', /(?<=\w)\/(?=\w)/g, '%2F'),
  replacing('escaped slashes', /(?<=\w)\/(?=\w)/g, '\\/'),
  replacing('escapes for punctuation', /(?<=\w)[-./](?=\w)/g, sign => `\\u00${hex(sign)}`),
  replacing('short escapes for punctuation', /(?<=\w)[-./](?=\w)/g, sign => `\\x${hex(sign)}`),
  replacing('octal escapes for punctuation', /(?<=\w)[-./](?=\w)/g, sign => `\\0${sign.charCodeAt(0).toString(8)}`),
  replacing('short octal escapes for punctuation', /(?<=\w)[-./](?=\w)/g, sign => `\\${sign.charCodeAt(0).toString(8)}`)
]

const joints: readonly Mutation[] = [
  replacing('continued words', /(?<=[A-Za-z]{3})(?=[A-Za-z]{3})/g, '\\\n'),
  replacing('continued and indented words', /(?<=[A-Za-z]{3})(?=[A-Za-z]{3})/g, '\\\n    '),
  replacing('continued blanks', BLANK, ' \\\n  '),
  replacing('continued punctuation', /(?<=[A-Za-z])(?=[-./][A-Za-z])/g, '\\\n'),
  replacing('continued after punctuation', /(?<=[A-Za-z][-./])(?=[A-Za-z])/g, '\\\n'),
  replacing('joined quotes in words', /(?<=[A-Za-z]{3})(?=[A-Za-z]{3})/g, '""'),
  replacing('joined single quotes in words', /(?<=[A-Za-z]{3})(?=[A-Za-z]{3})/g, "''"),
  replacing('joined texts', /(?<=[A-Za-z]{3})(?=[A-Za-z]{3})/g, '" + "'),
  replacing('adjoining texts', /(?<=[A-Za-z]{3})(?=[A-Za-z]{3})/g, '" "'),
  replacing('adjoining single-quoted texts', /(?<=[A-Za-z]{3})(?=[A-Za-z]{3})/g, "' '"),
  replacing('folded words', /(?<=[A-Za-z]{3})(?=-[A-Za-z]{3})/g, '\n')
]

const comments: readonly Mutation[] = [
  replacing('comments of C after words', WORD_END, '/* c */'),
  replacing('comments of C before blanks', BLANK, ' /* c */ '),
  replacing('comments at the end', /(?<=\S)$/gm, ' # c'),
  replacing('slash comments at the end', /(?<=\S)$/gm, ' // c'),
  replacing('comments of XML in texts', /(?<=>[^<\n]{2})(?=[^<\n]+<)/g, '<!-- c -->'),
  replacing('instructions in texts', /(?<=>[^<\n]{2})(?=[^<\n]+<)/g, '<?c?>'),
  replacing('sections around texts', />([^<>\s][^<>]*)</g, '><![CDATA[$1]]><'),
  replacing('sections in texts', />([^<>\s][^<>]?)([^<>]*)</g, '>$1<![CDATA[$2]]><')
]

const tags: readonly Mutation[] = [
  replacing('blanks in tags', />/g, ' >'),
  replacing('line ends in tags', TAG, '<$1\n '),
  replacing('attributes in tags', TAG, '<$1 a="b"'),
  replacing('a prefix in tags', /<(\/?)([A-Za-z])/g, '<$1p:$2')
]

const letters: readonly Mutation[] = [
  { name: 'capitals', apply: text => text.toUpperCase() },
  { name: 'small letters', apply: text => text.toLowerCase() },
  replacing('a capital in front', /\b[a-z](?=\w{2})/g, first => first.toUpperCase()),
  replacing('capitals in tags', /(<\/?)([\w]+)/g, (_, open = '', name = '') => `${open}${name.toUpperCase()}`),
  replacing('capitals in keys', KEY, (_, before = '', key = '') => `${before}${key.toUpperCase()}`),
  replacing('underscores for dashes', /(?<=\w)-(?=\w)/g, '_'),
  replacing('dashes for underscores', /(?<=\w)_(?=\w)/g, '-'),
  replacing('no dashes', /(?<=[a-z])-(?=[a-z])/g, ''),
  replacing('short options', /(?<=^\s*)--requirement/gm, '-r'),
  replacing('shortened options', /--(req|cons)[a-z]+/g, '--$1')
]

const MUTATIONS: readonly Mutation[] = [
  ...blanks,
  ...separators,
  ...quotes,
  ...escapes,
  ...joints,
  ...comments,
  ...tags,
  ...letters
]

/** One of the mutations, by a number of any size. */
export function mutationAt(number: number): (text: string) => string {
  return MUTATIONS[number % MUTATIONS.length]?.apply ?? (text => text)
}

/** A text as it is, or under a mutation: as a whole, or of one line alone. */
export interface Mutated {
  readonly text: string
  readonly mutation: string
  readonly line: boolean
}

/**
 * A text as it is, and under every mutation: as a whole, and in texts of at most `mostLines` lines also line by line, since many
 * changes at once break most texts.
 */
export function mutationsOf(text: string, mostLines: number): readonly Mutated[] {
  const lines = text.split('\n')
  const found = new Map<string, Mutated>()
  const add = (mutated: Mutated) => found.has(mutated.text) || found.set(mutated.text, mutated)
  add({ text, mutation: 'as it is', line: false })
  for (const { name, apply } of MUTATIONS) add({ text: apply(text), mutation: name, line: false })
  if (lines.length > mostLines) return [...found.values()]
  for (const [index, line] of lines.entries()) {
    const before = lines
      .slice(0, index)
      .map(each => `${each}\n`)
      .join('')
    const after = lines
      .slice(index + 1)
      .map(each => `\n${each}`)
      .join('')
    for (const { name, apply } of MUTATIONS) {
      const mutated = apply(line)
      if (mutated !== line)
        add({ text: before + mutated + after, mutation: `${name} in line ${index + 1}`, line: true })
    }
  }
  return [...found.values()]
}
