/** The output of `list`, as text or one JSON object a line for every client dependency and every gap, in path and line order. */

import { type ClientFinding, isAboutClient } from '../model/finding.ts'
import { comparePlaces, type Place } from '../model/place.ts'
import type { Gap } from '../model/report.ts'
import { dependencyForm, jsonText, placeForm } from './json.ts'
import { GAPS, VERDICTS } from './phrases.ts'
import { inert } from './plain-voice.ts'
import type { Reporter, Result } from './reporter.ts'
import { requirementText, subjectName } from './subject.ts'

/** Every dependency, passing and settled ones too. The lines where a lockfile repeats one are part of its first. */
export const list: Reporter<Result> = {
  name: 'json',
  render: result =>
    lines<object>(result, { finding: findingForm, gap: gapForm })
      .map(form => `${jsonText(form)}\n`)
      .join('')
}

/** The same for a person: the place, the package with its version, and the verdict. */
export const listText: Reporter<Result> = {
  name: 'text',
  render(result) {
    const found = lines<string>(result, { finding: findingWords, gap: gapWords })
    return found.length === 0 ? 'No Kubernetes client was found.\n' : `${found.join('\n')}\n`
  }
}

/** What is made of each dependency and each gap, in the order of their places. */
function lines<Form>(
  { report }: Result,
  make: { finding(finding: ClientFinding): Form; gap(gap: Gap): Form }
): readonly Form[] {
  const rows = [
    ...report.findings.filter(isAboutClient).map(finding => ({
      place: finding.subject.dependency.place,
      form: make.finding(finding)
    })),
    ...report.gaps.map(gap => ({ place: gap.place, form: make.gap(gap) }))
  ]
  return rows.toSorted((a, b) => comparePlaces(a.place, b.place)).map(({ form }) => form)
}

function findingWords(finding: ClientFinding): string {
  const { dependency, verdict } = finding.subject
  const end = finding.status.kind === 'open' ? '' : ` (${finding.status.kind})`
  const words = [subjectName(finding), requirementText(dependency)].filter(text => text !== '').join(' ')
  return `${at(dependency.place)}: ${inert(words)} ${VERDICTS[verdict.kind].does}${end}`
}

function gapWords({ kind, place, detail }: Gap): string {
  return `${at(place)}: ${GAPS[kind].label}: ${inert(detail)}`
}

function at({ path, line }: Place): string {
  return `${inert(path)}:${line}`
}

function findingForm({ subject: { dependency, verdict }, explanation, status }: ClientFinding) {
  return {
    ...placeForm(dependency.place),
    ...dependencyForm(dependency),
    ...(dependency.repeatedAt.length > 0 ? { repeatedAt: dependency.repeatedAt.map(({ line }) => line) } : {}),
    verdict: verdict.kind,
    ...(verdict.kind === 'reloads' ? {} : { because: explanation.because }),
    ...(status.kind === 'settled' ? { settledBy: lineForm(status.by) } : {}),
    ...(status.kind === 'waived' ? { waivedBy: lineForm(status.by.place) } : {})
  }
}

function lineForm({ path, line }: Place) {
  return { path, line }
}

function gapForm({ kind, place, detail }: Gap) {
  return { gap: kind, path: place.path, line: place.line, detail }
}
