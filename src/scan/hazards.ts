/**
 * Runs hazards over texts, joins what they saw with the facts of the repository, and makes findings; finds the clusters of the same
 * documents. What cannot be parsed is counted: nothing can be said of it.
 */

import { defined, groupBy } from '../collections.ts'
import type {
  ClusterNotation,
  FactQuery,
  FileContent,
  Hazard,
  HazardCatalogue,
  HazardFiles,
  ValueAt
} from '../hazards/hazard.ts'
import type { PlacedFact } from '../model/cluster.ts'
import type { Finding } from '../model/finding.ts'
import { comparePlaces, type Place } from '../model/place.ts'
import type { RuleLevels } from '../model/rule.ts'
import { levelUnder } from '../rules/index.ts'
import { placeFinder } from '../syntax/place.ts'
import {
  type Detector,
  NO_SIGHTINGS,
  type SeenCluster,
  type SeenFact,
  type SeenHazard,
  type Sightings
} from './detector.ts'

/** Maximum characters of a line in a finding. */
const LONGEST_SNIPPET = 200
/** In characters, between a name and the key that says what is named: there may be a list between them. */
const FARTHEST = 2_000
const EVERYTHING_SPECIAL = /[^\w]/g
/** The templates of a chart are in one folder and the folders below it. */
const IN_TEMPLATES = /^(?<chart>(?:.*\/)?)templates\//

/** Makes the detectors of a catalogue, one for each kind of file. */
export function hazardDetectors(catalogue: HazardCatalogue): Detector[] {
  return catalogue.files.map(kind => detectorOf(kind, catalogue))
}

/** Texts that are read although no keyword is in them. */
interface Sought {
  /** Equal for equal texts. */
  readonly id: string
  /** Whether a text may state what was asked for. */
  mayState(text: string): boolean
  /** Whether a text refers to something that was stated. */
  refers(text: string): boolean
}

/** A detector of all hazards in a kind of file; with texts that are sought, it reads only these. */
function detectorOf(kind: HazardFiles, catalogue: HazardCatalogue, sought?: Sought): Detector {
  const { hazards, clusters = [] } = catalogue
  const isNamed = test(kind.keywords ? [kind.keywords] : [...hazards, ...clusters].flatMap(each => wordsOf(each, kind)))
  const isSought = (text: string) => sought?.mayState(text) === true || sought?.refers(text) === true
  const mentions = (text: string) => isNamed(text) || isSought(text)
  const known = hazards.map(hazard => ({ hazard, isNamed: test(wordsOf(hazard, kind)) }))
  const notations = clusters.map(notation => ({ notation, isNamed: test(wordsOf(notation, kind)) }))
  const namedIn = (text: string, { documents }: FileContent) => {
    const kinds = new Set(documents.map(({ kind: of }) => of))
    const mayState = sought?.mayState(text) === true
    const refers = sought?.refers(text) === true
    // Any hazard may state a fact; only some are named by one.
    const isConcerned = ({ namedBy }: Hazard) => mayState || (refers && namedBy !== undefined)
    return known.flatMap(({ hazard, isNamed: has }) => {
      const looks = hazard.finders.some(({ reads }) => kinds.has(reads))
      return looks && (isConcerned(hazard) || has(text)) ? [hazard] : []
    })
  }
  const detector: Detector = {
    id: `hazards in ${kind.name}${sought?.id ?? ''}`,
    family: 'hazards',
    names: kind.names,
    ...defined({ marker: kind.marker }),
    mentions,
    reads: sought ? isSought : mentions,
    detect: async text => {
      const content = await kind.read(text, mentions)
      const seen = seenIn(text, content, namedIn(text, content))
      const named = notations.filter(({ isNamed: has }) => has(text)).map(({ notation }) => notation)
      return { ...seen, clusters: clustersIn(text, content, named) }
    },
    includes: () => detector,
    seeking: seen => {
      const texts = kind.keywords ? undefined : soughtBy(seen, hazards, kind)
      return texts && detectorOf(kind, catalogue, texts)
    }
  }
  return detector
}

/** The texts that name what was stated, or that may state what was asked for. */
function soughtBy(
  { hazards: seen, facts }: Pick<Sightings, 'hazards' | 'facts'>,
  hazards: readonly Hazard[],
  { language }: HazardFiles
): Sought | undefined {
  const asked = new Set(
    seen.flatMap(({ requires, unless }) => [...(requires?.keywords ?? []), ...(unless?.keywords ?? [])])
  )
  const named = Array.from(new Set(hazards.flatMap(({ namedBy }) => namedBy ?? []))).flatMap(namedBy => {
    const names = new Set(facts.flatMap(({ fact }) => (fact.kind === namedBy.kind ? [fact.name] : [])))
    return names.size > 0 ? [{ ...namedBy, names: [...names].sort() }] : []
  })
  if (asked.size + named.length === 0) return undefined
  const mayState = test([...asked])
  const tests = named.map(({ before, beside, besideInTerraform, names }) => ({
    beside: language === 'Terraform' ? new RegExp(`${beside.source}|${besideInTerraform.source}`) : beside,
    name: new RegExp(`(?:${before.source})(?:${names.map(escaped).join('|')})(?![\\w.-])`, 'g')
  }))
  return {
    id: ` ${JSON.stringify([[...asked].sort(), named.map(({ names }) => names)])}`,
    mayState,
    refers: text => tests.some(({ beside, name }) => beside.test(text) && isNamedBeside(text, name, beside))
  }
}

/** Whether a text has a name close to the key that says what is named. */
function isNamedBeside(text: string, name: RegExp, beside: RegExp): boolean {
  for (const { index } of text.matchAll(name))
    if (beside.test(text.slice(Math.max(0, index - FARTHEST), index + FARTHEST))) return true
  return false
}

/** The keywords of what is looked for, as far as it may be in files of a kind. */
function wordsOf(
  { keywords, finders }: Pick<Hazard | ClusterNotation, 'keywords' | 'finders'>,
  { language }: HazardFiles
): readonly (string | RegExp)[] {
  return finders.flatMap(({ reads: { onlyIn }, keywords: own = keywords }) =>
    onlyIn === undefined || onlyIn === language ? own : []
  )
}

/** Whether a text has one of some keywords. They are no names of packages, so that nothing splits them. */
function test(keywords: readonly (string | RegExp)[]): (text: string) => boolean {
  if (keywords.length === 0) return () => false
  const patterns = new Set(keywords.map(word => (typeof word === 'string' ? escaped(word) : word.source)))
  const pattern = new RegExp([...patterns].join('|'))
  return text => pattern.test(text)
}

function escaped(word: string): string {
  return word.replace(EVERYTHING_SPECIAL, '\\$&')
}

function seenIn(text: string, { documents, unexamined }: FileContent, hazards: readonly Hazard[]): Sightings {
  const finders = groupBy(
    hazards.flatMap(({ rule, finders: own }) => own.map(finder => ({ rule, finder }))),
    ({ finder }) => finder.reads
  )
  const find = placeFinder(text)
  const place = (at: number): Place => ({ path: '', ...find(at) })
  const seen: SeenHazard[] = []
  const facts: SeenFact[] = []
  for (const { kind, document } of documents) {
    for (const { rule, finder } of finders.get(kind) ?? []) {
      for (const one of finder.find(document)) {
        if ('fact' in one) facts.push({ place: place(one.at), fact: one.fact })
        else {
          const { at, because = rule.meaning, ...sighting } = one
          seen.push({ ...sighting, rule, place: place(at), snippet: lineAt(text, at), because })
        }
      }
    }
  }
  return { ...NO_SIGHTINGS, hazards: seen, facts, unexamined: unexamined.map(at => ({ place: place(at) })) }
}

/** The clusters that the documents of a text make. */
function clustersIn(
  text: string,
  { documents }: Pick<FileContent, 'documents'>,
  notations: readonly ClusterNotation[]
): readonly SeenCluster[] {
  if (notations.length === 0) return []
  const find = placeFinder(text)
  const placed = <Value>({ value, at }: ValueAt<Value>): PlacedFact<Value> => ({ value, place: placeAt(at) })
  return documents.flatMap(({ kind, document }) =>
    notations.flatMap(({ name, finders }) =>
      finders
        .filter(({ reads }) => reads === kind)
        .flatMap(finder => [...finder.find(document)])
        .map(({ at, minor, grace, ...rest }) => ({
          notation: name,
          place: placeAt(at),
          ...rest,
          ...defined({ minor: minor && placed(minor), grace: grace && placed(grace) })
        }))
    )
  )

  function placeAt(at: number): Place {
    return { path: '', ...find(at) }
  }
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

/**
 * The hazards that the facts of the repository confirm, each place once: `order` has the rules in the order of their precedence. One
 * whose fact is not known is none.
 */
export function settledHazards(
  { hazards, facts }: Pick<Sightings, 'hazards' | 'facts'>,
  order: readonly Hazard[]
): SeenHazard[] {
  const byKind = groupBy(facts, ({ fact }) => fact.kind)
  const answersTo = ({ kind, within, matches }: FactQuery, path: string): readonly SeenFact[] =>
    (byKind.get(kind) ?? []).filter(
      ({ fact, place }) => matches(fact) && (within === 'repository' || componentOf(place.path) === componentOf(path))
    )
  const confirmed = hazards.flatMap((hazard): SeenHazard[] => {
    const { requires, unless, placedAtFact, place } = hazard
    if (unless && answersTo(unless, place.path).length > 0) return []
    if (!requires) return [hazard]
    const answers = answersTo(requires, place.path)
    if (!placedAtFact) return answers.length > 0 ? [hazard] : []
    return answers.map(answer => ({ ...hazard, place: answer.place }))
  })
  const precedence = new Map(order.map(({ rule }, index) => [rule.id, index]))
  const places = groupBy(confirmed, ({ place }) => `${place.line}:${place.column}:${place.path}`)
  return Array.from(places.values(), ([first, ...others]) =>
    others.reduce(
      (best, other) => ((precedence.get(other.rule.id) ?? 0) < (precedence.get(best.rule.id) ?? 0) ? other : best),
      first
    )
  ).sort((a, b) => comparePlaces(a.place, b.place))
}

/** The folder of a file, or of its chart. */
export function componentOf(path: string): string {
  return IN_TEMPLATES.exec(path)?.groups?.['chart'] ?? path.slice(0, path.lastIndexOf('/') + 1)
}

/** One finding for each hazard, with an empty identity. */
export function hazardFindings(seen: readonly SeenHazard[], levels: RuleLevels): Finding[] {
  return seen.map(({ rule, place, object, snippet, because, advice = rule.fix, level, fatalFrom }) => ({
    rule,
    subject: { kind: 'hazard', snippet, ...defined({ object, fatalFrom }) },
    level: levelUnder(levels, rule, level),
    place,
    related: [],
    explanation: { because, evidence: rule.evidence ?? [], fix: { steps: [], advice } },
    status: { kind: 'open' },
    identity: ''
  }))
}
