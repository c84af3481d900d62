/**
 * Revisions as git reads them: a commit, the description of a commit by a tag before it, a tag, or a branch.
 * Specification: https://git-scm.com/docs/gitrevisions and https://git-scm.com/docs/git-describe.
 */

import { type Requirement, sourceRequirement } from '../../model/dependency.ts'

const COMMIT = /^[0-9a-f]{7,40}$/
const TAG = /^(?:v\d|kubernetes-\d)\S*$/
/** After a tag, the number of commits since and the commit. */
const BEHIND_A_TAG = /-\d{1,9}-g(?<commit>[0-9a-f]{4,40})$/

/** Whether a text is a tag of Go or Kubernetes as it stands: the code is that of the tag. */
export function isTag(text: string): boolean {
  return TAG.test(text) && !BEHIND_A_TAG.test(text)
}

/** The requirement of whoever lets git check out `text`. */
export function checkedOut(text: string): Requirement {
  const commit = BEHIND_A_TAG.exec(text)?.groups?.['commit'] ?? (COMMIT.test(text) ? text : undefined)
  if (commit !== undefined) return sourceRequirement(text, { revision: commit })
  return isTag(text) ? { kind: 'version', text } : sourceRequirement(text, { branch: text })
}
