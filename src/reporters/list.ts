/** The output of `list`: one JSON object a line for every client dependency seen and every gap, in path and line order. */

import type { Finding } from '../model/finding.ts'
import { comparePlaces } from '../model/place.ts'
import type { Gap } from '../model/report.ts'
import { dependencyForm, jsonText, placeForm } from './json.ts'
import type { Reporter } from './reporter.ts'

/** Every dependency, passing and settled ones too; the lines where a lockfile repeats one stand beside its first. */
export const list: Reporter = {
  name: 'list',
  render(report) {
    const rows = [
      ...report.findings.map(finding => ({ place: finding.dependency.place, form: findingForm(finding) })),
      ...report.gaps.map(gap => ({ place: gap.place, form: gapForm(gap) }))
    ]
    return rows
      .toSorted((a, b) => comparePlaces(a.place, b.place))
      .map(({ form }) => `${jsonText(form)}\n`)
      .join('')
  }
}

function findingForm({ dependency, verdict, settledBy, waivedBy }: Finding) {
  return {
    ...placeForm(dependency.place),
    ...dependencyForm(dependency),
    ...(dependency.repeatedAt.length > 0 ? { repeatedAt: dependency.repeatedAt.map(({ line }) => line) } : {}),
    verdict: verdict.kind,
    ...(verdict.kind === 'reloads' ? {} : { because: verdict.because }),
    ...(settledBy ? { settledBy: { path: settledBy.path, line: settledBy.line } } : {}),
    ...(waivedBy ? { waivedBy: { path: waivedBy.place.path, line: waivedBy.place.line } } : {})
  }
}

function gapForm({ kind, place, detail }: Gap) {
  return { gap: kind, path: place.path, line: place.line, detail }
}
