/** Joins versions and clients of the policy with the same statements, so that a reporter shows these once. */

import { groupBy } from '../../collections.ts'
import type { Behaviour } from '../../model/verdict.ts'
import type { PolicyRow, Statement } from '../../policy/policy-rows.ts'

/** The words for each behaviour. */
export const BEHAVIOURS: Readonly<Record<Behaviour, string>> = {
  reloads: 'reloads',
  'reloads-late': 'reloads late',
  'reads-once': 'reads once',
  'sends-no-token': 'sends no token',
  stops: 'stops',
  'not-known': 'not known'
}

/** A statement about several versions that follow each other in a row. */
export type SharedStatement = Omit<Statement, 'versions'> & { readonly versions: readonly string[] }

/** Joins neighbours that differ in nothing but the versions. */
export function joined(observed: readonly Statement[]): readonly SharedStatement[] {
  const statements: (SharedStatement & { readonly key: string })[] = []
  for (const { versions, ...statement } of observed) {
    const key = JSON.stringify(statement)
    const last = statements.at(-1)
    if (last?.key === key)
      statements[statements.length - 1] = { ...last, versions: [...new Set([...last.versions, versions])] }
    else statements.push({ ...statement, key, versions: [versions] })
  }
  return statements
}

/** Rows that differ in nothing but their names and how far somebody looked, in the order of their first. */
export function rowsByKnowledge(rows: readonly PolicyRow[]): readonly (readonly [PolicyRow, ...PolicyRow[]])[] {
  const knowledge = ({
    package: _package,
    title: _title,
    alsoNamed: _alsoNamed,
    examined: _examined,
    ...known
  }: PolicyRow) => JSON.stringify(known)
  return [...groupBy(rows, knowledge).values()]
}

/** The version to require, and advice. `quote` marks the version for the channel. */
export function fixText(
  { version, advice = '' }: NonNullable<PolicyRow['fix']>,
  quote = (text: string) => text
): string {
  return [version === undefined ? '' : `${quote(version)} or newer.`, advice].join(' ').trim()
}
