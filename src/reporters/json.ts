/**
 * The report as JSON, for programs: a form of its own with a version, described by json.schema.json, and not the
 * model's. Names may be added under the same `schema`; one that changes or goes asks for the next number.
 */

import type { Dependency } from '../model/dependency.ts'
import type { Finding, Waiver } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Conclusion, Gap, Report } from '../model/report.ts'
import { ruleOf } from '../model/rule.ts'
import { linkText } from './phrases.ts'
import { requirementText } from './rank.ts'
import type { Reporter } from './reporter.ts'

/** The version of the form. */
const SCHEMA = 1

// What a terminal or the runner's log might obey, or what cannot be seen. As an escape it is the same JSON.
const LIVELY = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu
const LINE_ENDS = /\n/
const OLD_COMMAND = /##\[/g

/** The report as JSON, for `--format json`. */
export const json: Reporter = {
  name: 'json',
  render: (report, conclusion) => `${jsonText(formOf(report, conclusion), 2)}\n`
}

/** A value as JSON text that is safe to print: invisible characters and what the runner would obey are escaped. */
export function jsonText(value: unknown, indent?: number): string {
  const lines = JSON.stringify(value, undefined, indent).split(LINE_ENDS)
  return lines.map(line => line.replace(LIVELY, escapes).replace(OLD_COMMAND, '#\\u0023[')).join('\n')
}

/** Path, line and column, as every form of JSON here names them. */
export function placeForm({ path, line, column }: Place): { path: string; line: number; column: number } {
  return { path, line, column }
}

/** What the file says of a package, as every form of JSON here names it. */
export function dependencyForm(dependency: Dependency) {
  const { ecosystem, format, name, requirement, origin, direct, alias, replacement, chain } = dependency
  return {
    ecosystem,
    format,
    name,
    requirement: requirementText(dependency),
    kind: requirement.kind,
    origin,
    ...(direct === undefined ? {} : { direct }),
    ...(alias === undefined ? {} : { alias }),
    ...(replacement === undefined ? {} : { replacement }),
    ...(chain === undefined ? {} : { chain: chain.map(linkText) })
  }
}

function formOf(report: Report, { verdict, exitCode, failOn, counts }: Conclusion) {
  const { source, listed, excluded, leftOut, claimed, unmentioned, read, failed } = report.coverage
  return {
    schema: SCHEMA,
    tool: { name: 'bound-token-check' },
    conclusion: {
      verdict,
      exitCode,
      failOn,
      counts: {
        error: counts.error,
        warning: counts.warning,
        notice: counts.notice,
        pass: counts.pass,
        settled: counts.settled,
        waived: counts.waived,
        gap: counts.gap
      }
    },
    findings: report.findings.map(findingForm),
    gaps: report.gaps.map(gapForm),
    waivers: report.waivers.map(({ waiver, state, level, findings }) => ({
      ...waiverForm(waiver),
      state,
      level,
      findings
    })),
    coverage: { source, listed, excluded: { ...excluded }, leftOut, claimed, unmentioned, read, failed }
  }
}

function waiverForm({ rule, ecosystem, name, versions, paths, reason, owner, until, place }: Waiver) {
  return {
    ...placeForm(place),
    rule,
    ecosystem,
    name,
    ...(versions === undefined ? {} : { versions }),
    ...(paths === undefined ? {} : { paths: [...paths] }),
    reason,
    owner,
    until
  }
}

function findingForm({ dependency, verdict, level, settledBy, waivedBy, declaredAt, why }: Finding) {
  const { requirement, usedAt, repeatedAt } = dependency
  const { kind, reason, because, observed, minimum, evidence, fix } = verdict
  const rule = ruleOf(kind)
  return {
    ...placeForm(dependency.place),
    ...dependencyForm(dependency),
    ...(requirement.kind === 'source' ? sourceForm(requirement) : {}),
    ...(usedAt ? { usedAt: placeForm(usedAt) } : {}),
    repeatedAt: repeatedAt.map(placeForm),
    declaredAt: declaredAt.map(placeForm),
    ...(settledBy ? { settledBy: placeForm(settledBy) } : {}),
    ...(why === undefined ? {} : { why }),
    ...(waivedBy ? { waivedBy: waiverForm(waivedBy) } : {}),
    level,
    ...(rule === undefined ? {} : { rule }),
    verdict: kind,
    ...(reason === undefined ? {} : { reason }),
    because,
    observed,
    ...(minimum === undefined ? {} : { minimum }),
    evidence: evidence.map(({ text, url, proof }) => ({ text, url, proof })),
    ...(fix
      ? {
          fix: {
            ...(fix.version === undefined ? {} : { version: fix.version }),
            commands: [...fix.commands],
            ...(fix.through ? { through: { name: fix.through.name, version: fix.through.version } } : {}),
            ...(fix.advice === undefined ? {} : { advice: fix.advice })
          }
        }
      : {})
  }
}

function sourceForm({ url, revision, branch }: { url?: string; revision?: string; branch?: string }) {
  return {
    source: {
      ...(url === undefined ? {} : { url }),
      ...(revision === undefined ? {} : { revision }),
      ...(branch === undefined ? {} : { branch })
    }
  }
}

function gapForm({ kind, place, detail }: Gap) {
  return { gap: kind, ...placeForm(place), detail }
}

function escapes(characters: string): string {
  let result = ''
  for (let at = 0; at < characters.length; at++)
    result += `\\u${characters.charCodeAt(at).toString(16).padStart(4, '0')}`
  return result
}
