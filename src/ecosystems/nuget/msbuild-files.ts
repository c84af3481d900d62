/**
 * The MSBuild files of a workspace as their statements, without those on which no version of a watched package depends: a
 * repository may have thousands of projects, and each of them evaluates what it imports anew.
 */

import { groupBy, memoised } from '../../collections.ts'
import { baseName, folderName, foldersAbove } from '../../paths.ts'
import { parseXml } from '../../syntax/xml.ts'
import { namesIn } from './msbuild.ts'
import { type ConditionalText, type Statement, sdksOf, statementsIn } from './msbuild-statements.ts'

/** A file as its statements. */
interface ParsedFile {
  readonly statements: readonly Statement[]
  readonly sdks: readonly string[]
}

/** Statements that are evaluated in one workspace: enough for thousands of projects. Only a hostile one spends them. */
const MOST_STATEMENTS = 200_000

const REFERENCE = /\$\(\s*([A-Za-z_][\w-]*)/g

/** What decides which files and items count, whether a file refers to it or not. */
const ALWAYS_RELEVANT: readonly string[] = [
  ...['directorybuildprops', 'directorybuildtargets', 'directorypackagesprops', 'centralpackagesfile'].flatMap(name => [
    `${name}path`,
    `import${name}`
  ]),
  'managepackageversionscentrally',
  'centralpackagetransitivepinningenabled',
  'targetframeworks',
  'istestproject'
]

/** The files of a workspace. */
export class MsbuildFiles {
  /** Statements that are left to evaluate. */
  left = MOST_STATEMENTS
  private readonly parsed: ReadonlyMap<string, ParsedFile>
  private readonly byLowerCase = new Map<string, string>()
  private readonly inFolder = memoised((_: undefined) => groupBy(this.byLowerCase.values(), folderName))

  /** `isWatched` says which packages matter. */
  constructor(texts: ReadonlyMap<string, string>, isWatched: (name: string) => boolean) {
    const parsed = [...texts].map(([path, text]) => [path, parse(text)] as const)
    const isRelevant = relevance(
      parsed.flatMap(([, { statements }]) => statements),
      isWatched
    )
    this.parsed = new Map(
      parsed.map(([path, { statements, sdks }]) => [path, { statements: statements.filter(isRelevant), sdks }])
    )
    for (const path of [...texts.keys()].sort()) this.byLowerCase.set(path.toLowerCase(), path)
  }

  /** The statements of a file that matter. */
  in(path: string): ParsedFile {
    return this.parsed.get(path) ?? { statements: [], sdks: [] }
  }

  /** The file at a path in any letter case, which is how Windows finds it. */
  at(path: string): string | undefined {
    return this.byLowerCase.get(path.toLowerCase())
  }

  /** The file of a name in a folder, or else in the nearest one above it. */
  above(name: string, folder: string): string | undefined {
    for (const above of foldersAbove(folder)) {
      const found = this.at(above === '' ? name : `${above}/${name}`)
      if (found !== undefined) return found
    }
    return undefined
  }

  /** The files that a path with `*` in its last part means. */
  matching(path: string): readonly string[] {
    const [before = '', ...after] = baseName(path).toLowerCase().split('*')
    const end = after.at(-1) ?? ''
    if (after.length !== 1) return []
    const others = this.inFolder(undefined).get(folderName(path)) ?? []
    return others.filter(other => {
      const name = baseName(other).toLowerCase()
      return name.length >= before.length + end.length && name.startsWith(before) && name.endsWith(end)
    })
  }
}

function parse(text: string): ParsedFile {
  const { root } = parseXml(text)
  return root ? { statements: [...statementsIn(root)], sdks: sdksOf(root) } : { statements: [], sdks: [] }
}

/** Imports, the items of watched packages, and the properties on which these depend. */
function relevance(all: readonly Statement[], isWatched: (name: string) => boolean): (statement: Statement) => boolean {
  const setters = groupBy(
    all.flatMap(one => (one.kind === 'property' ? one : [])),
    ({ name }) => name
  )
  const isItem = memoised((one: Statement) => one.kind === 'item' && namesWatched(one, isWatched))
  const roots = all.filter(one => one.kind === 'import' || isItem(one))
  const names = new Set([...ALWAYS_RELEVANT, ...roots.flatMap(namesReferredTo)])
  // Names that are added are visited too.
  for (const name of names) {
    for (const setter of setters.get(name) ?? []) for (const other of namesReferredTo(setter)) names.add(other)
  }
  return one => (one.kind === 'property' ? names.has(one.name) : one.kind === 'import' || isItem(one))
}

/** Whether an item is of a watched package, or may be. */
function namesWatched(item: Statement, isWatched: (name: string) => boolean): boolean {
  if (item.kind !== 'item') return false
  const list = item.include ?? item.update ?? item.remove
  return list !== undefined && namesIn(list).some(({ value }) => value.includes('$(') || isWatched(value))
}

function namesReferredTo(statement: Statement): readonly string[] {
  const conditioned = (all: readonly ConditionalText[]) =>
    all.flatMap(({ text, conditions }) => [text.value, ...conditionTexts(conditions)])
  const texts = conditionTexts(statement.conditions)
  if (statement.kind === 'property') texts.push(statement.value.value)
  else if (statement.kind === 'import') texts.push(statement.project?.value ?? '')
  else {
    const { include, update, remove, versions, overrides } = statement
    texts.push(
      ...[include, update, remove].map(one => one?.value ?? ''),
      ...conditioned(versions),
      ...conditioned(overrides)
    )
  }
  return texts.flatMap(text => Array.from(text.matchAll(REFERENCE), ([, name = '']) => name.toLowerCase()))
}

function conditionTexts(conditions: Statement['conditions']): string[] {
  return conditions.flatMap(one => (one === 'undecidable' || one === 'never' ? [] : one.text))
}
