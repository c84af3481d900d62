/** What makes a finding the same in two states of a repository: never a line, and never what may improve. */

import type { Finding } from '../model/finding.ts'

/**
 * The findings with their identities, which are unique: what is found, in which file, and the how many-th of its kind there. The
 * rule, the version and the lines are left out, so that a finding that gets better or moves down is still the same.
 */
export function withIdentities(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>()
  return findings.map(finding => {
    const key = JSON.stringify(partsOf(finding))
    const number = (counts.get(key) ?? 0) + 1
    counts.set(key, number)
    return { ...finding, identity: number === 1 ? key : `${key} ${number}` }
  })
}

function partsOf({ subject, rule, place }: Finding): readonly string[] {
  if (subject.kind === 'cluster') {
    // One service account may have several clients, which differ in their user agents.
    const { evidence, object, snippet } = subject
    return ['cluster', rule?.id ?? '', place.path, object, ...(evidence === 'audit' ? [snippet] : [])]
  }
  if (subject.kind === 'hazard') return ['hazard', rule?.id ?? '', place.path, subject.object ?? subject.snippet]
  const { ecosystem, name, alias, place: own } = subject.dependency
  return ['client', ecosystem, name, own.path, ...(alias === undefined ? [] : [alias])]
}
