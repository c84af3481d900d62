/** The feature gates of Kubernetes that a document switches off. */

import { type Finder, type HazardSighting, looksInto } from '../hazard.ts'
import { type Flag, type FlagSet, flagSets } from './flags.ts'

const OFF = /(?<gate>[A-Za-z]+)=false\b/gi
/**
 * The minor version of Kubernetes from which on a component with the gate does not start. Only removals that are documented:
 * https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates-removed/
 */
const REMOVED_IN: Readonly<Record<string, number>> = {
  BoundServiceAccountTokenVolume: 24,
  LegacyServiceAccountTokenNoAutoGeneration: 29
}

/** Looks for some gates that are off. */
export function gatesOff(...gates: readonly string[]): Finder {
  return looksInto(flagSets, function* ({ flags, minor }: FlagSet): Generator<HazardSighting> {
    for (const flag of flags) {
      if (flag.name !== 'feature-gates') continue
      for (const gate of offIn(flag))
        if (gates.includes(gate)) yield { at: flag.at, object: gate, ...consequence(gate, minor) }
    }
  })
}

function offIn({ value }: Flag): string[] {
  return Array.from(value.matchAll(OFF), ({ groups }) => groups?.['gate'] ?? '')
}

/** Without a version in the file, the cluster may be one that still has the gate. */
function consequence(gate: string, minor: number | undefined): Pick<HazardSighting, 'level' | 'because' | 'fatalFrom'> {
  const removed = REMOVED_IN[gate]
  if (removed === undefined) return {}
  if (minor === undefined || minor < removed) return { fatalFrom: removed }
  return {
    fatalFrom: removed,
    level: 'error',
    because: `Kubernetes 1.${removed} removed this gate, and the file names 1.${minor}: the component does not start with it.`
  }
}
