/** Whether the job passes: settled before anything is told. */

import type { Conclusion, FailOn, Finding, Level, Report } from '../model.ts'

/** What the user asked of the conclusion. */
export interface ConcludeOptions {
  readonly failOn: FailOn
  /** Lets a scan pass although a file that may name a client could not be read. */
  readonly allowIncomplete: boolean
}

const SEVERITY: Readonly<Record<Level, number>> = { pass: 0, notice: 1, warning: 2, error: 3 }

/** Draws the conclusion. Findings at or above `failOn` fail the job even when the scan is incomplete as well. */
export function conclude({ findings, gaps }: Report, { failOn, allowIncomplete }: ConcludeOptions): Conclusion {
  const own = findings.filter(counts)
  const count = (level: Level) => own.filter(finding => finding.level === level).length
  const failed = own.some(finding => reaches(finding.level, failOn))
  const incomplete = !allowIncomplete && gaps.some(gap => gap.kind !== 'absent-file')
  const [verdict, exitCode] = failed
    ? (['failed', 1] as const)
    : incomplete
      ? (['incomplete', 2] as const)
      : (['passed', 0] as const)
  return {
    verdict,
    exitCode,
    failOn,
    counts: {
      pass: count('pass'),
      notice: count('notice'),
      warning: count('warning'),
      error: count('error'),
      settled: findings.length - own.length,
      gap: gaps.length
    }
  }
}

/** Whether a level fails the job. */
export function reaches(level: Level, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITY[level] >= SEVERITY[failOn]
}

/** Whether a finding stands for itself: one that another file settles does not. */
export function counts(finding: Finding): boolean {
  return finding.settledBy === undefined
}
