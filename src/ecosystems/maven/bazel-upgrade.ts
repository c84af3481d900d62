/** The edit of an upgrade in Bazel's files. */

import type { FixStep } from '../../model/verdict.ts'

/** The new element of the list of artifacts, and the command that updates the lockfile. */
export function bazelUpgrade(name: string, version: string): readonly FixStep[] {
  return [{ edit: 'in the list of artifacts', text: `"${name}:${version}"` }, 'REPIN=1 bazel run @maven//:pin']
}
