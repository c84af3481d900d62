/** Scans of texts in memory, and their findings as lines: the one place where the tests of the scan know its interface. */

import { defined } from '../../src/collections.ts'
import type { HazardCatalogue } from '../../src/hazards/hazard.ts'
import type { Place } from '../../src/model/place.ts'
import type { Gap, Report } from '../../src/model/report.ts'
import { builtIn, type Policy } from '../../src/policy/policy.ts'
import { linkText } from '../../src/reporters/origin.ts'
import { scan } from '../../src/scan/scan.ts'
import { type FlatFinding, flat } from './flat.ts'
import { memoryWorkspace } from './memory-workspace.ts'

/** A report whose findings are flat. */
export interface FlatReport extends Omit<Report, 'findings'> {
  readonly findings: readonly FlatFinding[]
  /** The report itself. */
  readonly whole: Report
}

/** Scans files under the documented minimum. */
export async function scanned(
  files: Parameters<typeof memoryWorkspace>[0],
  policy = builtIn,
  hazards?: HazardCatalogue
): Promise<FlatReport> {
  const report = await scan(memoryWorkspace(files), { minimum: 'documented', policy, ...defined({ hazards }) })
  return { ...report, findings: report.findings.map(flat), whole: report }
}

/** A policy of a few clients, where a search for hundreds of names would hide what is counted. */
export function watching(...names: readonly string[]): Policy {
  const own = new Set(names)
  return { ...builtIn, clientsOf: ecosystem => builtIn.clientsOf(ecosystem).filter(({ name }) => own.has(name)) }
}

/** `PATH:LINE`. */
export function lineOf({ path, line }: Place): string {
  return `${path}:${line}`
}

/** `PATH:LINE:COLUMN`. */
export function placeOf(place: Place): string {
  return `${lineOf(place)}:${place.column}`
}

/** What a line can say of a finding; undefined where that does not apply. */
const PARTS = {
  line: ({ dependency }) => lineOf(dependency.place),
  place: ({ dependency }) => placeOf(dependency.place),
  name: ({ dependency }) => dependency.name,
  /** The name without what stands before a colon: a Maven group. */
  artifact: ({ dependency: { name } }) => name.slice(name.indexOf(':') + 1),
  requirement: ({ dependency: { requirement } }) => (requirement.kind === 'none' ? 'none' : requirement.text),
  kind: ({ dependency: { requirement } }) => (requirement.kind === 'none' ? undefined : requirement.kind),
  verdict: ({ verdict }) => verdict.kind,
  level: ({ level }) => level,
  direct: ({ dependency: { direct } }) => directText(direct),
  scope: ({ dependency: { scope } }) => (scope === 'unknown' ? undefined : scope),
  replacement: ({ dependency: { replacement } }) => replacement && `=> ${replacement}`,
  alias: ({ dependency: { alias } }) => alias && `as ${alias}`,
  through: ({ dependency: { chain } }) => chain && `through ${chain.map(linkText).join(' > ')}`,
  why: ({ why }) => why && `why: ${why}`,
  used: ({ dependency: { usedAt } }) => usedAt && `used at ${lineOf(usedAt)}`,
  settled: ({ settledBy }) => settledBy && `settled by ${lineOf(settledBy)}`,
  /** The level of a finding that no other file settles. */
  settledOrLevel: ({ settledBy, level }) => (settledBy ? `settled by ${lineOf(settledBy)}` : level),
  declared: ({ declaredAt }) =>
    declaredAt.length === 0 ? undefined : declaredAt.map(place => `declared at ${lineOf(place)}`).join(' ')
} satisfies Record<string, (finding: FlatFinding) => string | undefined>

/** What lines say of findings, and in which order. */
export type Part = keyof typeof PARTS

/** One line for each finding, of the parts that apply to it, parted by blanks. */
export function findingLines(findings: readonly FlatFinding[], parts: readonly Part[]): string[] {
  return findings.map(finding => parts.flatMap(part => PARTS[part](finding) ?? []).join(' '))
}

/** One line for each gap: `PATH:LINE KIND DETAIL`. */
export function gapLines(gaps: readonly Gap[]): string[] {
  return gaps.map(({ kind, place, detail }) => `${lineOf(place)} ${kind} ${detail}`)
}

/** Makes a function that scans files: one line for each finding. */
export function linesOf(...parts: readonly Part[]): (files: Parameters<typeof scanned>[0]) => Promise<string[]> {
  return async files => findingLines((await scanned(files)).findings, parts)
}

function directText(direct: boolean | undefined): string | undefined {
  if (direct === undefined) return undefined
  return direct ? 'direct' : 'indirect'
}
