/** What tags of images say that are no versions: they move, have no order, or are no tags. */

import { imageTags } from '../../ecosystems/docker/version.ts'
import type { Requirement } from '../../model/dependency.ts'
import type { Observation } from '../client.ts'

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
const TAG = /^\w[\w.-]{0,127}$/
const DIGEST = /^sha256:/i
/** Tags that move with every build. */
const MOVING = /^(?:latest|stable|main|master|edge|nightly|dev|canary|develop|head)$/i

/** The observation for tags without an order, of whatever image; undefined for a tag that is a version. */
export function observeTag(requirement: Requirement): Observation | undefined {
  if (requirement.kind === 'none') {
    return notKnown('moving-version', 'No tag is given: which release is used, this file does not say.')
  }
  if (requirement.kind !== 'version') return undefined
  if (DIGEST.test(requirement.text)) {
    return notKnown('no-order', 'A digest names one image and says nothing of its version: write the tag before it.')
  }
  if (MOVING.test(requirement.text))
    return notKnown('moving-version', 'This tag moves: what it names today, no file says.')
  // A variable is not a tag. A commit, a date or a build number is a tag, but does not identify a release.
  if (TAG.test(requirement.text) && imageTags.parse(requirement.text) === undefined)
    return notKnown('no-order', 'This tag is no version, and cannot be ordered: which release it is, no file says.')
  return undefined
}

/** An observation of what nobody can tell. */
export function notKnown(reason: NonNullable<Observation['reason']>, because: string): Observation {
  return { behaviour: 'not-known', reason, because, evidence: [] }
}
