/** Findings about clients, flattened: what tests compare stands side by side. */

import type { Dependency } from '../../src/model/dependency.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Place } from '../../src/model/place.ts'
import type { Level } from '../../src/model/rule.ts'
import type { Explanation, Verdict } from '../../src/model/verdict.ts'
import type { Waiver } from '../../src/model/waiver.ts'

/** A finding about a client, with everything that tests look at side by side. */
export interface FlatFinding {
  readonly dependency: Dependency
  readonly verdict: Verdict & Explanation
  readonly level: Level
  readonly settledBy?: Place
  readonly waivedBy?: Waiver
  /** The manifest lines that it settles. */
  readonly declaredAt: readonly Place[]
  readonly why?: string
}

/** Flattens a finding; throws for one about something other than a client. */
export function flat({ subject, level, place, related, explanation, status }: Finding): FlatFinding {
  if (subject.kind !== 'client') throw new Error(`a ${subject.kind} where a client was expected`)
  const { dependency, verdict, chainCommand } = subject
  const isResolved = related.some(({ role }) => role === 'resolved')
  return {
    dependency,
    verdict: { ...verdict, ...explanation },
    level,
    ...(status.kind === 'settled' ? { settledBy: status.by } : {}),
    ...(status.kind === 'waived' ? { waivedBy: status.by } : {}),
    declaredAt: [
      ...(isResolved ? [place] : []),
      ...related.filter(({ role }) => role === 'declared').map(other => other.place)
    ],
    ...(chainCommand === undefined ? {} : { why: chainCommand })
  }
}
