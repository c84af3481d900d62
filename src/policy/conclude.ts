/** Whether the job passes. Concluded before anything is reported. */

import type { Scope } from '../model/dependency.ts'
import { type Finding, isAboutClient, isOpen, type Status, scopeOf } from '../model/finding.ts'
import { type Conclusion, leavesUnread, type Report } from '../model/report.ts'
import { type Level, SEVERITY } from '../model/rule.ts'
import { type Counted, type FailOn, SCOPES } from '../settings/choices.ts'

/** The settings that the conclusion depends on. */
export interface ConcludeOptions {
  readonly failOn: FailOn
  /** The scopes whose findings may fail the job; absent: all. A finding without a scope may always. */
  readonly failOnScopes?: readonly Scope[]
  /** Lets a scan pass although a file that may name a client could not be read. */
  readonly allowIncomplete: boolean
  /** What may fail the job; absent: all. `introduced` has an effect only if the report was compared with a base. */
  readonly scope?: Counted
}

/**
 * Draws the conclusion. Findings and waivers at or above `failOn`
 * fail the job even when the scan is incomplete as well.
 */
export function conclude(
  report: Report,
  { failOn, failOnScopes = SCOPES, allowIncomplete, scope = 'all' }: ConcludeOptions
): Conclusion {
  const { findings, gaps, waivers, comparison } = report
  const counted = comparison?.kind === 'compared' ? scope : 'all'
  const isNew = counted === 'all' ? () => true : isOfChange
  const own = findings.filter(isOpen)
  const count = (level: Level) => own.filter(finding => finding.level === level).length
  const having = (kind: Status['kind']) => findings.filter(({ status }) => status.kind === kind).length
  const inScope = own.filter(finding => !isAboutClient(finding) || failOnScopes.includes(scopeOf(finding)))
  const failing = [...inScope, ...waivers].filter(each => reaches(each.level, failOn) && isNew(each))
  const incomplete = !allowIncomplete && gaps.some(gap => leavesUnread(gap) && isNew(gap))
  return {
    ...outcome(failing.length > 0, incomplete),
    failOn,
    counted,
    failing,
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

/** Whether a finding is introduced or worsened, or a gap or waiver is not so in the base. */
function isOfChange({ change, existing }: Pick<Finding, 'change'> & { readonly existing?: boolean }): boolean {
  return change ? change.kind === 'introduced' || change.kind === 'worsened' : existing === false
}

function outcome(failed: boolean, incomplete: boolean): Pick<Conclusion, 'verdict' | 'exitCode'> {
  if (failed) return { verdict: 'failed', exitCode: 1 }
  return incomplete ? { verdict: 'incomplete', exitCode: 2 } : { verdict: 'passed', exitCode: 0 }
}

/** Whether a level fails the job. */
export function reaches(level: Level, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITY[level] >= SEVERITY[failOn]
}
