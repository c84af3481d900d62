/** The clients that a configuration adds, such as your own forks and wrappers, or tightens. None can be loosened. */

import { defined } from '../collections.ts'
import type { VersionScheme } from '../ecosystems/version-scheme.ts'
import type { Place } from '../model/place.ts'
import type { Evidence } from '../model/verdict.ts'
import type { Client, Observation, ObservedRange } from '../policy/client.ts'
import { builtIn, clientNamed, type Policy, policyWith, type Row } from '../policy/policy.ts'
import type { Member, TreeNode } from '../syntax/tree.ts'
import type { Configuration, DeclaredClient } from './configuration.ts'
import { type ConfigDocument, fieldsOf, listOf, optionalText, quote, requiredText, type Stated } from './fields.ts'
import { type NamedPackage, packageOf, packageText } from './package.ts'

/** The keys of a client. */
export const CLIENT_KEYS = ['package', 'same-as', 'reloads-from', 'evidence'] as const

/** The policy with the clients of a file, and all packages in its list of clients. */
export interface Clients {
  readonly policy: Policy
  /** Keys of packages, including those with problems, so that a waiver for one of them is not a second problem. */
  readonly declared: ReadonlySet<string>
  /** The clients as the file declares them. */
  readonly declarations: readonly DeclaredClient[]
}

/** The document, and the configuration whose clients it cannot loosen either. */
interface ClientsDocument extends ConfigDocument {
  readonly ground: Pick<Configuration, 'policy'>
}

/** One client of the file. */
interface Declaration {
  readonly own: NamedPackage
  readonly place: Place
  readonly sameAs?: NamedPackage
  readonly reloadsFrom?: Stated
  readonly evidence?: Stated
}

// The address is part of reports and links, so characters that would end or hide it are not allowed.
const ADDRESS = /^https:\/\/[A-Za-z0-9.-]+(?:\/[\w.~:/?#@!$&*+,;=%-]*)?$/
const LONGEST_ADDRESS = 500
// A version is part of commands that people copy.
const SAFE_VERSION = /^[A-Za-z0-9][\w.+~:-]{0,63}$/
const WAIVE = 'To excuse single findings, use "waivers".'

/** Reads the list of clients. */
export async function clientsFrom(member: Member | undefined, document: ClientsDocument): Promise<Clients> {
  const { policy } = document.ground
  if (!member) return { policy, declared: new Set(), declarations: [] }
  const declarations = declarationsFrom(member, document)
  const originOf = originFinder(declarations, document)
  const rows: Row[] = []
  for (const declaration of declarations.values()) {
    const origin = await originOf(declaration)
    if (!origin) continue
    const client = declaration.sameAs ? sameRow(declaration, origin) : origin
    rows.push({ ecosystem: declaration.own.ecosystem.id, client })
  }
  return {
    policy: policyWith(rows, policy),
    declared: new Set(declarations.keys()),
    declarations: Array.from(declarations.values(), declaredClient)
  }
}

/** A declaration in the words of the file. */
function declaredClient({ own, sameAs, reloadsFrom, evidence, place }: Declaration): DeclaredClient {
  return {
    package: packageText(own.ecosystem.id, own.name),
    ...defined({
      sameAs: sameAs && packageText(sameAs.ecosystem.id, sameAs.name),
      reloadsFrom: reloadsFrom?.text,
      evidence: evidence?.text
    }),
    place
  }
}

/** The valid declarations by the key of their package. */
function declarationsFrom(member: Member, document: ConfigDocument): ReadonlyMap<string, Declaration> {
  const declarations = new Map<string, Declaration>()
  for (const item of listOf(member, document.addProblem)) {
    const declaration = declarationFrom(item, document)
    if (!declaration) continue
    const { key, at } = declaration.own
    if (declarations.has(key)) document.addProblem(at, 'this package is listed twice. Keep one of them.')
    else declarations.set(key, declaration)
  }
  return declarations
}

/** Makes the function that finds the row at the end of the chain of `same-as`. Each problem is reported once. */
function originFinder(
  declarations: ReadonlyMap<string, Declaration>,
  document: ClientsDocument
): (declaration: Declaration) => Promise<Client | undefined> {
  const origins = new Map<string, Client | undefined>()
  return declaration => originOf(declaration, [])

  /** `above` are the packages of the chain so far. */
  async function originOf(declaration: Declaration, above: readonly string[]): Promise<Client | undefined> {
    const { own, sameAs, reloadsFrom } = declaration
    if (origins.has(own.key)) return origins.get(own.key)
    origins.set(own.key, undefined)
    const origin = sameAs
      ? await originOfOther(own, sameAs, [...above, own.key])
      : reloadsFrom && (await fromVersion(declaration, reloadsFrom, document))
    origins.set(own.key, origin)
    return origin
  }

  async function originOfOther(
    own: NamedPackage,
    target: NamedPackage,
    above: readonly string[]
  ): Promise<Client | undefined> {
    const fault = whyNotSame(own, target, above, document.ground.policy)
    if (fault) {
      document.addProblem(fault.at, fault.message)
      return undefined
    }
    const other = declarations.get(target.key)
    if (other) return originOf(other, above)
    const row = knownRow(target, document.ground.policy)
    if (!row)
      document.addProblem(target.at, '"same-as" names no known client. "bound-token-check policy" lists all of them.')
    return row
  }
}

/** Why a package cannot be the same as another one; undefined if it can. */
function whyNotSame(
  own: NamedPackage,
  target: NamedPackage,
  above: readonly string[],
  policy: Policy
): { readonly at: number; readonly message: string } | undefined {
  const known = knownRow(own, policy)
  const whose = known && knownRow(own, builtIn) ? 'a built-in client' : 'a client of the extended configuration'
  if (known) return { at: own.at, message: `${known.name} is ${whose}, which "same-as" cannot replace. ${WAIVE}` }
  if (own.ecosystem !== target.ecosystem) {
    const message = `"same-as" names a package of another ecosystem. Name a client of ${own.ecosystem.id}.`
    return { at: target.at, message }
  }
  if (!above.includes(target.key)) return undefined
  return { at: target.at, message: '"same-as" refers back to this package. Name a known client.' }
}

/** The row of a package that reloads from a version on. */
async function fromVersion(
  declaration: Declaration,
  { text, at }: Stated,
  document: ClientsDocument
): Promise<Client | undefined> {
  const { own } = declaration
  const scheme = await own.ecosystem.versions()
  const known = knownRow(own, document.ground.policy)
  if (!SAFE_VERSION.test(text) || scheme.parse(text) === undefined) {
    document.addProblem(
      at,
      `"reloads-from" is ${quote(text)}, which is not a valid ${scheme.title}. Write one version.`
    )
    return undefined
  }
  if (!known) return newRow(declaration, text)
  const fault = whyBoundTooLow(known, text, scheme)
  if (fault !== undefined) document.addProblem(at, fault)
  return fault === undefined ? tightened(known, declaration, text, scheme) : undefined
}

function declarationFrom(item: TreeNode, { placeAt, addProblem }: ConfigDocument): Declaration | undefined {
  const fields = fieldsOf(item, 'a client', CLIENT_KEYS, addProblem)
  if (item.kind !== 'map') return undefined
  const what = { what: 'this client', at: item.at }
  const name = requiredText(fields, 'package', what, addProblem)
  const same = optionalText(fields, 'same-as', addProblem)
  const reloadsFrom = optionalText(fields, 'reloads-from', addProblem)
  const evidence = optionalText(fields, 'evidence', addProblem)
  const [sameAt, fromAt] = [fields.get('same-as')?.keyAt, fields.get('reloads-from')?.keyAt]
  if (sameAt === undefined && fromAt === undefined)
    addProblem(item.at, 'this client has neither "same-as" nor "reloads-from". Add one of them.')
  if (sameAt !== undefined && fromAt !== undefined)
    addProblem(Math.max(sameAt, fromAt), '"same-as" and "reloads-from" exclude each other. Keep one of them.')
  if (fromAt !== undefined && !fields.has('evidence'))
    addProblem(
      fromAt,
      '"reloads-from" requires "evidence". Add the address of a page, commit or pull request that shows it.'
    )
  if (evidence && (evidence.text.length > LONGEST_ADDRESS || !ADDRESS.test(evidence.text)))
    addProblem(evidence.at, '"evidence" is not a web address. Write one that begins with https://.')
  const own = name && packageOf(name, 'package', addProblem)
  const sameAs = same && packageOf(same, 'same-as', addProblem)
  if (!own) return undefined
  return {
    own,
    place: placeAt(item.at),
    ...defined({ sameAs, reloadsFrom: same ? undefined : reloadsFrom, evidence })
  }
}

/** Who states it, up to `that`. */
function stating({ place }: Declaration): string {
  return `The configuration ${place.isOutside ? 'that this repository extends' : 'of this repository'} states`
}

/** The statement of the file, as evidence. */
function statement({ place: { path, line }, evidence }: Declaration): Evidence {
  const text = `${path}:${line}`
  return { text, url: evidence?.text ?? text, proof: 'stated' }
}

/** The row that a package has without the file, by any name of its releases. A row from the file would replace it. */
function knownRow({ ecosystem, name }: NamedPackage, policy: Policy): Client | undefined {
  return clientNamed(policy, ecosystem, name)
}

/** The row of a copy: its versions behave as the same versions of the other package. Parents are not copied. */
function sameRow(declaration: Declaration, client: Client): Client {
  const { observe, partOf: _, brings: __, alsoNamed: ___, manages: ____, platform: _____, ...row } = client
  const { name } = declaration.own
  const stated = <Kind extends Observation>(observation: Kind): Kind => ({
    ...observation,
    because: `${stating(declaration)} that it behaves as ${row.name}. ${observation.because}`,
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
        because: `${stating(declaration)} that ${version} and newer reload the token.`,
        evidence: [statement(declaration)]
      }
    ],
    examples: []
  }
}

function notYet(declaration: Declaration, version: string): Observation {
  return {
    behaviour: 'reads-once',
    because: `${stating(declaration)} that only ${version} and newer reload the token.`,
    evidence: [statement(declaration)]
  }
}

/** The reason why a bound would loosen a row, or cannot tighten it; undefined if it tightens the row. */
function whyBoundTooLow(row: Client, version: string, scheme: VersionScheme): string | undefined {
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

/** The row with all good releases below a version changed to `reads-once`. */
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
  return defined({ from, before })
}
