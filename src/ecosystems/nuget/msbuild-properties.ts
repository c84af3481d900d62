/**
 * The properties of an MSBuild project while its files are evaluated in their order: the last one that is set wins, and where a
 * condition cannot be decided, all values count that may.
 * Specification: https://learn.microsoft.com/visualstudio/msbuild/build-process-overview#evaluation-phase.
 */

import type { ConditionSurroundings } from './msbuild-conditions.ts'
import type { PropertyStatement } from './msbuild-statements.ts'
import { outside, union, unset, type Value, valuesOf } from './msbuild-values.ts'

/** What people and tools set for a build, whatever the files say. */
const SET_BY_BUILDS = new Set([
  'configuration',
  'platform',
  'os',
  'runtimeidentifier',
  'selfcontained',
  'continuousintegrationbuild',
  'designtimebuild',
  'buildingInsideVisualStudio'.toLowerCase(),
  'msbuildruntimetype',
  'solutiondir'
])

/** What the SDK derives from a property of the project. */
const DERIVED_BY_SDK = new Set([
  'targetframework',
  'targetframeworkidentifier',
  'targetframeworkversion',
  'targetplatformidentifier',
  'language',
  'msbuildprojectextension'
])

/** The properties of one evaluation. */
export class Properties {
  private readonly known = new Map<string, readonly Value[]>()

  /** The values of a property by its name in lower case; undefined if nothing sets it. */
  valuesOf(name: string): readonly Value[] | undefined {
    const own = this.known.get(name)
    if (SET_BY_BUILDS.has(name)) return [...(own ?? []), outside()]
    return own ?? (DERIVED_BY_SDK.has(name) ? [outside()] : undefined)
  }

  /** Every property with its values. */
  all(): Iterable<[name: string, values: readonly Value[]]> {
    return this.known
  }

  /** Sets a property that MSBuild itself sets. */
  preset(name: string, text: string): void {
    this.known.set(name, [{ text, state: 'known' }])
  }

  /** Applies a statement of a file. `holds` says whether its conditions do, undefined where that cannot be decided. */
  apply({ name, value }: PropertyStatement, holds: boolean | undefined, around: ConditionSurroundings): void {
    if (holds === false) return
    const values = valuesOf({ ...value, path: around.path }, around)
    const before = holds ? [] : (this.known.get(name) ?? unset())
    this.known.set(name, union(before, values))
    if (name === 'targetframeworks') this.setFrameworks(holds ? values : [...values, outside()])
  }

  /** A project for several frameworks is evaluated once for each of them. */
  private setFrameworks(lists: readonly Value[]): void {
    const each = lists.flatMap(({ text, state }) =>
      state === 'known' ? text.split(';').map(part => ({ text: part.trim(), state })) : [outside()]
    )
    this.known.set('targetframework', union(each.filter(({ text, state }) => state !== 'known' || text !== '')))
  }
}
