/** The commands that raise a package to a version, run with Composer 2.5. */

import type { FixStep } from '../../model/verdict.ts'
import type { UpgradeContext } from '../file-format.ts'

/** For a `composer.json`: `require` changes the constraint. It prompts if the package is only in `require-dev`. */
export function manifestUpgrade(name: string, version: string, { requirement }: UpgradeContext): readonly FixStep[] {
  const constraint = `${requirement?.kind === 'version' ? '' : '^'}${version}`
  return [`composer require '${name}:${constraint}' --update-with-dependencies`]
}

/** For a `composer.lock`, which does not mark direct packages; the composer.json beside it may. */
export function lockUpgrade(name: string, version: string, { direct }: UpgradeContext): readonly FixStep[] {
  const ask = `composer require '${name}:^${version}' --update-with-dependencies`
  const update = `composer update ${name} --with '${name}:>=${version}' --with-dependencies`
  if (direct !== undefined) return [direct ? ask : update]
  return [
    { run: ask, when: 'if composer.json requires it' },
    { run: update, when: 'if another package requires it' }
  ]
}
