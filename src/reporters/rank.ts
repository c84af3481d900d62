/** Which finding is told first, and at which of its places. */

import type { Dependency } from '../model/dependency.ts'
import { counts, type Finding } from '../model/finding.ts'
import { comparePlaces, type Place } from '../model/place.ts'
import { SEVERITY } from '../model/rule.ts'
import { VERDICT_ORDER } from './phrases.ts'
import { visible } from './visible.ts'

/**
 * The findings that stand for themselves: by level, then by verdict, both from bad to good, then what somebody asked for
 * before what came along, then by place.
 */
export function ranked(findings: readonly Finding[]): Finding[] {
  return findings
    .filter(counts)
    .toSorted(
      (a, b) =>
        SEVERITY[b.level] - SEVERITY[a.level] ||
        VERDICT_ORDER.indexOf(a.verdict.kind) - VERDICT_ORDER.indexOf(b.verdict.kind) ||
        directRank(a.dependency) - directRank(b.dependency) ||
        comparePlaces(editPlace(a), editPlace(b)) ||
        comparePlaces(a.dependency.place, b.dependency.place)
    )
}

/**
 * The line a person would edit: the manifest's where a lockfile decides, since lockfiles are written by machines and
 * their diffs are folded away; the property's or catalog's where one carries the version.
 */
export function editPlace({ dependency, declaredAt }: Finding): Place {
  return declaredAt[0] ?? dependency.place
}

/** Whether two places are the same line, which is all that a reader sees of them. */
function sameLine(a: Place, b: Place): boolean {
  return a.path === b.path && a.line === b.line
}

/** The further places that a report of this finding names, without those on the line of `editPlace`. */
export function otherPlaces(finding: Finding): {
  resolved?: Place
  used?: Place
  declared: readonly Place[]
  repeated: number
} {
  const { dependency, declaredAt } = finding
  const shown = editPlace(finding)
  const { place, usedAt, repeatedAt } = dependency
  return {
    ...(sameLine(place, shown) ? {} : { resolved: place }),
    ...(usedAt === undefined || sameLine(usedAt, shown) ? {} : { used: usedAt }),
    declared: declaredAt.filter(declared => !sameLine(declared, shown)),
    repeated: repeatedAt.length
  }
}

/** The requirement as the file writes it; `''` where it writes none. Hostile text. */
export function requirementText({ requirement }: Dependency): string {
  return requirement.kind === 'none' ? '' : requirement.text
}

/** A path as people read it; `.` for the scanned folder itself, of which a gap may speak. */
export function pathText(path: string, most: number): string {
  return path === '' ? '.' : visible(path, most)
}

function directRank({ direct }: Dependency): number {
  if (direct === undefined) return 1
  return direct ? 0 : 2
}
