/**
 * The policy as rows, one for each client: which versions do what, and how that compares with the vendor documents.
 * Reporters show the rows; those in JSON are a form that programs read.
 */

import { defined } from '../collections.ts'
import type { Ecosystem } from '../ecosystems/ecosystem.ts'
import { ecosystems } from '../ecosystems/index.ts'
import type { VersionScheme } from '../ecosystems/version-scheme.ts'
import type { Requirement } from '../model/dependency.ts'
import type { Behaviour, Evidence, VerdictKind } from '../model/verdict.ts'
import { type Client, handledBy, type Observation } from './client.ts'
import { type Judgement, judge, kindOf, segmentsOf } from './judge.ts'
import { builtIn, type Policy } from './policy.ts'

/** The behaviour of some versions of a client. */
export interface Statement {
  /** In words: `from 12.0.0, below 36.0.0.dev0`, or one example of an exact procedure. */
  readonly versions: string
  readonly behaviour: Behaviour
  /** Under `minimum: documented`. */
  readonly verdict: VerdictKind
  readonly because: string
  /** The statement of the vendor documents about these versions; absent where there is none. */
  readonly documents?: string
  /** Whether the documents contradict the code. */
  readonly disagrees?: true
  readonly evidence: readonly Evidence[]
}

/** One client with everything that is known of it. */
export interface PolicyRow {
  readonly ecosystem: string
  readonly package: string
  readonly alsoNamed?: readonly string[]
  readonly title: string
  readonly repository: string
  readonly minimum?: string
  readonly documents?: readonly Evidence[]
  /** What other documents name in place of the minimum. */
  readonly otherDocuments?: { readonly because: string; readonly evidence: readonly Evidence[] }
  /** The newest release that somebody ran or read. */
  readonly examined?: string
  readonly procedure?: string
  readonly observed: readonly Statement[]
  readonly fix?: { readonly version?: string; readonly advice?: string }
}

/** The order of examples. */
const BEHAVIOUR_ORDER: readonly Behaviour[] = [
  'reloads',
  'reloads-late',
  'reads-once',
  'sends-no-token',
  'stops',
  'not-known'
]
const GOOD: ReadonlySet<Behaviour> = new Set<Behaviour>(['reloads', 'reloads-late'])
const BAD: ReadonlySet<Behaviour> = new Set<Behaviour>(['reads-once', 'sends-no-token', 'stops'])
// Commits, branches and tags of another numbering are written otherwise; a pseudo-version of Go ends with a commit.
const RELEASE = /^v?\d+(?:\.\d+)*(?:[-+.][A-Za-z0-9.+]*)?$/
const PURL_TYPE = /^pkg:[a-z]+\//
/** The version of a package URL stands behind an `@` that is not first in a name. */
const VERSION_OF_PURL = /^(pkg:.*[^/])@[^/]*$/
/** A commit in place of any commit of its day: no digit of it counts. */
const ANY_COMMIT = /-(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)\d{6}-a{12}$/

/** The rows of all clients, by ecosystem. */
export async function policyRows(policy: Policy = builtIn): Promise<readonly PolicyRow[]> {
  const rows: PolicyRow[] = []
  for (const ecosystem of ecosystems) rows.push(...(await rowsOf(ecosystem, policy)))
  return rows
}

/**
 * The rows of the clients that a person means by a name: a package, its package URL with or without a version, another
 * name that it has, or its title. None if no client has it.
 */
export function rowsCalled(name: string, rows: readonly PolicyRow[]): readonly PolicyRow[] {
  return rows.filter(row => namesOf(row).map(plain).includes(plain(name)))
}

/** All names by which a person may ask for a client. */
export function namesOf({ package: purl, title, alsoNamed = [] }: PolicyRow): readonly string[] {
  return [purl.replace(PURL_TYPE, ''), purl, title, ...alsoNamed]
}

/** A name as it is compared: package URLs escape `@`, and Maven has `:` where package URLs have `/`. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(VERSION_OF_PURL, '$1')
    .replaceAll('%40', '@')
    .replaceAll(':', '/')
    .replace('pkg/', 'pkg:')
}

async function rowsOf(
  { id, title: ecosystem, versions, purl }: Ecosystem,
  policy: Policy
): Promise<readonly PolicyRow[]> {
  const scheme = await versions()
  const judged = ({ name }: Client, requirement: Requirement) =>
    judge({ ecosystem: id, name, requirement }, scheme, { minimum: 'documented', policy })
  return policy.clientsOf(id).map(client => {
    const { name, alsoNamed, title, repository, minimum, examined } = client
    return {
      ecosystem,
      package: `pkg:${id}/${purl.format(name)}`,
      ...defined({ alsoNamed }),
      title,
      repository,
      ...defined({
        minimum: minimum?.text,
        documents: minimum?.evidence,
        otherDocuments: minimum?.others,
        examined,
        procedure: procedureOf(client)
      }),
      observed: [...ofRanges(client, scheme), ...ofPairings(client), ...ofExamples(client, scheme, judged)],
      ...defined({ fix: fixOf(judged(client, { kind: 'none' })) })
    }
  })
}

function fixOf({ remedy }: Judgement): PolicyRow['fix'] {
  return remedy && defined({ version: remedy.version, advice: remedy.advice })
}

/** How versions are judged that no range states, and which clients it settles. */
function procedureOf(client: Client): string | undefined {
  const handled = handledBy(client).join(', ')
  const settles = `It handles the token for ${handled}, and settles such a client if neither the project nor another package requires it.`
  return [client.procedure ?? [], handled === '' ? [] : settles].flat().join(' ') || undefined
}

function ofRanges(client: Client, scheme: VersionScheme): Statement[] {
  return segmentsOf(client, scheme, 'documented').map(({ from, before, observation, below, kind }) => ({
    versions: bounds(from, before),
    verdict: kind,
    ...known(observation),
    ...compared(client, scheme, { behaviour: observation.behaviour, below, from })
  }))
}

/** What differs beside another client. */
function ofPairings({ with: pairings = [] }: Client): Statement[] {
  return pairings.map(pairing => {
    const { own, package: other, versions, unless = [] } = pairing
    const besides = `${bounds(own.from, own.before)}, with ${other} ${bounds(versions.from, versions.before)}`
    return {
      versions: unless.length === 0 ? besides : `${besides} and without ${unless.join(' or ')}`,
      verdict: kindOf(pairing, false, 'documented'),
      ...known(pairing)
    }
  })
}

/**
 * The examples of an exact procedure, with its results; beside ranges
 * only those that no range covers and whose behaviour is known.
 */
function ofExamples(
  client: Client,
  scheme: VersionScheme,
  judged: (client: Client, requirement: Requirement) => Judgement
): Statement[] {
  const besideRanges = client.observed.length > 0
  const statements = client.examples.flatMap(({ requirement: stated, with: beside }): Statement[] => {
    if (beside) return []
    const requirement: Requirement = typeof stated === 'string' ? { kind: 'version', text: stated } : stated
    const observation = client.observe?.(requirement)
    if (!observation || requirement.kind === 'none') return []
    const isCovered = requirement.kind === 'version' && RELEASE.test(requirement.text)
    if (besideRanges && (isCovered || observation.behaviour === 'not-known')) return []
    const { behaviour, belowMinimum: below } = observation
    return [
      {
        versions: requirementText(requirement),
        verdict: judged(client, requirement).verdict.kind,
        ...known(observation),
        ...(below === undefined ? {} : compared(client, scheme, { behaviour, below, from: requirement.text }))
      }
    ]
  })
  return statements.toSorted((a, b) => BEHAVIOUR_ORDER.indexOf(a.behaviour) - BEHAVIOUR_ORDER.indexOf(b.behaviour))
}

function known({ behaviour, because, evidence }: Observation): Pick<Statement, 'behaviour' | 'because' | 'evidence'> {
  return { behaviour, because, evidence }
}

/** A version, or the first of several, as it is compared with the documented minimum. */
interface Compared {
  readonly behaviour: Behaviour
  /** Whether it is below the minimum. */
  readonly below: boolean
  /** Undefined where no version is the first. */
  readonly from: string | undefined
}

/** The statement of the documents about a version, and whether the code contradicts it. */
function compared(
  { minimum }: Client,
  scheme: VersionScheme,
  { behaviour, below, from }: Compared
): Pick<Statement, 'documents' | 'disagrees'> {
  if (!minimum) return {}
  const isBad = BAD.has(behaviour)
  const lowest = scheme.parse(minimum.version ?? minimum.text)
  // A branch: every release is another thing.
  if (lowest === undefined) return { documents: 'name no release', ...disagreeing(isBad) }
  if (!below) return { documents: 'new enough', ...disagreeing(isBad) }
  const version = from === undefined ? undefined : scheme.parse(from)
  const sortsAbove = version !== undefined && scheme.compare(version, lowest) >= 0
  const documents = sortsAbove ? 'too old, though it sorts above the minimum' : 'too old'
  return { documents, ...disagreeing(GOOD.has(behaviour) || (sortsAbove && isBad)) }
}

function disagreeing(disagrees: boolean): Pick<Statement, 'disagrees'> {
  return disagrees ? { disagrees } : {}
}

/** A bound at the lowest pre-release, such as `v1.0.0-0`, is shown as the release: that is what people write. */
function bounds(from: string | undefined, before: string | undefined): string {
  const [low, high] = [from, before].map(bound => bound?.replace(/-0$/, ''))
  if (low === undefined) return high === undefined ? 'every version' : `below ${high}`
  return high === undefined ? `from ${low}` : `from ${low}, below ${high}`
}

function requirementText(requirement: Exclude<Requirement, { kind: 'none' }>): string {
  const { text } = requirement
  const { year, month, day } = ANY_COMMIT.exec(text)?.groups ?? {}
  if (year !== undefined) return `a commit of ${year}-${month}-${day}`
  if (requirement.kind !== 'source') return text
  const { url, committed, committedBefore } = requirement
  const source = url === undefined || url === text ? text : `${text} of ${url}`
  if (committed !== undefined) return `${source}, committed ${committed}`
  return committedBefore === undefined ? source : `${source}, committed before ${committedBefore}`
}
