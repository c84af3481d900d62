/** The keys of overrides: which package a key means, and in which requirements. */

import { defined } from '../../collections.ts'
import type { Overridden } from '../file-format.ts'
import { splitPackage } from './specifier.ts'

/** The package whose version an override sets, and which requirements of it. */
export interface OverrideKey {
  readonly name: string
  readonly overrides: Overridden
}

/** A key of pnpm among those of yarn, which pnpm reads as well: behind a range there is no name. */
const PNPM_PATH = /[^ |@:]>(?=[@a-z])/i
const PNPM_VALUE = /^(?:\$|-$)/
/** A key of yarn with the packages above a name: a slash that is not that of a scope. */
const YARN_PATH = /^(?:@[^/]*\/)?[^/@]+(?:@[^/]*)?\//
/** The end of the parent in pnpm's `parent>child`. The `>` of a range follows a blank, `|` or `@`. */
const PNPM_PARENT = /^(?<parent>.*?[^ |@])>/
/** The descriptor that yarn accepts after a name, unless it is a range. It may contain slashes. */
const YARN_DESCRIPTOR = /@(?<asked>(?!npm:)[a-z][a-z0-9+]*:.*)$/
const YARN_NAME = /(?<=^|\/)(?<name>@[^/@]+\/[^/@]+|[^/@]+)(?:@(?<asked>[^/]*))?(?=\/|$)/g
const ANY_PACKAGES = '**'
const REGISTRY = 'npm:'

/** The package of a key such as `name@^1`. */
function withoutSelector(key: string): string {
  const at = key.indexOf('@', 1)
  return at < 0 ? key : key.slice(0, at)
}

/**
 * A key of npm: `name` or `name@^1`, below the keys of other packages. Its order:
 * https://github.com/npm/cli/blob/latest/workspaces/arborist/lib/override-set.js.
 */
export function keyOfNpm(key: string, through: readonly string[]): OverrideKey {
  const { name, overrides } = selected(key, through)
  return { name, overrides: { ...overrides, choice: 'deepest' } }
}

/** A key of pnpm: `name`, `name@^1`, `parent>name`. Of several that fit, pnpm 12 takes the first of the narrowest ones. */
export function keyOfPnpm(key: string): OverrideKey {
  const parent = PNPM_PARENT.exec(key)?.groups?.['parent']
  const child = key.replace(PNPM_PARENT, '')
  return selected(child, parent === undefined ? [] : [withoutSelector(parent)])
}

/**
 * The same in `package.json`, where pnpm 10 and earlier look for overrides. Those sort the ones that fit:
 * https://github.com/pnpm/pnpm/blob/v10.0.0/hooks/read-package-hook/src/createVersionsOverrider.ts.
 */
export function keyOfEarlierPnpm(key: string): OverrideKey {
  const { name, overrides } = keyOfPnpm(key)
  return { name, overrides: { ...overrides, choice: 'sorted' } }
}

/**
 * A key of yarn: `name`, `parent/name`, `**\/name`, `parent/**\/name`; from version 2 on `name@npm:^1` and
 * `parent@npm:1.0.0/name`, where the range is that of the requirement.
 */
export function keyOfYarn(key: string): OverrideKey {
  if (PNPM_PATH.test(key)) return keyOfEarlierPnpm(key)
  const descriptor = YARN_DESCRIPTOR.exec(key)
  const path = descriptor ? key.slice(0, descriptor.index) : key
  const all = Array.from(path.matchAll(YARN_NAME), ({ groups = {} }) => groups)
  const names = all.filter(({ name }) => name !== ANY_PACKAGES)
  const last = names.pop()
  const asked = descriptor?.groups?.['asked'] ?? last?.['asked']?.replace(REGISTRY, '')
  const through = names.flatMap(({ name = '' }) => name)
  const pattern = names.length + 1 < all.length && { pattern: true as const }
  return {
    name: last?.['name'] ?? key,
    overrides: { ...overridden(through, asked, 'equals'), ...pattern, choice: 'first' }
  }
}

/**
 * The function that reads the keys of `resolutions`, given all of them with their values and whether the manifest names pnpm. pnpm
 * reads them by its own rules. Only it knows `parent>name`, `$name` and `-`.
 */
export function keyOfResolutions(
  all: readonly (readonly [key: string, value: string | undefined])[],
  namesPnpm: boolean
): (key: string) => OverrideKey {
  const isOfPnpm = namesPnpm || all.some(([key, value = '']) => PNPM_PATH.test(key) || PNPM_VALUE.test(value))
  return isOfPnpm ? key => (YARN_PATH.test(key) ? keyOfYarn(key) : keyOfEarlierPnpm(key)) : keyOfYarn
}

type Match = NonNullable<Overridden['asked']>['match']

function selected(key: string, through: readonly string[]): OverrideKey {
  const { name = key, rest } = splitPackage(key) ?? {}
  return { name, overrides: overridden(through, rest, 'overlaps') }
}

function overridden(through: readonly string[], text: string | undefined, match: Match): Overridden {
  return defined({
    through: through.length === 0 ? undefined : through,
    asked: text === undefined || text === '' || text === '*' ? undefined : { text, match }
  })
}
