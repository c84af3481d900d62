/** Finds the add-ons with a version that cannot reload. What is not known is not reported. */

import { type Hazard, type HazardSighting, looksInto } from '../hazard.ts'
import { type Addon, cceAddonsIn, cceAddonsOf } from './addons.ts'
import { terraformFiles } from './terraform.ts'
import { trees } from './tree.ts'
import { compareReleases } from './version.ts'

/** Finds an add-on at or below a version. */
export function atMost(name: string, last: string): (addons: Iterable<Addon>) => Iterable<HazardSighting> {
  return select(addon => addon.name.text === name && isOrdered(addon, last, difference => difference <= 0))
}

/** Finds an add-on of CCE at or below a version, wherever a repository names one. */
export function cceAddonAtMost(name: string, last: string): Pick<Hazard, 'keywords' | 'finders'> {
  const old = atMost(name, last)
  return {
    keywords: ['addonTemplateName'],
    finders: [
      looksInto(terraformFiles, file => old(cceAddonsOf(file)), [
        'cce_addon',
        'cce_autopilot_addon',
        'cce_cluster_upgrade'
      ]),
      looksInto(trees, tree => old(cceAddonsIn(tree)))
    ]
  }
}

/** Finds add-ons below the versions from which on they reload. */
export function below(firsts: Readonly<Record<string, string>>): (addons: Iterable<Addon>) => Iterable<HazardSighting> {
  return select(addon => {
    const first = firsts[addon.name.text]
    return first !== undefined && isOrdered(addon, first, difference => difference < 0)
  })
}

function select(isBad: (addon: Addon) => boolean): (addons: Iterable<Addon>) => Iterable<HazardSighting> {
  return function* (addons) {
    for (const addon of addons) if (isBad(addon)) yield { at: addon.version.at, object: addon.name.text }
  }
}

function isOrdered({ name, version }: Addon, other: string, holds: (difference: number) => boolean): boolean {
  const difference = name.isKnown && version.isKnown ? compareReleases(version.text, other) : undefined
  return difference !== undefined && holds(difference)
}
