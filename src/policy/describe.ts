/** The policy as a document that people and programs can read, check and cite. */

import { defined } from '../collections.ts'
import type { Ecosystem } from '../ecosystems/ecosystem.ts'
import { ecosystems } from '../ecosystems/index.ts'
import type { VersionScheme } from '../ecosystems/version-scheme.ts'
import type { Requirement } from '../model/dependency.ts'
import type { Behaviour, Evidence, VerdictKind } from '../model/verdict.ts'
import type { Client, Observation } from './client.ts'
import { type Judgement, judge, segmentsOf } from './judge.ts'
import { builtIn, type Policy } from './policy.ts'

/** What is known of some versions of a client. */
interface Statement {
  /** In words: `from 12.0.0, below 36.0.0.dev0`, or one example of an exact procedure. */
  readonly versions: string
  readonly behaviour: Behaviour
  /** Under `minimum: documented`. */
  readonly verdict: VerdictKind
  readonly because: string
  /** What the vendor documents say of these versions; absent where they say nothing. */
  readonly documents?: string
  /** Whether the documents say otherwise than the code does. */
  readonly disagrees?: true
  readonly evidence: readonly Evidence[]
}

/** One client, flattened for showing. */
interface PolicyRow {
  readonly ecosystem: string
  readonly package: string
  readonly alsoNamed?: readonly string[]
  readonly title: string
  readonly repository: string
  readonly minimum?: string
  readonly documents?: readonly Evidence[]
  readonly procedure?: string
  readonly observed: readonly Statement[]
  readonly fix?: { readonly version?: string; readonly advice?: string }
}

/** The words for each behaviour. */
const BEHAVIOURS: Readonly<Record<Behaviour, string>> = {
  reloads: 'reloads',
  'reloads-late': 'reloads late',
  'reads-once': 'reads once',
  'sends-no-token': 'sends no token',
  stops: 'stops',
  'not-known': 'not known'
}

const GOOD: ReadonlySet<Behaviour> = new Set<Behaviour>(['reloads', 'reloads-late'])
const BAD: ReadonlySet<Behaviour> = new Set<Behaviour>(['reads-once', 'sends-no-token', 'stops'])
// Commits, branches and tags of another numbering are written otherwise; a pseudo-version of Go ends with a commit.
const RELEASE = /^v?\d+(?:\.\d+)*(?:[-+.][A-Za-z0-9.+]*)?$/
/** A commit that stands for any of its day: no digit of it counts. */
const ANY_COMMIT = /-(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)\d{6}-a{12}$/
/** Where the runs are described, for whoever reads `executed`. */
const RUNS = '../evidence/README.md'

/** The rows as lines for a terminal. */
export async function policyAsText(policy: Policy = builtIn): Promise<string> {
  const blocks = (await policyRows(policy)).map(row =>
    [
      `${row.package} (${row.title})`,
      ...(row.alsoNamed ? [`  also named: ${row.alsoNamed.join(', ')}`] : []),
      `  documented minimum: ${row.minimum ?? 'none'}`,
      ...(row.procedure === undefined ? [] : [`  ${row.procedure}`]),
      ...grouped(row.observed).flatMap(({ versions, behaviour, because, documents, disagrees, evidence }) => [
        `  ${versions.join(', ')}: ${BEHAVIOURS[behaviour]}. ${because}`,
        ...(disagrees ? [`    documents disagree: ${documents}`] : []),
        ...evidence.map(({ text, url, proof }) => `    ${proof}: ${text} ${url}`)
      ]),
      ...(row.fix === undefined ? [] : [`  fix: ${fixText(row.fix, text => text)}`])
    ].join('\n')
  )
  return `${blocks.join('\n\n')}\n`
}

/** The rows as JSON. */
export async function policyAsJson(policy: Policy = builtIn): Promise<string> {
  return `${JSON.stringify({ schema: 1, clients: await policyRows(policy) }, undefined, 2)}\n`
}

/**
 * The rows as Markdown: first the clients that the vendor documents name, then one heading per ecosystem and one per client.
 * Packages of which the same is known share a heading.
 */
export async function policyAsMarkdown(policy: Policy = builtIn): Promise<string> {
  const rows = await policyRows(policy)
  const titles = [...new Set(rows.map(({ ecosystem }) => ecosystem))]
  const sections = titles.map(title => {
    const clients = alike(rows.filter(({ ecosystem }) => ecosystem === title))
    const officialFirst = clients.toSorted(([a], [b]) => Number(isOfficial(b)) - Number(isOfficial(a)))
    return [`## ${title}`, ...officialFirst.map(clientAsMarkdown)].join('\n\n')
  })
  const contents = titles.map(title => `[${title}](#${anchorOf(title)})`).join(' · ')
  return `${[contents, '## Where the documents and the code disagree', disagreements(rows), ...sections].join('\n\n')}\n`
}

/** Whether the vendor documents name it. */
function isOfficial(row: PolicyRow | undefined): boolean {
  return row?.minimum !== undefined
}

function clientAsMarkdown([first, ...others]: readonly PolicyRow[]): string {
  if (!first) return ''
  const { title, repository, minimum, documents = [], procedure, observed, fix } = first
  const names = [first, ...others].map(row => {
    const also = (row.alsoNamed ?? []).map(code).join(', ')
    return `${code(row.package)}${also === '' ? '' : ` (also ${also})`}`
  })
  const lines = [
    `${names.join(' · ')} · [source](${repository})`,
    ...(minimum === undefined ? [] : [`Documented minimum: **${cell(minimum)}** (${documents.map(link).join(', ')}).`]),
    ...(procedure === undefined ? [] : [procedure]),
    statements(observed, minimum !== undefined),
    ...(fix === undefined ? [] : [`Fix: ${fixText(fix, code)}`])
  ]
  return [`### <a id="${anchorOf(first.package)}"></a>${title}`, ...lines].join('\n\n')
}

function statements(observed: readonly Statement[], compared: boolean): string {
  const rows = grouped(observed).map(({ versions, behaviour, because, documents = '–', disagrees, evidence }) => {
    const mark = disagrees ? '**' : ''
    return [
      versions.map(code).join('<br>'),
      ...(compared ? [`${mark}${cell(documents)}${mark}`] : []),
      `${mark}${BEHAVIOURS[behaviour]}${mark}: ${cell(because)}`,
      evidence.map(cited).join('<br>') || '–'
    ]
  })
  return table(['Versions', ...(compared ? ['The documents'] : []), 'The code', 'Evidence'], rows)
}

function disagreements(rows: readonly PolicyRow[]): string {
  const lines = alike(rows).flatMap(([row]) =>
    row === undefined
      ? []
      : grouped(row.observed.filter(({ disagrees }) => disagrees)).map(({ versions, behaviour, documents = '' }) => [
          `[${cell(row.title)}](#${anchorOf(row.package)})`,
          cell(row.minimum ?? ''),
          versions.map(code).join('<br>'),
          cell(documents),
          BEHAVIOURS[behaviour]
        ])
  )
  return table(['Client', 'Documented minimum', 'Versions', 'The documents', 'The code'], lines)
}

async function policyRows(policy: Policy): Promise<PolicyRow[]> {
  const rows: PolicyRow[] = []
  for (const ecosystem of ecosystems) rows.push(...(await rowsOf(ecosystem, policy)))
  return rows
}

async function rowsOf(
  { id, title: ecosystem, versions, purl }: Ecosystem,
  policy: Policy
): Promise<readonly PolicyRow[]> {
  const scheme = await versions()
  const judged = ({ name }: Client, requirement: Requirement) =>
    judge({ ecosystem: id, name, requirement }, scheme, { minimum: 'documented', policy })
  return policy.clientsOf(id).map(client => {
    const { name, alsoNamed, title, repository, minimum, procedure } = client
    const { remedy: fix } = judged(client, { kind: 'none' })
    return {
      ecosystem,
      package: `pkg:${id}/${purl.format(name)}`,
      ...(alsoNamed ? { alsoNamed } : {}),
      title,
      repository,
      ...(minimum ? { minimum: minimum.text, documents: minimum.evidence } : {}),
      ...(procedure === undefined ? {} : { procedure }),
      observed: [...ofRanges(client, scheme), ...ofExamples(client, scheme, judged)],
      ...defined({ fix })
    }
  })
}

function ofRanges(client: Client, scheme: VersionScheme): Statement[] {
  return segmentsOf(client, scheme, 'documented').map(({ from, before, observation, below, kind }) => ({
    versions: bounds(from, before),
    verdict: kind,
    ...known(observation),
    ...compared(client, scheme, observation.behaviour, below, from)
  }))
}

/**
 * An exact procedure is shown by what it says of its examples; beside ranges only by what it knows of those that no range
 * covers.
 */
function ofExamples(
  client: Client,
  scheme: VersionScheme,
  judged: (client: Client, requirement: Requirement) => Judgement
): Statement[] {
  const besideRanges = client.observed.length > 0
  const statements = client.examples.flatMap(({ requirement }): Statement[] => {
    const asked: Requirement = typeof requirement === 'string' ? { kind: 'version', text: requirement } : requirement
    const observation = client.observe?.(asked)
    if (!observation || asked.kind === 'none') return []
    const isCovered = asked.kind === 'version' && RELEASE.test(asked.text)
    if (besideRanges && (isCovered || observation.behaviour === 'not-known')) return []
    const { behaviour, belowMinimum } = observation
    return [
      {
        versions: askedText(asked),
        verdict: judged(client, asked).verdict.kind,
        ...known(observation),
        ...(belowMinimum === undefined ? {} : compared(client, scheme, behaviour, belowMinimum, asked.text))
      }
    ]
  })
  const order = Object.keys(BEHAVIOURS)
  return statements.toSorted((a, b) => order.indexOf(a.behaviour) - order.indexOf(b.behaviour))
}

function known({ behaviour, because, evidence }: Observation): Pick<Statement, 'behaviour' | 'because' | 'evidence'> {
  return { behaviour, because, evidence }
}

/** What the documents say of a version or of what begins with it, and whether the code does otherwise. */
function compared(
  { minimum }: Client,
  scheme: VersionScheme,
  behaviour: Behaviour,
  below: boolean,
  from: string | undefined
): Pick<Statement, 'documents' | 'disagrees'> {
  if (!minimum) return {}
  const lowest = scheme.parse(minimum.version ?? minimum.text)
  // A branch: every release is another thing.
  if (lowest === undefined) return { documents: 'name no release', ...(BAD.has(behaviour) ? { disagrees: true } : {}) }
  const version = from === undefined ? undefined : scheme.parse(from)
  const above = version !== undefined && scheme.compare(version, lowest) >= 0
  const documents = below ? (above ? 'too old, though it sorts above the minimum' : 'too old') : 'new enough'
  const disagrees = below ? GOOD.has(behaviour) || (above && BAD.has(behaviour)) : BAD.has(behaviour)
  return { documents, ...(disagrees ? { disagrees } : {}) }
}

/** A bound at the lowest pre-release, such as `v1.0.0-0`, is shown as the release: that is what people write. */
function bounds(from: string | undefined, before: string | undefined): string {
  const [low, high] = [from, before].map(bound => bound?.replace(/-0$/, ''))
  if (low === undefined) return high === undefined ? 'every version' : `below ${high}`
  return high === undefined ? `from ${low}` : `from ${low}, below ${high}`
}

function askedText(asked: Exclude<Requirement, { kind: 'none' }>): string {
  const { year, month, day } = ANY_COMMIT.exec(asked.text)?.groups ?? {}
  if (year !== undefined) return `a commit of ${year}-${month}-${day}`
  if (asked.kind !== 'source') return asked.text
  const what = asked.url === undefined || asked.url === asked.text ? asked.text : `${asked.text} of ${asked.url}`
  if (asked.committed !== undefined) return `${what}, committed ${asked.committed}`
  return asked.committedBefore === undefined ? what : `${what}, committed before ${asked.committedBefore}`
}

/** A statement about several versions that follow each other in the table. */
type Group = Omit<Statement, 'versions'> & { readonly versions: readonly string[] }

/** Joins neighbours of which the same is said. */
function grouped(observed: readonly Statement[]): readonly Group[] {
  const groups: (Group & { readonly said: string })[] = []
  for (const { versions, ...statement } of observed) {
    const said = JSON.stringify(statement)
    const last = groups.at(-1)
    if (last?.said === said)
      groups[groups.length - 1] = { ...last, versions: [...new Set([...last.versions, versions])] }
    else groups.push({ ...statement, said, versions: [versions] })
  }
  return groups
}

/** The lists of rows of which the same is known, in the order of their first. */
function alike(rows: readonly PolicyRow[]): readonly (readonly PolicyRow[])[] {
  const groups = new Map<string, PolicyRow[]>()
  for (const row of rows) {
    const { package: _package, title: _title, alsoNamed: _alsoNamed, ...same } = row
    const key = JSON.stringify(same)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

function fixText(fix: NonNullable<PolicyRow['fix']>, quote: (text: string) => string): string {
  return [fix.version === undefined ? '' : `${quote(fix.version)} or newer.`, fix.advice ?? ''].join(' ').trim()
}

/** The anchor of a client's heading: it stays as long as the package has its name. */
function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/-$/, '')
}

function cited(evidence: Evidence): string {
  const proof = evidence.proof === 'executed' ? `[executed](${RUNS})` : evidence.proof
  return `${link(evidence)} (${proof})`
}

function link({ text, url }: Evidence): string {
  return `[${cell(text)}](${url})`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** A cell of a table, in which a bar would end it. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function code(text: string): string {
  return `\`${text}\``
}
