/**
 * The values of MSBuild properties and of texts with references to them. A property may have several values where a condition
 * cannot be decided.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/msbuild-properties,
 * https://learn.microsoft.com/visualstudio/msbuild/property-functions. Deliberately ignored: property functions that concern
 * neither paths nor parts of texts, and the environment.
 */

import { posix } from 'node:path'
import { baseName, folderName } from '../../paths.ts'

/** A text with its file. `at` is the offset of its first character. */
export interface Written {
  readonly value: string
  readonly at: number
  readonly path: string
}

/** One of the values that a text may have. */
export interface Value {
  readonly text: string
  /** `undefined`: a property in it is defined nowhere; `outside`: the build or its tools decide. Both are empty for now. */
  readonly state: 'known' | 'undefined' | 'outside'
  /** The text that a person would change. Absent if no file contains it. */
  readonly source?: Written
}

/** What the meaning of a text depends on. */
export interface Surroundings {
  /** The file with the text. */
  readonly path: string
  /** The values of a property by its name in lower case; undefined if nothing defines it. */
  valuesOf(name: string): readonly Value[] | undefined
  /** The file of a name in a folder or the nearest one above it, in any letter case. */
  fileAbove(name: string, folder: string): string | undefined
}

/** How many values of one property or version are followed; no real file comes near it. */
export const MAXIMUM_ALTERNATIVES = 20

const LONGEST_TEXT = 300
const DEEPEST_CALLS = 5
const PROPERTY = /^\$\((?<name>[A-Za-z_][\w-]{0,200})\)$/
const NAME = /^[A-Za-z_][\w-]{0,200}$/
const FUNCTION = /^\[(?<type>[\w.]{1,100})\]::(?<name>\w{1,100})\((?<list>.*)\)$/s
const METHOD = /^(?<property>[A-Za-z_][\w-]{0,200})\.(?<name>\w{1,100})\((?<list>.*)\)$/s
const ITEMS = /[@%]\(/
const QUOTED = /^(?<quote>['"`]).*\k<quote>$/s

const OUTSIDE: Value = { text: '', state: 'outside' }
const UNDEFINED: Value = { text: '', state: 'undefined' }

/** The property that a text refers to, in lower case; undefined if the text is more or less than a reference. */
export function propertyIn(text: string): string | undefined {
  return PROPERTY.exec(text)?.groups?.['name']?.toLowerCase()
}

/** A value that the build or its tools decide. */
export function outside(source?: Written): Value {
  return source ? { ...OUTSIDE, source } : OUTSIDE
}

/** All values of several texts, without repetitions; a value from outside if they are too many. */
export function union(...all: readonly (readonly Value[])[]): readonly Value[] {
  const [only, ...others] = all.flat()
  if (only && others.length === 0) return [only]
  const found = new Map<string, Value>()
  for (const value of all.flat()) {
    found.set(JSON.stringify([value.state, value.text, value.source?.path, value.source?.at]), value)
  }
  return found.size > MAXIMUM_ALTERNATIVES ? [OUTSIDE] : [...found.values()]
}

/** The values of a property before anything sets it. */
export function unset(): readonly Value[] {
  return [UNDEFINED]
}

/** The values of a text. Those of a mere reference keep their own source; those of other texts have the text as their source. */
export function valuesOf(written: Written, around: Surroundings): readonly Value[] {
  const name = propertyIn(written.value)
  const values = name === undefined ? undefined : propertyValues(name, around)
  if (values) return values.map(value => (value.source ? value : { ...value, source: written }))
  return expanded(written.value, around, 0).map(value => ({ ...value, source: written }))
}

/** The values of a text without a place. */
export function expanded(text: string, around: Surroundings, depth = 0): readonly Value[] {
  if (ITEMS.test(text) || text.length > LONGEST_TEXT)
    return text.includes('$(') || ITEMS.test(text) ? [OUTSIDE] : [known(text)]
  let all: readonly Value[] = [known('')]
  let from = 0
  for (let at = text.indexOf('$('); at >= 0; at = text.indexOf('$(', from)) {
    const end = closing(text, at + 1)
    if (end === undefined) return [OUTSIDE]
    all = joined(all, [known(text.slice(from, at))])
    all = joined(all, expressionValues(text.slice(at + 2, end), around, depth))
    from = end + 1
  }
  return joined(all, [known(text.slice(from))])
}

function known(text: string): Value {
  return { text, state: 'known' }
}

function joined(left: readonly Value[], right: readonly Value[]): readonly Value[] {
  if (left.length * right.length > MAXIMUM_ALTERNATIVES) return [OUTSIDE]
  return left.flatMap(a =>
    right.map(b => {
      const text = a.text + b.text
      if (text.length > LONGEST_TEXT || a.state === 'outside' || b.state === 'outside') return OUTSIDE
      return { text, state: a.state === 'undefined' ? a.state : b.state }
    })
  )
}

/** The offset of the parenthesis that closes the one at an offset; undefined if none does. Quotes hide parentheses. */
export function closing(text: string, open: number): number | undefined {
  let depth = 0
  let quote = ''
  for (let at = open; at < text.length; at++) {
    const character = text[at] as string
    if (quote !== '') quote = character === quote ? '' : quote
    else if (`'"\``.includes(character)) quote = character
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at
  }
  return undefined
}

function expressionValues(written: string, around: Surroundings, depth: number): readonly Value[] {
  const expression = written.trim()
  if (NAME.test(expression)) return propertyValues(expression.toLowerCase(), around) ?? unset()
  const { type, property, name = '', list = '' } = (FUNCTION.exec(expression) ?? METHOD.exec(expression))?.groups ?? {}
  const call = FUNCTIONS[`${type ?? ''}::${name}`.toLowerCase()]
  if (!call || depth >= DEEPEST_CALLS) return [OUTSIDE]
  const own = property === undefined ? [] : [`$(${property})`]
  const parameters = [...own, ...separated(list)].map(part => expanded(part, around, depth + 1))
  const values = parameters.flatMap(([value]) => (value ? [value] : []))
  // The values of several properties are not tried in every combination.
  if (parameters.some(({ length }) => length !== 1) || values.some(({ state }) => state !== 'known')) return [OUTSIDE]
  const text = call(
    values.map(value => value.text),
    around
  )
  return [text === undefined ? OUTSIDE : known(text)]
}

/** The arguments in a list, without their quotes. */
function separated(list: string): readonly string[] {
  const parts: string[] = []
  let [depth, from, quote] = [0, 0, '']
  for (let at = 0; at <= list.length; at++) {
    const character = list[at] ?? ','
    if (quote !== '' && at < list.length) quote = character === quote ? '' : quote
    else if (`'"\``.includes(character)) quote = character
    else if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === ',' && (depth === 0 || at === list.length)) {
      const part = list.slice(from, at).trim()
      parts.push(QUOTED.test(part) ? part.slice(1, -1) : part)
      from = at + 1
    }
  }
  return parts
}

/** What MSBuild and .NET make of paths and texts. A path from the root of the repository begins with a slash. */
const FUNCTIONS: Readonly<Record<string, (parameters: readonly string[], around: Surroundings) => string | undefined>> =
  {
    'msbuild::getpathoffileabove': ([file = '', start], around) => {
      const found = around.fileAbove(slashed(file), folderIn(start ?? folderName(around.path), around) ?? '..')
      return found === undefined ? '' : `/${found}`
    },
    'msbuild::getdirectorynameoffileabove': ([start = '', file = ''], around) => {
      const found = around.fileAbove(slashed(file), folderIn(start, around) ?? '..')
      return found === undefined ? '' : `/${folderName(found)}`
    },
    'msbuild::normalizepath': parts => posix.join(...parts.map(slashed)),
    'msbuild::normalizedirectory': parts => `${posix.join(...parts.map(slashed))}/`,
    'msbuild::ensuretrailingslash': ([path = '']) => path.replace(/[\\/]?$/, '/'),
    'system.io.path::combine': parts => posix.join(...parts.map(slashed)),
    'system.io.path::getfullpath': ([path = '']) => posix.normalize(slashed(path)),
    'system.io.path::getdirectoryname': ([path = '']) => posix.dirname(slashed(path)),
    '::startswith': ([text = '', part = '']) => String(text.startsWith(part)),
    '::endswith': ([text = '', part = '']) => String(text.endsWith(part)),
    '::contains': ([text = '', part = '']) => String(text.includes(part)),
    'msbuild::valueordefault': ([value = '', other = '']) => (value === '' ? other : value)
  }

/** A path with the slashes of Unix. */
export function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}

/** The file or folder of the repository that a path means in a file; undefined if it is outside of the repository. */
export function pathIn(path: string, from: string): string | undefined {
  const plain = slashed(path)
  const normal = posix.normalize(plain.startsWith('/') ? `.${plain}` : posix.join(folderName(from), plain, '.'))
  if (normal === '..' || normal.startsWith('../')) return undefined
  const cut = normal.replace(/\/$/, '')
  return cut === '.' ? '' : cut
}

function folderIn(start: string, { path }: Surroundings): string | undefined {
  return pathIn(start.startsWith('/') || start === '' ? `/${start}` : start, path)
}

/** The values of a property, also of those that MSBuild itself sets from the path of the file. */
function propertyValues(name: string, around: Surroundings): readonly Value[] | undefined {
  const own = name.startsWith('msbuildthisfile') ? fileProperty(name, around.path) : undefined
  return own === undefined ? around.valuesOf(name) : [known(own)]
}

function fileProperty(name: string, path: string): string | undefined {
  const file = baseName(path)
  if (name === 'msbuildthisfiledirectory') return `/${path.slice(0, path.length - file.length)}`
  if (name === 'msbuildthisfilename') return file.replace(/\.[^.]*$/, '')
  if (name === 'msbuildthisfilefullpath') return `/${path}`
  return name === 'msbuildthisfile' ? file : undefined
}
