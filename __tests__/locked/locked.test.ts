/** Small projects locked by the real package managers: the whole report of each, and what the tool itself says of it. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { originOf } from '../../src/ecosystems/file-format.ts'
import { matches } from '../../src/ecosystems/file-names.ts'
import { ecosystems } from '../../src/ecosystems/index.ts'
import type { Place } from '../../src/model/place.ts'
import type { Report } from '../../src/model/report.ts'
import { scan } from '../../src/scan/scan.ts'
import { parseArchive, withExpectation } from '../support/archives.ts'
import { scanned } from '../support/findings.ts'
import { type FlatFinding, flat } from '../support/flat.ts'
import { expectGolden } from '../support/golden.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'

const archives = readdirSync(import.meta.dirname).filter(name => name.endsWith('.md'))

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')

/** The lockfiles whose package manager is not among those that `scripts/locked.mjs` runs. */
const NO_ARCHIVE: ReadonlySet<string> = new Set([
  // Retired: the tools that wrote them no longer run.
  'golang Godeps/Godeps.json',
  'golang Gopkg.lock',
  'golang glide.lock',
  'golang vendor/manifest',
  'golang vendor/vendor.json',
  // Not a lockfile of its own: it also has hashes of modules that nothing uses.
  'golang go.sum',
  // A binary file, which is told as unreadable.
  'npm bun.lockb',
  // Their tools are not run.
  'composer vendor/composer/installed.json',
  'conan conan.lock',
  'gem Gemfile.lock',
  'hackage cabal.project.freeze',
  'hackage stack.yaml.lock',
  'hex mix.lock',
  'hex rebar.lock',
  'maven build.sbt.lock',
  'maven gradle.lockfile',
  'maven maven_install.json',
  'maven verification-metadata.xml',
  'maven versions.lock',
  'nuget *.deps.json',
  'nuget packages.lock.json',
  'nuget paket.lock',
  'nuget project.assets.json',
  'pub pubspec.lock',
  'pypi *.py.lock',
  'pypi conda-lock.yml',
  'pypi pixi.lock',
  'pypi requirements*.lock',
  'swift Package.resolved'
])

test.each(archives)('%s', async name => {
  const markdown = read(name)
  const { files } = parseArchive(markdown)
  const report = await scan(memoryWorkspace(files), { minimum: 'documented' })
  expectGolden(join(import.meta.dirname, name), withExpectation(markdown, told(report)))
})

test.each(archives)('%s: the tool names every client and chain that the lockfile is said to hold', async name => {
  const { files, answer } = parseArchive(read(name))
  const { findings } = await scanned(files)
  const lines = answer.split('\n')
  const isNamed = (name: string, version: string) => lines.some(line => line.includes(name) && line.includes(version))
  const asLocked = findings.filter(({ settledBy }) => settledBy === undefined).map(({ dependency }) => dependency)
  const clients = asLocked.flatMap(({ name, replacement = name, alias = name, requirement }) =>
    requirement.kind === 'version' && !isBillOfMaterials(name)
      ? [{ names: [replacement, alias], version: requirement.text }]
      : []
  )
  const inChains = asLocked.flatMap(({ chain = [] }) => chain.map(({ name, version }) => ({ names: [name], version })))
  expect(clients.length).toBeGreaterThan(0)
  const missing = [...clients, ...inChains].filter(({ names, version }) => !names.some(name => isNamed(name, version)))
  expect(missing).toEqual([])
})

test('every lockfile format has an archive, or its tool is not run', () => {
  const paths = archives.flatMap(name => Object.keys(parseArchive(read(name)).files))
  const lockfiles = ecosystems.flatMap(({ id, formats }) =>
    formats.filter(format => originOf(format) === 'lockfile').map(format => ({ format, name: `${id} ${format.name}` }))
  )
  const without = lockfiles
    .filter(({ format }) => !paths.some(path => matches(format.names, path)))
    .map(({ name }) => name)
  expect(without.sort()).toEqual([...NO_ARCHIVE].sort())
})

/** It gives versions to others and is no package of any tree. */
function isBillOfMaterials(name: string): boolean {
  return name.endsWith('-bom')
}

/**
 * One line per finding and gap: `PATH:LINE:COLUMN NAME KIND TEXT: VERDICT`, then where they apply ` => REPLACEMENT`,
 * ` as ALIAS`, ` direct`, ` indirect`, ` development`, ` of unknown scope`, ` through A > B`, ` used at PLACE`, ` declared at PLACE, PLACE`, ` settled by PLACE`.
 */
function told({ findings, gaps }: Report): string[] {
  return [
    ...findings.map(flat).map(words),
    ...gaps.map(({ kind, place, detail }) => `${placeText(place)} ${kind} ${detail}`)
  ]
}

function words({ dependency, verdict, settledBy, declaredAt }: FlatFinding): string {
  const { place, name, requirement, replacement, alias, direct, scope, chain, usedAt } = dependency
  return [
    placeText(place),
    name,
    `${requirement.kind === 'none' ? 'none' : `${requirement.kind} ${requirement.text}`}:`,
    verdict.kind,
    ...(replacement === undefined ? [] : [`=> ${replacement}`]),
    ...(alias === undefined ? [] : [`as ${alias}`]),
    ...(direct === undefined ? [] : [direct ? 'direct' : 'indirect']),
    ...(scope === 'runtime' ? [] : [scope === 'development' ? scope : 'of unknown scope']),
    ...(chain === undefined
      ? []
      : [`through ${chain.map(({ name, version }) => `${name} ${version}`.trim()).join(' > ')}`]),
    ...(usedAt === undefined ? [] : [`used at ${placeText(usedAt)}`]),
    ...(declaredAt.length === 0 ? [] : [`declared at ${declaredAt.map(placeText).join(', ')}`]),
    ...(settledBy === undefined ? [] : [`settled by ${placeText(settledBy)}`])
  ].join(' ')
}

function placeText({ path, line, column }: Place): string {
  return `${path}:${line}:${column}`
}
