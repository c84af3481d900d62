/**
 * The package items of MSBuild project files, such as `PackageReference`, and the properties that carry their versions, as far
 * as one file has them.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/msbuild-project-file-schema-reference. Deliberately
 * ignored: whether an item's condition holds, and what other files add, which depends on the project (`msbuild-projects.ts`).
 */

import { defined } from '../../collections.ts'
import type { Requirement } from '../../model/dependency.ts'
import { elementWords, parseXml, type XmlText } from '../../syntax/xml.ts'
import type { DefinitionEntry, Entry, IgnoredEntry, KnownScope } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { allHold, type ConditionSurroundings, type KnownConditions } from './msbuild-conditions.ts'
import { Properties } from './msbuild-properties.ts'
import { type ConditionalText, type ItemStatement, type Statement, sdksOf, statementsIn } from './msbuild-statements.ts'
import { MAXIMUM_ALTERNATIVES, propertyIn, union, type Value, valuesOf } from './msbuild-values.ts'

const XML = /^\s*</
const EXPRESSION = /[$@%]\(/
const BRACKETED = /^[[(]/
const TEST_PACKAGE = 'microsoft.net.test.sdk'
const TEST_SDK = /^MSTest\.Sdk(?:\/|$)/i

/** Reads the items of a project, each with the version that an attribute, a child element or a property of the same file gives it. */
export function* projectItems(text: string): Generator<Entry> {
  yield* read(text, false)
}

/** The same for a file that others import, with the values of its properties. */
export function* importedItems(text: string): Generator<Entry> {
  // Other tools use these file names for lists of properties, which are not XML.
  if (XML.test(text)) yield* read(text, true)
}

/** The requirement that a version, range or unresolved expression is to NuGet. */
export function versionRequirement(text: string): Requirement {
  const isRange = !EXPRESSION.test(text) && (BRACKETED.test(text) || text.includes('*'))
  return { kind: isRange ? 'range' : 'version', text }
}

/** The names in a list such as `A;B`, each with its own offset. */
export function namesIn(list: XmlText): readonly XmlText[] {
  const names: XmlText[] = []
  let from = list.at
  for (const part of list.value.split(';')) {
    const value = part.trim()
    if (value !== '') names.push({ value, at: from + part.indexOf(value) })
    from += part.length + 1
  }
  return names
}

/** The texts that count among several: the last one that surely holds, and those that may replace it. */
export function inForce(all: readonly ConditionalText[], around: ConditionSurroundings): InForce {
  const possible = all
    .map(one => ({ one, holds: allHold(one.conditions, around) }))
    .filter(({ holds }) => holds !== false)
  const last = possible.findLastIndex(({ holds }) => holds)
  return { texts: possible.slice(Math.max(0, last)).map(({ one }) => one.text), isCertain: last >= 0 }
}

/** The texts that count. */
interface InForce {
  readonly texts: readonly XmlText[]
  /** Whether one of them surely does. */
  readonly isCertain: boolean
}

/** The values to report: what is not defined counts only where nothing else may be meant. */
export function toReport(values: readonly Value[]): readonly Value[] {
  const stated = values.filter(({ state }) => state === 'known')
  return stated.length > 0 ? stated : values
}

/** Whether a package makes the project that refers to it one for tests. */
export function isTestPackage(name: string): boolean {
  return name.toLowerCase() === TEST_PACKAGE
}

/** Whether a project is for tests, from the values of `IsTestProject`, its packages and its SDKs. */
export function isForTests(
  properties: Properties,
  packages: { has(name: string): boolean },
  sdks: readonly string[]
): boolean {
  const stated = properties.valuesOf('istestproject')
  if (stated?.every(({ state }) => state === 'known')) return stated.every(({ text }) => text.toLowerCase() === 'true')
  return packages.has(TEST_PACKAGE) || sdks.some(name => TEST_SDK.test(name.trim()))
}

/** The scope of an item; undefined if its file does not tell what uses it. */
export function scopeOf(item: ItemStatement, isTest: boolean, isProject: boolean): KnownScope | undefined {
  if (item.type === 'packageversion') return undefined
  // https://learn.microsoft.com/nuget/consume-packages/central-package-management#global-package-references
  if (isTest || item.isPrivate || item.type === 'globalpackagereference') return 'development'
  return isProject ? 'runtime' : undefined
}

function* read(text: string, isImported: boolean): Generator<Entry> {
  const { root, fault } = parseXml(text)
  if (root) {
    const statements = [...statementsIn(root)]
    const properties = new Properties()
    const around: ConditionSurroundings = {
      path: '',
      valuesOf: name => properties.valuesOf(name),
      fileAbove: () => undefined,
      exists: () => undefined
    }
    const known: KnownConditions = new Map()
    for (const one of statements) {
      if (one.kind === 'property') properties.apply(one, allHold(one.conditions, around, known), around)
    }
    if (isImported) for (const [name, values] of properties.all()) yield* definitions(text, name, values)
    const items = statements.filter(isItem)
    const isTest = isForTests(properties, new Set(items.flatMap(includedNames)), sdksOf(root))
    const reader = new ItemReader(text, around, item => scopeOf(item, isTest, !isImported))
    for (const item of items) yield* reader.entriesOf(item)
  }
  if (fault) throw fault
}

function isItem(statement: Statement): statement is ItemStatement {
  return statement.kind === 'item'
}

function includedNames({ include }: ItemStatement): readonly string[] {
  return include ? namesIn(include).map(({ value }) => value.toLowerCase()) : []
}

/** The values of a property, as far as they are verbatim in the text. */
function* definitions(text: string, name: string, values: readonly Value[]): Generator<DefinitionEntry> {
  const written = toReport(values).flatMap(({ source }) => source ?? [])
  const distinct = new Map(written.map(source => [source.at, source]))
  for (const { value, at } of distinct.values()) {
    if (value === '' || !text.startsWith(value, at)) continue
    yield { defines: name, requirement: versionRequirement(value), at }
  }
}

function ignored(reason: string, { value, at }: XmlText): IgnoredEntry {
  return { ignored: reason, at, end: at + value.length }
}

class ItemReader {
  private readonly text: string
  private readonly around: ConditionSurroundings
  private readonly scope: (item: ItemStatement) => KnownScope | undefined

  constructor(text: string, around: ConditionSurroundings, scope: (item: ItemStatement) => KnownScope | undefined) {
    this.text = text
    this.around = around
    this.scope = scope
  }

  *entriesOf(item: ItemStatement): Generator<Entry> {
    const { element, include, update, remove } = item
    const named = include ?? update
    if (!named) {
      if (remove) yield ignored('a package that is removed', remove)
      else yield gapFor(element, 'expected a package name in "Include"')
      return
    }
    const versions = inForce(item.overrides.length > 0 ? item.overrides : item.versions, this.around).texts
    if (versions.length > MAXIMUM_ALTERNATIVES) {
      yield { gap: `more than ${MAXIMUM_ALTERNATIVES} versions`, text: named.value, at: named.at }
      return
    }
    const scope = this.scope(item)
    for (const name of namesIn(named).flatMap(one => this.valuesIn(one))) {
      if (EXPRESSION.test(name.value) || !this.isVerbatim(name)) {
        const text = `${name.value} ${elementWords(element)}`
        yield { gap: 'the package name is an expression', text, at: name.at }
      } else if (versions.length > 0) {
        for (const text of versions) yield* this.versioned(name, text, scope)
      } else if (!include) yield ignored('an update of something other than the version', name)
      else {
        yield { name: name.value, requirement: { kind: 'none' }, at: name.at, ...defined({ scope }) }
      }
    }
  }

  /** The texts that a text may mean: itself, or those of the property to which it refers. */
  private valuesIn(text: XmlText): readonly XmlText[] {
    if (propertyIn(text.value) === undefined) return [text]
    return toReport(valuesOf({ ...text, path: '' }, this.around)).map(({ source }) => source ?? text)
  }

  /** The entries of one written version: one, or one for each value that it may have. */
  private *versioned(named: XmlText, written: XmlText, scope: KnownScope | undefined): Generator<Entry> {
    const name = named.value
    const values = toReport(union(valuesOf({ ...written, path: '' }, this.around)))
    const seen = new Set<number>()
    for (const value of values) {
      const { value: text, at } = value.source ?? written
      if (seen.has(at)) continue
      seen.add(at)
      const usedAt = at === written.at ? undefined : written.at
      if (text === '') yield { name, requirement: { kind: 'none' }, at: named.at, ...defined({ scope }) }
      else if (!this.isVerbatim({ value: text, at })) {
        yield { gap: 'the version contains an XML reference', text: `${name} ${text}`, at }
      } else {
        yield {
          name,
          requirement: versionRequirement(text),
          at,
          ...defined({ usedAt, scope, means: meaningOf(value, text) })
        }
      }
    }
  }

  /** Whether a text is in the file as it is, without character references. */
  private isVerbatim({ value, at }: XmlText): boolean {
    return this.text.startsWith(value, at)
  }
}

/** The version that is put together from a text and properties; undefined if the text is the version itself, or not all is known. */
function meaningOf({ text, state }: Value, written: string): string | undefined {
  const isVersion = state === 'known' && text !== written && versionRequirement(text).kind === 'version'
  return isVersion && text !== '' ? text : undefined
}
