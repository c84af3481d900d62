/** Runs hazards over texts and makes findings of their sightings. A syntax error becomes a gap. */

import { defined } from '../collections.ts'
import type { Hazard } from '../hazards/hazard.ts'
import type { Finding } from '../model/finding.ts'
import type { RuleLevels } from '../model/rule.ts'
import { levelUnder } from '../rules/index.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { placeFinder } from '../syntax/place.ts'
import { type Detector, NO_SIGHTINGS, type SeenHazard, type Sightings } from './detector.ts'
import { prefilter } from './prefilter.ts'

/** Maximum characters of a line in a finding. */
const LONGEST_SNIPPET = 200

/** Makes the detector of a hazard. */
export function hazardDetector(hazard: Hazard): Detector {
  const { rule, reads, keywords } = hazard
  const mentions = prefilter(keywords)
  const detector: Detector = {
    id: `hazard ${rule.id}`,
    family: `hazard ${rule.id}`,
    names: reads.names,
    mentions,
    reads: mentions,
    detect: async text => seenIn(text, hazard),
    includes: () => detector
  }
  return detector
}

function seenIn(text: string, { rule, reads, detect }: Hazard): Sightings {
  const find = placeFinder(text)
  const place = (at: number) => ({ path: '', ...find(at) })
  const hazards: SeenHazard[] = []
  try {
    for (const { at, object, because = rule.meaning } of detect(reads.parse(text)))
      hazards.push({ rule, place: place(at), snippet: lineAt(text, at), because, ...defined({ object }) })
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    return {
      ...NO_SIGHTINGS,
      hazards,
      gaps: [{ kind: 'unparseable-file', place: place(error.at), detail: error.message }]
    }
  }
  return { ...NO_SIGHTINGS, hazards }
}

/** The line around an offset, trimmed. */
function lineAt(text: string, at: number): string {
  const begin = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return text
    .slice(begin, end < 0 ? text.length : end)
    .trim()
    .slice(0, LONGEST_SNIPPET)
}

/** One finding for each hazard, with an empty identity. */
export function hazardFindings(seen: readonly SeenHazard[], levels: RuleLevels): Finding[] {
  return seen.map(({ rule, place, object, snippet, because }) => ({
    rule,
    subject: { kind: 'hazard', snippet, ...defined({ object }) },
    level: levelUnder(levels, rule),
    place,
    related: [],
    explanation: { because, evidence: [] },
    status: { kind: 'open' },
    identity: ''
  }))
}
