/**
 * The commands and edits that bring a package to a version. Those of npm, yarn and pnpm, but for the edits of aliases and
 * catalogs, were run with npm 11, yarn 1, 3 and 4 and pnpm 7 to 11 on a lockfile with the old version: a plain update does not reach what another package pins.
 * The alias itself stands in none of them: it is a text of the repository.
 */

import type { UpgradeContext } from '../file-format.ts'

/** For a `package.json` alone: npm's command, since nothing says which package manager is used. */
export function manifestUpgrade(
  name: string,
  version: string,
  { direct, alias, usedAt }: UpgradeContext
): readonly string[] {
  if (direct === true && usedAt !== undefined)
    return catalogUpgrade('package.json', 'bun install')(name, version, { usedAt })
  if (alias !== undefined) return [aliasEdit(name, version), 'npm install']
  if (direct !== true) return [`in package.json, set the override of ${name} to ${version}`, 'npm install']
  return [`npm install ${name}@${version}`]
}

/**
 * `npm install` keeps the section that names the package; `overrides` reaches what others bring. npm refuses an override
 * that differs from what package.json asks for (EOVERRIDE): where the package is direct as well, `$` stands for that.
 */
export function npmUpgrade(name: string, version: string, { direct, alias, asked }: UpgradeContext): readonly string[] {
  if (alias !== undefined && direct === true) return [aliasEdit(name, version), 'npm install']
  const install = `npm install ${name}@${version}`
  if (direct === true && asked?.below) {
    return [...(asked.beside ? [install] : []), `npm install -w WORKSPACE ${name}@${version}${EACH_WORKSPACE}`]
  }
  const override = `npm pkg set "overrides.${name}=${version}" && npm install`
  if (direct !== false) return choose(direct, install, override)
  return [override, `npm pkg set 'overrides.${name}=$${name}' && npm install  # if package.json names it too`]
}

/**
 * What yarn 1 does not say in its lockfile yarn 2 and later do: what is direct. `yarn up`, which knows all workspaces, yarn 1
 * does not know; `yarn add` is the one that both know.
 */
export function yarnUpgrade(name: string, version: string, { direct, alias }: UpgradeContext): readonly string[] {
  if (alias !== undefined && direct !== false) return [aliasEdit(name, version), 'yarn install']
  const up = `yarn up ${name}@${version}  # with yarn 1, in the folder that asks for it: yarn upgrade ${name}@${version}`
  const add = direct === true ? up : `yarn add ${name}@${version}`
  return choose(direct, add, `npm pkg set "resolutions.${name}=${version}" && yarn install`)
}

/** pnpm 10 reads overrides in both places, older ones only in package.json, newer ones only in pnpm-workspace.yaml. */
export function pnpmUpgrade(name: string, version: string, { direct, alias }: UpgradeContext): readonly string[] {
  if (direct === true) {
    return alias === undefined ? [`pnpm update -r ${name}@${version}`] : [aliasEdit(name, version), 'pnpm install']
  }
  return [
    `in pnpm-workspace.yaml, pnpm 10 and later: overrides: { "${name}": "${version}" }`,
    `npm pkg set "pnpm.overrides.${name}=${version}"  # pnpm 9 and earlier`,
    'pnpm install'
  ]
}

/** The folders themselves are texts of the repository. */
const EACH_WORKSPACE = '  # WORKSPACE: the folder of each other package.json that asks for it'

function choose(direct: boolean | undefined, whenDirect: string, whenTransitive: string): readonly string[] {
  if (direct !== undefined) return [direct ? whenDirect : whenTransitive]
  return [`${whenDirect}  # if package.json names it`, `${whenTransitive}  # if another package brings it`]
}

function aliasEdit(name: string, version: string): string {
  return `in package.json, change "npm:${name}@..." to "npm:${name}@${version}"`
}

/** `bun add` keeps the section that names the package; bun reads npm's overrides. */
export function bunUpgrade(name: string, version: string, { direct, alias, asked }: UpgradeContext): readonly string[] {
  if (alias !== undefined && direct !== false) return [aliasEdit(name, version), 'bun install']
  const add = `bun add ${name}@${version}`
  if (direct === true && asked?.below) {
    return [...(asked.beside ? [add] : []), `cd WORKSPACE && ${add}${EACH_WORKSPACE}`]
  }
  const override = `npm pkg set "overrides.${name}=${version}" && bun install`
  return choose(direct, add, override)
}

/** Deno knows no overrides: what another package brings moves with that package. */
export function denoUpgrade(name: string, version: string, { direct }: UpgradeContext): readonly string[] {
  // Only packages of a registry can be added.
  if (name.startsWith('deno.land/')) return denoManifestUpgrade(name, version)
  const update = `update the package that brings ${name}, until deno.lock has ${version} or newer`
  return choose(direct, `deno add ${denoName(name)}@${version}`, update)
}

/** `deno add` writes the import of `deno.json`; one under another name, or in an import map, is changed by hand. */
export function denoManifestUpgrade(name: string, version: string): readonly string[] {
  return [`change the import to "${denoName(name)}@${version}"`, 'deno install']
}

/** As an import names it: the names of other registries than npm's say which one they are from. */
function denoName(name: string): string {
  if (name.startsWith('jsr:')) return name
  return name.startsWith('deno.land/') ? `https://${name}` : `npm:${name}`
}

/** For versions that packages refer to, and for overrides, which stand in the same file. */
export function catalogUpgrade(
  file: string,
  install: string
): (name: string, version: string, present: UpgradeContext) => readonly string[] {
  return (name, version, { usedAt }) => [
    `in ${file}, set the ${usedAt === undefined ? 'entry' : 'catalog entry'} of ${name} to ${version}`,
    install
  ]
}
