/** The output of `list`: one JSON object a line for every client dependency and every gap, in path and line order. */

import { type ClientFinding, isAboutClient } from '../model/finding.ts'
import { comparePlaces, type Place } from '../model/place.ts'
import type { Gap } from '../model/report.ts'
import { dependencyForm, jsonText, placeForm } from './json.ts'
import type { Reporter, Result } from './reporter.ts'

/** Every dependency, passing and settled ones too. The lines where a lockfile repeats one are part of its first. */
export const list: Reporter<Result> = {
  name: 'json',
  render({ report }) {
    const rows = [
      ...report.findings.filter(isAboutClient).map(finding => ({
        place: finding.subject.dependency.place,
        form: findingForm(finding)
      })),
      ...report.gaps.map(gap => ({ place: gap.place, form: gapForm(gap) }))
    ]
    return rows
      .toSorted((a, b) => comparePlaces(a.place, b.place))
      .map(({ form }) => `${jsonText(form)}\n`)
      .join('')
  }
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
