/**
 * The files of one MSBuild project in the order in which MSBuild evaluates them, and the properties that they set: first all
 * properties, with imported files in the place of their imports, then the items.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/build-process-overview#evaluation-phase,
 * https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory. Deliberately ignored: what SDKs and packages import,
 * and files that a build writes.
 */

import { baseName, folderName } from '../../paths.ts'
import { allHold, type ConditionSurroundings, type KnownConditions } from './msbuild-conditions.ts'
import type { MsbuildFiles } from './msbuild-files.ts'
import { Properties } from './msbuild-properties.ts'
import type { Condition, ImportStatement, ItemStatement } from './msbuild-statements.ts'
import { expanded, outside, pathIn, slashed, type Value } from './msbuild-values.ts'

/** An item with its file. */
export interface PlacedItem {
  readonly item: ItemStatement
  readonly path: string
}

/** A project whose properties have been evaluated. */
export interface OpenProject {
  readonly path: string
  readonly files: ReadonlySet<string>
  readonly properties: Properties
  readonly sdks: readonly string[]
  /** The items of all files in their order. */
  readonly items: readonly PlacedItem[]
  /** Whether all imports were followed, apart from those of the tools. */
  readonly isComplete: boolean
  around(path: string): ConditionSurroundings
}

const BUILD_PROPS = 'Directory.Build.props'
const BUILD_TARGETS = 'Directory.Build.targets'
const PACKAGES_PROPS = 'Directory.Packages.props'
/** The central file of Microsoft.Build.CentralPackageVersions, the SDK that came before. */
const SDK_PACKAGES_PROPS = 'Packages.props'
/** The files that are imported because of their place. */
const BY_PLACE = new Set([BUILD_PROPS, BUILD_TARGETS, PACKAGES_PROPS].map(name => name.toLowerCase()))

const PROJECT = /\.(?:cs|fs|vb)proj$/i
const MSBUILD_FILE = /\.(?:\w+proj|props|targets)$/i
/** Files of the tools that import the files above a project: the first kind before it, the second after it. */
const TOOL_PROPS = /(?:^|[\\/])(?:Sdk|Microsoft\.Common)\.props$/i
const TOOL_TARGETS = /(?:^|[\\/])(?:Sdk|Microsoft\.(?:Common|CSharp|FSharp|VisualBasic))\.targets$/i
/** Folders of the tools. */
const OF_TOOLS =
  /^\$\((?:MSBuild(?:Extensions|Tools|Bin|SDKs|UserExtensions|Framework)\w*|VSToolsPath|FSharpTargetsPath)\)/i
const TOOL_SDK = /^\s*(?:Microsoft\.(?:NET\.Sdk|Build)|MSTest\.Sdk|Aspire\.AppHost\.Sdk)\b/i

/** Files that may import one another in a chain. */
const MOST_NESTED = 50

/** Whether a file is a project, which others do not import. */
export function isProject(path: string): boolean {
  return PROJECT.test(path)
}

/** Whether a file is imported because of its place, and by its name only if another one takes its place. */
export function isImportedByPlace(path: string): boolean {
  return BY_PLACE.has(baseName(path).toLowerCase())
}

/** The place of an import: in which file, whether it surely happens, and how many files lead to it. */
interface Importer {
  readonly from: string
  readonly isCertain: boolean
  readonly depth: number
}

/** Evaluates the properties of a project, and those of a file that nothing imports as if it were a project by itself. */
export function openProject(path: string, files: MsbuildFiles): OpenProject {
  return new Opening(path, files).run()
}

class Opening {
  private readonly path: string
  private readonly all: MsbuildFiles
  private readonly files = new Set<string>()
  private readonly properties = new Properties()
  private readonly items: PlacedItem[] = []
  private readonly sdks: string[] = []
  private isComplete = true
  private hasProps = false
  private hasTargets = false

  constructor(path: string, files: MsbuildFiles) {
    this.path = path
    this.all = files
    if (!isProject(path)) {
      this.hasProps = true
      this.hasTargets = true
      return
    }
    const name = baseName(path)
    this.properties.preset('msbuildprojectdirectory', `/${folderName(path)}`)
    this.properties.preset('msbuildprojectfullpath', `/${path}`)
    this.properties.preset('msbuildprojectfile', name)
    this.properties.preset('msbuildprojectname', name.replace(/\.[^.]*$/, ''))
    this.properties.preset('msbuildprojectextension', name.replace(/^.*(?=\.)/, ''))
  }

  run(): OpenProject {
    const { path, files, properties, sdks, items } = this
    const { statements } = this.all.in(path)
    const isLate = statements.some(one => one.kind === 'import' && TOOL_PROPS.test(one.project?.value ?? ''))
    if (!isLate) this.importAbove('props')
    this.read(path, true, 0)
    this.importAbove('targets')
    return { path, files, properties, sdks, items, isComplete: this.isComplete, around: from => this.around(from) }
  }

  around(path: string): ConditionSurroundings {
    return {
      path,
      valuesOf: name => this.properties.valuesOf(name),
      fileAbove: (name, folder) => this.all.above(name, folder),
      exists: written => {
        const file = pathIn(written, path)
        if (file !== undefined && this.all.at(file) !== undefined) return true
        // Only MSBuild's own files are known here.
        return file !== undefined && MSBUILD_FILE.test(file) ? false : undefined
      }
    }
  }

  /** Imports what the tools import because of its place, once. */
  private importAbove(when: 'props' | 'targets'): void {
    if (when === 'props' && !this.hasProps) {
      this.hasProps = true
      this.importByPlace(BUILD_PROPS, 'directorybuildprops')
      this.importByPlace(PACKAGES_PROPS, 'directorypackagesprops')
    } else if (when === 'targets' && !this.hasTargets) {
      this.hasTargets = true
      this.importByPlace(BUILD_TARGETS, 'directorybuildtargets')
      this.importByPlace(SDK_PACKAGES_PROPS, 'centralpackagesfile')
    }
  }

  /** The file that a property names, or else the nearest one above the project: no other one of its name, unless it imports that. */
  private importByPlace(name: string, property: string): void {
    const given = this.properties.valuesOf(`${property}path`)?.filter(({ text }) => text !== '') ?? []
    const wanted = this.properties.valuesOf(`import${property}`) ?? []
    if (wanted.length > 0 && wanted.every(({ text }) => text.toLowerCase() === 'false')) return
    const found = this.all.above(name, folderName(this.path))
    if (given.length > 0) this.importPaths(given, { from: this.path, isCertain: true, depth: 0 })
    else if (found !== undefined) this.read(found, true, 0)
  }

  /** Reads a file in the place of its import. A second import of it changes nothing, so that a circle ends. */
  private read(path: string, isCertain: boolean, depth: number): void {
    if (this.files.has(path) || this.all.left < 0) return
    this.files.add(path)
    this.all.left--
    const { statements, sdks } = this.all.in(path)
    for (const name of sdks) this.useSdk(name)
    const around = this.around(path)
    const known: KnownConditions = new Map()
    for (const statement of statements) {
      if (--this.all.left < 0) return
      const conditions = isCertain ? statement.conditions : [...statement.conditions, 'undecidable' as const]
      if (statement.kind === 'item') {
        const item = { ...statement, conditions: conditions.map(one => withChoice(one, around, known)) }
        this.items.push({ item, path })
        continue
      }
      const holds = allHold(conditions, around, known)
      if (statement.kind === 'property') this.properties.apply(statement, holds, around)
      else if (holds !== false) this.import(statement, { from: path, isCertain: holds === true, depth: depth + 1 })
    }
  }

  private import({ project, sdk }: ImportStatement, importer: Importer): void {
    const around = this.around(importer.from)
    const written = project?.value ?? ''
    if (TOOL_PROPS.test(written)) this.importAbove('props')
    if (TOOL_TARGETS.test(written)) this.importAbove('targets')
    if (sdk !== undefined) this.useSdk(sdk)
    else if (!OF_TOOLS.test(written)) {
      for (const part of written.split(';')) this.importPaths(expanded(part.trim(), around), importer)
    }
  }

  private importPaths(paths: readonly Value[], { from, isCertain, depth }: Importer): void {
    const isOne = isCertain && paths.length === 1
    for (const { text, state } of paths.length === 0 ? [outside()] : paths) {
      const path = state === 'known' && text.trim() !== '' ? pathIn(slashed(text), from) : undefined
      const own = path === undefined ? undefined : this.all.at(path)
      const found = own === undefined && path?.includes('*') ? this.all.matching(path) : [own].flatMap(one => one ?? [])
      if (depth > MOST_NESTED || (found.length === 0 && !path?.includes('*'))) this.isComplete = false
      else for (const file of found) this.read(file, isOne, depth)
    }
  }

  /** What the SDKs of other vendors import is not known. */
  private useSdk(name: string): void {
    this.sdks.push(name)
    if (!TOOL_SDK.test(name)) this.isComplete = false
  }
}

/** The condition of an item, decided if it belongs to a choice. */
function withChoice(condition: Condition, around: ConditionSurroundings, known: KnownConditions): Condition {
  if (condition === 'never' || condition === 'undecidable' || !condition.isOfChoice) return condition
  const holds = allHold([condition], around, known)
  if (holds === undefined) return 'undecidable'
  return holds ? { text: 'true' } : 'never'
}
