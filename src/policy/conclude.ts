/** Whether the job passes. Concluded before anything is reported. */

import type { Scope } from '../model/dependency.ts'
import { isAboutClient, isOpen, type Status, scopeOf } from '../model/finding.ts'
import { type Conclusion, leavesUnread, type Report } from '../model/report.ts'
import { type Level, SEVERITY } from '../model/rule.ts'
import { type FailOn, SCOPES } from '../settings/choices.ts'

/** The settings that the conclusion depends on. */
export interface ConcludeOptions {
  readonly failOn: FailOn
  /** The scopes whose findings may fail the job; absent: all. A finding without a scope may always. */
  readonly failOnScopes?: readonly Scope[]
  /** Lets a scan pass although a file that may name a client could not be read. */
  readonly allowIncomplete: boolean
}

/**
 * Draws the conclusion. Findings and waivers at or above `failOn`
 * fail the job even when the scan is incomplete as well.
 */
export function conclude(
  { findings, gaps, waivers }: Report,
  { failOn, failOnScopes = SCOPES, allowIncomplete }: ConcludeOptions
): Conclusion {
  const own = findings.filter(isOpen)
  const count = (level: Level) => own.filter(finding => finding.level === level).length
  const having = (kind: Status['kind']) => findings.filter(({ status }) => status.kind === kind).length
  const inScope = own.filter(finding => !isAboutClient(finding) || failOnScopes.includes(scopeOf(finding)))
  const failed = [...inScope, ...waivers].some(({ level }) => reaches(level, failOn))
  const incomplete = !allowIncomplete && gaps.some(leavesUnread)
  return {
    ...outcome(failed, incomplete),
    failOn,
    counts: {
      pass: count('pass'),
      notice: count('notice'),
      warning: count('warning'),
      error: count('error'),
      settled: having('settled'),
      waived: having('waived'),
      gap: gaps.length
    }
  }
}

function outcome(failed: boolean, incomplete: boolean): Pick<Conclusion, 'verdict' | 'exitCode'> {
  if (failed) return { verdict: 'failed', exitCode: 1 }
  return incomplete ? { verdict: 'incomplete', exitCode: 2 } : { verdict: 'passed', exitCode: 0 }
}

/** Whether a level fails the job. */
export function reaches(level: Level, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITY[level] >= SEVERITY[failOn]
}
