/**
 * `yarn.lock`: the packages that yarn resolved. Three formats share the name: yarn 1 writes its own line format, yarn 2
 * to 5 YAML, Yarn 6 JSON.
 * Specification: https://classic.yarnpkg.com/en/docs/yarn-lock, https://yarnpkg.com/configuration/manifest.
 */

import type { Entry, FileFormat, Graph } from '../file-format.ts'
import { packageJson } from './package-json.ts'
import { YARN_OVERRIDES, yarnUpgrade } from './upgrade.ts'
import { graphOfBerry, readBerry } from './yarn-berry.ts'
import { graphOfClassic, readClassic } from './yarn-classic.ts'
import { graphOfJsonLock, readJsonLock } from './yarn-json.ts'
import { yarnrc } from './yarnrc.ts'

/** Found in every lockfile of yarn 2 to 5, and in none of yarn 1. */
const METADATA = /^__metadata:/m
const JSON_OBJECT = /^\s*\{/

export const yarnLock: FileFormat = {
  name: 'yarn.lock',
  role: { kind: 'lockfile', locks: [packageJson, yarnrc], chain: { graph } },
  specification: 'https://classic.yarnpkg.com/en/docs/yarn-lock',
  versions: 'yarn lockfile v1; __metadata version 4 to 10; in JSON 9',
  names: { exact: ['yarn.lock'] },
  read,
  renew: () => ['yarn install'],
  overrides: YARN_OVERRIDES,
  upgrade: yarnUpgrade
}

function* read(text: string): Generator<Entry> {
  const isClassic = !JSON_OBJECT.test(text) && !METADATA.test(text)
  for (const entry of entriesOf(text, isClassic))
    yield 'requirement' in entry && 'name' in entry ? { ...entry, generation: isClassic ? '1' : '2' } : entry
}

function entriesOf(text: string, isClassic: boolean): Iterable<Entry> {
  if (JSON_OBJECT.test(text)) return readJsonLock(text)
  return isClassic ? readClassic(text) : readBerry(text)
}

function graph(text: string): Graph {
  if (JSON_OBJECT.test(text)) return graphOfJsonLock(text)
  return METADATA.test(text) ? graphOfBerry(text) : graphOfClassic(text)
}
