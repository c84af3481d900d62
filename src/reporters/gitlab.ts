/**
 * The report as GitLab reads it into merge requests, for `--format gitlab`.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */

import { type Issue, issueNote, issuesOf, isWaived } from './issues.ts'
import { jsonText } from './json.ts'
import { plainVoice } from './plain-voice.ts'
import type { Reporter, Result } from './reporter.ts'

const SEVERITIES: Readonly<Record<Issue['level'], 'critical' | 'major' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  notice: 'info'
}

const VOICE = plainVoice()

/** The issues as a code quality report. A waived finding is left out, because GitLab knows no exceptions. */
export const gitlab: Reporter<Result> = {
  name: 'gitlab',
  render(result) {
    const issues = issuesOf(result).filter(issue => !isWaived(issue))
    return `${jsonText(issues.map(form), 2)}\n`
  }
}

function form(issue: Issue) {
  const { rule, level, place, fingerprint } = issue
  const { title, sentences } = issueNote(issue, VOICE)
  return {
    description: [`${title}.`, ...sentences].join(' '),
    check_name: rule,
    fingerprint,
    severity: SEVERITIES[level],
    // A gap may concern the scanned folder itself.
    location: { path: place.path || '.', lines: { begin: place.line } }
  }
}
