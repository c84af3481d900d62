/** Clients that a configuration adds, such as forks and wrappers of one's own, or tightens: never loosens. */

import type { VersionScheme } from '../ecosystems/version-scheme.ts'
import type { Place } from '../model/place.ts'
import type { Evidence } from '../model/verdict.ts'
import type { Client, Observation, ObservedRange } from '../policy/client.ts'
import { builtIn, clientNamed, type Policy, policyWith, type Row } from '../policy/policy.ts'
import type { Member, TreeNode } from '../syntax/tree.ts'
import { type Complain, fieldsOf, listOf, optionalText, quote, requiredText, type Stated } from './fields.ts'
import { type NamedPackage, packageOf } from './package.ts'

/** The keys of a client. */
export const CLIENT_KEYS = ['package', 'same-as', 'reloads-from', 'evidence'] as const

/** The policy with the clients of a file, and every package that the file tries to make one. */
export interface Clients {
  readonly policy: Policy
  /** Keys of packages, those with problems among them: what else names them is not to blame. */
  readonly declared: ReadonlySet<string>
}

/** What a client of the file says of itself. */
interface Declaration {
  readonly own: NamedPackage
  readonly place: Place
  readonly sameAs?: NamedPackage
  readonly reloadsFrom?: Stated
  readonly evidence?: Stated
}

interface Context {
  placeAt(at: number): Place
  readonly complain: Complain
}

// It stands in reports and in a link: nothing that would end or hide it.
const ADDRESS = /^https:\/\/[A-Za-z0-9.-]+(?:\/[\w.~:/?#@!$&*+,;=%-]*)?$/
const LONGEST_ADDRESS = 500
// A version stands in commands that people copy.
const SAFE_VERSION = /^[A-Za-z0-9][\w.+~:-]{0,63}$/
const WAIVE = 'To excuse single findings, use "waivers".'

/** Reads the list of clients. */
export async function clientsFrom(member: Member | undefined, context: Context): Promise<Clients> {
  if (!member) return { policy: builtIn, declared: new Set() }
  const declarations = new Map<string, Declaration>()
  for (const item of listOf(member, context.complain)) {
    const declaration = declarationFrom(item, context)
    if (!declaration) continue
    const { key, at } = declaration.own
    if (declarations.has(key)) context.complain(at, 'this package is listed twice. Keep one of them.')
    else declarations.set(key, declaration)
  }
  const origins = new Map<string, Client | undefined>()
  const rows: Row[] = []
  for (const declaration of declarations.values()) {
    const origin = await originOf(declaration, [])
    if (!origin) continue
    const client = declaration.sameAs ? sameRow(declaration, origin) : origin
    rows.push({ ecosystem: declaration.own.ecosystem.id, client })
  }
  return { policy: policyWith(rows), declared: new Set(declarations.keys()) }

  /** The row that says what a package does: at the end of all `same-as`. `above` are the packages that lead to it. */
  async function originOf(declaration: Declaration, above: readonly string[]): Promise<Client | undefined> {
    const { own, sameAs, reloadsFrom } = declaration
    if (origins.has(own.key)) return origins.get(own.key)
    origins.set(own.key, undefined)
    const origin = sameAs
      ? await originOfOther(own, sameAs, [...above, own.key])
      : reloadsFrom && (await fromVersion(declaration, reloadsFrom))
    origins.set(own.key, origin)
    return origin
  }

  async function originOfOther(
    own: NamedPackage,
    target: NamedPackage,
    above: readonly string[]
  ): Promise<Client | undefined> {
    const [known, other] = [builtInRow(own), declarations.get(target.key)]
    if (known) context.complain(own.at, `${known.name} is a built-in client, which "same-as" cannot replace. ${WAIVE}`)
    else if (own.ecosystem !== target.ecosystem)
      context.complain(
        target.at,
        `"same-as" names a package of another ecosystem. Name a client of ${own.ecosystem.id}.`
      )
    else if (above.includes(target.key))
      context.complain(target.at, '"same-as" refers back to this package. Name a known client.')
    else if (other) return originOf(other, above)
    else {
      const row = builtInRow(target)
      if (!row)
        context.complain(target.at, '"same-as" names no known client. "bound-token-check policy" lists all of them.')
      return row
    }
    return undefined
  }

  async function fromVersion(declaration: Declaration, { text, at }: Stated): Promise<Client | undefined> {
    const { own } = declaration
    const scheme = await own.ecosystem.versions()
    const known = builtInRow(own)
    if (!SAFE_VERSION.test(text) || scheme.parse(text) === undefined) {
      context.complain(at, `"reloads-from" is ${quote(text)}, which is not a valid ${scheme.title}. Write one version.`)
      return undefined
    }
    if (!known) return newRow(declaration, text)
    const fault = looseness(known, text, scheme)
    if (fault !== undefined) context.complain(at, fault)
    return fault === undefined ? tightened(known, declaration, text, scheme) : undefined
  }
}

function declarationFrom(item: TreeNode, { placeAt, complain }: Context): Declaration | undefined {
  const fields = fieldsOf(item, 'a client', CLIENT_KEYS, complain)
  if (item.kind !== 'map') return undefined
  const what = { what: 'this client', at: item.at }
  const name = requiredText(fields, 'package', what, complain)
  const same = optionalText(fields, 'same-as', complain)
  const reloadsFrom = optionalText(fields, 'reloads-from', complain)
  const evidence = optionalText(fields, 'evidence', complain)
  const [sameAt, fromAt] = [fields.get('same-as')?.keyAt, fields.get('reloads-from')?.keyAt]
  if (sameAt === undefined && fromAt === undefined)
    complain(item.at, 'this client has neither "same-as" nor "reloads-from". Add one of them.')
  if (sameAt !== undefined && fromAt !== undefined)
    complain(Math.max(sameAt, fromAt), '"same-as" and "reloads-from" exclude each other. Keep one of them.')
  if (fromAt !== undefined && !fields.has('evidence'))
    complain(
      fromAt,
      '"reloads-from" requires "evidence". Add the address of a page, commit or pull request that shows it.'
    )
  if (evidence && (evidence.text.length > LONGEST_ADDRESS || !ADDRESS.test(evidence.text)))
    complain(evidence.at, '"evidence" is not a web address. Write one that begins with https://.')
  const own = name && packageOf(name, 'package', complain)
  const sameAs = same && packageOf(same, 'same-as', complain)
  if (!own) return undefined
  return {
    own,
    place: placeAt(item.at),
    ...(sameAs ? { sameAs } : {}),
    ...(reloadsFrom && !same ? { reloadsFrom } : {}),
    ...(evidence ? { evidence } : {})
  }
}

/** What the file itself says, as evidence that a reader can weigh. */
function statement({ place: { path, line }, evidence }: Declaration): Evidence {
  const text = `${path}:${line}`
  return { text, url: evidence?.text ?? text, proof: 'stated' }
}

/** What is known of a package, also under another name of the same releases: a row of its own would take its place there. */
function builtInRow({ ecosystem, name }: NamedPackage): Client | undefined {
  return clientNamed(builtIn, ecosystem, name)
}

/** The package is a copy: what is known of the other holds for the same version of this one, and for no other package. */
function sameRow(declaration: Declaration, client: Client): Client {
  const { observe, partOf: _, brings: __, alsoNamed: ___, manages: ____, platform: _____, ...row } = client
  const { name } = declaration.own
  const stated = <Kind extends Observation>(observation: Kind): Kind => ({
    ...observation,
    because: `The configuration of this repository states that it behaves as ${row.name}. ${observation.because}`,
    evidence: [statement(declaration), ...observation.evidence]
  })
  return {
    ...row,
    name,
    title: `same as ${row.name}, as the configuration states`,
    observed: row.observed.map(stated),
    ...(observe
      ? {
          observe: requirement => {
            const own = observe(requirement)
            return own && stated(own)
          }
        }
      : {}),
    examples: []
  }
}

function newRow(declaration: Declaration, version: string): Client {
  const { name } = declaration.own
  return {
    name,
    title: 'a client that the configuration adds',
    repository: statement(declaration).url,
    observed: [
      { before: version, ...notYet(declaration, version) },
      {
        from: version,
        behaviour: 'reloads',
        because: `The configuration of this repository states that ${version} and newer reload the token.`,
        evidence: [statement(declaration)]
      }
    ],
    examples: []
  }
}

function notYet(declaration: Declaration, version: string): Observation {
  return {
    behaviour: 'reads-once',
    because: `The configuration of this repository states that only ${version} and newer reload the token.`,
    evidence: [statement(declaration)]
  }
}

/** Why a bound would loosen a row, or cannot tighten it. */
function looseness(row: Client, version: string, scheme: VersionScheme): string | undefined {
  const { name, observed, minimum } = row
  if (row.observe?.({ kind: 'version', text: version }))
    return `"reloads-from" cannot be used for ${name}: the order of its versions does not show which of them reload the token. Remove this client. ${WAIVE}`
  const good = observed.find(({ behaviour }) => behaviour === 'reloads')
  if (!good)
    return `"reloads-from" cannot be used for ${name}: no release of it is known to reload the token. Remove this client. ${WAIVE}`
  for (const bound of [good.from, minimum?.version]) {
    if (bound !== undefined && scheme.compare(scheme.parse(version), scheme.parse(bound)) < 0)
      return `"reloads-from" is below ${bound}, the lowest version allowed for ${name}. Write that or a higher one. ${WAIVE}`
  }
  return undefined
}

/** A row whose releases below a version count as reading the token once, unless they do worse. */
function tightened(row: Client, declaration: Declaration, version: string, scheme: VersionScheme): Client {
  const floor = scheme.parse(version)
  const isBelow = (text: string) => scheme.compare(scheme.parse(text), floor) < 0
  const notGood = notYet(declaration, version)
  const observed = row.observed.flatMap((range): ObservedRange[] => {
    const { from, before, releases } = range
    if (from !== undefined && !isBelow(from)) return [range]
    const isGood = range.behaviour === 'reloads' || range.behaviour === 'reloads-late'
    const lower = isGood ? notGood : range
    const part = (isLower: boolean) =>
      releases ? { releases: releases.filter(release => isBelow(release) === isLower) } : {}
    if (before !== undefined && scheme.compare(scheme.parse(before), floor) <= 0)
      return [{ ...lower, ...bounds(from, before), ...part(true) }]
    return [
      { ...lower, ...bounds(from, version), ...part(true) },
      { ...range, ...bounds(version, before), ...part(false) }
    ]
  })
  const recommended = row.fix?.version
  const raised = recommended !== undefined && isBelow(recommended) ? { fix: { ...row.fix, version } } : {}
  return { ...row, ...raised, observed }
}

function bounds(from: string | undefined, before: string | undefined): Pick<ObservedRange, 'from' | 'before'> {
  return { ...(from === undefined ? {} : { from }), ...(before === undefined ? {} : { before }) }
}
