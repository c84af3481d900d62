/** The edits and commands that raise a Haskell package to a version that reloads. */

import type { FixStep } from '../../model/verdict.ts'

const BUILD = ['cabal update', 'cabal build all']

/** Releases that require one exact release of another package, which has to change with them. */
const EXACTLY: Readonly<Record<string, readonly { readonly name: string; readonly version: string }[]>> = {
  'kubernetes-client-0.3.0.0': [{ name: 'kubernetes-client-core', version: '0.3.0.0' }]
}

/** For `*.cabal`: a lower bound, for which cabal then finds a plan, as stack does with the same edit. */
export function cabalUpgrade(name: string, version: string): readonly FixStep[] {
  return [{ edit: 'in the .cabal file', text: `build-depends: ${name} >=${version}` }, ...BUILD]
}

/** For `package.yaml`: the same bound; stack generates the `*.cabal` file again when it builds. */
export function hpackUpgrade(name: string, version: string): readonly FixStep[] {
  return [{ edit: 'in package.yaml, under dependencies', text: `- ${name} >=${version}` }, 'stack build']
}

/** For `stack.yaml` and its lockfile, which stack updates when it builds. */
export function stackUpgrade(name: string, version: string): readonly FixStep[] {
  const identifiers = together(name, version).map(member => `${member.name}-${member.version}`)
  return [
    ...identifiers.map(identifier => ({
      edit: 'in stack.yaml, under extra-deps, in place of the current entry',
      text: `- ${identifier}`
    })),
    'stack build'
  ]
}

/** For `cabal.project`: a constraint binds every package of the project. */
export function projectUpgrade(name: string, version: string): readonly FixStep[] {
  return [{ edit: 'in cabal.project', text: `constraints: ${name} >=${version}` }, ...BUILD]
}

/**
 * For `cabal.project.freeze`: `cabal freeze` keeps the present lines, so the old line has to go first.
 * https://cabal.readthedocs.io/en/stable/how-to-freeze-versions.html ("Partial Thaw, Freeze")
 */
export function freezeUpgrade(name: string, version: string): readonly FixStep[] {
  const names = together(name, version).map(member => member.name)
  return [
    { edit: `delete the constraints on ${names.join(' and ')} from cabal.project.freeze` },
    'cabal update',
    `cabal freeze --constraint='${name} >=${version}'`
  ]
}

function together(name: string, version: string): readonly { readonly name: string; readonly version: string }[] {
  return [{ name, version }, ...(EXACTLY[`${name}-${version}`] ?? [])]
}
