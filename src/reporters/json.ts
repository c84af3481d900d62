/**
 * The report as JSON, for programs: a form with a version of its own, independent
 * of the model and described by json.schema.json. Names may be added under the
 * same `schema`; a name that changes or is removed requires the next number.
 */

import type { DifferingCluster } from '../cluster/found.ts'
import { type ClusterProfile, type KnownFact, titleOf } from '../cluster/profile.ts'
import { defined } from '../collections.ts'
import type { Comparison } from '../model/comparison.ts'
import type { Dependency, SourceRequirement } from '../model/dependency.ts'
import { type Change, type Finding, type LineEdit, type Status, type Subject, wholeEdit } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Conclusion, ConfigurationChange, Gap, HazardCoverage } from '../model/report.ts'
import { type Fix, type FixStep, stepLine } from '../model/verdict.ts'
import type { Waiver } from '../model/waiver.ts'
import { purlText } from '../purl-text.ts'
import { version } from '../version.ts'
import { linkText } from './origin.ts'
import type { Reporter, Result } from './reporter.ts'
import { blockOf } from './shell.ts'
import { requirementText } from './subject.ts'

/** The version of the form. */
const SCHEMA = 2

// Characters that a terminal or the runner's log may obey, or that are invisible. Escaped, they are the same JSON.
const UNSAFE_CHARACTERS = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu
const LINE_ENDS = /\n/
const OLD_COMMAND = /##\[/g

/** The report as JSON, for `--format json`. */
export const json: Reporter<Result> = {
  name: 'json',
  render: result => `${jsonText(formOf(result), 2)}\n`
}

/** A value as JSON text that is safe to print: invisible characters and what the runner would obey are escaped. */
export function jsonText(value: unknown, indent?: number): string {
  const lines = JSON.stringify(value, undefined, indent).split(LINE_ENDS)
  return lines.map(line => line.replace(UNSAFE_CHARACTERS, escapes).replace(OLD_COMMAND, '#\\u0023[')).join('\n')
}

/** Path, line and column, as every form of JSON here names them. */
export function placeForm({ path, line, column }: Place): { path: string; line: number; column: number } {
  return { path, line, column }
}

/** A package as its file states it, as every form of JSON here names it. */
export function dependencyForm(dependency: Dependency) {
  const { ecosystem, format, name, requirement, origin, direct, scope, alias, replacement, chain } = dependency
  return {
    ecosystem,
    format: format.name,
    name,
    requirement: requirementText(dependency),
    kind: requirement.kind,
    origin,
    ...defined({ direct, scope: scope === 'unknown' ? undefined : scope, alias, replacement }),
    ...defined({ chain: chain?.map(linkText) })
  }
}

/** What is known of the cluster, each fact with its source and, if a file of the repository states it, its place. */
export function profileForm(profile: ClusterProfile, differing: readonly DifferingCluster[]) {
  const { minor, platform, grace, upgradedOn, skew } = profile
  return {
    title: titleOf(profile),
    ...defined({
      minor: minor && factForm(minor),
      platform: platform && factForm(platform),
      grace: grace && factForm(grace),
      upgradedOn: upgradedOn && factForm(upgradedOn),
      skew: skew && factForm(skew),
      differing:
        differing.length === 0 ? undefined : differing.map(({ title, place }) => ({ title, ...placeForm(place) }))
    })
  }
}

function factForm<Value>({ value, source, place, side }: KnownFact<Value>) {
  return { value, source, ...(place ? placeForm(place) : {}), ...defined({ side }) }
}

function formOf({ report, conclusion, deadline, cluster }: Result) {
  const { source, listed, excluded, ignored, withoutGit, leftOut, ...counted } = report.coverage
  const { claimed, unmentioned, read, failed, absent, hazards } = counted
  const { comparison, configurationChange } = report
  return {
    schema: SCHEMA,
    tool: { name: 'bound-token-check', version },
    conclusion: conclusionForm(conclusion),
    ...defined({
      cluster: cluster && { ...profileForm(cluster.profile, cluster.differing), ...defined({ deadline }) }
    }),
    findings: report.findings.filter(({ status }) => status.kind !== 'without-loader').map(findingForm),
    gaps: report.gaps.map(gapForm),
    waivers: report.waivers.map(({ waiver, rule, state, level, findings, existing }) => ({
      ...waiverForm(waiver),
      state,
      ...defined({ breaks: rule?.id }),
      level,
      findings,
      ...defined({ existing })
    })),
    coverage: {
      source,
      listed,
      excluded: { ...excluded },
      ignored: { ...ignored },
      ...defined({ withoutGit }),
      leftOut,
      claimed,
      unmentioned,
      read,
      failed,
      absent,
      ...defined({ hazards: hazards && hazardCoverageForm(hazards) })
    },
    ...defined({
      comparison: comparison && comparisonForm(comparison),
      configurationChange: configurationChange && configurationChangeForm(configurationChange)
    })
  }
}

function conclusionForm({ verdict, exitCode, failOn, counted, counts }: Conclusion) {
  const { error, warning, notice, pass, settled, waived, gap } = counts
  return { verdict, exitCode, failOn, scope: counted, counts: { error, warning, notice, pass, settled, waived, gap } }
}

function hazardCoverageForm({ searched, notScanned, unexamined }: HazardCoverage) {
  return { searched, notScanned, unexamined }
}

function comparisonForm(comparison: Comparison) {
  if (comparison.kind === 'not-compared') return { kind: comparison.kind, because: comparison.because }
  const { kind, base, fixed, unread } = comparison
  return {
    kind,
    base: { id: base.id, kind: base.kind },
    fixed: fixed.map(({ before, now }) => ({
      before: findingForm(before),
      ...defined({ now: now && stateForm(now) })
    })),
    unread: unread.map(({ place, detail }) => ({ ...placeForm(place), detail }))
  }
}

function configurationChangeForm({ edits, effect }: ConfigurationChange) {
  return {
    edits: edits.map(({ place, text }) => ({ ...placeForm(place), text })),
    effect: 'problem' in effect ? { problem: effect.problem } : { conclusion: conclusionForm(effect.conclusion) }
  }
}

function changeForm({ kind, before }: Change) {
  return { kind, ...defined({ before: before && stateForm(before) }) }
}

/** A finding of the other side of a comparison, in short. */
function stateForm({ place, subject, level }: Finding) {
  if (subject.kind !== 'client') return { ...placeForm(place), level }
  const { dependency, verdict } = subject
  return { ...placeForm(place), requirement: requirementText(dependency), verdict: verdict.kind, level }
}

function waiverForm({ rule, client, paths, reason, owner, until, place }: Waiver) {
  return {
    ...placeForm(place),
    rule: rule.id,
    ...(client && { ecosystem: client.ecosystem, name: client.name }),
    ...defined({ versions: client?.versions, paths: paths && [...paths] }),
    reason,
    owner,
    until
  }
}

/** A finding, as every form of JSON here writes it. */
export function findingForm({
  rule,
  subject,
  level,
  place,
  related,
  explanation,
  edit,
  status,
  identity,
  withoutExtension,
  change
}: Finding) {
  const { because, evidence, fix } = explanation
  return {
    identity,
    ...defined({ rule: rule?.id }),
    level,
    ...placeForm(place),
    related: related.map(({ role, place: other, edit: own }) => ({
      role,
      ...placeForm(other),
      ...defined({ edit: editForm(own) })
    })),
    subject: subjectForm(subject),
    because,
    evidence: evidence.map(({ text, url, proof }) => ({ text, url, proof })),
    ...defined({ fix: fix && fixForm(fix), edit: editForm(edit) }),
    status: statusForm(status),
    ...defined({ withoutExtension, change: change && changeForm(change) })
  }
}

function subjectForm(subject: Subject) {
  if (subject.kind === 'cluster') {
    const { kind, evidence, object, snippet } = subject
    return { type: kind, evidence, object, snippet }
  }
  if (subject.kind === 'hazard') {
    const { kind, snippet, object } = subject
    return { type: kind, snippet, ...defined({ object }) }
  }
  const { dependency, verdict, chainCommand } = subject
  const { requirement } = dependency
  const { kind, reason, observed, minimum } = verdict
  return {
    type: subject.kind,
    purl: purlText(dependency),
    ...dependencyForm(dependency),
    ...defined({ source: requirement.kind === 'source' ? sourceForm(requirement) : undefined, chainCommand }),
    verdict: kind,
    observed,
    ...defined({ reason, minimum })
  }
}

function statusForm(status: Status) {
  switch (status.kind) {
    case 'open':
    case 'without-loader':
      return { kind: status.kind }
    case 'settled':
      return { kind: status.kind, by: placeForm(status.by) }
    case 'waived':
      return { kind: status.kind, by: waiverForm(status.by) }
  }
}

function fixForm({ version, newest, steps, through, advice }: Fix) {
  return {
    commands: steps.map(commandForm),
    ...defined({ version, newest, through: through && throughForm(through), advice })
  }
}

function throughForm({ name, version, newest }: NonNullable<Fix['through']>) {
  return { name, version, ...defined({ newest }) }
}

/** A step as a line, which changes to its folder if that is not the folder of the fix. */
function commandForm(step: FixStep): string {
  if (typeof step === 'string' || !('in' in step) || step.in === undefined) return stepLine(step)
  return stepLine({ ...step, run: blockOf(step.in, [step.run]).join(' ') })
}

/** An edit that is the whole fix. */
function editForm(edit: LineEdit | undefined) {
  const whole = wholeEdit(edit)
  return whole && { old: whole.old, new: whole.new }
}

function sourceForm({ url, revision, branch }: SourceRequirement) {
  return defined({ url, revision, branch })
}

/** A gap, as every form of JSON here writes it. */
export function gapForm({ kind, place, detail, existing }: Gap) {
  return { gap: kind, ...placeForm(place), detail, ...defined({ existing }) }
}

function escapes(characters: string): string {
  let result = ''
  for (let at = 0; at < characters.length; at++)
    result += `\\u${characters.charCodeAt(at).toString(16).padStart(4, '0')}`
  return result
}
