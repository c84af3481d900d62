/**
 * The commands and edits that raise a package to a version. Those of npm, yarn and pnpm, except the edits of aliases
 * and catalogs, were run with npm 11, yarn 1, 3 and 4 and pnpm 7 to 11 on a lockfile with the old version: a plain
 * update does not change a version that another package pins. No command contains the alias, which is a text of the
 * repository.
 */

import type { FixStep } from '../../model/verdict.ts'
import type { OverrideTable, UpgradeContext } from '../file-format.ts'

/** For a `package.json` alone: npm's command, because the package manager is unknown. */
export function manifestUpgrade(
  name: string,
  version: string,
  { direct, alias, usedAt, patched }: UpgradeContext
): readonly FixStep[] {
  if (patched) return yarnUpgrade(name, version, { patched })
  if (direct === true && usedAt !== undefined)
    return catalogUpgrade('package.json', 'bun install')(name, version, { usedAt })
  if (alias !== undefined) return [aliasEdit(name, version), 'npm install']
  if (direct !== true) return [{ edit: `in package.json, set the override of ${name} to ${version}` }, 'npm install']
  return [`npm install ${name}@${version}`]
}

/**
 * `npm install` keeps the section of the package; `overrides` applies to packages that others require. npm refuses an
 * override that differs from the requirement in package.json (EOVERRIDE): for a package that is direct as well, `$`
 * refers to that requirement.
 */
export function npmUpgrade(
  name: string,
  version: string,
  { direct, alias, asked, isOverridden, alsoRequired }: UpgradeContext
): readonly FixStep[] {
  if (alias !== undefined && direct === true) return [aliasEdit(name, version), 'npm install']
  const install = `npm install ${name}@${version}`
  if (direct === true && isOverridden) return [`npm pkg set 'overrides.${name}=$${name}'`, install]
  if (direct === true && asked) return inEach(asked, install)
  const override = `npm pkg set "overrides.${name}=${version}" && npm install`
  if (direct !== false) return choose(direct, install, override)
  const reference = `npm pkg set 'overrides.${name}=$${name}' && npm install`
  if (alsoRequired !== undefined) return [alsoRequired ? reference : override]
  return [override, { run: reference, when: 'if package.json requires it too' }]
}

/**
 * Only the lockfile of yarn 2 and later shows which packages are direct. `yarn up`, which changes all workspaces, does
 * not exist in yarn 1; `yarn add` exists in both.
 */
export function yarnUpgrade(
  name: string,
  version: string,
  { direct, alias, patched, asked, generation, isOverridden }: UpgradeContext
): readonly FixStep[] {
  if (patched)
    return [
      { edit: `in package.json, change "patch:${name}@..." to "${version}", or patch that version` },
      'yarn install'
    ]
  if (alias !== undefined && direct !== false) return [aliasEdit(name, version), 'yarn install']
  if (direct === true) {
    const [berry, classic] = [`yarn up ${name}@${version}`, `yarn upgrade ${name}@${version}`]
    if (isOverridden) {
      const override = `npm pkg set "resolutions.${name}=${version}"`
      // Yarn 1 refuses to upgrade what its lockfile does not follow, and does not resolve again what it has an entry for.
      return generation === '2' ? [override, berry] : [classic, override, classic]
    }
    if (generation === '2') return [berry]
    if (generation === '1') return asked ? inEach(asked, classic) : [classic]
    return [
      { run: berry, when: 'with yarn 2 or newer' },
      { run: classic, when: 'with yarn 1, in the folder that requires it' }
    ]
  }
  const override = `npm pkg set "resolutions.${name}=${version}" && yarn install`
  return choose(direct, `yarn add ${name}@${version}`, override)
}

/**
 * pnpm 10 reads overrides from both files, older versions only from package.json, newer ones only from
 * pnpm-workspace.yaml.
 */
export function pnpmUpgrade(name: string, version: string, present: UpgradeContext): readonly FixStep[] {
  const { alias, patched, isOverridden } = present
  const direct = isOverridden ? false : present.direct
  if (patched) return [patchEdit(name), ...pnpmUpgrade(name, version, { ...present, patched: undefined })]
  if (direct === true) {
    return alias === undefined ? [`pnpm update -r ${name}@${version}`] : [aliasEdit(name, version), 'pnpm install']
  }
  return [
    {
      edit: 'in pnpm-workspace.yaml',
      text: `overrides: { "${name}": "${version}" }`,
      when: NEW_PNPM
    },
    { run: 'pnpm install', when: NEW_PNPM },
    { run: `npm pkg set "pnpm.overrides.${name}=${version}"`, when: OLD_PNPM },
    { run: 'pnpm install', when: OLD_PNPM }
  ]
}

/** The command in the folder of each manifest that requires the package; npm, yarn and bun find the workspace above it. */
function inEach({ beside, below }: NonNullable<UpgradeContext['asked']>, run: string): readonly FixStep[] {
  return [...(beside ? [run] : []), ...below.map(folder => ({ run, in: folder }))]
}

/** The overrides of npm, bun and Deno. https://docs.npmjs.com/cli/v11/configuring-npm/package-json#overrides */
export const NPM_OVERRIDES: readonly OverrideTable[] = [packageJsonTable('overrides')]
/** https://yarnpkg.com/configuration/manifest#resolutions */
export const YARN_OVERRIDES: readonly OverrideTable[] = [packageJsonTable('resolutions')]
/** pnpm 10 reads both files, pnpm 9 only the second one. https://pnpm.io/settings#overrides */
export const PNPM_OVERRIDES: readonly OverrideTable[] = [
  { file: 'pnpm-workspace.yaml', syntax: 'yaml', keys: ['overrides'], entry: member },
  packageJsonTable('pnpm', 'overrides')
]

function packageJsonTable(...keys: readonly string[]): OverrideTable {
  return { file: 'package.json', syntax: 'json', keys, entry: member }
}

function member(key: string, value: string): { readonly key: string; readonly value: string } {
  return { key, value }
}

const NEW_PNPM = 'with pnpm 10 or newer'
const OLD_PNPM = 'with pnpm 9 or older'

function choose(direct: boolean | undefined, whenDirect: string, whenTransitive: string): readonly FixStep[] {
  if (direct !== undefined) return [direct ? whenDirect : whenTransitive]
  return [
    { run: whenDirect, when: 'if package.json requires it' },
    { run: whenTransitive, when: 'if another package requires it' }
  ]
}

function aliasEdit(name: string, version: string): FixStep {
  return { edit: `in package.json, change "npm:${name}@..." to "npm:${name}@${version}"` }
}

function patchEdit(name: string): FixStep {
  return { edit: `in patchedDependencies, remove the patch of ${name}, or make it again for the new version` }
}

/** `bun add` keeps the section of the package; bun reads npm's overrides. */
export function bunUpgrade(name: string, version: string, present: UpgradeContext): readonly FixStep[] {
  const { alias, asked, patched, isOverridden } = present
  const direct = isOverridden ? false : present.direct
  if (patched) return [patchEdit(name), ...bunUpgrade(name, version, { ...present, patched: undefined })]
  if (alias !== undefined && direct !== false) return [aliasEdit(name, version), 'bun install']
  const add = `bun add ${name}@${version}`
  if (direct === true && asked) return inEach(asked, add)
  const override = `npm pkg set "overrides.${name}=${version}" && bun install`
  return choose(direct, add, override)
}

/** Deno 2.9 reads npm's overrides, of `package.json` only: without one, a package with a parent is updated with its parent. */
export function denoUpgrade(
  name: string,
  version: string,
  { direct, isOverridden }: UpgradeContext
): readonly FixStep[] {
  // Only packages of a registry can be added.
  if (name.startsWith('deno.land/')) return denoManifestUpgrade(name, version)
  const add = `deno add ${denoName(name)}@${version}`
  const override = `npm pkg set "overrides.${name}=${version}"`
  if (isOverridden) return [override, direct ? add : 'deno install']
  const update = `update the package that requires ${name} until deno.lock has ${version} or newer`
  const indirect: readonly FixStep[] = [
    { run: `${override} && deno install`, when: 'if the project has a package.json' },
    { edit: update, when: 'if it has none' }
  ]
  if (direct !== undefined) return direct ? [add] : indirect
  return [{ run: add, when: 'if deno.json requires it' }, ...indirect]
}

/**
 * `deno add` writes the import of `deno.json`. An import under another name, or in an import map, is changed by hand.
 */
export function denoManifestUpgrade(name: string, version: string): readonly FixStep[] {
  return [{ edit: 'change the import to', text: `"${denoName(name)}@${version}"` }, 'deno install']
}

/** The specifier of an import without its version. The name of a package outside of npm contains its registry. */
function denoName(name: string): string {
  if (name.startsWith('jsr:')) return name
  return name.startsWith('deno.land/') ? `https://${name}` : `npm:${name}`
}

/** For catalog entries, and for overrides in the same file. */
export function catalogUpgrade(
  file: string,
  install: string
): (name: string, version: string, present: UpgradeContext) => readonly FixStep[] {
  return (name, version, { usedAt }) => [
    { edit: `in ${file}, set the ${usedAt === undefined ? 'entry' : 'catalog entry'} of ${name} to ${version}` },
    install
  ]
}
