/** The texts that name the subject of a finding. All of them are hostile. */

import type { Dependency } from '../model/dependency.ts'
import type { Finding } from '../model/finding.ts'

/** The name of the client, or of the object of anything else; where it has none, the text at its place. */
export function subjectName({ subject, rule }: Finding): string {
  if (subject.kind === 'client') return subject.dependency.name
  return subject.object ?? (subject.snippet || (rule?.title ?? ''))
}

/** The requirement of a client as the file writes it, the text at a hazard, or what the cluster shows; `''` where there is none. */
export function subjectText({ subject }: Finding): string {
  return subject.kind === 'client' ? requirementText(subject.dependency) : subject.snippet
}

/** The requirement as the file writes it; `''` where it writes none. */
export function requirementText({ requirement }: Dependency): string {
  return requirement.kind === 'none' ? '' : requirement.text
}

/** The dependency of a finding about a client. */
export function dependencyOf({ subject }: Finding): Dependency | undefined {
  return subject.kind === 'client' ? subject.dependency : undefined
}
