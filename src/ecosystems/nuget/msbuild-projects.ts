/**
 * What each package of an MSBuild project is required as: the items of all of its files in their order, with `Include`, `Update` and
 * `Remove`, central versions and `VersionOverride`.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/msbuild-items,
 * https://learn.microsoft.com/nuget/consume-packages/central-package-management. Deliberately ignored: items that refer to other
 * items, and names with `*`.
 */

import { defined, memoised } from '../../collections.ts'
import type { EvaluatedProject, EvaluatedUse, KnownScope, MeantVersion, ProjectEvaluation } from '../file-format.ts'
import { inForce, isForTests, isTestPackage, namesIn, scopeOf, toReport, versionRequirement } from './msbuild.ts'
import { allHold, type ConditionSurroundings } from './msbuild-conditions.ts'
import { MsbuildFiles } from './msbuild-files.ts'
import { isImportedByPlace, isProject, type OpenProject, openProject, type PlacedItem } from './msbuild-project.ts'
import type { ConditionalText, ItemStatement } from './msbuild-statements.ts'
import { propertyIn, valuesOf, type Written } from './msbuild-values.ts'

/** Evaluates the projects among MSBuild files, and files that no project imports as projects of their own. */
export const msbuildProjects: ProjectEvaluation = {
  evaluate(texts, isWatched) {
    const files = new MsbuildFiles(texts, name => isWatched(name) || isTestPackage(name))
    const imported = new Set<string>()
    const evaluate = (path: string): EvaluatedProject | [] => {
      if (files.left < 0) return []
      const open = openProject(path, files)
      for (const file of open.files) if (file !== path) imported.add(file)
      return { path, files: open.files, isComplete: open.isComplete, uses: new Evaluation(open, isWatched).run() }
    }
    const paths = [...texts.keys()].sort()
    const projects = paths.filter(isProject).flatMap(evaluate)
    const others = paths.filter(path => !isProject(path) && !imported.has(path)).flatMap(evaluate)
    // Where some projects were not evaluated, it is not known whether they use what the others do not.
    return files.left < 0 ? undefined : [...projects, ...others.filter(({ path }) => !imported.has(path))]
  },
  isProject,
  isImportedByPlace
}

/** A place where a package is named, with the text of its version if there is one. */
interface Naming {
  readonly name: string
  readonly at: Written
  readonly written?: Written
}

/** The places of a version that may count. */
interface Choice {
  readonly namings: readonly Naming[]
  /** Whether one of them surely does. */
  readonly isCertain: boolean
}

/** A package of a project after some of its items. */
interface Present {
  versions: Choice
  overrides: Choice
  scope: KnownScope | undefined
}

/** An item that concerns a package. */
interface Effect {
  readonly name: string
  readonly item: ItemStatement
  /** Undefined if it cannot be decided. */
  readonly holds: boolean | undefined
  readonly versions: Choice
  readonly overrides: Choice
}

/** A package that nothing says anything of. */
const NOTHING: readonly Present[] = []

/** How often a project may have one package, and how many versions of one count. No real project comes near it. */
const MOST_PRESENT = 50

/** The evaluation of the items of one project. */
class Evaluation {
  private readonly project: OpenProject
  private readonly isWatched: (name: string) => boolean
  private readonly isTest: boolean
  /** The packages by the type of item and the name in lower case. */
  private readonly present = new Map<string, readonly Present[]>()
  /** All places that name a package, also those without effect, with the types of their items. */
  private readonly namings = new Map<Naming, string>()
  /** The packages to which a place has contributed. */
  private readonly users = new Map<Naming, Present[]>()
  private readonly versionsOf = memoised((key: string) => this.versionsFor(key))
  private readonly isOptedOut: boolean
  private readonly isPinning: boolean

  constructor(project: OpenProject, isWatched: (name: string) => boolean) {
    this.project = project
    this.isWatched = isWatched
    const tests = { has: (name: string) => project.items.some(one => this.includes(one, name)) }
    this.isTest = isForTests(project.properties, tests, project.sdks)
    this.isOptedOut = this.isAll('managepackageversionscentrally', 'false')
    this.isPinning = this.isAll('centralpackagetransitivepinningenabled', 'true')
  }

  run(): readonly EvaluatedUse[] {
    for (const one of this.project.items) this.apply(one)
    return Array.from(this.namings).flatMap(([naming, type]) => this.useOf(naming, type) ?? [])
  }

  private includes({ item, path }: PlacedItem, name: string): boolean {
    if (item.type !== 'packagereference' || !item.include?.value.toLowerCase().includes(name)) return false
    return allHold(item.conditions, this.project.around(path)) === true
  }

  private apply({ item, path }: PlacedItem): void {
    const list = item.include ?? item.update ?? item.remove
    const names = list ? namesIn(list).map(({ value, at }) => ({ value, at, path })) : []
    const around = this.project.around(path)
    const watched = names.flatMap(at => this.namesFor(at, around).map(name => ({ name, at })))
    if (watched.length === 0) return
    const holds = allHold(item.conditions, around)
    for (const { name, at } of watched) {
      const choiceOf = (all: readonly ConditionalText[]): Choice => {
        const { texts, isCertain } = inForce(all, around)
        return { namings: texts.map(text => ({ name, at, written: { ...text, path } })), isCertain }
      }
      const [versions, overrides] = [choiceOf(item.versions), choiceOf(item.overrides)]
      this.applyTo({ name, item, holds, versions, overrides }, at)
    }
  }

  /** The packages that a name means and that matter: one, unless it is a property. */
  private namesFor(named: Written, around: ConditionSurroundings): readonly string[] {
    const values = propertyIn(named.value) === undefined ? undefined : toReport(valuesOf(named, around))
    const names = values?.map(({ text }) => text) ?? [named.value]
    return names.filter(name => name !== '' && this.isWatched(name))
  }

  private applyTo(effect: Effect, at: Written): void {
    const { name, item, holds, versions, overrides } = effect
    const key = keyOf(item.type, name)
    if (item.remove && !item.include && !item.update) {
      if (holds) this.present.delete(key)
      return
    }
    const own = overrides.namings.length > 0 ? overrides.namings : versions.namings
    // An update without a version is no place of its own.
    const namings = own.length > 0 || !item.include ? own : [{ name, at }]
    for (const naming of namings) this.namings.set(naming, item.type)
    if (holds === false) return
    const before = this.present.get(key) ?? NOTHING
    const added: Present = { versions, overrides, scope: scopeOf(item, this.isTest, true) }
    const changed = item.include ? [added] : before
    if (item.include && before.length < MOST_PRESENT) this.present.set(key, [...before, added])
    if (!item.include) for (const one of before) update(one, effect)
    for (const naming of namings) this.users.set(naming, [...changed])
  }

  /** What a place comes to in the project; undefined if the project has nothing of the package. */
  private useOf(naming: Naming, type: string): EvaluatedUse | undefined {
    const { name, written } = naming
    const isCentral = type === 'packageversion'
    const referenced = keyOf(isCentral ? 'packagereference' : type, name)
    const isUnused = isCentral && !this.present.has(referenced)
    const key = isUnused ? keyOf(type, name) : referenced
    const all = this.present.get(key) ?? NOTHING
    if (all.length === 0) return undefined
    const own = isCentral ? [] : (this.users.get(naming) ?? []).filter(one => all.includes(one))
    const versions = own.length === 0 ? this.versionsOf(key) : own.flatMap(one => this.versionsIn(one, name))
    const scopes = (own.length > 0 ? own : all).map(({ scope }) => scope)
    const { path, at } = written ?? naming.at
    return {
      name,
      at: { path, at },
      versions: versions.slice(0, MOST_PRESENT),
      isUsed: !isUnused || this.isPinning,
      ...defined({
        isFinal: written === undefined && this.isOptedOut ? (true as const) : undefined,
        scope: isCentral ? undefined : (scopes.find(scope => scope === 'runtime') ?? scopes[0])
      })
    }
  }

  /** The versions of all packages of a type and name. */
  private versionsFor(key: string): readonly MeantVersion[] {
    const name = key.slice(key.indexOf(' ') + 1)
    return (this.present.get(key) ?? NOTHING).flatMap(one => this.versionsIn(one, name)).slice(0, MOST_PRESENT)
  }

  private versionsIn({ versions, overrides }: Present, name: string): readonly MeantVersion[] {
    const all: MeantVersion[] = []
    for (const { namings, isCertain } of [overrides, versions]) {
      const own = namings.flatMap(naming => this.meant(naming))
      all.push(...own)
      if (isCertain && own.length > 0) return all
    }
    if (this.isOptedOut) return all
    const central = this.present.get(keyOf('packageversion', name)) ?? NOTHING
    return [...all, ...central.flatMap(one => one.versions.namings.flatMap(naming => this.meant(naming)))]
  }

  /** The versions that a text means; none where it is empty. */
  private meant({ written }: Naming): readonly MeantVersion[] {
    if (!written) return []
    const usedAt = { path: written.path, at: written.at }
    return toReport(valuesOf(written, this.project.around(written.path))).flatMap(value => {
      const { text, state, source = written } = value
      const stated = state === 'known' ? text : source.value
      const at = { path: source.path, at: source.at }
      return stated === '' ? [] : [{ requirement: versionRequirement(stated), at, usedAt }]
    })
  }

  private isAll(property: string, wanted: string): boolean {
    const values = this.project.properties.valuesOf(property) ?? []
    return values.length > 0 && values.every(({ text }) => text.toLowerCase() === wanted)
  }
}

function keyOf(type: string, name: string): string {
  return `${type} ${name.toLowerCase()}`
}

/** Applies an update to a package that comes before it. */
function update(present: Present, { item, holds, versions, overrides }: Effect): void {
  const merged = (before: Choice, own: Choice): Choice => {
    if (own.namings.length === 0) return before
    if (holds && own.isCertain) return own
    return { namings: [...before.namings, ...own.namings].slice(0, MOST_PRESENT), isCertain: before.isCertain }
  }
  present.versions = merged(present.versions, versions)
  present.overrides = merged(present.overrides, overrides)
  if (item.isPrivate && holds) present.scope = 'development'
}
